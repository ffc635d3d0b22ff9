"""The thin bar at the head of the window: the program's menu, the release, undo and export."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton

from editor.desktop.actions import Actions
from editor.desktop.interface import Interface
from editor.desktop.parts import by_keyboard, named
from editor.desktop.session import Session

HEIGHT = 44
_MENU = (
    ("new", "open"),
    ("undo", "redo"),
    ("quote", "kind"),
    ("next", "previous", "fix", "fix_all"),
    ("export",),
)


class TopBar(QFrame):
    """What one needs at hand, and nothing else."""

    def __init__(self, interface: Interface, session: Session, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setFixedHeight(interface.px(HEIGHT))
        self._interface = interface
        self._session = session
        self._actions = actions
        self.menu_button = by_keyboard(named(QToolButton(), "name"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setIconSize(QSize(interface.px(16), interface.px(16)))
        self.menu_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._menu = QMenu(self)
        self._languages = QMenu(self)
        self.menu_button.setMenu(self._menu)
        self.release = named(QLabel(), "release")
        self.undo, self.redo = (self._button(name) for name in ("undo", "redo"))
        self.export = by_keyboard(QPushButton())
        self.export.setProperty("primary", True)
        self.export.clicked.connect(actions["export"].trigger)
        self._fill_menu()
        self._arrange()
        session.opened.connect(self.show_release)
        session.settled.connect(self.show_release)
        interface.changed.connect(self.retranslate)
        self.retranslate()

    def set_exporting(self, *, on: bool) -> None:
        """Say that documents are being written."""
        self._actions["export"].setEnabled(not on)
        self.export.setEnabled(not on)
        self.export.setText(self.tr("Exporting…") if on else self.tr("Export"))

    def show_release(self) -> None:
        """Show what is open: its reference number, if it has one, and its kind."""
        if not self._session.is_open:
            return
        release = self._session.release
        wording = self._session.house.wording.get(self._interface.language)
        kind = wording.kinds.get(release.kind.value, "") if wording else ""
        reference = f"\u2068{release.reference}\u2069" if release.reference else ""
        self.release.setText(" · ".join(part for part in (reference, kind) if part))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.menu_button.setText(self.tr("Bayan"))
        self.menu_button.setIcon(self._interface.icon("menu"))
        self.menu_button.setToolTip(self.tr("Menu"))
        self._languages.setTitle(self.tr("Language of the interface"))
        self.set_exporting(on=not self._actions["export"].isEnabled())
        self.show_release()

    def _button(self, name: str) -> QToolButton:
        button = by_keyboard(QToolButton())
        button.setDefaultAction(self._actions[name])
        button.setIconSize(QSize(self._interface.px(20), self._interface.px(20)))
        return button

    def _fill_menu(self) -> None:
        for group in _MENU:
            for name in group:
                self._menu.addAction(self._actions[name])
            self._menu.addSeparator()
        self._languages.addActions(self._actions.languages.actions())
        self._menu.addMenu(self._languages)
        self._menu.addAction(self._actions["quit"])

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.menu_button)
        row.addWidget(self.release)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addSpacing(8)
        row.addWidget(self.export)
