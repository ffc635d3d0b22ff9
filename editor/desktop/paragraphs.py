"""The paragraphs of a text document as rows: reading, changing and labelling them.

Everything here counts code points; Qt counts UTF-16 units, and this is where one becomes the other.
Words never hold a paragraph break, so each block of the record is one paragraph.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtGui import QTextBlock, QTextBlockUserData, QTextCursor, QTextDocument

from editor.desktop.reconcile import Row
from editor.release.changes import Delta
from editor.text.offsets import point_offset, utf16_length, utf16_offset

KEEP = QTextCursor.MoveMode.KeepAnchor


class BlockLabel(QTextBlockUserData):
    """The id of the block that a paragraph shows, as a hint; Qt drops and moves it at will."""

    def __init__(self, block: str | None) -> None:
        super().__init__()
        self.block = block


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text that survives edits elsewhere.

    Attributes:
        block: The block's id, or None where the paragraph has none.
        offset: Code points before it in the block.
        row: The paragraph it was in, for when the block is gone.
    """

    block: str | None
    offset: int
    row: int


def paragraphs(document: QTextDocument) -> Iterator[QTextBlock]:
    """All paragraphs in order."""
    paragraph = document.begin()
    while paragraph.isValid():
        yield paragraph
        paragraph = paragraph.next()


def label_of(paragraph: QTextBlock) -> str | None:
    """The id a paragraph is labelled with."""
    data = paragraph.userData()
    return data.block if isinstance(data, BlockLabel) else None


def read_rows(document: QTextDocument) -> list[Row]:
    """Every paragraph with its label and its words, no-break spaces and all."""
    return [Row(label_of(each), each.text()) for each in paragraphs(document)]


def label(document: QTextDocument, ids: Sequence[str]) -> None:
    """Label every paragraph with its block's id; one that shows no block has none."""
    for paragraph, block in zip_longest(paragraphs(document), ids):
        if label_of(paragraph) != block:
            paragraph.setUserData(BlockLabel(block))


def is_whole(paragraph: QTextBlock) -> bool:
    """Whether a paragraph holds whole characters only: Qt hides a half that an edit has left."""
    text, units = paragraph.text(), paragraph.length() - 1
    return units == len(text) or units == utf16_length(text)


def position(paragraph: QTextBlock, offset: int) -> int:
    """Qt's position of a code point of a paragraph; its end where it is shorter."""
    text = paragraph.text()
    return paragraph.position() + utf16_offset(text, min(offset, len(text)))


def spot(paragraph: QTextBlock, at: int, ids: Sequence[str]) -> Spot:
    """The spot of one of Qt's positions within a paragraph."""
    row = paragraph.blockNumber()
    block = ids[row] if row < len(ids) else None
    return Spot(block, point_offset(paragraph.text(), at - paragraph.position()), row)


def replace_words(document: QTextDocument, row: int, deltas: Iterable[Delta]) -> None:
    """Replace stretches of a paragraph, each in the words as the one before left them."""
    for delta in deltas:
        paragraph = document.findBlockByNumber(row)
        cursor = QTextCursor(document)
        cursor.setPosition(position(paragraph, delta.start))
        cursor.setPosition(position(paragraph, delta.start + delta.removed), KEEP)
        cursor.insertText(delta.inserted)


def insert_row(document: QTextDocument, row: int, words: str) -> None:
    """Put a new paragraph before the one that now has this number, or at the end."""
    cursor = QTextCursor(document)
    if row < document.blockCount():
        cursor.setPosition(document.findBlockByNumber(row).position())
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock()
    cursor.insertText(words)


def remove_row(document: QTextDocument, row: int) -> None:
    """Take a paragraph out; the last that is left is only emptied."""
    paragraph = document.findBlockByNumber(row)
    cursor = QTextCursor(paragraph)
    if paragraph.next().isValid():
        cursor.setPosition(paragraph.next().position(), KEEP)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        start = paragraph.previous()
        to = start.position() + start.length() - 1 if start.isValid() else paragraph.position()
        cursor.setPosition(to, KEEP)
    cursor.removeSelectedText()


def changed_rows(document: QTextDocument, start: int, added: int) -> tuple[int, int]:
    """The first and the last paragraph that a change of Qt's touched."""
    end = min(start + added, document.characterCount() - 1)
    return document.findBlock(start).blockNumber(), document.findBlock(end).blockNumber()


def joined_offset(document: QTextDocument, at: int) -> int:
    """One of Qt's positions counted in code points over all paragraphs, a break as one."""
    at = min(at, document.characterCount() - 1)
    paragraph = document.findBlock(at)
    before = sum(len(each.text()) + 1 for each in _before(paragraph))
    return before + point_offset(paragraph.text(), at - paragraph.position())


def _before(paragraph: QTextBlock) -> Iterator[QTextBlock]:
    previous = paragraph.previous()
    while previous.isValid():
        yield previous
        previous = previous.previous()
