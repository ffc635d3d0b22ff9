"""What stands between the words and between the paragraphs: breaks and surplus spaces."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from editor.checks.document import Document
from editor.checks.findings import SEPARATOR, Edit, Fix, Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, document_rule
from editor.checks.rules.spacing import closes_up, is_inside_bracket
from editor.release.content import DATELINE
from editor.release.source import Source
from editor.text.characters import NO_BREAK_SPACES, Gap, find_gaps, seen_end

_NEWLINE = regex.compile(r"\r\n|[\n\r\u2028\u2029\u0085]")
_STOPS = frozenset('.!?؟…:؛»”"')
_FRENCH_HIGH_MARKS = frozenset(";:!?»%")
_ALIGNING = 3
"""From how many spaces on a run may have been set to align columns or half-lines of verse."""
_PROSE_WORDS = 20


@document_rule("STR-11", Severity.WARNING, options={"dateline": False})
def uneven_breaks(document: Document, settings: Settings) -> Iterator[Hit]:
    """A single line break between paragraphs of a text that parts the others by a blank line.

    Setting `dateline`: whether the break between dateline and lead counts too.
    """
    if document.source is None:
        return
    text = document.source.text
    paragraphs = [p for p in document.passages if p.is_prose or p.where == DATELINE]
    blank, single = 0, []
    for first, second in pairwise(paragraphs):
        newlines = _newlines_between(document.source, first, second)
        if len(newlines) > 1:
            blank += first.is_prose
        elif newlines and (_ends(first) if first.is_prose else settings.flag("dateline")):
            single.append(newlines[0])
    if blank <= len(single):
        return
    for start, end in single:
        newline = text[start:end]
        fix = Fix((Edit(SEPARATOR, start, end, newline * 2),), safe=True, key="STR-11.fix")
        yield Hit(SEPARATOR, start, end, newline, (fix,))


def _ends(passage: Passage) -> bool:
    """Whether it ends like a paragraph: lines of verse or of a list stand close on purpose."""
    return passage.words[: seen_end(passage.words)][-1:] in _STOPS


def _newlines_between(source: Source, first: Passage, second: Passage) -> list[tuple[int, int]]:
    """The line breaks between two passages; none if something else stands there too."""
    before, after = source.pieces.get(first.where, ()), source.pieces.get(second.where, ())
    if not before or not after:
        return []
    start, end = before[-1].source_start + before[-1].length, after[0].source_start
    if source.text[start:end].strip():
        return []
    return [match.span() for match in _NEWLINE.finditer(source.text, start, max(start, end))]


@document_rule("TYP-04", Severity.WARNING, options={"final_newline": False})
def surplus_spaces(document: Document, settings: Settings) -> Iterator[Hit]:
    """More than one space together, and spaces at either end of a line.

    Setting `final_newline`: whether a text file should end with a line break.
    """
    for passage in document.passages:
        yield from passage.once(_surplus_in)
    if document.source is not None:
        yield from _surplus_around(document.source)
        text = document.source.text
        if settings.flag("final_newline") and text and not text.endswith("\n"):
            edit = Edit(SEPARATOR, len(text), len(text), "\n")
            fix = Fix((edit,), safe=False, key="TYP-04.fix_newline")
            yield Hit(SEPARATOR, len(text), len(text), "", (fix,), case="no_newline")


def _surplus_in(passage: Passage) -> list[Hit]:
    return list(_find_surplus(passage))


def _find_surplus(passage: Passage) -> Iterator[Hit]:
    aligned = _is_aligned(passage)
    for gap in passage.gaps:
        if gap.is_edge:
            yield _deleted(passage.where, gap)
        elif len(gap.spaces) > 1 and not (
            (aligned and len(gap.spaces) >= _ALIGNING)
            or closes_up(passage, gap)
            or is_inside_bracket(passage, gap)
        ):
            space = _kept_space(passage, gap)
            fix = passage.fix(gap.start, gap.end, space, safe=True, key="TYP-04.fix_double")
            yield passage.hit(gap.start, gap.end, fix)


def _is_aligned(passage: Passage) -> bool:
    """Whether long runs of spaces seem to be set on purpose: several, or one in a short line."""
    long_runs = sum(len(gap.spaces) >= _ALIGNING and not gap.is_edge for gap in passage.gaps)
    return long_runs > 1 or (long_runs == 1 and len(passage.tokens) < _PROSE_WORDS)


def _kept_space(passage: Passage, gap: Gap) -> str:
    """The one space that a run becomes: in French, beside a high mark, one that does not break."""
    if passage.language == "fr" and (gap.after in _FRENCH_HIGH_MARKS or gap.before == "«"):
        return next((space for space in gap.spaces if space in NO_BREAK_SPACES), " ")
    return " "


def _surplus_around(source: Source) -> Iterator[Hit]:
    """Spaces at the ends of lines of the source text that are part of no passage."""
    inside = sorted(
        (piece.source_start, piece.source_start + piece.length)
        for pieces in source.pieces.values()
        for piece in pieces
    )
    for gap in find_gaps(source.text):
        if gap.is_edge and not _is_within(inside, gap):
            yield _deleted(SEPARATOR, gap)


def _is_within(stretches: Sequence[tuple[int, int]], gap: Gap) -> bool:
    index = bisect_right(stretches, (gap.start, gap.end)) - 1
    return any(
        start < gap.end and gap.start < end for start, end in stretches[max(index, 0) : index + 2]
    )


def _deleted(where: str, gap: Gap) -> Hit:
    fix = Fix((Edit(where, gap.start, gap.end, ""),), safe=True, key="TYP-04.fix_edge")
    return Hit(where, gap.start, gap.end, gap.spaces, (fix,), group="TYP-04", case="edge")
