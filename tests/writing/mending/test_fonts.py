"""Widths and characters of a font's codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.writing.mending.fonts import character_map, read_widths, write_character_map
from editor.writing.mending.tokens import NotUnderstoodError


def test_widths_are_read_in_both_forms() -> None:
    assert read_widths([1, [500, 250.5], 7, 9, 600]) == {1: 500, 2: 250.5, 7: 600, 8: 600, 9: 600}


def test_widths_beyond_all_codes_are_not_understood() -> None:
    with pytest.raises(NotUnderstoodError):
        read_widths([0, 10**9, 500])


def test_characters_are_read_one_by_one_and_in_ranges() -> None:
    data = b"""1 beginbfchar <0001> <06440627> <0002><D83DDE00> endbfchar
    2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <06280650>] endbfrange"""
    assert character_map(data) == {
        1: "لا",
        2: "😀",
        0x10: "A",
        0x11: "B",
        0x12: "C",
        0x20: "a",
        0x21: "بِ",
    }


@given(
    st.dictionaries(
        st.integers(0, 0xFFFF),
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=3),
        max_size=250,
    )
)
def test_what_is_written_is_read_again(texts: dict[int, str]) -> None:
    assert character_map(write_character_map(texts)) == texts
