"""Adds composite glyphs to a TrueType font (OpenType 1.9: glyf, loca, hmtx, maxp, head, hhea).

The tables are written by hand: what is added is a few numbers at the end of each, while a library
reads and writes the whole font, which takes as long as the rest of the mending.
"""

import struct
from collections.abc import Sequence
from typing import NamedTuple

from editor.writing.mending.tokens import NotUnderstoodError

_WORDS, _XY, _MORE = 0x0001, 0x0002, 0x0020  # flags of a component
_COMPOSITE = -1
_MAGIC = 0xB1B0AFBA
_MOST_GLYPHS = 0xFFFF


class Component(NamedTuple):
    """A glyph as part of another, moved by so many units."""

    glyph: int
    dx: int
    dy: int


class TrueType:
    """A TrueType font that glyphs can be added to.

    Raises:
        NotUnderstoodError: It is not a TrueType font, or is not well formed.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._version, self._tables = _read_tables(data)
            tables = self._tables
            self.units_per_em: int = struct.unpack_from(">H", tables["head"], 18)[0]
            self._long = struct.unpack_from(">h", tables["head"], 50)[0] == 1
            self._count: int = struct.unpack_from(">H", tables["maxp"], 4)[0]
            self._metrics: int = struct.unpack_from(">H", tables["hhea"], 34)[0]
            kind = ">%dI" if self._long else ">%dH"
            places = struct.unpack_from(kind % (self._count + 1), tables["loca"])
            self._places = list(places) if self._long else [place * 2 for place in places]
            self._boxes = {0: self._box(0)}
        except (struct.error, KeyError) as error:
            raise NotUnderstoodError("font", str(error)) from error
        self._glyphs: list[bytes] = []
        self._advances: list[tuple[int, int]] = []
        self._depths: dict[int, int] = {}

    @property
    def count(self) -> int:
        """How many glyphs it has."""
        return self._count + len(self._glyphs)

    def add(self, components: Sequence[Component], advance: int) -> int:
        """Add a glyph of these components, or an empty one; its number.

        Raises:
            NotUnderstoodError: The font is full, or a number is too great for it.
        """
        glyph = self.count
        if glyph >= _MOST_GLYPHS:
            raise NotUnderstoodError("font", "full")
        boxes = [
            (x1 + part.dx, y1 + part.dy, x2 + part.dx, y2 + part.dy)
            for part in components
            if (box := self._box(part.glyph))
            for x1, y1, x2, y2 in [box]
        ]
        seen = [part for part in components if self._box(part.glyph)]
        try:
            data = _composite(seen, boxes) if seen else b""
            bearing = boxes[0][0] if boxes else 0
            bearing = min((box[0] for box in boxes), default=bearing)
            struct.pack(">Hh", advance, bearing)
        except struct.error as error:
            raise NotUnderstoodError("glyph", str(error)) from error
        self._glyphs.append(data)
        self._advances.append((advance, bearing))
        return glyph

    def advance(self, glyph: int) -> int:
        """The advance width of a glyph of the font as it was, in units."""
        at = min(glyph, self._metrics - 1) * 4
        return int(struct.unpack_from(">H", self._tables["hmtx"], at)[0])

    def data(self) -> bytes:
        """The font with what was added to it."""
        tables = dict(self._tables)
        glyphs = tables["glyf"][: self._places[self._count]]
        pieces = [glyphs, bytes(len(glyphs) % 2), *self._glyphs]  # each begins at an even place
        places = self._places[: self._count]
        size = len(pieces[0]) + len(pieces[1])
        for glyph in [*self._glyphs, b""]:
            places.append(size)
            size += len(glyph)
        tables["glyf"] = b"".join(pieces)
        tables["loca"] = struct.pack(f">{len(places)}I", *places)
        tables["hmtx"] = self._hmtx()
        tables["hhea"] = _patched(tables["hhea"], 34, ">H", self.count)
        widest = max(
            [struct.unpack_from(">H", tables["hhea"], 10)[0], *(a for a, _ in self._advances)]
        )
        tables["hhea"] = _patched(tables["hhea"], 10, ">H", widest)
        tables["head"] = _patched(tables["head"], 50, ">h", 1)
        tables["maxp"] = self._maxp()
        return _write_tables(self._version, tables)

    def _hmtx(self) -> bytes:
        """A full record for every glyph; the last of the old ones may share one advance."""
        old = self._tables["hmtx"]
        full = old[: self._metrics * 4]
        last = full[-4:-2]
        rest = old[self._metrics * 4 :][: (self._count - self._metrics) * 2]
        shared = b"".join(last + rest[at : at + 2] for at in range(0, len(rest), 2))
        added = b"".join(struct.pack(">Hh", *metric) for metric in self._advances)
        return full + shared + added

    def _maxp(self) -> bytes:
        table = _patched(self._tables["maxp"], 4, ">H", self.count)
        if len(table) < 32 or not self._glyphs:
            return table
        parts = max((_parts(data) for data in self._glyphs), default=0)
        points, contours, simple_points, simple_contours = (
            struct.unpack_from(">H", table, at)[0] for at in (10, 12, 6, 8)
        )
        most, depth = (struct.unpack_from(">H", table, at)[0] for at in (28, 30))
        # An upper bound: every part as rich as the richest glyph there was.
        rich_points = min(0xFFFF, max(points, simple_points) * max(parts, 1))
        rich_contours = min(0xFFFF, max(contours, simple_contours) * max(parts, 1))
        table = _patched(table, 10, ">H", max(points, rich_points))
        table = _patched(table, 12, ">H", max(contours, rich_contours))
        table = _patched(table, 28, ">H", max(most, parts))
        return _patched(table, 30, ">H", depth + 1)

    def _box(self, glyph: int) -> tuple[int, int, int, int] | None:
        """The bounds of a glyph of the font as it was; None for one without ink."""
        if not 0 <= glyph < self._count:
            raise NotUnderstoodError("glyph", glyph)
        start, end = self._places[glyph], self._places[glyph + 1]
        if end - start < 10:
            return None
        box = struct.unpack_from(">4h", self._tables["glyf"], start + 2)
        return box[0], box[1], box[2], box[3]


def _composite(components: Sequence[Component], boxes: Sequence[tuple[int, ...]]) -> bytes:
    low_x, low_y = (min(box[at] for box in boxes) for at in (0, 1))
    high_x, high_y = (max(box[at] for box in boxes) for at in (2, 3))
    data = [struct.pack(">5h", _COMPOSITE, low_x, low_y, high_x, high_y)]
    for place, part in enumerate(components, start=1):
        flags = _WORDS | _XY | (_MORE if place < len(components) else 0)
        data.append(struct.pack(">HHhh", flags, *part))
    return b"".join(data)


def _parts(data: bytes) -> int:
    return (len(data) - 10) // 8 if data else 0


def _patched(table: bytes, at: int, kind: str, value: int) -> bytes:
    changed = bytearray(table)
    struct.pack_into(kind, changed, at, value)
    return bytes(changed)


def _read_tables(data: bytes) -> tuple[bytes, dict[str, bytes]]:
    if data[:4] not in {b"\x00\x01\x00\x00", b"true"}:
        raise NotUnderstoodError("font", data[:4])
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {}
    for entry in range(count):
        tag, _, offset, size = struct.unpack_from(">4sIII", data, 12 + 16 * entry)
        tables[tag.decode("latin-1")] = data[offset : offset + size]
    return data[:4], tables


def _write_tables(version: bytes, tables: dict[str, bytes]) -> bytes:
    tables["head"] = _patched(tables["head"], 8, ">I", 0)
    power = len(tables).bit_length() - 1
    reach = 16 << power
    header = version + struct.pack(">4H", len(tables), reach, power, 16 * len(tables) - reach)
    offset = 12 + 16 * len(tables)
    entries, bodies = [], []
    places = {}
    for tag, table in sorted(tables.items()):
        entries.append(
            struct.pack(">4sIII", tag.encode("latin-1"), _sum(table), offset, len(table))
        )
        places[tag] = offset
        bodies.append(table + bytes(-len(table) % 4))
        offset += len(bodies[-1])
    data = header + b"".join(entries) + b"".join(bodies)
    return _patched(data, places["head"] + 8, ">I", (_MAGIC - _sum(data)) & 0xFFFFFFFF)


def _sum(table: bytes) -> int:
    padded = table + bytes(-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
