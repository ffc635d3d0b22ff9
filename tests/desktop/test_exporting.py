"""Documents are written beside the window, and over nobody's work."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.desktop.exporting import Exporter
from editor.desktop.problems import Notice, Problems
from editor.house import House
from editor.release.content import Block, BlockKind, Release, Status, Text, Translated

RELEASE = Release("r", "ar", ("ar",), headline=Translated(ar=Text("عنوان البيان")))


@pytest.fixture
def exporter(problems: Problems) -> Iterator[Exporter]:
    made = Exporter(problems)
    yield made
    made.close()


def export(exporter: Exporter, house: House, target: Path, qtbot: QtBot) -> list[str]:
    with qtbot.waitSignal(exporter.finished, timeout=30000) as told:
        exporter.export(RELEASE, house, "ar", target)
    return [path.name for path in told.args[0]]


def test_an_unchanged_export_is_written_again(
    exporter: Exporter, house: House, tmp_path: Path, qtbot: QtBot
) -> None:
    for _ in range(2):
        assert export(exporter, house, tmp_path / "a.b", qtbot) == ["a.b.docx", "a.b.pdf"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.b.docx", "a.b.pdf"]


def test_a_document_somebody_has_worked_on_is_left_alone(
    exporter: Exporter, house: House, tmp_path: Path, qtbot: QtBot
) -> None:
    export(exporter, house, tmp_path / "a", qtbot)
    with (tmp_path / "a.docx").open("ab") as file:
        file.write(b"a note by the minister")
    edited = (tmp_path / "a.docx").read_bytes()
    assert export(exporter, house, tmp_path / "a", qtbot) == ["a (2).docx", "a (2).pdf"]
    assert (tmp_path / "a.docx").read_bytes() == edited


def test_a_folder_that_refuses_is_said(
    exporter: Exporter, problems: Problems, house: House, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[Notice] = []
    problems.listen(told.append)
    with qtbot.waitSignal(exporter.failed, timeout=30000):
        exporter.export(RELEASE, house, "ar", tmp_path / "missing" / "a")
    assert [notice.key for notice in told] == ["files.unwritable"]


def test_what_has_been_approved_is_not_exported_with_its_errors(
    exporter: Exporter, problems: Problems, house: House, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[Notice] = []
    problems.listen(told.append)
    words = Translated(ar=Text("عقد المجلس اجتماعة في منظمة التعاون الاسلامي ."))
    lead = Block("b1", BlockKind.LEAD, words)
    approved = dataclasses.replace(RELEASE, status=Status.APPROVED, blocks=(lead,))
    with qtbot.waitSignal(exporter.failed, timeout=30000):
        exporter.export(approved, house, "ar", tmp_path / "a")
    assert [notice.key for notice in told] == ["export.refused_here"]
    assert list(tmp_path.iterdir()) == []
