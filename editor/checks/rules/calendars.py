"""Calendars side by side: Hijri against Gregorian, one system of months, dates in numbers only."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Choice, Settings, document_rule
from editor.checks.said import HijriDay
from editor.text.calendars import calendar_names, format_date, format_hijri, month_name, to_hijri
from editor.text.dates import Calendar, DateMention

_TOLERANCE = timedelta(days=1)
"""Moon sighting and the shift of a record leave a day either way."""


@document_rule("DAT-04", Severity.WARNING, options={"required": False}, profile=Profile.STRICT)
def other_hijri(document: Document, settings: Settings) -> Iterator[Hit]:
    """A Hijri date and a Gregorian one said to be the same day that are not.

    Setting `required`: the first complete date of a release has to have its Hijri date.
    """
    shift = document.release.dateline.hijri_shift
    has_hijri = False
    first: tuple[Passage, DateMention, date] | None = None
    for passage in document.passages:
        before: DateMention | None = None
        for mention in passage.dates:
            has_hijri = has_hijri or mention.calendar is Calendar.HIJRI
            day = mention.date() if mention.calendar is Calendar.GREGORIAN else None
            if first is None and day is not None:
                first = passage, mention, day
            if mention.same_day and before is not None:
                yield from _compared(passage, before, mention, shift)
            before = mention
    if settings.flag("required") and not has_hijri and first is not None:
        yield from _missing(document, *first)


def _compared(
    passage: Passage, first: DateMention, second: DateMention, shift: int
) -> Iterator[Hit]:
    """The pair, if its days lie more than a day apart; outside Umm al-Qura's table no pair does."""
    hijri, gregorian = (first, second) if first.calendar is Calendar.HIJRI else (second, first)
    if gregorian.day is None or hijri.day is None or gregorian.ambiguous or hijri.ambiguous:
        return
    days = _days(hijri, gregorian)
    if days is None:
        return
    by_hijri, day = days
    if abs(by_hijri - timedelta(days=shift) - day) <= _TOLERANCE or to_hijri(day, shift) is None:
        return
    right = to_hijri(day, shift)
    fixes = []
    if hijri.year is not None and right is not None:
        start = min(hijri.parts["day"][0], hijri.parts["month"][0])
        text = format_hijri(right, passage.language)
        fixes.append(passage.fix(start, hijri.end, text, safe=False))
    values = {"right": HijriDay(day, shift)}
    yield passage.hit(first.start, second.end, *fixes, values=values)


def _days(hijri: DateMention, gregorian: DateMention) -> tuple[date, date] | None:
    """The two days; a year that only one date has is sought for the other."""
    day = gregorian.date()
    by_hijri = hijri.date()
    if day is not None and by_hijri is not None:
        return by_hijri, day
    if day is not None and hijri.year is None:
        same = to_hijri(day)
        found = hijri.date(same.year) if same is not None else None
        return (found, day) if found is not None else None
    if by_hijri is not None and gregorian.year is None:
        found = gregorian.date(by_hijri.year)
        return (by_hijri, found) if found is not None else None
    return None


def _missing(
    document: Document, passage: Passage, mention: DateMention, day: date
) -> Iterator[Hit]:
    right = to_hijri(day, document.release.dateline.hijri_shift)
    if right is None or document.language != "ar":
        return
    text = f" ({format_hijri(right, document.language)})"
    fix = passage.fix(mention.end, mention.end, text, safe=False, key="DAT-04.fix")
    values = {"right": HijriDay(day, document.release.dateline.hijri_shift)}
    yield passage.hit(mention.start, mention.end, fix, values=values, case="missing")


@document_rule(
    "DAT-05",
    Severity.WARNING,
    ("ar",),
    {"system": Choice(("majority", "house"))},
    Profile.STRICT,
)
def mixed_months(document: Document, settings: Settings) -> Iterator[Hit]:
    """Months of two regions in one release: نوفمبر beside تشرين الثاني.

    A pair such as «تشرين الثاني/نوفمبر» is of both. Setting `system`: what the others follow, the
    one used most or the house's.
    """
    named = [
        (passage, mention, systems)
        for passage in document.passages
        for mention, systems in passage.once(_named_months)
    ]
    counts = Counter(system for _, _, systems in named for system in systems)
    if not counts:
        return
    chosen = _house_system(document) if settings.word("system") == "house" else ""
    chosen = chosen or max(counts, key=lambda system: (counts[system], system == "gulf"))
    for passage, mention, systems in named:
        if chosen in systems or passage.is_quoted(mention.start, mention.end):
            continue
        right = month_name(mention.month, "ar", chosen)
        start, end = mention.parts["month"]
        fix = passage.fix(start, end, right, safe=True)
        yield passage.hit(start, end, fix, values={"right": right}, group="DAT-05")


def _named_months(passage: Passage) -> list[tuple[DateMention, frozenset[str]]]:
    """The months in words with the systems that have the name; pairs left out."""
    found = []
    for mention in passage.dates:
        if not mention.system:
            continue
        start, end = mention.parts["month"]
        written = " ".join(passage.words[start:end].split())
        if passage.words[end : end + 2].lstrip().startswith("/"):
            continue
        names = calendar_names("ar").months
        systems = {name for name, rows in names.items() if written in rows[mention.month - 1]}
        found.append((mention, frozenset(systems or {mention.system})))
    return found


def _house_system(document: Document) -> str:
    """The system that the house's months are of, "" if they are of none or of two."""
    wording = document.wording
    if wording is None:
        return ""
    for system, rows in calendar_names("ar").months.items():
        if all(month in row for month, row in zip(wording.months, rows, strict=True)):
            return system
    return ""


@document_rule("DAT-06", Severity.WARNING, profile=Profile.STRICT)
def ambiguous_date(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A date in numbers whose day and month could change places: 05/11/2018."""
    for passage in document.passages:
        for mention in passage.dates:
            if not mention.ambiguous or mention.calendar is not Calendar.GREGORIAN:
                continue
            day = mention.date()
            if day is None or passage.is_quoted(mention.start, mention.end):
                continue
            both = [day, day.replace(month=day.day, day=day.month)]
            start = mention.parts["day"][0]
            end = mention.parts["year"][1]
            fixes = [
                passage.fix(start, end, format_date(each, passage.language), safe=False)
                for each in both
            ]
            yield passage.hit(start, end, *fixes)
