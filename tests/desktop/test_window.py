"""The whole window, driven as a press officer drives it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from editor.desktop.interface import Interface
from editor.desktop.session import Session
from editor.desktop.window import USUAL_SIZE, Window
from editor.release.content import HEADLINE, PLACE, BlockKind, Mark, Span
from editor.storage import read_release

Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(interface: Interface, session: Session, qtbot: QtBot) -> Iterator[Window]:
    """The window on the bundled release, checked."""
    made = Window(interface, session)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    session.opened.emit()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: bool(session.findings))
    made.view.page.setFocus()
    yield made
    made.close()


def press(window: Window, keys: str) -> None:
    """Press a key combination of the window's, wherever the focus is."""
    key = QKeySequence(keys)[0]
    QTest.keyClick(QApplication.focusWidget() or window, key.key(), key.keyboardModifiers())


def test_words_fields_and_findings_are_shown(window: Window, session: Session) -> None:
    assert window.view.page.document().blockCount() == len(session.release.blocks)
    assert window.view.head.place.toPlainText() == "رام الله"
    assert window.findings.model.rowCount() == len(session.findings)
    assert "العثيمين" in window.windowTitle()


def test_one_undo_takes_back_words_fields_and_kinds_in_turn(
    window: Window, session: Session
) -> None:
    before = session.release
    QTest.keyClicks(window.view.page, "abc")
    window.view.head.headline.setFocus()
    QTest.keyClicks(window.view.head.headline, "x")
    session.draft.set_kind("b2", BlockKind.SUBHEADING)
    session.draft.set_date(date(2018, 11, 15))
    for _ in range(4):
        press(window, "Ctrl+Z")
    assert session.release == before
    assert not window.commands["undo"].isEnabled()
    for _ in range(4):
        press(window, "Ctrl+Shift+Z")
    assert session.release.dateline.date == date(2018, 11, 15)
    assert session.release.headline["ar"].words.startswith("x")


def test_a_chosen_finding_selects_its_words(window: Window, session: Session) -> None:
    row, finding = next(
        (row, each) for row, each in enumerate(session.findings) if each.where == "b5" and each.text
    )
    window.findings.view.setCurrentIndex(window.findings.model.index(row))
    window.findings.view.setFocus()
    QTest.keyClick(window.findings.view, Qt.Key.Key_Return)
    assert window.view.page.textCursor().selectedText() == finding.text
    assert window.view.page.hasFocus()


def test_keys_go_through_the_findings_and_take_the_first_fix(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    while True:
        press(window, "F8")
        finding = window.findings.current
        assert finding is not None
        if finding.fixes and finding.where == "b5" and finding.text:
            break
    before = session.release
    with qtbot.waitSignal(session.findings_changed):
        press(window, "Alt+Return")
    assert session.release != before
    press(window, "Ctrl+Z")
    assert session.release == before
    press(window, "Shift+F8")
    assert window.findings.current != finding


def test_all_safe_fixes_are_taken_and_offered_back(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    before = session.release
    with qtbot.waitSignal(session.findings_changed):
        QTest.mouseClick(window.findings.fix_all, Qt.MouseButton.LeftButton)
    assert session.release != before
    assert window.notices.isVisible()
    QTest.mouseClick(window.notices.action, Qt.MouseButton.LeftButton)
    assert session.release == before


def test_marks_show_findings_and_quotations(window: Window, qtbot: QtBot) -> None:
    page = window.view.page
    qtbot.waitUntil(lambda: len(page.extraSelections()) > 5)
    tinted = [
        each.cursor.selectedText()
        for each in page.extraSelections()
        if each.format.background().style() != Qt.BrushStyle.NoBrush
    ]
    assert any(words.startswith("استحضار مصالح") for words in tinted)


def test_selected_words_become_a_quotation_of_a_speaker(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    cursor = window.view.page.binding.cursor("b3", 0, 15)  # with the space behind the words
    assert cursor is not None
    window.view.page.setTextCursor(cursor)
    press(window, "Ctrl+Shift+Q")
    menu = next(each for each in window.view.page.findChildren(QMenu) if each.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Return)
    speaker = session.release.speakers[0]
    spans = tuple(session.release.blocks[2].text("ar").marked(Mark.QUOTATION))
    assert spans == (Span(0, 14, Mark.QUOTATION, speaker.id),)


def test_nothing_selected_is_no_quotation(window: Window, session: Session) -> None:
    before = session.release
    window.view.page.moveCursor(QTextCursor.MoveOperation.Start)
    press(window, "Ctrl+Shift+Q")
    assert session.release is before
    assert window.notices.words


def test_a_block_is_made_something_else_from_the_margin(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    window.view.margin.kind_requested.emit("b2", window.mapToGlobal(window.rect().center()))
    menu = next(each for each in window.view.page.findChildren(QMenu) if each.isVisible())
    next(each for each in menu.actions() if not each.isChecked()).trigger()
    menu.close()
    assert session.release.blocks[1].kind is BlockKind.LEAD


def test_a_click_on_a_name_asks_and_one_beside_the_words_selects(
    window: Window, qtbot: QtBot
) -> None:
    margin, page = window.view.margin, window.view.page
    paragraph = page.binding.paragraph("b2")
    assert paragraph is not None
    y = margin._place(paragraph).top() + 12
    with qtbot.waitSignal(margin.kind_requested) as told:
        QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(margin.width() // 2, y))
    assert told.args[0] == "b2"
    for menu in page.findChildren(QMenu):
        menu.close()
    with qtbot.assertNotEmitted(margin.kind_requested):
        QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(4, y))
    assert page.binding.place(page.textCursor().position()) == ("b2", 0)


def test_a_block_is_made_something_else_by_keyboard(window: Window, session: Session) -> None:
    cursor = window.view.page.binding.cursor("b2", 3, 3)
    assert cursor is not None
    window.view.page.setTextCursor(cursor)
    press(window, "Ctrl+Shift+K")
    menu = next(each for each in window.view.page.findChildren(QMenu) if each.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert session.release.blocks[1].kind is BlockKind.SUBHEADING


def test_export_writes_word_and_pdf_beside_the_release(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.exporter.finished, timeout=30000) as told:
        press(window, "Ctrl+E")
        assert not window.commands["export"].isEnabled()
    paths = told.args[0]
    assert [path.suffix for path in paths] == [".docx", ".pdf"]
    assert {path.parent for path in paths} == {session.file.path.parent}
    assert paths[1].read_bytes().startswith(b"%PDF")
    assert window.commands["export"].isEnabled()
    assert paths[0].name in window.notices.words


def test_everything_typed_is_on_the_disk_when_the_window_closes(
    window: Window, session: Session
) -> None:
    path = session.file.path
    QTest.keyClicks(window.view.page, "abc")
    window.close()
    assert read_release(path).blocks[0].text("ar").words.startswith("abc")


def test_a_file_that_is_dropped_is_asked_for(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.bayan"))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert not window.view.page.canInsertFromMimeData(data)
    with qtbot.waitSignal(window.open_requested) as told:
        window.dropEvent(drop)
    assert told.args == [tmp_path / "a.bayan"]


def test_the_panel_stands_at_the_end_of_the_line(window: Window, interface: Interface) -> None:
    page = window.view.page.mapTo(window, window.view.page.rect().center()).x()
    panel = window.findings.mapTo(window, window.findings.rect().center()).x()
    assert (panel < page) is interface.is_rtl
    # The words on the page begin where Arabic begins, whatever the interface does.
    assert window.view.margin.x() > window.view.page.viewport().width() / 2


def test_the_window_changes_its_language_in_place(window: Window, interface: Interface) -> None:
    for language, label in (("fr", "Exporter"), ("ar", "تصدير"), ("en", "Export")):
        interface.set_language(language)
        assert window.bar.export.text() == label
        assert (window.layoutDirection() is Qt.LayoutDirection.RightToLeft) is (language == "ar")


def test_every_control_can_be_reached_and_has_a_name(window: Window) -> None:
    controls = [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) > 8
    for control in controls:
        text = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.accessibleName() or text, control


def test_tab_goes_through_the_fields_to_the_text_and_the_findings(window: Window) -> None:
    head = window.view.head
    head.date_button.setFocus(Qt.FocusReason.TabFocusReason)
    order = [head.place, head.source, head.headline, window.view.page, window.findings.view]
    for expected in order:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected


def test_a_key_does_not_wait_for_the_checks(window: Window, session: Session) -> None:
    """Words reach the record at once; checks, tints and counts come after the pause."""
    told: list[object] = []
    session.settled.connect(lambda: told.append(None))
    QTest.keyClicks(window.view.page, "abcdef")
    assert session.release.blocks[0].text("ar").words.startswith("abcdef")
    assert told == []


def test_a_finding_in_a_field_selects_words_of_the_field(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.findings_changed):
        session.draft.replace(HEADLINE, "ar", 0, 8, "الاسلامي  الاسلامي")
    finding = next(each for each in session.findings if each.where == HEADLINE and each.text)
    window.view.select(finding)
    headline = window.view.head.headline
    assert headline.hasFocus()
    assert headline.textCursor().selectedText() == finding.text
    assert window.view.head.binding(PLACE) is not None
    qtbot.waitUntil(lambda: bool(headline.extraSelections()))


def test_a_window_fits_on_a_small_screen(
    interface: Interface, session: Session, qtbot: QtBot
) -> None:
    """The screen of these tests is smaller than the window would like to be."""
    made = Window(interface, session)
    qtbot.addWidget(made)
    room = made.screen().availableSize()
    assert room.height() < USUAL_SIZE.height()
    assert made.height() < room.height()
    assert made.width() <= room.width()
