"""The list of findings: every one is shown, chosen by key or pointer, and mended."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from editor.checks.findings import Finding, Severity
from editor.desktop.findings_model import FindingsModel, Role
from editor.desktop.findings_pane import FindingsPane
from editor.desktop.interface import Interface
from editor.desktop.session import Session
from editor.desktop.shapes import GRAVITY, draw_shape
from editor.desktop.theme import LIGHT


@pytest.fixture
def pane(interface: Interface, session: Session, qtbot: QtBot) -> Iterator[FindingsPane]:
    """The pane with the findings of the bundled release."""
    made = FindingsPane(interface, session)
    qtbot.addWidget(made)
    made.resize(340, 600)
    with qtbot.waitActive(made):
        made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    # A list that is given the focus chooses its first row: begin with none chosen.
    made.view.selectionModel().clearCurrentIndex()
    yield made
    made.hide()


def test_the_model_is_a_sound_one(
    interface: Interface, session: Session, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    model = FindingsModel(interface)
    qtbot.waitUntil(lambda: bool(session.findings))
    model.show(session.findings, session.release)
    qtmodeltester.check(model)
    assert model.rowCount() == len(session.findings)
    model.show((), session.release)
    qtmodeltester.check(model)


def test_every_row_says_what_why_and_where(pane: FindingsPane) -> None:
    for row in range(pane.model.rowCount()):
        index = pane.model.index(row)
        for role in (Qt.ItemDataRole.DisplayRole, Role.REASON, Role.PLACE):
            assert index.data(role)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole).count(", ") >= 2


def test_enter_and_a_click_choose_the_finding(pane: FindingsPane, qtbot: QtBot) -> None:
    pane.view.setCurrentIndex(pane.model.index(2))
    with qtbot.waitSignal(pane.chosen) as told:
        QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert told.args == [pane.model.finding(2)]
    place = pane.view.visualRect(pane.model.index(1)).center()
    with qtbot.waitSignal(pane.chosen) as told:
        QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [pane.model.finding(1)]


def test_one_goes_through_the_findings_and_round(pane: FindingsPane, qtbot: QtBot) -> None:
    chosen: list[Finding] = []
    pane.chosen.connect(chosen.append)
    count = pane.model.rowCount()
    for _ in range(count + 1):
        pane.go(1)
    pane.go(-1)
    rows = [pane.model.row_of(finding, row % count) for row, finding in enumerate(chosen[:-1])]
    assert rows == [*range(count), 0]
    assert chosen[-1] == pane.model.finding(count - 1)


def test_after_a_fix_the_next_one_is_the_one_below(
    pane: FindingsPane, session: Session, qtbot: QtBot
) -> None:
    row = next(row for row in range(1, 9) if (found := pane.model.finding(row)) and found.safe_fix)
    finding, below = pane.model.finding(row), pane.model.finding(row + 1)
    assert finding is not None
    assert below is not None
    pane.view.setCurrentIndex(pane.model.index(row))
    with qtbot.waitSignal(session.findings_changed):
        session.take_fix(finding, finding.fixes[0])
    with qtbot.waitSignal(pane.chosen) as told:
        pane.go(1)
    assert (told.args[0].rule, told.args[0].where) == (below.rule, below.where)


def test_the_chosen_row_shows_all_it_has_to_say(pane: FindingsPane) -> None:
    row = next(row for row in range(9) if (found := pane.model.finding(row)) and found.fixes)
    index = pane.model.index(row)
    before = pane.view.visualRect(index).height()
    pane.view.setCurrentIndex(index)
    pane.view.doItemsLayout()
    assert pane.view.visualRect(index).height() > before


def test_what_can_be_mended_safely_is_counted_on_the_button(
    pane: FindingsPane, session: Session, qtbot: QtBot
) -> None:
    assert "(" in pane.fix_all.text()
    with qtbot.waitSignal(session.findings_changed):
        session.fix_safe()
    qtbot.waitUntil(pane.fix_all.isHidden)


def test_a_release_without_findings_is_said_with_pleasure(
    pane: FindingsPane, session: Session
) -> None:
    session.findings = ()
    session.is_checked = False
    session.findings_changed.emit()
    assert not pane._empty_title.isVisible()  # not before it is known
    session.is_checked = True
    session.findings_changed.emit()
    assert not pane.view.isVisible()
    assert pane._empty_title.isVisible()
    assert pane._empty_title.text()


def test_everything_is_said_anew_in_another_language(
    pane: FindingsPane, interface: Interface
) -> None:
    before = pane.model.index(0).data()
    interface.set_language("fr")
    assert pane.model.index(0).data() != before
    assert "Corriger" in pane.fix_all.text()


def test_each_gravity_has_a_shape_of_its_own() -> None:
    """Seen without colour, an error, a warning and a note still differ."""
    drawn = set()
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE):
        image = QImage(20, 20, QImage.Format.Format_Alpha8)
        image.fill(0)
        painter = QPainter(image)
        draw_shape(painter, QRectF(2, 2, 16, 16), severity, LIGHT)
        painter.end()
        drawn.add(bytes(image.constBits()))
    assert len(drawn) == 3
    assert len(GRAVITY) == len(Severity)
