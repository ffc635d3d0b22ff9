"""The house's looks as a style sheet: its colours by day and by night, its type, its page.

What every page has is in `page.css`; here are the values it asks for. A house gives colours for
paper: for a dark screen its accent is made lighter until it can be read (WCAG 2.2, 1.4.3).
"""

import json
from functools import cache
from pathlib import Path

from editor.house.contrast import LEAST, contrast
from editor.house.style import House, Typeface
from editor.release.languages import LANGUAGES, Language

_DARK = "#191B1A"
_DARK_INK = "#ECEBE6"
_DARK_MUTED = "#A9AFA8"
_DARK_LINE = "#3A3F3B"
_STEPS = 20
_PAPERS = {"a4": "A4", "us-letter": "letter"}
_POINTS_TO_REM = 1 / 10.5
"""Type for paper is small: 10.5 points of it are a reader's own size on a screen."""
_FOREIGN_SIZES = {"rtl": "1.18em", "ltr": "0.86em"}
"""Beside each other, Arabic needs about a fifth more size than Latin letters to look equal."""


def style_sheet(house: House, language: Language) -> str:
    """All the CSS of a page in one language."""
    face = house.typefaces[language.code]
    colours = house.colours
    values = {
        "ground": "#FFFFFF",
        "ink": colours.ink,
        "muted": colours.muted,
        "accent": colours.accent,
        "line": colours.line,
        "notice": colours.notice,
        "notice-ground": colours.notice_ground,
    }
    night = {
        "ground": _DARK,
        "ink": _DARK_INK,
        "muted": _DARK_MUTED,
        "accent": for_night(colours.accent),
        "line": _DARK_LINE,
        "notice": for_night(colours.notice, _mixed(_DARK, colours.notice, 0.2)),
        "notice-ground": _mixed(_DARK, colours.notice, 0.2),
    }
    page = house.page
    sides = (page.start, page.end) if language.is_rtl else (page.end, page.start)
    type_ = {
        "body": _families(house, face, "body"),
        "heading": _families(house, face, "heading"),
        "size": f"{face.size * _POINTS_TO_REM:.3g}rem",
        "headline": f"{face.headline_size * _POINTS_TO_REM:.3g}rem",
        "leading": f"{face.leading:g}",
        "headline-leading": "1.5" if language.is_rtl else "1.2",
    }
    return (
        f"@page {{ size: {_PAPERS[page.paper]}; margin: {page.top:g}mm {sides[0]:g}mm "
        f"{page.bottom:g}mm {sides[1]:g}mm }}\n"
        f":root {{ {_declared(values | type_)} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_declared(night)} }} }}\n"
        + "".join(_foreign(house, c, language) for c in house.typefaces if c != language.code)
        + _common()
    )


def for_night(colour: str, ground: str = _DARK) -> str:
    """A colour made as much lighter as it takes to be read on a dark ground."""
    for step in range(_STEPS + 1):
        lighter = _mixed(colour, "#FFFFFF", step / _STEPS)
        if contrast(lighter, ground) >= LEAST:
            return lighter
    return "#FFFFFF"


def _foreign(house: House, code: str, of_page: Language) -> str:
    """How words of another language look among those of the page's."""
    direction = LANGUAGES[code].direction
    size = _FOREIGN_SIZES[direction] if direction != of_page.direction else "1em"
    families = _families(house, house.typefaces[code], "body")
    return (
        f"article :is(span, bdi):lang({code}) {{ font-family: {families}; font-size: {size} }}\n"
        f"article :lang({code}) :lang({code}) {{ font-size: 1em }}\n"
    )


def _families(house: House, face: Typeface, role: str) -> str:
    """The language's own family, then those of the others, then one that every system has."""
    own = str(getattr(face, role))
    names = dict.fromkeys([own, *(str(getattr(f, role)) for f in house.typefaces.values())])
    generic = "sans-serif" if "sans" in own.lower() else "serif"
    quoted = (json.dumps(name, ensure_ascii=False).replace("<", "\\3C ") for name in names)
    return ", ".join((*quoted, generic))


def _declared(values: dict[str, str]) -> str:
    return "; ".join(f"--{name}: {value}" for name, value in values.items())


def _mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another in it."""
    channels = (
        round(int(colour[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02X}" for channel in channels)


@cache
def _common() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")
