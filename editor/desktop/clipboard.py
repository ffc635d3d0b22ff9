"""Paragraphs on the clipboard, and while they are dragged: words, marks and ids.

Other programs get plain text, no-break spaces and all. We read our own format back, so that a
quotation stays one when its paragraph is moved, and a whole paragraph stays the same block.
"""

import contextlib
import json
from collections.abc import Iterator, Sequence
from typing import Any, cast

import regex
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication, QTextCursor

from editor.desktop.binding import BlockBinding
from editor.desktop.intake import Donor
from editor.desktop.paragraphs import spot
from editor.release.content import EMPTY, BlockKind, Mark, Span, Text

OWN_FORMAT = "application/x-bayan-paragraphs+json"
_BREAKS = regex.compile("\r\n|[\n\r\u2029]")


def copy(binding: BlockBinding, cursor: QTextCursor) -> QMimeData:
    """What is selected, for the clipboard or a drag."""
    return _offered(list(_selected(binding, cursor)), binding.draft.id)


def copy_words(words: str) -> QMimeData:
    """Words of a field, for the clipboard or a drag."""
    return _offered([Donor(None, None, Text(line)) for line in words.split("\u2029")], "")


def read(data: QMimeData, release: str) -> list[Donor]:
    """The paragraphs in a paste or a drop; empty lines of a foreign text are left out.

    Args:
        data: What is pasted.
        release: The id of the release it is pasted into: only there do blocks keep their ids.
    """
    if data.hasFormat(OWN_FORMAT):
        with contextlib.suppress(ValueError, KeyError, TypeError):  # of a later version: as text
            stored = json.loads(bytes(data.data(OWN_FORMAT).data()))
            return [_donor(row, ours=stored["release"] == release) for row in stored["rows"]]
    lines = _BREAKS.split(_sound(data.text()))
    if len(lines) > 1:
        lines = [line for line in lines if line.strip()] or [""]
    return [Donor(None, None, Text(line)) for line in lines]


def hand_over() -> None:
    """Leave what was copied to other programs as plain text, before this one ends.

    The clipboard outlives Python, and must not hold an object of its making when that is gone.
    """
    clipboard = QGuiApplication.clipboard()
    modes = [QClipboard.Mode.Clipboard]
    if clipboard.supportsSelection():
        modes.append(QClipboard.Mode.Selection)
    for mode in modes:
        # Qt's stubs do not say that an empty clipboard has nothing at all.
        held = cast("QMimeData | None", clipboard.mimeData(mode))
        if held is not None and held.hasFormat(OWN_FORMAT):
            clipboard.setText(held.text(), mode)


def _offered(donors: Sequence[Donor], release: str) -> QMimeData:
    data = QMimeData()
    data.setText("\n".join(donor.text.words.replace("\u2028", "\n") for donor in donors))
    stored = {"release": release, "rows": [_stored(donor) for donor in donors]}
    data.setData(OWN_FORMAT, json.dumps(stored).encode())
    return data


def _selected(binding: BlockBinding, cursor: QTextCursor) -> Iterator[Donor]:
    """The selected part of each paragraph; one that only ends in a selection is left out."""
    document, ids = cursor.document(), binding.screen.ids
    blocks = {block.id: block for block in binding.draft.snapshot().blocks}
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    paragraph = document.findBlock(start)
    while paragraph.isValid() and paragraph.position() <= end:
        first = spot(paragraph, max(start, paragraph.position()), ids)
        last = spot(paragraph, min(end, paragraph.position() + paragraph.length() - 1), ids)
        block = blocks.get(first.block or "")
        text = _part(block.text(binding.language) if block else EMPTY, first.offset, last.offset)
        is_whole = (
            block is not None
            and start <= paragraph.position()
            and (
                end > paragraph.position() + paragraph.length() - 1
                or (end == paragraph.position() + paragraph.length() - 1 and bool(text.words))
            )
        )
        yield Donor(
            block.id if block and is_whole else None,
            block.kind if block and is_whole else None,
            text,
        )
        paragraph = paragraph.next()


def _sound(words: str) -> str:
    """Foreign words without what no text can hold: halves of characters, Qt's own signs."""
    whole = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\ufdd0", "").replace("\ufdd1", "").replace("\0", "")


def _part(text: Text, start: int, end: int) -> Text:
    spans = tuple(
        Span(
            max(span.start, start) - start,
            min(span.end, end) - start,
            span.mark,
            span.value,
            span.unsure,
        )
        for span in text.spans
        if span.start < end and span.end > start
    )
    return Text(text.words[start:end], spans)


def _stored(donor: Donor) -> dict[str, Any]:
    return {
        "block": donor.block,
        "kind": donor.kind,
        "words": donor.text.words,
        "spans": [
            [span.start, span.end, span.mark, span.value, span.unsure] for span in donor.text.spans
        ],
    }


def _donor(row: dict[str, Any], *, ours: bool) -> Donor:
    spans = tuple(
        Span(start, end, Mark(mark), value, unsure)
        for start, end, mark, value, unsure in row["spans"]
        # A speaker is known by an id that another release does not have.
        if ours or mark != Mark.QUOTATION
    )
    return Donor(
        row["block"] if ours else None,
        BlockKind(row["kind"]) if row["kind"] else None,
        Text(row["words"], spans),
    )


def words_of(donors: Sequence[Donor]) -> str:
    """Pasted paragraphs on one line, for a field."""
    return " ".join(donor.text.words for donor in donors).replace("\u2028", " ")
