"""`house new`, `house check` and `house preview`: for the person who keeps a house style."""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import regex

from editor.cli.house_faults import house_faults
from editor.cli.specimens import specimens
from editor.house import House, load_house
from editor.house.loading import house_folder, house_names, places
from editor.messages import BayanError, say
from editor.writing import write_docx
from editor.writing.pdf import PdfWriter
from editor.writing.saving import SavingError, make_folder, refuse_existing, write_whole

_NAME = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,63}")
_PAGE = regex.compile(r"(?:specimen|notices)-[a-z]{2}-[0-9]+\.png")
_PIXELS = 2
"""To the point, in pictures of pages."""


class HouseCommandError(BayanError):
    """A house could not be made as it was asked for."""


def run(options: argparse.Namespace, language: str) -> int:
    """One of the three commands."""
    commands = {"new": new, "check": check, "preview": preview}
    return commands[options.action](options, language)


def new(options: argparse.Namespace, language: str) -> int:
    """Copy a house into a folder of its own, to be changed there."""
    name = options.name
    if not _NAME.fullmatch(name):
        raise HouseCommandError("cli.house.bad_name", found=name)
    origin = house_folder(options.origin)
    place = options.out or usual_place()
    folder = Path(place) / name
    if folder.exists() or (options.out is None and name in house_names()):
        raise HouseCommandError("cli.house.exists", found=name, path=folder)
    _copy(origin, folder)
    known = options.out is None or Path(place).resolve() in places()
    _tell("made", language, path=folder, origin=origin.name, name=name if known else folder)
    return 0


def usual_place() -> Path:
    """Where new houses are kept: with the program's own in a checkout, else with the person's."""
    program, own = places()
    is_checkout = (program.parent / "pyproject.toml").is_file()
    return program if is_checkout and os.access(program, os.W_OK) else own


def _copy(origin: Path, folder: Path) -> None:
    """All of the house or nothing."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".") as unfinished:
            copy = Path(shutil.copytree(origin, Path(unfinished) / folder.name))
            copy.rename(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SavingError("files.unwritable", path=folder, reason=reason) from error


def check(options: argparse.Namespace, language: str) -> int:
    """Report every fault of a house; 1 if there is one."""
    folder = house_folder(options.house)
    faults = house_faults(folder)
    if options.json:
        shapes = [
            {
                "file": fault.file,
                "key": fault.key,
                "reason": fault.reason,
                "message": fault.sentence(language).removeprefix("- "),
            }
            for fault in faults
        ]
        json.dump({"faults": shapes}, sys.stdout, ensure_ascii=False, indent=2)
        print()
    elif faults:
        print("\n".join(fault.sentence(language) for fault in faults))
        _tell("faults", language, count=len(faults), folder=folder)
    else:
        _tell("fine", language, folder=folder)
    return 1 if faults else 0


def preview(options: argparse.Namespace, language: str) -> int:
    """Write specimen pages of a house in all its languages."""
    house = load_house(options.house)
    folder = Path(options.out or f"{house.name}-preview")
    make_folder(folder)
    names = set()
    for name, data in _specimen_files(house):
        refuse_existing(folder / name, force=options.force)
        write_whole(folder / name, data)
        names.add(name)
    for path in folder.glob("*-*-*.png"):
        if path.name not in names and _PAGE.fullmatch(path.name):
            path.unlink()  # a page of an earlier preview that had more of them
    _tell("previewed", language, count=len(names), folder=folder)
    return 0


def _specimen_files(house: House) -> Iterator[tuple[str, bytes]]:
    """Each specimen in each language: a PDF, a Word document and a picture of every page."""
    writer = PdfWriter(house)
    for name, release in specimens(house).items():
        for code in house.wording:
            stem = f"{name}-{code}"
            yield f"{stem}.pdf", writer.write(release, code)
            yield f"{stem}.docx", write_docx(release, house, code)
            pages = writer.render(release, code, scale=_PIXELS)
            for number, page in enumerate(pages, start=1):
                yield f"{stem}-{number}.png", page


def _tell(key: str, language: str, **values: object) -> None:
    print(say(f"cli.house.{key}", language, **values))
