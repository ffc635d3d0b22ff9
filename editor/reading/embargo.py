"""Embargo lines: the moment before which nothing may be published.

A moment is only known when the line states a day with its year, an hour and a zone; whatever lacks
one of them stays in the text for a person to complete.
"""

import tomllib
from datetime import datetime, time, timedelta, timezone
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import regex

from editor.reading.words import fold
from editor.release.content import Embargo
from editor.text.dates import find_dates

_CLOCK = regex.compile(
    r"(?<![\d/.-])(?P<hour>\d{1,2})"
    r"(?:\s?(?:[:٫.]|[hH](?:eures?)?\s?)(?P<minute>\d{2})(?!\d)|\s?[hH](?:eures?)?\b)?"
    r"(?:\s?(?P<half>[ap]\.?\s?m\b\.?|صباحا|مساء|ظهرا|فجرا|ص\b|م\b|du matin|du soir"
    r"|hours\b|hrs\b))?",
    regex.IGNORECASE,
)
_OFFSET = regex.compile(
    r"(?:UTC|GMT|TU)\s?(?P<sign>[+−-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?"
)
_NAMED_HOURS = {
    **dict.fromkeys(("midnight", "منتصف الليل", "minuit"), time(0)),
    **dict.fromkeys(("noon", "midday", "الظهر", "midi"), time(12)),
}
_AFTERNOON = regex.compile(r"p\.?\s?m|مساء|ظهرا|^م$|soir", regex.IGNORECASE)


def read_embargo(words: str, language: str) -> Embargo | None:
    """The moment that a line states, or None if it lacks a day, an hour or a zone.

    Args:
        words: The line, with or without the words that announce it.
        language: The code of its language.
    """
    dates = [mention for mention in find_dates(words, language) if mention.date() is not None]
    if len(dates) != 1 or (day := dates[0].date()) is None:
        return None
    rest = words[: dates[0].start] + " " * (dates[0].end - dates[0].start) + words[dates[0].end :]
    zone = _zone(rest, language)
    hour = _hour(_OFFSET.sub(" ", rest))
    if zone is None or hour is None:
        return None
    return Embargo(datetime.combine(day, hour, zone[1]), zone[0])


def _hour(words: str) -> time | None:
    for match in _CLOCK.finditer(words):
        if match["minute"] is None and match["half"] is None and "h" not in match[0].lower():
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        half = fold(match["half"] or "")
        if _AFTERNOON.search(half) and hour < 12:
            hour += 12
        elif half.startswith(("a", "ص", "ف")) and hour == 12:
            hour = 0
        if hour < 24 and minute < 60:
            return time(hour, minute)
    folded = fold(words)
    return next((hour for name, hour in _NAMED_HOURS.items() if fold(name) in folded), None)


def _zone(words: str, language: str) -> "tuple[str, ZoneInfo | timezone] | None":
    if match := _OFFSET.search(words):
        minutes = int(match["hours"]) * 60 + int(match["minutes"] or 0)
        shift = timedelta(minutes=minutes if match["sign"] == "+" else -minutes)
        if abs(shift) > timedelta(hours=14):
            return None
        # The names of Etc/GMT zones run against the sign that people write.
        hours = minutes // 60
        sign = "-" if match["sign"] == "+" else "+"
        named = f"Etc/GMT{sign}{hours}" if minutes % 60 == 0 and hours else "Etc/UTC"
        return (named, timezone(shift)) if minutes % 60 == 0 else None
    for name, zone in {**_zones("en"), **_zones(language)}.items():
        if regex.search(rf"(?<![\p{{L}}]){regex.escape(name)}(?![\p{{L}}])", words):
            return zone, ZoneInfo(zone)
    return None


@cache
def _zones(language: str) -> dict[str, str]:
    """Zones by the names people write, longest first."""
    path = Path(__file__).with_name("zones.toml")
    table: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))[language]
    return dict(sorted(table.items(), key=lambda item: -len(item[0])))
