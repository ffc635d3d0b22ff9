"""The findings of the open release as a list for a view."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.checks.findings import Finding
from editor.desktop.guard import guarded_with
from editor.desktop.interface import Interface
from editor.release.content import DATELINE, HEADLINE, PLACE, SOURCE, SUBHEADLINE, Release

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """What a row tells beside its text."""

    FINDING = Qt.ItemDataRole.UserRole + 1
    REASON = Qt.ItemDataRole.UserRole + 2
    PLACE = Qt.ItemDataRole.UserRole + 3
    FIX = Qt.ItemDataRole.UserRole + 4


class FindingsModel(QAbstractListModel):
    """One row for each finding: what, why, where, and the first fix."""

    def __init__(self, interface: Interface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._interface = interface
        self._findings: tuple[Finding, ...] = ()
        self._rows: dict[str, int] = {}
        self._told: dict[int, Callable[[Finding], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._message,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Role.FINDING: lambda finding: finding,
            Role.REASON: lambda finding: finding.reason(interface.language),
            Role.PLACE: self._place,
            Role.FIX: self._fix,
        }

    def show(self, findings: Sequence[Finding], release: Release) -> None:
        """Show other findings."""
        self.beginResetModel()
        self._findings = tuple(findings)
        self._rows = {block.id: number for number, block in enumerate(release.blocks, start=1)}
        self.endResetModel()

    def finding(self, row: int) -> Finding | None:
        """The finding of a row."""
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def row_of(self, finding: Finding | None, near: int) -> int:
        """The row that says the same as a finding did, the nearest to a row; -1 if none does."""
        rows = [
            row
            for row, other in enumerate(self._findings)
            if finding is not None and _key(other) == _key(finding)
        ]
        return min(rows, key=lambda row: abs(row - near), default=-1)

    def count_like(self, finding: Finding | None) -> int:
        """How many rows say the same as a finding, itself included."""
        return sum(finding is not None and _key(other) == _key(finding) for other in self._findings)

    def refresh(self) -> None:
        """Say everything anew, in another language."""
        if self._findings:
            self.dataChanged.emit(self.index(0), self.index(len(self._findings) - 1))

    @guarded_with(lambda: 0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many findings there are."""
        return 0 if parent.isValid() else len(self._findings)

    @guarded_with(lambda: None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a row says."""
        finding = self.finding(index.row()) if index.isValid() else None
        tell = self._told.get(role)
        return tell(finding) if finding is not None and tell is not None else None

    def severity_name(self, finding: Finding) -> str:
        """How grave a finding is, in a word."""
        return {
            "error": self.tr("Error"),
            "warning": self.tr("Warning"),
            "suggestion": self.tr("Suggestion"),
            "note": self.tr("Note"),
        }[finding.severity.value]

    def _message(self, finding: Finding) -> str:
        return finding.message(self._interface.language)

    def _spoken(self, finding: Finding) -> str:
        """The row as a screen reader says it: what the shape shows, in words."""
        parts = (self.severity_name(finding), self._message(finding), self._place(finding))
        return ", ".join(parts)

    def _fix(self, finding: Finding) -> str:
        return finding.fixes[0].label(self._interface.language) if finding.fixes else ""

    def _place(self, finding: Finding) -> str:
        fields = {
            HEADLINE: self.tr("Headline"),
            SUBHEADLINE: self.tr("Subheadline"),
            DATELINE: self.tr("Dateline"),
            PLACE: self.tr("Place"),
            SOURCE: self.tr("Source"),
        }
        if finding.where in self._rows:
            number = self._interface.say_count(self._rows[finding.where])
            return self.tr("Paragraph {number}").format(number=number)
        return fields.get(finding.where, self.tr("The whole release"))


def _key(finding: Finding) -> tuple[str, str, str, str]:
    return finding.rule, finding.language, finding.where, finding.text
