"""The window: a thin bar, the page on its desk, one panel beside it, one line below."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from editor.checks.findings import Finding
from editor.desktop import icons
from editor.desktop.actions import Actions
from editor.desktop.exporting import Exporter
from editor.desktop.findings_pane import WIDTH, FindingsPane
from editor.desktop.guard import guarded
from editor.desktop.interface import Interface
from editor.desktop.notice_bar import NoticeBar
from editor.desktop.parts import named, tight
from editor.desktop.release_view import ReleaseView
from editor.desktop.session import Session
from editor.desktop.status_line import StatusLine
from editor.desktop.top_bar import TopBar
from editor.house.file_names import file_name
from editor.storage import StorageError

USUAL_SIZE = QSize(1280, 860)
FRAME = QSize(0, 40)
"""What a window manager adds to a window, about: its title bar."""


class Window(QMainWindow):
    """The one window of the program.

    Signals:
        open_requested: A file, by its path, is to be opened in the place of this one.
        new_requested: A new release is to be opened in the place of this one.
        language_requested: The interface is to speak another language, by its code.
    """

    open_requested = Signal(object)
    new_requested = Signal()
    language_requested = Signal(str)

    def __init__(self, interface: Interface, session: Session) -> None:
        super().__init__()
        self._interface = interface
        self._session = session
        self.commands = Actions(interface, self)
        self.exporter = Exporter(session.problems, self)
        self.bar = TopBar(interface, session, self.commands)
        self.notices = NoticeBar(interface, session.problems)
        self.view = ReleaseView(interface, session, self)
        self.findings = FindingsPane(interface, session)
        self.status = StatusLine(interface, session)
        self.setAcceptDrops(True)
        self.setWindowIcon(icons.icon("bayan", "#000000"))
        self._arrange()
        self._wire()
        room = self.screen().availableSize() - FRAME
        self.resize(USUAL_SIZE.boundedTo(room))

    def restore(self, geometry: str) -> None:
        """Stand where the window stood the last time."""
        self.restoreGeometry(QByteArray.fromHex(geometry.encode()))

    @property
    def geometry_text(self) -> str:
        """Where the window stands, to be remembered."""
        return bytes(self.saveGeometry().toHex().data()).decode()

    def _arrange(self) -> None:
        desk = named(QWidget(), "desk")
        panel = self._panel = named(QFrame(), "panel")
        inside = QVBoxLayout(panel)
        tight(inside)
        inside.addWidget(self.findings)
        middle = QHBoxLayout()
        tight(middle)
        middle.addWidget(self.view.page, 1)
        middle.addWidget(panel)
        column = QVBoxLayout(desk)
        tight(column)
        column.addWidget(self.bar)
        column.addWidget(self.notices)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(desk)
        fields = [self.view.head.date_button, *self.view.head.fields.values()]
        order = [*fields, self.view.page, self.findings.view, self.findings.fix_all]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _wire(self) -> None:
        """Every connection between parts of the window, by who speaks."""
        session, commands, view = self._session, self.commands, self.view
        # the session
        session.opened.connect(self._show_title)
        session.settled.connect(self._show_title)
        session.opened.connect(self._show_steps)
        session.changed.connect(self._show_steps)
        # actions
        commands["undo"].triggered.connect(session.undo)
        commands["redo"].triggered.connect(session.redo)
        commands["next"].triggered.connect(lambda: self.findings.go(1))
        commands["previous"].triggered.connect(lambda: self.findings.go(-1))
        commands["fix"].triggered.connect(self._fix_first)
        commands["fix_all"].triggered.connect(self._fix_all)
        commands["quote"].triggered.connect(view.mark_quotation)
        commands["kind"].triggered.connect(view.choose_kind)
        commands["export"].triggered.connect(self._export)
        commands["new"].triggered.connect(self.new_requested)
        commands["open"].triggered.connect(self._ask_for_file)
        commands["quit"].triggered.connect(self.close)
        commands.languages.triggered.connect(self._request_language)
        # panes
        self.findings.chosen.connect(view.select)
        self.findings.fix_all.clicked.connect(self._fix_all)
        self.findings.set_fix_key(commands["fix"].shortcut())
        # export
        self.exporter.begun.connect(lambda: self.bar.set_exporting(on=True))
        self.exporter.finished.connect(self._tell_exported)
        self.exporter.failed.connect(lambda: self.bar.set_exporting(on=False))
        self._interface.changed.connect(self._show_title)
        self._interface.changed.connect(self._show_steps)

    # -- What one does ---------------------------------------------------------------------------

    def _fix_first(self) -> None:
        """Take the first fix of the chosen finding, or of the one at the caret."""
        finding = self._finding_meant()
        if finding is None or not finding.fixes:
            return
        self._session.take_fix(finding, finding.fixes[0])

    def _finding_meant(self) -> Finding | None:
        chosen = self.findings.current
        if self.findings.view.hasFocus():
            return chosen
        here = self.view.finding_at_caret()
        # Several may be at the caret: the one that was chosen in the list is meant.
        both = chosen is not None and here is not None
        if both and chosen is not None and here is not None and chosen.where == here.where:
            return chosen if chosen.start <= here.end and here.start <= chosen.end else here
        return here

    def _fix_all(self) -> None:
        count = self._session.fix_safe()
        if count:
            self._session.problems.done(self.tr("%n fix(es) taken", "", count), "fix")
            self.notices.offer(self.tr("Undo"), self._session.undo)

    def _export(self) -> None:
        session = self._session
        path = session.file.path
        name = file_name(session.release, session.house, session.language, path.stem)
        target = path.with_name(name)
        self.exporter.export(session.release, session.house, session.language, target)

    def _tell_exported(self, paths: list[Path]) -> None:
        self.bar.set_exporting(on=False)
        names = " · ".join(f"\u2068{path.name}\u2069" for path in paths)
        self._session.problems.done(self.tr("Exported: {names}").format(names=names), "export")
        folder = QUrl.fromLocalFile(str(paths[0].parent))
        self.notices.offer(self.tr("Open the folder"), lambda: QDesktopServices.openUrl(folder))

    def _ask_for_file(self) -> None:
        kinds = self.tr("Releases and texts") + " (*.bayan *.txt)"
        folder = str(self._session.file.path.parent)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open"), folder, kinds)
        if name:
            self.open_requested.emit(Path(name))

    def _request_language(self, action: QAction) -> None:
        self.language_requested.emit(action.data())

    def _close_unsaved(self) -> None:
        self._session.abandon()
        self.close()

    def tell_kept(self, path: Path) -> None:
        """Say where a release is kept that is not beside the text it came from."""
        sentence = self.tr("Kept in {path}").format(path=f"\u2066{path}\u2069")
        self._session.problems.done(sentence, "opening")

    # -- What is shown ---------------------------------------------------------------------------

    def _show_title(self) -> None:
        if not self._session.is_open:
            return
        release = self._session.release
        text = release.headline.get(release.language)
        words = text.words.strip() if text else ""
        untitled, name = self.tr("New release"), self.tr("Bayan")
        self.setWindowTitle(f"{words or untitled} — {name}")

    def _show_steps(self) -> None:
        if self._session.is_open:
            draft = self._session.draft
            self.commands.name_steps(draft.undo_name, draft.redo_name)

    # -- What Qt calls ---------------------------------------------------------------------------

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page the greater part of the width."""
        super().resizeEvent(event)
        self._panel.setFixedWidth(min(self._interface.px(WIDTH), self.width() * 2 // 5))

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything is on the disk; where that cannot be, say so and stay."""
        try:
            self._session.close()
        except StorageError as error:
            event.ignore()
            self._session.problems.report(error, "storage")
            self.notices.offer(self.tr("Close without saving"), self._close_unsaved)
            return
        self.notices.stop()
        self.exporter.close()
        self.view.close()
        event.accept()

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        """Open a file that is dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.open_requested.emit(Path(url.toLocalFile()))
                return
