"""Exports that a person asked for in spite of errors, and why: kept with the record, never undone.

Map ``exports`` holds ``<moment>/<random>``: each key is written once, so that two copies that are
merged keep the notes of both. No document ever contains them: they are not part of a `Release`.
"""

import datetime as dt
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.release.contents import EXPORTS
from editor.release.record import Record
from editor.release.words import clean


@dataclass(frozen=True, slots=True)
class Export:
    """One export in spite of errors.

    Attributes:
        at: When, in UTC.
        reason: Why, in the words of the person who asked for it.
        errors: How many errors were open.
        names: What was made, such as ``ar.pdf``.
    """

    at: dt.datetime
    reason: str
    errors: int
    names: tuple[str, ...]


class Exports:
    """The notes of one record."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def note(self, reason: str, *, errors: int, names: Iterable[str]) -> None:
        """Note an export that is about to be made.

        Args:
            reason: Why it is made in spite of errors.
            errors: How many are open.
            names: What is made, such as ``ar.pdf``.
        """
        at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        key = f"{at}/{secrets.token_hex(4)}"
        with self._record.foundation():
            self._record.put(EXPORTS, key, [clean(reason), errors, *map(clean, names)])

    def all(self) -> tuple[Export, ...]:
        """All notes, the oldest first; what a later version wrote and we cannot read is absent."""
        return tuple(self._read())

    def _read(self) -> Iterator[Export]:
        for key, value in sorted(self._record.contents.values(EXPORTS).items()):
            match value:
                case [str(reason), int() | float() as errors, *names]:
                    try:
                        at = dt.datetime.fromisoformat(key.partition("/")[0])
                    except ValueError:
                        continue
                    yield Export(at, reason, int(errors), tuple(map(str, names)))
                case _:
                    continue
