"""Words of a PDF as other programs read them."""

import difflib
import subprocess
from pathlib import Path

import pypdfium2
import regex

_WORD = regex.compile(r"[\p{L}\p{M}]+")
_CONTROL = regex.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def poppler_text(data: bytes, folder: Path) -> str:
    """The text as pdftotext gives it, without directional controls."""
    path = folder / "read.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return str(_CONTROL.sub("", done.stdout.decode()))


def pdfium_text(data: bytes) -> str:
    """The text as PDFium gives it, without directional controls."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return str(_CONTROL.sub("", "\n".join(pages)))


def share_found(source: str, text: str) -> float:
    """The share of the source's words, of letters, that stand in the text in their order."""
    wanted, found = _WORD.findall(source), _WORD.findall(text)
    matcher = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(wanted)
