"""Dates are printed as the house writes them in each language."""

import datetime as dt

import msgspec
import pytest

from editor.house import House, dates, load_house

THURSDAY = dt.date(2018, 11, 15)
NINE_UTC = dt.datetime(2024, 8, 4, 9, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def house() -> House:
    return load_house("oic")


@pytest.mark.parametrize(
    ("expected", "language"),
    [
        ("الخميس 15 نوفمبر 2018م", "ar"),
        ("Thursday, 15 November 2018", "en"),
        ("jeudi 15 novembre 2018", "fr"),
    ],
)
def test_a_day_is_named_with_its_weekday(house: House, expected: str, language: str) -> None:
    assert dates.gregorian(THURSDAY, house.wording[language]) == expected


def test_the_first_of_a_month_is_an_ordinal_in_french(house: House) -> None:
    day = dt.date(2023, 5, 1)
    assert dates.gregorian(day, house.wording["fr"], weekday=False) == "1er mai 2023"


@pytest.mark.parametrize(
    ("expected", "day", "shift"),
    [
        ("7 ربيع الأول 1440هـ", THURSDAY, 0),
        ("8 ربيع الأول 1440هـ", THURSDAY, 1),
        ("19 شعبان 1439هـ", dt.date(2018, 5, 5), 0),
        ("", dt.date(1924, 7, 31), 0),
        ("", dt.date(2077, 11, 17), 0),
        ("", dt.date.max, 2),
    ],
)
def test_a_hijri_day_is_umm_al_quras_moved_by_the_shift(
    house: House, expected: str, day: dt.date, shift: int
) -> None:
    assert dates.hijri(day, house.wording["ar"], shift=shift) == expected


@pytest.mark.parametrize(
    ("expected", "language", "zone"),
    [
        (
            "محظور النشر حتى الساعة 12:30 من يوم الأحد 4 أغسطس 2024م بتوقيت مكة المكرمة",
            "ar",
            "Asia/Riyadh",
        ),
        ("Embargoed until 13:00 UTC+03:30 on Sunday, 4 August 2024", "en", "Asia/Tehran"),
        ("Embargoed until 09:30 UTC+00:00 on Sunday, 4 August 2024", "en", "Nowhere/Land"),
        (
            "Sous embargo jusqu’au dimanche 4 août 2024 à 9\u00a0h\u00a030, heure de Dakar",
            "fr",
            "Africa/Dakar",
        ),
    ],
)
def test_an_embargo_is_said_in_the_time_of_its_zone(
    house: House, expected: str, language: str, zone: str
) -> None:
    assert dates.embargo(NINE_UTC, zone, house.wording[language]) == expected


def test_a_house_may_write_arabic_indic_digits(house: House) -> None:
    wording = msgspec.structs.replace(house.wording["ar"], digits="arabic-indic")
    assert dates.gregorian(THURSDAY, wording) == "الخميس ١٥ نوفمبر ٢٠١٨م"


@pytest.mark.parametrize(
    ("expected", "pattern", "language"),
    [
        ("15/11/2018", "{dd}/{mm}/{year}", "fr"),
        ("2018-11-15", "{year}-{mm}-{dd}", "en"),
        ("November 15, 2018", "{month} {day}, {year}", "en"),
        ("15 novembre 2018 G", "{day} {month} {year} G", "fr"),
    ],
)
def test_order_and_separators_are_the_houses(
    house: House, expected: str, pattern: str, language: str
) -> None:
    wording = msgspec.structs.replace(house.wording[language], date=pattern)
    assert dates.gregorian(THURSDAY, wording) == expected


@pytest.mark.parametrize(
    ("expected", "language"),
    [
        ("7 ربيع الأول 1440هـ", "ar"),
        ("7 Rabi’ al-Awwal 1440 AH", "en"),
        ("7 Rabi’ al-awwal 1440 H", "fr"),
    ],
)
def test_the_era_is_the_houses_in_each_language(house: House, expected: str, language: str) -> None:
    assert dates.hijri(THURSDAY, house.wording[language]) == expected


def test_a_hijri_date_may_be_of_numbers(house: House) -> None:
    wording = msgspec.structs.replace(
        house.wording["ar"], hijri="{dd}/{mm}/{year}هـ", digits="arabic-indic"
    )
    assert dates.hijri(THURSDAY, wording) == "٠٧/٠٣/١٤٤٠هـ"


def test_all_forms_of_a_day_are_there_for_patterns(house: House) -> None:
    assert dates.forms(THURSDAY, house.wording["en"], shift=1) == {
        "weekday": "Thursday",
        "date": "15 November 2018",
        "long_date": "Thursday, 15 November 2018",
        "hijri": "8 Rabi’ al-Awwal 1440 AH",
    }
    assert set(dates.forms(None, house.wording["en"]).values()) == {""}


@pytest.mark.parametrize(
    ("expected", "hour"),
    [("12:30 صباحًا", 0), ("9:30 صباحًا", 9), ("12:30 مساءً", 12), ("11:30 مساءً", 23)],
)
def test_a_time_may_be_of_twelve_hours(house: House, expected: str, hour: int) -> None:
    wording = msgspec.structs.replace(
        house.wording["ar"], time="{hour12}:{minute} {half}", halves=("صباحًا", "مساءً")
    )
    assert dates.clock(NINE_UTC.replace(hour=hour), wording) == expected
