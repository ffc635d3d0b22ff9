"""One continuous editor bound to the blocks of a record, in one language.

What is typed in the editor reaches the record as the smallest edits that say the same; what changes
in the record otherwise (undo, a fix, another person) reaches the editor without moving the caret
from its words. The paragraphs' ids are a list of our own: see `reconcile`. After everything that
was not typed here the screen is compared with the record, and mended where they differ.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.desktop import paragraphs
from editor.desktop.differences import Hint, differences
from editor.desktop.intake import Donor, take_rows, take_words
from editor.desktop.paragraphs import Spot
from editor.desktop.reconcile import Row, reconcile
from editor.desktop.screen import Screen, moved
from editor.release.changes import Change, Delta, Origin
from editor.release.content import FIELDS
from editor.release.draft import Draft
from editor.text.offsets import point_offset


class BlockBinding:
    """Keeps an editor and the blocks of a draft the same.

    Attributes:
        screen: What the editor shows.
    """

    def __init__(self, edit: QTextEdit, draft: Draft, language: str) -> None:
        self.edit = edit
        self.draft = draft
        self.language = language
        self.screen = Screen(edit.document())
        self._showing = False  # the editor is being changed to show the record
        self._writing = False  # the record is being changed to hold what was typed
        self._donors: tuple[Donor, ...] = ()
        self.screen.clear()
        self._show(Origin.REMOTE, {})
        edit.document().contentsChange.connect(self._on_contents_change)
        self._forget = draft.subscribe(self._on_change)

    def close(self) -> None:
        """Let go of the editor and the draft."""
        self._forget()
        self.edit.document().contentsChange.disconnect(self._on_contents_change)

    # -- Places --------------------------------------------------------------------------------

    def place(self, position: int) -> tuple[str, int] | None:
        """The id of the block at one of Qt's positions, and the code point in it."""
        spot = self._spot(position)
        return (spot.block, spot.offset) if spot.block is not None else None

    def words(self, block: str) -> str:
        """What a block says on the screen."""
        return self.screen.words[self.screen.ids.index(block)]

    def paragraph(self, block: str) -> QTextBlock | None:
        """The paragraph that shows a block."""
        if block not in self.screen.ids:
            return None
        return self.edit.document().findBlockByNumber(self.screen.ids.index(block))

    def cursor(self, block: str, start: int, end: int) -> QTextCursor | None:
        """A cursor that selects a stretch of a block; None if the block is not shown."""
        paragraph = self.paragraph(block)
        if paragraph is None:
            return None
        cursor = QTextCursor(paragraph)
        cursor.setPosition(paragraphs.position(paragraph, start))
        cursor.setPosition(paragraphs.position(paragraph, end), paragraphs.KEEP)
        return cursor

    @contextmanager
    def bringing(self, donors: Sequence[Donor]) -> Iterator[None]:
        """While this lasts, what is put in are these paragraphs, with their ids and marks.

        A drop calls the paste, and the change is told when the drop is over: the outer one holds.
        """
        before, self._donors = self._donors, self._donors or tuple(donors)
        try:
            yield
        finally:
            self._donors = before

    # -- From the editor to the record -----------------------------------------------------------

    def _on_contents_change(self, start: int, _removed: int, added: int) -> None:
        if self._showing:
            return
        self._writing = True
        try:
            if self._is_within_a_block(start, added):
                self._take_words(start, added)
            else:
                self._take_rows(start, added)
        except Exception:
            # The screen must not say what the record does not; Qt allows no edit until later.
            QTimer.singleShot(0, self.edit, lambda: self._show(Origin.REMOTE, {}))
            raise
        finally:
            self._writing = False
        if not paragraphs.is_whole(self.edit.document().findBlock(start)):
            QTimer.singleShot(0, self.edit, self._mend)

    def _is_within_a_block(self, start: int, added: int) -> bool:
        document = self.edit.document()
        if document.blockCount() != len(self.screen.ids):
            return False
        first, last = paragraphs.changed_rows(document, start, added)
        hint = paragraphs.label_of(document.findBlockByNumber(first))
        return first == last and hint == self.screen.ids[first]

    def _take_words(self, start: int, added: int) -> None:
        paragraph = self.edit.document().findBlock(start)
        row = paragraph.blockNumber()
        old, new = self.screen.words[row], paragraph.text()
        if old == new:
            return
        self.screen.words[row] = new
        first = point_offset(new, start - paragraph.position())
        last = point_offset(new, start + added - paragraph.position())
        changes = differences(old, new, _hint(first, last, len(old), len(new)))
        take_words(self.draft, self.screen.ids[row], self.language, changes, self._donors)

    def _take_rows(self, start: int, added: int) -> None:
        document = self.edit.document()
        old, new = self.screen.rows(), paragraphs.read_rows(document)
        words = [row.words for row in new]
        if words == self.screen.words and [row.id for row in new] == self.screen.ids:
            return  # only its looks have changed
        if not old and words == [""]:
            return
        hint = _hint(
            paragraphs.joined_offset(document, start),
            paragraphs.joined_offset(document, start + added),
            _joined_length(old),
            _joined_length(new),
        )
        pasted = [Row(donor.block, donor.text.words) for donor in self._donors]
        reading = reconcile(old, new, pasted, hint)
        ids = take_rows(self.draft, self.language, self.screen.ids, reading, self._donors)
        self.screen.take(ids, words)

    def _mend(self) -> None:
        """Take half characters off the screen."""
        self._showing = True
        try:
            self.screen.verify()
        finally:
            self._showing = False

    # -- From the record to the editor -----------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        deltas = {
            text.where: text.deltas for text in change.texts if text.language == self.language
        }
        if self._writing or not (change.structure or deltas.keys() - set(FIELDS)):
            return
        self._show(change.origin, deltas)

    def _show(self, origin: Origin, deltas: Mapping[str, Sequence[Delta]]) -> None:
        """Show what the record says now; the caret stays at its words, or goes to an undo."""
        blocks = self.draft.snapshot().blocks
        target = [Row(block.id, block.text(self.language).words) for block in blocks]
        if [row.id for row in target] == self.screen.ids and (
            [row.words for row in target] == self.screen.words
        ):
            return
        before = self.edit.textCursor()
        anchor, caret = self._spot(before.anchor()), self._spot(before.position())
        known = set(self.screen.ids)
        self._showing = True
        try:
            done = self.screen.show(target, deltas)
        finally:
            self._showing = False
        if origin in {Origin.UNDO, Origin.REDO}:
            caret = anchor = self._turned(known, done) or caret
            done = {}
        self._put_caret(self._found(anchor, done), self._found(caret, done))

    def _spot(self, position: int) -> Spot:
        paragraph = self.edit.document().findBlock(position)
        return paragraphs.spot(paragraph, position, self.screen.ids)

    def _turned(self, known: set[str], done: Mapping[str, Sequence[Delta]]) -> Spot | None:
        """Where an undo or a redo has changed something last."""
        for row, block in reversed(list(enumerate(self.screen.ids))):
            if deltas := done.get(block):
                last = deltas[-1]
                return Spot(block, last.start + len(last.inserted), row)
            if block not in known and known:
                return Spot(block, len(self.screen.words[row]), row)
        return None

    def _found(self, spot: Spot, done: Mapping[str, Sequence[Delta]]) -> int:
        """Qt's position of a spot after the change."""
        document = self.edit.document()
        paragraph = self.paragraph(spot.block) if spot.block is not None else None
        if paragraph is None:  # its block is gone: the start of what stands there now
            below = document.findBlockByNumber(spot.row)
            return below.position() if below.isValid() else document.characterCount() - 1
        return paragraphs.position(paragraph, moved(spot.offset, done.get(spot.block or "", ())))

    def _put_caret(self, anchor: int, caret: int) -> None:
        cursor = self.edit.textCursor()
        if (cursor.anchor(), cursor.position()) != (anchor, caret):
            cursor.setPosition(anchor)
            cursor.setPosition(caret, paragraphs.KEEP)
            self.edit.setTextCursor(cursor)


def _hint(first: int, last: int, old: int, new: int) -> Hint | None:
    """A hint from where a change begins and ends in the new words, and from both lengths."""
    removed = old - (new - last) - first
    return Hint(first, removed, last - first) if removed >= 0 <= last - first else None


def _joined_length(rows: Sequence[Row]) -> int:
    return sum(len(row.words) + 1 for row in rows) - 1
