"""What the writer's thread does with a release file: writing, checkpoints, copies, closing."""

import contextlib
from collections.abc import Iterable
from pathlib import Path

from editor.messages import BayanError
from editor.storage.condensing import Condense, Condensed
from editor.storage.database import Database
from editor.storage.errors import DamagedError, StorageError, UnsavedError, while_writing
from editor.storage.loading import Loaded, load
from editor.storage.lock import Lock
from editor.storage.log import BrokenLogError, Log, Restored, Version
from editor.storage.placing import followed, place
from editor.storage.rows import Burst, now

LONGEST_TAIL = 500
"""How many updates may follow a checkpoint before the next is made."""


class Store:
    """One release file, from its opening to its closing."""

    def __init__(self, path: Path, loaded: Loaded, lock: Lock, condense: Condense) -> None:
        """Watch over a file that was read; nothing is written yet.

        Raises:
            UnsavedError: It cannot be opened for writing.
        """
        self._condense = condense
        self._begin(path, loaded, lock)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._database.path

    @property
    def needs_checkpoint(self) -> bool:
        """Whether many updates follow the last checkpoint."""
        return self._tail >= LONGEST_TAIL

    @property
    def is_eased(self) -> bool:
        """Whether the main file alone holds everything that was written."""
        return self._is_eased

    def write(self, bursts: Iterable[Burst]) -> None:
        """Put edits on the disk; when this returns, they are there.

        Raises:
            StorageError: They are not.
        """
        with while_writing(self.path):
            log = self._database.log()
            with log.transaction():
                for burst in bursts:
                    log.append(burst)
                    self._tail += len(burst.updates)
            self._wrote(log)

    def keep(self, label: str = "") -> None:
        """Make a checkpoint and mirror the content; without a label only where one is due.

        Raises:
            StorageError: It could not be written.
        """
        with while_writing(self.path):
            log = self._database.log()
            if label or not log.is_kept():
                condensed = self._condensed(log)
                with log.transaction():
                    log.keep(condensed.state, condensed.mirror, label)
                self._wrote(log)
        self._tail = 0

    def ease(self) -> None:
        """Move what was written into the main file, so that a copy of it alone is complete.

        Raises:
            StorageError: It could not be moved; it is on the disk all the same.
        """
        with while_writing(self.path):
            self._database.ease()
        self._is_eased = True

    def versions(self) -> tuple[Version, ...]:
        """The states that were kept, the oldest first.

        Raises:
            StorageError: The file cannot be read.
        """
        with while_writing(self.path):
            return self._database.log().versions()

    def restore(self, seq: int | None = None) -> Restored:
        """What leads to the state after certain edits, by default the last.

        Raises:
            BrokenLogError: Edits that are needed are missing or damaged.
            StorageError: The file cannot be read.
        """
        with while_writing(self.path):
            return self._database.log().restore(seq)

    def verify(self) -> None:
        """Prove every one of the edits.

        Raises:
            BrokenLogError: Some are missing or damaged.
            StorageError: The file cannot be read.
        """
        with while_writing(self.path):
            self._database.log().verify()

    def copy_to(self, target: Path, unsaved: bytes | None, *, force: bool = False) -> None:
        """Write a complete copy, with its history and under an id of its own.

        Args:
            target: Where it is to be.
            unsaved: An update that holds everything, if this file could not be brought up to
                date. The history is left behind then if it cannot be read any more.
            force: Whether a file that is there is replaced.

        Raises:
            StorageError: It could not be written; what was there before is whole.
        """

        def fill(log: Log) -> None:
            if unsaved is not None:
                log.append(Burst("", now(), (unsaved,)))
            log.renew_id()
            condensed = self._condensed(log)
            log.keep(condensed.state, condensed.mirror)

        try:
            place(target, fill, copy=self._database.vacuum_into, force=force)
        except (UnsavedError, DamagedError):
            if unsaved is None:
                raise
            place(target, fill, force=force)

    def move_to(self, target: Path, unsaved: bytes | None, *, force: bool = False) -> None:
        """Write a complete copy and go on in it; see `copy_to`."""
        target = followed(target)
        lock = Lock(target)
        try:
            self.copy_to(target, unsaved, force=force)
            loaded = load(target)
        except BaseException:
            lock.release()
            raise
        with contextlib.suppress(StorageError):  # all that the old file could be given, it has
            self.close()
        self._begin(target, loaded, lock)

    def close(self) -> None:
        """Make it one file that stands alone, and let others have it.

        Raises:
            StorageError: It is not one file; what was written is on the disk all the same, and
                the next closing does the rest.
        """
        try:
            if self._database.is_in_use or not self._was_settled:
                self.keep()
                with while_writing(self.path):
                    self._database.settle()
        finally:
            self._database.close()

    def discard(self) -> None:
        """Let go of the file as it is."""
        self._database.close()

    def _begin(self, path: Path, loaded: Loaded, lock: Lock) -> None:
        self._database = Database(path, loaded, lock)
        self._tail = loaded.restored.tail
        self._was_settled = loaded.raw.is_settled and loaded.is_kept
        self._is_eased = True

    def _wrote(self, log: Log) -> None:
        self._database.wrote(log.last())
        self._is_eased = False

    def _condensed(self, log: Log) -> Condensed:
        """The present state, made from what is on the disk: so it is proven to be readable."""
        try:
            return self._condense(log.restore().updates)
        except (BrokenLogError, BayanError) as error:
            raise DamagedError("damaged_while_open", self.path) from error
