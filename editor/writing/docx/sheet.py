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
from editor.house.contrast import LEAST, PAPER, contrast
from editor.house.schema import shape_faults
from editor.house.style import Colours, Said

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
        ground: The name of the colour behind it, if any.
        padding: How far that colour reaches above and below the lines.
        bar: A rule along its start.
        rule: A rule below it.
        rule_above: A rule above it.
        contextual: Whether its space is left out between two paragraphs of it.
    """

    name: Said
    scale: Said = "body"
    face: Literal["body", "heading"] = "body"
    colour: Said = "ink"
    bold: bool = False
    align: Literal["start", "center", "end"] = "start"
    level: Annotated[int, msgspec.Meta(ge=0, le=9)] = 0
    before: Space = 0
    after: Space = 0
    indent: Space = 0
    bullet: str = ""
    bullet_colour: Said = "ink"
    ground: str = ""
    padding: Annotated[float, msgspec.Meta(ge=0, le=12)] = 0
    bar: Bar = Bar(colour="ink", width=0, space=0)
    rule: Bar = Bar(colour="ink", width=0, space=0)
    rule_above: Bar = Bar(colour="ink", width=0, space=0)
    contextual: bool = False
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
    closing_heading: Style
    section_heading: Style
    boilerplate: Style
    contact: Style
    notice: Style
    organisation: Style
    letterhead: Style
    kind: Style
    particulars: Style
    header: Style
    footer: Style


class EmblemSize(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The emblem in the header and the gap after it, in points."""

    width: Annotated[float, msgspec.Meta(ge=8, le=200)]
    height: Annotated[float, msgspec.Meta(ge=8, le=200)]
    gap: Space


class Furniture(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where headers and footers stand.

    Attributes:
        header: From the edge of the paper to the header, in millimetres.
        footer: From the edge of the paper to the footer, in millimetres.
        kind_share: The part of the masthead's width that the kind of release may take.
    """

    header: Annotated[float, msgspec.Meta(ge=0, le=90)]
    footer: Annotated[float, msgspec.Meta(ge=0, le=90)]
    kind_share: Annotated[float, msgspec.Meta(ge=0.1, le=0.6)]


class Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole style sheet.

    Attributes:
        substitutes: For a family, those to take where it is not installed, parted by commas.
        masthead: The rule below the emblem and the organisation's name.
    """

    substitutes: Mapping[str, Said] = {}
    furniture: Furniture
    scales: Scales
    emblem: EmblemSize
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
    except OSError:
        changed = 0
    sheet, faults = _read(path, changed)
    if sheet is None:
        raise HouseError(house.name, faults)
    return sheet


def sheet_faults(folder: Path) -> tuple[Fault, ...]:
    """Everything that is wrong with the style sheet in a house's folder."""
    path = folder / FILE
    return _read(path, path.stat().st_mtime_ns if path.exists() else 0)[1]


def faint_styles(house: House) -> Iterator[Fault]:
    """The styles whose words are too near in colour to what is behind them.

    Raises:
        HouseError: The style sheet cannot be used.
    """
    sheet = load_sheet(house)
    for key in Styles.__struct_fields__:
        style: Style = getattr(sheet.styles, key)
        behind = getattr(house.colours, style.ground) if style.ground else PAPER
        ratio = contrast(getattr(house.colours, style.colour), behind)
        if ratio < LEAST:
            values = {"found": f"{ratio:.1f}", "least": LEAST, "ground": style.ground or PAPER}
            yield Fault(FILE, f"styles.{key}.colour", "too_faint", values)


def colours(house: House) -> dict[str, str]:
    """The colours that styles may name, as six hexadecimal digits."""
    return {name: getattr(house.colours, name).lstrip("#").upper() for name in COLOURS}


COLOURS = Colours.__struct_fields__
"""The names of the house's colours."""


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> tuple[Sheet | None, tuple[Fault, ...]]:  # noqa: ARG001 - read again when changed
    """The sheet, or what is wrong with it."""
    try:
        contents = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        return None, (Fault(FILE, "", "unreadable", {"detail": error.strerror}),)
    except UnicodeDecodeError:
        return None, (Fault(FILE, "", "not_utf8"),)
    except tomllib.TOMLDecodeError as error:
        return None, (Fault(FILE, "", "not_toml", {"detail": error}),)
    faults = list(shape_faults(contents, Sheet))
    sheet = None if faults else msgspec.convert(contents, Sheet)
    if sheet is not None:
        faults = list(_sense_faults(sheet))
    placed = tuple(Fault(FILE, fault.key, fault.reason, fault.values) for fault in faults)
    return (None, placed) if placed else (sheet, ())


def _sense_faults(sheet: Sheet) -> Iterator[Fault]:
    """Names of colours and sizes that nothing stands behind."""
    sizes = sheet.scales.rtl.keys() & sheet.scales.ltr.keys()
    yield from _unknown("masthead.colour", sheet.masthead.colour, COLOURS)
    for key in Styles.__struct_fields__:
        style: Style = getattr(sheet.styles, key)
        yield from _unknown(f"styles.{key}.scale", style.scale, sizes)
        named = {
            "colour": style.colour,
            "bullet_colour": style.bullet_colour,
            "ground": style.ground,
            "bar.colour": style.bar.colour,
            "rule.colour": style.rule.colour,
            "rule_above.colour": style.rule_above.colour,
        }
        for name, colour in named.items():
            if colour:
                yield from _unknown(f"styles.{key}.{name}", colour, COLOURS)


def _unknown(key: str, found: str, known: Iterable[str]) -> Iterator[Fault]:
    if found not in known:
        yield Fault(FILE, key, "not_choice", {"choices": ", ".join(sorted(known))})
