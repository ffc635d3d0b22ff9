"""The typefaces of the window: they come with the program, never from the system.

Sizes are in points and grow with the person's own font size.
"""

from dataclasses import dataclass
from pathlib import Path

import fontpkg_amiri
import fontpkg_ibm_plex_sans
import fontpkg_ibm_plex_sans_arabic
import fontpkg_noto_serif
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication

from editor.release.languages import LANGUAGES

_PACKAGES = (
    fontpkg_amiri,
    fontpkg_ibm_plex_sans,
    fontpkg_ibm_plex_sans_arabic,
    fontpkg_noto_serif,
)
_INTERFACE = ("IBM Plex Sans Arabic", "IBM Plex Sans")
"""The first has the Latin letters too, and a file for each weight."""
_USUAL_POINTS = 10.0
"""The size of the interface where the person has not chosen a larger one."""


@dataclass(frozen=True, slots=True)
class PageType:
    """How the words of one language are set on the page.

    Attributes:
        families: The typeface, and the one for the other script.
        points: The size of the text.
        leading: The line height as a multiple of the typeface's own. It takes in what is taller
            than a letter, an emoji or a sign of recitation, so that lines stay even.
        headline_points: The size of the headline.
        headline_leading: The same multiple for the headline, which is set tighter.
    """

    families: tuple[str, ...]
    points: float
    leading: float
    headline_points: float
    headline_leading: float


_BOLD = 700.0
_ARABIC_PAGE = PageType(("Amiri", "Noto Serif"), 17, 1.15, 24, 1.0)
_LATIN_PAGE = PageType(("Noto Serif", "Amiri"), 14, 1.15, 22, 1.0)


def load() -> None:
    """Make the program's typefaces known to Qt.

    Raises:
        FileNotFoundError: A font file that came with the program is gone.
    """
    for package in _PACKAGES:
        for path in sorted((Path(package.ROOT) / "files").glob("*.ttf")):
            if "Italic" not in path.name and QFontDatabase.addApplicationFont(str(path)) < 0:
                raise FileNotFoundError(path)


def scale() -> float:
    """How much larger than usual the person has the system's text."""
    return max(0.8, min(QApplication.font().pointSizeF() / _USUAL_POINTS, 3.0))


def interface_font(*, step: float = 0.0, times: float = 1.0) -> QFont:
    """The interface's font, some points larger or smaller than its usual size."""
    font = QFont(list(_INTERFACE))
    font.setPointSizeF((_USUAL_POINTS + step) * times)
    return font


def page_type(language: str) -> PageType:
    """How a language is set on the page."""
    return _ARABIC_PAGE if LANGUAGES[language].is_rtl else _LATIN_PAGE


def page_font(language: str, *, times: float = 1.0) -> QFont:
    """The font of the text on the page."""
    kind = page_type(language)
    font = QFont(list(kind.families))
    font.setPointSizeF(kind.points * times)
    return font


def dateline_font(language: str, *, times: float = 1.0) -> QFont:
    """The font of place and source over the headline."""
    return page_font(language, times=times * 0.85)


def headline_font(language: str, *, times: float = 1.0) -> QFont:
    """The font of the headline."""
    kind = page_type(language)
    font = QFont(list(kind.families))
    font.setPointSizeF(kind.headline_points * times)
    if LANGUAGES[language].is_rtl:
        font.setBold(True)
    else:  # one file holds every weight of it; asked for bold, Qt would only smear the regular
        font.setVariableAxis(QFont.Tag.fromString("wght"), _BOLD)
    return font


def line_height(font: QFont, leading: float) -> float:
    """The height of a line in pixels, the same whatever characters are in it."""
    return round(QFontMetricsF(font).height() * leading)


def measure(language: str, *, times: float = 1.0) -> int:
    """The width of a full line in pixels: about thirteen Arabic words, or 68 Latin letters."""
    sample = "ودعا الأمين العام المشاركين من النخب الناشطة في وسائل التواصل إلى استحضار مصالح"
    latin = "a press release is read in a hurry, by one who has many others to do"
    metrics = QFontMetricsF(page_font(language, times=times))
    return round(metrics.horizontalAdvance(sample if LANGUAGES[language].is_rtl else latin))
