"""Opening what a command was given: a release file, or a text that is read."""

from dataclasses import dataclass
from pathlib import Path

from editor.house import load_house
from editor.house.style import House
from editor.messages import BayanError
from editor.reading import read_text
from editor.release.content import Release
from editor.release.source import Source

MOST_BYTES = 64 * 1024 * 1024
_DATABASE = b"SQLite format 3"


class FileError(BayanError):
    """A file could not be read."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A release with the house it is checked and written in.

    Attributes:
        source: The text it was read from; None if it came from a `.bayan` file.
    """

    release: Release
    house: House
    source: Source | None


def open_file(path: Path, house_name: str) -> Opened:
    """Open a `.bayan` file or read a text.

    Raises:
        BayanError: The file or the house could not be read, in a sentence.
    """
    house = load_house(house_name)
    if path.is_dir():
        raise FileError("files.is_folder", path=path)
    if not path.exists():
        raise FileError("files.no_such_file", path=path)
    if path.suffix == ".bayan" or _is_database(path):
        from editor.storage import is_release_file, read_release  # noqa: PLC0415 - only when it is needed

        if path.suffix == ".bayan" or is_release_file(path):
            return Opened(read_release(path), house, None)
    return _read(path, house)


def _is_database(path: Path) -> bool:
    """Whether a file begins as every release file does, and some others."""
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def _read(path: Path, house: House) -> Opened:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileError("files.unreadable", path=path, reason=error.strerror) from error
    reading = read_text(data, house=house)
    return Opened(reading.release, house, reading.source)
