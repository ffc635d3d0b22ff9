"""Days are written out in each language, and known in both calendars."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.calendars import (
    FIRST_HIJRI_DAY,
    LAST_HIJRI_DAY,
    HijriDate,
    format_date,
    format_hijri,
    from_hijri,
    hijri_shift,
    to_hijri,
    weekday_name,
)
from editor.text.dates import find_dates

DAY = date(2018, 11, 15)


@pytest.mark.parametrize(
    ("language", "written", "weekday", "hijri"),
    [
        ("ar", "15 نوفمبر 2018", "الخميس", "7 ربيع الأول 1440هـ"),
        ("en", "15 November 2018", "Thursday", "7 Rabi' al-Awwal 1440 AH"),
        ("fr", "15 novembre 2018", "jeudi", "7 Rabi' al-awwal 1440 H"),
    ],
)
def test_a_day_is_written_in_each_language(
    language: str, written: str, weekday: str, hijri: str
) -> None:
    assert written == format_date(DAY, language)
    assert weekday == weekday_name(DAY, language)
    assert hijri == format_hijri(HijriDate(1440, 3, 7), language)


def test_the_first_of_the_month_is_ordinal_in_french() -> None:
    assert format_date(date(2023, 5, 1), "fr") == "1er mai 2023"


def test_months_can_be_named_after_another_system() -> None:
    assert format_date(DAY, "ar", "levant") == "15 تشرين الثاني 2018"


def test_the_shift_that_a_moon_sighting_made_is_found() -> None:
    assert hijri_shift(date(2018, 5, 5), HijriDate(1439, 8, 20)) == 1
    assert to_hijri(date(2018, 5, 5), 1) == HijriDate(1439, 8, 20)
    assert from_hijri(HijriDate(1439, 8, 20), 1) == date(2018, 5, 5)
    assert hijri_shift(DAY, HijriDate(1440, 9, 1)) is None


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2100, 1, 1), date.min, date.max])
def test_outside_the_table_there_is_no_hijri_date(day: date) -> None:
    assert to_hijri(day) is None


def test_a_hijri_day_that_does_not_exist_is_none() -> None:
    assert from_hijri(HijriDate(1440, 3, 31)) is None
    assert from_hijri(HijriDate(900, 1, 1)) is None


@given(st.dates(FIRST_HIJRI_DAY, LAST_HIJRI_DAY), st.sampled_from(["ar", "en", "fr"]))
def test_what_is_written_is_read_back(day: date, language: str) -> None:
    hijri = to_hijri(day)
    assert hijri is not None
    assert from_hijri(hijri) == day
    for written in (format_date(day, language), format_hijri(hijri, language)):
        [mention] = find_dates(written, language)
        assert mention.date() == day
        assert (mention.start, mention.end) == (0, len(written))
