"""Writes a release as text for tools that can neither join Arabic letters nor turn lines round.

Video titlers, old design programs and bare terminals print what they are given, from left to right.
Each line is joined (arabic-reshaper) and put in the order in which it is seen, with its brackets
mirrored (UAX #9, L2 to L4; python-bidi has the table, but its own order leaves brackets as they
were). That order is right for one line only, so lines are broken first, at the width the tool will
show. Taken back in, such text is known by `editor.text.visual` and turned round.
"""

from functools import cache, lru_cache

import regex
from arabic_reshaper import ArabicReshaper
from bidi.mirror import MIRRORED

from editor.house.style import House
from editor.release.content import Release
from editor.text.bidi import levels, visual_order
from editor.text.wrapping import wrapped
from editor.writing.document import Document, compose
from editor.writing.parts import Part, Role, parts

_CONTROLS = regex.compile(r"[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_MIRRORED = regex.compile("[" + "".join(map(regex.escape, MIRRORED)) + "]")
_BULLET = "- "
# UAX #9, L3: what is drawn from left to right draws a mark on the letter before it.
_MARKS_FIRST = regex.compile(r"(\p{M}+)([\p{Arabic}\u0640])")


def write_shaped(release: Release, house: House, language: str, *, width: int) -> bytes:
    """The release in one language as shaped lines in visual order, in UTF-8.

    Args:
        release: The release.
        house: The house style.
        language: The code of the language to write.
        width: The columns of a line.

    Raises:
        WritingError: The house has no wording for the language.
    """
    return shaped_text(compose(release, house, language), width=width).encode()


def shaped_text(document: Document, *, width: int) -> str:
    """A document as shaped lines; see `write_shaped`."""
    rtl = document.language.is_rtl
    pieces: list[str] = []
    before: Part | None = None
    for part in parts(document):
        if before is not None and not part.follows(before):
            pieces.append("")
        bullet = _BULLET if part.role is Role.LIST_ITEM else ""
        lines = wrapped(joined(part.words), width, indent=len(bullet))
        pieces += [
            visual((" " * len(bullet) if place else bullet) + line, rtl=rtl)
            for place, line in enumerate(lines)
        ]
        before = part
    return "\n".join(pieces) + "\n"


def joined(text: str) -> str:
    """The text with each Arabic letter in the form that joins its neighbours."""
    return " ".join(map(_joined_word, text.split(" ")))


def visual(line: str, *, rtl: bool) -> str:
    """A line of a paragraph, its characters in the order they are seen from left to right."""
    of = levels(line, "rtl" if rtl else "ltr")
    characters = list(line)
    for bracket in _MIRRORED.finditer(line):
        if of[bracket.start()] % 2:
            characters[bracket.start()] = MIRRORED[bracket[0]]
    seen = "".join([characters[place] for place in visual_order(of)])
    return str(_MARKS_FIRST.sub(r"\2\1", _CONTROLS.sub("", seen))).rstrip()


@lru_cache(maxsize=4096)
def _joined_word(word: str) -> str:
    return word if word.isascii() else str(_reshaper().reshape(word))


@cache
def _reshaper() -> ArabicReshaper:
    """Keeps every sign that was written; joins no more words than letters have to be."""
    return ArabicReshaper(
        configuration={
            "delete_harakat": False,
            "delete_tatweel": False,
            "ARABIC LIGATURE ALLAH": False,
        }
    )
