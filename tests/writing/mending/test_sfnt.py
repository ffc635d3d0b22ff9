"""Glyphs are added to a TrueType font, and the font stays a font."""

import io

import pytest
from fontTools.ttLib import TTFont

from editor.house.fonts import font_folder
from editor.writing.mending.sfnt import Component, TrueType
from editor.writing.mending.tokens import NotUnderstoodError


@pytest.fixture(scope="module")
def font() -> bytes:
    folder = font_folder("Amiri")
    assert folder is not None
    return next(folder.rglob("Amiri-Regular.ttf")).read_bytes()


def glyphs(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data), lazy=False)


def test_a_composite_has_its_parts_where_they_were_put(font: bytes) -> None:
    before = glyphs(font)
    alef, damma = (before.getGlyphID(before.getBestCmap()[code]) for code in (0x627, 0x64F))
    file = TrueType(font)
    code = file.add([Component(alef, 10, 0), Component(damma, -40, 300)], 321)
    after = glyphs(file.data())
    name = after.getGlyphOrder()[code]
    glyph = after["glyf"][name]
    order = after.getGlyphOrder()
    assert [(part.glyphName, part.x, part.y) for part in glyph.components] == [
        (order[alef], 10, 0),
        (order[damma], -40, 300),
    ]
    assert after["hmtx"][name] == (321, glyph.xMin)
    box = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
    glyph.recalcBounds(after["glyf"])
    assert box == (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)


def test_what_was_there_stays(font: bytes) -> None:
    file = TrueType(font)
    first = file.count
    assert [file.add([], 100), file.add([Component(5, 0, 0)], 7)] == [first, first + 1]
    before, after = glyphs(font), glyphs(file.data())
    assert after["maxp"].numGlyphs == first + 2
    for at in range(0, first, 97):
        name, now = before.getGlyphOrder()[at], after.getGlyphOrder()[at]
        assert before["hmtx"][name] == after["hmtx"][now]
        assert before["glyf"][name].compile(before["glyf"]) == after["glyf"][now].compile(
            after["glyf"]
        )


def test_parts_without_ink_make_an_empty_glyph(font: bytes) -> None:
    before = glyphs(font)
    space = before.getGlyphID(before.getBestCmap()[0x20])
    file = TrueType(font)
    code = file.add([Component(space, 3, 3)], 50)
    after = glyphs(file.data())
    assert after["glyf"][after.getGlyphOrder()[code]].numberOfContours == 0


def test_the_sums_of_the_tables_are_right(font: bytes) -> None:
    file = TrueType(font)
    file.add([Component(5, 0, 0)], 7)
    TTFont(io.BytesIO(file.data()), checkChecksums=2)


def test_a_font_can_be_full(font: bytes) -> None:
    file = TrueType(font)
    for _ in range(0xFFFF - file.count):
        file.add([], 1)
    with pytest.raises(NotUnderstoodError):
        file.add([], 1)


@pytest.mark.parametrize(
    ("part", "advance"), [(Component(100, 0, 99999), 1), (Component(100, 0, 0), -1)]
)
def test_numbers_that_a_font_cannot_hold_are_refused(
    font: bytes, part: Component, advance: int
) -> None:
    with pytest.raises(NotUnderstoodError):
        TrueType(font).add([part], advance)


@pytest.mark.parametrize(
    "data", [b"", b"OTTO", b"\x00\x01\x00\x00\x00\x09", b"\x00\x01\x00\x00" + bytes(50)]
)
def test_what_is_no_truetype_font_is_not_understood(data: bytes) -> None:
    with pytest.raises(NotUnderstoodError):
        TrueType(data)
