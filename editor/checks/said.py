"""Days and weekdays as values of a sentence: each is said in the reader's language."""

from dataclasses import dataclass
from datetime import date

from editor.text.calendars import format_date, format_hijri, to_hijri, weekday_name


@dataclass(frozen=True, slots=True)
class Weekday:
    """The weekday of a day."""

    day: date

    def say(self, language: str) -> str:
        """Its name."""
        return weekday_name(self.day, language)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the Gregorian calendar."""

    day: date

    def say(self, language: str) -> str:
        """The day written out."""
        return format_date(self.day, language)


@dataclass(frozen=True, slots=True)
class HijriDay:
    """A day as the Hijri calendar has it, moved by a shift."""

    day: date
    shift: int = 0

    def say(self, language: str) -> str:
        """The day written out in that calendar; in the other where its table ends."""
        hijri = to_hijri(self.day, self.shift)
        return format_date(self.day, language) if hijri is None else format_hijri(hijri, language)
