"""The database of a release file while it is open for writing, with a wary eye on the disk.

Used by the writer's thread alone. The file is changed for the first time when there is something
to write. From then on SQLite holds it exclusively, which keeps its index of the write-ahead log
in memory: a shared one is mapped from the disk, and a stick that is pulled out would end the
process. Before every use the file on the disk is proven to be still the one that was opened.
"""

import contextlib
import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from editor.storage.errors import MissingError, ReplacedError, VanishedError, while_writing
from editor.storage.loading import Loaded, prove
from editor.storage.lock import Lock
from editor.storage.log import BrokenLogError, Log
from editor.storage.memory import guard
from editor.storage.pages import RawFile, beside, read_raw
from editor.storage.schema import HEADER_BYTES
from editor.storage.watch import Watch


class Database:
    """One file, from its opening to its closing.

    Attributes:
        path: Where it is.
    """

    def __init__(self, path: Path, loaded: Loaded, lock: Lock) -> None:
        """Watch over a file that was read; nothing is written yet.

        Raises:
            UnsavedError: It cannot be opened for writing.
        """
        self.path = path
        self._id = loaded.id
        self._last = loaded.last
        self._lock = lock
        self._connection: sqlite3.Connection | None = None
        self._wal: os.stat_result | None = None
        self._is_open = True
        self._set_aside: list[tuple[sqlite3.Connection | None, Watch]] = []
        with while_writing(path):
            self._watch = Watch(path)

    @property
    def is_in_use(self) -> bool:
        """Whether the file has been opened for writing."""
        return self._connection is not None

    def log(self) -> Log:
        """The rows of the file on the disk; call it inside `while_writing`.

        Raises:
            ReplacedError: Another file has taken its place.
            VanishedError: It is gone.
            sqlite3.Error: It cannot be opened.
            OSError: The same.
        """
        return Log(self._at_hand())

    def wrote(self, last: tuple[int, bytes]) -> None:
        """Remember the number and the hash of the last edits."""
        self._last = last
        if self._wal is None:
            with contextlib.suppress(FileNotFoundError):  # where SQLite could not make one
                self._wal = beside(self.path, "-wal").stat()

    def ease(self) -> None:
        """Move the write-ahead log into the file; call it inside `while_writing`."""
        self._at_hand().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self._watch.remember()

    def settle(self) -> None:
        """Make it one file that stands alone; call it inside `while_writing`."""
        self.ease()
        self._at_hand().execute("PRAGMA journal_mode = DELETE").fetchall()
        self._watch.remember()

    def vacuum_into(self, target: Path) -> None:
        """Write all rows into a new file; call it inside `while_writing`.

        A file that was deleted or moved away still gives them, as long as it is open here.
        """
        if self._connection is not None and self._watch.is_intact():
            connection = self._connection
        else:
            connection = self._at_hand()
        connection.execute("VACUUM INTO ?", (os.fspath(target),))

    def close(self) -> None:
        """Let go of the file as it is."""
        if not self._is_open:
            return
        self._is_open = False
        wal = self._wal
        self._put_aside()
        for connection, watch in self._set_aside:
            if connection is not None:
                with contextlib.suppress(sqlite3.Error):  # its disk may be gone
                    connection.close()
            watch.close()
        if not self.path.exists():
            self._remove(wal)  # else it would be applied to the next file of this name
        self._lock.release()

    def _at_hand(self) -> sqlite3.Connection:
        """The open database, proven to be the one at the path."""
        if not self._watch.is_same():
            self._take_back()
        if self._connection is None:
            self._connection = self._connect()
            self._watch.remember()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        name = quote(os.fsencode(self.path.as_posix()))
        connection = sqlite3.connect(
            f"file:{name}?mode=rw", uri=True, isolation_level=None, timeout=0
        )
        try:
            guard(connection)
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
            log = Log(connection)
            self._require_same(log.id, log.last())
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
        except BaseException:
            connection.close()
            raise
        return connection

    def _require_same(self, file_id: str, last: tuple[int, bytes]) -> None:
        if (file_id, last) != (self._id, self._last):
            raise ReplacedError("replaced", self.path)

    def _take_back(self) -> None:
        """Go on in the file that is at the path now, if it holds exactly what ours held.

        So it is when a stick was pulled out and put back, or a synchronising program has put a
        copy in the file's place.

        Raises:
            ReplacedError: It holds something else.
            VanishedError: It is gone again.
        """
        try:
            raw = read_raw(self.path)
            if raw.main[:HEADER_BYTES] != self._watch.header:
                self._disown(raw)
                raise ReplacedError("replaced", self.path)
            found = prove(raw)
        except MissingError as error:
            raise VanishedError("vanished", self.path) from error
        except (sqlite3.DatabaseError, BrokenLogError) as error:
            raise ReplacedError("replaced", self.path) from error
        self._require_same(found.id, found.last)
        self._put_aside()
        if not self._lock.is_held():
            self._lock.release()
            self._lock = Lock(self.path)
        self._watch = Watch(self.path)

    def _disown(self, raw: RawFile) -> None:
        """Keep our write-ahead log from being applied to a file that is not ours.

        SQLite does not know to which file a log belongs. What is in it is in the draft as well.
        A file that is only beginning to be copied is left alone: it may be ours yet.
        """
        if len(raw.main) >= HEADER_BYTES:
            self._remove(self._wal)

    def _remove(self, ours: os.stat_result | None) -> None:
        """Remove a write-ahead log if it is this one of ours; SQLite may hold it open still."""
        wal = beside(self.path, "-wal")
        with contextlib.suppress(OSError):  # it went with its folder
            if ours is not None and os.path.samestat(wal.stat(), ours):
                os.truncate(wal, 0)
                wal.unlink()

    def _put_aside(self) -> None:
        """Stop using a connection, without closing it yet.

        Closing removes the write-ahead log by its name, and by now that may be another file's.
        """
        self._set_aside.append((self._connection, self._watch))
        self._connection = None
        self._wal = None
