"""The margin of the page: what each block is, and how grave the gravest finding in it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QToolTip, QWidget

from editor.checks.findings import Severity
from editor.desktop.guard import guarded, guarded_with
from editor.desktop.interface import Interface
from editor.desktop.page_editor import PageEditor
from editor.desktop.page_layout import GAP
from editor.desktop.shapes import draw_shape
from editor.release.content import BlockKind

_BAR = 2
_SHAPE = 8
_EDGE, _INNER, _OUTER = 12, 12, 26
"""How far the shape stands from the page's edge, the bar and the names from the words."""


class KindsMargin(QWidget):
    """The names of the blocks' kinds beside the words; paragraphs are numbered.

    Signals:
        kind_requested: A block's name was clicked: its id, and where on the screen.
    """

    kind_requested = Signal(str, QPoint)

    def __init__(self, interface: Interface, page: PageEditor) -> None:
        super().__init__()
        self._interface = interface
        self._px = interface.px
        self._page = page
        self._kinds: Mapping[str, BlockKind] = {}
        self._gravest: Mapping[str, Severity] = {}
        self._pressed: str | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        page.document().documentLayout().documentSizeChanged.connect(self.update)
        page.paragraph_changed.connect(self.update)
        interface.changed.connect(self._dress)
        self._dress()

    def show_kinds(self, kinds: Mapping[str, BlockKind]) -> None:
        """Show what each block is."""
        if kinds != self._kinds:
            self._kinds = kinds
            self.update()

    def show_findings(self, gravest: Mapping[str, Severity]) -> None:
        """Show the gravest finding in each block that has any."""
        if gravest != self._gravest:
            self._gravest = gravest
            self.update()

    def kind_name(self, kind: BlockKind) -> str:
        """What a kind is called in the interface's language."""
        return {
            BlockKind.LEAD: self.tr("Lead"),
            BlockKind.PARAGRAPH: self.tr("Paragraph"),
            BlockKind.SUBHEADING: self.tr("Subheading"),
            BlockKind.LIST_ITEM: self.tr("List item"),
            BlockKind.BOILERPLATE: self.tr("About us"),
            BlockKind.CONTACT: self.tr("Contact"),
        }[kind]

    # -- What Qt calls -------------------------------------------------------------------------

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names beside the blocks that have to be drawn anew."""
        painter = QPainter(self)
        top, bottom = event.rect().top(), event.rect().bottom()
        ids = self._page.binding.screen.ids
        block = self._block_at(top)
        while block.isValid():
            place = self._place(block)
            if place.top() > bottom:
                break
            if block.blockNumber() < len(ids):
                self._paint_block(painter, block, place, ids[block.blockNumber()])
            block = block.next()
        painter.end()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on a name; one just beside the words begins a selection in them."""
        self._pressed = self._id_at(event.position().toPoint().y())
        if self._is_beside_words(event.position().x()):
            self._pressed = None
            event.ignore()

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Offer the kinds of the block that was clicked."""
        block, self._pressed = self._pressed, None
        if block is None:
            event.ignore()
        elif block == self._id_at(event.position().toPoint().y()):
            self.kind_requested.emit(block, event.globalPosition().toPoint())

    @guarded_with(lambda: False)
    def event(self, event: QEvent) -> bool:
        """Say in full what a block is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            block = self._id_at(event.pos().y())
            if block is not None and block in self._kinds:
                QToolTip.showText(event.globalPos(), self.kind_name(self._kinds[block]), self)
            return True
        return super().event(event)

    # -- Private -------------------------------------------------------------------------------

    def _is_beside_words(self, x: float) -> bool:
        near = self._px(_OUTER)
        return x < near if self._page.layout_of_page.rtl else x > self.width() - near

    def _dress(self) -> None:
        self._plain = self._interface.font(-1.5)
        self._bold = self._interface.font(-1.5, bold=True)
        self.update()

    def _block_at(self, y: int) -> QTextBlock:
        """The block beside a place, found by halves: this is asked for every key."""
        document = self._page.document()
        first, last = 0, document.blockCount() - 1
        while first < last:
            middle = (first + last + 1) // 2
            if self._place(document.findBlockByNumber(middle)).top() <= y:
                first = middle
            else:
                last = middle - 1
        return document.findBlockByNumber(first)

    def _id_at(self, y: int) -> str | None:
        block, ids = self._block_at(y), self._page.binding.screen.ids
        inside = self._place(block).top() <= y <= self._place(block).bottom()
        return ids[block.blockNumber()] if inside and block.blockNumber() < len(ids) else None

    def _place(self, block: QTextBlock) -> QRect:
        """The strip of this margin beside a block."""
        rect = self._page.document().documentLayout().blockBoundingRect(block)
        return QRect(0, round(rect.top()) - GAP, self.width(), round(rect.height()))

    def _paint_block(
        self, painter: QPainter, block: QTextBlock, place: QRect, block_id: str
    ) -> None:
        tokens, rtl = self._interface.tokens, self._page.layout_of_page.rtl
        line = block.layout().lineAt(0)
        height = round(line.height()) if line.isValid() else place.height()
        is_current = block.blockNumber() == self._page.textCursor().blockNumber()
        painter.setFont(self._bold if is_current else self._plain)
        painter.setPen(QColor(tokens.accent if is_current else tokens.muted))
        inner = QRect(self._px(_OUTER), place.top(), self.width() - 2 * self._px(_OUTER), height)
        side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(inner, flags, self._name(block_id, block.blockNumber()))
        if is_current:
            x = self._px(_INNER) if rtl else self.width() - self._px(_INNER) - self._px(_BAR)
            painter.fillRect(
                x, place.top() + 4, self._px(_BAR), self._words_height(block), QColor(tokens.accent)
            )
        if (severity := self._gravest.get(block_id)) is not None:
            x = self.width() - self._px(12) - self._px(_SHAPE) if rtl else self._px(12)
            shape = QRectF(
                x, place.top() + (height - self._px(_SHAPE)) / 2, self._px(_SHAPE), self._px(_SHAPE)
            )
            draw_shape(painter, shape, severity, tokens)

    def _words_height(self, block: QTextBlock) -> int:
        """The height of a block's lines, without the space below them."""
        layout = block.layout()
        last = layout.lineAt(layout.lineCount() - 1)
        return round(last.y() + last.height()) - 8 if last.isValid() else 0

    def _name(self, block: str, number: int) -> str:
        kind = self._kinds.get(block, BlockKind.PARAGRAPH)
        if kind is BlockKind.PARAGRAPH:
            return self._interface.say_count(number + 1)
        return self.kind_name(kind)
