"""What stands where on a page, and what is left alone."""

import pytest

from editor.writing.mending.fonts import Font
from editor.writing.mending.page import Page
from editor.writing.mending.placements import read_page
from editor.writing.mending.tokens import NotUnderstoodError

FONT = Font({1: 500, 2: 250}, 0, {1: "a", 2: "b", 3: "\u064b"}, None)
TEXT = "/Span<</MCID 4>>BDC q 1 0 0 1 100 700 cm 1 g BT %s ET Q EMC"


def read(content: str) -> Page:
    return read_page(content.encode("latin-1"), {"/f0": FONT})


def test_glyphs_stand_where_strings_moves_and_matrices_put_them() -> None:
    page = read(TEXT % "/f0 10 Tf 1 0 0 1 5 2 Tm[<0001>-100<0002>50<0001>]TJ")
    (item,) = page.items
    assert item.section.mcid == 4
    assert item.state == b"1 g"
    assert [(g.x, g.y, g.pen, g.width, g.text) for g in item.glyphs] == [
        (105, 702, 105, 5, "a"),
        (111, 702, 110, 2.5, "b"),
        (113, 702, 113.5, 5, "a"),
    ]


def test_a_span_gives_all_its_glyphs_its_text() -> None:
    page = read(
        TEXT % "/f0 10 Tf /Span<</ActualText<FEFF0062064B>>>BDC <0003>Tj <0002>Tj EMC <0002>Tj"
    )
    found = [(glyph.text, glyph.span) for glyph in page.items[0].glyphs]
    assert found == [("b\u064b", 1), ("b\u064b", 1), ("b", 0)]


def test_strings_that_run_from_the_right_are_known() -> None:
    page = read(TEXT % "/ReversedChars BMC /f0 10 Tf <0001>Tj EMC")
    assert page.items[0].reversed


@pytest.mark.parametrize(
    "content",
    [
        TEXT % "/f0 10 Tf 0 1 -1 0 0 0 Tm <0001>Tj",  # turned
        TEXT % "/f0 10 Tf 2 0 0 2 0 0 Tm <0001>Tj",  # scaled
        TEXT % "/f1 10 Tf <0001>Tj",  # a font of another kind
        TEXT % "/f0 10 Tf 3 Tc <0001>Tj",  # spaced
        "/Span<</MCID 4>>BDC q 0 0 9 9 re f BT /f0 10 Tf <0001>Tj ET Q EMC",  # on a drawing
        "/Span<</MCID 4>>BDC BT /f0 10 Tf <0001>Tj ET EMC",  # without q
        "/Span<</MCID 4>>BDC /In BMC q BT /f0 10 Tf <0001>Tj ET Q EMC EMC",  # in a section within
    ],
)
def test_text_that_cannot_be_written_anew_is_left_alone(content: str) -> None:
    page = read(content)
    assert page.items == []
    assert page.sections[0].more


@pytest.mark.parametrize(
    "content",
    ["q", "Q", "EMC", "/P BMC", "BT", "BT EMC ET", "BT /P BMC ET", "1 0 cm", "2 Tc", "/a /b BDC"],
)
def test_a_page_that_is_not_well_formed_is_not_understood(content: str) -> None:
    with pytest.raises(NotUnderstoodError):
        read(content)
