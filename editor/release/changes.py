"""What changed in a record, who changed it, and the listeners who are told."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Origin(StrEnum):
    """How a change came about."""

    LOCAL = "local"
    REMOTE = "remote"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Delta:
    """One replacement in a text, in code points.

    The deltas of a change are applied in order, each to the outcome of the one before.
    """

    start: int
    removed: int
    inserted: str


@dataclass(frozen=True, slots=True)
class TextChange:
    """What happened to one text; without deltas only its marks changed."""

    where: str
    language: str
    deltas: tuple[Delta, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One transaction: every edit made in it, told once it is over.

    Attributes:
        origin: How it came about.
        author: Who made it; empty where that is not known.
        texts: The texts whose words or marks changed.
        structure: Whether blocks appeared, disappeared, moved or changed their kind.
        fields: The names of the single values that changed: attributes of `Release`, or ``date``
            and ``hijri_shift`` of its dateline.
        speakers: Whether a speaker was added, removed or altered.
        actions: The name of the step, for the person; see `Draft.action`.
    """

    origin: Origin
    author: str = ""
    texts: tuple[TextChange, ...] = ()
    structure: bool = False
    fields: frozenset[str] = frozenset()
    speakers: bool = False
    actions: tuple[str, ...] = ()


class Listeners(Generic[T]):
    """Callbacks that are told of values, in the order in which they came."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[[T], None]] = []

    def add(self, callback: Callable[[T], None]) -> Callable[[], None]:
        """Add a callback; calling the result takes it off again."""
        entry = lambda value: callback(value)  # noqa: E731, PLW0108  one entry a call, so that each can be taken off
        self._callbacks.append(entry)

        def remove() -> None:
            if entry in self._callbacks:
                self._callbacks.remove(entry)

        return remove

    def tell(self, value: T) -> list[Exception]:
        """Tell every callback, and return what they raised."""
        raised = []
        for callback in tuple(self._callbacks):
            try:
                callback(value)
            except Exception as error:  # noqa: BLE001  one listener's fault must not silence the others; raised later
                raised.append(error)
        return raised


class Post:
    """Delivers updates and changes after the transaction that made them.

    A listener may edit the record: what comes of it is delivered after what is being delivered.
    """

    def __init__(self) -> None:
        self.updates: Listeners[bytes] = Listeners()
        self.changes: Listeners[Change] = Listeners()
        self._waiting: deque[tuple[bytes, Change]] = deque()
        self._delivering = False

    def send(self, update: bytes, change: Change) -> None:
        """Deliver to all, then raise what listeners raised.

        Raises:
            ExceptionGroup: Some listener failed; every other one was told all the same.
        """
        self._waiting.append((update, change))
        if self._delivering:
            return
        self._delivering = True
        raised: list[Exception] = []
        try:
            while self._waiting:
                update, change = self._waiting.popleft()
                raised += self.updates.tell(update)
                raised += self.changes.tell(change)
        finally:
            self._delivering = False
        if raised:
            raise ExceptionGroup("listeners to the record failed", raised)
