"""Everything one can do in the window, with its key; menus and buttons are made from these."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from editor.desktop.interface import Interface
from editor.release.languages import LANGUAGES

_KEYS: dict[str, list[str | QKeySequence.StandardKey]] = {
    "new": [QKeySequence.StandardKey.New],
    "open": [QKeySequence.StandardKey.Open],
    "export": ["Ctrl+E"],
    "undo": [QKeySequence.StandardKey.Undo],
    "redo": ["Ctrl+Shift+Z", "Ctrl+Y"],
    "quote": ["Ctrl+Shift+Q"],
    "kind": ["Ctrl+Shift+K"],
    "next": ["F8"],
    "previous": ["Shift+F8"],
    "fix": ["Alt+Return", "Alt+Enter"],
    "fix_all": ["Ctrl+Shift+Return"],
    "quit": [QKeySequence.StandardKey.Quit],
}
_ICONS = {
    "undo": "undo",
    "redo": "redo",
    "export": "export",
    "open": "open",
    "quote": "quotation",
    "fix_all": "mend",
}


class Actions(QObject):
    """The window's actions by name, and the languages of the interface."""

    def __init__(self, interface: Interface, window: QWidget) -> None:
        super().__init__(window)
        self._interface = interface
        self._by_name: dict[str, QAction] = {}
        for name, keys in _KEYS.items():
            action = QAction(window)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            window.addAction(action)
            self._by_name[name] = action
        self.languages = QActionGroup(window)
        for code, language in LANGUAGES.items():
            action = self.languages.addAction(language.name)
            action.setCheckable(True)
            action.setData(code)
        interface.changed.connect(self.retranslate)
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def retranslate(self) -> None:
        """Say everything in the interface's language, with icons in its direction."""
        labels = {
            "new": self.tr("New release"),
            "open": self.tr("Open…"),
            "export": self.tr("Export"),
            "undo": self.tr("Undo"),
            "redo": self.tr("Redo"),
            "quote": self.tr("Mark as quotation…"),
            "kind": self.tr("Kind of paragraph…"),
            "next": self.tr("Next finding"),
            "previous": self.tr("Previous finding"),
            "fix": self.tr("Take the first fix"),
            "fix_all": self.tr("Fix all safe"),
            "quit": self.tr("Quit"),
        }
        for name, label in labels.items():
            action = self._by_name[name]
            action.setText(label)
            action.setToolTip(self._with_key(label, action))
            if name in _ICONS:
                action.setIcon(self._interface.icon(_ICONS[name]))
        for action in self.languages.actions():
            action.setChecked(action.data() == self._interface.language)

    def name_steps(self, undo: str | None, redo: str | None) -> None:
        """Say what undo and redo would take back, and whether they can."""
        for name, step in (("undo", undo), ("redo", redo)):
            action = self._by_name[name]
            label = self.tr("Undo") if name == "undo" else self.tr("Redo")
            action.setEnabled(step is not None)
            action.setText(f"{label}: {self._step_name(step)}" if step else label)
            action.setToolTip(self._with_key(action.text(), action))

    def _with_key(self, label: str, action: QAction) -> str:
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return f"{label}  \u2066{key}\u2069" if key else label

    def _step_name(self, step: str) -> str:
        names = {
            "typing": self.tr("typing"),
            "split": self.tr("new paragraph"),
            "join": self.tr("joining paragraphs"),
            "move": self.tr("moving a paragraph"),
            "insert": self.tr("inserting"),
            "remove": self.tr("deleting"),
            "restore": self.tr("restoring"),
            "kind": self.tr("kind of paragraph"),
            "mark": self.tr("marking"),
            "unmark": self.tr("unmarking"),
            "speaker": self.tr("speaker"),
            "field": self.tr("details of the release"),
            "confirm": self.tr("confirming"),
            "fix": self.tr("fix"),
        }
        return names.get(step, step)
