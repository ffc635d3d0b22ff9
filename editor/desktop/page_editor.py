"""The text of a release: one continuous editor that looks like a page on a desk."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from editor.desktop import clipboard, fonts
from editor.desktop.binding import BlockBinding
from editor.desktop.guard import guarded, guarded_with
from editor.desktop.interface import Interface
from editor.desktop.page_layout import MARGIN, PageLayout
from editor.desktop.words_edit import WordsEdit
from editor.release.draft import Draft
from editor.release.languages import LANGUAGES

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BETWEEN_PARAGRAPHS = 0.4
"""Of a line, under each paragraph."""


class PageEditor(WordsEdit):
    """The editor of a release's blocks in one language."""

    paragraph_changed = Signal()

    def __init__(self, interface: Interface, language: str, parent: QWidget | None = None) -> None:
        super().__init__(language, parent)
        self.setObjectName("page")
        self._interface = interface
        self._binding: BlockBinding | None = None
        self._paragraph = -1
        self.layout_of_page = PageLayout(self)
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self.layout_of_page.place)
        self.document().documentLayout().documentSizeChanged.connect(self.layout_of_page.place)
        self.cursorPositionChanged.connect(self._note_paragraph)
        interface.changed.connect(self.dress)
        self.dress()

    @property
    def is_bound(self) -> bool:
        """Whether it shows a release."""
        return self._binding is not None

    @property
    def binding(self) -> BlockBinding:
        """What ties the words to the record; there is none before `bind`."""
        if self._binding is None:
            raise RuntimeError("the editor shows no release yet")
        return self._binding

    def bind(self, draft: Draft, language: str) -> None:
        """Show the blocks of a draft in a language, and take what is typed into it."""
        if self._binding is not None:
            self._binding.close()
        self.set_language(language)
        self.dress()
        self._binding = BlockBinding(self, draft, language)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.layout_of_page.make_room()

    def close_binding(self) -> None:
        """Let go of the draft."""
        if self._binding is not None:
            self._binding.close()
            self._binding = None

    def dress(self) -> None:
        """Take fonts, measures and colours anew."""
        times = self._interface.times
        font = fonts.page_font(self.language, times=times)
        self.setFont(font)
        leading = fonts.page_type(self.language).leading
        below = round(fonts.line_height(font, leading) * _BETWEEN_PARAGRAPHS)
        self.set_lines(leading, below=below)
        self.layout_of_page.measure = fonts.measure(self.language, times=times)
        self.layout_of_page.margin = self._interface.px(MARGIN)
        self.layout_of_page.rtl = LANGUAGES[self.language].is_rtl
        self.layout_of_page.make_room()
        self.set_invitation(self.tr("Write the lead here"))

    def select(self, cursor: QTextCursor) -> None:
        """Select words and bring them into view, with some room around them."""
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        rect, bar = self.cursorRect(), self.verticalScrollBar()
        height = self.viewport().height()
        if rect.top() < height // 8 or rect.bottom() > height * 7 // 8:
            bar.setValue(bar.value() + rect.center().y() - height // 3)

    # -- What Qt calls -------------------------------------------------------------------------

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make Enter a new paragraph, always: Qt would only reset the looks of an empty one."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and modifiers == Qt.KeyboardModifier.NoModifier:
            cursor = self.textCursor()
            cursor.insertBlock()
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            event.accept()
            return
        super().keyPressEvent(event)

    @guarded_with(QMimeData)
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy paragraphs with their ids and marks, and as plain text."""
        return clipboard.copy(self.binding, self.textCursor())

    @guarded_with(lambda: False)
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words; a file that is dropped is for the window to open."""
        return source.hasFormat(clipboard.OWN_FORMAT) or (source.hasText() and not source.hasUrls())

    @guarded
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put paragraphs in at the caret, in the place of what is selected."""
        donors = clipboard.read(source, self.binding.draft.id)
        with self.binding.bringing(donors):
            cursor = self.textCursor()
            cursor.beginEditBlock()
            cursor.removeSelectedText()
            for row, donor in enumerate(donors):
                if row:
                    cursor.insertBlock()
                cursor.insertText(donor.text.words)
            cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        """Move paragraphs under their own ids: Qt tells of the drop only when it is over."""
        with self.binding.bringing(clipboard.read(event.mimeData(), self.binding.draft.id)):
            super().dropEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page under the words."""
        painter = QPainter(self.viewport())
        self.layout_of_page.paint(painter, event.rect(), self._interface.tokens)
        painter.end()
        super().paintEvent(event)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out in the new width."""
        super().resizeEvent(event)
        self.layout_of_page.make_room()

    def _note_paragraph(self) -> None:
        number = self.textCursor().blockNumber()
        if number != self._paragraph:
            self._paragraph = number
            self.paragraph_changed.emit()
