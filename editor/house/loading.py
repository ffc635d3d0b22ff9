"""Loads a house style from its folder.

Houses that come with the program are in `templates/`; a person's own are in `houses/` of their
data folder, and any other folder can be given by its path.

templates/<house>/
  house.toml         page, colours, typefaces, emblem, issuers, settings of rules
  wording/<code>.toml  everything printed in one language
  people.toml        the directory: [[people]]
  terms.toml         words written one way: [[terms]]
  docx.toml            the styles of the Word document
  release.typ          the page, for the PDF
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from platformdirs import user_data_path

from editor.house.faults import Fault, HouseError
from editor.house.months import system_fault, system_months
from editor.house.schema import shape_faults
from editor.house.sense import sense_faults
from editor.house.style import House
from editor.release.languages import LANGUAGES

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def load_house(name_or_path: str | Path = "oic") -> House:
    """A house style, by the name of its folder where houses are kept, or by a path to a folder.

    Raises:
        HouseError: There is no such house, or something in it is wrong; it names every fault.
    """
    folder = house_folder(name_or_path)
    contents, faults = _read(folder)
    if not faults:
        try:
            house = msgspec.convert(contents, House)
        except msgspec.ValidationError:
            faults = [_placed(fault) for fault in shape_faults(contents, House)]
        else:
            faults = list(sense_faults(house))
            if not faults:
                return house
    raise HouseError(str(name_or_path), faults)


def places() -> tuple[Path, ...]:
    """The folders in which houses are kept: the program's, then the person's own."""
    return TEMPLATES, user_data_path("bayan", appauthor=False) / "houses"


def house_names() -> list[str]:
    """The names of all houses that are kept there."""
    return sorted({path.parent.name for place in places() for path in place.glob("*/house.toml")})


def house_folder(name_or_path: str | Path) -> Path:
    """The folder of a house, by name or by path.

    Raises:
        HouseError: There is no house of that name and no folder of one at that path.
    """
    for folder in (*(place / name_or_path for place in places()), Path(name_or_path)):
        if (folder / "house.toml").is_file():
            return folder.resolve()
    choices = ", ".join(house_names())
    raise HouseError(
        str(name_or_path), [Fault(str(name_or_path), "", "no_such_house", {"choices": choices})]
    )


def _read(folder: Path) -> tuple[dict[str, Any], list[Fault]]:
    """All the files as one table, and the files that could not be read."""
    faults: list[Fault] = []
    contents: dict[str, Any] = {"wording": {}}
    for name, key in _files(folder):
        try:
            table = tomllib.loads((folder / name).read_text(encoding="utf-8"))
        except OSError as error:
            faults.append(Fault(name, "", "unreadable", {"detail": error.strerror}))
        except UnicodeDecodeError:
            faults.append(Fault(name, "", "not_utf8"))
        except tomllib.TOMLDecodeError as error:
            faults.append(Fault(name, "", "not_toml", {"detail": error}))
        else:
            faults += _put(contents, key, table)
    contents |= {"name": folder.name, "folder": str(folder)}
    return contents, faults


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    """The house's files, each with the key that it belongs under."""
    yield "house.toml", ""
    for path in sorted(folder.glob("wording/*.toml")):
        yield f"wording/{path.name}", path.stem
    for name in ("people.toml", "terms.toml"):
        if (folder / name).exists():
            yield name, ""


def _put(contents: dict[str, Any], language: str, table: dict[str, Any]) -> Iterator[Fault]:
    """Put a file's table where it belongs; what is wrong with it before its shape is known."""
    if not language:
        contents |= table
        return
    contents["wording"][language] = table
    system = table.get("month_system", "")
    if system and language in LANGUAGES:
        months = system_months(system, language)
        if not months:
            fault = system_fault(language)
            yield Fault(f"wording/{language}.toml", fault.key, fault.reason, fault.values)
        table["months"] = list(months)


def _placed(fault: Fault) -> Fault:
    """The fault with the file that its key is in, and the key as that file has it."""
    top, _, rest = fault.key.partition(".")
    if top == "wording" and rest:
        language, _, key = rest.partition(".")
        return Fault(f"wording/{language}.toml", key, fault.reason, fault.values)
    file = next(
        (f"{name}.toml" for name in ("people", "terms") if top.startswith(name)), "house.toml"
    )
    return Fault(file, fault.key, fault.reason, fault.values)
