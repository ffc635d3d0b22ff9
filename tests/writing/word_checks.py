"""What Word minds and schema validators do not see, in a document as a package of parts."""

import io
import unicodedata
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from editor.writing.docx.markup import NAMESPACES

W = f"{{{NAMESPACES['w']}}}"
R = f"{{{NAMESPACES['r']}}}"
STORIES = ("document", "header1", "header2", "footer1", "footer2")
TWINS = (("b", "bCs"), ("i", "iCs"), ("sz", "szCs"))
# ECMA-376 part 1, annex A: the order of children, as far as these documents use them.
ORDERS = {
    "pPr": "pStyle keepNext keepLines widowControl numPr pBdr shd tabs bidi spacing ind "
    "contextualSpacing jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs rtl cs lang",
    "sectPr": "headerReference=footerReference pgSz pgMar cols titlePg bidi",
    "tblPr": "bidiVisual tblW tblInd tblBorders tblLayout tblCellMar",
    "pBdr": "top left bottom right",
    "sdtPr": "alias tag id docPartObj",
    "font": "altName family pitch embedRegular embedBold embedItalic",
    "settings": "zoom embedTrueTypeFonts saveSubsetFonts defaultTabStop characterSpacingControl "
    "compat themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr rPr",
}
RIGHT_TO_LEFT = {"R", "AL"}
OVERRIDES = {"\u202d", "\u202e"}


class Word:
    """A document's parts, parsed."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.entries = package.infolist()
            self.bytes = {entry.filename: package.read(entry) for entry in self.entries}
        self.parts = {
            name: etree.fromstring(part)
            for name, part in self.bytes.items()
            if name.endswith((".xml", ".rels"))
        }

    def part(self, name: str) -> etree._Element:
        """A part of the document by its short name, such as "styles"."""
        return self.parts[f"word/{name}.xml"]

    def all(self, tag: str, *stories: str) -> Iterator[etree._Element]:
        """All elements of a kind in these stories, or in all of them."""
        for story in stories or STORIES:
            yield from self.part(story).iter(W + tag)

    @property
    def is_rtl(self) -> bool:
        """Whether its section runs from right to left."""
        return next(self.all("sectPr", "document")).find(W + "bidi") is not None

    def style(self, name: str) -> etree._Element:
        """The style of this name."""
        return next(
            style
            for style in self.part("styles").iter(W + "style")
            if value(style.find(W + "name")) == name
        )


def value(element: etree._Element | None) -> str | None:
    """The w:val of an element."""
    return None if element is None else element.get(W + "val")


def words(element: etree._Element) -> str:
    """The text of an element, line breaks and tabs included."""
    found = {W + "t": None, W + "br": "\n", W + "tab": "\t"}
    return "".join(
        (child.text or "") if child.tag == W + "t" else found[child.tag] or ""
        for run in element.iter(W + "r")
        for child in run
        if child.tag in found
    )


def faults(word: Word) -> list[str]:
    """Everything that is wrong, in words; none for a sound document."""
    return [
        *_order_faults(word),
        *_twin_faults(word),
        *_reference_faults(word),
        *_control_faults(word),
        *_direction_faults(word),
        *_field_faults(word),
    ]


def _order_faults(word: Word) -> Iterator[str]:
    for name, part in word.parts.items():
        for parent, order in ORDERS.items():
            places = {
                W + tag: place
                for place, tags in enumerate(order.split())
                for tag in tags.split("=")
            }
            for element in part.iter(W + parent):
                tags = [child.tag for child in element]
                for tag in tags:
                    if tag not in places:
                        yield f"{name}: {tag} in {parent}"
                known = [places[tag] for tag in tags if tag in places]
                if any(first > second for first, second in pairwise(known)):
                    yield f"{name}: order in {parent}: {tags}"
                if parent != "sectPr" and len(set(known)) != len(known):
                    yield f"{name}: twice in {parent}: {tags}"


def _twin_faults(word: Word) -> Iterator[str]:
    for name, part in word.parts.items():
        for properties in part.iter(W + "rPr"):
            for one, other in TWINS:
                if (properties.find(W + one) is None) != (properties.find(W + other) is None):
                    yield f"{name}: {one} without {other}"
        for fonts in part.iter(W + "rFonts"):
            for script in ("ascii", "hAnsi", "eastAsia", "cs"):
                if not fonts.get(W + script):
                    yield f"{name}: no {script} font"


def _reference_faults(word: Word) -> Iterator[str]:
    styles = {style.get(W + "styleId") for style in word.part("styles").iter(W + "style")}
    numbers = {number.get(W + "numId") for number in word.part("numbering").iter(W + "num")}
    for name, part in word.parts.items():
        for tag in ("pStyle", "rStyle", "basedOn", "next"):
            for element in part.iter(W + tag):
                if value(element) not in styles:
                    yield f"{name}: no style {value(element)}"
        for element in part.iter(W + "numId"):
            if value(element) not in numbers:
                yield f"{name}: no list {value(element)}"
        yield from _relationship_faults(word, name, part)


def _relationship_faults(word: Word, name: str, part: etree._Element) -> Iterator[str]:
    folder, _, file = name.rpartition("/")
    relationships = word.parts.get(f"{folder}/_rels/{file}.rels")
    targets = {} if relationships is None else {one.get("Id"): one for one in relationships}
    for element in part.iter():
        for key, identity in element.attrib.items():
            if str(key).startswith(R) and identity not in targets:
                yield f"{name}: no relationship {identity!r}"
    for one in targets.values():
        inside = one.get("TargetMode") != "External"
        if inside and f"{folder}/{one.get('Target')}" not in word.bytes:
            yield f"{name}: no part {one.get('Target')}"


def _control_faults(word: Word) -> Iterator[str]:
    numbers = [value(control.find(W + "id")) for control in word.all("sdtPr")]
    if len(set(numbers)) != len(numbers):
        yield f"control ids: {numbers}"
    if not all(number and 0 < int(number) < 2**31 for number in numbers):
        yield f"control ids: {numbers}"
    for control in word.all("sdtPr"):
        tag, title = value(control.find(W + "tag")), value(control.find(W + "alias"))
        if not tag or not title or len(tag) > 64 or len(title) > 64:
            yield f"control: {tag} {title}"


def _direction_faults(word: Word) -> Iterator[str]:
    others = dict(_other_directions(word))
    for paragraph in word.all("p"):
        wanted = others.get(value(paragraph.find(f"{W}pPr/{W}pStyle")), word.is_rtl)
        if (paragraph.find(f"{W}pPr/{W}bidi") is not None) != wanted:
            yield f"direction of: {words(paragraph)}"
        # An override says itself which way its letters go.
        if not OVERRIDES & set(words(paragraph)):
            yield from _run_faults(paragraph)
    for part in word.parts.values():
        for alignment in part.iter(W + "jc"):
            if value(alignment) not in {"start", "center", "end"}:
                yield f"alignment: {value(alignment)}"


def _other_directions(word: Word) -> Iterator[tuple[str | None, bool]]:
    """The styles of a letterhead's second column, and whether they run from right to left."""
    for style in word.part("styles").iter(W + "style"):
        if (style.get(W + "styleId") or "").endswith("Beside"):
            bidi = style.find(f"{W}pPr/{W}bidi")
            yield style.get(W + "styleId"), bidi is not None and value(bidi) != "0"


def _run_faults(paragraph: etree._Element) -> Iterator[str]:
    for run in paragraph.iter(W + "r"):
        said = words(run)
        if run.find(W + "t") is not None and run.find(f"{W}rPr/{W}lang") is None:
            yield f"no language: {said}"
        rtl = run.find(f"{W}rPr/{W}rtl") is not None
        classes = {unicodedata.bidirectional(letter) for letter in said}
        if "L" in classes if rtl else classes & RIGHT_TO_LEFT:
            yield f"direction of run: {said}"


def _field_faults(word: Word) -> Iterator[str]:
    for paragraph in word.all("p"):
        steps = [mark.get(W + "fldCharType") for mark in paragraph.iter(W + "fldChar")]
        if steps != ["begin", "separate", "end"] * (len(steps) // 3):
            yield f"field: {steps}"
