"""Work beside the window: it gets values, never widgets, and its answer comes back as a signal."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal


class Worker(QObject):
    """One thread that does one job after the other.

    Signals:
        answered: A job's number and what it returned.
        failed: A job's number and what it raised.
    """

    answered = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._waiting: Future[Any] | None = None
        self._last = 0

    @property
    def last(self) -> int:
        """The number of the latest job: answers to earlier ones are stale."""
        return self._last

    def do(self, job: Callable[[], Any], *, instead: bool = False) -> int:
        """Do a job after those before it.

        Args:
            job: What to do; it must not touch a widget.
            instead: Whether it makes the one before it pointless, if that has not begun.

        Returns:
            The job's number, by which its answer is known.
        """
        if instead and self._waiting is not None:
            self._waiting.cancel()
        self._last += 1
        number = self._last
        self._waiting = self._pool.submit(job)
        self._waiting.add_done_callback(lambda future: self._report(number, future))
        return number

    def drain(self) -> None:
        """Wait until nothing is being done; a job that has not begun is given up."""
        if self._waiting is not None:
            self._waiting.cancel()
        self._pool.submit(lambda: None).result()

    def close(self) -> None:
        """Wait for the job that is being done, and end the thread."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _report(self, number: int, future: "Future[Any]") -> None:
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            self.answered.emit(number, future.result())
        else:
            self.failed.emit(number, error)
