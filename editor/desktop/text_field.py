"""A field for one paragraph of words: it grows with them, downwards or along the line."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.desktop import clipboard, fonts
from editor.desktop.guard import guarded, guarded_with
from editor.desktop.words_edit import WordsEdit
from editor.text.offsets import point_offset

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextField(WordsEdit):
    """A field that looks like the words it holds.

    Signals:
        height_changed: It has become higher or lower.
        entered: Enter was pressed: the person has done with it.
    """

    height_changed = Signal()
    entered = Signal()

    def __init__(
        self, language: str, *, grows_along: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make a field.

        Args:
            language: The language of its words.
            grows_along: Whether it is one line that grows with its words, and not a column.
            parent: The widget it is in.
        """
        super().__init__(language, parent)
        self._grows_along = grows_along
        self.setProperty("class", "field")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy.Policy.Maximum if grows_along else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        if grows_along:
            self._keep_to_one_line()
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.document().contentsChanged.connect(self._fit)

    def set_type(self, font: QFont, leading: float) -> None:
        """Set its words in a font, with one line height."""
        self.setFont(font)
        self.set_lines(leading)
        self._fit()

    def set_language(self, language: str) -> None:
        """Take the direction of another language."""
        super().set_language(language)
        if self._grows_along:
            self._keep_to_one_line()

    def caret(self) -> int:
        """The code point before which the caret stands."""
        return point_offset(self.document().firstBlock().text(), self.textCursor().position())

    # -- What Qt calls -------------------------------------------------------------------------

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Enter: a field is one paragraph."""
        if event.key() in _ENTER:
            event.accept()
            if event.modifiers() in {
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            }:
                self.entered.emit()
            return
        super().keyPressEvent(event)

    @guarded_with(lambda: False)
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words; a file that is dropped is for the window to open."""
        return source.hasText() and not source.hasUrls()

    @guarded
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put words in on one line."""
        self.textCursor().insertText(clipboard.words_of(clipboard.read(source, "")))
        self.ensureCursorVisible()

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    @guarded_with(QSize)
    def sizeHint(self) -> QSize:
        """As high as its words; as wide as they are, if it grows along."""
        size = self.document().size()
        width = self._width() if self._grows_along else 200
        return QSize(width, round(size.height()))

    @guarded_with(QSize)
    def minimumSizeHint(self) -> QSize:
        """As small as it may become."""
        return QSize(40, self.sizeHint().height())

    def set_invitation(self, words: str) -> None:
        """Show some words while there are none, and make room for them."""
        super().set_invitation(words)
        self._fit()

    def _width(self) -> int:
        metrics = QFontMetricsF(self.font())
        words = self.toPlainText() or self._invitation
        return round(max(metrics.horizontalAdvance(words), metrics.horizontalAdvance("ن") * 2)) + 8

    def _fit(self, *_: object) -> None:
        height = round(self.document().size().height())
        if self.height() != height or self._grows_along:
            self.setFixedHeight(height)
            self.updateGeometry()
            self.height_changed.emit()

    def _keep_to_one_line(self) -> None:
        option = self.document().defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self.document().setDefaultTextOption(option)


def set_plainly(field: TextField, language: str, times: float) -> None:
    """Set a field in the type of place and source, quieter than the text below."""
    field.set_type(fonts.dateline_font(language, times=times), 1.0)
