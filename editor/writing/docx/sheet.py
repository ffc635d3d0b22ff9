"""The house's style sheet for Word documents, `docx.toml`: the names and looks of its styles.

Faces, sizes, leading and the main colours are the house's own (`house.toml`); the sheet says what
is made of them. It is data, so that another house changes its documents without a line of code.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import msgspec

from editor.house import Fault, House, HouseError
from editor.house.schema import shape_faults
from editor.house.style import Colour, Colours, Said

FILE = "docx.toml"

Multiple: TypeAlias = Annotated[float, msgspec.Meta(ge=0.5, le=4)]
Leading: TypeAlias = Annotated[float, msgspec.Meta(ge=0, le=4)]
Space: TypeAlias = Annotated[float, msgspec.Meta(ge=0, le=200)]


class Scale(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A size, as a multiple of the language's body or headline size.

    Attributes:
        size: The multiple.
        leading: The distance of lines as a multiple of the size; 0 for the typeface's own.
        of_headline: Whether it is a multiple of the headline size.
    """

    size: Multiple
    leading: Leading = 0
    of_headline: bool = False


class Bar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule beside or below a paragraph, in points; none where it has no width."""

    colour: Said
    width: Space
    space: Space


class Style(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A paragraph style; lengths are points.

    Attributes:
        name: What the person who opens the document sees it called.
        scale: The name of its size.
        face: Which of the language's typefaces it is set in.
        colour: The name of its colour.
        level: Its level in the outline, from 1; 0 for body text.
        bullet: What stands before it, hanging in its indent.
        indent: How far it is indented at the start.
        indent_both: How far it is indented at both sides.
        ground: The name of the colour behind it, if any.
        bar: A rule along its start.
        rule: A rule below it.
    """

    name: Said
    scale: Said = "body"
    face: Literal["body", "heading"] = "body"
    colour: Said = "ink"
    bold: bool = False
    centred: bool = False
    level: Annotated[int, msgspec.Meta(ge=0, le=9)] = 0
    before: Space = 0
    after: Space = 0
    indent: Space = 0
    indent_both: Space = 0
    bullet: str = ""
    bullet_colour: Said = "ink"
    ground: str = ""
    bar: Bar = Bar(colour="ink", width=0, space=0)
    rule: Bar = Bar(colour="ink", width=0, space=0)
    keep_with_next: bool = False
    keep_together: bool = False


class Scales(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The sizes of each direction, by name; both have the same names."""

    rtl: Mapping[str, Scale]
    ltr: Mapping[str, Scale]


class Styles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The paragraph styles of a document."""

    headline: Style
    subheadline: Style
    dateline: Style
    lead: Style
    body: Style
    subheading: Style
    list: Style
    end_mark: Style
    section_heading: Style
    boilerplate: Style
    contact: Style
    notice: Style
    organisation: Style
    kind: Style
    particulars: Style
    header: Style
    footer: Style


class Emblem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The emblem in the header: its height and the gap after it, in points."""

    height: Annotated[float, msgspec.Meta(ge=8, le=200)]
    gap: Space


class Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole style sheet.

    Attributes:
        palette: Colours beyond the house's own, by name.
        masthead: The rule below the emblem and the organisation's name.
    """

    palette: Mapping[str, Colour] = {}
    scales: Scales
    emblem: Emblem
    masthead: Bar
    styles: Styles


def load_sheet(house: House) -> Sheet:
    """The style sheet of a house.

    Raises:
        HouseError: It is missing or something in it is wrong; every fault is named.
    """
    path = Path(house.folder) / FILE
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise HouseError(
            house.name, [Fault(FILE, "", "unreadable", {"detail": error.strerror})]
        ) from error
    return _loaded(house.name, path, changed)


def colours(sheet: Sheet, house: House) -> dict[str, str]:
    """The colours that styles may name, as six hexadecimal digits."""
    own = {name: getattr(house.colours, name) for name in _OWN_COLOURS}
    return {name: value.lstrip("#").upper() for name, value in {**own, **sheet.palette}.items()}


_OWN_COLOURS = Colours.__struct_fields__


@lru_cache(maxsize=4)
def _loaded(house: str, path: Path, changed: int) -> Sheet:  # noqa: ARG001 - read again when changed
    try:
        contents = tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise HouseError(house, [Fault(FILE, "", "not_utf8")]) from error
    except tomllib.TOMLDecodeError as error:
        raise HouseError(house, [Fault(FILE, "", "not_toml", {"detail": error})]) from error
    faults = list(shape_faults(contents, Sheet))
    if not faults:
        sheet = msgspec.convert(contents, Sheet)
        faults = list(_sense_faults(sheet))
        if not faults:
            return sheet
    raise HouseError(house, [Fault(FILE, f.key, f.reason, f.values) for f in faults])


def _sense_faults(sheet: Sheet) -> Iterator[Fault]:
    """Names of colours and sizes that nothing stands behind."""
    known = (*_OWN_COLOURS, *sheet.palette)
    sizes = sheet.scales.rtl.keys() & sheet.scales.ltr.keys()
    yield from _unknown("masthead.colour", sheet.masthead.colour, known)
    for key in Styles.__struct_fields__:
        style: Style = getattr(sheet.styles, key)
        yield from _unknown(f"styles.{key}.scale", style.scale, sizes)
        named = {
            "colour": style.colour,
            "bullet_colour": style.bullet_colour,
            "ground": style.ground,
            "bar.colour": style.bar.colour,
            "rule.colour": style.rule.colour,
        }
        for name, colour in named.items():
            if colour:
                yield from _unknown(f"styles.{key}.{name}", colour, known)


def _unknown(key: str, found: str, known: Iterable[str]) -> Iterator[Fault]:
    if found not in known:
        yield Fault(FILE, key, "not_choice", {"choices": ", ".join(sorted(known))})
