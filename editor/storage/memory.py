"""A release file in memory, as a database that cannot harm anything."""

import sqlite3

from editor.storage.pages import RawFile
from editor.storage.rows import MOST_BYTES


def in_memory(raw: RawFile) -> sqlite3.Connection:
    """A database of what was read from a file; it knows the file no more.

    Raises:
        sqlite3.DatabaseError: It is no database.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(raw.image())
        guard(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def guard(connection: sqlite3.Connection) -> None:
    """Keep a file of unknown origin from doing more than being read."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
