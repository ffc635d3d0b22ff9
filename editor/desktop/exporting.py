"""Writing the documents of the open release, beside the window."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.cli.clearance import require_clearance
from editor.desktop.problems import Problems
from editor.desktop.work import Worker
from editor.house.style import House
from editor.release.content import Release
from editor.writing import write_docx, write_pdf
from editor.writing.saving import write_whole

Write = Callable[[Release, House, str], bytes]

WRITERS: dict[str, Write] = {"docx": write_docx, "pdf": write_pdf}


@dataclass(frozen=True, slots=True)
class Written:
    """A document that was written: where it is, and a digest of its bytes."""

    path: Path
    digest: bytes


class Exporter(QObject):
    """Writes DOCX and PDF, one export after the other.

    Nobody's document is written over: an export takes the place of an earlier one only while that
    is still, byte for byte, what this program wrote.

    Signals:
        begun: An export has begun.
        finished: An export is there; carries the paths.
        failed: An export came to nothing; what was wrong has been reported.
    """

    begun = Signal()
    finished = Signal(object)
    failed = Signal()

    def __init__(self, problems: Problems, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems = problems
        self._digests: dict[Path, bytes] = {}
        self._worker = Worker("export", self)
        self._worker.answered.connect(self._finish)
        self._worker.failed.connect(self._fail)

    def export(self, release: Release, house: House, language: str, target: Path) -> None:
        """Write a release in all formats.

        Args:
            release: What to write.
            house: The house style.
            language: The code of the language to write.
            target: The documents' path without their endings.
        """
        ours = dict(self._digests)
        self.begun.emit()
        self._worker.do(lambda: write_all(release, house, language, target, ours))

    def close(self) -> None:
        """Finish what is being written."""
        self._worker.close()

    def _finish(self, _: int, written: list[Written]) -> None:
        self._digests |= {each.path: each.digest for each in written}
        self.finished.emit([each.path for each in written])

    def _fail(self, _: int, error: Exception) -> None:
        self._problems.report(error, "export")
        self.failed.emit()


def write_all(
    release: Release, house: House, language: str, target: Path, ours: dict[Path, bytes]
) -> list[Written]:
    """Write all formats under one free name.

    Args:
        release: What to write.
        house: The house style.
        language: The code of the language to write.
        target: The documents' path without their endings.
        ours: What was written before, and may be written over while it is unchanged.

    Raises:
        BayanError: A document could not be made or put in place, or may not go out.
    """
    require_clearance(release, house, language)
    documents = {kind: write(release, house, language) for kind, write in WRITERS.items()}
    number = 1
    while not all(_may_write(path, ours) for path in _paths(target, number)):
        number += 1
    written = []
    for path, document in zip(_paths(target, number), documents.values(), strict=True):
        write_whole(path, document)
        written.append(Written(path, _digest(document)))
    return written


def _paths(target: Path, number: int) -> list[Path]:
    name = target.name if number == 1 else f"{target.name} ({number})"
    return [target.with_name(f"{name}.{kind}") for kind in WRITERS]


def _may_write(path: Path, ours: dict[Path, bytes]) -> bool:
    return not path.exists() or (path in ours and _digest(path.read_bytes()) == ours[path])


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
