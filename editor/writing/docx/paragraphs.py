"""Paragraphs and the controls around them."""

import hashlib
from collections.abc import Iterable

from editor.writing.docx.look import Look
from editor.writing.docx.markup import attribute, line
from editor.writing.docx.runs import Link, direction, runs_xml
from editor.writing.docx.styles import style_id
from editor.writing.runs import Run

# A part of the document, as tables of contents and cover pages are: LibreOffice 7 takes a control
# of another kind around one paragraph for plain text, and its runs lose their look and their links.
_KIND = '<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj>'
_LONGEST_TAG = 64
"""Word refuses a longer tag or title of a control."""


def paragraph_xml(key: str, words: str, look: Look, align: str = "") -> str:
    """A paragraph.

    Args:
        key: The key of its style in the style sheet.
        words: Its runs, as XML.
        look: The look of the document, which gives it its direction.
        align: Where its lines stand, if elsewhere than its style says.
    """
    language = look.language
    bidi = "<w:bidi/>" if language.is_rtl else ""
    mark = direction(rtl=language.is_rtl, complex_script=language.is_rtl, language=language)
    place = f'<w:jc w:val="{align}"/>' if align else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(key)}"/>{bidi}{place}<w:rPr>{mark}</w:rPr></w:pPr>'
        f"{words}</w:p>"
    )


def written(key: str, runs: Iterable[Run], look: Look, link: Link | None = None) -> str:
    """A paragraph of these runs."""
    return paragraph_xml(key, runs_xml(runs, look, link), look)


class Controls:
    """Content controls around blocks, each with an id of its own in the document.

    The tag is the name of the field or the id of the block in the record, so that a text that
    comes back from Word can be put where it belongs (ECMA-376 part 1, §17.5.2).

    python-docx passes over controls: `Document.paragraphs` has none of what is in one, and
    `Paragraph.text` of a control inside a paragraph is empty. Neither place would do for both;
    around the paragraph, a control keeps its blocks whole. Scripts find the paragraphs by
    `document.element.body.iter(qn("w:p"))`.
    """

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def around(self, tag: str, title: str, blocks: str) -> str:
        """The blocks in a control with this tag."""
        tag = _short(line(tag))
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={attribute(title[:_LONGEST_TAG])}/>"
            f'<w:tag w:val={attribute(tag)}/><w:id w:val="{self._id(tag)}"/>{_KIND}</w:sdtPr>'
            f"<w:sdtContent>{blocks}</w:sdtContent></w:sdt>"
        )

    def _id(self, tag: str) -> int:
        """A positive number of 31 bits, from the tag; the next free one where two are alike."""
        number = int.from_bytes(hashlib.blake2b(tag.encode(), digest_size=4).digest()) >> 1
        while number in self._taken or not number:
            number = (number + 1) & 0x7FFFFFFF
        self._taken.add(number)
        return number


def _short(tag: str) -> str:
    if len(tag) <= _LONGEST_TAG:
        return tag
    return hashlib.blake2b(tag.encode(), digest_size=_LONGEST_TAG // 2).hexdigest()
