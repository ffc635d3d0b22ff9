"""The thread that puts edits on the disk, whatever the rest of the program is doing.

Edits are gathered for a moment, so that a burst of typing is one row. What could not be written
is kept and tried again until it is written, or until its owner lets it go.
"""

import atexit
import contextlib
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from time import monotonic
from typing import Any, Generic, TypeVar

from editor.storage.errors import StorageError, UnsavedError
from editor.storage.rows import Burst, now
from editor.storage.store import Store

T = TypeVar("T")
Report = Callable[[StorageError | None], None]

GATHERING = 0.3
"""Seconds from the first edit of a burst to its writing; every edit is to be safe within one."""
RETRYING = 2.0
"""Seconds between attempts at a disk that refuses."""
EASING = 10.0
"""Seconds after which what was written is moved into the main file, for those who copy it."""
NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class _Edit:
    author: str
    at: int
    update: bytes


class _Call(Generic[T]):
    """Something to be done with the store on the writer's thread."""

    def __init__(self, function: Callable[[Store], T], *, even_if_unsaved: bool) -> None:
        self._function = function
        self._even_if_unsaved = even_if_unsaved
        self._is_done = threading.Event()
        self._result: list[T] = []
        self._error: BaseException | None = None

    def run(self, store: Store, failure: StorageError | None) -> None:
        """Do it on the writer's thread."""
        if failure is not None and not self._even_if_unsaved:
            self._error = failure
        else:
            try:
                self._result.append(self._function(store))
            except BaseException as error:  # noqa: BLE001 - it is raised where the call was made
                self._error = error
        self._is_done.set()

    def result(self) -> T:
        """Wait for the result on the caller's thread, or raise what the function raised."""
        self._is_done.wait()
        if self._error is not None:
            raise self._error
        return self._result[0]


class Writer:
    """Writes edits to a store from a thread of its own."""

    def __init__(self, store: Store, report: Report) -> None:
        """Start the thread.

        Args:
            store: Where to write; used by this thread alone from now on.
            report: Called on this thread, with an error when something begins to fail and with
                None when all is well again. It must not wait for the writer.
        """
        self._store = store
        self._report = report
        self._changed = threading.Condition()
        self._edits: deque[_Edit] = deque()
        self._calls: deque[_Call[Any]] = deque()
        self._write_at = self._ease_at = NEVER
        self._problems: dict[str, StorageError] = {}
        self._is_stopped = False
        self._thread = threading.Thread(target=self._run, name="release-writer", daemon=True)
        self._thread.start()
        atexit.register(self._stop_at_exit)

    def append(self, author: str, update: bytes) -> None:
        """Take an update for the disk; returns at once."""
        with self._changed:
            self._edits.append(_Edit(author, now(), update))
            if self._write_at == NEVER:
                self._write_at = monotonic() + GATHERING
                self._changed.notify()

    def call(self, function: Callable[[Store], T], *, even_if_unsaved: bool = False) -> T:
        """Write everything that was taken, then do something with the store, and wait for it.

        Raises:
            StorageError: Edits could not be written, unless that is no matter.
            BaseException: Whatever the function raises.
        """
        call = _Call(function, even_if_unsaved=even_if_unsaved)
        with self._changed:
            if self._is_stopped:
                raise RuntimeError("the file is closed")
            self._calls.append(call)
            self._changed.notify()
        return call.result()

    def stop(self, *, even_if_unsaved: bool = False) -> None:
        """Write everything, close the store and end the thread.

        Raises:
            StorageError: Edits could not be written; the thread goes on trying.
        """
        if self._is_stopped:
            return
        self.call(self._finish, even_if_unsaved=even_if_unsaved)
        self._thread.join()
        atexit.unregister(self._stop_at_exit)

    def _run(self) -> None:
        while not self._is_stopped:
            self._work(self._wait())

    def _work(self, calls: Iterable["_Call[Any]"]) -> None:
        """Write what is due, answer the calls, and look after the file."""
        failure = self._write() if calls or monotonic() >= self._write_at else None
        for call in calls:
            call.run(self._store, failure)
        if self._is_stopped:
            return
        if self._store.needs_checkpoint:
            self._do("keep", self._store.keep)
        if monotonic() >= self._ease_at:
            failure = self._do("ease", self._store.ease)
            self._ease_at = NEVER if failure is None else monotonic() + EASING

    def _wait(self) -> list["_Call[Any]"]:
        """Wait until there is something to do; the calls that were made meanwhile."""
        with self._changed:
            while not self._calls:
                left = min(self._write_at, self._ease_at) - monotonic()
                if left <= 0:
                    break
                self._changed.wait(None if left == NEVER else left)
            calls = list(self._calls)
            self._calls.clear()
            return calls

    def _write(self) -> StorageError | None:
        """Write all edits that were taken, or say why they could not be."""
        with self._changed:
            edits = list(self._edits)
            self._write_at = NEVER
        if not edits:
            return None
        failure = self._do("write", lambda: self._store.write(_bursts(edits)))
        with self._changed:
            if failure is None:
                for _ in edits:
                    self._edits.popleft()
                self._ease_at = min(self._ease_at, monotonic() + EASING)
            if self._edits:
                self._write_at = monotonic() + (GATHERING if failure is None else RETRYING)
        return failure

    def _do(self, task: str, function: Callable[[], None]) -> StorageError | None:
        """Do a task of our own and report when it begins or ceases to fail."""
        before = self._shown()
        failure: StorageError | None = None
        try:
            function()
        except StorageError as error:
            failure = error
        except BaseException as fault:  # noqa: BLE001 - no fault of ours may end the saving
            failure = UnsavedError("failed", self._store.path, reason=type(fault).__name__)
            failure.__cause__ = fault
        if failure is None:
            self._problems.pop(task, None)
        else:
            self._problems[task] = failure
        shown = self._shown()
        if (shown and shown.key) != (before and before.key):
            self._tell(shown)
        return failure

    def _shown(self) -> StorageError | None:
        """The gravest of the present problems: that edits cannot be written comes first."""
        return min(self._problems.items(), default=(None, None), key=lambda p: p[0] != "write")[1]

    def _tell(self, problem: StorageError | None) -> None:
        try:
            self._report(problem)
        except Exception:  # noqa: BLE001 - whoever listens may fail, and edits must go on
            sys.excepthook(*sys.exc_info())

    def _finish(self, store: Store) -> None:
        """Close the store. What was written is safe even if it cannot be made one file now."""
        self._is_stopped = True
        self._do("close", store.close)

    def _stop_at_exit(self) -> None:
        """Write what a program that ends without closing its files has left."""
        with contextlib.suppress(StorageError):  # nobody is there any more to be told
            self.stop()


def _bursts(edits: Iterable[_Edit]) -> Iterator[Burst]:
    """Edits that follow each other by the same person, together."""
    for author, group in groupby(edits, key=lambda edit: edit.author):
        together = list(group)
        yield Burst(author, together[0].at, tuple(edit.update for edit in together))
