"""Bytes and code points: the engine counts text in UTF-8 bytes, everything else in code points."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from editor.release.changes import Delta

EMBEDDED = "\N{SUBSTITUTE}"
"""Stands for a foreign object in a text: one byte, as long as the engine counts the object."""


def byte_length(words: str) -> int:
    """How many bytes words take."""
    return len(words) if words.isascii() else len(words.encode())


def deltas(before: str, operations: Iterable[Mapping[str, Any]]) -> Iterator[Delta]:
    """The engine's delta, in bytes of the old text, as replacements in code points."""
    old = before.encode()
    at = start = 0
    for operation in operations:
        if "insert" in operation:
            what = operation["insert"]
            inserted = what if isinstance(what, str) else EMBEDDED
            yield Delta(start, 0, inserted)
            start += len(inserted)
            continue
        length = int(operation.get("retain") or operation["delete"])
        passed = len(old[at : at + length].decode())
        at += length
        if "retain" in operation:
            start += passed
        else:
            yield Delta(start, passed, "")
