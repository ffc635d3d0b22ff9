"""Notices under the bar: what went wrong and what was done, one at a time, until dismissed."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from editor.desktop import icons
from editor.desktop.interface import Interface
from editor.desktop.parts import by_keyboard
from editor.desktop.problems import Gravity, Notice, Problems

SHOWN = 8000
"""Milliseconds after which a notice of something done goes by itself; a problem stays."""


class NoticeBar(QFrame):
    """Listens to the hub of notices and shows the latest; hidden while there is none."""

    def __init__(self, interface: Interface, problems: Problems) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._interface = interface
        self._problems = problems
        self._notices: list[Notice] = []
        self._act: Callable[[], object] | None = None
        self._sign = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = by_keyboard(QPushButton())
        self.dismiss = by_keyboard(QToolButton())
        self.dismiss.setIconSize(QSize(interface.px(16), interface.px(16)))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self.action)
        row.addWidget(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN)
        self._timer.timeout.connect(self._drop_done)
        self.dismiss.clicked.connect(self._drop)
        self.action.clicked.connect(self._take_action)
        interface.changed.connect(self._show)
        self._show()
        problems.listen(self._take)

    @property
    def words(self) -> str:
        """What it says at the moment."""
        return self._words.text() if self._notices else ""

    def stop(self) -> None:
        """Show no more notices: the window closes. What comes later waits for another."""
        self._problems.listen(None)
        self._notices = []
        self._show()

    def offer(self, label: str, act: Callable[[], object]) -> None:
        """Offer something to do about the notice that is shown."""
        self._act = act
        self.action.setText(label)
        self.action.setVisible(True)

    def _take(self, notice: Notice) -> None:
        if notice.topic:
            self._notices = [each for each in self._notices if each.topic != notice.topic]
        if notice.key or notice.words:
            self._notices.append(notice)
        self._act = None
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._notices))
        self.action.setVisible(self._act is not None)
        self.dismiss.setIcon(self._interface.icon("close"))
        self.dismiss.setAccessibleName(self.tr("Dismiss"))
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self._timer.stop()
        if not self._notices:
            return
        notice = self._notices[-1]
        is_done = notice.gravity is Gravity.DONE
        self._words.setText(notice.sentence(self._interface.language))
        self._sign.setPixmap(self._drawn(is_done=is_done))
        self._sign.setAccessibleName(self.tr("Done") if is_done else self.tr("Problem"))
        if is_done:
            self._timer.start()

    def _drawn(self, *, is_done: bool) -> QPixmap:
        tokens = self._interface.tokens
        name, colour = ("done", tokens.accent) if is_done else ("problem", tokens.error)
        return icons.draw(name, QColor(colour).name(), self._interface.px(20))

    def _drop(self) -> None:
        self._notices = self._notices[:-1]
        self._act = None
        self._show()

    def _drop_done(self) -> None:
        self._notices = [each for each in self._notices if each.gravity is not Gravity.DONE]
        self._act = None
        self._show()

    def _take_action(self) -> None:
        if self._act is not None:
            self._act()
