"""What one transaction did to a document."""

from dataclasses import dataclass, field

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
