"""The values that rules and writers read."""

import pytest

from editor.release.content import (
    FIELDS,
    HEADLINE,
    Block,
    BlockKind,
    Dateline,
    Mark,
    Release,
    Span,
    Speaker,
    Text,
    Translated,
)
from editor.release.languages import LANGUAGES
from editor.release.source import Piece, Source

TEXT = Text("قال: نعم", (Span(0, 3, Mark.TERM), Span(5, 8, Mark.QUOTATION, "s1")))
BLOCK = Block("b1", BlockKind.LEAD, Translated(ar=TEXT))
RELEASE = Release(
    "r",
    "ar",
    headline=Translated(en=Text("News")),
    dateline=Dateline(places=Translated(ar="جدة"), written=Translated(ar="جدة –")),
    blocks=(BLOCK,),
    speakers=(Speaker("s1"),),
)


def test_translations_are_in_the_order_of_their_codes_and_compare_by_value() -> None:
    one, other = Translated(en="b", ar="a"), Translated({"ar": "a"}, en="b")
    assert (list(one), one == other, hash(one) == hash(other)) == (["ar", "en"], True, True)
    assert (len(one), one["en"], one != {"ar": "a", "en": "b"}) == (2, "b", True)
    assert repr(one) == "Translated({'ar': 'a', 'en': 'b'})"


def test_a_text_gives_its_spans_by_mark() -> None:
    assert list(TEXT.marked(Mark.QUOTATION)) == [Span(5, 8, Mark.QUOTATION, "s1")]


def test_a_block_is_empty_in_a_language_it_has_no_text_in() -> None:
    assert (BLOCK.text("ar"), BLOCK.text("fr")) == (TEXT, Text())


def test_a_release_finds_its_speakers() -> None:
    assert RELEASE.speaker("s1") == Speaker("s1")
    assert (RELEASE.speaker("s2"), RELEASE.speaker(None)) == (None, None)


def test_a_release_names_all_its_texts_in_order() -> None:
    arabic = dict(RELEASE.texts("ar"))
    assert list(arabic) == [*FIELDS, "b1"]
    assert [text.words for text in arabic.values()] == ["", "", "جدة –", "جدة", "", "قال: نعم"]
    assert dict(RELEASE.texts("en"))[HEADLINE].words == "News"


@pytest.mark.parametrize(
    ("code", "tag", "is_rtl"),
    [("ar", "ar-SA", True), ("en", "en-GB", False), ("fr", "fr-FR", False)],
)
def test_a_language_has_a_tag_and_a_direction(code: str, tag: str, *, is_rtl: bool) -> None:
    assert (LANGUAGES[code].tag, LANGUAGES[code].is_rtl) == (tag, is_rtl)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 3, (10, 13)),
        (0, 5, (10, 22)),  # over the break that the source has between the pieces
        (3, 5, (20, 22)),
        (3, 3, (20, 20)),
        (5, 5, (22, 22)),
        (6, 6, None),
    ],
)
def test_a_stretch_is_found_in_the_source(
    start: int, end: int, expected: tuple[int, int] | None
) -> None:
    source = Source("", pieces={"b1": (Piece(0, 10, 3), Piece(3, 20, 2))})
    assert source.locate("b1", start, end) == expected
    assert source.locate("b2", start, end) is None
