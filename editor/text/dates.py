"""Dates in running text: where they stand, and what they say.

A mention is what somebody wrote, right or wrong: «31 نوفمبر» is one, so that a check can call it
impossible. Day, month and year in words or digits of any script, in Gregorian and Hijri form, with
the weekday beside it, in Arabic, English and French. Names of months and weekdays, and the writing
of dates, are in `calendars`; the grammar is in `date_patterns`. Finding is linear in the text.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from editor.text.calendars import HijriDate, from_hijri
from editor.text.date_patterns import (
    FoldedText,
    MonthName,
    anchor_pattern,
    date_pattern,
    fold,
    month_named,
    ordinal_named,
    same_day_words,
    weekday_named,
)

if TYPE_CHECKING:
    import regex


_BEFORE, _AFTER = 80, 160
"""More characters than can stand in a date before and after its first digit or name of a month."""


class Calendar(StrEnum):
    """The calendar that a mention is in."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it stands in a text.

    Attributes:
        start: Its first code point, weekday and words such as «اليوم» included.
        end: One past its last code point.
        day: The day of the month as written, possible or not; None for a month and year alone.
        month: 1 to 12 for a name; whatever was written for a number.
        year: The year, or None where none is written.
        weekday: 1 (Monday) to 7 as ISO 8601 counts, or None where none is written.
        last_day: The last day of a range such as «4 - 6 مايو», else None.
        calendar: The calendar that its month, or the era after its year, belongs to.
        system: The system of the month's name ("gulf", "levant", …), "" for a number.
        ambiguous: Whether day and month could change places, as in 05/11/2018.
        same_day: Whether it restates the mention before it in the other calendar.
        parts: Where "weekday", "day", "month", "year" and "relative" stand in the text.
    """

    start: int
    end: int
    day: int | None
    month: int
    year: int | None = None
    weekday: int | None = None
    last_day: int | None = None
    calendar: Calendar = Calendar.GREGORIAN
    system: str = ""
    ambiguous: bool = False
    same_day: bool = False
    parts: dict[str, tuple[int, int]] = field(default_factory=dict)

    def date(self, year: int | None = None) -> date | None:
        """The day it names, its year taken from `year` if it states none; None if incomplete.

        A Hijri mention is converted by Umm al-Qura's table, without a shift.
        """
        stated = self.year if self.year is not None else year
        if self.day is None or stated is None:
            return None
        if self.calendar is Calendar.HIJRI:
            return from_hijri(HijriDate(stated, self.month, self.day))
        try:
            return date(stated, self.month, self.day)
        except ValueError:
            return None

    @property
    def hijri(self) -> HijriDate | None:
        """A complete Hijri mention as a value; None for any other."""
        if self.calendar is not Calendar.HIJRI or self.day is None or self.year is None:
            return None
        return HijriDate(self.year, self.month, self.day)

    @property
    def is_impossible(self) -> bool:
        """Whether no year, or not the stated one, has this day."""
        if not 1 <= self.month <= 12:
            return True
        days = [day for day in (self.day, self.last_day) if day is not None]
        return any(not 1 <= day <= self._length_of_month() for day in days)

    def _length_of_month(self) -> int:
        if self.calendar is Calendar.HIJRI:
            return 30
        leap_year = 2024
        year = leap_year if self.year is None or not 1 <= self.year <= 9999 else self.year
        return calendar.monthrange(year, self.month)[1]


def find_dates(text: str, language: str) -> tuple[DateMention, ...]:
    """Every date in a text, in order.

    Args:
        text: Any text.
        language: The code of its language: "ar", "en" or "fr".
    """
    folded = fold(text)
    found: list[DateMention] = []
    for start, end in _likely(folded.text, language):
        for match in date_pattern(language).finditer(folded.text, start, end):
            mention = _mention(match, folded, language)
            if found and _restates(text, found[-1], mention, language):
                mention = replace(mention, same_day=True)
            found.append(mention)
    return tuple(found)


def _likely(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The stretches around digits and names of months: no date stands anywhere else.

    Most of a text has neither, and looking for a whole date at each of its words is slow.
    """
    start = end = 0
    for anchor in anchor_pattern(language).finditer(text):
        if anchor.start() - _BEFORE > end:
            if end:
                yield start, end
            start = max(anchor.start() - _BEFORE, 0)
        end = min(anchor.end() + _AFTER, len(text))
    if end:
        yield start, end


def _restates(text: str, previous: DateMention, mention: DateMention, language: str) -> bool:
    """Whether only «الموافق», a bracket or a dash stands between the dates of two calendars."""
    longest_joint = 24
    if previous.calendar is mention.calendar or mention.start - previous.end > longest_joint:
        return False
    between = text[previous.end : mention.start].strip(" \t\n\u00a0\u202f()[]،,-–—/:")
    return between in {"", *same_day_words(language)}


def _mention(match: "regex.Match[str]", folded: FoldedText, language: str) -> DateMention:
    written = {name: value for name, value in match.groupdict().items() if value is not None}
    parts = {
        name: (folded.place(match.start(name)), folded.place(match.end(name)))
        for name in ("weekday", "day", "month", "year", "relative")
        if name in written
    }
    day = _number(written.get("day"), language)
    year = _number(written.get("year"), language)
    month, ambiguous = _month(written["month"], language), False
    if "numeric" in written and day is not None:
        ambiguous = day <= 12 and month.number <= 12 and day != month.number
        if day <= 12 < month.number:  # month before day, as Americans write it
            day, month = month.number, MonthName(day)
            parts["day"], parts["month"] = parts["month"], parts["day"]
    hijri = month.hijri or "hijri" in written or ("century" in written and not month.system)
    return DateMention(
        folded.place(match.start()),
        folded.place(match.end()),
        day,
        month.number,
        year,
        weekday_named(written["weekday"], language) if "weekday" in written else None,
        _number(written.get("last"), language),
        Calendar.HIJRI if hijri else Calendar.GREGORIAN,
        month.system,
        ambiguous,
        parts=parts,
    )


def _month(written: str, language: str) -> MonthName:
    return MonthName(int(written)) if written.isdecimal() else month_named(written, language)


def _number(written: str | None, language: str) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdecimal() else ordinal_named(written, language)
