"""The text of a release as the body of a Word document."""

from collections.abc import Callable

from editor.release.content import BlockKind
from editor.writing.document import Document, Section
from editor.writing.docx.look import Look
from editor.writing.docx.paragraphs import Controls, paragraph_xml, written
from editor.writing.docx.runs import Link, words_xml

_STYLES = {
    BlockKind.LEAD: "lead",
    BlockKind.PARAGRAPH: "body",
    BlockKind.SUBHEADING: "subheading",
    BlockKind.LIST_ITEM: "list",
}


Register = Callable[[str], str]
"""Takes the address of a link into the package: gives its relationship id, or "" if it may not."""


def body_xml(document: Document, look: Look, register: Register) -> str:
    """Everything between header and footer, each field and block in a control of its own.

    Args:
        document: What is printed.
        look: How it looks.
        register: Where links are registered.
    """
    controls = Controls()

    def link(address: str, runs: str) -> str:
        key = register(address)
        return f'<w:hyperlink r:id="{key}" w:history="1">{runs}</w:hyperlink>' if key else runs

    def control(tag: str, key: str, blocks: str) -> str:
        return controls.around(tag, look.style(key).name, blocks)

    parts = [
        paragraph_xml("notice", words_xml(banner.words, look), look) for banner in document.banners
    ]
    for tag, runs in (("headline", document.headline), ("subheadline", document.subheadline)):
        if runs:
            parts.append(control(tag, tag, written(tag, runs, look, link)))
    if document.dateline:
        words = words_xml(document.dateline, look)
        parts.append(control("dateline", "dateline", paragraph_xml("dateline", words, look)))
    for block in document.paragraphs:
        key = _STYLES[block.kind]
        parts.append(control(block.id, key, written(key, block.runs, look, link)))
    parts.append(paragraph_xml("end_mark", words_xml(document.end_mark, look), look))
    heading = "closing_heading"
    for key, section in (("boilerplate", document.boilerplate), ("contact", document.contact)):
        if section is not None:
            parts.append(control(key, key, _section(key, heading, section, look, link)))
            heading = "section_heading"
    return "".join(parts)


def _section(key: str, heading: str, section: Section, look: Look, link: Link) -> str:
    title = paragraph_xml(heading, words_xml(section.title, look), look)
    return title + "".join(written(key, line, look, link) for line in section.lines)
