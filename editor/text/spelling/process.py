"""The spelling process seen from the program: started when it is needed, restarted when it fails.

The engine's suggestions hold the interpreter for up to half a second, and reading the Arabic
dictionary takes as long: neither may happen in a process with a window. A process that has died,
or does not answer in time, is replaced and asked once more; when that fails too, spelling rests
for a while and says nothing. It ends with the program, because nobody asks any more.
"""

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from editor.text.spelling.dictionaries import Dictionary

PATIENCE = 20.0
"""Seconds to wait for an answer, a slow computer's reading of a dictionary included."""
REST = 60.0
"""Seconds of silence after an answer could not be had."""
_ROOT = Path(__file__).resolve().parents[3]
_TRIES = 2


class _FailedError(Exception):
    """The process has died or does not answer."""


class _Running:
    """One process, with a thread that reads its answers."""

    def __init__(self, command: Sequence[str]) -> None:
        flags: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # what only Windows has
        self._process = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            creationflags=flags,
        )
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="spelling", daemon=True)
        self._reader.start()

    @property
    def number(self) -> int:
        """The process's id in the system."""
        return self._process.pid

    def send(self, question: dict[str, Any]) -> None:
        """Write a question, whose answer may be waited for."""
        if self._process.stdin is None or self._process.stdin.closed:
            raise _FailedError
        try:
            self._process.stdin.write(json.dumps(question).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise _FailedError from error

    def receive(self, number: int, patience: float) -> dict[str, Any]:
        """The answer to the question of this number; what was asked before is let go."""
        end = time.monotonic() + patience
        while True:
            try:
                line = self._lines.get(timeout=max(end - time.monotonic(), 0))
            except queue.Empty as error:
                raise _FailedError from error
            if not line:
                raise _FailedError
            said: dict[str, Any] = json.loads(line)
            if said["id"] == number:
                return said

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        if self._process.stdin is not None:
            with suppress(OSError):  # what was not sent is of no use to it any more
                self._process.stdin.close()

    def _read(self) -> None:
        if self._process.stdout is None:
            return
        with self._process.stdout as answers:
            for line in answers:
                self._lines.put(line)
        self._lines.put(b"")


class Process:
    """Asks the spelling process; safe to use from several threads.

    Attributes:
        patience: Seconds to wait for an answer before the process is replaced.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self.patience = patience
        self._command = [sys.executable, "-m", "editor.text.spelling.server"]
        self._running: _Running | None = None
        self._asked = 0
        self._rests_until = 0.0
        self._lock = threading.Lock()

    @property
    def number(self) -> int | None:
        """The id in the system of the process that is running, if one is."""
        return self._running.number if self._running is not None else None

    def open(self, language: str, files: Iterable[Dictionary]) -> None:
        """Begin to read dictionaries, without waiting for it."""
        with self._lock:
            try:
                self._send("open", language, files, ())
            except _FailedError:
                self._end()

    def ask(
        self, ask: str, language: str, files: Iterable[Dictionary], words: Iterable[str]
    ) -> object | None:
        """The answer to a question, or None if it could not be had."""
        files, words = tuple(files), tuple(words)
        with self._lock:
            if time.monotonic() < self._rests_until:
                return None
            for _ in range(_TRIES):
                try:
                    said = self._answer(ask, language, files, words)
                except _FailedError:
                    self._end()
                else:
                    if "answer" in said:
                        answer: object = said["answer"]
                        return answer
                    break
            self._rests_until = time.monotonic() + REST
            return None

    def close(self) -> None:
        """End the process; it starts again when it is asked again."""
        with self._lock:
            self._end()

    def _answer(
        self, ask: str, language: str, files: Iterable[Dictionary], words: Iterable[str]
    ) -> dict[str, Any]:
        running = self._send(ask, language, files, words)
        return running.receive(self._asked, self.patience)

    def _send(
        self, ask: str, language: str, files: Iterable[Dictionary], words: Iterable[str]
    ) -> _Running:
        if self._running is None:
            try:
                self._running = _Running(self._command)
            except OSError as error:
                raise _FailedError from error
        self._asked += 1
        question = {
            "id": self._asked,
            "ask": ask,
            "language": language,
            "files": [(str(one.folder), one.name) for one in files],
            "words": list(words),
        }
        self._running.send(question)
        return self._running

    def _end(self) -> None:
        if self._running is not None:
            self._running.end()
            self._running = None
