"""Text as XML, and the names of the format.

What a release says has been made printable when it was composed (`editor.writing.runs`). `clean`
does the same for every other string, of the house or of python-docx's, so that nothing that XML 1.0
(§2.2) cannot hold reaches a part: separators of every kind become one, which is written as a line
break, and control characters, halves of surrogate pairs and noncharacters are left out.
"""

from xml.sax.saxutils import escape, quoteattr

import regex

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
XMLNS = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

LINE_BREAK = "\u2028"

_BREAKS = regex.compile("\r\n|[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]")
_ILLEGAL = regex.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def clean(words: str) -> str:
    """Words as a document can hold them, on lines parted by U+2028."""
    return str(_ILLEGAL.sub("", _BREAKS.sub(LINE_BREAK, words)))


def line(words: str) -> str:
    """Words for a place that has no lines, such as an attribute or a property."""
    return " ".join(clean(words).split())


def content(words: str) -> str:
    """Words as the content of an element."""
    return escape(words)


def attribute(words: str) -> str:
    """Words as the value of an attribute, with its quotation marks."""
    return quoteattr(line(words))
