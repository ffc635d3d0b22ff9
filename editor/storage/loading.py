"""Reading a release file and proving what is read, without changing anything on the disk."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from editor.storage.carving import carve
from editor.storage.errors import MissingError, NewerError, NotOursError, while_reading
from editor.storage.log import BrokenLogError, Log, Restored
from editor.storage.memory import in_memory
from editor.storage.pages import RawFile, read_header, read_raw
from editor.storage.recovery import recover
from editor.storage.schema import (
    APPLICATION_ID,
    HEADER_BYTES,
    MAGIC,
    PAGE_BYTES,
    VERSION,
    is_prepared,
)

MOST_SEARCHED = 16 * 1024 * 1024
"""The largest file without our marks in which rows of ours are looked for."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a release file holds.

    Attributes:
        raw: The file as it was read.
        id: The file's own id.
        last: The number and the hash of the last edits.
        restored: What leads to the present state.
        is_kept: Whether a checkpoint holds all of it.
    """

    raw: RawFile
    id: str
    last: tuple[int, bytes]
    restored: Restored
    is_kept: bool


def load(path: Path) -> Loaded:
    """Read a release file.

    Raises:
        MissingError: There is no such file, or it is a folder.
        NotOursError: It is not a release file.
        NewerError: A newer version of the program wrote it.
        DamagedError: It is damaged; what is whole is in a copy beside it.
        StorageError: It cannot be read.
    """
    with while_reading(path):
        if path.is_dir():
            raise MissingError("folder", path)
    raw = read_raw(path)
    _require_ours(path, raw)
    try:
        return prove(raw)
    except (sqlite3.DatabaseError, BrokenLogError) as error:
        raise recover(path, raw) from error


def prove(raw: RawFile) -> Loaded:
    """What a release file holds, each row of it that is needed proven.

    Raises:
        sqlite3.DatabaseError: The database is damaged.
        BrokenLogError: Its rows are.
    """
    with closing(in_memory(raw)) as connection:
        if len(raw.main) % PAGE_BYTES or not is_prepared(connection):
            raise sqlite3.DatabaseError("cut short, or not our tables")
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("its pages do not hang together")  # writing would harm it
        log = Log(connection)
        return Loaded(raw, log.id, log.last(), log.restore(), log.is_kept())


def is_release_file(path: Path) -> bool:
    """Whether a file has the marks of a release file; no for one that cannot be read."""
    try:
        return _is_marked(read_header(path))
    except OSError:
        return False


def _is_marked(header: bytes) -> bool:
    application = int.from_bytes(header[68:72], "big")
    return header.startswith(MAGIC) and application == APPLICATION_ID


def _require_ours(path: Path, raw: RawFile) -> None:
    """Tell a release file from everything else that bears its name.

    Raises:
        NotOursError: It is something else.
        NewerError: A newer version of the program wrote it.
        DamagedError: Its marks are gone, but it holds a release.
    """
    header = raw.main[:HEADER_BYTES]
    if _is_marked(header):
        version = int.from_bytes(header[60:64], "big")
        if version > VERSION:
            raise NewerError("newer", path)
        return
    if not raw.main and not raw.wal:
        raise NotOursError("empty", path)
    if not _is_of_another_program(raw) and len(raw.main) <= MOST_SEARCHED:
        salvage = carve(raw)
        if salvage:
            raise recover(path, raw, salvage)
    raise NotOursError("not_ours", path)


def _is_of_another_program(raw: RawFile) -> bool:
    """Whether this is a sound database with other tables than ours."""
    if not raw.main.startswith(MAGIC):
        return False
    try:
        with closing(in_memory(raw)) as connection:
            return not is_prepared(connection)
    except sqlite3.DatabaseError:
        return False
