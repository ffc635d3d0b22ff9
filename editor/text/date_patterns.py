"""The grammar of dates: one pattern per language, built from the names in `calendars.toml`.

Arabic letters match loosely: a missing hamza, ة for ه, ى for ي, diacritics and tatweel make no
difference. Text and names are folded alike before they meet, which keeps the pattern small: one
that spelled every variant out took half a second to compile. Spaces are bounded, so that matching
stays linear in the text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast

import regex

from editor.text.calendars import calendar_data, calendar_names

_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
_APOSTROPHES = "'’‘ʿʾ‛`"
_SAME = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىئی", "ي"),
    "ة": "ه",
    **dict.fromkeys(_APOSTROPHES[1:], "'"),
}
_FOLDED = str.maketrans(_SAME)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text as the pattern reads it, and where its characters stood.

    Attributes:
        text: The folded text, without diacritics and tatweel.
        places: For each offset in it, the end included, the offset in the text as it was; None
            where they are the same.
    """

    text: str
    places: tuple[int, ...] | None

    def place(self, offset: int) -> int:
        """The offset in the text as it was; marks belong to the letter before them."""
        return offset if self.places is None else self.places[offset]


def fold(text: str) -> FoldedText:
    """A text made ready for `date_pattern`."""
    folded = text
    for written, same in _SAME.items():  # much faster than translating every character
        folded = folded.replace(written, same)
    if not _MARKS.search(folded):
        return FoldedText(folded, None)
    kept = [offset for offset, character in enumerate(folded) if not _MARKS.match(character)]
    return FoldedText(_MARKS.sub("", folded), (*kept, len(text)))


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month: its number, the system its name belongs to, and whether it is a Hijri one."""

    number: int
    system: str = ""
    hijri: bool = False


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The small words of dates in one language, as patterns.

    Attributes:
        suffix: What may follow a day's number.
        of: What may stand between day and month.
        to: What joins the days of a range.
        before_year: What stands between month and year.
        after_weekday: What may stand between the weekday and the day.
        month_first: Whether «May 5» is a date.
    """

    suffix: str
    of: str
    to: str
    before_year: str
    after_weekday: str
    month_first: bool = False


_GRAMMARS = {
    "ar": _Grammar(
        suffix="",
        of=r"(?:من\s)?(?:شهر\s)?",
        to="[-–—]|إلى|الى|حتى|و",
        before_year=r"\s?[،,]?\s{1,3}(?:من\s)?(?:سنة\s|عام\s|لعام\s)?",
        after_weekday=r"\s?[،,]?\s?(?P<bracket>\()?\s?(?:الموافق(?:\sل\u0640?)?\s?)?",
    ),
    "en": _Grammar(
        suffix="(?:st|nd|rd|th|ST|ND|RD|TH)?",
        of="(?:day )?(?:of )?",
        to="[-–—]|to|and|&|until",
        before_year=r",?\s{1,3}(?:of )?",
        after_weekday=r"\s?,?\s?(?P<bracket>\()?\s?(?:the )?",
        month_first=True,
    ),
    "fr": _Grammar(
        suffix="(?i:er|re|e)?",
        of="",
        to="[-–—]|au|et|à",
        before_year=r",?\s{1,3}(?:de l['’]année )?",
        after_weekday=r"\s?,?\s?(?P<bracket>\()?\s?(?:le )?",
    ),
}


@cache
def date_pattern(language: str) -> "regex.Pattern[str]":
    """The pattern whose matches in a folded text are dates.

    Its groups are named after the parts of a date.
    """
    grammar = _GRAMMARS[language]
    names = _names_pattern(language)
    month = r"(?P<month>(?&months))\.?(?:\s?/\s?(?&months))?"
    year = rf"(?P<year>[12١٢۱۲]\d{{3}})(?!\d){_era(language)}"
    later_year = rf"(?:{grammar.before_year}{year})?"
    last = rf"(?:\s?(?:{grammar.to})\s?(?P<last>\d{{1,2}})(?!\d){grammar.suffix})?"
    digits = rf"(?P<day>\d{{1,2}})(?!\d){grammar.suffix}{last}"
    cores = [rf"{digits}\s{{0,3}}{grammar.of}{month}(?![\p{{L}}\p{{M}}]){later_year}"]
    if ordinals := names["ordinal"]:
        cores.append(
            rf"(?P<day>{ordinals})\s+من\s+(?:شهر\s)?{month}(?![\p{{L}}\p{{M}}]){later_year}"
        )
    if grammar.month_first:
        cores.append(rf"{month}\s{{1,3}}{digits}{later_year}")
    cores.append(rf"{month}{grammar.before_year}{year}")
    cores.extend(_numeric_cores(language))
    weekday = r"(?P<weekday>(?&weekdays))\.?"
    before = rf"(?:(?P<relative>{_words('relative_before', language)})\s{{1,2}})?"
    pattern = (
        rf"(?(DEFINE)(?P<months>{names['month']})(?P<weekdays>{names['weekday']}))"
        r"(?<!\p{N}|\d[./])(?:(?<=(?<![\p{L}\p{M}])[وفبلك])|(?<![\p{L}\p{M}]))"
        rf"(?:{before}(?:يوم\s)?{weekday}{grammar.after_weekday})?"
        rf"(?:{'|'.join(cores)})"
        rf"(?:\s?[\s(](?P<relative>{_words('relative_after', language)})(?![\p{{L}}\p{{M}}]))?"
        r"(?(bracket)(?:\s?\))?|)"
        rf"(?:\s?\((?:يوم\s)?{weekday}\))?"
    )
    return regex.compile(pattern.translate(_FOLDED))


@cache
def anchor_pattern(language: str) -> "regex.Pattern[str]":
    """The pattern that some part of every date matches: a digit, or the name of a month."""
    return regex.compile(rf"\d|(?<!\p{{L}}){_names_pattern(language)['month']}")


def month_named(written: str, language: str) -> MonthName:
    """The month a name means.

    Raises:
        KeyError: It is no name of a month.
    """
    return _months(language)[_folded(written)]


def weekday_named(written: str, language: str) -> int:
    """The weekday a name means, 1 (Monday) to 7.

    Raises:
        KeyError: It is no name of a weekday.
    """
    return _numbers(calendar_names(language).weekdays)[_folded(written)]


def ordinal_named(written: str, language: str) -> int:
    """The day of the month that an ordinal in words means.

    Raises:
        KeyError: It is no ordinal of the table.
    """
    return _numbers(_ordinals(language))[_folded(written)]


@cache
def same_day_words(language: str) -> frozenset[str]:
    """What joins a date to the same day in the other calendar."""
    return frozenset(_list("same_day", language))


def _numeric_cores(language: str) -> list[str]:
    era = _era(language)
    year = r"(?P<year>(?P<century>[1١۱][34٣٤۳۴])\d\d|[12١٢۱۲]\d{3})"
    month, day = r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
    first, then, end = "(?P<sep>[-/.])", "(?P=sep)", rf"(?![\d/]){era}"
    return [
        f"{year}{first}{month}{then}{day}{end}",
        f"(?P<numeric>){day}{first}{month}{then}{year}{end}",
    ]


def _era(language: str) -> str:
    hijri, gregorian = (_words(f"{name}_year", language) for name in ("hijri", "gregorian"))
    return rf"(?:\s?(?:(?P<hijri>{hijri})|(?:{gregorian}))(?![\p{{L}}\p{{N}}]))?"


@cache
def _names_pattern(language: str) -> dict[str, str]:
    names = calendar_names(language)
    months = [
        form for months in (*names.months.values(), names.hijri) for f in months for form in f
    ]
    weekdays = [form for forms in names.weekdays for form in forms]
    ordinals = [form for forms in _ordinals(language) for form in forms]
    return {
        "month": _any(months, language),
        "weekday": _any(weekdays, language),
        "ordinal": _any(ordinals, language),
    }


def _any(forms: Iterable[str], language: str) -> str:
    """A pattern for any of some words, longest first, in a folded text."""
    folded = {_MARKS.sub("", form.translate(_FOLDED)) for form in forms}
    if not folded:
        return ""
    words = "|".join(_spaced(form) for form in sorted(folded, key=lambda form: (-len(form), form)))
    # «may» and «march» are words: only capitals make them months.
    return rf"(?=\p{{Lu}})(?i:{words})" if language == "en" else f"(?i:{words})"


def _spaced(form: str) -> str:
    escaped: str = regex.escape(form)
    return escaped.replace(r"\ ", r"\s{1,3}").replace(r"\-", r"[-\s]")


def _words(table: str, language: str) -> str:
    return _any(_list(table, language), "")


def _list(table: str, language: str) -> list[str]:
    return cast("list[str]", calendar_data()[table][language])


@cache
def _ordinals(language: str) -> tuple[tuple[str, ...], ...]:
    rows = cast("dict[str, list[str]]", calendar_data()["ordinals"]).get(language, [])
    return tuple(tuple(row.split("|")) for row in rows)


@cache
def _months(language: str) -> dict[str, MonthName]:
    names = calendar_names(language)
    found = {
        _folded(form): MonthName(number, hijri=True)
        for number, forms in enumerate(names.hijri, 1)
        for form in forms
    }
    for system, months in reversed(names.months.items()):
        for number, forms in enumerate(months, 1):
            found.update({_folded(form): MonthName(number, system) for form in forms})
    return found


@cache
def _numbers(rows: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    return {_folded(form): number for number, forms in enumerate(rows, 1) for form in forms}


def _folded(written: str) -> str:
    bare = _MARKS.sub("", written.translate(_FOLDED)).replace("-", " ")
    return " ".join(bare.casefold().split())
