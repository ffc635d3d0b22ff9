"""The head of the page: day, place and source, headline. It looks like a page, not like a form."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from editor.desktop import fonts
from editor.desktop.date_picker import DatePicker
from editor.desktop.field_binding import FieldBinding, field_text
from editor.desktop.guard import guarded
from editor.desktop.interface import Interface
from editor.desktop.parts import by_keyboard, named, set_state
from editor.desktop.session import Session
from editor.desktop.text_field import TextField, set_plainly
from editor.house import dates
from editor.release.changes import Change
from editor.release.content import HEADLINE, PLACE, SOURCE
from editor.release.languages import LANGUAGES

HEADLINE_LIMIT = 90
"""The most characters of a headline that a page on the web shows in full."""


class HeadForm(QWidget):
    """Dateline and headline of the open release.

    Signals:
        height_changed: It needs more room, or less.
        left: The person has done with the last field.
    """

    height_changed = Signal()
    left = Signal()

    def __init__(self, interface: Interface, session: Session, language: str) -> None:
        super().__init__()
        self._interface = interface
        self._session = session
        self._language = language
        self._bindings: list[FieldBinding] = []
        self.date_button = by_keyboard(named(QToolButton(), "date"))
        self.date_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.date_button.setIconSize(QSize(interface.px(16), interface.px(16)))
        self.picker = DatePicker(interface, self)
        self.place = TextField(language, grows_along=True)
        self.source = TextField(language, grows_along=True)
        self.headline = TextField(language)
        self.counter = named(QLabel(), "counter")
        self._dot = named(QLabel("•"), "dot")
        self._arrange()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    @property
    def fields(self) -> dict[str, TextField]:
        """The fields by their names in the record."""
        return {PLACE: self.place, SOURCE: self.source, HEADLINE: self.headline}

    def bind(self, language: str) -> None:
        """Show the fields of the open release in a language."""
        self.unbind()
        self._language = language
        for field in self.fields.values():
            field.set_language(language)
        self.dress()
        self._bindings = [
            FieldBinding(field, self._session.draft, name, language)
            for name, field in self.fields.items()
        ]
        self.show_date()
        self._count()

    def unbind(self) -> None:
        """Let go of the record."""
        for binding in self._bindings:
            binding.close()
        self._bindings = []

    def binding(self, where: str) -> FieldBinding | None:
        """What ties a field to the record, or None for a name that is no field here."""
        return next((each for each in self._bindings if each.where == where), None)

    def dress(self) -> None:
        """Take fonts, colours and language anew."""
        language, times = self._language, self._interface.times
        kind = fonts.page_type(language)
        self.headline.set_type(fonts.headline_font(language, times=times), kind.headline_leading)
        set_plainly(self.place, language, times)
        set_plainly(self.source, language, times)
        rtl = LANGUAGES[language].is_rtl
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        self.date_button.setIcon(self._interface.icon("calendar", self._interface.tokens.muted))
        self._dot.setFont(self._interface.font(-2))
        # Amiri's letters stand lower in their line than the dot does.
        lower = self._interface.px(6) if LANGUAGES[language].is_rtl else 0
        self._dot.setContentsMargins(0, lower, 0, 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        names = {
            PLACE: self.tr("Place"),
            SOURCE: self.tr("Source"),
            HEADLINE: self.tr("Headline"),
        }
        for name, field in self.fields.items():
            field.set_invitation(names[name])
            field.setAccessibleName(names[name])
        self.date_button.setToolTip(self.tr("Date of the release"))
        self.date_button.setAccessibleName(self.date_button.toolTip())
        self.picker.retranslate()
        if self._bindings:
            self.show_date()
            self._count()

    def show_date(self) -> None:
        """Show the day of the release in the words of the house."""
        dateline = self._session.release.dateline
        wording = self._session.house.wording[self._language]
        if dateline.date is None:
            self.date_button.setText(self.tr("Add the date"))
            return
        parts = (
            dates.gregorian(dateline.date, wording),
            dates.hijri(dateline.date, wording, shift=dateline.hijri_shift),
        )
        self.date_button.setText(" · ".join(part for part in parts if part))

    # -- What Qt calls -------------------------------------------------------------------------

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep keys that no field wanted from the text that this stands on."""
        event.accept()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a click between the fields from the text that this stands on."""
        event.accept()

    # -- Private -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(4)
        day = QHBoxLayout()
        day.setContentsMargins(0, 0, 0, 0)
        day.addWidget(self.date_button)
        day.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(4)
        for widget in (self.place, self._dot, self.source):
            line.addWidget(widget)
        line.addStretch(1)
        column.addLayout(day)
        column.addLayout(line)
        column.addSpacing(8)
        column.addWidget(self.headline)
        column.addWidget(self.counter, 0, Qt.AlignmentFlag.AlignTrailing)

    def _connect(self) -> None:
        self.date_button.clicked.connect(self._pick_date)
        self.picker.date_chosen.connect(self._set_date)
        self.picker.shift_chosen.connect(self._set_shift)
        self.place.entered.connect(self.source.setFocus)
        self.source.entered.connect(self.headline.setFocus)
        self.headline.entered.connect(self.left)
        for field in self.fields.values():
            field.height_changed.connect(self.height_changed)
        self.headline.document().contentsChanged.connect(self._count)
        self._session.changed.connect(self._on_change)
        self._interface.changed.connect(self.dress)

    def _on_change(self, change: Change) -> None:
        if change.fields & {"date", "hijri_shift"}:
            self.show_date()

    def _pick_date(self) -> None:
        dateline = self._session.release.dateline
        self.picker.pick(dateline.date, dateline.hijri_shift, self.date_button)

    def _set_date(self, day: date | None) -> None:
        self._session.draft.set_date(day)

    def _set_shift(self, days: int) -> None:
        self._session.draft.set_hijri_shift(days)

    def _count(self) -> None:
        """Show the headline's length against the limit."""
        if not self._bindings:
            return
        size = len(field_text(self._session.release, HEADLINE, self._language).words)
        self.counter.setText(f"\u2066{size} / {HEADLINE_LIMIT}\u2069" if size else "")
        self.counter.setAccessibleName(
            self.tr("{size} of {limit} characters").format(size=size, limit=HEADLINE_LIMIT)
        )
        set_state(self.counter, "over", on=size > HEADLINE_LIMIT)
