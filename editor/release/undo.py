"""The names of the steps that can be undone, and which edits make one step.

The engine keeps the stack of what can be taken back; the names run beside it. Typing makes one step
as long as it goes on at the same place without a pause.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from editor.release.port import Port

_PAUSE = 1.0  # seconds without typing after which a new step begins


class Step(StrEnum):
    """The names of the steps that the record's own methods make."""

    TYPING = "typing"
    SPLIT = "split"
    JOIN = "join"
    MOVE = "move"
    INSERT = "insert"
    REMOVE = "remove"
    RESTORE = "restore"
    KIND = "kind"
    MARK = "mark"
    UNMARK = "unmark"
    SPEAKER = "speaker"
    FIELD = "field"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Typed:
    """Where words were typed, and where the caret stood before and after."""

    where: str
    language: str
    start: int
    end: int
    caret: int

    def goes_on_from(self, last: "Typed") -> bool:
        """Whether this is the next stroke, or the next backspace or delete, after the last one."""
        same = (self.where, self.language) == (last.where, last.language)
        return same and last.caret in {self.start, self.end}


class History:
    """One person's own steps, last first to be undone."""

    def __init__(self, port: Port, clock: Callable[[], float]) -> None:
        self._port = port
        self._clock = clock
        self._name = ""
        self._undo: list[str] = []
        self._redo: list[str] = []
        self._typed: Typed | None = None
        self._moment = 0.0
        self._open = False  # whether the step begun last is on the stack

    def begin(self, name: str, typed: Typed | None = None) -> None:
        """Begin a step before its transaction, or go on with the one being typed."""
        now = self._clock()
        last, self._typed = self._typed, typed
        going_on = last is not None and typed is not None and typed.goes_on_from(last)
        if not (self._open and going_on and now - self._moment < _PAUSE):
            self._port.begin_step()
            self._open = False
        self._moment = now
        self._name = name

    def made(self) -> None:
        """Note that the transaction of the step changed something."""
        self._redo.clear()
        if not self._open:
            self._undo.append(self._name)
            self._open = True

    def end_typing(self) -> None:
        """Let the next stroke begin a step of its own."""
        self._typed = None

    def undone(self) -> str:
        """Bring the names into line with the engine, and return that of the step it undid."""
        return self._turned(self._undo, self._redo, *self._port.steps())

    def redone(self) -> str:
        """Bring the names into line with the engine, and return that of the step it redid."""
        undos, redos = self._port.steps()
        return self._turned(self._redo, self._undo, redos, undos)

    def _turned(self, source: list[str], target: list[str], left: int, made: int) -> str:
        # The engine drops steps that no longer change anything until it finds one that does.
        name = source[left] if left < len(source) else ""
        del source[left:]
        del target[made:]
        target += [name] * (made - len(target))
        self.end_typing()
        self._open = False
        return name

    @property
    def undo_name(self) -> str | None:
        """The name of the step that would be undone, or None."""
        return self._undo[-1] if self._undo else None

    @property
    def redo_name(self) -> str | None:
        """The name of the step that would be redone, or None."""
        return self._redo[-1] if self._redo else None
