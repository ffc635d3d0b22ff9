"""Dates that cannot be, and weekdays that are not theirs."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from editor.checks.document import Document
from editor.checks.findings import Fix, Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, document_rule
from editor.checks.said import Day, Weekday
from editor.text.calendars import calendar_names
from editor.text.dates import Calendar, DateMention

_FIRST_YEAR = 1900
"""Before it, a weekday may be of another calendar."""
_DAY_AND_MONTH = ("day", "month")
_SHORT_WEEKDAY = 5
_HIGHEST_SLIP = 39
"""Up to which number a day before a month's name is a slip, and not the number of a session."""
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class _Claim:
    """A weekday and the date beside it.

    Attributes:
        start: The first code point of the two.
        named: Where the weekday stands.
        weekday: The weekday, 1 (Monday) to 7.
        mention: The date.
    """

    start: int
    named: tuple[int, int]
    weekday: int
    mention: DateMention


@document_rule("DAT-01", Severity.ERROR)
def wrong_weekday(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A weekday beside a date that falls on another day.

    A date without a year is taken for the one nearest to the release's own date; where the release
    has no date of its own it is left alone.
    """
    for passage in document.passages:
        for claim in passage.once(_claims):
            days = _days(claim.mention, document.release.dateline.date)
            if days and all(day.isoweekday() != claim.weekday for day in days):
                yield _wrong_weekday(passage, claim, days[0])


def _claims(passage: Passage) -> list[_Claim]:
    """The weekdays of a passage with their dates in the Gregorian calendar.

    In «الخميس 7 ربيع الأول 1440هـ الموافق 15 نوفمبر 2018» the weekday is beside the Hijri date.
    """
    claims: list[_Claim] = []
    before: DateMention | None = None
    for mention in passage.dates:
        named = mention
        if mention.weekday is None and mention.same_day and before is not None:
            named = before
        if named.weekday is not None and mention.calendar is Calendar.GREGORIAN:
            first = min(named.parts["weekday"][0], *(named.parts[p][0] for p in _DAY_AND_MONTH))
            claims.append(_Claim(first, named.parts["weekday"], named.weekday, mention))
        before = mention
    return claims


def _days(mention: DateMention, released: date | None) -> list[date]:
    """The days that a mention may mean, the likeliest first; none if that is not known."""
    if mention.ambiguous or mention.is_impossible:
        return []
    if mention.year is not None:
        years = [mention.year] if mention.year >= _FIRST_YEAR else []
    elif released is None:
        return []
    else:
        years = list(range(max(released.year - 1, 1), min(released.year + 2, 9999)))
    firsts = [day for day in map(mention.date, years) if day is not None]
    if released is not None and mention.year is None:
        nearest = min(firsts, key=lambda day: abs(day - released), default=None)
        firsts = [day for day in firsts if day == nearest or day.year == released.year]
        firsts.sort(key=lambda day: abs(day - released))
    # In «الأربعاء والخميس 14 و15 نوفمبر» the weekday is that of the last day.
    length = max((mention.last_day or 0) - (mention.day or 0), 0)
    return [day + timedelta(days=n) for day in firsts for n in range(length + 1)]


def _wrong_weekday(passage: Passage, claim: _Claim, day: date) -> Hit:
    start, end = claim.named
    fixes = [passage.fix(start, end, _named(passage, start, end, day), safe=False)]
    if claim.mention.last_day is None:
        fixes += _fix_of_day(passage, claim, day)
    values = {"right": Weekday(day), "date": Day(day)}
    return passage.hit(claim.start, claim.mention.end, *fixes, values=values)


def _named(passage: Passage, start: int, end: int, day: date) -> str:
    """The right weekday, in capitals or abbreviated where the wrong one is."""
    written = passage.words[start:end]
    forms = calendar_names(passage.language).weekdays[day.weekday()]
    is_short = passage.language == "en" and len(written) <= _SHORT_WEEKDAY
    name = min(forms, key=len) if is_short else forms[0]
    if written.isupper():
        return name.upper()
    return name[:1].upper() + name[1:] if written[:1].isupper() else name


def _fix_of_day(passage: Passage, claim: _Claim, day: date) -> Iterator[Fix]:
    """The nearest day of the same month that has the weekday as written."""
    nearest = (claim.weekday - day.isoweekday() + 3) % 7 - 3
    number = day.day + nearest
    start, end = claim.mention.parts["day"]
    written = passage.words[start:end]
    if 1 <= number <= calendar.monthrange(day.year, day.month)[1] and written.isdecimal():
        digits = str(number) if written.isascii() else str(number).translate(_ARABIC_DIGITS)
        yield passage.fix(start, end, digits, safe=False)


@document_rule("DAT-03", Severity.ERROR)
def impossible_date(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A date that no year, or not its own year, has.

    Numbers that no slip of the pen makes a date, as in «القرار 15/46/2020», are something else.
    """
    for passage in document.passages:
        for mention in passage.dates:
            if mention.is_impossible and _is_meant_as_date(mention):
                yield passage.hit(mention.start, mention.end)


def _is_meant_as_date(mention: DateMention) -> bool:
    highest = _HIGHEST_SLIP if mention.system or mention.calendar is Calendar.HIJRI else 31
    days = [day for day in (mention.day, mention.last_day) if day is not None]
    return 1 <= mention.month <= 12 and all(1 <= day <= highest for day in days)
