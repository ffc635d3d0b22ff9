import unicodedata

import pytest

from editor.text.characters import (
    DIRECTION_CONTROLS,
    EXOTIC_SPACES,
    code_point,
    find_gaps,
    seen_after,
    seen_before,
    seen_end,
)


def test_exotic_spaces_are_unicodes_spaces_without_the_ordinary_one() -> None:
    zs = {chr(n) for n in range(0x3001) if unicodedata.category(chr(n)) == "Zs"}
    assert zs - {" "} == EXOTIC_SPACES


def test_direction_controls_are_unicodes_bidi_control() -> None:
    assert {unicodedata.category(control) for control in DIRECTION_CONTROLS} == {"Cf"}
    assert len(DIRECTION_CONTROLS) == 12


def test_a_gap_is_as_long_as_it_gets_and_knows_its_neighbours() -> None:
    found = [(g.start, g.end, g.before, g.after) for g in find_gaps(" أ \u00a0ب\n ")]
    assert found == [(0, 1, "", "أ"), (2, 4, "أ", "ب"), (6, 7, "\n", "")]


@pytest.mark.parametrize(
    ("text", "starts"),
    [("أ ب", []), ("أ  ب", [1]), ("أ\u00a0ب", [1]), ("أ، ب", [2]), ("أ 5", [1]), ("a b c ", [5])],
)
def test_a_plain_space_between_letters_is_no_gap(text: str, starts: list[int]) -> None:
    assert [gap.start for gap in find_gaps(text)] == starts


@pytest.mark.parametrize(
    ("text", "edges"), [(" أ", [True]), ("أ، ب", [False]), ("أ \nب", [True]), ("أ ", [True])]
)
def test_a_gap_at_the_edge_of_a_line_says_so(text: str, edges: list[bool]) -> None:
    assert [gap.is_edge for gap in find_gaps(text)] == edges


def test_what_cannot_be_seen_does_not_hide_a_neighbour() -> None:
    text = "أ\u200f\u200b،"
    assert (seen_before(text, 3), seen_after(text, 1)) == ("أ", "،")
    assert (seen_before(text, 0), seen_after(text, 4)) == ("", "")


@pytest.mark.parametrize(("text", "end"), [("قال.\u200f \u00a0", 4), ("", 0), (" \u200f", 0)])
def test_the_seen_end_leaves_spaces_and_marks_out(text: str, end: int) -> None:
    assert seen_end(text) == end


def test_a_character_is_named_as_unicode_names_it() -> None:
    assert code_point("\u202e") == "U+202E"
