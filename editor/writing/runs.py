"""Cuts a text into runs: stretches of words that are printed one way, in one language."""

from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from editor.house.style import Wording
from editor.release.content import Mark, Span, Text
from editor.release.languages import LANGUAGES
from editor.text.isolates import isolate
from editor.text.stretches import IN_LTR, IN_RTL, Kind, stretches

_isolated = lru_cache(maxsize=2048)(isolate)
"""Kept, because an edit changes one paragraph of many and each takes a millisecond."""
_IN_WORDS = (Kind.WORDS, Kind.ADDRESS)
_QUOTED = (Mark.QUOTATION, Mark.TITLE, Mark.TERM)
_PAIRS = {'"': '"', "«": "»", "“": "”", "„": "“", "‟": "”"}
_SPACES = " \u00a0\u202f"
_ADDRESS = regex.compile(r"(?:https?://|mailto:)[!-~]{1,2000}\Z", regex.IGNORECASE)
_ISOLATES = "\u2066\u2067\u2068\u2069"
_CLOSING_ISOLATE = "\u2069"
# XML 1.0 §2.2: what a document cannot hold. Half a surrogate pair stood for a character.
_UNPRINTABLE = regex.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_HALF = regex.compile(r"[\ud800-\udfff]")
_LINE_END = regex.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Stream-Safe Text (UAX #15, 13): no writing system puts more than thirty marks on a letter, and
# thousands of them cost a typesetter minutes and gigabytes.
_PILED = regex.compile(r"(\p{M}{30})\p{M}+")
# No line holds so long a word, and no language has one: it may break here.
_ENDLESS = regex.compile(r"[\p{L}\p{M}\p{N}_]{40}(?=[\p{L}\p{N}_])")
_LATIN = regex.compile(r"\p{Latin}")
_ARABIC = regex.compile(r"[\p{Arabic}--[\p{P}\p{N}]]", regex.VERSION1)


@dataclass(frozen=True, slots=True)
class Run:
    """Words printed one way.

    Attributes:
        words: The words, never empty; a line feed is a line break.
        marks: Why they are marked: quotation, title, term, emphasis, strong, link.
        link: An address of the web or of mail, when `Mark.LINK` is among the marks; else "".
        language: The code of their language where it is not the document's, else "".
    """

    words: str
    marks: frozenset[Mark] = frozenset()
    link: str = ""
    language: str = ""


def printed(words: str, language: str = "") -> str:
    """A string of the page furniture on one line, ready to print, isolated for its language."""
    line = " ".join(_printable(_HALF.sub("\ufffd", words)).split("\n"))
    return _isolated(line, language) if language else line


def _printable(words: str) -> str:
    """Words without what no document can carry, ready to be broken into lines."""
    words = _LINE_END.sub("\n", words.replace("\t", " "))
    words = _PILED.sub(r"\1", _UNPRINTABLE.sub("", words))
    return str(_ENDLESS.sub("\\g<0>\u200b", words))


def without_isolates(words: str) -> str:
    """Words for a place that is no line of text, such as a document's properties."""
    for isolate_ in _ISOLATES:
        words = words.replace(isolate_, "")
    return words


def cut(text: Text | str, wording: Wording, language: str) -> tuple[Run, ...]:
    """The text as runs, each with the marks and the language of all its words.

    A closing isolate stays with the character before it and an opening one with the character
    after it, so that no run begins or ends in the middle of a pair.
    """
    text = Text(text) if isinstance(text, str) else text
    foreign = list(_foreign(text.words, language))
    starts = [start for start, _, _ in foreign]
    clusters = _clusters(text, wording, language)
    cuts = sorted(_cuts(text, foreign))
    runs = []
    for start, end in pairwise(cuts):
        words = _printable("".join(clusters[start:end]))
        if words:
            covering = [span for span in text.spans if span.start <= start and end <= span.end]
            runs.append(
                Run(
                    words=words,
                    marks=frozenset(span.mark for span in covering),
                    link=next((s.value for s in covering if _is_address(s)), ""),
                    language=_language_at(start, foreign, starts),
                )
            )
    return tuple(runs)


def _language_at(place: int, foreign: list[tuple[int, int, str]], starts: list[int]) -> str:
    """The language of the foreign stretch that a place is in, or "" outside them."""
    nearest = bisect(starts, place) - 1
    if nearest < 0:
        return ""
    _, end, code = foreign[nearest]
    return code if place < end else ""


def _is_address(span: Span) -> bool:
    """Whether it is a link to where a document may lead: the web, or a mailbox."""
    return span.mark is Mark.LINK and bool(_ADDRESS.match(span.value))


def _cuts(text: Text, foreign: Iterable[tuple[int, int, str]]) -> set[int]:
    edges = {0, len(text.words)}
    edges |= {edge for span in text.spans for edge in (span.start, span.end)}
    return edges | {edge for start, end, _ in foreign for edge in (start, end)}


def _foreign(words: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Stretches in the other script, with the language they are taken to be in.

    A Latin name in an Arabic text is taken for English: the record does not say which it is.
    """
    rtl = LANGUAGES[language].is_rtl
    script, letter, code = (IN_RTL, _LATIN, "en") if rtl else (IN_LTR, _ARABIC, "ar")
    for start, end, kind in stretches(words, script):
        if kind in _IN_WORDS and letter.search(words, start, end):
            yield start, end, code


def _clusters(text: Text, wording: Wording, language: str) -> list[str]:
    """What is printed for each character of the text."""
    characters = list(text.words)
    inner: dict[int, str] = {}
    for opening, closing in _marked_pairs(text):
        house = wording.quotation_marks
        if (characters[opening], characters[closing]) != house:
            characters[opening], characters[closing] = house
            inner |= {opening: "after", closing: "before"}
    words = "".join(characters)
    clusters = _aligned(words, _isolated(_HALF.sub("\ufffd", words), language))
    space = wording.quotation_space
    for place, side in inner.items():
        neighbour = words[place + 1] if side == "after" else words[place - 1]
        if neighbour not in _SPACES:
            before, after = ("", space) if side == "after" else (space, "")
            clusters[place] = before + clusters[place] + after
    return clusters


def _marked_pairs(text: Text) -> Iterator[tuple[int, int]]:
    """Where the quotation marks stand around each marked stretch that is not inside another."""
    quoted = [span for span in text.spans if span.mark in _QUOTED]
    for span in quoted:
        if any(_within(span, other) for other in quoted):
            continue
        opening, closing = span.start - 1, span.end
        while opening > 0 and text.words[opening] in _SPACES:
            opening -= 1
        while closing < len(text.words) - 1 and text.words[closing] in _SPACES:
            closing += 1
        if opening >= 0 and closing < len(text.words):
            marks = text.words[opening], text.words[closing]
            if _PAIRS.get(marks[0]) == marks[1]:
                yield opening, closing


def _within(span: Span, other: Span) -> bool:
    return (
        other.start <= span.start
        and span.end <= other.end
        and (other.start, other.end) != (span.start, span.end)
    )


def _aligned(words: str, isolated: str) -> list[str]:
    """The isolated text, shared out among the characters of the text it was made from."""
    clusters: list[str] = []
    place = 0
    for character in words:
        start = place
        while isolated[place] in _ISOLATES and isolated[place] != character:
            place += 1
        place += 1
        while place < len(isolated) and isolated[place] == _CLOSING_ISOLATE:
            if len(clusters) + 1 < len(words) and words[len(clusters) + 1] == _CLOSING_ISOLATE:
                break
            place += 1
        clusters.append(isolated[start:place])
    return clusters
