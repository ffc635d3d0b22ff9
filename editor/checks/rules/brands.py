"""Brands and foreign names as the house writes them (ORT-09)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, document_rule
from editor.checks.tables import table
from editor.house.style import Term
from editor.text.arabic import is_arabic
from editor.text.segments import find_words

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_JOINED = frozenset("@#./_&=?-")
"""What stands beside a part of an address or of a handle."""
Form = tuple[str, ...]
"""The words of a form."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A brand in a text in one of its forms, without what is written before it in one word."""

    passage: Passage
    start: int
    end: int
    row: int
    form: str


@document_rule("ORT-09", Severity.WARNING)
def brand(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A brand in a form that is a slip, or that is not the house's own."""
    for use in (use for passage in document.passages for use in passage.once(_uses)):
        right, wrong = _wanted(table("brands")["names"][use.row], document.house.terms)
        if use.form in wrong:
            yield _hit(use, right)


def _wanted(row: Mapping[str, list[str] | str], terms: tuple[Term, ...]) -> tuple[str, set[str]]:
    """The house's form of a brand, and the forms that are not wanted."""
    right, also, wrong = str(row["right"]), list(row.get("also", ())), list(row["wrong"])
    every = {right, *also, *wrong}
    for term in terms:
        if term.right in every:
            return term.right, (every | set(term.wrong)) - {term.right}
    return right, set(wrong)


def _hit(use: _Use, right: str) -> Hit:
    passage = use.passage
    fix = passage.fix(use.start, use.end, right, safe=True)
    return passage.hit(use.start, use.end, fix, values={"right": right}, group=f"ORT-09:{use.form}")


def _uses(passage: Passage) -> list[_Use]:
    return list(_find(passage))


def _find(passage: Passage) -> Iterator[_Use]:
    words = passage.bare_tokens
    for place, word in enumerate(words):
        skipped, first = _beginnings().get(word, (0, ""))
        for form, row in _forms().get(first, ()):
            end = place + len(form)
            if form[1:] == words[place + 1 : end] and _is_one(passage, place, end):
                start = passage.tokens[place].start + skipped
                yield _Use(passage, start, passage.tokens[end - 1].end, row, " ".join(form))
                break


def _is_one(passage: Passage, place: int, end: int) -> bool:
    """Whether words follow each other with nothing but spaces, and are no part of an address."""
    tokens, words = passage.tokens[place:end], passage.words
    for first, second in pairwise(tokens):
        if words[first.end : second.start] != " ":
            return False
    start, stop = tokens[0].start, tokens[-1].end
    following = words[stop : stop + 2]
    is_joined = words[start - 1 : start] in _JOINED or (
        following[:1] in _JOINED and following[1:].isalnum()
    )
    return not is_joined and not any(s <= start < e for s, e in passage.addresses)


@cache
def _beginnings() -> dict[str, tuple[int, str]]:
    """The first word of every form with every prefix, with the prefix's length and the word."""
    return {
        prefix + first: (len(prefix), first)
        for prefix in reversed(_PREFIXES)  # a form that begins like a prefix has none
        for first in _forms()
        if not prefix or is_arabic(first)
    }


@cache
def _forms() -> dict[str, list[tuple[Form, int]]]:
    """Every form by its first word, the longest first, with the number of its row."""
    found: dict[str, list[tuple[Form, int]]] = {}
    for number, row in enumerate(table("brands")["names"]):
        for written in (row["right"], *row.get("also", ()), *row["wrong"]):
            form = tuple(word.text for word in find_words(written))
            found.setdefault(form[0], []).append((form, number))
    return {first: sorted(rows, key=lambda r: -len(r[0])) for first, rows in found.items()}
