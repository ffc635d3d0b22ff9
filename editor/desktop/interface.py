"""How the window speaks and looks at the moment: its language, its direction, its colours.

Every part of the window takes this in its constructor and listens to `changed`; nothing is asked of
the application as a whole.
"""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication

from editor.desktop import fonts, icons, theme
from editor.messages import INTERFACE_LANGUAGES, RESOURCES
from editor.release.languages import LANGUAGES

TRANSLATIONS = RESOURCES / "translations"


class Interface(QObject):
    """The interface's language, direction, fonts and colours."""

    changed = Signal()

    def __init__(self, application: QApplication, language: str) -> None:
        super().__init__(application)
        self._application = application
        self._translators: list[QTranslator] = []
        self.times = fonts.scale()
        self.language = language
        self.tokens = theme.tokens_for(application.styleHints().colorScheme())
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self.set_scheme)
        self.set_language(language)

    @property
    def is_rtl(self) -> bool:
        """Whether the interface runs from right to left."""
        return LANGUAGES[self.language].is_rtl

    @property
    def locale(self) -> QLocale:
        """The locale of calendars and times; digits are 0 to 9 in every language."""
        return QLocale({"ar": "ar_AE", "fr": "fr_FR"}.get(self.language, "en_GB"))

    def set_language(self, language: str) -> None:
        """Speak another language, at once and everywhere."""
        self.language = language if language in INTERFACE_LANGUAGES else "en"
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = list(self._load(self.language))
        for translator in self._translators:
            self._application.installTranslator(translator)
        rtl = Qt.LayoutDirection.RightToLeft
        self._application.setLayoutDirection(rtl if self.is_rtl else Qt.LayoutDirection.LeftToRight)
        self._dress()

    def set_scheme(self, scheme: Qt.ColorScheme) -> None:
        """Be light or dark, at once and everywhere; the system's wish comes here too."""
        self.tokens = theme.tokens_for(scheme)
        self._dress()

    def font(self, step: float = 0.0, *, bold: bool = False) -> QFont:
        """The interface's font, some points larger or smaller than usual."""
        font = fonts.interface_font(step=step, times=self.times)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def px(self, size: float) -> int:
        """A size of the design in pixels, grown with the person's text."""
        return round(size * self.times)

    def icon(self, name: str, colour: str = "") -> QIcon:
        """One of the program's icons in the theme's ink, or in another of its colours."""
        tokens = self.tokens
        return icons.icon(name, colour or tokens.ink, tokens.faint, rtl=self.is_rtl)

    def say_count(self, count: int) -> str:
        """A number as the interface writes it."""
        return self.locale.toString(count)

    def _dress(self) -> None:
        self._application.setFont(self.font())
        self._application.setPalette(theme.palette(self.tokens))
        self._application.setStyleSheet(theme.style_sheet(self.tokens, rtl=self.is_rtl))
        self.changed.emit()

    def _load(self, language: str) -> "list[QTranslator]":
        folders = {
            "bayan": TRANSLATIONS,
            "qtbase": Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        }
        loaded = []
        for name, folder in folders.items():
            translator = QTranslator(self)
            if translator.load(f"{name}_{language}", str(folder)):
                loaded.append(translator)
        return loaded
