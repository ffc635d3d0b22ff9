"""Lines of so many columns say what the text says, and hold together what it holds."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from editor.text.wrapping import columns, wrapped

_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeddah", 6),
        ("جدة", 3),
        ("مُدُن", 3),
        ("\u2066OIC\u2069", 3),
        ("日本", 4),
        ("e\u0301tat", 4),
        ("", 0),
    ],
)
def test_columns_count_what_is_seen(text: str, expected: int) -> None:
    assert columns(text) == expected


def test_a_line_breaks_at_spaces_only() -> None:
    assert wrapped("The plan for 2025–2030 begins", 12) == ["The plan for", "2025–2030", "begins"]


def test_a_no_break_space_holds() -> None:
    assert wrapped("call 12\u00a0651\u00a05222 now", 8) == ["call", "12\u00a0651\u00a05222", "now"]


def test_an_address_longer_than_a_line_stays_whole() -> None:
    assert wrapped("see https://www.oic.example/food", 10) == [
        "see",
        "https://www.oic.example/food",
    ]


def test_a_line_feed_stays_a_line_end() -> None:
    assert wrapped("one\n\ntwo", 20) == ["one", "", "two"]


def test_an_isolate_that_goes_on_over_a_break_is_closed_and_opened_again() -> None:
    assert wrapped("قال \u2066United Nations\u2069 اليوم", 10) == [
        "قال \u2066United\u2069",
        "\u2066Nations\u2069",
        "اليوم",
    ]


def test_an_indent_takes_columns_away() -> None:
    assert wrapped("one two", 7, indent=2) == ["one", "two"]


@given(
    st.text(alphabet="ab جد12\u064b\u2066\u2067\u2069\u00a0\n", max_size=80),
    st.integers(min_value=1, max_value=30),
)
def test_wrapping_loses_no_word_and_fills_no_line_over(text: str, width: int) -> None:
    lines = wrapped(text, width)
    bare = [line.translate(_ISOLATES) for line in lines]
    assert regex.findall(r"[^ \n]+", "\n".join(bare)) == regex.findall(
        r"[^ \n]+", text.translate(_ISOLATES)
    )
    assert all(columns(line) <= width or " " not in line.strip(" ") for line in lines)
