"""Mends a PDF that Typst has made, so that every word in it can be found and copied.

Typst draws an Arabic line from left to right, marks and raised letters apart, so that programs that
read the file lose words. Here each line is written again in logical order, every code of it for one
character; where its ink stands does not change. The order is never guessed: it comes from the words
of the document by UAX #9 and has to agree with what the line shows. A line that does not agree, or
a page that is written in a way this package does not know, stays as Typst made it, and is told.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pikepdf
import regex

from editor.writing.mending.fonts import Font, read_font
from editor.writing.mending.glyphs import Additions
from editor.writing.mending.lines import Line, lines
from editor.writing.mending.order import Place, Words, prove
from editor.writing.mending.page import Item, Page
from editor.writing.mending.placements import read_page
from editor.writing.mending.runs import runs
from editor.writing.mending.streams import Mended, rewrite, write_line
from editor.writing.mending.structure import Structure
from editor.writing.mending.tokens import NotUnderstoodError

_FROM_THE_RIGHT = regex.compile(r"[\p{bc=R}\p{bc=AL}\p{bc=AN}]")


@dataclass(frozen=True, slots=True)
class Unproved:
    """A line that stays as Typst made it.

    Attributes:
        page: Its page, from 1.
        text: What it shows, as far as it is known; empty for a whole page.
    """

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """A mended file.

    Attributes:
        data: The file.
        unproved: The lines that could not be mended.
    """

    data: bytes
    unproved: tuple[Unproved, ...]


def mend(data: bytes, words: Iterable[str], *, rtl: bool) -> Result:
    """Mend a PDF.

    Args:
        data: The file as Typst made it, tagged.
        words: All strings that the document was made from.
        rtl: Whether the document runs from right to left.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        mending = _Mending(pdf, Words(words), rtl=rtl)
        mending.mend()
        preferences: Any = pdf.Root.get("/ViewerPreferences", {})
        if "/Direction" in preferences:
            # PDFium reads every line of such a file from the right, English ones too.
            del preferences["/Direction"]
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return Result(out.getvalue(), tuple(mending.unproved))


@dataclass(slots=True, eq=False)
class _Block:
    """What a paragraph prints."""

    items: list[tuple[int, Item]]


def _lines(block: _Block, *, rtl: bool) -> list[Line]:
    """The lines of a block, over all its pages."""
    pages: dict[int, list[Item]] = {}
    for page, item in block.items:
        pages.setdefault(page, []).append(item)
    return [line for page, items in pages.items() for line in lines(page, items, rtl=rtl)]


class _Mending:
    def __init__(self, pdf: pikepdf.Pdf, words: Words, *, rtl: bool) -> None:
        self._pdf = pdf
        self._words = words
        self._rtl = rtl
        self._fonts: dict[tuple[int, int], Font | None] = {}
        self._additions: dict[tuple[int, int], Additions] = {}
        self._pages: dict[int, Page] = {}
        self._mended: dict[int, list[Mended]] = {}
        self.unproved: list[Unproved] = []

    def mend(self) -> None:
        """Mend what can be mended."""
        try:
            structure = Structure(self._pdf)
        except NotUnderstoodError:
            self.unproved += [Unproved(page, "") for page in range(1, len(self._pdf.pages) + 1)]
            return
        for number in range(len(self._pdf.pages)):
            self._read(number, structure)
        for block in self._blocks():
            self._mend_block(block)
        for additions in self._additions.values():
            additions.write()
        changes = {}
        for number, mended in self._mended.items():
            written = rewrite(self._pages[number], mended)
            self._pdf.pages[number].obj.Contents.write(written.data)
            changes[number] = written.numbers
        structure.renumber(changes)

    def _read(self, number: int, structure: Structure) -> None:
        """Read a page, and find what each section of it belongs to."""
        source = self._pdf.pages[number].obj
        try:
            fonts = {name: self._font(font) for name, font in source.Resources.Font.items()}
            page = read_page(source.Contents.read_bytes(), fonts)
            for section in page.sections:
                if section.mcid is not None:
                    owner = structure.owner(number, section.mcid)
                    section.owner = owner.objgen
                    section.block = structure.block(owner).objgen
        except (NotUnderstoodError, AttributeError):
            self.unproved.append(Unproved(number + 1, ""))
        else:
            self._pages[number] = page

    def _font(self, source: Any) -> Font | None:  # noqa: ANN401 - pikepdf's own
        if source.objgen not in self._fonts:
            self._fonts[source.objgen] = read_font(source)
        return self._fonts[source.objgen]

    def _blocks(self) -> Iterable[_Block]:
        """The paragraphs, over all pages, in the order in which they begin."""
        blocks: dict[object, _Block] = {}
        for number, page in self._pages.items():
            for item in page.items:
                key = item.section.block or (number, item.section.start)
                blocks.setdefault(key, _Block([])).items.append((number, item))
        return blocks.values()

    def _mend_block(self, block: _Block) -> None:
        rtl = self._rtl
        found = _lines(block, rtl=rtl)
        if not any(_FROM_THE_RIGHT.search(line.text) for line in found):
            return  # nothing in it is out of order
        proved = self._proved(found, rtl=rtl)
        if None in proved:
            elsewhere = _lines(block, rtl=not rtl)
            again = self._proved(elsewhere, rtl=not rtl)
            if again.count(None) < proved.count(None):
                found, proved, rtl = elsewhere, again, not rtl
        for line, places in zip(found, proved, strict=True):
            self._mend_line(line, places, rtl=rtl)

    def _proved(self, found: list[Line], *, rtl: bool) -> list[list[Place] | None]:
        """The places of the clusters of each line, or None."""
        best: list[list[Place] | None] = [None] * len(found)
        shown = [(line.text, [cluster.text for cluster in line.clusters]) for line in found]
        for source in self._words.sources("".join(line.text for line in found)):
            proved = list(prove(shown, source, "rtl" if rtl else "ltr"))
            if proved.count(None) < best.count(None):
                best = proved
            if None not in best:
                break
        return best

    def _mend_line(self, line: Line, places: list[Place] | None, *, rtl: bool) -> None:
        if not rtl and not _FROM_THE_RIGHT.search(line.text):
            return
        if places is not None:
            try:
                fonts = self._line_fonts(line)
                mended = write_line(line, runs(line, places, rtl=rtl), fonts)
            except NotUnderstoodError:
                places = None
            else:
                self._mended.setdefault(line.page, []).append(mended)
        if places is None:
            self.unproved.append(Unproved(line.page + 1, line.text))

    def _line_fonts(self, line: Line) -> dict[str, Additions]:
        """The fonts of a line, by their names on its page."""
        sources = self._pdf.pages[line.page].obj.Resources.Font
        found = {}
        for cluster in line.clusters:
            if len(cluster.glyphs) > 1 and len({glyph.face for glyph in cluster.glyphs}) > 1:
                raise NotUnderstoodError("cluster")
        for name in dict.fromkeys(cluster.glyphs[0].font for cluster in line.clusters):
            source = sources[name]
            font = self._fonts[source.objgen]
            if font is None:
                raise NotUnderstoodError("font")
            if source.objgen not in self._additions:
                self._additions[source.objgen] = Additions(font)
            found[name] = self._additions[source.objgen]
        return found
