"""The release file: `NAME.bayan`, one SQLite database that never loses an acknowledged edit."""

from editor.storage.errors import (
    AlreadyOpenError,
    DamagedError,
    ExistsError,
    FullError,
    HistoryError,
    MissingError,
    NewerError,
    NotOursError,
    ReadOnlyError,
    ReplacedError,
    StorageError,
    UnsavedError,
    VanishedError,
)
from editor.storage.file import ReleaseFile, read_draft, read_release
from editor.storage.loading import is_release_file
from editor.storage.log import Version

__all__ = [
    "AlreadyOpenError",
    "DamagedError",
    "ExistsError",
    "FullError",
    "HistoryError",
    "MissingError",
    "NewerError",
    "NotOursError",
    "ReadOnlyError",
    "ReleaseFile",
    "ReplacedError",
    "StorageError",
    "UnsavedError",
    "VanishedError",
    "Version",
    "is_release_file",
    "read_draft",
    "read_release",
]
