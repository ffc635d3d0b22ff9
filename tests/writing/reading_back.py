"""Words of a PDF as other programs read them."""

import difflib
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pypdfium2
import regex

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_CONTROL = regex.compile(r"[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


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


def mupdf_text(data: bytes) -> str:
    """The text as MuPDF gives it, without directional controls."""
    with pymupdf.open("pdf", data) as document:
        pages = [page.get_text() for page in document]
    return str(_CONTROL.sub("", "\n".join(pages)))


def readers(folder: Path) -> dict[str, Callable[[bytes], str]]:
    """What reads a file, by the name of the program."""
    return {
        "poppler": lambda data: poppler_text(data, folder),
        "pdfium": pdfium_text,
        "mupdf": mupdf_text,
    }


def share_found(source: str, text: str) -> float:
    """The share of the source's words and numbers that stand in the text in their order.

    Marks on one letter may stand in any order, as Unicode has it.
    """
    wanted, found = (
        _WORD.findall(unicodedata.normalize("NFC", _CONTROL.sub("", words)))
        for words in (source, text)
    )
    matcher = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(wanted)
