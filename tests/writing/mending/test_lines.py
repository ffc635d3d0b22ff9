"""Glyphs become clusters and lines, in the logical order of the runs."""

from editor.writing.mending.lines import Line, lines
from editor.writing.mending.page import Glyph, Item, Section

SIZE = 10.0


def item(
    text: list[str],
    x: float,
    y: float = 700,
    *,
    widths: list[float] | None = None,
    rtl: bool = False,
) -> Item:
    """A piece of text: one glyph for each string, half an em wide unless it says otherwise."""
    section = Section("/Span", {}, 0, 0, 0)
    glyphs = []
    for letters, width in zip(text, widths or [5.0] * len(text), strict=True):
        glyphs.append(Glyph(x, y, x, 1, "/f0", SIZE, width, letters, 0))
        x += width
    return Item(section, 0, 0, (), b"", 0, glyphs, rtl)


def found(*items: Item, rtl: bool = True) -> list[Line]:
    return list(lines(0, items, rtl=rtl))


def test_a_run_from_the_right_is_turned_round() -> None:
    (line,) = found(item(["ج", "ب", "أ"], 100))
    assert line.text == "أبج"
    assert [cluster.text for cluster in line.clusters] == ["ج", "ب", "أ"]


def test_runs_are_taken_in_the_order_of_the_stream() -> None:
    (line,) = found(item([" ", "أ"], 110), item(["1", "2"], 100), item(["ب", " "], 90))
    assert line.text == "أ 12 ب"
    assert [cluster.text for cluster in line.clusters] == ["ب", " ", "1", "2", " ", "أ"]


def test_marks_that_are_drawn_apart_belong_to_the_letter_they_stand_on() -> None:
    (line,) = found(
        item(["د"], 95),
        item(["كَّ"], 100, 703, widths=[0]),
        item(["كَّ", "كَّ"], 100, widths=[0, 5]),
        item(["أ"], 105),
    )
    assert line.text == "أكَّد"
    assert [len(cluster.glyphs) for cluster in line.clusters] == [1, 3, 1]


def test_marks_above_the_next_line_are_not_those_of_this_one() -> None:
    first, second = found(item(["أ"], 100), item(["بَ"], 60, 683, widths=[0]), item(["بَ"], 60, 680))
    assert (first.text, second.text) == ("أ", "بَ")


def test_marks_after_their_letter_in_a_run_from_the_left_are_its_own() -> None:
    (line,) = found(item(["e", "\u0301", "x"], 100, widths=[5, 0, 5]), rtl=False)
    assert [len(cluster.glyphs) for cluster in line.clusters] == [2, 1]


def test_a_sign_without_letters_belongs_to_what_the_block_runs_like() -> None:
    pieces = item(["ب", "أ"], 100), item([")", "."], 110)
    assert found(*pieces, rtl=True)[0].text == ".)أب"
    assert found(*pieces, rtl=False)[0].text == "أب)."


def test_a_cluster_ends_where_the_next_begins() -> None:
    (line,) = found(item(["ج", "ب"], 100, widths=[4, 6]))
    assert [(cluster.start, cluster.end) for cluster in line.clusters] == [(100, 104), (104, 110)]


def test_other_heights_are_other_lines() -> None:
    text = [
        line.text for line in found(item(["أ"], 100), item(["ب"], 95, 702), item(["ج"], 100, 680))
    ]
    assert text == ["أب", "ج"]


def test_the_space_that_ends_a_line_is_put_beside_its_last_letter() -> None:
    space = item([" "], 100)
    space.glyphs += [glyph._replace(pen=100) for glyph in item(["ب", "أ"], 100).glyphs]
    (line,) = found(space)
    assert line.text == "أب "
    assert [(c.text, c.start, c.end) for c in line.clusters] == [
        (" ", 95, 100),
        ("ب", 100, 105),
        ("أ", 105, 110),
    ]
