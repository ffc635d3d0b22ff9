"""The font files of a house, and what each is: family, weight, slant, and whether it may travel.

Word and LibreOffice take a bold from a file that is bold; from a variable font that is embedded
they take the one weight that it starts with. So variable fonts are made into one of a fixed weight
first, by HarfBuzz, in some 30 ms; it also reads the files.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

_SUFFIXES = {".ttf", ".otf"}
_FAMILY, _VERSION, _TYPOGRAPHIC_FAMILY = 1, 5, 16  # names of a font, OpenType 1.9 name table
_KEPT_NAMES = (0, _VERSION, 13, 14)  # copyright, version, licence
_EMBEDDING, _SELECTION, _MAC_STYLE = 8, 62, 44  # places in OS/2, OS/2 and head
_ITALIC, _BOLD, _REGULAR = 0x01, 0x20, 0x40  # flags of fsSelection
_LEVELS, _EDITABLE, _BITMAPS_ONLY = 0x0F, 0x08, 0x200  # flags of fsType
_WEIGHTS = {False: 400.0, True: 700.0}
_BOLD_ENOUGH = 600.0


class BrokenFontError(Exception):
    """A font file that a font of one weight cannot be made from."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """What a font file says of itself.

    Attributes:
        path: Where it is.
        family: The family that Word knows it by.
        wider_family: The family with all its weights; as a rule the same.
        bold: Whether it is the bold of its family.
        italic: Whether it is slanted.
        heaviest: The greatest weight of a variable font; 0 where the weight is fixed.
        is_truetype: Whether its outlines are TrueType's, the only ones that Word embeds.
        may_travel: Whether its maker lets it be embedded in a document that can be edited.
    """

    path: Path
    family: str
    wider_family: str
    bold: bool
    italic: bool
    heaviest: float
    is_truetype: bool
    may_travel: bool

    def holds(self, family: str, *, bold: bool, italic: bool) -> bool:
        """Whether this cut of a family can be had from it."""
        if self.italic != italic:
            return False
        family = family.casefold()
        if not self.heaviest:
            return self.family.casefold() == family and self.bold == bold
        heavy = not bold or self.heaviest >= _BOLD_ENOUGH
        return heavy and family in {self.family.casefold(), self.wider_family.casefold()}


def font_files(folder: Path) -> tuple[FontFile, ...]:
    """The font files in a folder, those of a fixed weight first."""
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES)
    return _font_files(tuple((path, path.stat().st_mtime_ns) for path in paths))


@lru_cache(maxsize=16)
def _font_files(paths: tuple[tuple[Path, int], ...]) -> tuple[FontFile, ...]:
    found = [file for path, _ in paths if (file := _font_file(path)) is not None]
    return tuple(sorted(found, key=lambda file: file.heaviest > 0))


def _font_file(path: Path) -> FontFile | None:
    """What a file says of itself; None if it is no font, or not a whole one."""
    data = path.read_bytes()
    face = hb.Face(data)
    try:
        if any(start + size > len(data) for _, _, start, size in _tables(data)):
            return None
        embedding, selection = (
            struct.unpack_from(">H", bytes(face.reference_table("OS/2").data), place)[0]
            for place in (_EMBEDDING, _SELECTION)
        )
    except struct.error:
        return None
    family = _name(face, _FAMILY)
    heaviest = max((axis.max_value for axis in face.axis_infos if axis.tag == "wght"), default=0)
    level = embedding & _LEVELS
    return FontFile(
        path=path,
        family=family,
        wider_family=_name(face, _TYPOGRAPHIC_FAMILY) or family,
        bold=bool(selection & _BOLD),
        italic=bool(selection & _ITALIC),
        heaviest=heaviest,
        is_truetype="glyf" in face.table_tags,
        may_travel=not embedding & _BITMAPS_ONLY and (not level or bool(level & _EDITABLE)),
    )


def font_data(file: FontFile, family: str, *, bold: bool) -> bytes:
    """The whole font, of one weight, under the name of the family; the same bytes every time.

    Raises:
        BrokenFontError: It is variable, and damaged.
        OSError: It cannot be read any more.
    """
    data = file.path.read_bytes()
    if not file.heaviest:
        return data
    try:
        return _fixed(_renamed(data, family, bold=bold, italic=file.italic), bold=bold)
    except (struct.error, RuntimeError) as error:
        raise BrokenFontError(str(error)) from error


def _fixed(data: bytes, *, bold: bool) -> bytes:
    """A variable font as one of regular or bold weight."""
    face = hb.Face(data)
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    # Parts of a letter of a variable font overlap: without the flag they may be drawn hollow.
    wanted.flags |= hb.SubsetFlags.SET_OVERLAPS_FLAG
    for axis in face.axis_infos:
        if axis.tag == "wght":
            weight = min(max(_WEIGHTS[bold], axis.min_value), axis.max_value)
            wanted.pin_axis_location(face, axis.tag, weight)
        else:
            wanted.pin_axis_to_default(face, axis.tag)
    return bytes(hb.subset(face, wanted).blob.data)


def _renamed(data: bytes, family: str, *, bold: bool, italic: bool) -> bytes:
    """The font with the names and flags of this cut; HarfBuzz puts its sums right afterwards."""
    names = _name_table(hb.Face(data), family, _style_name(bold=bold, italic=italic))
    font = bytearray(data)
    for entry, tag, start, _ in _tables(data):
        if tag == b"OS/2":
            selection = (_ITALIC * italic | _BOLD * bold) or _REGULAR
            (old,) = struct.unpack_from(">H", font, start + _SELECTION)
            cleared = old & ~(_ITALIC | _BOLD | _REGULAR)
            struct.pack_into(">H", font, start + _SELECTION, cleared | selection)
        elif tag == b"head":
            struct.pack_into(">H", font, start + _MAC_STYLE, bold | italic << 1)
        elif tag == b"name":
            struct.pack_into(">2L", font, entry + 8, len(font), len(names))
            font += names
    return bytes(font)


def _tables(data: bytes) -> Iterator[tuple[int, bytes, int, int]]:
    """Where each table's entry is, its tag, and where the table is and how long."""
    for entry in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16):
        tag, _, start, size = struct.unpack_from(">4s3L", data, entry)
        yield entry, tag, start, size


def _style_name(*, bold: bool, italic: bool) -> str:
    return " ".join(["Bold"] * bold + ["Italic"] * italic) or "Regular"


def _name_table(face: hb.Face, family: str, style: str) -> bytes:
    """A name table for Windows in English (OpenType 1.9, name): what is kept, and the new names."""
    plain = "".join(letter for letter in family if letter.isascii() and letter.isalnum())
    names = {key: _name(face, key) for key in _KEPT_NAMES}
    full = f"{family} {style}"
    names |= {1: family, 2: style, 3: full, 4: full, 6: f"{plain or 'Font'}-{style}"}
    names[6] = names[6].replace(" ", "")
    records, strings = b"", b""
    kept = {key: name.encode("utf-16-be") for key, name in sorted(names.items()) if name}
    for key, name in kept.items():
        records += struct.pack(">6H", 3, 1, 0x409, key, len(name), len(strings))
        strings += name
    return struct.pack(">3H", 0, len(kept), 6 + len(records)) + records + strings


def _name(face: hb.Face, key: int) -> str:
    return face.get_name(key, "en") or ""
