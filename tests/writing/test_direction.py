"""Every hard line is seen in the right order in every document.

The table `tests/data/hard-lines.toml` says what has to be seen. Texts, HTML and DOCX are laid out
by UAX #9, as the program does that opens them; in the PDF, every glyph is found where it stands.
"""

import ctypes
from collections.abc import Iterator
from io import BytesIO

import docx
import pypdfium2
import pypdfium2.raw
import pytest
import regex
from lxml import html as parser
from markdown_it import MarkdownIt

from editor.house import load_house
from editor.release.languages import LANGUAGES
from editor.text.bidi import levels
from editor.text.presentation import letters
from editor.writing import (
    write_docx,
    write_html,
    write_markdown,
    write_pdf,
    write_plain,
    write_shaped,
)
from tests.writing.hard_lines import (
    HardLine,
    drawn,
    hard_lines,
    plain,
    release_of,
    seen_of,
)

HOUSE = load_house("oic")
LINES = {code: [line for line in hard_lines() if line.language == code] for code in LANGUAGES}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067", "auto": "\u2068"}
_ARABIC_WORD = regex.compile(r"[[\p{Script=Arabic}\p{M}\u0640]--[\p{N}\p{P}]]+", regex.V1)
_ATOM = regex.compile(rf"{_ARABIC_WORD.pattern}|.", regex.V1)
_BRACKETS = str.maketrans("()[]«»“”", "||||||||")

by_language = pytest.mark.parametrize("language", LINES)


def first_of(text: list[str], lines: list[HardLine]) -> list[str]:
    """The lines that the document has for the table's, which stand in its order."""
    start = next(at for at, line in enumerate(text) if plain(line) == lines[0].words)
    return text[start : start + len(lines)]


def assert_seen(found: list[str], lines: list[HardLine], *bases: str) -> None:
    for base in bases:
        seen = [seen_of(line, base) for line in found]  # type: ignore[arg-type]
        assert seen == [line.seen for line in lines]


def base_of(language: str) -> str:
    return LANGUAGES[language].direction


def test_the_table_is_long_enough() -> None:
    assert len(hard_lines()) >= 40


@by_language
def test_plain_text(language: str) -> None:
    """In a program that knows the direction, and in one that takes it from the first letter."""
    lines = LINES[language]
    text = write_plain(release_of(lines, language), HOUSE, language).decode()
    found = first_of([line for line in text.splitlines() if line], lines)
    assert_seen(found, lines, base_of(language), "auto")


@by_language
def test_markdown(language: str) -> None:
    lines = LINES[language]
    text = write_markdown(release_of(lines, language), HOUSE, language).decode()
    root = parser.fromstring(f"<main>{MarkdownIt('commonmark').render(text)}</main>")
    found = first_of([p.text_content() for p in root.iter("p")], lines)
    assert_seen(found, lines, base_of(language), "auto")


@by_language
def test_html(language: str) -> None:
    lines = LINES[language]
    page = write_html(release_of(lines, language), HOUSE, language).decode()
    root = parser.document_fromstring(page)
    assert root.get("dir") == base_of(language)
    found = first_of(["".join(laid_out(p)) for p in root.findall("body/article/p")], lines)
    assert_seen(found, lines, base_of(language))


def laid_out(element: parser.HtmlElement) -> Iterator[str]:
    """The text of an element, a `dir` attribute as the isolate that HTML makes of it."""
    direction = element.get("dir")
    yield _ISOLATES[direction] if direction else ""
    yield element.text or ""
    for child in element:
        yield from laid_out(child)
        yield child.tail or ""
    yield "\u2069" if direction else ""


@by_language
def test_shaped_lines(language: str) -> None:
    """What is stored is what is seen, character by character."""
    lines = LINES[language]
    text = write_shaped(release_of(lines, language), HOUSE, language, width=200).decode()
    found = ["".join(letters(c)[::-1] for c in plain(line)) for line in text.splitlines() if line]
    wanted = [drawn(line) for line in lines]
    start = found.index(wanted[0])
    assert found[start : start + len(lines)] == wanted


@by_language
def test_docx(language: str) -> None:
    """By UAX #9, and with each run of letters told the direction that UAX #9 gives them."""
    lines = LINES[language]
    document = docx.Document(BytesIO(write_docx(release_of(lines, language), HOUSE, language)))
    paragraphs = {
        plain(text): (text, paragraph)
        for paragraph in document.element.body.iter(f"{W}p")
        if (text := "".join(t.text or "" for t in paragraph.iter(f"{W}t")))
    }
    found = [paragraphs[line.words] for line in lines]
    assert_seen([text for text, _ in found], lines, base_of(language))
    for text, paragraph in found:
        of = levels(text, LANGUAGES[language].direction)
        at = 0
        for run in paragraph.iter(f"{W}r"):
            is_rtl = run.find(f"{W}rPr/{W}rtl") is not None
            words = "".join(t.text or "" for t in run.iter(f"{W}t"))
            for level, character in zip(of[at:], words, strict=False):
                assert not character.isalpha() or is_rtl == bool(level % 2), text
            at += len(words)


@by_language
def test_pdf(language: str) -> None:
    """Where each glyph stands on the page: an Arabic word is one, brackets of either side alike."""
    lines = LINES[language]
    found = list(rows(write_pdf(release_of(lines, language), HOUSE, language)))
    assert [line.marked for line in lines if atoms_of(line.seen) not in found] == []


def atoms_of(seen: str) -> list[str]:
    """What a line shows from left to right: Arabic words by their letters, other characters."""
    return [atom(found[0]) for found in _ATOM.finditer(seen) if found[0].strip()]


def atom(characters: str) -> str:
    return "".join(sorted(characters)).translate(_BRACKETS)


def rows(data: bytes) -> Iterator[list[str]]:
    """What every line of a PDF shows from left to right."""
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            text = page.get_textpage()
            lines: dict[int, list[tuple[float, float, str]]] = {}
            for at in range(text.count_chars()):
                start, _, end, _ = text.get_charbox(at)
                box = (start, end, plain(text.get_text_range(at, 1)))
                lines.setdefault(baseline(text, at), []).append(box)
            for line in lines.values():
                placed = sorted(_placed(line))
                yield [atom(characters) for _, characters in placed]
    finally:
        document.close()


def baseline(text: pypdfium2.PdfTextPage, at: int) -> int:
    x, y = ctypes.c_double(), ctypes.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(text, at, x, y)
    return round(y.value)


def _placed(line: list[tuple[float, float, str]]) -> Iterator[tuple[float, str]]:
    """Each atom of a line with the middle of it."""
    word: list[tuple[float, float, str]] = []
    for start, end, character in [*line, (0.0, 0.0, " ")]:
        if _ARABIC_WORD.fullmatch(character):
            word.append((start, end, character))
            continue
        if word:
            middle = (min(w[0] for w in word) + max(w[1] for w in word)) / 2
            yield middle, "".join(w[2] for w in word)
            word = []
        if character.strip():
            yield (start + end) / 2, character
