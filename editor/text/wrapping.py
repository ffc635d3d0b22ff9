"""Breaks a text into lines of so many columns, where fonts are all of one width or unknown.

Isolates (U+2066 to U+2069) govern one paragraph of UAX #9, and a line that is stored as a line is
a paragraph: what a break would tear is closed before it and opened again after it.
"""

from collections.abc import Iterator

import regex

_OPENERS = "\u2066\u2067\u2068"
_CLOSER = "\u2069"
_ISOLATE = regex.compile(r"[\u2066-\u2069]")
_DEEPEST = 125
"""How deep isolates go (UAX #9, BD2); what is deeper has no effect."""
_ZERO_WIDTH_SPACE = "\u200b"
_UNSEEN = regex.compile(r"[\p{Mn}\p{Me}\p{Cf}\p{Cc}]")
_ODD = regex.compile(r"[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{East_Asian_Width=W}\p{East_Asian_Width=F}]")
_WIDE = regex.compile(r"[\p{East_Asian_Width=W}\p{East_Asian_Width=F}]")


def columns(text: str) -> int:
    """How many columns a text takes: none for marks and controls, two for wide letters."""
    if text.isascii():
        return len(text)
    return len(text) - len(_UNSEEN.findall(text)) + len(_WIDE.findall(text))


def wrapped(text: str, width: int, *, indent: int = 0) -> list[str]:
    """The lines of a text, broken at its spaces; a word that is too long has a line of its own.

    Args:
        text: The text; its line feeds stay line ends, its no-break spaces hold.
        width: The columns of a line.
        indent: The columns that every line has already lost.
    """
    room = max(width - indent, 1)
    lines: list[str] = []
    for paragraph in text.replace(_ZERO_WIDTH_SPACE, "").split("\n"):
        lines += _balanced(_filled(paragraph, room))
    return lines


def _filled(paragraph: str, room: int) -> Iterator[str]:
    measure = columns if _ODD.search(paragraph) else len
    line, used = "", 0
    for word in filter(None, paragraph.split(" ")):
        needed = measure(word)
        if line and used + 1 + needed > room:
            yield line
            line, used = word, needed
        else:
            line = f"{line} {word}" if line else word
            used += needed + (used > 0)
    yield line


def _balanced(lines: Iterator[str]) -> Iterator[str]:
    """The lines, with every isolate that goes on over a break closed and opened again."""
    opened = ""
    for line in lines:
        whole = opened + line
        opened = _left_open(whole)
        yield whole + _CLOSER * len(opened)


def _left_open(line: str) -> str:
    """The isolates that are opened in a line and not closed in it."""
    opened: list[str] = []
    for isolate in _ISOLATE.findall(line):
        if isolate in _OPENERS:
            opened.append(isolate)
        elif opened:
            opened.pop()
    return "".join(opened[:_DEEPEST])
