"""Dates are found where they stand, and say what was written."""

import json
from datetime import date
from pathlib import Path

import pytest

from editor.text.dates import Calendar, DateMention, find_dates

ANNOTATION = json.loads(
    (Path(__file__).parents[1] / "data/sample-annotation.json").read_text(encoding="utf-8")
)


def only(text: str, language: str) -> DateMention:
    [mention] = find_dates(text, language)
    return mention


@pytest.mark.parametrize(
    ("language", "text", "written", "iso"),
    [
        ("ar", "جدة (يونا) – الأحد 4 أغسطس 2024", "الأحد 4 أغسطس 2024", "2024-08-04"),
        ("ar", "في ٣٠ تشرين الثاني/نوفمبر ٢٠٢٣م.", "٣٠ تشرين الثاني/نوفمبر ٢٠٢٣م", "2023-11-30"),
        ("ar", "وفي الخامس عشر من نونبر 2022", "الخامس عشر من نونبر 2022", "2022-11-15"),
        ("ar", "عقد يوم 12 جويلية 2021 بتونس", "12 جويلية 2021", "2021-07-12"),
        ("ar", "بتاريخ 1440/3/7هـ", "1440/3/7هـ", "2018-11-15"),
        ("ar", "بتاريخ 9 جماد الأول 1430 هـ", "9 جماد الأول 1430 هـ", "2009-05-04"),
        ("ar", "٥ أَيَّار ٢٠٢١", "٥ أَيَّار ٢٠٢١", "2021-05-05"),
        (
            "ar",
            "يوم الاثنين الموافق 5 ابريل 2021",
            "يوم الاثنين الموافق 5 ابريل 2021",
            "2021-04-05",
        ),
        ("en", "ISTANBUL, Türkiye (UNA) – June 21, 2025", "June 21, 2025", "2025-06-21"),
        ("en", "JEDDAH, SUNDAY, JULY 17, 2022 (X)", "SUNDAY, JULY 17, 2022", "2022-07-17"),
        ("en", "on the 15th of November 2018", "15th of November 2018", "2018-11-15"),
        ("en", "5 Sept. 2018 in", "5 Sept. 2018", "2018-09-05"),
        ("en", "(20 Sha’ban 1439 AH)", "20 Sha’ban 1439 AH", "2018-05-06"),
        ("fr", "Djeddah, le 9 mai 2023 (UNA) –", "9 mai 2023", "2023-05-09"),
        ("fr", "Paris, le 1er août 2023", "1er août 2023", "2023-08-01"),
        ("fr", "jeudi 15 novembre 2018,", "jeudi 15 novembre 2018", "2018-11-15"),
        ("fr", "le 2018-11-15", "2018-11-15", "2018-11-15"),
    ],
)
def test_a_complete_date_is_a_day(language: str, text: str, written: str, iso: str) -> None:
    mention = only(text, language)
    assert written == text[mention.start : mention.end]
    assert date.fromisoformat(iso) == mention.date()
    assert not mention.is_impossible


def test_the_date_of_the_sample_is_as_annotated(sample: Path) -> None:
    noted = ANNOTATION["parse"]["release_date"]
    mention = only(sample.read_text(encoding="utf-8"), "ar")
    expression = noted["expression"]
    assert (expression["start"], expression["end"]) == (mention.start, mention.end)
    for part in ("weekday", "day", "month"):
        assert mention.parts[part] == (noted[part]["start"], noted[part]["end"])
    assert (mention.weekday, mention.day, mention.month, mention.year) == (4, 15, 11, None)
    assert mention.date(2018) == date(2018, 11, 15)
    assert "relative" in mention.parts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "31 نوفمبر"),
        ("ar", "29 فبراير 2023"),
        ("en", "February 30, 2024"),
        ("fr", "31 avril"),
        ("ar", "31 رمضان 1445هـ"),
        ("en", "45/13/2020"),
    ],
)
def test_a_day_that_no_calendar_has_is_found_and_called_impossible(
    language: str, text: str
) -> None:
    assert only(text, language).is_impossible


def test_a_leap_day_without_a_year_is_possible() -> None:
    assert not only("29 فبراير", "ar").is_impossible


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You may 5 times march 10 miles"),
        ("en", "resolution 12/11/2018/45"),
        ("ar", "شارك 15 وزيرا و2000 مندوب"),
        ("ar", "مارس نشاطه"),
        ("fr", "14 marsouins"),
        ("en", "version 1.2.3"),
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(language: str, text: str) -> None:
    assert not find_dates(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "9 جمادى الأولى 1430هـ الموافق 4 مايو 2009م"),
        ("ar", "4 مايو 2009م (9 جمادى الأولى 1430هـ)"),
        ("en", "4 May 2009, corresponding to 9 Jumada I 1430 AH"),
        ("fr", "4 mai 2009 (9 Djoumadah Awwal 1430 H)"),
    ],
)
def test_a_day_stated_in_both_calendars_is_one_day(language: str, text: str) -> None:
    first, second = find_dates(text, language)
    assert {first.calendar, second.calendar} == {Calendar.GREGORIAN, Calendar.HIJRI}
    assert (first.same_day, second.same_day) == (False, True)
    assert first.date() == second.date() == date(2009, 5, 4)


def test_a_range_keeps_both_days() -> None:
    mention = only("من 4 إلى 6 مايو 2009", "ar")
    assert (mention.day, mention.last_day) == (4, 6)


def test_a_numeric_date_that_reads_both_ways_is_ambiguous() -> None:
    assert only("05/11/2018", "en").ambiguous
    assert not only("15/11/2018", "en").ambiguous
    assert not only("2018-11-05", "en").ambiguous


def test_the_system_of_a_month_is_named() -> None:
    systems = [m.system for m in find_dates("3 نوفمبر، 3 تشرين الثاني، 3 نونبر، 3 جانفي", "ar")]
    assert systems == ["gulf", "levant", "morocco", "algeria"]


def test_a_month_and_year_alone_are_a_mention_without_a_day() -> None:
    mention = only("in March 2020", "en")
    assert (mention.day, mention.month, mention.year, mention.date()) == (None, 3, 2020, None)
