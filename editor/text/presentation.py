"""Arabic presentation forms: letters as old programs stored them, each shape a character.

The letters behind a form, and the shape it shows, are those of the Unicode Character Database
(field Decomposition_Mapping of the blocks FB50-FDFF and FE70-FEFF). Signs that are one character
on purpose are left alone: ﷺ ﷲ ﷻ and their like, the brackets ﴾ ﴿, the currency ﷼.
"""

import unicodedata
from enum import StrEnum
from functools import cache

import regex

_BLOCKS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
_WORD_SIGNS = range(0xFDF0, 0xFE00)
"""Whole words and phrases in one character: ﷲ, ﷺ, ﷽, ﷼."""
_ALLAH = "\ufdf2"
_TATWEEL_AND_SPACE = str.maketrans("", "", " \u0640")
_FORM = regex.compile("[\ufb50-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc]")
_WORD = regex.compile("[\ufb50-\ufd3d\ufd50-\ufdcf\ufdf2\ufe70-\ufefc]++")


class Shape(StrEnum):
    """How a form joins its neighbours."""

    ISOLATED = "isolated"
    INITIAL = "initial"
    MEDIAL = "medial"
    FINAL = "final"


def has_forms(text: str) -> bool:
    """Whether there is a presentation form in it."""
    return not text.isascii() and _FORM.search(text) is not None


def find_forms(text: str) -> "list[tuple[int, int]]":
    """The start and end of every run of presentation forms."""
    if not has_forms(text):
        return []
    return [m.span() for m in _WORD.finditer(text) if m[0].strip(_ALLAH)]


def letters(text: str, *, words: bool = False) -> str:
    """A text with its letters in the place of presentation forms.

    Args:
        text: Any text.
        words: Whether ﷲ is one of them, as it is where a program shaped every word.
    """
    written = text.translate(_letters())
    return written.replace(_ALLAH, "الله") if words else written


def shape(character: str) -> Shape | None:
    """The shape that a presentation form shows; None for any other character."""
    return _shapes().get(character)


@cache
def _letters() -> dict[int, str]:
    """The letters of every form; a vowel sign is shown without the space or line it stands on."""
    found = {}
    for code in (code for block in _BLOCKS for code in block if code not in _WORD_SIGNS):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            is_sign = plain[0] in " \u0640" and len(plain) > 1
            found[code] = plain.translate(_TATWEEL_AND_SPACE) if is_sign else plain
    return found


@cache
def _shapes() -> dict[str, Shape]:
    found = {}
    for code in _letters():
        kind = unicodedata.decomposition(chr(code)).partition(" ")[0].strip("<>")
        if kind in set(Shape):
            found[chr(code)] = Shape(kind)
    return found
