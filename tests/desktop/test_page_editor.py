"""The page looks and behaves as Arabic needs it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.checks.findings import Severity
from editor.desktop.interface import Interface
from editor.desktop.marks import Marks, Stretch
from editor.desktop.page_editor import PageEditor
from editor.desktop.page_layout import MARGIN
from editor.release.draft import Draft

LONG = "ودعا الأمين العام المشاركين من النخب الناشطة في وسائل التواصل الاجتماعي " * 6


@pytest.fixture
def page(
    interface: Interface, make_draft: Callable[..., Draft], qtbot: QtBot
) -> Iterator[PageEditor]:
    """A page with a short, an empty and a long paragraph."""
    made = PageEditor(interface, "ar")
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.bind(make_draft("OIC تصدر بيانًا.", "", LONG), "ar")
    yield made
    made.close_binding()


def test_a_paragraph_that_begins_in_latin_runs_from_right_to_left(page: PageEditor) -> None:
    """Left to itself, Qt would lay it out from left to right, the full stop at the wrong end."""
    line = page.document().firstBlock().layout().lineAt(0)
    assert line.cursorToX(0)[0] > line.cursorToX(16)[0]


def test_the_caret_of_an_empty_paragraph_stands_where_its_line_begins(page: PageEditor) -> None:
    cursor = QTextCursor(page.document().findBlockByNumber(1))
    page.setTextCursor(cursor)
    frame = page.document().rootFrame().frameFormat()
    end_of_line = page.viewport().width() - frame.rightMargin()
    assert abs(page.cursorRect().right() - end_of_line) < 6


def test_the_caret_of_an_empty_page_stands_where_its_line_begins(
    interface: Interface, qtbot: QtBot
) -> None:
    page = PageEditor(interface, "ar")
    qtbot.addWidget(page)
    page.bind(Draft.new("ar"), "ar")
    page.resize(1000, 700)
    page.show()
    frame = page.document().rootFrame().frameFormat()
    end_of_line = page.viewport().width() - frame.rightMargin()
    assert abs(page.cursorRect().right() - end_of_line) < 6
    assert not page.grab().isNull()
    page.close_binding()


@pytest.mark.parametrize("key", [Qt.Key.Key_Direction_L, Qt.Key.Key_Direction_R])
def test_a_key_never_changes_the_direction(page: PageEditor, key: Qt.Key) -> None:
    before = page.textCursor().blockFormat()
    QTest.keyClick(page, key)
    assert page.textCursor().blockFormat() == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Y])
def test_undo_is_left_to_the_window(page: PageEditor, key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(page, event)
    assert not event.isAccepted()


def test_an_emoji_does_not_make_its_line_higher(page: PageEditor) -> None:
    paragraph = page.document().findBlockByNumber(2)
    before = paragraph.layout().lineAt(0).height()
    QTextCursor(paragraph).insertText("😀")
    assert paragraph.layout().lineAt(0).height() == before


def test_marks_leave_letters_and_lines_as_they_are(page: PageEditor, qtbot: QtBot) -> None:
    """A format that ended inside an Arabic word would break its shaping."""
    paragraph = page.document().findBlockByNumber(2)
    line = paragraph.layout().lineAt(0)
    widths = [line.cursorToX(at)[0] for at in range(line.textLength())]
    marks = Marks(page, page.binding.cursor)
    marks.underline([(Stretch("b2", 2, 7), Severity.ERROR)], page._interface.tokens)
    marks.tint([Stretch("b2", 4, 9)], page._interface.tokens)
    qtbot.waitUntil(lambda: len(page.extraSelections()) == 2)
    line = paragraph.layout().lineAt(0)
    assert [line.cursorToX(at)[0] for at in range(line.textLength())] == widths


def test_each_gravity_has_an_underline_of_its_own(page: PageEditor, qtbot: QtBot) -> None:
    """It is told by its shape, and not by its colour alone."""
    marks = Marks(page, page.binding.cursor)
    stretch = Stretch("b2", 0, 4)
    severities = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    marks.underline([(stretch, severity) for severity in severities], page._interface.tokens)
    qtbot.waitUntil(lambda: len(page.extraSelections()) == 3)
    styles = {selection.format.underlineStyle() for selection in page.extraSelections()}
    assert len(styles) == 3
    assert QTextCharFormat.UnderlineStyle.NoUnderline not in styles


def test_arrows_move_the_caret_the_way_they_point(page: PageEditor) -> None:
    """Through Arabic and Latin alike, from one end of the line to the other."""
    page.moveCursor(QTextCursor.MoveOperation.Start)
    places = []
    for _ in range(15):
        QTest.keyClick(page, Qt.Key.Key_Left)
        places.append(page.cursorRect().x())
    assert places == sorted(places, reverse=True)


@pytest.mark.parametrize("width", [420, 760, 1000, 1800])
def test_words_keep_to_the_measure_within_the_page(page: PageEditor, width: int) -> None:
    page.resize(width, 600)
    layout, viewport = page.layout_of_page, page.viewport().rect()
    frame = page.document().rootFrame().frameFormat()
    words = viewport.width() - frame.leftMargin() - frame.rightMargin()
    assert 200 <= words <= layout.measure
    assert layout.page.width() <= layout.measure + 2 * MARGIN
    assert viewport.left() <= layout.page.left()
    assert layout.page.right() <= viewport.right()


def test_head_and_margin_scroll_with_the_words(page: PageEditor, qtbot: QtBot) -> None:
    head, margin = QWidget(), QWidget()
    page.layout_of_page.set_head(head)
    page.layout_of_page.set_margin(margin)
    page.layout_of_page.make_room()
    head.show()
    margin.show()
    page.resize(600, 300)
    before = (head.y(), margin.y(), page.cursorRect().y())
    page.verticalScrollBar().setValue(40)
    after = (head.y(), margin.y(), page.cursorRect().y())
    assert [now - then for now, then in zip(after, before, strict=True)] == [-40, -40, -40]
    # The margin stands where the lines begin.
    assert margin.mapTo(page.viewport(), QPoint(0, 0)).x() > page.viewport().width() / 2


def test_chosen_words_are_brought_into_view(page: PageEditor) -> None:
    page.resize(600, 260)
    cursor = page.binding.cursor("b2", len(LONG) - 12, len(LONG) - 1)
    assert cursor is not None
    page.select(cursor)
    assert page.textCursor().selectedText() == LONG[-12:-1]
    assert page.viewport().rect().contains(page.cursorRect())


def test_a_key_never_puts_an_edit_of_qts_own_on_a_stack(page: PageEditor) -> None:
    QTest.keyClicks(page, "ab")
    assert not page.document().isUndoAvailable()
    assert page.document().firstBlock().text().startswith("ab")
