"""Whether the file at a path is still the one that was opened."""

import os
from pathlib import Path

from editor.storage.schema import HEADER_BYTES


class Watch:
    """Remembers a file by its place on the disk and by its first bytes.

    SQLite changes these bytes whenever it changes the file; another program that replaces the
    file, or writes an older copy over it, changes one or the other. The file stays open here
    until SQLite has closed it, because on POSIX closing it earlier would drop SQLite's locks.
    """

    def __init__(self, path: Path) -> None:
        """Remember a file.

        Raises:
            OSError: It cannot be opened for writing.
        """
        self._path = path
        self._descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        self._opened = os.fstat(self._descriptor)
        self.header = self._read()

    def is_same(self) -> bool:
        """Whether the path still leads to the file that was remembered, as it was.

        Raises:
            OSError: The path leads nowhere.
        """
        found = self._path.stat()
        return os.path.samestat(found, self._opened) and self.is_intact()

    def is_intact(self) -> bool:
        """Whether the file, wherever it is by now, begins as it did."""
        return self._read() == self.header

    def remember(self) -> None:
        """Take what the file begins with now for right: we changed it ourselves."""
        self.header = self._read()

    def close(self) -> None:
        """Stop watching."""
        os.close(self._descriptor)

    def _read(self) -> bytes:
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        return os.read(self._descriptor, HEADER_BYTES)
