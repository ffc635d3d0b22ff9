"""The log of a release in an open database: appending, checkpoints, and getting it back.

It knows SQLite and hashes, and nothing of the engine: what it keeps is bytes. It is used by one
thread at a time, and leaves `sqlite3.Error` to its callers, who know which file it is about.
"""

import contextlib
import sqlite3
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from editor.storage.rows import MOST_UPDATES, Burst, Checkpoint, Edits, moment, now
from editor.storage.schema import prepare

RECENT = 4
"""How many automatic checkpoints are kept in a row before they thin out with age."""


class BrokenLogError(Exception):
    """Rows that are needed are missing or damaged.

    Attributes:
        seq: The number of the first edits that could not be read.
    """

    def __init__(self, seq: int) -> None:
        super().__init__(seq)
        self.seq = seq


@dataclass(frozen=True, slots=True)
class Restored:
    """What leads to a state of the release, proven row by row.

    Attributes:
        updates: The engine's updates, to be applied in this order.
        seq: The number of the last edits in them.
        tail: How many of the updates come after the checkpoint they begin with.
        skipped: How many damaged checkpoints were passed over.
    """

    updates: tuple[bytes, ...]
    seq: int
    tail: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Version:
    """A state of the release that can be had again.

    Attributes:
        seq: The number of the last edits in it.
        at: When it was kept.
        label: The name a person gave it; empty if the program kept it by itself.
    """

    seq: int
    at: datetime
    label: str


class Log:
    """The rows of one release file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def new(cls, connection: sqlite3.Connection) -> "Log":
        """Begin a log in an empty database, under an id of its own."""
        prepare(connection)
        log = cls(connection)
        log.set_about("created", datetime.now(UTC).isoformat(timespec="seconds"))
        log.renew_id()
        return log

    @property
    def id(self) -> str:
        """The id of this file; a copy made by the program has another."""
        return self.about("id") or ""

    def renew_id(self) -> None:
        """Make this file another than the one it was copied from."""
        self.set_about("id", str(uuid.uuid4()))

    def about(self, name: str) -> str | None:
        """What the file says of itself under a name."""
        found = self._row("SELECT value FROM about WHERE name = ?", name)
        return None if found is None else str(found[0])

    def set_about(self, name: str, value: str) -> None:
        """Say something of the file under a name."""
        self._connection.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    def last(self) -> tuple[int, bytes]:
        """The number of the last edits and the hash that proves them; zero where there are none.

        In a file that was recovered, a checkpoint may be all that is left of them.
        """
        edits = self._row("SELECT seq, hash FROM updates ORDER BY seq DESC LIMIT 1")
        state = self._row("SELECT seq, hash FROM checkpoints ORDER BY seq DESC, number LIMIT 1")
        found = max(filter(None, (edits, state)), key=lambda row: row[0], default=(0, b""))
        return found[0], found[1]

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Write everything inside it, or nothing."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            # A failed write may have ended the transaction already: then there is none to undo.
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    def append(self, burst: Burst) -> None:
        """Add a burst of updates, inside a transaction."""
        seq = self.last()[0]
        for start in range(0, len(burst.updates), MOST_UPDATES):
            seq += 1
            updates = burst.updates[start : start + MOST_UPDATES]
            self.insert_edits(Edits.of(seq, burst.at, burst.author, updates))

    def insert_edits(self, row: Edits) -> None:
        """Add edits under the number they have."""
        self._connection.execute(
            "INSERT INTO updates (seq, at, author, count, hash, payload) VALUES (?, ?, ?, ?, ?, ?)",
            (row.seq, row.at, row.author, row.count, row.hash, row.payload),
        )

    def keep(self, state: bytes, mirror: str, label: str = "") -> None:
        """Add a checkpoint of the state after the last edits and mirror it, in a transaction."""
        seq, _ = self.last()
        newest = self._row("SELECT max(number) FROM checkpoints")
        number = (newest[0] or 0 if newest else 0) + 1
        self.insert_checkpoint(Checkpoint.of(number, seq, now(), label, state))
        self._thin_out(number)
        self._connection.execute("DELETE FROM content")
        self._connection.execute("INSERT INTO content VALUES (?, ?)", (seq, mirror))

    def insert_checkpoint(self, row: Checkpoint) -> None:
        """Add a checkpoint under the number it has."""
        self._connection.execute(
            "INSERT INTO checkpoints (number, seq, at, label, hash, payload)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (row.number, row.seq, row.at, row.label, row.hash, row.payload),
        )

    def is_kept(self) -> bool:
        """Whether a checkpoint and the mirror hold everything up to the last edits."""
        seq, _ = self.last()
        kept = self._row("SELECT max(seq) FROM checkpoints")
        mirrored = self._row("SELECT max(seq) FROM content")
        return kept == mirrored == (seq,)

    def mirror(self) -> str | None:
        """The release as JSON, as it was at the last checkpoint."""
        found = self._row("SELECT json FROM content")
        return None if found is None else str(found[0])

    def versions(self) -> tuple[Version, ...]:
        """The states that were kept, the oldest first."""
        rows = self._connection.execute(
            "SELECT seq, at, label FROM checkpoints ORDER BY seq, number"
        )
        return tuple(Version(seq, moment(at), label) for seq, at, label in rows)

    def restore(self, seq: int | None = None) -> Restored:
        """What leads to the state after certain edits, by default the last.

        That is the latest checkpoint that is whole, and the edits after it; without one, the
        whole log.

        Raises:
            BrokenLogError: Edits that are needed are missing or damaged.
        """
        if seq is None:
            seq, _ = self.last()
        skipped = 0
        for number in self._checkpoint_numbers(seq):
            checkpoint = self._checkpoint(number)
            if checkpoint is None:
                skipped += 1
                continue
            at, state = checkpoint
            tail = self._updates(at + 1, seq)
            return Restored(state + tail, seq, len(tail), skipped)
        updates = self._updates(1, seq)
        return Restored(updates, seq, len(updates), skipped)

    def verify(self) -> None:
        """Read every one of the edits.

        Raises:
            BrokenLogError: Some are missing or damaged; it says which is the first.
        """
        self._updates(1, self.last()[0])

    def _updates(self, first: int, last: int) -> tuple[bytes, ...]:
        """The updates of a range of edits, none missing and each proven."""
        updates: list[bytes] = []
        expected = first
        try:
            for row in self._connection.execute(
                "SELECT seq, at, author, count, payload, hash FROM updates"
                " WHERE seq BETWEEN ? AND ? ORDER BY seq",
                (first, last),
            ):
                edits = Edits.read(row)
                if edits.seq != expected:
                    break
                updates += edits.updates()
                expected += 1
        except (sqlite3.DatabaseError, ValueError) as error:
            raise BrokenLogError(expected) from error
        if expected <= last:
            raise BrokenLogError(expected)
        return tuple(updates)

    def _checkpoint_numbers(self, seq: int) -> list[int]:
        """The checkpoints up to certain edits, the latest first; none if they are unreadable."""
        try:
            rows = self._connection.execute(
                "SELECT number FROM checkpoints WHERE seq <= ? ORDER BY seq DESC, number DESC",
                (seq,),
            ).fetchall()
        except sqlite3.DatabaseError:
            return []  # every state can be had from the edits alone
        return [number for (number,) in rows]

    def _checkpoint(self, number: int) -> tuple[int, tuple[bytes, ...]] | None:
        """The last edits in a checkpoint and its state, or None if it is damaged."""
        try:
            row = self._row(
                "SELECT number, seq, at, label, payload, hash FROM checkpoints WHERE number = ?",
                number,
            )
            if row is None:
                return None
            checkpoint = Checkpoint.read(row)
            return checkpoint.seq, checkpoint.state()
        except (sqlite3.DatabaseError, ValueError):
            return None

    def _thin_out(self, newest: int) -> None:
        """Let automatic checkpoints grow rarer with age, so that the file does not swell."""
        rows = self._connection.execute("SELECT number FROM checkpoints WHERE label = ''")
        for (number,) in rows.fetchall():
            step = 1 << ((newest - number) // RECENT).bit_length()
            if number % step:
                self._connection.execute("DELETE FROM checkpoints WHERE number = ?", (number,))

    def _row(self, query: str, *values: object) -> tuple[Any, ...] | None:
        found: tuple[Any, ...] | None = self._connection.execute(query, values).fetchone()
        return found
