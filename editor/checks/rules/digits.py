"""Digits of two sets in one release (UNI-06): 2018 beside ٢٠١٨."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Choice, Settings, document_rule
from editor.text.phones import phone_at

EUROPEAN, ARABIC, PERSIAN = "european", "arabic-indic", "persian"
_ZEROS = {EUROPEAN: "0", ARABIC: "٠", PERSIAN: "۰"}
_NUMBER = regex.compile(r"(?<!\p{L}[-‑])(?<!\p{Nd})[0-9٠-٩۰-۹]++(?:[.,٫٬/:–-][0-9٠-٩۰-۹]++)*+")
_CODE = regex.compile(r"[\p{Latin}_@#+/]")
_OF_DIGITS = {ord(_ZEROS[s]) + n: str(n) for s in (ARABIC, PERSIAN) for n in range(10)}


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a text, with the sets of its digits."""

    passage: Passage
    start: int
    end: int
    sets: frozenset[str]


@document_rule("UNI-06", Severity.WARNING, options={"digits": Choice(("majority", "house"))})
def mixed_digits(document: Document, settings: Settings) -> Iterator[Hit]:
    """A number in other digits than most of the release, or than the house's.

    Telephone numbers, codes, addresses and what is quoted keep theirs. In English and French, only
    European digits are meant.
    """
    numbers = [
        number
        for passage in document.passages
        for number in passage.once(_numbers)
        if not document.is_kept(passage, number.start, number.end)
    ]
    wanted = _wanted(document, numbers, settings)
    for number in numbers:
        if number.sets == {wanted}:
            continue
        passage = number.passage
        written = passage.words[number.start : number.end]
        right = _in_digits(written, wanted)
        if right != written:
            fix = passage.fix(number.start, number.end, right, safe=True)
            values = {"right": right}
            yield passage.hit(number.start, number.end, fix, values=values, group="UNI-06")


def _wanted(document: Document, numbers: list[_Number], settings: Settings) -> str:
    if document.language != "ar":
        return EUROPEAN
    house = document.wording.digits if document.wording is not None else EUROPEAN
    if settings.word("digits") == "house":
        return house
    counts = Counter(s for number in numbers for s in number.sets if s != PERSIAN)
    most = counts.most_common(2)
    is_even = len(most) == 2 and most[0][1] == most[1][1]
    return house if is_even or not most else most[0][0]


def _numbers(passage: Passage) -> list[_Number]:
    """The numbers of a passage that are not codes; telephone numbers follow a plus or a zero."""
    found = []
    past = 0
    for match in _NUMBER.finditer(passage.words):
        start, end = match.span()
        opening = start - (passage.words[max(start - 1, 0) : start] in {"+", "("})
        past = max(past, phone_at(passage.words, opening) or 0)
        beside = passage.words[max(start - 1, 0) : start], passage.words[end : end + 1]
        if start >= past and not any(_CODE.match(character) for character in beside):
            sets = frozenset(map(_set_of, filter(str.isdecimal, match[0])))
            found.append(_Number(passage, start, end, sets))
    return found


def _set_of(digit: str) -> str:
    return EUROPEAN if digit.isascii() else ARABIC if digit <= "٩" else PERSIAN


def _in_digits(written: str, wanted: str) -> str:
    plain = written.translate(_OF_DIGITS)
    if wanted == EUROPEAN:
        return plain
    return plain.translate({ord("0") + n: chr(ord(_ZEROS[wanted]) + n) for n in range(10)})
