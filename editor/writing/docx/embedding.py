"""Fonts inside the document, whole, so that it looks the same where they are not installed.

An embedded font is a TrueType file whose first 32 bytes are mixed with a key that stands beside its
name (ECMA-376 part 1, §17.8.1). The key comes from the font, so that the same release gives the
same bytes. Making one ready takes tens of milliseconds: the last ones are kept.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from editor.house import Fault, House, HouseError
from editor.house.fonts import font_folders
from editor.writing.docx.archive import Member, member

_MIXED = 32
"""How many bytes of the font are mixed with the key."""


_FASTEST = 1
"""How hard fonts are compressed: a twentieth larger than usual, in less than half the time."""


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """One font file as the document holds it.

    Attributes:
        element: The name of the element that leads to it from its family.
        id: The id of the relationship to it.
        key: What its first bytes are mixed with, as a GUID.
        part: The part of the package, compressed.
    """

    element: str
    id: str
    key: str
    part: Member


Fonts = Mapping[str, tuple[EmbeddedFont, ...]]
"""The embedded fonts of each family."""


def embedded_fonts(house: House, families: Mapping[str, bool]) -> Fonts:
    """The fonts to embed, by family: regular and bold, and the slanted one where it is wanted.

    Args:
        house: The house, which may have fonts of its own.
        families: The families, each with whether some of it is slanted.

    Raises:
        HouseError: A family has no font file, or none that may be or can be embedded.
    """
    try:
        cuts = {
            family: tuple(_fonts_of(house, family, slanted=slanted))
            for family, slanted in families.items()
        }
    except OSError as error:
        name = Path(error.filename or "fonts").name
        raise _unreadable(house, name, error.strerror or "") from error
    for family, fonts in cuts.items():
        if not fonts:
            raise _unusable(house, "missing_font", family)
    return cuts


def _fonts_of(house: House, family: str, *, slanted: bool) -> Iterator[EmbeddedFont]:
    # The library that reads fonts is loaded only where a house embeds them.
    from editor.writing.docx.font_files import BrokenFontError, font_files  # noqa: PLC0415

    cuts = [("Regular", False, False), ("Bold", True, False)]
    cuts += [("Italic", False, True)] if slanted else []
    files = [
        file for place in font_folders([family], Path(house.folder)) for file in font_files(place)
    ]
    for style, bold, italic in cuts:
        fitting = [file for file in files if file.holds(family, bold=bold, italic=italic)]
        if not fitting:
            continue
        first = fitting[0]
        if not first.may_travel:
            raise _unusable(house, "font_forbidden", first.path.name)
        if not first.is_truetype:
            raise _unusable(house, "font_not_truetype", first.path.name)
        changed = first.path.stat().st_mtime_ns
        try:
            yield _embedded(first.path, changed, family, style, bold=bold)
        except BrokenFontError as error:
            raise _unreadable(house, first.path.name, str(error)) from error


@lru_cache(maxsize=32)
def _embedded(
    path: Path,
    changed: int,  # noqa: ARG001 - read again when the file has changed
    family: str,
    style: str,
    *,
    bold: bool,
) -> EmbeddedFont:
    from editor.writing.docx.font_files import font_data, font_files  # noqa: PLC0415 - as above

    file = next(file for file in font_files(path.parent) if file.path == path)
    data = font_data(file, family, bold=bold)
    digest = hashlib.blake2b(data, digest_size=16).hexdigest().upper()
    places = ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32))
    key = f"{{{'-'.join(digest[start:end] for start, end in places)}}}"
    name = f"word/fonts/{digest.lower()}.odttf"
    return EmbeddedFont(
        f"embed{style}", f"font-{digest.lower()}", key, member(name, mixed(data, key), _FASTEST)
    )


def mixed(data: bytes, key: str) -> bytes:
    """A font with its first bytes mixed with a key; doing it again takes it back (§17.8.1)."""
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    start = bytes(a ^ b for a, b in zip(data[:_MIXED], mask, strict=False))
    return start + data[_MIXED:]


def parts_of(fonts: Fonts) -> Iterable[Member]:
    """The parts of the package that hold them, each once."""
    return {font.part.name: font.part for family in fonts.values() for font in family}.values()


def _unusable(house: House, reason: str, found: str) -> HouseError:
    return HouseError(house.name, [Fault("house.toml", "embed_fonts", reason, {"found": found})])


def _unreadable(house: House, name: str, detail: str) -> HouseError:
    return HouseError(house.name, [Fault(f"fonts/{name}", "", "unreadable", {"detail": detail})])
