"""What can go wrong with a release file, each with its evidence and its sentence.

StorageError
├── MissingError         no such file or folder, or a folder where a file was meant
├── NotOursError         a picture, an empty file, another program's file
├── NewerError           written by a newer version of the program
├── AlreadyOpenError     open in another window, process or computer
├── ExistsError          a file is there that nobody said may be replaced
├── DamagedError         damaged; `copy` holds what was recovered, if anything was
│   └── HistoryError     the text is whole, an older version is not
└── UnsavedError         it cannot be written at present
├── ReadOnlyError    the file or its folder may only be read
├── FullError        no room on the disk
├── VanishedError    the file, its folder or its disk is gone
└── ReplacedError    another file has taken its place
"""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from editor.messages import BayanError


class StorageError(BayanError):
    """A release file could not be opened, read or written.

    Attributes:
        path: The file it is about.
    """

    def __init__(self, key: str, path: Path, **evidence: object) -> None:
        super().__init__(f"storage.{key}", path=path, **evidence)
        self.path = path


class MissingError(StorageError):
    """There is no such file or folder."""


class NotOursError(StorageError):
    """The file is something other than a release."""


class NewerError(StorageError):
    """A newer version of the program wrote the file."""


class AlreadyOpenError(StorageError):
    """The file is open elsewhere."""


class ExistsError(StorageError):
    """A file is there already, and nobody said that it may be replaced."""


class DamagedError(StorageError):
    """The file is damaged.

    Attributes:
        copy: The file beside it that holds what could be recovered, or None.
    """

    def __init__(
        self, key: str, path: Path, *, copy: Path | None = None, **evidence: object
    ) -> None:
        super().__init__(key, path, copy=copy, **evidence)
        self.copy = copy


class HistoryError(DamagedError):
    """The text is whole, but a part of its history is damaged."""


class UnsavedError(StorageError):
    """The file cannot be written at present; what was to be written is kept and tried again."""


class ReadOnlyError(UnsavedError):
    """The file or its folder may only be read."""


class FullError(UnsavedError):
    """There is no room on the disk."""


class VanishedError(UnsavedError):
    """The file, its folder or its disk is gone while the release is open."""


class ReplacedError(UnsavedError):
    """Another file has taken the place of the one that was opened."""


NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO})


@contextmanager
def while_reading(path: Path) -> Iterator[None]:
    """Say in our words what the system reports while a file is read.

    Raises:
        MissingError: There is no such file.
        StorageError: It may not be read, or its disk fails.
    """
    try:
        yield
    except OSError as error:
        if error.errno in GONE:
            raise MissingError("missing", path) from error
        raise StorageError("unreadable", path, reason=_reason(error)) from error


@contextmanager
def while_writing(path: Path, *, new: bool = False) -> Iterator[None]:
    """Say in our words what the system or the database reports while a file is written.

    Args:
        path: The file that is written.
        new: Whether it is not there yet, so that nothing of it is in danger.

    Raises:
        UnsavedError: It could not be written; the kind says why.
        DamagedError: The file is found to be damaged.
    """
    try:
        yield
    except OSError as error:
        raise _unsaved(path, error.errno, _reason(error), new=new) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        if code & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise DamagedError("damaged_while_open", path) from error
        raise _unsaved(path, _as_errno(code), str(error), new=new) from error


def _unsaved(path: Path, number: int | None, reason: str, *, new: bool) -> StorageError:
    """The error for a system error number while writing."""
    if number in NO_ROOM:
        return FullError("full_new" if new else "full", path)
    if number in READ_ONLY:
        return ReadOnlyError("read_only_folder" if new else "read_only_file", path)
    if number in GONE:
        return MissingError("no_folder", path.parent) if new else VanishedError("vanished", path)
    return UnsavedError("failed_new" if new else "failed", path, reason=reason)


def _as_errno(code: int) -> int | None:
    """The system's number for a primary result code of SQLite, where there is one."""
    return {
        sqlite3.SQLITE_FULL: errno.ENOSPC,
        sqlite3.SQLITE_READONLY: errno.EROFS,
        sqlite3.SQLITE_PERM: errno.EACCES,
        sqlite3.SQLITE_CANTOPEN: errno.ENOENT,
    }.get(code & 0xFF)


def _reason(error: OSError) -> str:
    return error.strerror or os.strerror(error.errno or errno.EIO)
