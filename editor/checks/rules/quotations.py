"""Quotation marks that lack their partner, and quotations that lack their speaker."""

from collections.abc import Iterator

from editor.checks.document import Document
from editor.checks.findings import Edit, Fix, Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, document_rule
from editor.release.content import DATELINE, PLACE, SOURCE, Mark, Span
from editor.text.arabic import bare
from editor.text.quotes import Quoted

_GUILLEMETS = frozenset("«»")
_OPENING = "«“„\"'‘‹<(` \t\u00a0\u202f"
_WITHOUT_QUOTES = frozenset((DATELINE, PLACE, SOURCE))


@document_rule("QUO-01", Severity.ERROR)
def unbalanced_marks(document: Document, _settings: Settings) -> Iterator[Hit]:
    """An opening or closing quotation mark without its partner.

    A quotation over several paragraphs opens anew in each of them and closes in the last.
    """
    for passage in document.passages:
        found = [quoted for quoted in document.quoted[passage.where] if not quoted.is_balanced]
        if not found or passage.where in _WITHOUT_QUOTES:
            continue
        as_meant = _GUILLEMETS if _has_reversed_guillemets(passage.words) else frozenset()
        for quoted in found:
            if as_meant.isdisjoint(quoted.marks):
                yield _unbalanced(document, passage, quoted)


def _has_reversed_guillemets(text: str) -> bool:
    """Whether » opens and « closes all through a text, as systems without bidi left them."""
    marks = [character for character in text if character in _GUILLEMETS]
    return marks[:1] == ["»"] and marks.count("«") * 2 == len(marks)


def _unbalanced(document: Document, passage: Passage, quoted: Quoted) -> Hit:
    opened = quoted.open is not None
    at = quoted.open if quoted.open is not None else quoted.close
    mark = quoted.marks[0] if opened else quoted.marks[1]
    start = at if at is not None else quoted.start
    end = start + len(mark)
    remove = passage.fix(start, end, "", safe=False, key="QUO-01.fix_remove")
    fixes = [remove]
    partner = _partner(document, mark)
    if opened and partner:
        # The quotation may end anywhere: its paragraph's end is the first place to look.
        place = quoted.inner_end
        edit = Edit(passage.where, place, place, partner)
        fixes.insert(0, Fix((edit,), safe=False, key="QUO-01.fix_close"))
    return passage.hit(start, end, *fixes, case="message" if opened else "unopened")


def _partner(document: Document, mark: str) -> str:
    """The mark that closes one, in the house's marks where it uses them."""
    pairs = {"«": "»", "“": "”", "„": "“", "‹": "›", "‘": "’", "<<": ">>", "((": "))", "``": "''"}
    if document.wording is not None:
        opening, closing = document.wording.quotation_marks
        pairs[opening] = document.wording.quotation_space + closing
    return pairs.get(mark, mark)


@document_rule("QUO-03", Severity.ERROR)
def quotation_of_nobody(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A direct quotation that names no speaker; titles and terms need none.

    Words inside a sentence that only may be a quotation are worth a note and no more.
    """
    speakers = {speaker.id for speaker in document.release.speakers}
    for passage in document.passages:
        for span in passage.marked(Mark.QUOTATION):
            if span.value in speakers or _is_scripture(passage.words[span.start : span.end]):
                continue
            if span.unsure and not _stands_alone(passage, span):
                yield passage.hit(span.start, span.end, severity=Severity.NOTE, case="unsure")
            else:
                yield passage.hit(span.start, span.end)


def _is_scripture(words: str) -> bool:
    """Whether Arabic words bear the vowel signs that only scripture and poetry are set with."""
    signs = len(words) - len(bare(words))
    return signs * 3 > len(words.replace(" ", ""))


def _stands_alone(passage: Passage, span: Span) -> bool:
    """Whether a quotation is a sentence of its own, or follows a colon."""
    before = passage.words[: span.start].rstrip(_OPENING)
    return not before or before[-1] in ".!?؟…:»”"
