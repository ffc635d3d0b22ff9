"""The package: a minimal one to start from, and the finished one with the same bytes every time.

The parts are put together here and opened by python-docx, which keeps relationships, images,
headers and content types in order from there on. `packed` takes what it saved and zips it again:
entries in one order, with one date and nothing of the machine.
"""

import io
import zipfile
from collections.abc import Iterable

from editor.writing.document import Document
from editor.writing.docx.archive import Member, archive, member
from editor.writing.docx.links import Links
from editor.writing.docx.look import MILLIMETRE, PAPERS, Look
from editor.writing.docx.markup import DECLARATION, XMLNS, attribute
from editor.writing.docx.parts import (
    app_xml,
    core_xml,
    numbering_xml,
    settings_xml,
)
from editor.writing.docx.styles import styles_xml
from editor.writing.docx.theme import theme_xml

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_EXTENDED = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_PARTS = (
    ("word/styles.xml", f"{_WORD}.styles+xml", "styles"),
    ("word/settings.xml", f"{_WORD}.settings+xml", "settings"),
    ("word/numbering.xml", f"{_WORD}.numbering+xml", "numbering"),
    ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", "theme"),
)
"""Parts of the document: name, content type, relationship."""
FONT_TABLE = f"{_WORD}.fontTable+xml"
"""The content type of the table of fonts."""
OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
"""The content type of an embedded font."""


def assembled(document: Document, look: Look, body: str, links: Links) -> bytes:
    """A package with every part but headers, footers and fonts.

    Args:
        document: What is printed.
        look: How it looks.
        body: The blocks of the text, as XML.
        links: The addresses they lead to.
    """
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/metadata/core-properties", "docProps/core.xml"),
            (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "word/_rels/document.xml.rels": _relationships(
            *((f"{_OFFICE}/{kind}", name.removeprefix("word/")) for name, _, kind in _PARTS),
            links=links,
        ),
        "word/document.xml": document_xml(look, body),
        "word/styles.xml": styles_xml(look),
        "word/settings.xml": settings_xml(look),
        "word/numbering.xml": numbering_xml(look),
        "word/theme/theme1.xml": theme_xml(look),
        "docProps/core.xml": core_xml(document),
        "docProps/app.xml": app_xml(document),
    }
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_STORED) as entries:
        for name, part in parts.items():
            entries.writestr(name, part)
    return package.getvalue()


def document_xml(look: Look, body: str) -> str:
    """The main part: one section, with the house's paper and margins and the right direction."""
    page = look.house.page
    width, height = PAPERS[page.paper]
    start, end = (round(margin * MILLIMETRE) for margin in (page.start, page.end))
    # §17.6.11: left and right are sides of the page, whatever the direction.
    left, right = (end, start) if look.language.is_rtl else (start, end)
    furniture = look.sheet.furniture
    header, footer = (round(d * MILLIMETRE) for d in (furniture.header, furniture.footer))
    return (
        f"{DECLARATION}<w:document {XMLNS}><w:body>{body}<w:sectPr>"
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{round(page.top * MILLIMETRE)}" w:right="{right}" '
        f'w:bottom="{round(page.bottom * MILLIMETRE)}" w:left="{left}" '
        f'w:header="{header}" w:footer="{footer}" w:gutter="0"/>'
        '<w:cols w:space="720"/><w:titlePg/>'
        f"{'<w:bidi/>' if look.language.is_rtl else ''}</w:sectPr></w:body></w:document>"
    )


def packed(saved: bytes, ready: Iterable[Member] = ()) -> bytes:
    """A saved package with its entries in one order, without dates and traces of the machine.

    Args:
        saved: The package.
        ready: Parts that are compressed already, which stand in for those of their names.
    """
    with zipfile.ZipFile(io.BytesIO(saved)) as package:
        parts = {one.name: one for one in ready}
        for name in package.namelist():
            if name not in parts:
                parts[name] = member(name, package.read(name))
    # Readers look for the content types first (ECMA-376 part 2, annex B).
    first = "[Content_Types].xml"
    return archive(parts[name] for name in sorted(parts, key=lambda name: (name != first, name)))


def _content_types() -> str:
    overrides = [
        ("word/document.xml", f"{_WORD}.document.main+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("docProps/app.xml", _EXTENDED),
        *((name, kind) for name, kind, _ in _PARTS),
    ]
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides
        )
        + "</Types>"
    )


def _relationships(*targets: tuple[str, str], links: Iterable[tuple[str, str]] = ()) -> str:
    parts = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    outside = "".join(
        f'<Relationship Id="{identity}" Type="{_OFFICE}/hyperlink" Target={attribute(target)} '
        'TargetMode="External"/>'
        for identity, target in links
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}">{parts}{outside}</Relationships>'
