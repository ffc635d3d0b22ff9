"""Headers and footers: the masthead of the first page, the running head of the others."""

from collections.abc import Iterable, Iterator

import regex

from editor.writing.document import Beside, Document, Masthead
from editor.writing.docx.look import Look, twentieths
from editor.writing.docx.markup import NAMESPACES, attribute
from editor.writing.docx.paragraphs import paragraph_xml
from editor.writing.docx.runs import direction, words_xml
from editor.writing.docx.styles import BESIDE, COLUMN, NOTICE, REFERENCE, border

DOT = "\u2002·\u2002"
"""What stands between the particulars."""
_EMU = 12700
"""English metric units in a point."""
_TAB = "<w:r><w:tab/></w:r>"
_BREAK = "<w:r><w:br/></w:r>"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_FIELD = regex.compile(r"(\{page\}|\{pages\})")
_ARABIC_INDIC = {ord("0") + digit: 0x660 + digit for digit in range(10)}
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def masthead_xml(document: Document, look: Look, emblem: str) -> str:
    """The head of the first page over a rule, and the particulars below it.

    On one line: emblem, organisation and kind of release. In two columns: the organisation in two
    languages with the emblem between them, and the kind of release under the particulars.

    Args:
        document: The document.
        look: Its look.
        emblem: The emblem as XML; see `emblem_xml`.
    """
    particulars = paragraph_xml("particulars", _particulars(document, look), look)
    kind = paragraph_xml("kind", words_xml(document.masthead.kind, look), look)
    if look.has_columns:
        return _table(_columns(document, look, emblem), look) + particulars + kind
    return _table(_single(document, look, emblem, kind), look) + particulars


def _single(document: Document, look: Look, emblem: str, kind: str) -> Iterator[tuple[int, str]]:
    """Widths and contents of the cells on one line."""
    first = twentieths(look.sheet.emblem.width + look.sheet.emblem.gap)
    last = round(look.text_width * look.sheet.furniture.kind_share)
    yield first, paragraph_xml("organisation", emblem, look)
    yield look.text_width - first - last, _organisation(document.masthead, look)
    yield last, kind


def _columns(document: Document, look: Look, emblem: str) -> Iterator[tuple[int, str]]:
    """Widths and contents of two columns with the emblem between them."""
    middle = twentieths(look.sheet.emblem.width + 2 * look.sheet.emblem.gap)
    side = (look.text_width - middle) // 2
    yield side, _organisation(document.masthead, look)
    yield middle, paragraph_xml("organisation", emblem, look, "center")
    yield look.text_width - middle - side, _beside(document.masthead.beside, look)


def _beside(masthead: Beside | None, look: Look) -> str:
    """The second column: it ends at the far edge, where lines of the other direction start."""
    other = look.beside
    if masthead is None or other is None:
        return paragraph_xml("organisation", "", look)
    across = other.language.is_rtl != look.language.is_rtl
    return _organisation(masthead, other, f"_{BESIDE}", "start" if across else "end")


def _organisation(
    masthead: Masthead | Beside, look: Look, variant: str = "", align: str = ""
) -> str:
    """Its name, over the lines below it in the letterhead."""
    words = (masthead.organisation, *masthead.lines)
    keys = (COLUMN[0], *[COLUMN[1]] * len(masthead.lines))
    return "".join(
        paragraph_xml(f"{key}{variant}", words_xml(line, look), look, align)
        for key, line in zip(keys, words, strict=True)
    )


def _particulars(document: Document, look: Look) -> str:
    """The line under the masthead: reference number, date, Hijri date, as far as they are known."""
    known = []
    if document.reference is not None:
        label = words_xml(f"{document.reference.label} ", look)
        known.append(label + words_xml(document.reference.value, look, REFERENCE))
    if document.dates is not None:
        known.append(words_xml(document.dates.words, look))
    return (_TAB if look.has_columns else words_xml(DOT, look)).join(known)


def running_head_xml(document: Document, look: Look) -> str:
    """The head of the other pages: who and what, and the notices or the reference number."""
    names = document.masthead
    start = words_xml(f"{names.acronym}{DOT}{names.kind}", look)
    if document.banners:
        ends = [words_xml(banner.words, look, NOTICE) for banner in document.banners]
    elif document.reference is not None:
        ends = [words_xml(document.reference.value, look)]
    else:
        ends = []
    return paragraph_xml("header", start + _BREAK.join(_TAB + end for end in ends), look)


def footer_xml(document: Document, look: Look) -> str:
    """The foot of every page: the organisation, and the number of the page."""
    sentence = "".join(
        _field(_FIELDS[part], document, look) if part in _FIELDS else words_xml(part, look)
        for part in _FIELD.split(document.page_label)
        if part
    )
    start = words_xml(document.masthead.organisation, look)
    return paragraph_xml("footer", start + _TAB + sentence, look)


def emblem_xml(look: Look, words: str, picture: str, drawing: str) -> str:
    """A run with the emblem in it.

    Args:
        look: The look of the document, for the emblem's size.
        words: What it shows, for those who do not see it.
        picture: The relationship id of the picture.
        drawing: The relationship id of the drawing, which Word prefers where it can.
    """
    size = look.sheet.emblem
    extent = f'cx="{round(size.width * _EMU)}" cy="{round(size.height * _EMU)}"'
    described = f'id="1" name="Emblem" descr={attribute(words)}'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f"<wp:docPr {described}/><wp:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        f'<a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr {described}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{picture}"><a:extLst>'
        f'<a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{drawing}"/>'
        "</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def _table(cells: Iterable[tuple[int, str]], look: Look) -> str:
    """One row without frames, over the masthead's rule; cells are a width and their content."""
    rule = look.sheet.masthead
    cells = list(cells)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width, _ in cells)
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{words}</w:tc>"
        for width, words in cells
    )
    return (
        f"<w:tbl><w:tblPr>{'<w:bidiVisual/>' if look.language.is_rtl else ''}"
        f'<w:tblW w:w="{look.text_width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblBorders>{border(look, 'bottom', rule, space=0)}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:start w:w="0" w:type="dxa"/><w:bottom w:w="{twentieths(rule.space)}" w:type="dxa"/>'
        f'<w:end w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"<w:tr>{row}</w:tr></w:tbl>"
    )


def _field(instruction: str, document: Document, look: Look) -> str:
    """A field that Word works out, with "1" in it until then (§17.16.5.44, §17.16.5.38)."""
    language = look.language
    look_of_digits = direction(rtl=False, complex_script=language.is_rtl, language=language)
    first = "1".translate(_ARABIC_INDIC) if document.arabic_indic_pages else "1"
    return "".join(
        f"<w:r><w:rPr>{look_of_digits}</w:rPr>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            f"<w:t>{first}</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
