"""Marks: what they cover, what new words take over, and that they go where their words go."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.release import marks
from editor.release.content import (
    Block,
    BlockKind,
    Mark,
    Release,
    Span,
    Speaker,
    Text,
    Translated,
)
from editor.release.draft import Draft
from tests.release.edits import LANGUAGES, STRUCTURAL, Edit, marked_texts, number, perform, words

SPEAKERS = (Speaker("a"), Speaker("b"))
Q, T, L, E, S = Mark.QUOTATION, Mark.TITLE, Mark.LINK, Mark.EMPHASIS, Mark.STRONG


@pytest.fixture
def draft() -> Draft:
    """A draft with two speakers, "a" and "b", and ten letters in one block, "x"."""
    block = Block("x", BlockKind.PARAGRAPH, Translated(en=Text("0123456789")))
    return Draft.from_release(Release("r", "en", blocks=(block,), speakers=SPEAKERS))


def text(draft: Draft) -> Text:
    """The text of block "x"."""
    return draft.snapshot().blocks[0].text("en")


@settings(max_examples=100)
@given(marked_texts(st.sampled_from(["", "a", "b"])))
def test_any_spans_can_be_kept(marked: Text) -> None:
    runs = tuple((piece, dict(has)) for piece, has in marks.pieces(marked.words, marked.spans))
    assert marks.text_of(tuple(run for run in runs if run[0])) == marked


@pytest.mark.parametrize("mark", list(Mark))
@pytest.mark.parametrize(
    ("start", "end", "said", "expected"),
    [
        (4, 4, "new", (2, 9)),  # inside
        (3, 5, "new", (2, 7)),  # a word inside
        (2, 6, "new", (2, 5)),  # all of it
        (2, 3, "new", (2, 8)),  # its first word
        (5, 6, "new", (2, 8)),  # its last word
        (2, 2, "new", (5, 9)),  # before it
        (0, 2, "new", (3, 7)),  # the word before
        (6, 8, "new", (2, 6)),  # the word after
        (1, 3, "new", (4, 7)),  # across its start
        (5, 8, "new", (2, 5)),  # across its end
        (0, 10, "", None),  # everything
        (2, 6, "", None),  # exactly it: an empty span is none
        (3, 4, "", (2, 5)),
    ],
)
def test_new_words_take_the_marks_of_what_they_replace(
    draft: Draft, mark: Mark, start: int, end: int, said: str, expected: tuple[int, int] | None
) -> None:
    draft.mark("x", "en", 2, 6, mark, "a")
    draft.replace("x", "en", start, end, said)
    assert text(draft).spans == ((Span(*expected, mark, "a"),) if expected else ())


@pytest.mark.parametrize(
    ("mark", "expected"), [(E, (2, 7)), (S, (2, 7)), (Q, (2, 6)), (T, (2, 6)), (L, (2, 6))]
)
def test_only_emphasis_goes_on_at_its_end(
    draft: Draft, mark: Mark, expected: tuple[int, int]
) -> None:
    draft.mark("x", "en", 2, 6, mark, "a")
    draft.replace("x", "en", 6, 6, "!")
    assert text(draft).spans == (Span(*expected, mark, "a"),)


def test_given_spans_are_the_only_marks_of_new_words(draft: Draft) -> None:
    draft.mark("x", "en", 2, 8, S)
    draft.replace("x", "en", 4, 5, "new", [Span(0, 2, T), Span(1, 1, L, "https://example.org")])
    assert text(draft) == Text("0123new56789", (Span(2, 4, S), Span(4, 6, T), Span(7, 10, S)))
    draft.replace("x", "en", 4, 7, "", [])
    assert text(draft).spans == (Span(2, 7, S),)


@pytest.mark.parametrize(
    ("there", "mark", "expected"),
    [
        # Another person's quotation inside one, or around one, is nested.
        ([Span(1, 9, Q, "a")], Span(3, 5, Q, "b"), [Span(1, 9, Q, "a"), Span(3, 5, Q, "b")]),
        ([Span(3, 5, Q, "b")], Span(1, 9, Q, "a"), [Span(1, 9, Q, "a"), Span(3, 5, Q, "b")]),
        # The same stretch changes hands.
        ([Span(1, 9, Q, "a")], Span(1, 9, Q, "b"), [Span(1, 9, Q, "b")]),
        ([Span(1, 9, Q, "a")], Span(1, 9, Q, ""), [Span(1, 9, Q, "")]),
        # A stretch that reaches out takes its part of the other.
        ([Span(1, 5, Q, "a")], Span(3, 9, Q, "b"), [Span(1, 3, Q, "a"), Span(3, 9, Q, "b")]),
        # The same speaker's run together, and a part of them says nothing new.
        ([Span(1, 5, Q, "a")], Span(3, 9, Q, "a"), [Span(1, 9, Q, "a")]),
        ([Span(1, 9, Q, "a")], Span(3, 5, Q, "a"), [Span(1, 9, Q, "a")]),
        # A guess is confirmed by marking it again.
        ([Span(1, 9, Q, "a", unsure=True)], Span(1, 9, Q, "a"), [Span(1, 9, Q, "a")]),
        # Other marks are one deep.
        ([Span(1, 9, L, "x")], Span(3, 9, L, "y"), [Span(1, 3, L, "x"), Span(3, 9, L, "y")]),
        ([Span(1, 9, E)], Span(3, 5, S), [Span(1, 9, E), Span(3, 5, S)]),
        ([], Span(4, 4, E), []),
    ],
)  # fmt: skip
def test_a_mark_takes_its_place(
    draft: Draft, there: Sequence[Span], mark: Span, expected: Sequence[Span]
) -> None:
    draft.replace("x", "en", 0, 10, "0123456789", there)
    draft.mark("x", "en", mark.start, mark.end, mark.mark, mark.value, unsure=mark.unsure)
    assert text(draft).spans == tuple(expected)


@pytest.mark.parametrize(
    ("there", "start", "end", "mark", "expected"),
    [
        ([Span(1, 9, E)], 3, 5, E, [Span(1, 3, E), Span(5, 9, E)]),
        ([Span(1, 9, E)], 0, 10, E, []),
        ([Span(1, 9, E)], 3, 5, S, [Span(1, 9, E)]),
        ([Span(1, 9, Q, "a"), Span(3, 5, Q, "b")], 3, 5, Q, [Span(1, 9, Q, "a")]),
        ([Span(1, 9, Q, "a"), Span(3, 5, Q, "b")], 1, 9, Q, []),
        ([Span(1, 4, T), Span(6, 9, T)], 0, 7, T, [Span(7, 9, T)]),
    ],
)
def test_a_mark_comes_off(
    draft: Draft, there: Sequence[Span], start: int, end: int, mark: Mark, expected: Sequence[Span]
) -> None:
    draft.replace("x", "en", 0, 10, "0123456789", there)
    draft.unmark("x", "en", start, end, mark)
    assert text(draft).spans == tuple(expected)


@pytest.mark.parametrize(
    "spans",
    [
        (Span(0, 4, Q, "a"), Span(4, 8, Q, "b")),
        (Span(0, 4, Q, "a"), Span(4, 8, Q, "a")),
        (Span(0, 4, L, "x"), Span(4, 8, L, "y")),
        (Span(0, 4, T), Span(4, 8, T, unsure=True)),
        (Span(0, 8, Q, "a"), Span(2, 6, Q, "a"), Span(3, 4, Q, "b")),
        (Span(0, 6, T), Span(3, 8, T)),
    ],
)
def test_spans_that_touch_nest_or_cross_stay_what_they_were_read_as(
    draft: Draft, spans: tuple[Span, ...]
) -> None:
    draft.replace("x", "en", 0, 10, "0123456789", spans)
    assert text(draft).spans == spans


def test_removing_a_speaker_leaves_what_they_said_to_nobody_and_undo_gives_it_back(
    draft: Draft,
) -> None:
    spans = (Span(0, 6, Q, "a", unsure=True), Span(2, 4, Q, "b"), Span(7, 9, Q, "a"))
    draft.replace("x", "en", 0, 10, "0123456789", spans)
    draft.replace("headline", "en", 0, 0, "said a", [Span(0, 6, Q, "a")])
    draft.set_headline_speaker("a")
    draft.set_reads_for("b", "a")
    before = draft.snapshot()
    draft.remove_speaker("a")
    after = draft.snapshot()
    assert text(draft).spans == (
        Span(0, 6, Q, unsure=True),
        Span(2, 4, Q, "b"),
        Span(7, 9, Q),
    )
    assert after.headline["en"].spans == (Span(0, 6, Q),)
    assert (after.headline_speaker, [each.reads_for for each in after.speakers]) == (None, [None])
    draft.undo()
    assert draft.snapshot() == before


def test_marks_of_a_later_version_are_kept_and_not_shown(draft: Draft) -> None:
    port = draft._record._port
    with draft.action("x"):
        port.format("t/x/en", 1, 3, {"aside": {"value": "z"}, "strong.2": {}, "title": "odd"})
    assert Draft.from_updates([draft.updates_since(None)]).snapshot().blocks[0].text("en") == Text(
        "0123456789", (Span(1, 3, S),)
    )


plain = st.builds(
    Edit,
    st.sampled_from(["type", "swap", "delete", "mark", "unmark"]),
    number,
    number,
    number,
    words,
)


@settings(max_examples=100)
@given(st.lists(plain, max_size=25))
def test_every_character_bears_the_marks_a_list_of_characters_would(edits: Sequence[Edit]) -> None:
    """Against a model: a list of characters, each with the marks it bears."""
    draft, model = Draft.new("ar"), []
    for edit in edits:
        start = edit.a % (len(model) + 1)
        end = start if edit.name == "type" else min(start + edit.b % 9, len(model))
        mark = (E, S, T, L)[edit.c % 4]
        if edit.name == "mark":
            draft.mark("headline", "ar", start, end, mark, "v")
            model[start:end] = [(one, bears | {mark}) for one, bears in model[start:end]]
        elif edit.name == "unmark":
            draft.unmark("headline", "ar", start, end, mark)
            model[start:end] = [(one, bears - {mark}) for one, bears in model[start:end]]
        else:
            said = "" if edit.name == "delete" else edit.words
            draft.replace("headline", "ar", start, end, said)
            taken = taken_over(model, start, end)
            model[start:end] = [(one, taken) for one in said]
        shown = draft.snapshot().headline.get("ar", Text())
        assert bearing(shown) == model


def taken_over(model: list[tuple[str, frozenset[Mark]]], start: int, end: int) -> frozenset[Mark]:
    """The marks that new words take in the model."""
    if start < end:
        return frozenset.intersection(*(bears for _, bears in model[start:end]))
    before = model[start - 1][1] if start else frozenset()
    after = model[start][1] if start < len(model) else frozenset()
    return (before & after) | (before & {E, S})


def bearing(text: Text) -> list[tuple[str, frozenset[Mark]]]:
    """Every character of a text with the marks it bears."""
    return [
        (one, frozenset(span.mark for span in text.spans if span.start <= at < span.end))
        for at, one in enumerate(text.words)
    ]


structural = st.builds(Edit, st.sampled_from(STRUCTURAL), number, number, number, st.just(""))


@settings(max_examples=60)
@given(
    st.lists(marked_texts(st.sampled_from(["", "a", "b"])), min_size=1, max_size=4),
    st.lists(structural, max_size=15),
)
def test_marks_go_where_their_words_go(texts: Sequence[Text], edits: Sequence[Edit]) -> None:
    """Split, join, move and the like leave every character the marks it bears."""
    draft = Draft.from_release(Release("r", "ar", speakers=SPEAKERS))
    letters = iter(range(0x4E00, 0x9FFF))
    for at, marked in enumerate(texts):
        distinct = "".join(chr(next(letters)) for _ in marked.words)
        draft.insert_block(
            BlockKind.PARAGRAPH, None, {LANGUAGES[at % 3]: Text(distinct, marked.spans)}
        )
    before = borne(draft.snapshot())
    for edit in edits:
        perform(draft, edit)
    after = borne(draft.snapshot())
    assert after == {one: before[one] for one in after}


def borne(release: Release) -> dict[str, frozenset[tuple[Mark, str, bool]]]:
    """The marks that every distinct letter of a release bears."""
    return {
        one: frozenset((s.mark, s.value, s.unsure) for s in text.spans if s.start <= at < s.end)
        for language in LANGUAGES
        for _, text in release.texts(language)
        for at, one in enumerate(text.words)
        if one >= "\u4e00"
    }
