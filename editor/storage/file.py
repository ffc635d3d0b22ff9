"""The release file as the rest of the program sees it: a draft that keeps itself on the disk."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from editor.messages import BayanError
from editor.release.content import Release
from editor.release.draft import Draft
from editor.storage.condensing import condense
from editor.storage.errors import DamagedError, HistoryError, StorageError
from editor.storage.loading import Loaded, load
from editor.storage.lock import Lock
from editor.storage.log import BrokenLogError, Log, Version
from editor.storage.pages import read_raw
from editor.storage.placing import followed, place, refuse_to_replace
from editor.storage.rows import Burst, now
from editor.storage.store import Store
from editor.storage.writer import Report, Writer


class ReleaseFile:
    """A `.bayan` file that is open: make one with `create` or `open`.

    Every edit of the draft is on the disk within a second, written by a thread of its own. The
    draft belongs to the thread that opened the file, and so do the methods here.

    Attributes:
        path: Where the file is.
        draft: The release that it holds.
    """

    def __init__(self, path: Path, draft: Draft, loaded: Loaded, lock: Lock) -> None:
        """Take over a file that was read and locked.

        Raises:
            UnsavedError: It cannot be opened for writing.
        """
        self.path = path
        self.draft = draft
        self._listeners: list[Report] = []
        self._problem: StorageError | None = None
        if loaded.restored.skipped:
            self._problem = HistoryError("history", path)
        self._writer = Writer(Store(path, loaded, lock, condense), self._tell)
        self._stop_listening = draft.on_update(self._take)
        self._is_open = True

    @classmethod
    def create(cls, path: Path, draft: Draft, *, force: bool = False) -> Self:
        """Put a draft into a new file and keep it there.

        Args:
            path: Where the file is to be.
            draft: The release.
            force: Whether a file that is there is replaced; only a complete one replaces it.

        Raises:
            ExistsError: A file is there already.
            AlreadyOpenError: A file is there and open.
            StorageError: It could not be written; what was there before is whole.
        """
        path = followed(path)
        refuse_to_replace(path, force=force)
        state = draft.updates_since(None)
        condensed = condense([state])

        def fill(log: Log) -> None:
            log.append(Burst(draft.author, now(), (state,)))
            log.keep(condensed.state, condensed.mirror)

        lock = Lock(path)
        try:
            place(path, fill, force=force)
            return cls(path, draft, load(path), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, *, author: str = "") -> Self:
        """Open a file to go on writing in it.

        Args:
            path: Where it is.
            author: Who edits.

        Raises:
            MissingError: There is no such file, or it is a folder.
            NotOursError: It is not a release file.
            NewerError: A newer version of the program wrote it.
            AlreadyOpenError: It is open in another window, process or computer.
            DamagedError: It is damaged; its `copy` holds what was recovered.
            ReadOnlyError: It may only be read: `read_release` can.
            StorageError: It cannot be read.
        """
        path = followed(path)
        loaded = load(path)
        lock = Lock(path)
        try:
            if read_raw(path) != loaded.raw:  # another window has written between the two
                loaded = load(path)
            return cls(path, _draft(path, loaded, author), loaded, lock)
        except BaseException:
            lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            self.close()
        except BaseException:
            self.abandon()
            raise

    def on_problem(self, callback: Report) -> Callable[[], None]:
        """Be told when the file cannot be written, and with None when it can be again.

        The callback runs on the writer's thread and must not wait for the file: hand the news
        over. A problem that is already there is told at once, on the caller's thread.

        Returns:
            Call it to be told no more.
        """
        self._listeners.append(callback)
        if self._problem is not None:
            callback(self._problem)

        def stop() -> None:
            with contextlib.suppress(ValueError):  # it was called before
                self._listeners.remove(callback)

        return stop

    @property
    def problem(self) -> StorageError | None:
        """Why the file cannot be written at present, or what else is wrong with it."""
        return self._problem

    def flush(self) -> None:
        """Wait until every edit is on the disk.

        Raises:
            StorageError: They could not be written; they are kept, and tried again.
        """
        self._writer.call(lambda _: None)

    def close(self) -> None:
        """Write every edit, make the file stand alone, and let others have it.

        Raises:
            StorageError: Edits could not be written: the file stays open, and they are tried
                again. `save_as` and `abandon` are the ways out.
        """
        if self._is_open:
            self._writer.stop()
            self._is_open = False
            self._stop_listening()

    def abandon(self) -> None:
        """Close, giving up what cannot be written."""
        if self._is_open:
            self._is_open = False
            self._stop_listening()
            self._writer.stop(even_if_unsaved=True)

    def save_copy(self, target: Path, *, force: bool = False) -> None:
        """Write a complete copy of the file as it is now, and go on in this one.

        It works even while this file cannot be written; the history is left out then if it
        cannot be read any more.

        Raises:
            StorageError: The copy could not be written.
        """
        target = followed(target)
        refuse_to_replace(target, force=force)
        unsaved = self._unsaved()
        lock = Lock(target)
        try:
            self._writer.call(
                lambda store: store.copy_to(target, unsaved, force=force), even_if_unsaved=True
            )
        finally:
            lock.release()

    def save_as(self, target: Path, *, force: bool = False) -> None:
        """Write a complete copy and go on in it; the old file stays as it was last written.

        Raises:
            StorageError: It could not be written; nothing has changed.
        """
        target = followed(target)
        refuse_to_replace(target, force=force)
        unsaved = self._unsaved()
        self._writer.call(
            lambda store: store.move_to(target, unsaved, force=force), even_if_unsaved=True
        )
        self.path = target

    def name_version(self, label: str) -> None:
        """Keep the release as it is now under a name, such as "sent for approval".

        Raises:
            StorageError: It could not be written.
        """
        self._writer.call(lambda store: store.keep(label))

    def versions(self) -> tuple[Version, ...]:
        """The versions that were kept, the oldest first; between them, `at` has any other.

        Raises:
            StorageError: The file cannot be read.
        """
        return self._writer.call(lambda store: store.versions())

    def at(self, seq: int) -> Release:
        """The release as it was after certain edits: a version's `seq`, or any before the last.

        Raises:
            HistoryError: That part of the history is damaged.
            StorageError: The file cannot be read.
        """
        try:
            restored = self._writer.call(lambda store: store.restore(seq))
        except BrokenLogError as error:
            raise HistoryError("history_lost", self.path) from error
        if not restored.updates:
            raise HistoryError("history_lost", self.path)
        return Draft.from_updates(restored.updates).snapshot()

    def verify(self) -> None:
        """Prove the whole history by its hashes.

        Raises:
            HistoryError: A part of it is damaged.
            StorageError: The file cannot be read.
        """
        try:
            self._writer.call(lambda store: store.verify())
        except BrokenLogError as error:
            raise HistoryError("history", self.path) from error

    def _take(self, update: bytes) -> None:
        self._writer.append(self.draft.author, update)

    def _tell(self, problem: StorageError | None) -> None:
        self._problem = problem
        for callback in tuple(self._listeners):
            callback(problem)

    def _unsaved(self) -> bytes | None:
        """An update that holds everything, if the file does not; None if it does."""
        try:
            self.flush()
        except StorageError:
            return self.draft.updates_since(None)
        return None


def read_release(path: Path) -> Release:
    """The release in a file, as `read_draft` reads it."""
    return read_draft(path).snapshot()


def read_draft(path: Path) -> Draft:
    """Read a release file without opening it: nothing is written or locked.

    It works while another window has the file open, and where it may only be read.

    Raises:
        StorageError: See `ReleaseFile.open`.
    """
    path = followed(path)
    return _draft(path, load(path), "")


def _draft(path: Path, loaded: Loaded, author: str) -> Draft:
    """The draft that a file holds.

    Raises:
        DamagedError: Its rows are as they were written, but not by this program.
    """
    if not loaded.restored.updates:
        raise DamagedError("damaged_beyond", path)
    try:
        return Draft.from_updates(loaded.restored.updates, author=author)
    except BayanError as error:
        raise DamagedError("damaged_beyond", path) from error
