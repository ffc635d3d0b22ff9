"""One character for every code: the glyphs of a cluster as codes that readers cannot mistake.

A cluster of one plain glyph for one character keeps its code. For any other, glyphs are added to
the font that is in the file: one carries all the ink of the cluster, exactly where it was, the
others are empty, and their widths share the cluster's. So each code stands for one character, there
is no gap and no overlap, and the order inside a cluster cannot be read in a wrong way.
"""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import pikepdf

from editor.writing.mending.fonts import Font, write_character_map
from editor.writing.mending.lines import Cluster
from editor.writing.mending.sfnt import Component, TrueType
from editor.writing.mending.tokens import NotUnderstoodError

_ABSORBED = 0.03
"""In ems: a move up to this stays a move, a greater one becomes a part of a glyph's width."""


class Drawn(NamedTuple):
    """A code that is drawn at a place, with its width."""

    x: float
    code: int
    width: float


class Additions:
    """A font of the file, and the glyphs that are added to it.

    Raises:
        NotUnderstoodError: Nothing can be added to a font of its kind.
    """

    def __init__(self, font: Font) -> None:
        descendant = font.source.DescendantFonts[0]
        program = descendant.FontDescriptor.get("/FontFile2")
        mapped = descendant.get("/CIDToGIDMap", "/Identity")
        if program is None or mapped != "/Identity":
            raise NotUnderstoodError("font", "kind")
        self.font = font
        self._program = program
        self._descendant = descendant
        self._file = TrueType(program.read_bytes())
        self._known: dict[tuple[tuple[Component, ...], int, str], int] = {}

    def code(self, components: tuple[Component, ...], advance: int, character: str) -> int:
        """The code of a glyph of these components, so wide, that stands for a character."""
        key = (components, advance, character)
        if (known := self._known.get(key)) is not None:
            return known
        code = self._file.add(components, advance)
        self._known[key] = code
        self.font.texts[code] = character
        self.font.widths[code] = advance * 1000 / self._file.units_per_em
        return code

    @property
    def units_per_em(self) -> int:
        """How many units an em has."""
        return self._file.units_per_em

    def write(self) -> None:
        """Put what was added into the file."""
        if not self._known:
            return
        self._program.write(self._file.data())
        self._program.Length1 = len(self._program.read_bytes())
        first = min(self._known.values())
        widths = [_plain(self.font.widths[code]) for code in range(first, self._file.count)]
        entries = [*self._descendant.get("/W", []), first, pikepdf.Array(widths)]
        self._descendant.W = pikepdf.Array(entries)
        self.font.source.ToUnicode.write(write_character_map(self.font.texts))
        descriptor = self._descendant.FontDescriptor
        if "/CIDSet" in descriptor:
            # PDF/A-2, 6.2.11.4.2: a set that is there names every glyph of the font.
            count = self._file.count
            whole = (1 << count) - 1 << (-count % 8)
            descriptor.CIDSet.write(whole.to_bytes((count + 7) // 8, "big"))


def draw(
    cluster: Cluster, text: str, additions: Additions, baseline: float, *, rtl: bool
) -> list[Drawn]:
    """A cluster as codes from left to right, each for one character.

    Args:
        cluster: The cluster.
        text: The characters to tell, at least one.
        additions: The font of its glyphs.
        baseline: Where the line stands.
        rtl: Whether the cluster runs from right to left.
    """
    glyph = cluster.glyphs[-1]
    if (
        len(text) == 1
        and len(cluster.glyphs) == 1
        and _is_plain(cluster, text, additions, baseline)
    ):
        return [Drawn(cluster.start, glyph.code, glyph.width)]
    unit = glyph.size / additions.units_per_em
    components = tuple(_components(cluster, baseline, unit))
    whole = max(round((cluster.end - cluster.start) / unit), len(text))
    shares = _shares(text, whole)
    characters = list(zip(text, shares, strict=True))
    if rtl:
        characters.reverse()
    bearer = next(
        (at for at, (letter, _) in enumerate(characters) if not unicodedata.combining(letter)), 0
    )
    drawn = []
    place = 0
    for at, (letter, share) in enumerate(characters):
        ink = components if at == bearer else ()
        moved = tuple(Component(g, dx - place, dy) for g, dx, dy in ink)
        code = additions.code(moved, share, letter)
        drawn.append(Drawn(cluster.start + place * unit, code, share * unit))
        place += share
    return drawn


def _is_plain(cluster: Cluster, text: str, additions: Additions, baseline: float) -> bool:
    """Whether a cluster is one glyph that is what it says, where it should be."""
    glyph = cluster.glyphs[0]
    return (
        additions.font.texts.get(glyph.code) == text
        and abs(glyph.y - baseline) < 0.001 * glyph.size
        and abs(cluster.end - cluster.start - glyph.width) < _ABSORBED * glyph.size
    ) or (additions.font.texts.get(glyph.code) == text and cluster.is_blank)


def _components(cluster: Cluster, baseline: float, unit: float) -> Sequence[Component]:
    return [
        Component(
            glyph.code, round((glyph.x - cluster.start) / unit), round((glyph.y - baseline) / unit)
        )
        for glyph in cluster.glyphs
    ]


def _shares(text: str, whole: int) -> list[int]:
    """The width of each character: marks one unit, the others share the rest."""
    marks = [bool(unicodedata.combining(letter)) for letter in text]
    bases = len(marks) - sum(marks)
    if not bases:
        return [1] * (len(marks) - 1) + [whole - len(marks) + 1]
    rest = whole - sum(marks)
    shares = [rest * (turn + 1) // bases - rest * turn // bases for turn in range(bases)]
    each = iter(shares)
    return [1 if mark else next(each) for mark in marks]


def _plain(width: float) -> float | int:
    return int(width) if width == int(width) else round(width, 4)
