"""Bytes to text: which encoding a file is in, and whether it is text at all.

UTF-8, UTF-16 and UTF-32 are known by their byte order mark or by their pattern; what is none of
them may be Windows-1256 or ISO 8859-6 (Arabic) or Windows-1252 (French, English). Those have no
pattern: they are taken only if the letters they give are such as people write.
"""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import regex

from editor.reading.errors import ReadingError

_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_SIGNATURES = {
    b"PK\x03\x04": "word",
    b"\xd0\xcf\x11\xe0": "word",
    b"{\\rtf": "word",
    b"%PDF-": "pdf",
    b"\xff\xd8\xff": "picture",
    b"\x89PNG": "picture",
    b"GIF8": "picture",
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_WORDS = regex.compile(r"[\p{L}\p{N}]")
_ARABIC_LETTERS = re.compile(r"[\u0621-\u063a\u0641-\u064a]")
_LATIN_LETTERS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœŸ]")
_FREQUENT_ARABIC = frozenset("اليمونرتبعة")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a text may hold; `limits.toml` gives the figures and their reasons."""

    bytes: int
    paragraph_characters: int
    paragraphs: int
    marks_on_one_letter: int
    control_characters_per_mille: int


@cache
def limits() -> Limits:
    """The limits as they are set."""
    path = Path(__file__).with_name("limits.toml")
    return Limits(**tomllib.loads(path.read_text(encoding="utf-8")))


def decode(data: bytes | str) -> tuple[str, str]:
    """The text, without a byte order mark, and the codec it was decoded with.

    Raises:
        ReadingError: It is empty, too large, not text, damaged, or in an encoding nobody knows.
    """
    if isinstance(data, str):
        size = len(data) if data.isascii() else len(data.encode("utf-8", "surrogatepass"))
        _check_size(size)
        text, encoding = data.removeprefix("\ufeff"), "utf-8"
    else:
        _check_size(len(data))
        text, encoding = _decoded(data)
    _check_text(text)
    return text, encoding


def _decoded(data: bytes) -> tuple[str, str]:
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise ReadingError(kind)
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _strictly(data, encoding), encoding
    if b"\x00" in data:
        return _without_mark(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _legacy(data, error)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError("damaged", encoding=encoding, position=error.start) from error


def _without_mark(data: bytes) -> tuple[str, str]:
    """UTF-16 without a byte order mark, or a binary file: text has no zero bytes otherwise."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        known = len(_ARABIC_LETTERS.findall(text)) + len(_LATIN_LETTERS.findall(text))
        if known > len(text) / 2 and not _CONTROLS.search(text):
            return text, encoding
    raise ReadingError("binary")


def _legacy(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """Text in one byte a letter, unless it is UTF-8 with some damage."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        escaped = data.decode("utf-8", "surrogateescape")
    else:
        raise ReadingError("surrogates", position=error.start)
    broken = len(_SURROGATES.findall(escaped))
    sound = sum(1 for character in escaped if character > "\x7f") - broken
    if sound > broken:
        raise ReadingError("damaged", encoding="UTF-8", position=error.start)
    for encoding, is_likely in _LEGACY.items():
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if is_likely(text):
            return text, encoding
    raise ReadingError("encoding")


def _likely_arabic(text: str) -> bool:
    letters = Counter(_ARABIC_LETTERS.findall(text))
    total = letters.total()
    frequent = sum(letters[letter] for letter in _FREQUENT_ARABIC)
    latin = _LATIN_LETTERS.findall(text)
    accented = sum(1 for letter in latin if not letter.isascii())
    # The ten most frequent letters make up two thirds of Arabic text, a quarter of random letters;
    # accented ones among them show that another code for Arabic was used.
    return total > len(latin) and frequent > total * 0.5 and accented <= total / 20


def _likely_latin(text: str) -> bool:
    letters = _LATIN_LETTERS.findall(text)
    plain = sum(1 for letter in letters if letter.isascii())
    return plain > len(letters) * 0.6 and len(letters) > len(text) * 0.5


_LEGACY = {
    "windows-1256": _likely_arabic,
    "iso8859-6": _likely_arabic,
    "windows-1252": _likely_latin,
}


def _check_size(size: int) -> None:
    if size > limits().bytes:
        raise ReadingError("too_large", megabytes=limits().bytes // 1_000_000)


def _check_text(text: str) -> None:
    """Refuse what decodes and yet is no text."""
    if not text.strip():
        raise ReadingError("empty")
    if match := _SURROGATES.search(text):
        raise ReadingError("surrogates", position=match.start())
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text or controls * 1000 > len(text) * limits().control_characters_per_mille:
        raise ReadingError("binary")
    if not _WORDS.search(text):
        raise ReadingError("no_words")
    if regex.search(rf"\p{{M}}{{{limits().marks_on_one_letter + 1}}}", text):
        raise ReadingError("marks", most=limits().marks_on_one_letter)
