"""Writes a page's content anew: the lines that are proved as strings in logical order.

Strings of a run from the right stand between `ReversedChars` marks (ISO 32000-1, 14.8.2.3.3); each
has marked content of its own. All other bytes of the page stay.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from editor.writing.mending.glyphs import Additions, Drawn, draw
from editor.writing.mending.lines import Cluster, Line
from editor.writing.mending.order import seen
from editor.writing.mending.page import Item, Page, Section
from editor.writing.mending.runs import Run

_MCID = re.compile(rb"/MCID\s*\d+")
_ESCAPED = re.compile(rb"[()\\\r\n]")


@dataclass(slots=True)
class Mended:
    """A line as it is written anew.

    Attributes:
        line: The line as it was.
        strings: The operators of each of its runs, without marked content, with the section that
            its first cluster was in.
    """

    line: Line
    strings: list[tuple[Section, bytes]]


@dataclass(slots=True)
class Rewritten:
    """A page written anew.

    Attributes:
        data: Its content.
        numbers: The new numbers of marked content in the place of each old one.
    """

    data: bytes
    numbers: dict[int, list[int]] = field(default_factory=dict)


def write_line(line: Line, found: Sequence[Run], fonts: dict[str, Additions]) -> Mended:
    """The operators that draw a line, run by run.

    Raises:
        NotUnderstoodError: A glyph that it needs cannot be added to its font.
    """
    baseline = line.baseline
    strings = []
    for run in found:
        first = run.first
        strings.append((first.item.section, _string(run, baseline, fonts[first.glyphs[0].font])))
    return Mended(line, strings)


def _string(run: Run, baseline: float, additions: Additions) -> bytes:
    """The operators that draw a run."""
    first = run.first
    glyph, item = first.glyphs[0], first.item
    drawn = _drawn(run, baseline, additions)
    unit = glyph.size / 1000
    pen = drawn[0].x
    row = []
    codes = b""
    for x, code, width in drawn:
        move = round((pen - x) / unit, 2)
        if move:
            row += [_literal(codes), _short(move)] if codes else [_short(move)]
            codes = b""
            pen -= move * unit
        codes += code.to_bytes(2, "big")
        pen += width
    row.append(_literal(codes))
    opening, closing = (b"/ReversedChars BMC ", b" EMC") if run.rtl else (b"", b"")
    place = b"1 0 0 1 %s %s Tm" % (_short(drawn[0].x), _short(baseline))
    return b"q %s BT %s%d Tr %s %s Tf %s [%s] TJ%s ET Q" % (
        item.state,
        opening,
        item.mode,
        glyph.font.encode("latin-1"),
        _short(glyph.size),
        place,
        b"".join(row),
        closing,
    )


def _drawn(run: Run, baseline: float, additions: Additions) -> list[Drawn]:
    """The codes of a run from left to right.

    A mark for readers stands a unit before what follows it: poppler sorts what it reads by place.
    """
    drawn: list[Drawn] = []
    unit = run.first.glyphs[0].size / additions.units_per_em
    for cluster in run.clusters if run.rtl else reversed(run.clusters):
        # From right to left, to know what follows.
        if isinstance(cluster, Cluster):
            codes = draw(cluster, seen(cluster.text), additions, baseline, rtl=run.rtl)
            drawn += reversed(codes)
        else:
            x = drawn[-1].x - unit if drawn else run.first.end
            drawn.append(Drawn(x, additions.code((), 1, cluster), unit))
    drawn.reverse()
    return drawn


def rewrite(page: Page, mended: Iterable[Mended]) -> Rewritten:
    """A page with some of its lines written anew, and its marked content numbered anew."""
    gone: set[Item] = set()
    before: dict[Section, list[tuple[Section, bytes]]] = {}
    inside: dict[Item, list[bytes]] = {}
    for line in mended:
        first = min(line.line.items, key=lambda item: item.start)
        gone.update(line.line.items)
        if first.section.mcid is None:
            inside[first] = [string for _, string in line.strings]
        else:
            before.setdefault(first.section, []).extend(line.strings)
    writer = _Writer(page, gone, before, inside)
    return writer.write()


class _Writer:
    def __init__(
        self,
        page: Page,
        gone: set[Item],
        before: dict[Section, list[tuple[Section, bytes]]],
        inside: dict[Item, list[bytes]],
    ) -> None:
        self._page = page
        self._gone = gone
        self._before = before
        self._inside = inside
        self._items: dict[Section, list[Item]] = {}
        for item in page.items:
            self._items.setdefault(item.section, []).append(item)
        self._next = 0
        self._result = Rewritten(b"")

    def write(self) -> Rewritten:
        pieces = []
        done = 0
        for section in self._page.sections:
            pieces.append(self._page.data[done : section.start])
            pieces += [self._tagged(*string) for string in self._before.get(section, ())]
            pieces.append(self._kept(section))
            done = section.end
        pieces.append(self._page.data[done:])
        self._result.data = b"".join(pieces)
        return self._result

    def _tagged(self, section: Section, string: bytes) -> bytes:
        """A string in marked content like that of a section."""
        return b"\n%s\n%s\nEMC\n" % (self._opening(section), string)

    def _opening(self, section: Section) -> bytes:
        """The operator that begins a section, with the next number."""
        operator = self._page.data[section.start : section.inner]
        if section.mcid is None:
            return operator
        self._result.numbers.setdefault(section.mcid, []).append(self._next)
        self._next += 1
        return _MCID.sub(b"/MCID %d" % (self._next - 1), operator, count=1)

    def _kept(self, section: Section) -> bytes:
        """A section without the text that is written anew."""
        items = self._items.get(section, [])
        empty = items and not section.more and all(item in self._gone for item in items)
        if section.mcid is not None and empty:
            return b""
        pieces = [self._opening(section)]
        done = section.inner
        for item in items:
            if item in self._gone:
                pieces.append(self._page.data[done : item.start])
                pieces += [b"\n%s\n" % string for string in self._inside.get(item, ())]
                done = item.end
        pieces.append(self._page.data[done : section.end])
        return b"".join(pieces)


def _literal(codes: bytes) -> bytes:
    return b"(" + _ESCAPED.sub(_escape, codes) + b")"


def _escape(found: re.Match[bytes]) -> bytes:
    return {b"\r": b"\\r", b"\n": b"\\n"}.get(found[0], b"\\" + found[0])


def _short(number: float) -> bytes:
    """A number with at most five digits after the point, and no more than it needs."""
    return (f"{number:.5f}".rstrip("0").rstrip(".") or "0").replace("-0", "-0").encode("ascii")
