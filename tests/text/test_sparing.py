"""Plain text keeps the isolates that change what is seen, and no others."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from editor.text.isolates import isolate
from editor.text.sparing import spared

_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("قال \u2066Reuters\u2069 اليوم", "ar"),
        ("عقد في (\u2066OIC\u2069) أمس", "ar"),
        ("held by (\u2067منظمة\u2069) today", "en"),
        ("بلغ \u20662018\u2069", "ar"),
    ],
)
def test_isolates_that_change_nothing_go(line: str, language: str) -> None:
    assert spared(line, language) == line.translate(_ISOLATES)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("للفترة \u20662020-2030\u2069 خطة", "ar"),
        ("الهاتف \u2066+966\u00a012\u00a0651\u00a05222\u2069 للجميع", "ar"),
        ("\u2066OIC\u2069 منظمة", "ar"),  # would begin a line from left to right
        ("\u2067منظمة\u2069 is the name", "en"),
    ],
)
def test_isolates_that_hold_a_line_together_stay(line: str, language: str) -> None:
    assert spared(line, language) == line


def test_only_the_needed_pairs_of_a_line_stay() -> None:
    line = "للفترة \u20662020-2030\u2069 قال \u2066Reuters\u2069 اليوم"
    assert spared(line, "ar") == "للفترة \u20662020-2030\u2069 قال Reuters اليوم"


def test_an_endless_line_keeps_its_isolates() -> None:
    """What would take minutes to find out is not found out."""
    line = "\u2066OIC\u2069 منظمة 2020-2030 " * 5000
    assert spared(line, "ar") == line


@given(st.text(alphabet="ab جد12-+().:", max_size=40), st.sampled_from(["ar", "en", "fr"]))
def test_what_is_seen_never_changes(text: str, language: str) -> None:
    isolated = isolate(text, language)
    base = "R" if language == "ar" else "L"
    kept = spared(isolated, language)
    assert get_display(kept, base_dir=base).translate(_ISOLATES) == get_display(
        isolated, base_dir=base
    ).translate(_ISOLATES)
    assert kept.translate(_ISOLATES) == isolated.translate(_ISOLATES)
