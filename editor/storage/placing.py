"""Putting a new release file in place: complete or not at all, and never over another unasked."""

import contextlib
import errno
import os
import secrets
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from editor.storage.errors import ExistsError, MissingError, while_writing
from editor.storage.log import Log
from editor.storage.pages import beside

LEFT_BESIDE = ("-wal", "-journal", "-shm")
NO_HARD_LINKS = frozenset(
    {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.EINVAL}
)


def followed(path: Path) -> Path:
    """Where the file itself lies: SQLite keeps what belongs to it beside it, not beside a link."""
    try:
        return path.resolve() if path.is_symlink() else path.absolute()
    except (OSError, RuntimeError):  # a link to itself, a name that is too long: told later
        return path


def refuse_to_replace(path: Path, *, force: bool) -> None:
    """Refuse to write where a folder is, or a file that nobody said may be replaced.

    Raises:
        MissingError: The path is a folder, or there is no folder to write it in.
        ExistsError: A file is there.
        UnsavedError: There can be no file of this name.
    """
    with while_writing(path, new=True):
        if path.is_dir():
            raise MissingError("folder", path)
        if not path.parent.is_dir():
            raise MissingError("no_folder", path.parent)
        if os.path.lexists(path) and not force:
            raise ExistsError("exists", path)


def place(
    path: Path,
    fill: Callable[[Log], None],
    *,
    copy: Callable[[Path], None] | None = None,
    force: bool = False,
) -> None:
    """Make a release file under another name, and give it its own when it is complete.

    Args:
        path: Where it is to be.
        fill: Writes the rows, inside a transaction.
        copy: Makes the file that `fill` goes on with; by default it starts empty.
        force: Whether a file that is there is replaced.

    Raises:
        StorageError: It could not be made; what was there before is whole.
    """
    refuse_to_replace(path, force=force)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with while_writing(path, new=True):
            if copy is not None:
                copy(unfinished)
            with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
                # A file that nobody knows yet needs no journal: it is synchronised as a whole.
                connection.execute("PRAGMA journal_mode = OFF")
                connection.execute("PRAGMA synchronous = OFF")
                log = Log.new(connection) if copy is None else Log(connection)
                with log.transaction():
                    fill(log)
            _synchronise(unfinished)
            _give_name(unfinished, path, force=force)
            synchronise_folder(path.parent)
    finally:
        for suffix in ("", *LEFT_BESIDE):
            with contextlib.suppress(OSError):  # the failure itself is what matters
                beside(unfinished, suffix).unlink(missing_ok=True)


def _give_name(unfinished: Path, path: Path, *, force: bool) -> None:
    if force and path.exists():
        shutil.copymode(path, unfinished)
        _settle(path)
        _remove_left_beside(path)
        unfinished.replace(path)
        return
    # SQLite would apply what an earlier file of this name left behind to the new one.
    _remove_left_beside(path)
    try:
        _rename_to_new(unfinished, path)
    except FileExistsError as error:
        raise ExistsError("exists", path) from error


def _rename_to_new(unfinished: Path, path: Path) -> None:
    """Rename a file where no other is, even if another appears at this very moment.

    Raises:
        FileExistsError: One is there.
    """
    if sys.platform != "win32":  # there, renaming never replaces
        try:
            os.link(unfinished, path)
        except OSError as error:
            if error.errno not in NO_HARD_LINKS:
                raise
            # No hard links on this disk (FAT): a look before renaming is the best there is.
            if os.path.lexists(path):
                raise FileExistsError(path) from error
        else:
            return
    unfinished.rename(path)


def _settle(path: Path) -> None:
    """Move what a killed process left beside a file into it, while it still stands.

    The file is about to be replaced; should that fail at the last moment, it is whole.
    """
    if not any(beside(path, suffix).exists() for suffix in LEFT_BESIDE):
        return
    with contextlib.suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _remove_left_beside(path: Path) -> None:
    for suffix in LEFT_BESIDE:
        beside(path, suffix).unlink(missing_ok=True)


def _synchronise(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def synchronise_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can be asked for it."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(descriptor)
