"""Where the page stands on the desk, and what is laid out on it beside the words.

The page's head (dateline, headline) and its margin are children of the editor's viewport, so that
they scroll with the words; room is made for them by the margins of the document's root frame.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QTextEdit, QWidget

from editor.desktop.theme import Tokens

MARGIN = 96
"""Beside the words, in pixels, on either side: room for the names of the kinds of blocks."""
GAP = 24
"""Of desk around the page."""
HEAD, FOOT = 36, 88
"""Of page above its head and below the last words."""
CORNER = 6
NARROWEST = 240
"""What the words have at least, however narrow the window."""


class PageLayout:
    """The places of a page's parts, in the coordinates of an editor's viewport.

    Attributes:
        measure: The width of a full line of words.
        margin: What is beside the words on either side, where there is room.
        rtl: Whether the words run from right to left: the margin stands where they begin.
    """

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._head: QWidget | None = None
        self._margin: QWidget | None = None
        self.measure = 600
        self.margin = MARGIN
        self.rtl = True
        edit.document().setDocumentMargin(0)

    def set_head(self, head: QWidget) -> None:
        """Put a widget above the words; its height is its own."""
        self._head = head
        head.setParent(self._edit.viewport())

    def set_margin(self, margin: QWidget) -> None:
        """Put a widget beside the words, as high as they are."""
        self._margin = margin
        margin.setParent(self._edit.viewport())

    @property
    def page(self) -> QRect:
        """The page, which is at least as high as the window."""
        viewport = self._edit.viewport()
        gap = GAP if viewport.width() > self.measure + 2 * self.margin else 0
        width = min(self.measure + 2 * self.margin, viewport.width() - 2 * gap)
        height = max(round(self._edit.document().size().height()), viewport.height()) - 2 * GAP
        top = GAP - self._edit.verticalScrollBar().value()
        return QRect((viewport.width() - width) // 2, top, width, height)

    def make_room(self) -> None:
        """Set the document's margins so that the words stand where they belong."""
        page, sides = self.page, self._sides()
        head = self._head_height(page.width() - sum(sides))
        root = self._edit.document().rootFrame()
        frame = root.frameFormat()
        wanted = (
            page.x() + sides[0],
            self._edit.viewport().width() - page.x() - page.width() + sides[1],
            GAP + HEAD + head,
            GAP + FOOT,
        )
        if wanted != (
            frame.leftMargin(),
            frame.rightMargin(),
            frame.topMargin(),
            frame.bottomMargin(),
        ):
            frame.setLeftMargin(wanted[0])
            frame.setRightMargin(wanted[1])
            frame.setTopMargin(wanted[2])
            frame.setBottomMargin(wanted[3])
            root.setFrameFormat(frame)
            if self._edit.document().isEmpty():  # Qt would leave an empty page as it was
                self._edit.document().markContentsDirty(0, 1)
        self.place()

    def place(self) -> None:
        """Put head and margin where the page is now; scrolling has moved them there already."""
        page, (before, after) = self.page, self._sides()
        words = page.width() - before - after
        if self._head is not None:
            self._head.setGeometry(
                page.x() + before, page.y() + HEAD, words, self._head_height(words)
            )
        if self._margin is not None:
            x = page.x() + page.width() - after if self.rtl else page.x()
            self._margin.setGeometry(x, page.y(), after if self.rtl else before, page.height())

    def paint(self, painter: QPainter, exposed: QRect, tokens: Tokens) -> None:
        """Paint desk and page under what has to be drawn anew."""
        page = self.page
        painter.fillRect(exposed, QColor(tokens.desk))
        if page.top() + CORNER <= exposed.top() and exposed.bottom() <= page.bottom() - CORNER:
            # Between the corners, as for every key: the page and its two edges.
            strip = QRect(page.x(), exposed.y(), page.width() + 1, exposed.height())
            painter.fillRect(strip, QColor(tokens.line))
            painter.fillRect(strip.adjusted(1, 0, -1, 0), QColor(tokens.page))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(0, 0, 0, 5)
        painter.setBrush(shade)
        for grown in range(6, 0, -2):
            painter.drawRoundedRect(
                page.adjusted(-grown // 2, 1, grown // 2, grown), CORNER + grown, CORNER + grown
            )
        painter.setBrush(QColor(tokens.page))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawRoundedRect(page, CORNER, CORNER)

    def _sides(self) -> tuple[int, int]:
        """How much page there is at the left and at the right of the words."""
        width = self.page.width()
        spare = max(width - min(self.measure, width), 0)
        if spare >= 2 * self.margin:
            return self.margin, self.margin
        named = min(self.margin, max(width - NARROWEST, 0))
        other = max(min(spare - named, self.margin), 20)
        return (other, named) if self.rtl else (named, other)

    def _head_height(self, width: int) -> int:
        if self._head is None:
            return 0
        if self._head.width() != width:
            self._head.setFixedWidth(max(width, 0))
        layout = self._head.layout()
        if layout is not None:
            layout.activate()
        return self._head.sizeHint().height()
