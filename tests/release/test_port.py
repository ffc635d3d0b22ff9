"""The engine behind the port: it counts in bytes, and it must not be trusted with bad bytes."""

import gc
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.release.commit import Commit
from editor.release.content import BlockKind, Release
from editor.release.draft import Draft
from editor.release.errors import DamagedUpdateError, MissingUpdatesError
from editor.release.port import Port
from editor.release.runs import words_of
from tests.release.edits import CLUSTERS, LANGUAGES

NAME = "t/b1/ar"
splices = st.lists(
    st.tuples(
        st.integers(0, 100),
        st.integers(0, 9),
        st.lists(st.sampled_from(CLUSTERS), max_size=4).map("".join),
        st.sampled_from([{}, {"strong": {"value": ""}}, {"link": {"value": "é"}}]),
    ),
    max_size=30,
)


def ignore(_commit: Commit) -> None:
    """Take no notice of what a transaction did."""


def port(*updates: bytes) -> Port:
    """A document with one map."""
    return Port(["m"], ["m"], updates)


@settings(max_examples=100)
@given(splices)
def test_splices_are_those_of_python_strings(edits: Sequence[tuple[int, int, str, dict]]) -> None:
    """Every offset of the port is a Python index, whatever the characters around it."""
    here, model = port(), ""
    for place, length, words, attributes in edits:
        start = place % (len(model) + 1)
        end = min(start + length, len(model))
        with here.transaction(ignore):
            here.splice(NAME, start, end, words, attributes)
            here.format(NAME, start, start + len(words), {"title": {"value": "x"}})
        model = model[:start] + words + model[end:]
        assert here.words(NAME) == words_of(here.runs(NAME)) == model
    assert port(here.updates_since(None)).runs(NAME) == port(here.updates_since(None)).runs(NAME)
    assert port(here.updates_since(None)).words(NAME) == model


@settings(max_examples=60)
@given(splices)
def test_what_is_kept_of_a_text_is_what_the_engine_has(
    edits: Sequence[tuple[int, int, str, dict]],
) -> None:
    here = port()
    for place, length, words, attributes in edits:
        start = place % (len(here.words(NAME)) + 1)
        end = min(start + length, len(here.words(NAME)))
        with here.transaction(ignore):
            here.splice(NAME, start, end, words, attributes)
        there = port(here.updates_since(None))
        assert by_character(here) == by_character(there)


def by_character(document: Port) -> list[tuple[str, object]]:
    """Every character of the text with its attributes."""
    return [(one, dict(marks)) for words, marks in document.runs(NAME) for one in words]


def test_the_deltas_of_another_copy_count_code_points() -> None:
    here, there, said = port(), port(), []
    with here.transaction(ignore):
        here.splice(NAME, 0, 0, "👨‍👩‍👧 حَمْد é", {})
    there.apply(here.updates_since(None), ignore)
    with here.transaction(ignore):
        here.splice(NAME, 7, 9, "x", {})
        here.splice(NAME, 0, 1, "", {})
    there.apply(here.updates_since(there.state_vector()), said.append)
    assert there.words(NAME) == here.words(NAME)
    text = "👨‍👩‍👧 حَمْد é"
    for delta in said[0].texts[NAME]:
        text = text[: delta.start] + delta.inserted + text[delta.start + delta.removed :]
    assert text == here.words(NAME)


def test_a_foreign_object_in_a_text_takes_one_place_and_breaks_nothing() -> None:
    """Another program of the same format may put an image into a text."""
    import pycrdt  # noqa: PLC0415  only here does a test play such a program

    doc = pycrdt.Doc()
    text = doc.get(NAME, type=pycrdt.Text)
    text.insert(0, "سلام")
    text.insert_embed(4, {"image": "x"})
    here = port(doc.get_update())
    assert here.words(NAME) == "سل\x1aام"
    with here.transaction(ignore):
        here.splice(NAME, 5, 5, "!", {})
    assert here.words(NAME) == "سل\x1aام!"
    assert port(here.updates_since(None)).words(NAME) == "سل\x1aام!"


def test_two_people_who_begin_the_same_text_both_keep_their_words() -> None:
    one, other = port(), port()
    for document, words in ((one, "Alice"), (other, "Bob")):
        with document.transaction(ignore):
            document.splice(NAME, 0, 0, words, {})
    one.apply(other.updates_since(None), ignore)
    other.apply(one.updates_since(None), ignore)
    assert one.words(NAME) == other.words(NAME)
    assert sorted(one.words(NAME)) == sorted("AliceBob")


def history(dice: Random) -> tuple[list[bytes], Release]:
    """The updates of a draft of two people, in order, and what it says at the end."""
    log: list[bytes] = []
    draft = Draft.new("ar")
    log.append(draft.updates_since(None))
    draft.on_update(log.append)
    other = Draft.from_updates(log)
    block = draft.insert_block(BlockKind.LEAD, None, {"ar": "كلام 😀"})
    for _ in range(30):
        writer = dice.choice([draft, other])
        if writer is other:
            other.apply(draft.updates_since(other.state_vector()))
        length = len(dict(writer.snapshot().texts("ar"))[block].words)
        start = dice.randint(0, length)
        end = min(length, start + dice.randint(0, 2))
        writer.replace(block, "ar", start, end, dice.choice(CLUSTERS))
        draft.apply(other.updates_since(draft.state_vector()))
    return log, draft.snapshot()


@settings(max_examples=8)
@given(st.randoms(use_true_random=True))
def test_updates_with_a_gap_or_out_of_order_are_never_taken_in(dice: Random) -> None:
    """The engine would take them, say nothing, and lose words."""
    log, final = history(dice)
    assert Draft.from_updates([*log, *log[3:9]]).snapshot() == final
    shuffled = dice.sample(log, len(log))
    draft, refused = Draft.from_updates(log[:1]), 0
    for update in shuffled:
        before = draft.snapshot()
        try:
            draft.apply(update)
        except MissingUpdatesError:
            refused += 1
            assert draft.snapshot() == before
    assert refused or shuffled == log
    draft.apply(Draft.from_updates(log).updates_since(draft.state_vector()))
    assert draft.snapshot() == final
    with pytest.raises(MissingUpdatesError):
        Draft.from_updates([log[0], *log[2:]])


@settings(max_examples=4)
@given(st.randoms(use_true_random=True))
def test_damaged_updates_are_refused_or_harmless(dice: Random) -> None:
    """The engine has no checksum: what it takes may say anything, but the draft goes on working."""
    log, _ = history(dice)
    good = Draft.from_updates(log[:20])
    reference = good.updates_since(None)
    refused = 0
    for _ in range(150):
        update = bytearray(dice.choice([*log[20:], Draft.from_updates(log).updates_since(None)]))
        for _ in range(dice.randint(1, 3)):
            update[dice.randrange(len(update))] = dice.randrange(256)
        draft = Draft.from_updates([reference])
        before = draft.snapshot()
        try:
            draft.apply(bytes(update))
        except (DamagedUpdateError, MissingUpdatesError):
            refused += 1
            assert draft.snapshot() == before
            assert draft.updates_since(None) == reference
        for language in LANGUAGES:
            draft.replace("headline", language, 0, 0, "خبر")
        assert draft.snapshot().headline["fr"].words.startswith("خبر")
    assert refused > 75


@pytest.mark.parametrize("damaged", [b"", b"\xff\xff\xff", b"\x01\x02\x03", b"RIFF" * 100])
def test_what_is_no_update_is_refused(damaged: bytes) -> None:
    with pytest.raises(DamagedUpdateError):
        Draft.new().apply(damaged)
    with pytest.raises(DamagedUpdateError):
        Draft.from_updates([damaged])


def test_bytes_that_make_the_engine_panic_are_refused_and_leave_the_draft_alive() -> None:
    """An insertion whose clock is far beyond anything: the Rust side gives up half-way."""
    begun = bytes.fromhex("01010100040105742f612f6202616200")
    monstrous = bytes.fromhex("0101019297f2d7c8f1ba0a44010002787900")
    draft = Draft.from_updates([begun])
    with pytest.raises(DamagedUpdateError, match="damaged"):
        draft.apply(monstrous)
    assert draft.updates_since(None) == begun
    other = Draft.new("ar")
    draft.apply(other.updates_since(None))
    draft.replace("headline", "ar", 0, 0, "خبر")
    other.apply(draft.updates_since(other.state_vector()))
    assert other.snapshot() == draft.snapshot()
    with pytest.raises(DamagedUpdateError):
        Draft.from_updates([begun, monstrous])


def test_a_state_vector_that_is_none_is_refused() -> None:
    with pytest.raises(DamagedUpdateError):
        Draft.new().updates_since(b"\xff\xff\xff")


def test_a_draft_is_let_go_of_with_its_document() -> None:
    """The engine keeps what it calls back to: that must not be the document."""
    import weakref  # noqa: PLC0415  nothing else here watches a life end

    draft = Draft.new("ar")
    draft.replace("headline", "ar", 0, 0, "خبر")
    document = weakref.ref(draft._record._port._doc)
    gc.disable()
    try:
        del draft
        assert document() is None
    finally:
        gc.enable()
