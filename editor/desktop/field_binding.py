"""One field of the record bound to an editor of its own: the headline, the place, the source."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor

from editor.desktop import paragraphs
from editor.desktop.differences import Hint, differences
from editor.desktop.intake import take_words
from editor.desktop.screen import moved
from editor.desktop.words_edit import WordsEdit
from editor.release.changes import Change, Delta, Origin
from editor.release.content import Release, Text
from editor.release.draft import Draft
from editor.text.offsets import point_offset


class FieldBinding:
    """Keeps an editor of one paragraph and a field of a draft the same.

    Attributes:
        where: The field's name.
    """

    def __init__(self, edit: WordsEdit, draft: Draft, where: str, language: str) -> None:
        self.edit = edit
        self.where = where
        self._draft = draft
        self._language = language
        self._words = ""
        self._is_busy = False
        self._show(())
        edit.document().contentsChange.connect(self._on_contents_change)
        self._forget = draft.subscribe(self._on_change)

    def close(self) -> None:
        """Let go of the editor and the draft."""
        self._forget()
        self.edit.document().contentsChange.disconnect(self._on_contents_change)

    def cursor(self, start: int, end: int) -> QTextCursor:
        """A cursor that selects a stretch of the field."""
        paragraph = self.edit.document().firstBlock()
        cursor = QTextCursor(paragraph)
        cursor.setPosition(paragraphs.position(paragraph, start))
        cursor.setPosition(paragraphs.position(paragraph, end), paragraphs.KEEP)
        return cursor

    def _on_contents_change(self, start: int, _removed: int, added: int) -> None:
        if self._is_busy:
            return
        old, new = self._words, self._shown()
        if old == new:
            return
        first, last = point_offset(new, start), point_offset(new, start + added)
        removed = len(old) - (len(new) - last) - first
        hint = Hint(first, removed, last - first) if removed >= 0 else None
        self._words = new
        self._is_busy = True
        try:
            changes = differences(old, new, hint)
            take_words(self._draft, self.where, self._language, changes)
        except Exception:
            # The field must not say what the record does not; Qt allows no edit until later.
            QTimer.singleShot(0, self.edit, lambda: self._show(()))
            raise
        finally:
            self._is_busy = False

    def _on_change(self, change: Change) -> None:
        place = (self.where, self._language)
        deltas = [text.deltas for text in change.texts if (text.where, text.language) == place]
        if deltas and not self._is_busy:
            self._show(deltas[0], change.origin)

    def _show(self, deltas: tuple[Delta, ...], origin: Origin = Origin.REMOTE) -> None:
        """Show what the record says, the caret at its words or at what was undone."""
        words = field_text(self._draft.snapshot(), self.where, self._language).words
        shown = self._shown()
        if words == shown:
            self._words = words
            return
        document = self.edit.document()
        spot = paragraphs.spot(document.firstBlock(), self.edit.textCursor().position(), ())
        way = deltas if _leads(shown, deltas, words) else _rewrite(shown, words)
        self._is_busy = True
        try:
            paragraphs.replace_words(document, 0, way)
        finally:
            self._is_busy = False
        self._words = words
        offset = moved(spot.offset, way)
        if origin in {Origin.UNDO, Origin.REDO} and way:
            offset = way[-1].start + len(way[-1].inserted)
        cursor = self.edit.textCursor()
        cursor.setPosition(paragraphs.position(document.firstBlock(), offset))
        self.edit.setTextCursor(cursor)

    def _shown(self) -> str:
        return " ".join(each.text() for each in paragraphs.paragraphs(self.edit.document()))


def field_text(release: Release, where: str, language: str) -> Text:
    """A field's text in a language."""
    return next(text for name, text in release.texts(language) if name == where)


def _leads(words: str, deltas: tuple[Delta, ...], target: str) -> bool:
    for delta in deltas:
        words = words[: delta.start] + delta.inserted + words[delta.start + delta.removed :]
    return words == target


def _rewrite(old: str, new: str) -> tuple[Delta, ...]:
    return tuple(
        Delta(change.start, change.end - change.start, change.words)
        for change in reversed(differences(old, new))
    )
