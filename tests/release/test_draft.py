"""What a person does to a draft, told as stories."""

import pytest

from editor.release.changes import Change, Delta, Origin, TextChange
from editor.release.content import BlockKind, Mark, Release, Span, Text
from editor.release.draft import Draft
from editor.release.errors import DamagedUpdateError, MissingUpdatesError, RecordError


@pytest.fixture
def draft() -> Draft:
    """An empty Arabic draft."""
    return Draft.new("ar", author="amal")


def words(draft: Draft, language: str = "ar") -> list[str]:
    """The words of all blocks in a language."""
    return [block.text(language).words for block in draft.snapshot().blocks]


def test_a_new_draft_is_an_empty_release_with_an_id(draft: Draft) -> None:
    assert draft.snapshot() == Release(id=draft.id, language="ar", languages=("ar",))
    assert draft.id != Draft.new("ar").id


def test_splitting_and_joining_gives_the_block_back_with_its_marks(draft: Draft) -> None:
    speaker = draft.add_speaker(name="حسين طه")
    block = draft.insert_block(
        BlockKind.LEAD, None, {"ar": "قال: نرحب بالقرار", "en": "We welcome"}
    )
    draft.mark_quotation(block, "ar", 5, 17, speaker)
    before = draft.snapshot()
    new = draft.split_block(block, "ar", 9)
    assert words(draft) == ["قال: نرحب", " بالقرار"]
    assert draft.snapshot().blocks[1].text("ar").spans == (Span(0, 8, Mark.QUOTATION, speaker),)
    assert draft.join_with_previous(new, "ar") == block
    assert draft.snapshot() == before


def test_words_keep_their_id_when_a_block_is_split_at_its_start(draft: Draft) -> None:
    block = draft.insert_block(BlockKind.PARAGRAPH, None, {"ar": "كلام"})
    new = draft.split_block(block, "ar", 0)
    assert [one.id for one in draft.snapshot().blocks] == [new, block]
    assert words(draft) == ["", "كلام"]


def test_a_block_comes_back_when_another_writes_into_it_while_it_is_removed(draft: Draft) -> None:
    block = draft.insert_block(BlockKind.PARAGRAPH, None, {"ar": "كلام"})
    other = Draft.from_updates([draft.updates_since(None)])
    draft.remove_block(block)
    other.replace(block, "en", 0, 0, "Words")
    draft.apply(other.updates_since(draft.state_vector()), author="omar")
    assert words(draft) == ["كلام"]
    assert words(draft, "en") == ["Words"]


def test_one_change_tells_what_was_typed_and_by_whom(draft: Draft) -> None:
    changes: list[Change] = []
    draft.subscribe(changes.append)
    draft.replace("headline", "ar", 0, 0, "😀 خبر")
    draft.replace("headline", "ar", 1, 2, "!")
    assert [change.origin for change in changes] == [Origin.LOCAL] * 2
    assert changes[1].author == "amal"
    assert changes[1].texts == (TextChange("headline", "ar", (Delta(1, 1, "!"),)),)


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (0, 6), (3, 2), (6, 6)])
def test_a_stretch_outside_the_text_is_refused(draft: Draft, start: int, end: int) -> None:
    draft.replace("headline", "ar", 0, 0, "خبر 😀")
    with pytest.raises(RecordError):
        draft.replace("headline", "ar", start, end, "x")
    assert draft.snapshot().headline["ar"] == Text("خبر 😀")


def test_damaged_and_unordered_updates_are_refused_and_change_nothing(draft: Draft) -> None:
    updates: list[bytes] = []
    draft.on_update(updates.append)
    other = Draft.from_updates([draft.updates_since(None)])
    draft.replace("headline", "ar", 0, 0, "أول")
    draft.replace("headline", "ar", 3, 3, "ثان")
    before = other.snapshot()
    with pytest.raises(MissingUpdatesError):
        other.apply(updates[1])
    with pytest.raises(DamagedUpdateError):
        other.apply(updates[0][:-3])
    assert other.snapshot() == before
    for update in updates:
        other.apply(update)
    assert other.snapshot() == draft.snapshot()
