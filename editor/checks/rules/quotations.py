"""Quotation marks that lack their partner, and quotations that lack their speaker."""

from collections.abc import Iterator

from editor.checks.document import Document
from editor.checks.findings import Edit, Fix, Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, document_rule
from editor.release.content import DATELINE, PLACE, SOURCE, Mark
from editor.text.quotes import Quoted

_WITHOUT_QUOTES = frozenset((DATELINE, PLACE, SOURCE))


@document_rule("QUO-01", Severity.ERROR)
def unbalanced_marks(document: Document, _settings: Settings) -> Iterator[Hit]:
    """An opening or closing quotation mark without its partner.

    A quotation over several paragraphs opens anew in each of them and closes in the last.
    """
    for passage in document.passages:
        if passage.where not in _WITHOUT_QUOTES:
            for quoted in document.quoted[passage.where]:
                if not quoted.is_balanced:
                    yield _unbalanced(document, passage, quoted)


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
        pairs[opening] = closing
    return pairs.get(mark, mark)


@document_rule("QUO-03", Severity.ERROR)
def quotation_of_nobody(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A direct quotation that names no speaker; titles and terms need none."""
    speakers = {speaker.id for speaker in document.release.speakers}
    for passage in document.passages:
        for start, end, speaker in passage.marked(Mark.QUOTATION):
            if speaker not in speakers:
                yield passage.hit(start, end)
