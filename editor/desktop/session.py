"""The one open release: its file, its record, what the checks see in it.

Everything in the window takes the session and listens to it; panes do not know each other. What is
typed is on the disk by itself: there is nothing to save.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from editor.checks.engine import Checker
from editor.checks.findings import Finding, Fix
from editor.checks.speller import Speller
from editor.desktop.fixing import take_fix, take_safe_fixes
from editor.desktop.problems import Problems
from editor.desktop.work import Worker
from editor.house.style import House
from editor.release.changes import Change
from editor.release.content import Release
from editor.release.draft import Draft
from editor.storage import ReleaseFile, StorageError

Forget = Callable[[], object]

PAUSE = 150
"""Milliseconds after the last key before the release is checked."""


class Session(QObject):
    """The open release, spoken of by signals.

    Attributes:
        findings: What the checks have seen in it last.
        is_checked: Whether they have seen it at all since it was opened.
        saved_at: When all of it was on the disk; None while it cannot be written.

    Signals:
        opened: Another release is open.
        changed: The record has changed; carries the `Change`.
        settled: Nothing has changed for a moment.
        findings_changed: The checks have seen the release as it is now.
        saved: All that was typed is on the disk.
    """

    opened = Signal()
    changed = Signal(object)
    settled = Signal()
    findings_changed = Signal()
    saved = Signal()
    _storage_told = Signal(object)

    def __init__(
        self,
        house: House,
        problems: Problems,
        parent: QObject | None = None,
        speller: Speller | None = None,
    ) -> None:
        super().__init__(parent)
        self.house = house
        self.problems = problems
        self.findings: tuple[Finding, ...] = ()
        self.is_checked = False
        self.saved_at: datetime | None = None
        self._file: ReleaseFile | None = None
        self._forget: list[Forget] = []
        self._speller = speller
        self._checker = Checker(house, speller=speller)
        self._checks = Worker("checks", self)
        self._checks.answered.connect(self._take_findings)
        self._checks.failed.connect(lambda _, error: problems.report(error, "checks"))
        self._disk = Worker("disk", self)
        self._disk.answered.connect(self._note_saved)
        self._disk.failed.connect(self._note_unsaved)
        self._storage_told.connect(self._tell_storage)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._settle)

    # -- The file --------------------------------------------------------------------------------

    @property
    def file(self) -> ReleaseFile:
        """The open file; there is none before `open`."""
        if self._file is None:
            raise RuntimeError("no release is open")
        return self._file

    @property
    def is_open(self) -> bool:
        """Whether there is a release: not before the first is opened, nor after the last."""
        return self._file is not None

    @property
    def draft(self) -> Draft:
        """The record that is being edited."""
        return self.file.draft

    @property
    def release(self) -> Release:
        """The release as it stands."""
        return self.draft.snapshot()

    @property
    def language(self) -> str:
        """The language in which the release is written."""
        return self.release.language

    def open(self, file: ReleaseFile) -> None:
        """Go on with another release; the one before it is closed.

        Raises:
            StorageError: The one before it could not be written; it stays open.
        """
        self._close_file()
        self._file = file
        self.findings = ()
        self.is_checked = False
        self.saved_at = datetime.now().astimezone()
        self._checker = Checker(self.house, speller=self._speller)
        self._forget = [
            file.draft.subscribe(self._on_change),
            file.on_problem(self._storage_told.emit),
        ]
        self.opened.emit()
        self._settle()

    def close(self) -> None:
        """Write everything, let go of the file and end the work beside the window.

        Raises:
            StorageError: Something could not be written; the file stays open.
        """
        self._close_file()
        self._checks.close()
        self._disk.close()

    def abandon(self) -> None:
        """Let go of the file, giving up what cannot be written."""
        if self._file is not None:
            self._pause.stop()
            self._disk.drain()
            self._file.abandon()
            self._let_go()

    def _close_file(self) -> None:
        if self._file is not None:
            self._pause.stop()
            self._disk.drain()  # a file that is closed answers nobody
            self._file.close()
            self._let_go()

    def _let_go(self) -> None:
        for forget in self._forget:
            forget()
        self._forget = []
        self._file = None

    # -- What one can do to it -------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last step, whatever it was."""
        if self.draft.can_undo:
            self.draft.undo()

    def redo(self) -> None:
        """Do the last step again that was taken back."""
        if self.draft.can_redo:
            self.draft.redo()

    def take_fix(self, finding: Finding, fix: Fix) -> bool:
        """Mend a finding; returns whether its words still stood where it saw them."""
        return take_fix(self.draft, finding, fix)

    def fix_safe(self) -> int:
        """Take every safe fix as one step; returns how many."""
        return take_safe_fixes(self.draft, self.findings)

    # -- What happens ----------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        self._pause.start()
        self.changed.emit(change)

    def _settle(self) -> None:
        release, checker = self.release, self._checker
        self._checks.do(lambda: (release, checker.check(release)), instead=True)
        self._disk.do(self.file.flush, instead=True)
        self.settled.emit()

    def _take_findings(self, number: int, answer: tuple[Release, tuple[Finding, ...]]) -> None:
        release, findings = answer
        if number == self._checks.last and self._file is not None and release is self.release:
            self.findings = findings
            self.is_checked = True
            self.findings_changed.emit()

    def _note_saved(self, number: int, _: object) -> None:
        if number == self._disk.last and not self._pause.isActive():
            self.saved_at = datetime.now().astimezone()
            self.saved.emit()

    def _note_unsaved(self, _: int, error: Exception) -> None:
        self.saved_at = None
        if not isinstance(error, StorageError):  # the file itself tells of its problems
            self.problems.report(error, "storage")
        self.saved.emit()

    def _tell_storage(self, problem: StorageError | None) -> None:
        if problem is None:
            self.problems.done("", "storage")
        else:
            self.problems.report(problem, "storage")
