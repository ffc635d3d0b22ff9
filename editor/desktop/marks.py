"""The one owner of what is drawn into the words of an editor: tints and underlines.

All of it is extra selections. A format that begins or ends inside an Arabic word would break its
shaping and its vowel signs; an extra selection leaves letters and lines as they are.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.checks.findings import Severity
from editor.desktop.theme import Tokens

Locate = Callable[[str, int, int], QTextCursor | None]
Underline = QTextCharFormat.UnderlineStyle

_UNDERLINES = {
    Severity.ERROR: Underline.WaveUnderline,
    Severity.WARNING: Underline.DashUnderline,
    Severity.SUGGESTION: Underline.DotLine,
    Severity.NOTE: Underline.DotLine,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text of the record."""

    where: str
    start: int
    end: int


class Marks(QObject):
    """The tints and underlines of one editor.

    Between two checks they move with the words, so that typing costs nothing.
    """

    def __init__(self, edit: QTextEdit, locate: Locate) -> None:
        """Draw into an editor.

        Args:
            edit: The editor.
            locate: Finds a stretch of the record in it; None where it is not shown.
        """
        super().__init__(edit)
        self._edit = edit
        self._locate = locate
        self._tints: list[QTextEdit.ExtraSelection] = []
        self._underlines: list[QTextEdit.ExtraSelection] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._draw)

    def tint(self, quotations: Iterable[Stretch], tokens: Tokens) -> None:
        """Tint the words that somebody is quoted with."""
        looks = QTextCharFormat()
        looks.setBackground(QColor(tokens.soft))
        self._tints = list(self._selections((each, looks) for each in quotations))
        self._soon.start()

    def underline(self, findings: Iterable[tuple[Stretch, Severity]], tokens: Tokens) -> None:
        """Underline what the checks have seen, each gravity in a line of its own."""
        self._underlines = list(
            self._selections((each, _underlined(gravity, tokens)) for each, gravity in findings)
        )
        self._soon.start()

    def _selections(
        self, looks: Iterable[tuple[Stretch, QTextCharFormat]]
    ) -> Iterable[QTextEdit.ExtraSelection]:
        for stretch, form in looks:
            cursor = self._locate(stretch.where, stretch.start, stretch.end)
            if cursor is not None and cursor.hasSelection():
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format = form
                yield selection

    def _draw(self) -> None:
        self._edit.setExtraSelections([*self._tints, *self._underlines])


def colour_of(severity: Severity, tokens: Tokens) -> str:
    """The colour of a gravity; it never stands without a shape."""
    return {Severity.ERROR: tokens.error, Severity.WARNING: tokens.warning}.get(
        severity, tokens.note
    )


def _underlined(severity: Severity, tokens: Tokens) -> QTextCharFormat:
    looks = QTextCharFormat()
    looks.setUnderlineStyle(_UNDERLINES[severity])
    looks.setUnderlineColor(QColor(colour_of(severity, tokens)))
    return looks
