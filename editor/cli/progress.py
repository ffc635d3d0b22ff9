"""A bar on a terminal that says how far a long command has come."""

import shutil
from typing import TextIO

_FULL, _EMPTY = "█", "░"
_MOST = 40
_CLEAR = "\r\x1b[K"


class Bar:
    """A bar of so many steps; where nobody looks (no terminal) it says nothing."""

    def __init__(self, stream: TextIO, steps: int) -> None:
        self._stream = stream
        self._steps = steps
        self._done = 0
        self._is_seen = stream.isatty()
        self._draw()

    def advance(self) -> None:
        """One more step is done."""
        self._done += 1
        self._draw()

    def clear(self) -> None:
        """Leave the line to others."""
        self._write(_CLEAR)

    def _draw(self) -> None:
        count = f" {self._done}/{self._steps}"
        room = min(shutil.get_terminal_size().columns - len(count) - 1, _MOST)
        full = room * self._done // self._steps
        self._write(f"{_CLEAR}{_FULL * full}{_EMPTY * (room - full)}{count}")

    def _write(self, text: str) -> None:
        if self._is_seen:
            self._stream.write(text)
            self._stream.flush()
