"""Starting the window: what lives as long as it does is made here, and tied together."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from editor.desktop import clipboard, fonts
from editor.desktop.collecting import Collector
from editor.desktop.interface import Interface
from editor.desktop.opening import Opened, new_release, open_path
from editor.desktop.problems import Problems
from editor.desktop.remembering import Memory, recall
from editor.desktop.session import Session
from editor.desktop.window import Window
from editor.house import load_house
from editor.house.style import House
from editor.messages import BayanError, interface_language
from editor.text.spelling import open_speller

_TURN = 0.0005
"""Seconds that a thread may compute while a key waits for it; Python's own are ten times that."""


def run(path: Path | None, *, house: str = "oic") -> int:
    """Open the window and stay until it is closed; return the process's exit code.

    Args:
        path: A release file or a text; None to go on with the release that was open last, or to
            begin a new one.
        house: The house style, by name or path.

    Raises:
        BayanError: The house or the file could not be read, in a sentence.
    """
    style = load_house(house)
    problems = Problems()
    memory = recall()
    opened = open_path(path, style) if path is not None else latest(style, memory, problems)
    application = make_application()
    Collector(application)
    interface = Interface(application, memory.language or interface_language())
    speller = open_speller(style.name)
    speller.warm_up(opened.file.draft.snapshot().language)  # beside the window, not before it
    session = Session(style, problems, speller=speller)
    window = Window(interface, session)
    desk = Desk(interface, session, window, memory)
    sys.excepthook = Reporter(problems)
    desk.show(opened)
    if memory.geometry:
        window.restore(memory.geometry)
    window.show()
    window.view.page.setFocus()
    code = application.exec()
    speller.close()
    clipboard.hand_over()
    sys.excepthook = sys.__excepthook__
    memory.geometry = window.geometry_text
    memory.keep()
    return code


class Desk:
    """Opens one release after another in the window, and remembers which."""

    def __init__(
        self, interface: Interface, session: Session, window: Window, memory: Memory
    ) -> None:
        self._interface = interface
        self._session = session
        self._memory = memory
        self._window = window
        window.open_requested.connect(self._open)
        window.new_requested.connect(self._begin)
        window.language_requested.connect(self._speak)

    def show(self, opened: Opened) -> None:
        """Go on with a release that was opened, and say what has to be said about it."""
        self._session.open(opened.file)
        self._memory.note(opened.file.path)
        self._memory.keep()
        if opened.told is not None:
            self._session.problems.report(opened.told, "opening")
        elif opened.elsewhere:
            self._window.tell_kept(opened.file.path)

    def _open(self, path: Path) -> None:
        self._try(lambda: open_path(path, self._session.house))

    def _begin(self) -> None:
        self._try(new_release)

    def _try(self, open_it: Callable[[], Opened]) -> None:
        """Open another release; where that cannot be, stay with this one and say why."""
        try:
            opened = open_it()
        except BayanError as error:
            self._session.problems.report(error, "opening")
            return
        try:
            self.show(opened)
        except BayanError as error:  # this one could not be written: it stays
            opened.file.close()
            self._session.problems.report(error, "opening")

    def _speak(self, language: str) -> None:
        self._interface.set_language(language)
        self._memory.language = language
        self._memory.keep()


class Reporter:
    """The last door: what no part of the program expected is written down and said."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Report an exception that nobody caught."""
        if not isinstance(error, BayanError):
            details = "".join(traceback.format_exception(kind, error, trace))
            sys.stderr.write(details)
            _record(details)
        self._problems.report(error, "fault")


def _record(details: str) -> None:
    folder = user_log_path("bayan", appauthor=False, ensure_exists=True)
    (folder / "fault.txt").write_text(details, encoding="utf-8")


def latest(house: House, memory: Memory, problems: Problems) -> Opened:
    """The release that was open last, or a new one."""
    latest = memory.latest()
    if latest is not None:
        try:
            return open_path(latest, house)
        except BayanError as error:
            problems.report(error, "opening")
    return new_release()


def make_application() -> QApplication:
    """The application, in our fonts, to be stopped from a terminal as usual."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    sys.setswitchinterval(_TURN)
    application.setApplicationName("bayan")
    application.setDesktopFileName("bayan")
    fonts.load()
    if os.name != "nt":
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    return application
