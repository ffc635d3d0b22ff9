"""Text that was decoded in the wrong encoding, and what it was.

UTF-8 taken for Windows-1252 (cafÃ©, Ø§Ù„), UTF-8 taken for Windows-1256 (ط§ظ„), and Windows-1256
taken for Windows-1252 (ÇáÃãíä). Only what reads as letters or marks of our languages is turned
back: two wrong characters that make a right one are hardly ever chance, and never in a row.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import regex

from editor.text.arabic import is_arabic

_LEAST_LETTERS = 8
"""How many letters of a line must be accented before it is taken for Windows-1256."""
_LEAST_KNOWN = 3
_LEAST_SHARE = 3
_LEAST_SURE = 4
_LEAST_IN_ARABIC = 6
"""How many wrong characters in a row are not Arabic: «ط» before a comma is."""
_MARKS = "–—‘’“”„•…‹›€\u202f\u200e\u200f\ufeffœŒ"
_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Garbled:
    """A stretch of a text, and what it was before it was garbled."""

    start: int
    end: int
    right: str


def find_garbled(text: str, *, is_known: bool = False) -> tuple[Garbled, ...]:
    """Every stretch of a line that was decoded in the wrong encoding, in order.

    Args:
        text: A line or a paragraph.
        is_known: Whether the text around it was Windows-1256 taken for Windows-1252, so that a few
            letters are enough.
    """
    if text.isascii():
        return ()
    return (
        tuple(_arabic_as_western(text, is_known=is_known))
        or tuple(_utf8(text, _utf8_as_arabic(), _LEAST_IN_ARABIC))
        or tuple(_utf8(text, _utf8_as_western(), 2))
    )


def is_arabic_as_western(text: str) -> bool:
    """Whether a line is surely Windows-1256 taken for Windows-1252."""
    return any(_arabic_as_western(text, is_known=False))


def _utf8(text: str, known: "_Table", least: int) -> Iterator[Garbled]:
    """The garbled stretches, where one of them is long enough not to be chance.

    One Arabic letter may be chance too: «Ø¡» is also «ط،» in another wrong encoding.
    """
    if known.first.search(text) is None:
        return
    found = []
    one, several = known.patterns()
    for match in several.finditer(text):
        right = one.sub(lambda garbled: known.right[garbled[0]], match[0])
        found.append(Garbled(match.start(), match.end(), right))
    longest = max((garbled.end - garbled.start for garbled in found), default=0)
    if longest >= least:
        is_sure = longest >= _LEAST_SURE
        yield from (g for g in found if is_sure or len(g.right) > 1 or not is_arabic(g.right))


@dataclass(frozen=True, slots=True)
class _Table:
    """Garbled characters with the right ones.

    Attributes:
        first: The first two characters of any of them: what is worth a closer look.
        patterns: Gives the patterns of one and of a run of them; hardly any text needs them.
    """

    right: dict[str, str]
    first: "regex.Pattern[str]"
    patterns: Callable[[], "tuple[regex.Pattern[str], regex.Pattern[str]]"]


@cache
def _utf8_as_western() -> _Table:
    right = {}
    for character in map(chr, (*range(0xA0, 0x100), *range(0x621, 0x66E), 0x60C, 0x61B, 0x61F)):
        right[_decoded(character, "cp1252")] = character
        right[character.encode().decode("latin-1")] = character
    for character in _MARKS:
        right[_decoded(character, "cp1252")] = character
        right[character.encode().decode("latin-1")] = character
    return _table(right)


@cache
def _utf8_as_arabic() -> _Table:
    characters = (*range(0xA0, 0xC0), *range(0x621, 0x66E), 0x60C, 0x61B, 0x61F)
    return _table({_decoded(c, "cp1256"): c for c in (*map(chr, characters), *_MARKS)})


def _decoded(character: str, encoding: str) -> str:
    """A character's UTF-8 in a wrong encoding, bytes that it lacks as control characters."""
    return "".join(
        byte.to_bytes().decode(encoding, "ignore") or chr(byte) for byte in character.encode()
    )


def _table(right: dict[str, str]) -> _Table:
    leads, seconds = ({regex.escape(garbled[n]) for garbled in right} for n in (0, 1))
    first = regex.compile(f"[{''.join(leads)}][{''.join(seconds)}]")

    @cache
    def patterns() -> "tuple[regex.Pattern[str], regex.Pattern[str]]":
        longest_first = sorted(right, key=len, reverse=True)
        one = "(?:" + "|".join(map(regex.escape, longest_first)) + ")"
        return regex.compile(one), regex.compile(f"{one}(?: ?+{one})*+")

    return _Table(right, first, patterns)


_WESTERN = regex.compile(r"[À-ÿ]")
_OTHER_LETTER = regex.compile(r"[^\W\d_À-ÿ]")
_WORD = regex.compile(r"[À-ÿ]{4,}+")


def _arabic_as_western(text: str, *, is_known: bool) -> Iterator[Garbled]:
    """The line itself, where nearly all its letters are accented and make Arabic words."""
    if _WESTERN.search(text) is None:
        return
    accented, others = len(_WESTERN.findall(text)), len(_OTHER_LETTER.findall(text))
    least = _LEAST_KNOWN if is_known else _LEAST_LETTERS
    if accented < least or accented < _LEAST_SHARE * others:
        return
    try:
        right = text.encode("cp1252").decode("cp1256")
    except UnicodeError:
        return
    words = [word.encode("cp1252").decode("cp1256") for word in _WORD.findall(text)]
    if is_known or any(word.lstrip("وبفك").startswith(_ARTICLE) for word in words):
        yield Garbled(0, len(text), right)
