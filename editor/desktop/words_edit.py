"""A text editor for words of the record, whatever their direction.

It is QTextEdit without what the record does better or must not see: its undo, its rich text, its
guesses about direction. What is typed reaches the record through a binding.
"""

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from editor.desktop import clipboard, fonts
from editor.desktop.guard import guarded, guarded_with
from editor.release.languages import LANGUAGES

_RECORD_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_DIRECTION_KEYS = (Qt.Key.Key_Direction_L, Qt.Key.Key_Direction_R)
_UNDO_ACTIONS = 3
"""Undo, redo and the line below them, at the head of Qt's menu for editors."""
_WIDE = 2000
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class WordsEdit(QTextEdit):
    """An editor whose direction, line height and keys are ours."""

    focus_changed = Signal(bool)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self._invitation = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDefaultCursorMoveStyle(Qt.CursorMoveStyle.VisualMoveStyle)
        self.document().setUndoRedoEnabled(False)
        self._set_direction()

    def set_language(self, language: str) -> None:
        """Take the direction of another language."""
        self.language = language
        self._set_direction()

    def set_lines(self, leading: float, *, below: float = 0.0) -> None:
        """Give every paragraph one line height, whatever characters are in it.

        Args:
            leading: The line height as a multiple of the font's own.
            below: The space under a paragraph, in pixels.
        """
        form = QTextBlockFormat()
        form.setLineHeight(fonts.line_height(self.font(), leading), _FIXED)
        form.setBottomMargin(below)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)

    def set_invitation(self, words: str) -> None:
        """Show some words while there are none; Qt's own placeholder ignores font and margins."""
        self._invitation = words
        self.viewport().update()

    # -- What Qt calls -------------------------------------------------------------------------

    @guarded_with(lambda: False)
    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: they are the record's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in _RECORD_KEYS)
        ):
            event.ignore()
            return False
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Swallow the keys with which Qt would write a direction the record knows nothing of."""
        if event.key() in _DIRECTION_KEYS:
            event.accept()
            return
        super().keyPressEvent(event)

    @guarded_with(QMimeData)
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain words; Qt's own way would turn no-break spaces into spaces."""
        return clipboard.copy_words(self.textCursor().selectedText())

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """Invite the person to write where nothing is written or being composed."""
        super().paintEvent(event)
        if self._invitation and self.document().isEmpty():
            block = self.document().firstBlock()
            if not block.layout().preeditAreaText():
                self._paint_invitation(self.cursorRect(QTextCursor(block)))

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer Qt's own menu without its undo, which is off here."""
        menu = self.createStandardContextMenu(event.pos())
        for action in menu.actions()[:_UNDO_ACTIONS]:
            menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the caret is here."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the caret has gone."""
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def _paint_invitation(self, caret: QRect) -> None:
        font = self.font()
        font.setBold(False)
        rtl = LANGUAGES[self.language].is_rtl
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        area = QRect(
            caret.right() - _WIDE if rtl else caret.left(), caret.y(), _WIDE, caret.height()
        )
        painter = QPainter(self.viewport())
        painter.setFont(font)
        painter.setPen(QApplication.palette().placeholderText().color())
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, flags, self._invitation)
        painter.end()

    def _set_direction(self) -> None:
        direction = (
            Qt.LayoutDirection.RightToLeft
            if LANGUAGES[self.language].is_rtl
            else Qt.LayoutDirection.LeftToRight
        )
        option = QTextOption()
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
