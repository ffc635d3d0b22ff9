"""What a release file is: its marks in the SQLite header, its tables, its number.

updates      the edits, append-only, the truth
checkpoints  the whole state now and then, so that opening is quick; any may be lost
content      the release as JSON, for readers without the engine; never read back
about        the file's own id, and what made it
"""

import sqlite3
from functools import cache

APPLICATION_ID = 0x42594E31
"""``BYN1``, at byte 68 of the file (SQLite's file format, section 1.3)."""
VERSION = 1
"""Raised whenever an older program could no longer read what a newer one writes."""
PAGE_BYTES = 4096
MAGIC = b"SQLite format 3\x00"
HEADER_BYTES = 100

TABLES = """
CREATE TABLE updates (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    count INTEGER NOT NULL,
    hash BLOB NOT NULL,
    payload BLOB NOT NULL
) STRICT;
CREATE TABLE checkpoints (
    number INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    label TEXT NOT NULL,
    hash BLOB NOT NULL,
    payload BLOB NOT NULL
) STRICT;
CREATE TABLE content (
    seq INTEGER PRIMARY KEY,
    json TEXT NOT NULL
) STRICT;
CREATE TABLE about (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
"""


def prepare(connection: sqlite3.Connection) -> None:
    """Make an empty database an empty release file."""
    connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    connection.executescript(TABLES)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def is_prepared(connection: sqlite3.Connection) -> bool:
    """Whether a database has our tables and nothing else: no trigger, no view.

    Raises:
        sqlite3.DatabaseError: The database is damaged.
    """
    return _objects(connection) == _expected()


def _objects(connection: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    rows = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")
    return frozenset(rows.fetchall())


@cache
def _expected() -> frozenset[tuple[str, ...]]:
    connection = sqlite3.connect(":memory:")
    try:
        prepare(connection)
        return _objects(connection)
    finally:
        connection.close()
