"""Runs of words as HTML: marks as elements, isolates as `bdi`, other languages by `lang`."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

import regex

from editor.release.content import Mark
from editor.release.languages import LANGUAGES, Language
from editor.writing.runs import Run

_ELEMENTS = (
    (Mark.QUOTATION, "q", ""),
    (Mark.TITLE, "cite", ""),
    (Mark.TERM, "i", ' class="term"'),
    (Mark.STRONG, "strong", ""),
    (Mark.EMPHASIS, "em", ""),
)
_DIRECTIONS = {"\u2066": "ltr", "\u2067": "rtl", "\u2068": "auto"}
_CLOSER = "\u2069"
_SPECIAL = regex.compile(r"([\u2066-\u2069\n\u200b])")
_LATIN = regex.compile(r"\p{Latin}")
_ARABIC = regex.compile(r"[\p{Arabic}--[\p{P}\p{N}]]", regex.VERSION1)


def inline(runs: Sequence[Run], language: Language) -> str:
    """Runs of a text in the document's language, as what may stand in a paragraph."""
    linked = groupby(runs, key=lambda run: run.link)
    return "".join(
        _element("a", f' href="{escape(link)}"' if link else "", _marked(tuple(group), language))
        for link, group in linked
    )


def line(words: str, language: Language) -> str:
    """A string of the page furniture, likewise."""
    return inline((Run(words),), language) if words else ""


def _element(name: str, attributes: str, inner: str) -> str:
    """An element; an anchor without an address is none."""
    return inner if name == "a" and not attributes else f"<{name}{attributes}>{inner}</{name}>"


def _marked(runs: Sequence[Run], language: Language, level: int = 0) -> str:
    """Runs inside the elements of their marks: neighbours with the same mark share one."""
    if level == len(_ELEMENTS):
        return "".join(_passage(run, language) for run in runs)
    mark, name, attributes = _ELEMENTS[level]
    pieces = []
    for has_mark, group in groupby(runs, key=lambda run: mark in run.marks):
        inner = _marked(tuple(group), language, level + 1)
        pieces.append(_element(name, attributes, inner) if has_mark else inner)
    return "".join(pieces)


def _passage(run: Run, language: Language) -> str:
    """The words of a run; what is in another language says so."""
    if not run.language:
        return "".join(_words(run.words, language))
    inner = "".join(_words(run.words, LANGUAGES[run.language]))
    return f'<span lang="{LANGUAGES[run.language].tag}">{inner}</span>'


def _words(words: str, language: Language) -> Iterator[str]:
    """Escaped words; an isolate that closes among them is an element, another stays as it is."""
    pieces = _SPECIAL.split(words)
    partners = _pairs(pieces)
    for place, piece in enumerate(pieces):
        if place in partners and piece != _CLOSER:
            other = _other_language("".join(pieces[place : partners[place]]), language)
            lang = f' lang="{other}"' if other else ""
            yield f'<bdi dir="{_DIRECTIONS[piece]}"{lang}>'
        elif place in partners:
            yield "</bdi>"
        elif piece == "\n":
            yield "<br>"
        else:
            yield "<wbr>" if piece == "\u200b" else escape(piece, quote=False)


def _pairs(pieces: Sequence[str]) -> dict[int, int]:
    """Where the isolates that open and close in these pieces stand: each end with the other."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for place, piece in enumerate(pieces):
        if piece in _DIRECTIONS:
            opened.append(place)
        elif piece == _CLOSER and opened:
            start = opened.pop()
            pairs |= {start: place, place: start}
    return pairs


def _other_language(words: str, language: Language) -> str:
    """The tag of the other language that isolated words are taken to be in, if any; see `runs`."""
    letter, code = (_LATIN, "en") if language.is_rtl else (_ARABIC, "ar")
    return LANGUAGES[code].tag if letter.search(words) else ""
