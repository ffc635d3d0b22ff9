"""Where the font files of a house's type families are.

Fonts come as packages of Python and are found without importing them, so that a document looks
the same on every machine. Fonts of the system are never looked at. A house may bring fonts of its
own in a folder `fonts/` beside its `house.toml`.
"""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

PACKAGES = {
    "Amiri": "fontpkg_amiri",
    "IBM Plex Sans": "fontpkg_ibm_plex_sans",
    "IBM Plex Sans Arabic": "fontpkg_ibm_plex_sans_arabic",
    "Noto Serif": "fontpkg_noto_serif",
}
"""The families that come with the program, by name."""


def font_folder(family: str) -> Path | None:
    """The folder with the files of a family that comes with the program; None if it is not here."""
    package = PACKAGES.get(family)
    spec = find_spec(package) if package else None
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(next(iter(spec.submodule_search_locations))) / "files"


def font_folders(families: Iterable[str], folder: Path | None = None) -> list[Path]:
    """The folders to look for these families in, the house's own first, each once."""
    own = [folder / "fonts"] if folder is not None and (folder / "fonts").is_dir() else []
    found = (font_folder(family) for family in families)
    return list(dict.fromkeys([*own, *(path for path in found if path is not None)]))
