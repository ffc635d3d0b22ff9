"""The news of changes: what they say, when they come, and what a failing listener can do."""

import pytest

from editor.release.changes import Change, Delta, Origin, TextChange
from editor.release.content import Block, BlockKind, Mark, Release, Status, Text, Translated
from editor.release.draft import Draft


@pytest.fixture
def draft() -> Draft:
    """A draft with two blocks, "x" and "y", by Amal."""
    first = Translated(ar=Text("😀 أول"), en=Text("one"))
    second = Translated(ar=Text("ثان"), en=Text("two"))
    blocks = (Block("x", BlockKind.LEAD, first), Block("y", BlockKind.PARAGRAPH, second))
    return Draft.from_release(Release("r", "ar", ("ar",), blocks=blocks), author="amal")


@pytest.fixture
def news(draft: Draft) -> list[Change]:
    """Every change of the draft from now on."""
    changes: list[Change] = []
    draft.subscribe(changes.append)
    return changes


def test_typing_says_which_text_and_where(draft: Draft, news: list[Change]) -> None:
    draft.replace("x", "ar", 2, 4, "حَم")
    assert news == [
        Change(
            Origin.LOCAL,
            "amal",
            texts=(TextChange("x", "ar", (Delta(2, 2, "حَم"),)),),
            actions=("typing",),
        )
    ]


def test_marking_changes_a_text_without_deltas(draft: Draft, news: list[Change]) -> None:
    draft.mark("x", "ar", 2, 4, Mark.STRONG)
    assert news[0].texts == (TextChange("x", "ar", ()),)
    assert not news[0].structure


def test_undo_and_redo_say_what_they_are(draft: Draft, news: list[Change]) -> None:
    draft.replace("x", "ar", 0, 1, "")
    draft.undo()
    draft.redo()
    assert [(one.origin, one.texts[0].deltas, one.actions) for one in news[1:]] == [
        (Origin.UNDO, (Delta(0, 0, "😀"),), ("typing",)),
        (Origin.REDO, (Delta(0, 1, ""),), ("typing",)),
    ]


@pytest.mark.parametrize(
    "edit",
    [
        lambda draft: draft.split_block("x", "ar", 1),
        lambda draft: draft.join_with_previous("y"),
        lambda draft: draft.move_block("y", None),
        lambda draft: draft.insert_block(BlockKind.SUBHEADING, "x"),
        lambda draft: draft.remove_block("x"),
        lambda draft: draft.set_kind("y", BlockKind.SUBHEADING),
    ],
)
def test_structure_changes_are_said_here_elsewhere_and_when_undone(
    draft: Draft, news: list[Change], edit: object
) -> None:
    other = Draft.from_updates([draft.updates_since(None)])
    there: list[Change] = []
    other.subscribe(there.append)
    edit(draft)  # type: ignore[operator]  a call on the draft
    draft.undo()
    other.apply(draft.updates_since(other.state_vector()))
    assert [one.structure for one in news] == [True, True]
    assert [one.structure for one in there] == [False]


def test_a_block_that_reappears_is_a_change_of_structure(draft: Draft, news: list[Change]) -> None:
    other = Draft.from_updates([draft.updates_since(None)])
    other.replace("x", "fr", 0, 0, "un")
    draft.remove_block("x")
    draft.apply(other.updates_since(draft.state_vector()))
    assert [(one.origin, one.structure) for one in news] == [
        (Origin.LOCAL, True),
        (Origin.REMOTE, True),
    ]


def test_fields_and_speakers_are_said_by_name(draft: Draft, news: list[Change]) -> None:
    draft.set_status(Status.APPROVED)
    speaker = draft.add_speaker(name="طه")
    draft.set_headline_speaker(speaker)
    draft.set_speaker(speaker, language="en", name="Taha")
    draft.add_language("en")
    assert [(one.fields, one.speakers, one.structure) for one in news] == [
        ({"status"}, False, False),
        (set(), True, False),
        ({"headline_speaker"}, False, False),
        (set(), True, False),
        ({"languages"}, False, False),
    ]


def test_a_listener_sees_the_draft_after_the_change_and_may_edit_it(
    draft: Draft, news: list[Change]
) -> None:
    def shout(change: Change) -> None:
        if change.texts and change.texts[0].where == "headline":
            seen.append(draft.snapshot().headline["ar"].words)
            draft.replace("subheadline", "ar", 0, 0, "!")

    seen: list[str] = []
    draft.subscribe(shout)
    draft.replace("headline", "ar", 0, 0, "خبر")
    assert seen == ["خبر"]
    assert [one.texts[0].where for one in news] == ["headline", "subheadline"]


def test_listeners_that_fail_stop_nobody_and_are_heard_of(draft: Draft) -> None:
    def fail(_news: object) -> None:
        raise ValueError("listener")

    told: list[object] = []
    draft.subscribe(fail)
    draft.on_update(fail)
    draft.subscribe(told.append)
    draft.on_update(told.append)
    with pytest.raises(ExceptionGroup) as caught:
        draft.replace("headline", "ar", 0, 0, "خبر")
    assert [str(error) for error in caught.value.exceptions] == ["listener"] * 2
    assert [type(each) for each in told] == [bytes, Change]
    assert draft.snapshot().headline["ar"].words == "خبر"
    with pytest.raises(ExceptionGroup):
        draft.undo()
    assert not draft.snapshot().headline
    assert draft.can_redo


def test_one_who_takes_leave_is_told_no_more(draft: Draft) -> None:
    told: list[object] = []
    leave = [draft.subscribe(told.append), draft.subscribe(told.append)]
    draft.on_update(told.append)()
    leave[0]()
    leave[0]()
    draft.replace("headline", "ar", 0, 0, "أ")
    assert len(told) == 1
    leave[1]()
    draft.replace("headline", "ar", 0, 0, "ب")
    assert len(told) == 1


def test_updates_given_to_the_file_rebuild_the_draft(draft: Draft) -> None:
    log = [draft.updates_since(None)]
    draft.on_update(log.append)
    other = Draft.from_updates(log)
    other.replace("y", "fr", 0, 0, "deux")
    draft.replace("y", "ar", 0, 0, "كلام")
    draft.apply(other.updates_since(draft.state_vector()))
    draft.undo()
    draft.split_block("x", "ar", 1)
    assert Draft.from_updates(log).snapshot() == draft.snapshot()


def test_an_update_that_says_nothing_new_is_no_change(draft: Draft, news: list[Change]) -> None:
    draft.apply(draft.updates_since(None))
    assert news == []
