"""Release files with opaque payloads, for tests that need no engine."""

import random
from collections.abc import Iterable
from pathlib import Path

from editor.storage.condensing import Condensed
from editor.storage.loading import load
from editor.storage.lock import Lock
from editor.storage.log import Log
from editor.storage.placing import place
from editor.storage.rows import Burst
from editor.storage.store import Store


def joined(updates: Iterable[bytes]) -> Condensed:
    """The simplest engine there is: a state is everything that led to it, one after the other."""
    return Condensed(b"".join(updates), "{}")


def make(path: Path, *updates: bytes) -> Path:
    """A release file that holds a burst for each update, and no checkpoint."""

    def fill(log: Log) -> None:
        for number, update in enumerate(updates):
            log.append(Burst("maker", number, (update,)))

    place(path, fill)
    return path


def opened(path: Path) -> Store:
    """A store on a file."""
    return Store(path, load(path), Lock(path), joined)


def burst(*updates: bytes, author: str = "writer") -> Burst:
    """Updates made together."""
    return Burst(author, 1_000, updates)


def content(path: Path) -> bytes:
    """Everything that a file's updates say, in order."""
    return b"".join(load(path).restored.updates)


def beside(path: Path) -> set[str]:
    """The names in a file's folder."""
    return {each.name for each in path.parent.iterdir()}


def dice(seed: int) -> random.Random:
    """Chance that can be repeated."""
    return random.Random(seed)  # noqa: S311 - nothing is kept secret with it
