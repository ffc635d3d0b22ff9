"""Words as runs: split where the direction changes, each with its language and its look.

The direction of every character comes from UAX #9 over the whole paragraph. A run of letters that
go leftwards has `w:rtl`; then Word takes its complex-script look. Digits in Arabic words go
rightwards, so their run has no `w:rtl` but `w:cs`, which asks for that look alone
(ECMA-376 part 1, §17.3.2.7 and §17.3.2.30).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import regex

from editor.release.content import Mark
from editor.release.languages import LANGUAGES, Language
from editor.text.bidi import level_runs, levels
from editor.writing.docx.look import Look
from editor.writing.docx.markup import LINE_BREAK, clean, content
from editor.writing.docx.styles import (
    EMPHASIS,
    HEAVY,
    LINK,
    QUOTATION,
    STRONG,
    TERM,
    TITLE,
    stressed,
)
from editor.writing.runs import Run

Link = Callable[[str, str], str]
"""Makes runs, given as XML, lead to an address; leaves them as they are when it cannot."""

_STYLES = (
    (Mark.QUOTATION, QUOTATION),
    (Mark.TITLE, TITLE),
    (Mark.TERM, TERM),
    (Mark.LINK, LINK),
    (Mark.STRONG, STRONG),
    (Mark.EMPHASIS, EMPHASIS),
)
_SIDE = bytes(level % 2 for level in range(256))
_LATIN = regex.compile(r"\p{bc=L}")
_PIECES = regex.compile(f"[\t{LINE_BREAK}]|[^\t{LINE_BREAK}]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one run and one direction.

    Attributes:
        words: The words, cleaned.
        run: The run they are from.
        rtl: Whether they are laid out from right to left.
        complex: Whether they have the complex-script look.
        language: The language they are in.
    """

    words: str
    run: Run
    rtl: bool
    complex: bool
    language: Language


def pieces(runs: Iterable[Run], look: Look) -> Iterator[Piece]:
    """The runs of one paragraph, cut where the direction changes."""
    texts = [(clean(run.words), run) for run in runs]
    whole = "".join(words for words, _ in texts)
    sides = levels(whole, look.language.direction).translate(_SIDE)
    start = 0
    for words, run in texts:
        end = start + len(words)
        for first, last, side in level_runs(sides[start:end]):
            yield _piece(words[first:last], run, look, rtl=side == 1)
        start = end


def _piece(words: str, run: Run, look: Look, *, rtl: bool) -> Piece:
    language = LANGUAGES.get(run.language, look.language)
    if rtl != language.is_rtl and (rtl or _LATIN.search(words)):
        language = look.arabic_language if rtl else look.latin_language
    return Piece(words, run, rtl=rtl, complex=language.is_rtl, language=language)


def runs_xml(runs: Iterable[Run], look: Look, link: Link | None = None, style: str = "") -> str:
    """The content of a paragraph.

    Args:
        runs: What it says.
        look: The look of the document.
        link: Makes runs into a link; without it they are written as words.
        style: The character style of runs whose marks have none.
    """
    parts = []
    for _, group in groupby(pieces(runs, look), key=lambda piece: id(piece.run)):
        own = list(group)
        xml = "".join(_piece_xml(piece, look, style) for piece in own)
        address = own[0].run.link
        parts.append(link(address, xml) if link and address else xml)
    return "".join(parts)


def words_xml(words: str, look: Look, style: str = "") -> str:
    """The content of a paragraph that is one plain string."""
    return runs_xml([Run(words)], look, style=style)


def _piece_xml(piece: Piece, look: Look, style: str) -> str:
    marks = piece.run.marks
    style = next((style for mark, style in _STYLES if mark in marks), style)
    weight = HEAVY if Mark.STRONG in marks else stressed(look) if Mark.EMPHASIS in marks else ""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    way = direction(rtl=piece.rtl, complex_script=piece.complex, language=piece.language)
    return f"<w:r><w:rPr>{named}{weight}{way}</w:rPr>{_text(piece.words)}</w:r>"


def direction(*, rtl: bool, complex_script: bool, language: Language) -> str:
    """The run properties that say which way and in which language."""
    if rtl:
        return f'<w:rtl/><w:lang w:bidi="{language.tag}"/>'
    if complex_script:
        return f'<w:cs/><w:lang w:bidi="{language.tag}"/>'
    return f'<w:lang w:val="{language.tag}"/>'


def _text(words: str) -> str:
    """Text elements, line breaks and tabs."""
    parts = []
    for piece in _PIECES.findall(words):
        if piece == LINE_BREAK:
            parts.append("<w:br/>")
        elif piece == "\t":
            parts.append("<w:tab/>")
        else:
            parts.append(f'<w:t xml:space="preserve">{content(piece)}</w:t>')
    return "".join(parts)
