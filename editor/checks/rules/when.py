"""Dates that only make sense today, and dates that contradict one another."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, document_rule
from editor.checks.rules.quantities import is_apart
from editor.checks.said import Day
from editor.checks.tables import table
from editor.release.content import DATELINE
from editor.text.arabic import skeleton
from editor.text.calendars import calendar_data, calendar_names
from editor.text.date_patterns import fold
from editor.text.dates import DateMention

_LONGEST_JOINT = 12
"""Characters between the two dates of a span, or of a date and the same day in another calendar."""


@document_rule("DAT-02", Severity.WARNING, options={"always": False})
def relative_date(document: Document, settings: Settings) -> Iterator[Hit]:
    """A day without its year, or only «today», in a release that has no date of its own.

    A year that stands beside the same month elsewhere is known. Setting `always`: also where the
    release has a date, for readers who find it in an archive.
    """
    released = document.release.dateline.date
    always = settings.flag("always")
    if released is not None and not always:
        return
    stated = {
        mention.month
        for passage in document.passages
        for mention in passage.dates
        if mention.year is not None and not always
    }
    for passage in document.passages:
        for mention in passage.once(_without_years):
            if mention.month in stated:
                continue
            if not passage.is_quoted(mention.start, mention.end):
                yield _without_year(passage, mention, released)
        for start, end in passage.once(_relative_days):
            if not passage.is_quoted(start, end):
                yield passage.hit(start, end, case="day", group="DAT-02")


def _without_years(passage: Passage) -> list[DateMention]:
    """The days without a year, but not the first of «من 31 أكتوبر إلى 13 نوفمبر 2026»."""
    following = [*passage.dates[1:], None]
    return [
        mention
        for mention, after in zip(passage.dates, following, strict=False)
        if mention.day is not None
        and mention.year is None
        and not (mention.same_day or mention.is_impossible)
        and not (
            after is not None
            and after.year is not None
            and after.start - mention.end <= _LONGEST_JOINT
        )
    ]


def _without_year(passage: Passage, mention: DateMention, released: date | None) -> Hit:
    fixes = []
    if released is not None:
        start, end = mention.parts.get("relative", (0, 0))
        if start > mention.parts["month"][0]:
            fixes.append(passage.fix(start, end, str(released.year), safe=False))
        else:
            at = mention.parts["month"][1]
            year = f" {released.year}"
            fixes.append(passage.fix(at, at, year, safe=False, key="DAT-02.fix"))
    return passage.hit(mention.start, mention.end, *fixes, group="DAT-02")


def _relative_days(passage: Passage) -> list[tuple[int, int]]:
    """Where «اليوم الخميس» stands without a date."""
    relative, weekdays = _relative_words(passage.language), _weekdays(passage.language)
    forms = passage.skeletons
    found = []
    for index in range(len(forms) - 1):
        first, second = passage.tokens[index], passage.tokens[index + 1]
        if forms[index] not in relative or forms[index + 1] not in weekdays:
            continue
        parted = passage.words[first.end : second.start].strip(" ،,\u00a0")
        if not parted and not is_apart(passage, first.start, second.end):
            found.append((first.start, second.end))
    return found


@cache
def _relative_words(language: str) -> frozenset[str]:
    words: list[str] = calendar_data()["relative_before"][language]  # type: ignore[assignment]  # a list, by its file
    other = {"this", "next", "last", "ce", "cet"}  # "this Sunday" is told by the release's date too
    return frozenset(_folded(word) for word in words if word not in other and " " not in word)


@cache
def _weekdays(language: str) -> frozenset[str]:
    return frozenset(_folded(form) for forms in calendar_names(language).weekdays for form in forms)


def _folded(word: str) -> str:
    return skeleton(fold(word).text.casefold())


@document_rule("DAT-07", Severity.WARNING, profile=Profile.STRICT)
def contradicted_date(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A date that the release's own contradicts: «today» that is not; an embargo ending later."""
    released = document.release.dateline.date
    if released is None:
        return
    embargo = document.release.embargo
    if embargo is not None and document.is_original and released < embargo.until.date():
        passage = next((p for p in document.passages if p.where == DATELINE), None)
        values = {"date": Day(released), "other": Day(embargo.until.date())}
        if passage is not None:
            yield passage.hit(0, len(passage.words), values=values, case="embargo")
        else:
            yield Hit(DATELINE, 0, 0, values=values, case="embargo")
    for passage in document.body:
        for mention in passage.dates:
            day = mention.date()
            if day is None or passage.is_quoted(mention.start, mention.end):
                continue
            if not _agrees(passage, mention, day, released):
                values = {"date": Day(day), "other": Day(released)}
                yield passage.hit(mention.start, mention.end, values=values)


def _agrees(passage: Passage, mention: DateMention, day: date, released: date) -> bool:
    """Whether «today», «last» and the like hold for a day, seen from the release's date."""
    if "relative" not in mention.parts:
        return True
    word = _folded(passage.words[slice(*mention.parts["relative"])])
    relation = _relations(passage.language).get(word)
    # A release is often written in the night between two days.
    shifts = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if relation in shifts:
        return abs(day - (released + timedelta(days=shifts[relation]))) <= timedelta(days=1)
    if relation == "past":
        return day <= released
    return relation != "future" or day >= released


@cache
def _relations(language: str) -> dict[str, str]:
    rows: dict[str, list[str]] = table("relations")[language]
    return {_folded(word): relation for relation, words in rows.items() for word in words}
