"""Putting a finished document in place: whole or not at all, and never over another unasked."""

import contextlib
import os
import tempfile
from pathlib import Path

from editor.messages import BayanError


class SavingError(BayanError):
    """A document could not be put where it was wanted."""


def refuse_existing(path: Path, *, force: bool) -> None:
    """Refuse to write over a file unless a person has said so.

    Raises:
        SavingError: The path exists, or its folder does not.
    """
    if path.is_dir():
        raise SavingError("files.is_folder", path=path)
    if path.exists() and not force:
        raise SavingError("files.exists", path=path)
    if not path.parent.is_dir():
        raise SavingError("files.no_such_folder", path=path.parent)


def make_folder(path: Path) -> None:
    """Make a folder with all that it is in, unless it is there.

    Raises:
        SavingError: A file stands in its place, or nothing may be made there.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SavingError("files.unwritable", path=path, reason=error.strerror) from error


def write_whole(path: Path, data: bytes) -> None:
    """Put a complete file in place at once: a failure leaves what was there.

    Raises:
        SavingError: The disk is full, the folder is read-only, or the like.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.chmod(_permissions(path))
            unfinished.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):  # the failure itself is what matters
                unfinished.unlink()
            raise
    except OSError as error:
        raise SavingError("files.unwritable", path=path, reason=error.strerror) from error


def _permissions(path: Path) -> int:
    """Those of the file that is replaced, or those of any new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
