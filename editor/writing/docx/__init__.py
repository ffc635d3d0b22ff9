"""Writes a release as a Word document, by python-docx and the XML that it lacks.

Everything that a person of the desk looks for in Word is there under its own name: styles,
headings, a content control for each field and block. Direction, language and both looks of every
run are written out, Latin and Arabic; the same release gives the same bytes.
"""

import io
from collections.abc import Iterator

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.section import Section, _BaseHeaderFooter
from lxml import etree

from editor.house import House
from editor.release.content import Release
from editor.writing.document import Document, compose
from editor.writing.docx.body import body_xml
from editor.writing.docx.embedding import Fonts, embedded_fonts, parts_of
from editor.writing.docx.emblem import emblem_of
from editor.writing.docx.families import families_used
from editor.writing.docx.furniture import emblem_xml, footer_xml, masthead_xml, running_head_xml
from editor.writing.docx.links import Links
from editor.writing.docx.look import Look, look_of
from editor.writing.docx.markup import XMLNS
from editor.writing.docx.package import FONT_TABLE, OBFUSCATED, assembled, packed
from editor.writing.docx.parts import fonts_xml

__all__ = ["write_docx"]


def write_docx(release: Release, house: House, language: str) -> bytes:
    """The release in one language as a Word document in the house's style.

    Raises:
        WritingError: The house has no wording for the language.
        HouseError: The house's style sheet, emblem or fonts cannot be used.
    """
    document = compose(release, house, language)
    look = look_of(house, document.language)
    links = Links()
    body = body_xml(document, look, links.register)
    word = docx.Document(io.BytesIO(assembled(document, look, body, links)))
    section = word.sections[0]
    _write_furniture(section, document, look)
    fonts: Fonts = {}
    if house.embed_fonts:
        fonts = embedded_fonts(house, families_used(_stories(word.element, section), look))
    _write_font_table(word.part, look, fonts)
    saved = io.BytesIO()
    word.save(saved)
    return packed(saved.getvalue(), parts_of(fonts))


def _write_furniture(section: Section, document: Document, look: Look) -> None:
    running_head, foot = running_head_xml(document, look), footer_xml(document, look)
    _fill(section.header, running_head)
    _fill(section.footer, foot)
    _fill(section.first_page_footer, foot)
    first = section.first_page_header
    first.is_linked_to_previous = False
    picture, drawing = _place_emblem(first, look)
    emblem = emblem_xml(look, document.masthead.organisation, picture, drawing)
    _fill(first, masthead_xml(document, look, emblem))


def _place_emblem(header: _BaseHeaderFooter, look: Look) -> tuple[str, str]:
    """Put both forms of the emblem into the package; their relationship ids."""
    part = header.part
    size = look.sheet.emblem
    emblem = emblem_of(look.house, size.width, size.height)
    picture, _ = part.get_or_add_image(io.BytesIO(emblem.picture))
    drawing = Part(PackURI("/word/media/emblem.svg"), "image/svg+xml", emblem.drawing, part.package)
    return picture, part.relate_to(drawing, RELATIONSHIP_TYPE.IMAGE)


def _fill(place: _BaseHeaderFooter, xml: str) -> None:
    """Put blocks in the place of what a new header or footer holds."""
    place.is_linked_to_previous = False
    element = place._element  # noqa: SLF001 - python-docx has no public way to a header's element
    for child in list(element):
        element.remove(child)
    for block in parse_xml(f"<w:body {XMLNS}>{xml}</w:body>"):
        element.append(block)


def _stories(body: etree._Element, section: Section) -> Iterator[etree._Element]:
    """The text, and everything above and below it."""
    yield body
    for place in (
        section.header,
        section.first_page_header,
        section.footer,
        section.first_page_footer,
    ):
        yield place._element  # noqa: SLF001 - as above


def _write_font_table(part: Part, look: Look, fonts: Fonts) -> None:
    """The families, each with its fonts; what is in them joins the package when it is packed."""
    package = part.package
    table = Part(
        PackURI("/word/fontTable.xml"), FONT_TABLE, fonts_xml(look, fonts).encode("utf-8"), package
    )
    for font in (font for family in fonts.values() for font in family):
        place = Part(PackURI(f"/{font.part.name}"), OBFUSCATED, b"", package)
        table.load_rel(RELATIONSHIP_TYPE.FONT, place, font.id)
    part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
