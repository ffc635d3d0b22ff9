"""One stack of one's own steps, with their names."""

import pytest

from editor.release.content import BlockKind, Mark
from editor.release.draft import Draft
from editor.release.errors import RecordError


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """The clock that `draft` goes by."""
    return Clock()


@pytest.fixture
def draft(clock: Clock) -> Draft:
    """An empty draft that was not just made, so that nothing of it can be undone."""
    return Draft([Draft.new("ar").updates_since(None)], clock=clock)


def headline(draft: Draft) -> str:
    """The Arabic words of the headline."""
    return dict(draft.snapshot().texts("ar"))["headline"].words


def type_in(draft: Draft, words: str, at: int = 0) -> None:
    """Type words into the headline, letter by letter."""
    for place, letter in enumerate(words, start=at):
        draft.replace("headline", "ar", place, place, letter)


def test_nothing_can_be_undone_in_a_draft_just_made_or_opened(draft: Draft) -> None:
    for one in (draft, Draft.new("ar"), Draft.from_release(draft.snapshot())):
        before = one.snapshot()
        one.undo()
        one.redo()
        assert (one.can_undo, one.can_redo, one.undo_name, one.redo_name) == (
            (False, False, None, None)
        )
        assert one.snapshot() == before


def test_words_typed_in_one_go_are_one_step(draft: Draft) -> None:
    type_in(draft, "خبر عاجل")
    for _ in range(3):
        length = len(headline(draft))
        draft.replace("headline", "ar", length - 1, length, "")
    assert (headline(draft), draft.undo_name) == ("خبر ع", "typing")
    draft.undo()
    assert (headline(draft), draft.can_undo, draft.redo_name) == ("", False, "typing")
    draft.redo()
    assert headline(draft) == "خبر ع"


@pytest.mark.parametrize("pause", ["time", "place", "text", "caret", "step", "undo"])
def test_a_step_ends_where_typing_does_not_go_on(draft: Draft, clock: Clock, pause: str) -> None:
    type_in(draft, "أول")
    if pause == "time":
        clock.now += 2
    elif pause == "text":
        draft.replace("subheadline", "ar", 0, 0, "x")
    elif pause == "caret":
        draft.end_typing()
    elif pause == "step":
        draft.set_end_mark(True)
    elif pause == "undo":
        type_in(draft, "!", at=0)
        draft.undo()
    type_in(draft, "ثان", at=1 if pause == "place" else 3)
    draft.undo()
    assert headline(draft) == "أول"


def test_typing_goes_on_while_another_writes(draft: Draft) -> None:
    other = Draft.from_updates([draft.updates_since(None)])
    type_in(draft, "أ")
    other.replace("headline", "en", 0, 0, "x")
    draft.apply(other.updates_since(draft.state_vector()))
    type_in(draft, "ب", at=1)
    draft.undo()
    assert headline(draft) == ""


def test_an_action_is_one_step_with_its_name_and_one_update(draft: Draft) -> None:
    updates: list[bytes] = []
    draft.on_update(updates.append)
    before = draft.snapshot()
    with draft.action("paste"):
        first = draft.insert_block(BlockKind.LEAD, None, {"ar": "أول"})
        with draft.action("inner"):
            draft.split_block(first, "ar", 1)
            speaker = draft.add_speaker(name="طه")
        draft.mark_quotation(first, "ar", 0, 1, speaker)
        assert [len(one.text("ar").words) for one in draft.snapshot().blocks] == [1, 2]
    after = draft.snapshot()
    assert (draft.undo_name, len(updates)) == ("paste", 1)
    draft.undo()
    assert (draft.snapshot(), draft.redo_name, draft.can_undo) == (before, "paste", False)
    draft.redo()
    assert (draft.snapshot(), draft.undo_name) == (after, "paste")


def test_an_action_that_fails_keeps_what_it_did_as_one_step(draft: Draft) -> None:
    def paste() -> None:
        with draft.action("paste"):
            draft.replace("headline", "ar", 0, 0, "خبر")
            draft.remove_block("nowhere")

    with pytest.raises(RecordError):
        paste()
    assert (headline(draft), draft.undo_name) == ("خبر", "paste")
    draft.undo()
    assert headline(draft) == ""


def test_an_action_that_does_nothing_is_no_step(draft: Draft) -> None:
    told: list[object] = []
    draft.subscribe(told.append)
    draft.on_update(told.append)
    type_in(draft, "أ")
    del told[:]
    with draft.action("nothing"):
        draft.replace("headline", "ar", 0, 0, "")
        draft.set_reference("")
        draft.set_place("ar", "")
        draft.unmark("headline", "ar", 0, 1, Mark.STRONG)
    assert (draft.undo_name, told) == ("typing", [])


def test_a_new_step_forgets_what_could_be_redone(draft: Draft) -> None:
    type_in(draft, "أ")
    draft.undo()
    draft.set_end_mark(True)
    assert (draft.can_redo, draft.undo_name) == (False, "field")


def test_a_step_that_no_longer_changes_anything_is_passed_over(draft: Draft) -> None:
    other = Draft.from_updates([draft.updates_since(None)])
    draft.replace("subheadline", "ar", 0, 0, "أول")
    draft.replace("headline", "ar", 0, 0, "ثان")
    other.apply(draft.updates_since(other.state_vector()))
    other.replace("headline", "ar", 0, 3, "")
    draft.apply(other.updates_since(draft.state_vector()))
    draft.undo()
    assert (dict(draft.snapshot().subheadline), draft.can_undo) == ({}, False)


def test_nothing_is_undone_or_taken_in_amid_an_action(draft: Draft) -> None:
    other = Draft.new("ar")
    type_in(draft, "أ")
    with draft.action("paste"):
        for call in (draft.undo, draft.redo, lambda: draft.apply(other.updates_since(None))):
            with pytest.raises(RecordError, match="being changed"):
                call()
    assert headline(draft) == "أ"
