"""What an editor shows of the blocks of a record, and how it is brought to show something else."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from PySide6.QtGui import QTextCursor, QTextDocument

from editor.desktop import paragraphs
from editor.desktop.differences import differences
from editor.desktop.reconcile import Row
from editor.release.changes import Delta


class Screen:
    """The paragraphs of a document, each the words of one block.

    Attributes:
        ids: The blocks' ids in order; none for a release without blocks, which is shown as one
            empty paragraph.
        words: What each paragraph says.
        repairs: How often it had to be drawn anew because it differed from the record.
    """

    def __init__(self, document: QTextDocument) -> None:
        self.document = document
        self.ids: list[str] = []
        self.words: list[str] = [""]
        self.repairs = 0

    def clear(self) -> None:
        """Take off what another release has left; the page itself stays as it is laid out."""
        cursor = QTextCursor(self.document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()

    def rows(self) -> list[Row]:
        """What is shown, as rows."""
        return [Row(block, words) for block, words in zip(self.ids, self.words, strict=False)]

    def take(self, ids: Sequence[str], words: Sequence[str]) -> None:
        """Note what the editor shows after the person has changed it."""
        self.ids, self.words = list(ids), list(words) or [""]
        paragraphs.label(self.document, self.ids)

    def show(
        self, target: Sequence[Row], deltas: Mapping[str, Sequence[Delta]]
    ) -> dict[str, list[Delta]]:
        """Show other rows, changing as little as possible.

        Args:
            target: What is to be shown.
            deltas: How the words of blocks changed, where that is known.

        Returns:
            What was done to the words of each block that is still there.
        """
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        try:
            done = self._change_words(target, deltas)
            self._change_rows(target)
            self.take([row.id for row in target if row.id], [row.words for row in target])
        finally:
            cursor.endEditBlock()
        self.verify()
        return done

    def _change_words(
        self, target: Sequence[Row], deltas: Mapping[str, Sequence[Delta]]
    ) -> dict[str, list[Delta]]:
        wanted = {row.id: row.words for row in target}
        done: dict[str, list[Delta]] = {}
        for row, (block, words) in enumerate(zip(self.ids, self.words, strict=False)):
            if wanted.get(block, words) != words:
                done[block] = _way(words, wanted[block], deltas.get(block, ()))
                paragraphs.replace_words(self.document, row, done[block])
        return done

    def _change_rows(self, target: Sequence[Row]) -> None:
        new = [row.id for row in target]
        if not self.ids and target:
            paragraphs.replace_words(self.document, 0, [Delta(0, 0, target[0].words)])
            for row in range(1, len(target)):
                paragraphs.insert_row(self.document, row, target[row].words)
            return
        matcher = SequenceMatcher(None, self.ids, new, autojunk=False)
        for tag, old_from, old_to, new_from, new_to in reversed(matcher.get_opcodes()):
            if tag == "equal":
                continue
            for row in range(new_to - 1, new_from - 1, -1):
                paragraphs.insert_row(self.document, old_to, target[row].words)
            for row in range(old_to - 1, old_from - 1, -1):
                paragraphs.remove_row(self.document, row)

    def verify(self) -> None:
        """Compare the document with what it should say, and write it anew where it differs."""
        shown = list(paragraphs.paragraphs(self.document))
        if [each.text() for each in shown] == self.words and all(map(paragraphs.is_whole, shown)):
            return
        self.repairs += 1
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for row, words in enumerate(self.words):
            if row:
                cursor.insertBlock()
            cursor.insertText(words)
        cursor.endEditBlock()
        paragraphs.label(self.document, self.ids)


def moved(offset: int, deltas: Sequence[Delta]) -> int:
    """Where a code point is after some replacements; words put in at it come after it."""
    for delta in deltas:
        if delta.start + delta.removed <= offset and delta.start < offset:
            offset += len(delta.inserted) - delta.removed
        elif delta.start < offset:
            offset = min(offset, delta.start + len(delta.inserted))
    return offset


def _way(old: str, new: str, deltas: Sequence[Delta]) -> list[Delta]:
    """The replacements that lead from old words to new ones: those that are known, if they do."""
    words = old
    for delta in deltas:
        words = words[: delta.start] + delta.inserted + words[delta.start + delta.removed :]
    if words == new:
        return list(deltas)
    return [
        Delta(change.start, change.end - change.start, change.words)
        for change in reversed(differences(old, new))
    ]
