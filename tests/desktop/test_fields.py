"""Headline, place and source: fields of the record that look like words on the page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.desktop.field_binding import FieldBinding, field_text
from editor.desktop.text_field import TextField, set_plainly
from editor.release.content import DATELINE, HEADLINE, PLACE, Dateline, Release, Text, Translated
from editor.release.draft import Draft

WORDS = "العثيمين: رواد التواصل"


@pytest.fixture
def draft() -> Draft:
    dateline = Dateline(Translated(ar="جدة"), written=Translated(ar="جدة - إينا"))
    headline = Translated(ar=Text(WORDS))
    return Draft.from_release(Release("r", "ar", ("ar",), headline=headline, dateline=dateline))


@pytest.fixture
def field(application: QApplication, qtbot: QtBot) -> Iterator[TextField]:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(300, 400)
    made = TextField("ar", parent=page)
    set_plainly(made, "ar", 1.0)
    made.resize(300, 40)
    page.show()
    yield made
    page.close()


@pytest.fixture
def binding(field: TextField, draft: Draft) -> Iterator[FieldBinding]:
    made = FieldBinding(field, draft, HEADLINE, "ar")
    yield made
    made.close()


def headline(draft: Draft) -> str:
    return draft.snapshot().headline["ar"].words


def test_a_field_shows_the_record_and_takes_what_is_typed(
    field: TextField, binding: FieldBinding, draft: Draft
) -> None:
    assert field.toPlainText() == WORDS
    field.setTextCursor(binding.cursor(10, 14))
    QTest.keyClicks(field, "x")
    assert headline(draft) == "العثيمين: x التواصل"


def test_undo_takes_back_what_was_typed_in_a_field(
    field: TextField, binding: FieldBinding, draft: Draft
) -> None:
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    draft.undo()
    assert field.toPlainText() == WORDS
    assert field.caret() == len(WORDS)


def test_a_change_elsewhere_leaves_the_caret_at_its_words(
    field: TextField, binding: FieldBinding, draft: Draft
) -> None:
    field.setTextCursor(binding.cursor(10, 10))
    draft.replace(HEADLINE, "ar", 0, 0, "يوسف ")
    assert field.caret() == 15
    assert field.toPlainText() == "يوسف " + WORDS


def test_composed_words_reach_the_record_when_they_are_committed(
    field: TextField, binding: FieldBinding, draft: Draft
) -> None:
    QApplication.sendEvent(field, QInputMethodEvent("مس", []))
    assert headline(draft) == WORDS
    commit = QInputMethodEvent()
    commit.setCommitString("مسودة ")
    QApplication.sendEvent(field, commit)
    assert headline(draft) == "مسودة " + WORDS


def test_enter_leaves_a_field_and_changes_nothing(
    field: TextField, binding: FieldBinding, draft: Draft, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(field.entered):
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert headline(draft) == WORDS


def test_lines_that_are_pasted_come_in_as_one(
    field: TextField, binding: FieldBinding, draft: Draft
) -> None:
    data = QMimeData()
    data.setText("بيان\n\nمن جدة\n")
    field.insertFromMimeData(data)
    assert headline(draft) == "بيان من جدة" + WORDS


def test_words_of_a_field_are_copied_as_they_are(
    field: TextField, binding: FieldBinding, draft: Draft
) -> None:
    draft.replace(HEADLINE, "ar", 0, len(WORDS), "«\u00a0oui\u00a0»")
    field.selectAll()
    field.copy()
    assert QApplication.clipboard().text() == "«\u00a0oui\u00a0»"
    field.textCursor().clearSelection()
    field.moveCursor(QTextCursor.MoveOperation.End)
    field.paste()
    assert headline(draft) == "«\u00a0oui\u00a0»" * 2


def test_a_dateline_that_is_edited_forgets_how_it_was_written(
    field: TextField, draft: Draft
) -> None:
    binding = FieldBinding(field, draft, PLACE, "ar")
    QTest.keyClicks(field, "x")
    binding.close()
    release = draft.snapshot()
    assert field_text(release, DATELINE, "ar").words == ""
    assert field_text(release, PLACE, "ar").words == "xجدة"


def test_a_field_grows_with_its_words(field: TextField, binding: FieldBinding) -> None:
    before = field.height()
    QTest.keyClicks(field, "word " * 20)
    assert field.height() > before


def test_a_field_along_the_line_is_as_wide_as_its_words(
    application: QApplication, qtbot: QtBot
) -> None:
    field = TextField("ar", grows_along=True)
    qtbot.addWidget(field)
    set_plainly(field, "ar", 1.0)
    narrow, height = field.sizeHint().width(), field.sizeHint().height()
    field.insertPlainText("منظمة التعاون الإسلامي " * 3)
    assert field.sizeHint().width() > narrow
    assert field.sizeHint().height() == height
