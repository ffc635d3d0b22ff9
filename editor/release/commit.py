"""What one transaction did to a document, and where that is gathered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from editor.release.changes import Delta


@dataclass(slots=True)
class Commit:
    """What one transaction did.

    Attributes:
        update: The transaction for other copies and for the file; empty when it did nothing.
        texts: By name, the deltas of every text it touched.
        keys: By name, the keys it set in every map it touched.
    """

    update: bytes = b""
    texts: dict[str, list[Delta]] = field(default_factory=dict)
    keys: dict[str, set[str]] = field(default_factory=dict)

    def note(self, name: str, *deltas: Delta) -> None:
        """Note what happened to a text; replacements that touch become one."""
        noted = self.texts.setdefault(name, [])
        for delta in deltas:
            if noted and noted[-1].start + len(noted[-1].inserted) == delta.start:
                last = noted.pop()
                removed = last.removed + delta.removed
                noted.append(Delta(last.start, removed, last.inserted + delta.inserted))
            else:
                noted.append(delta)


@dataclass(slots=True)
class Inbox:
    """What the engine calls back to. It knows no document: the engine would keep that for ever.

    Attributes:
        commit: The transaction going on, or the last one.
        events: By name, the engine's delta of every text changed otherwise than by writing.
        writing: Whether what happens is being written here, and so is known.
        stamp: The time the undo manager is told, in milliseconds.
    """

    commit: Commit = field(default_factory=Commit)
    events: dict[str, Any] = field(default_factory=dict)
    writing: bool = False
    stamp: int = 0

    def time(self) -> int:
        """The time it is for the undo manager."""
        return self.stamp

    def take_update(self, event: Any) -> None:  # noqa: ANN401  the engine's TransactionEvent
        """Take the update of a transaction."""
        self.commit.update = event.update

    # The engine looks at the number of a callback's parameters: one, and the name in a closure.

    def text_observer(self, name: str) -> Callable[[Any], None]:
        """What observes a text."""

        def observe(event: Any) -> None:  # noqa: ANN401  the engine's TextEvent
            if not self.writing:
                self.events[name] = event.delta

        return observe

    def map_observer(self, name: str) -> Callable[[Any], None]:
        """What observes a map."""

        def observe(event: Any) -> None:  # noqa: ANN401  the engine's MapEvent
            if not self.writing:
                self.commit.keys.setdefault(name, set()).update(event.keys)

        return observe
