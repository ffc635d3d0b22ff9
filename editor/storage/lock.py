"""One window at a time: the note beside an open file that says who has it open.

The note is a small hidden file, locked by the system for as long as the process lives. A process
that is killed leaves the note behind, but not the lock, and the next opening takes it over. A
lock on the release file itself would not do: on POSIX, any part of the program that opens and
closes that file drops it.
"""

import contextlib
import errno
import getpass
import json
import os
import platform
import sys
from pathlib import Path

from editor.storage.errors import AlreadyOpenError, while_writing

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MOST_NOTE_BYTES = 4096
LOCKED_BYTE = 1 << 30
"""Far behind the note, since Windows keeps others from reading the bytes that are locked."""
NO_LOCKS_HERE = frozenset(
    {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL}
)


class Lock:
    """The right to write a release file; held from the moment it is made."""

    def __init__(self, path: Path) -> None:
        """Take the right to write a file.

        Raises:
            AlreadyOpenError: Another window, process or computer has it.
            UnsavedError: The folder may only be read, or fails.
        """
        self._note = note_of(path)
        with while_writing(path, new=True):
            self._descriptor = self._take(path)

    def is_held(self) -> bool:
        """Whether the note on the disk is still the one that is locked here."""
        return self._descriptor >= 0 and self._is_mine(self._descriptor)

    def release(self) -> None:
        """Let others have the file. A note whose folder has gone is left alone."""
        if self._descriptor < 0:
            return
        is_mine = self._is_mine(self._descriptor)
        if sys.platform == "win32":
            os.close(self._descriptor)  # an open file cannot be removed there
            self._remove(is_mine=is_mine)
        else:
            self._remove(is_mine=is_mine)
            os.close(self._descriptor)
        self._descriptor = -1

    def _remove(self, *, is_mine: bool) -> None:
        with contextlib.suppress(OSError):  # a note without a lock is no obstacle
            if is_mine:
                self._note.unlink()

    def _take(self, path: Path) -> int:
        while True:
            descriptor = os.open(self._note, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                _lock(descriptor, path)
                # The holder before us may have removed the note between our opening and locking.
                if self._is_mine(descriptor):
                    _write_note(descriptor)
                    return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)

    def _is_mine(self, descriptor: int) -> bool:
        """Whether the note on the disk is the one that is open here."""
        try:
            return os.path.samestat(os.fstat(descriptor), self._note.stat())
        except OSError:  # it is gone, or its folder or disk is
            return False


def note_of(path: Path) -> Path:
    """The note beside a release file."""
    return path.with_name(f".{path.name}.open")


def _lock(descriptor: int, path: Path) -> None:
    """Lock the open note of a release file. Where there are no locks, nobody has any.

    Raises:
        AlreadyOpenError: It is locked already.
    """
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in NO_LOCKS_HERE:
            return
        raise AlreadyOpenError("already_open", path, **_read_note(descriptor)) from error


def _write_note(descriptor: int) -> None:
    note = {"user": _user(), "computer": platform.node() or "?"}
    with contextlib.suppress(OSError):  # the lock is what counts; the disk may be full
        # Some disks are made to write at once what is cut and written again: only where needed.
        if os.fstat(descriptor).st_size:
            os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(note).encode())


def _read_note(descriptor: int) -> dict[str, str]:
    """Who has the file; question marks where the note does not say."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        note = json.loads(os.read(descriptor, MOST_NOTE_BYTES))
    except (OSError, ValueError):
        note = None
    note = note if isinstance(note, dict) else {}
    return {name: str(note.get(name) or "?") for name in ("user", "computer")}


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
