"""Words and sentences of a text, found once and shared by all who need them.

A word is a run of letters with the signs over them, digits, and what joins them inside: the
apostrophe of "l'accord", the hyphen of "co-operation". A sentence ends at its stop with any marks
that close after it; the stop of an abbreviation, an initial or a number ends nothing.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import regex

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}_\u0640]++(?:[’'\-‑·\u200c\u200d][\p{L}\p{M}\p{N}_]++)*+")
_STOP = regex.compile(r"[.!?؟…]++[\"”»’'›)\]\u200e\u200f]*+(?=\s|$)|\n++")
_LAST_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++(?:\.[\p{L}\p{M}]++)*+")
_LONGEST_ABBREVIATION = 24


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place."""

    start: int
    end: int
    text: str


def find_words(text: str) -> tuple[Word, ...]:
    """Every word of a text, in order."""
    return tuple(Word(m.start(), m.end(), m[0]) for m in _WORD.finditer(text))


def find_sentences(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """The start and the end of every sentence, without the spaces between them.

    Args:
        text: Any text; a line break ends a sentence too.
        language: The code of its language, for its abbreviations.
    """
    return tuple(_sentences(text, language))


def _sentences(text: str, language: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _STOP.finditer(text):
        if match[0][0] == "\n" or _ends(text, match, language):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends(text: str, stop: "regex.Match[str]", language: str) -> bool:
    """Whether a stop ends the sentence, as that of an abbreviation does not."""
    following = text[stop.end() : stop.end() + 3].lstrip()[:1]
    if following.islower():
        return False
    if stop[0] != ".":
        return True
    before = text[max(stop.start() - _LONGEST_ABBREVIATION, 0) : stop.start()]
    words = _LAST_WORD.findall(before)
    if not words or not before.endswith(words[-1]) or not following:
        return True
    return not (_is_initial(words[-1]) or words[-1].casefold() in _abbreviations(language))


def _is_initial(word: str) -> bool:
    """Whether it is one letter, or letters with stops between them, as in «د» and "H.E"."""
    return all(len(part) == 1 and part.isalpha() for part in word.split("."))


@cache
def _abbreviations(language: str) -> frozenset[str]:
    path = Path(__file__).with_name("abbreviations.toml")
    table: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))["words"]
    return frozenset(word.casefold() for word in table.get(language, ()))
