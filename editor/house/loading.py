"""Loads a house style from its folder.

templates/<house>/
  house.toml         page, colours, typefaces, emblem, issuers, settings of rules
  wording/<code>.toml  everything printed in one language
  people.toml        the directory: [[people]]
  terms.toml         words written one way: [[terms]]
  release.typ        the page, for the PDF
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from editor.house.faults import Fault, HouseError
from editor.house.schema import shape_faults
from editor.house.sense import sense_faults
from editor.house.style import House

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def load_house(name_or_path: str | Path = "oic") -> House:
    """A house style, by the name of its folder under `templates/` or by a path to a folder.

    Raises:
        HouseError: There is no such house, or something in it is wrong; it names every fault.
    """
    folder = _folder(name_or_path)
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


def _folder(name_or_path: str | Path) -> Path:
    for folder in (TEMPLATES / name_or_path, Path(name_or_path)):
        if (folder / "house.toml").is_file():
            return folder.resolve()
    known = sorted(path.parent.name for path in TEMPLATES.glob("*/house.toml"))
    raise HouseError(
        str(name_or_path),
        [Fault(str(name_or_path), "", "no_such_house", {"choices": ", ".join(known)})],
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
            _put(contents, key, table)
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


def _put(contents: dict[str, Any], language: str, table: dict[str, Any]) -> None:
    if language:
        contents["wording"][language] = table
    else:
        contents |= table


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
