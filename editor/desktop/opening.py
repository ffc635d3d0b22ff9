"""Opening what a person names: a release file, or a text that becomes one.

A release is on the disk from its first character. One read from a text is kept beside the text as
NAME.bayan, or, where that cannot be, in the person's folder of releases; the text itself is never
touched. Opening the same text again goes on with the release that was made from it.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from platformdirs import user_data_path

from editor.house.style import House
from editor.messages import BayanError
from editor.reading import read_text
from editor.release.content import Release
from editor.release.draft import Draft
from editor.storage import (
    DamagedError,
    ExistsError,
    HistoryError,
    ReleaseFile,
    UnsavedError,
    is_release_file,
)

SUFFIX = ".bayan"
MOST_BYTES = 64 * 1024 * 1024
_FIRST_EDIT = 1


class OpeningError(BayanError):
    """A file that a person named could not be opened."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A release file that is open, and what has to be said about it.

    Attributes:
        file: The file.
        told: An error that did not keep it from opening: what was damaged, and recovered.
        elsewhere: Whether it is not where one would look for it, beside the text it came from.
    """

    file: ReleaseFile
    told: BayanError | None = None
    elsewhere: bool = False


def releases_folder() -> Path:
    """The person's folder of releases that have no other place."""
    return user_data_path("bayan", appauthor=False) / "releases"


def open_path(path: Path, house: House) -> Opened:
    """Open a release file, or read a text into one.

    Raises:
        BayanError: It could not be opened or read, in a sentence.
    """
    if path.is_dir():
        raise OpeningError("files.is_folder", path=path)
    if not path.exists():
        raise OpeningError("files.no_such_file", path=path)
    if path.suffix == SUFFIX or is_release_file(path):
        return _open_release(path)
    return _read(path, house)


def new_release(language: str = "ar") -> Opened:
    """An empty release in a file of its own, named by the day.

    Raises:
        StorageError: It could not be written.
    """
    return Opened(_create(releases_folder(), f"{date.today():%Y-%m-%d}", Draft.new(language)))  # noqa: DTZ011 - the day where the person is


def _open_release(path: Path) -> Opened:
    try:
        return Opened(ReleaseFile.open(path))
    except DamagedError as error:
        if error.copy is None:
            raise
        return Opened(ReleaseFile.open(error.copy), told=error)


def _read(path: Path, house: House) -> Opened:
    """The release made from a text, now or earlier."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise OpeningError("files.unreadable", path=path, reason=error.strerror) from error
    release = read_text(data, house=house).release
    for folder in (path.parent, releases_folder()):
        made = _made_from(release, folder / f"{path.stem}{SUFFIX}")
        if made is not None:
            return Opened(made, elsewhere=folder != path.parent)
    draft = Draft.from_release(release)
    try:
        return Opened(_create(path.parent, path.stem, draft))
    except UnsavedError:
        return Opened(_create(releases_folder(), path.stem, draft), elsewhere=True)


def _made_from(release: Release, path: Path) -> ReleaseFile | None:
    """The release file at a path, if its first state was this release."""
    if not path.exists() or not is_release_file(path):
        return None
    file = ReleaseFile.open(path)
    try:
        first = file.at(_FIRST_EDIT)
    except HistoryError:
        first = None
    if first is not None and replace(first, id="") == replace(release, id=""):
        return file
    file.close()
    return None


def _create(folder: Path, name: str, draft: Draft) -> ReleaseFile:
    """A new file under a name, or under the first free number of it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OpeningError("files.unwritable", path=folder, reason=error.strerror) from error
    number = 1
    while True:
        numbered = name if number == 1 else f"{name} ({number})"
        path = folder / f"{numbered}{SUFFIX}"
        number += 1
        try:
            if not path.exists():
                return ReleaseFile.create(path, draft)
        except ExistsError:  # another window was faster
            continue
