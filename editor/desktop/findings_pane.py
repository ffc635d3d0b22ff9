"""The findings beside the page: listed, chosen, mended."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.checks.findings import Finding, Severity
from editor.desktop.findings_delegate import FindingsDelegate
from editor.desktop.findings_model import FindingsModel
from editor.desktop.fixing import mendable
from editor.desktop.guard import guarded
from editor.desktop.interface import Interface
from editor.desktop.parts import named, tight
from editor.desktop.session import Session

WIDTH = 340


class FindingsList(QListView):
    """The list itself: its rows are as wide as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows be laid out in the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the chosen row by Enter, on every platform."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)


class FindingsPane(QWidget):
    """All findings of the open release, the way through them, and the way to be rid of them.

    Signals:
        chosen: A finding whose words the person wants to see.
    """

    chosen = Signal(object)

    def __init__(self, interface: Interface, session: Session) -> None:
        super().__init__()
        self._interface = interface
        self._session = session
        self._heading = named(QLabel(), "heading")
        self._count = named(QLabel(), "count")
        self.view = FindingsList()
        self.model = FindingsModel(interface, self)
        self._delegate = FindingsDelegate(interface, self.view)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self._empty_title = named(QLabel(), "emptyTitle")
        self._empty_why = named(QLabel(), "emptyWhy")
        self.fix_all = QPushButton()
        self._stack = QStackedWidget()
        self._empty = QWidget()
        self._moved_up = False  # whether the chosen row has taken the place of one that is gone
        self._arrange()
        self._connect()
        self.retranslate()

    @property
    def current(self) -> Finding | None:
        """The chosen finding."""
        return self.model.finding(self.view.currentIndex().row())

    def go(self, step: int) -> None:
        """Choose the finding so many rows on, round at the end."""
        count = self.model.rowCount()
        if not count:
            return
        row = self.view.currentIndex().row()
        if row < 0:
            row = 0 if step > 0 else count - 1
        elif not (self._moved_up and step > 0):
            row = (row + step) % count
        self._choose(row)

    def set_fix_key(self, key: QKeySequence) -> None:
        """Show the key that takes the first fix."""
        text = key.toString(QKeySequence.SequenceFormat.NativeText)
        self._delegate.key = text.replace("Return", "Enter")
        self.view.viewport().update()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._heading.setText(self.tr("Findings"))
        self.view.setAccessibleName(self.tr("Findings"))
        self._empty_title.setText(self.tr("Nothing to mend"))
        self._empty_why.setText(self.tr("The checks find no fault in this release."))
        self.model.refresh()
        self._tell()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.setSpacing(8)
        top.addWidget(self._heading)
        top.addWidget(self._count)
        top.addStretch(1)
        middle = QVBoxLayout(self._empty)
        middle.setContentsMargins(24, 24, 24, 24)
        middle.setSpacing(4)
        middle.addStretch(2)
        for label in (self._empty_title, self._empty_why):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            middle.addWidget(label)
        middle.addStretch(3)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(16, 8, 16, 12)
        bottom.addWidget(self.fix_all, 1)
        column = QVBoxLayout(self)
        tight(column)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addLayout(bottom)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self.view.scheduleDelayedItemsLayout)
        self.view.clicked.connect(self._activate)
        self.view.activated.connect(self._activate)
        self._session.findings_changed.connect(self._show)
        self._session.opened.connect(self._show)
        self._interface.changed.connect(self.retranslate)

    def _show(self) -> None:
        """Show the findings as they are now; the chosen one stays chosen if it is still there."""
        before, row = self.current, self.view.currentIndex().row()
        alike = self.model.count_like(before)
        scrolled = self.view.verticalScrollBar().value()
        self.model.show(self._session.findings, self._session.release)
        kept = self.model.row_of(before, row)
        if before is not None and self.model.count_like(before) < alike:
            # It was mended: the one that follows takes its row, and is the next to see.
            kept = min(row, self.model.rowCount() - 1)
            self._moved_up = True
        if kept >= 0:
            self.view.setCurrentIndex(self.model.index(kept))
        self.view.verticalScrollBar().setValue(scrolled)
        shown = self.view if self.model.rowCount() else self._empty
        self._stack.setCurrentWidget(shown)
        shown.setVisible(self._session.is_checked)  # no praise before the checks have spoken
        self._tell()

    def _tell(self) -> None:
        findings = self._session.findings
        errors = sum(finding.severity is Severity.ERROR for finding in findings)
        self._count.setText(self._interface.say_count(len(findings)) if findings else "")
        self._count.setToolTip(self.tr("%n error(s)", "", errors))
        safe = len(mendable(findings))
        self.fix_all.setText(
            self.tr("Fix all safe ({count})").format(count=self._interface.say_count(safe))
        )
        self.fix_all.setVisible(safe > 0)

    def _choose(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row))
        self._activate(self.view.currentIndex())

    def _activate(self, index: QModelIndex) -> None:
        self._moved_up = False
        if (finding := self.model.finding(index.row())) is not None:
            self.chosen.emit(finding)
