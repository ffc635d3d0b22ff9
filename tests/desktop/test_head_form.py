"""The head of the page: the day in two calendars, place and source, the headline's length."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.desktop.date_picker import DatePicker
from editor.desktop.head_form import HEADLINE_LIMIT, HeadForm
from editor.desktop.interface import Interface
from editor.desktop.session import Session
from editor.release.content import HEADLINE, PLACE, SOURCE


@pytest.fixture
def head(interface: Interface, session: Session, qtbot: QtBot) -> Iterator[HeadForm]:
    """The head of the bundled release."""
    made = HeadForm(interface, session, "ar")
    qtbot.addWidget(made)
    made.bind("ar")
    made.resize(600, 240)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.unbind()


@pytest.fixture
def picker(interface: Interface, qtbot: QtBot) -> DatePicker:
    made = DatePicker(interface)
    qtbot.addWidget(made)
    return made


def test_the_fields_show_the_release(head: HeadForm) -> None:
    shown = {name: field.toPlainText() for name, field in head.fields.items()}
    assert shown[PLACE] == "رام الله"
    assert shown[SOURCE] == "دنيا الوطن"
    assert shown[HEADLINE].startswith("العثيمين: رواد")


def test_fields_run_in_the_direction_of_their_words(head: HeadForm) -> None:
    """Whatever the direction of the interface is: the place stands where the line begins."""
    assert head.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert head.place.x() > head.source.x()


def test_the_headline_is_counted_against_the_limit(head: HeadForm, session: Session) -> None:
    assert "85 / 90" in head.counter.text()
    assert not head.counter.property("over")
    session.draft.replace(HEADLINE, "ar", 0, 0, "ع" * 6)
    assert f"91 / {HEADLINE_LIMIT}" in head.counter.text()
    assert head.counter.property("over")


def test_the_date_is_shown_in_both_calendars(head: HeadForm, session: Session) -> None:
    asked = head.date_button.text()
    session.draft.set_date(date(2018, 11, 15))
    assert "15 نوفمبر 2018" in head.date_button.text()
    assert "7 ربيع الأول 1440" in head.date_button.text()
    session.draft.set_hijri_shift(1)
    assert "8 ربيع الأول 1440" in head.date_button.text()
    session.undo()
    session.undo()
    assert head.date_button.text() == asked


def test_enter_goes_from_field_to_field_and_on_to_the_text(head: HeadForm, qtbot: QtBot) -> None:
    head.place.setFocus()
    QTest.keyClick(head.place, Qt.Key.Key_Return)
    qtbot.waitUntil(head.source.hasFocus)
    QTest.keyClick(head.source, Qt.Key.Key_Return)
    qtbot.waitUntil(head.headline.hasFocus)
    with qtbot.waitSignal(head.left):
        QTest.keyClick(head.headline, Qt.Key.Key_Return)


def test_what_no_field_wants_does_not_reach_the_page(head: HeadForm) -> None:
    """A letter typed on the date's button, a click between the fields."""
    page = QWidget()
    keys: list[object] = []
    page.keyPressEvent = keys.append  # type: ignore[method-assign]  # a page that listens
    head.setParent(page)
    page.show()
    QTest.keyClick(head.date_button, Qt.Key.Key_A)
    assert keys == []
    head.setParent(None)
    page.close()


def test_every_control_has_a_name(head: HeadForm) -> None:
    controls = [head.date_button, *head.fields.values()]
    assert all(control.accessibleName() for control in controls)


def test_a_day_is_chosen_and_the_pop_up_goes(picker: DatePicker, qtbot: QtBot) -> None:
    below = QWidget()
    qtbot.addWidget(below)
    picker.pick(date(2018, 11, 15), 0, below)
    with qtbot.waitSignal(picker.date_chosen) as told:
        picker._calendar.clicked.emit(QDate(2018, 11, 15))
    assert told.args == [date(2018, 11, 15)]
    assert not picker.isVisible()


def test_the_hijri_day_moves_by_moon_sighting(picker: DatePicker, qtbot: QtBot) -> None:
    below = QWidget()
    qtbot.addWidget(below)
    picker.pick(date(2018, 11, 15), 0, below)
    assert "7 " in picker._hijri.text()
    shifts: list[int] = []
    picker.shift_chosen.connect(shifts.append)
    for _ in range(4):
        QTest.mouseClick(picker._later, Qt.MouseButton.LeftButton)
    assert shifts == [1, 2]
    assert "9 " in picker._hijri.text()
    picker.hide()


def test_a_release_may_have_no_date(picker: DatePicker, qtbot: QtBot) -> None:
    below = QWidget()
    qtbot.addWidget(below)
    picker.pick(None, 0, below)
    assert not picker._none.isEnabled()
    picker.pick(date(2018, 11, 15), 0, below)
    with qtbot.waitSignal(picker.date_chosen) as told:
        QTest.mouseClick(picker._none, Qt.MouseButton.LeftButton)
    assert told.args == [None]


def test_every_day_of_the_month_can_be_painted(picker: DatePicker, qtbot: QtBot) -> None:
    """In the years without a Hijri table too."""
    below = QWidget()
    qtbot.addWidget(below)
    for day in (date(2018, 11, 15), date(1890, 1, 1), date(2090, 12, 31)):
        picker.pick(day, 0, below)
        assert not picker.grab().isNull()
    picker.hide()
