"""How a finding looks in the list: its shape, what is wrong, why and where, the fix and its key."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from editor.checks.findings import Finding
from editor.desktop.findings_model import Role
from editor.desktop.guard import guarded, guarded_with
from editor.desktop.interface import Interface
from editor.desktop.shapes import draw_shape

Index = QModelIndex | QPersistentModelIndex

_SIDE, _TOP, _SHAPE, _GAP, _CHIP = 16, 8, 10, 10, 24
_MOST_KEPT = 2000
_FEW, _ALL = (2, 1), (6, 6)
"""The most lines of what is wrong and of why: in a row, and in the chosen row."""


class FindingsDelegate(QStyledItemDelegate):
    """Paints the rows of a `FindingsModel`."""

    def __init__(self, interface: Interface, view: QListView) -> None:
        super().__init__(view)
        self._interface = interface
        self._view = view
        self._shape, self._chip = interface.px(_SHAPE), interface.px(_CHIP)
        self._laid_out: dict[tuple[str, str, int, bool], tuple[QTextLayout, QTextLayout]] = {}
        interface.changed.connect(self._laid_out.clear)
        self.key = ""

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        finding = index.data(Role.FINDING)
        if not isinstance(finding, Finding):
            return
        tokens = self._interface.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = _rect(option)
        self._paint_ground(painter, area, option)
        inner = area.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        words = self._words_area(inner)
        what, why = self._lines(index, words.width())
        first_line = round(what.lineAt(0).height())
        draw_shape(painter, self._shape_area(inner, first_line), finding.severity, tokens)
        y = self._draw(painter, what, words, words.top(), tokens.ink)
        y = self._draw(painter, why, words, y + 2, tokens.muted)
        if self._is_chosen(index) and (fix := self._fix(index)):
            self._paint_fix(painter, QRect(words.x(), y + 6, words.width(), self._chip), fix)
        painter.restore()

    @guarded_with(lambda: QSize(100, 60))
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as what it says in the width of the list; the chosen row says all."""
        width = self._view.viewport().width()
        what, why = self._lines(index, width - 2 * _SIDE - self._shape - _GAP)
        chip = self._chip + 6 if self._is_chosen(index) and self._fix(index) else 0
        return QSize(width, 2 * _TOP + _height(what) + 2 + _height(why) + chip)

    @guarded_with(lambda: False)
    def helpEvent(
        self,
        event: QHelpEvent,
        _view: QAbstractItemView,
        _option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say in full what a row cuts short."""
        if index.isValid():
            QToolTip.showText(event.globalPos(), f"{index.data()}\n{self._why(index)}", self._view)
        return True

    def _is_chosen(self, index: Index) -> bool:
        return index.row() == self._view.currentIndex().row()

    def _lines(self, index: Index, width: int) -> tuple[QTextLayout, QTextLayout]:
        """What is wrong and why, laid out; kept, since a list asks for every row at once."""
        chosen = self._is_chosen(index)
        key = (str(index.data()), self._why(index), width, chosen)
        lines = self._laid_out.get(key)
        if lines is None:
            most_of_what, most_of_why = _ALL if chosen else _FEW
            what = self._lay_out(key[0], self._interface.font(), width, most_of_what)
            why = self._lay_out(key[1], self._interface.font(-1), width, most_of_why)
            if len(self._laid_out) > _MOST_KEPT:
                self._laid_out.clear()
            lines = self._laid_out[key] = (what, why)
        return lines

    def _why(self, index: Index) -> str:
        return f"{index.data(Role.PLACE)} · {index.data(Role.REASON)}"

    def _fix(self, index: Index) -> str:
        return str(index.data(Role.FIX) or "").strip()

    def _words_area(self, inner: QRect) -> QRect:
        lead = self._shape + _GAP
        return inner.adjusted(*((0, 0, -lead, 0) if self._interface.is_rtl else (lead, 0, 0, 0)))

    def _shape_area(self, inner: QRect, height: int) -> QRectF:
        x = inner.right() - self._shape + 1 if self._interface.is_rtl else inner.left()
        return QRectF(x, inner.top() + (height - self._shape) / 2, self._shape, self._shape)

    def _paint_ground(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem) -> None:
        tokens = self._interface.tokens
        state = _state(option)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(tokens.page))
            focused = state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(QColor(tokens.accent if focused else tokens.line), 1))
            painter.drawRoundedRect(QRectF(area).adjusted(6.5, 2.5, -6.5, -2.5), 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.hover))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(area).adjusted(6, 2, -6, -2), 6, 6)

    def _paint_fix(self, painter: QPainter, place: QRect, fix: str) -> None:
        """The first fix as a chip, and the key that takes it."""
        tokens, rtl = self._interface.tokens, self._interface.is_rtl
        painter.setFont(self._interface.font(-0.5))
        metrics = painter.fontMetrics()
        key_width = metrics.horizontalAdvance(self.key) + 12
        room = place.width() - key_width - 20
        label = metrics.elidedText(fix, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(label) + 20
        start = place.right() - width + 1 if rtl else place.left()
        chip = QRect(start, place.top(), width, self._chip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.soft))
        painter.drawRoundedRect(chip, 6, 6)
        painter.setPen(QColor(tokens.accent))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, label)
        painter.setPen(QColor(tokens.muted))
        x = place.left() if rtl else place.right() - key_width
        key = QRect(x, place.top(), key_width, self._chip)
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self.key)

    def _lay_out(self, words: str, font: QFont, width: int, most: int) -> QTextLayout:
        """Lay words out in a few lines; what is left over is cut short with an ellipsis."""
        layout = self._wrapped(words, font, width)
        if layout.lineCount() <= most:
            return layout
        start = layout.lineAt(most - 1).textStart()
        metrics = QFontMetrics(font)
        room = round(width - metrics.horizontalAdvance("  "))
        rest = metrics.elidedText(words[start:], Qt.TextElideMode.ElideRight, room)
        return self._wrapped(words[:start] + rest, font, width)

    def _wrapped(self, words: str, font: QFont, width: int) -> QTextLayout:
        layout = QTextLayout(words, font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft
            if self._interface.is_rtl
            else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def _draw(
        self, painter: QPainter, layout: QTextLayout, area: QRect, y: int, colour: str
    ) -> int:
        """Draw laid out words; returns where they end."""
        painter.setPen(QColor(colour))
        layout.draw(painter, QPointF(area.x(), y))
        return y + _height(layout)


def _height(layout: QTextLayout) -> int:
    return round(sum(layout.lineAt(n).height() for n in range(layout.lineCount())))


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state
