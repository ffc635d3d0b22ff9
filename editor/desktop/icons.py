"""The program's own icons, drawn in the colour of the theme.

Only those that point along the line of reading are mirrored where it runs from right to left.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from editor.messages import RESOURCES

FOLDER = RESOURCES / "icons"
ALONG_THE_LINE = frozenset({"undo", "redo", "next", "previous"})
_SIZES = (16, 20, 24, 32, 40, 64)


@cache
def icon(name: str, colour: str, disabled: str = "", *, rtl: bool = False) -> QIcon:
    """An icon in a colour, for any size and screen.

    Args:
        name: The file's name in `resources/icons`, without its ending.
        colour: Its colour as ``#RRGGBB``.
        disabled: Its colour where it cannot be used.
        rtl: Whether the interface runs from right to left.
    """
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(draw(name, colour, size, rtl=rtl))
        if disabled:
            made.addPixmap(draw(name, disabled, size, rtl=rtl), QIcon.Mode.Disabled)
    return made


def draw(name: str, colour: str, size: int, *, rtl: bool = False) -> QPixmap:
    """An icon as a square picture of some pixels."""
    svg = (FOLDER / f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    if rtl and name in ALONG_THE_LINE:
        image = image.transformed(QTransform().scale(-1, 1))
    return QPixmap.fromImage(image)
