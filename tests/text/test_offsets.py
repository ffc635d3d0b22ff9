"""Offsets convert between code points, UTF-16 units and bytes without losing a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.offsets import point_offset, utf8_offset, utf16_length, utf16_offset

MIXED = st.text(st.sampled_from("aéبَّلا\u00a0\u200f«»😀👩‍👩‍👧🇸🇦\u0301"), max_size=40)


@pytest.mark.parametrize(
    ("text", "point", "unit", "byte"),
    [
        ("جدة", 2, 2, 4),
        ("😀جدة", 1, 2, 4),
        ("OIC جدة", 5, 5, 6),
        ("مُحَمَّد", 8, 8, 16),
        ("", 0, 0, 0),
    ],
)
def test_a_place_has_one_offset_in_each_unit(text: str, point: int, unit: int, byte: int) -> None:
    assert unit == utf16_offset(text, point)
    assert point == point_offset(text, unit)
    assert byte == utf8_offset(text, point)


def test_inside_a_surrogate_pair_is_before_the_character() -> None:
    assert point_offset("a😀b", 2) == 1


def test_past_the_end_is_the_end() -> None:
    assert point_offset("بَ", 9) == 2
    assert point_offset("ab", 9) == 2


@given(MIXED)
def test_conversion_goes_there_and_back_at_every_place(text: str) -> None:
    for point in range(len(text) + 1):
        unit = utf16_offset(text, point)
        assert point_offset(text, unit) == point
        assert unit == len(text[:point].encode("utf-16-le")) // 2
    assert utf16_length(text) == utf16_offset(text, len(text))
