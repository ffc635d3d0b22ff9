"""Months, weekdays and the Hijri calendar: their names, and dates written out in a language.

Names are data, in `calendars.toml` beside this module. Hijri dates are Umm al-Qura's, which a
moon sighting may move by a day or two: every conversion takes that shift.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from hijridate import Gregorian, Hijri

FIRST_HIJRI_DAY = date(1924, 8, 1)
LAST_HIJRI_DAY = date(2077, 11, 16)
"""The days between which Umm al-Qura's table is known."""


@dataclass(frozen=True, slots=True, order=True)
class HijriDate:
    """A day of the Hijri calendar."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class CalendarNames:
    """The names of one language.

    Attributes:
        months: Per system of names ("gulf", "levant", …), twelve tuples of forms; the first form
            of the first system is the one we write.
        hijri: Twelve tuples of forms.
        weekdays: Seven tuples of forms, Monday first.
    """

    months: dict[str, tuple[tuple[str, ...], ...]]
    hijri: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]

    @property
    def usual_system(self) -> str:
        """The system of month names that we write in unless told otherwise."""
        return next(iter(self.months))


@cache
def calendar_data() -> dict[str, dict[str, object]]:
    """The tables of `calendars.toml` as they stand there."""
    path = Path(__file__).with_name("calendars.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def calendar_names(language: str) -> CalendarNames:
    """The names of months and weekdays in a language ("ar", "en" or "fr")."""
    data: dict[str, dict[str, list[str]]] = calendar_data()[language]  # type: ignore[assignment]  # a table of tables of lists, by its file
    weekdays: list[str] = calendar_data()["weekdays"][language]  # type: ignore[assignment]  # a list, by its file
    return CalendarNames(
        {system: _forms(names) for system, names in data["months"].items()},
        _forms(data["hijri"]["names"]),
        _forms(weekdays),
    )


def month_name(month: int, language: str, system: str = "") -> str:
    """The name of a Gregorian month (1-12), in a system such as "levant" where there are some."""
    names = calendar_names(language)
    return names.months[system or names.usual_system][month - 1][0]


def hijri_month_name(month: int, language: str) -> str:
    """The name of a Hijri month (1-12)."""
    return calendar_names(language).hijri[month - 1][0]


def weekday_name(day: date, language: str) -> str:
    """The name of a day's weekday."""
    return calendar_names(language).weekdays[day.weekday()][0]


def format_date(day: date, language: str, system: str = "") -> str:
    """A day written out: «15 نوفمبر 2018», "15 November 2018", "1er mai 2023"."""
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number} {month_name(day.month, language, system)} {day.year}"


def format_hijri(day: HijriDate, language: str) -> str:
    """A Hijri day written out with its era: «7 ربيع الأول 1440هـ»."""
    era = calendar_data()["hijri_era"][language]
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number} {hijri_month_name(day.month, language)} {day.year}{era}"


def to_hijri(day: date, shift: int = 0) -> HijriDate | None:
    """The Hijri date of a day, moved by a shift of days; None outside Umm al-Qura's table."""
    moved = _moved(day, shift)
    if moved is None:
        return None
    hijri = Gregorian.fromdate(moved).to_hijri()
    return HijriDate(hijri.year, hijri.month, hijri.day)


def from_hijri(hijri: HijriDate, shift: int = 0) -> date | None:
    """The day of a Hijri date whose computation was moved by a shift; None if there is none."""
    try:
        found = Hijri(hijri.year, hijri.month, hijri.day).to_gregorian()
    except (ValueError, OverflowError):
        return None  # a day that month does not have, or a year outside the table
    return date(found.year, found.month, found.day) - timedelta(days=shift)


def hijri_shift(day: date, hijri: HijriDate) -> int | None:
    """The shift (-2 to 2 days) under which a day has this Hijri date, or None."""
    return next((n for n in (0, 1, -1, 2, -2) if to_hijri(day, n) == hijri), None)


def _moved(day: date, shift: int) -> date | None:
    if not date.min.toordinal() + 2 < day.toordinal() < date.max.toordinal() - 2:
        return None
    moved = day + timedelta(days=shift)
    return moved if FIRST_HIJRI_DAY <= moved <= LAST_HIJRI_DAY else None


def _forms(names: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(name.split("|")) for name in names)
