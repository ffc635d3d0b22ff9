"""Dates and times as a house writes them, in the Gregorian and the Hijri calendar.

The Hijri date is Umm al-Qura's (hijridate), moved by the days that moon sighting decided. Its
table spans 1343 to 1500 AH (1 August 1924 to 16 November 2077): outside it there is no date.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from editor.house.patterns import fill
from editor.house.style import Wording
from editor.text.calendars import to_hijri

_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def digits(number: int | str, wording: Wording) -> str:
    """A number in the digits of the house."""
    text = str(number)
    return text.translate(_ARABIC_INDIC) if wording.digits == "arabic-indic" else text


def gregorian(day: date, wording: Wording, *, weekday: bool = True) -> str:
    """A day in the Gregorian calendar, with or without its weekday."""
    return fill(
        wording.date,
        {
            "weekday": wording.weekdays[day.weekday()] if weekday else "",
            "month": wording.months[day.month - 1],
            **_numbers(day.year, day.month, day.day, wording),
        },
    )


def hijri(day: date, wording: Wording, *, shift: int = 0) -> str:
    """A day in the Hijri calendar, or "" outside the years that are known."""
    moved = to_hijri(day, shift)
    if moved is None:
        return ""
    return fill(
        wording.hijri,
        {
            "month": wording.hijri_months[moved.month - 1],
            **_numbers(moved.year, moved.month, moved.day, wording),
        },
    )


def forms(day: date | None, wording: Wording, *, shift: int = 0) -> dict[str, str]:
    """All that a pattern may name of a day, each empty where the day is not known."""
    if day is None:
        return dict.fromkeys(("weekday", "date", "long_date", "hijri"), "")
    return {
        "weekday": wording.weekdays[day.weekday()],
        "date": gregorian(day, wording, weekday=False),
        "long_date": gregorian(day, wording),
        "hijri": hijri(day, wording, shift=shift),
    }


def clock(moment: datetime, wording: Wording) -> str:
    """A time of day."""
    return fill(
        wording.time,
        {
            "hour": digits(moment.hour, wording),
            "hh": digits(f"{moment.hour:02}", wording),
            "hour12": digits((moment.hour - 1) % 12 + 1, wording),
            "half": wording.halves[moment.hour >= 12],
            "minute": digits(f"{moment.minute:02}", wording),
        },
    )


def embargo(until: datetime, zone: str, wording: Wording) -> str:
    """The notice of an embargo, in the time of the zone that people state it in.

    A zone the house has no name for is given by its offset, as in "UTC+03:00".
    """
    try:
        local = until.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        local = until
    offset = local.strftime("%z")
    return fill(
        wording.labels.embargo,
        {
            "time": clock(local, wording),
            "weekday": wording.weekdays[local.weekday()],
            "date": gregorian(local.date(), wording, weekday=False),
            "zone": wording.zones.get(zone, f"UTC{offset[:3]}:{offset[3:5]}"),
        },
    )


def _numbers(year: int, month: int, day: int, wording: Wording) -> dict[str, str]:
    """The numbers of a date, as the house writes them."""
    first = wording.first_day if day == 1 else ""
    return {
        "year": digits(year, wording),
        "mm": digits(f"{month:02}", wording),
        "dd": digits(f"{day:02}", wording),
        "day": first or digits(day, wording),
    }
