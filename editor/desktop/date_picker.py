"""Choosing the day of a release: Gregorian and Hijri in one calendar.

The Hijri day follows Umm al-Qura's table; a moon sighting moves it by a day or two, and that shift
is kept with the date.
"""

from datetime import date

from PySide6.QtCore import QDate, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QTextCharFormat
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.desktop.guard import guarded
from editor.desktop.interface import Interface
from editor.text.calendars import format_hijri, to_hijri

MOST_SHIFT = 2
_SIZE = (340, 290)


class HijriCalendar(QCalendarWidget):
    """A month whose every day also shows its Hijri day."""

    def __init__(self, interface: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._interface = interface
        self.shift = 0
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setGridVisible(False)
        self.dress()

    def dress(self) -> None:
        """Take language and colours anew."""
        interface = self._interface
        self.setLocale(interface.locale)
        # Arabic has no short names of days: their letters stand for them.
        formats = QCalendarWidget.HorizontalHeaderFormat
        names = formats.SingleLetterDayNames if interface.is_rtl else formats.ShortDayNames
        self.setHorizontalHeaderFormat(names)
        self.setFirstDayOfWeek(
            Qt.DayOfWeek.Sunday if interface.language == "ar" else Qt.DayOfWeek.Monday
        )
        plain = QTextCharFormat()
        plain.setForeground(QColor(interface.tokens.muted))
        plain.setBackground(QColor(interface.tokens.page))
        self.setHeaderTextFormat(plain)
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, plain)
        for name, icon in (("prevmonth", "previous"), ("nextmonth", "next")):
            button = self.findChild(QToolButton, f"qt_calendar_{name}")
            if button is not None:
                button.setIcon(interface.icon(icon))

    @guarded
    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        """Paint a day: its number, and its Hijri number below, smaller."""
        tokens = self._interface.tokens
        day = day if isinstance(day, QDate) else QDate(day.year, day.month, day.day)
        inside = day.month() == self.monthShown()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(tokens.page))
        if day == self.selectedDate() and inside:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(QColor(tokens.soft))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        painter.setPen(QColor(tokens.ink if inside else tokens.faint))
        painter.setFont(self._interface.font(bold=day == QDate.currentDate()))
        upper = QRect(rect.x(), rect.y() + 3, rect.width(), rect.height() // 2)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        hijri = to_hijri(date(day.year(), day.month(), day.day()), self.shift)
        if hijri is not None:
            painter.setPen(QColor(tokens.muted if inside else tokens.faint))
            painter.setFont(self._interface.font(-2.5))
            lower = QRect(rect.x(), upper.bottom(), rect.width(), rect.height() // 2 - 4)
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, str(hijri.day))
        painter.restore()


class DatePicker(QFrame):
    """A pop-up in which a day is chosen.

    Signals:
        date_chosen: A `date`, or None for none.
        shift_chosen: The days by which moon sighting moved the Hijri date.
    """

    date_chosen = Signal(object)
    shift_chosen = Signal(int)

    def __init__(self, interface: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("picker")
        self._interface = interface
        self._calendar = HijriCalendar(interface)
        self._hijri = QLabel()
        self._earlier, self._later = QToolButton(), QToolButton()
        self._earlier.setText("−")
        self._later.setText("+")
        self._none = QPushButton()
        self._calendar.clicked.connect(self._choose)
        self._calendar.activated.connect(self._choose)
        self._calendar.selectionChanged.connect(self._say_hijri)
        self._earlier.clicked.connect(lambda: self._move(-1))
        self._later.clicked.connect(lambda: self._move(1))
        self._none.clicked.connect(self._choose_none)
        self._arrange()
        self.retranslate()

    def pick(self, day: date | None, shift: int, below: QWidget) -> None:
        """Open below a widget, at a day, or at today."""
        self._calendar.shift = shift
        shown = QDate(day.year, day.month, day.day) if day else QDate.currentDate()
        self._calendar.blockSignals(True)
        self._calendar.setSelectedDate(shown)
        self._calendar.setCurrentPage(shown.year(), shown.month())
        self._calendar.blockSignals(False)
        self._none.setEnabled(day is not None)
        self.setLayoutDirection(QApplication.layoutDirection())  # the interface's, not the text's
        self._calendar.dress()
        self._say_hijri()
        self.adjustSize()
        x = below.width() - self.width() if below.isRightToLeft() else 0
        self.move(below.mapToGlobal(QPoint(x, below.height() + 4)))
        self.show()
        self._calendar.setFocus()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._none.setText(self.tr("No date"))
        self._earlier.setToolTip(self.tr("One day earlier, by moon sighting"))
        self._later.setToolTip(self.tr("One day later, by moon sighting"))
        self._earlier.setAccessibleName(self._earlier.toolTip())
        self._later.setAccessibleName(self._later.toolTip())
        self._calendar.setAccessibleName(self.tr("Day of the release"))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._calendar)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._hijri, 1)
        row.addWidget(self._earlier)
        row.addWidget(self._later)
        row.addSpacing(8)
        row.addWidget(self._none)
        column.addLayout(row)
        times = self._interface.times
        self._calendar.setFixedSize(round(_SIZE[0] * times), round(_SIZE[1] * times))

    def _day(self) -> date:
        shown = self._calendar.selectedDate()
        return date(shown.year(), shown.month(), shown.day())

    def _say_hijri(self) -> None:
        shift = self._calendar.shift
        hijri = to_hijri(self._day(), shift)
        words = format_hijri(hijri, self._interface.language) if hijri else ""
        self._hijri.setText(f"{words} ({shift:+d})" if shift else words)
        self._earlier.setEnabled(shift > -MOST_SHIFT)
        self._later.setEnabled(shift < MOST_SHIFT)

    def _move(self, days: int) -> None:
        self._calendar.shift += days
        self._calendar.updateCells()
        self._say_hijri()
        self.shift_chosen.emit(self._calendar.shift)

    def _choose(self, *_: object) -> None:
        self.hide()
        self.date_chosen.emit(self._day())

    def _choose_none(self) -> None:
        self.hide()
        self.date_chosen.emit(None)
