"""The shape of each gravity: ● an error, ◆ a warning, ○ a suggestion or a note."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from editor.checks.findings import Severity
from editor.desktop.marks import colour_of
from editor.desktop.theme import Tokens

GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.SUGGESTION, Severity.NOTE)
"""All severities, the gravest first."""


def draw_shape(painter: QPainter, place: QRectF, severity: Severity, tokens: Tokens) -> None:
    """Draw the shape of a gravity into a square."""
    colour = QColor(colour_of(severity, tokens))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if severity is Severity.ERROR:
        painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
    elif severity is Severity.WARNING:
        middle, half = place.center(), place.width() / 2
        corners = [(0, -half), (half, 0), (0, half), (-half, 0)]
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.5))
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
    painter.restore()
