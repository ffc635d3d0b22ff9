"""The line at the foot of the window: words, when it was saved, how far the release has come."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from editor.desktop.interface import Interface
from editor.desktop.parts import named
from editor.desktop.session import Session
from editor.release.content import DATELINE, Release, Status
from editor.text.segments import find_words


class StatusLine(QFrame):
    """Says how things stand, quietly."""

    def __init__(self, interface: Interface, session: Session) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(interface.px(28))
        self._interface = interface
        self._session = session
        self.words, self.saved, self.status = QLabel(), QLabel(), QLabel()
        self.file = named(QLabel(), "file")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        for label in (self.words, self.saved, self.status):
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self.file)
        session.opened.connect(self._show)
        session.settled.connect(self._show)
        session.saved.connect(self._show)
        session.changed.connect(self._note_change)
        interface.changed.connect(self._show)

    def _show(self) -> None:
        if not self._session.is_open:
            return
        release = self._session.release
        count = count_words(release, self._session.language)
        self.words.setText(self.tr("%n word(s)", "", count))
        self.saved.setText(self._saved_words())
        self.status.setText(self._status_name(release.status))
        path = self._session.file.path
        shown = QFontMetrics(self.file.font()).elidedText(
            path.name, Qt.TextElideMode.ElideMiddle, self._interface.px(320)
        )
        self.file.setText(f"\u2068{shown}\u2069")
        self.file.setToolTip(f"\u2066{path}\u2069")

    def _note_change(self) -> None:
        self.saved.setText(self.tr("Saving…"))

    def _saved_words(self) -> str:
        moment = self._session.saved_at
        if moment is None:
            return self.tr("Not saved")
        return self.tr("Saved {time}").format(time=f"\u2066{moment:%H:%M}\u2069")

    def _status_name(self, status: Status) -> str:
        return {
            Status.DRAFT: self.tr("Draft"),
            Status.FOR_APPROVAL: self.tr("For approval"),
            Status.APPROVED: self.tr("Approved"),
            Status.PUBLISHED: self.tr("Published"),
            Status.CORRECTION: self.tr("Correction"),
        }[status]


def count_words(release: Release, language: str) -> int:
    """The words of a release in a language, headline and dateline included."""
    texts = (text for where, text in release.texts(language) if where != DATELINE)
    return sum(len(find_words(text.words)) for text in texts)
