"""What LibreOffice makes of a Word document: right words, in the right order, on few pages."""

import io
import os
import re
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from editor.cli.specimens import specimens
from editor.house import load_house
from editor.house.fonts import font_folder
from editor.release.content import BlockKind
from editor.writing import write_docx
from editor.writing.document import compose
from editor.writing.pdf import render_pages
from tests.writing.reading_back import poppler_text, share_found
from tests.writing.releases import english, french, release, sample

HOUSE = load_house()
HARD = (
    (BlockKind.LEAD, "في الفترة 2020-2030 زادت بنسبة 12.5% في 57 دولة منها OIC 15 عضوا."),
    (BlockKind.PARAGRAPH, "هاتف: +966 12 651 5222 وبريد: press@oic.example اليوم."),
    (BlockKind.SUBHEADING, "عنوان داخلي"),
    (BlockKind.LIST_ITEM, "بند أول"),
)

SPECIMENS = [
    (house, name, code, specimen)
    for house in (HOUSE, load_house("ministry"))
    for name, specimen in specimens(house).items()
    for code in house.wording
]

_BOX = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*yMax="([\d.]+)">([^<]*)</word>')
ONLY_FONT = "Elsewhere"
_ISOLATES = set("\u2066\u2069")

pytestmark = pytest.mark.needs_tool("soffice", "pdftotext")


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The releases as LibreOffice prints them, in the typefaces that they carry."""
    made = {
        "ar": write_docx(sample(), HOUSE, "ar"),
        "en": write_docx(english(), HOUSE, "en"),
        "fr": write_docx(french(), HOUSE, "fr"),
        "hard": write_docx(release("ar", HARD, "عنوان"), HOUSE, "ar"),
    }
    made |= {
        f"{house.name}-{name}-{code}": write_docx(specimen, house, code)
        for house, name, code, specimen in SPECIMENS
    }
    return printed_by_libreoffice(made, tmp_path_factory.mktemp("rendered"))


def printed_by_libreoffice(made: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """Word documents by name as PDF, on a machine that has one font, and that of another name."""
    for name, data in made.items():
        (folder / f"{name}.docx").write_bytes(data)
    fonts = folder / "fonts"
    fonts.mkdir()
    _make_only_font(fonts / "only.ttf")
    settings = folder / "fonts.conf"
    settings.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{fonts}</dir><cachedir>{folder / 'cache'}</cachedir></fontconfig>"
    )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [f"{name}.docx" for name in made]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", *files],
        cwd=folder,
        env={**os.environ, "FONTCONFIG_FILE": str(settings)},
        check=True,
        capture_output=True,
        timeout=120,
    )
    return {name: (folder / f"{name}.pdf").read_bytes() for name in made}


def _make_only_font(path: Path) -> None:
    """A font with every letter, under a name that no document asks for."""
    folder = font_folder("Amiri")
    assert folder is not None
    font = TTFont(folder / "Amiri-Regular.ttf")
    for key in (1, 3, 4, 6):
        font["name"].setName(ONLY_FONT, key, 3, 1, 0x409)
        font["name"].removeNames(nameID=key, platformID=1)
    font.save(path)


def families(data: bytes) -> set[str]:
    """The families that a file is printed in, as their PostScript names begin."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = (font for page in pdf.pages for font in page.resources.get("/Font", {}).values())
        names = {str(font.BaseFont).partition("+")[2] for font in fonts}
    return {name.partition("-")[0] for name in names}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ar", {"Amiri", "IBMPlexSansArabic", "NotoSerif"}),
        ("en", {"NotoSerif", "IBMPlexSans", "Amiri"}),
        ("fr", {"NotoSerif", "IBMPlexSans"}),
        ("ministry-specimen-ar", {"IBMPlexSansArabic", "IBMPlexSans"}),
    ],
)
def test_fonts_that_are_not_installed_are_used(
    rendered: dict[str, bytes], name: str, expected: set[str]
) -> None:
    """The document brings its own, and the machine's is used for nothing."""
    found = families(rendered[name])

    assert ONLY_FONT not in found
    assert expected <= found


def test_specimens_have_as_many_pages_as_in_the_pdf(rendered: dict[str, bytes]) -> None:
    """In every house and language."""
    found, wanted = {}, {}
    for house, name, code, specimen in SPECIMENS:
        key = f"{house.name}-{name}-{code}"
        found[key] = len(pypdfium2.PdfDocument(rendered[key]))
        wanted[key] = len(render_pages(specimen, house, code, scale=0.1))
    assert found == wanted


@pytest.mark.parametrize("name", ["en", "fr"])
def test_every_word_is_printed(rendered: dict[str, bytes], name: str, tmp_path: Path) -> None:
    """All that was composed is on the page, with page numbers and no code of a field."""
    written = {"en": english(), "fr": french()}[name]
    document = compose(written, HOUSE, name)
    text = poppler_text(rendered[name], tmp_path)

    for paragraph in document.paragraphs:
        assert share_found(paragraph.words, text) == 1
    assert document.page_label.format(page=1, pages=1) in text
    assert "PAGE" not in text
    assert "HYPERLINK" not in text


def test_the_arabic_sample_is_printed(rendered: dict[str, bytes], tmp_path: Path) -> None:
    """Nearly all words come back; what is lost, poppler loses where glyphs are raised."""
    document = compose(sample(), HOUSE, "ar")
    words = "\n".join(paragraph.words for paragraph in document.paragraphs)

    assert share_found(words, poppler_text(rendered["ar"], tmp_path)) > 0.9


def seen(data: bytes, folder: Path) -> list[str]:
    """The words of a file as the eye meets them: line by line, each from left to right."""
    path = folder / "seen.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True)
    boxes = [
        ((float(top) + float(foot)) / 2, float(start), word)
        for start, top, foot, word in _BOX.findall(done.stdout.decode())
        if word not in _ISOLATES
    ]
    lines: list[list[tuple[float, float, str]]] = []
    for box in sorted(boxes):
        if not lines or box[0] - lines[-1][-1][0] > 4:
            lines.append([])
        lines[-1].append(box)
    return [word for line in lines for _, _, word in sorted(line, key=lambda box: box[1])]


@pytest.mark.parametrize(
    "piece",
    ["2020-2030", "12.5%", "+966 12 651 5222", "press@oic.example"],
)
def test_what_a_line_would_tear_apart_is_whole(
    rendered: dict[str, bytes], piece: str, tmp_path: Path
) -> None:
    """Ranges, per cents, telephones and addresses stand in their own order."""
    assert piece in " ".join(seen(rendered["hard"], tmp_path))


def test_a_number_stands_after_the_name_before_it(
    rendered: dict[str, bytes], tmp_path: Path
) -> None:
    """Read from the right: the name, then the number, then what is counted."""
    words = seen(rendered["hard"], tmp_path)

    assert words[words.index("OIC") - 1] == "15"
