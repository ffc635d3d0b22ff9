"""Every word of a mended file can be found and copied; its look and its structure stay."""

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFilter

from editor.house import load_house
from editor.release.content import Block, BlockKind, Mark, Release, Span, Status, Text, Translated
from editor.writing.document import compose
from editor.writing.mending.fonts import read_font
from editor.writing.mending.mend import Unproved, mend
from editor.writing.mending.placements import read_page
from editor.writing.pdf import PdfWriter
from editor.writing.pieces import pieces
from tests.writing.mending.pages import HARD, TITLE, hard_page, typeset, words_of
from tests.writing.reading_back import readers, share_found
from tests.writing.releases import NOON_IN_MAKKAH, english, french, release, sample

RICH = "قال الأمين العام Hissein Brahim Taha إن رابط الموقع مهم جداً ويجب تأكيده بقوة، مُشيراً إليه."


@pytest.fixture(scope="module")
def writer() -> PdfWriter:
    return PdfWriter(load_house("oic"))


def rich() -> Release:
    """A release with a link, stressed words, banners and line breaks in Arabic."""
    marked = [
        ("رابط الموقع", Mark.LINK, "https://oic.example/a"),
        ("تأكيده بقوة", Mark.STRONG, ""),
        ("Brahim", Mark.EMPHASIS, ""),
    ]
    spans = tuple(
        Span(RICH.index(words), RICH.index(words) + len(words), mark, value)
        for words, mark, value in marked
    )
    made = release("ar", [(BlockKind.PARAGRAPH, "سطر أول\nسطر ثان 12-15\nسطر ثالث")], "عنوان")
    lead = Block("lead", BlockKind.LEAD, Translated(ar=Text(RICH, spans)))
    return replace(made, blocks=(lead, *made.blocks), embargo=NOON_IN_MAKKAH, status=Status.DRAFT)


def mended(paragraphs: list[tuple[str, str]], **looks: object) -> bytes:
    """A test page, mended, of which every line has to be proved."""
    result = mend(typeset(paragraphs, **looks), words_of(paragraphs), rtl=True)  # type: ignore[arg-type]
    assert result.unproved == ()
    return result.data


# The least share of words and numbers that each reader gives back, and why it is not all of them:
# poppler puts the full stop of a line of Latin letters among its words, PDFium reverses the words
# of a Latin name in an Arabic line, MuPDF turns Arabic-Indic digits round.
SHARES = {"poppler": 0.99, "pdfium": 0.88, "mupdf": 0.985}


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize("reader", SHARES)
@pytest.mark.parametrize(
    "looks",
    [
        {},
        {"columns": 2},
        {"columns": 2, "justify": True},
        {"fonts": ("IBM Plex Sans Arabic", "IBM Plex Sans")},
    ],
    ids=["plain", "two columns", "justified", "another face"],
)
def test_hard_pages_are_read_back(tmp_path: Path, reader: str, looks: dict[str, object]) -> None:
    page = hard_page()
    source = "\n".join([TITLE, *(words for _, words in page)])
    assert share_found(source, readers(tmp_path)[reader](mended(page, **looks))) >= SHARES[reader]


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize("name", HARD)
def test_poppler_reads_every_hard_line_whole(tmp_path: Path, name: str) -> None:
    text = readers(tmp_path)["poppler"](mended([("ar", HARD[name])]))
    assert share_found(HARD[name], text) == 1


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize("reader", ["poppler", "pdfium", "mupdf"])
@pytest.mark.parametrize("name", ["plain", "tashkeel", "stops", "date", "range", "dash", "joiners"])
def test_lines_of_ordinary_releases_are_read_whole(tmp_path: Path, name: str, reader: str) -> None:
    text = readers(tmp_path)[reader](mended([("ar", HARD[name])]))
    assert share_found(HARD[name], text) == 1


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize("reader", ["poppler", "mupdf"])
def test_links_and_stressed_words_are_read_back(
    writer: PdfWriter, tmp_path: Path, reader: str
) -> None:
    result = writer.mended(rich(), "ar")
    assert result.unproved == ()
    assert share_found(RICH, readers(tmp_path)[reader](result.data)) == 1


def files(writer: PdfWriter) -> dict[str, tuple[bytes, bytes]]:
    """Files as Typst makes them, and mended."""
    made = [(sample(), "ar"), (rich(), "ar"), (english(), "en"), (french(), "fr")]
    found = {
        f"{release.id} {language} {number}": (
            writer.typeset(release, language),
            writer.write(release, language),
        )
        for number, (release, language) in enumerate(made)
    }
    page = hard_page()
    return found | {"hard": (typeset(page, columns=2), mended(page, columns=2))}


@pytest.mark.needs_tool("pdftoppm")
def test_the_look_does_not_change(writer: PdfWriter, tmp_path: Path) -> None:
    for name, (before, after) in files(writer).items():
        pages = zip(rendered(before, tmp_path / "a"), rendered(after, tmp_path / "b"), strict=True)
        for one, other in pages:
            counts = ImageChops.difference(one, other).histogram()
            pixels = one.width * one.height
            # poppler puts each glyph on a whole pixel in height and a quarter in width: marks that
            # are glyphs of their own are off by up to half a pixel, those in one glyph are not.
            assert sum(counts[1:]) < pixels / 200, name
            assert sum(counts[128:]) < pixels / 5_000, name
            assert strayed(one, other) < 128, name
            assert strayed(other, one) < 128, name


def strayed(one: Image.Image, other: Image.Image) -> int:
    """How dark the other is where nothing of the first is within a pixel: from 0 to 255."""
    near = one.filter(ImageFilter.MinFilter(3))
    lightest = ImageChops.subtract(near, other).getextrema()[1]
    assert isinstance(lightest, int)
    return lightest


def rendered(data: bytes, folder: Path) -> list[Image.Image]:
    """The pages at 150 dots to the inch, in grey."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    subprocess.run(
        ["pdftoppm", "-r", "150", "-gray", "-", str(folder / "p")], input=data, check=True
    )
    pages = []
    for path in sorted(folder.iterdir()):
        with Image.open(path) as image:
            pages.append(image.convert("L"))
    return pages


@pytest.mark.needs_tool("qpdf")
def test_qpdf_finds_nothing_wrong(writer: PdfWriter, tmp_path: Path) -> None:
    for name, (_, after) in files(writer).items():
        path = tmp_path / "file.pdf"
        path.write_bytes(after)
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False)
        assert done.returncode == 0, name


def test_every_code_has_one_character_and_the_width_of_its_glyph(writer: PdfWriter) -> None:
    for name, (_, after) in files(writer).items():
        with pikepdf.open(io.BytesIO(after)) as pdf:
            for page in pdf.pages:
                fonts = {key: read_font(font) for key, font in page.obj.Resources.Font.items()}
                programs = {key: program(font) for key, font in page.obj.Resources.Font.items()}
                for item in read_page(page.obj.Contents.read_bytes(), fonts).items:
                    for glyph in item.glyphs:
                        font, face = fonts[glyph.font], programs[glyph.font]
                        assert font is not None
                        assert font.texts[glyph.code], name
                        units = face["hmtx"][face.getGlyphOrder()[glyph.code]][0]
                        width = units * 1000 / face["head"].unitsPerEm
                        assert abs(width - font.width(glyph.code)) < 0.001, name


def program(font: pikepdf.Object) -> TTFont:
    """The font program of a font dictionary."""
    descriptor = font.DescendantFonts[0].FontDescriptor
    face = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
    count = face["maxp"].numGlyphs
    assert descriptor.CIDSet.read_bytes() == ((1 << count) - 1 << -count % 8).to_bytes(
        -(-count // 8), "big"
    )
    return face


def test_all_content_is_reached_from_the_structure_in_its_order(writer: PdfWriter) -> None:
    for name, (_, after) in files(writer).items():
        with pikepdf.open(io.BytesIO(after)) as pdf:
            reached = list(contents(pdf.Root.StructTreeRoot.K, None))
            numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
            parents = {int(k): v for k, v in zip(numbers[::2], numbers[1::2], strict=True)}
            for page in pdf.pages:
                own = [(mcid, owner) for at, mcid, owner in reached if at == page.obj.objgen]
                fonts = {key: read_font(font) for key, font in page.obj.Resources.Font.items()}
                sections = read_page(page.obj.Contents.read_bytes(), fonts).sections
                drawn = [section.mcid for section in sections if section.mcid is not None]
                assert [mcid for mcid, _ in own] == drawn == list(range(len(drawn))), name
                row = parents[int(page.obj.StructParents)]
                assert [owner for _, owner in own] == [entry.objgen for entry in row], name


def contents(children: pikepdf.Object, page: pikepdf.Object | None):  # noqa: ANN201 - a stream of triples
    """The page, the number and the owner of all marked content, in the order of the structure."""
    for element in children if isinstance(children, pikepdf.Array) else [children]:
        own = element.get("/Pg", page)
        inner = element.get("/K")
        for child in inner if isinstance(inner, pikepdf.Array) else [inner]:
            if child is None or (isinstance(child, pikepdf.Dictionary) and "/Obj" in child):
                continue
            if not isinstance(child, pikepdf.Dictionary):
                yield own.objgen, int(child), element.objgen
            elif "/MCID" in child:
                yield child.get("/Pg", own).objgen, int(child.MCID), element.objgen
            else:
                yield from contents(child, own)


def test_languages_artifacts_and_properties_stay(writer: PdfWriter) -> None:
    with (
        pikepdf.open(io.BytesIO(writer.typeset(rich(), "ar"))) as before,
        pikepdf.open(io.BytesIO(writer.write(rich(), "ar"))) as after,
    ):
        assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert str(after.docinfo.Title) == str(before.docinfo.Title)
        assert str(after.Root.Lang) == str(before.Root.Lang)
        assert [bytes(o.Title) for o in outline(after)] == [bytes(o.Title) for o in outline(before)]
        assert after.Root.OutputIntents
        assert after.Root.MarkInfo.Marked
        assert "/Direction" in before.Root.ViewerPreferences
        assert "/Direction" not in after.Root.ViewerPreferences
        sections, words = sections_of(after)
        assert {"Hissein ", "Brahim", " Taha"} <= {
            words[section] for section in sections if section.properties.get("/Lang") == b"en-GB"
        }
        furniture = "".join(words[s] for s in sections if s.tag == "/Artifact" and s in words)
        assert "صفحة" in furniture[::-1]
        assert "منظمة التعاون الإسلامي" in furniture[::-1]


def outline(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The first entries of the outline."""
    return [pdf.Root.Outlines.First, pdf.Root.Outlines.Last]


def sections_of(pdf: pikepdf.Pdf):  # noqa: ANN201 - the sections of the first page and their words
    page = pdf.pages[0].obj
    fonts = {key: read_font(font) for key, font in page.Resources.Font.items()}
    read = read_page(page.Contents.read_bytes(), fonts)
    words: dict[object, str] = {}
    for item in read.items:
        text = "".join(glyph.text for glyph in item.glyphs).replace("\u200f", "")
        words[item.section] = words.get(item.section, "") + text
    return read.sections, words


def test_what_is_not_ours_stays_and_is_told() -> None:
    page = [("ar", "هذا نصنا نحن"), ("ar", "وهذا نص آخر")]
    result = mend(typeset(page), words_of(page[:1]), rtl=True)
    assert result.unproved == (Unproved(1, "وهذا نص آخر"),)


def test_a_line_set_in_another_order_than_ours_stays_and_is_told() -> None:
    page = [("ar", "من \u206710 - 20\u2069 إلى")]
    result = mend(typeset(page), ["من \u206610 - 20\u2069 إلى", *words_of([])], rtl=True)
    assert [line.text.split()[0] for line in result.unproved] == ["من"]


def test_a_file_without_structure_stays() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        out = io.BytesIO()
        pdf.save(out)
    assert mend(out.getvalue(), [], rtl=True).unproved == (Unproved(1, ""),)


def test_a_page_that_is_not_understood_stays_whole() -> None:
    page = [("ar", "نص أول")]
    with pikepdf.open(io.BytesIO(typeset(page))) as pdf:
        content = pdf.pages[0].obj.Contents
        strange = content.read_bytes() + b"\n1 Tc"
        content.write(strange)
        out = io.BytesIO()
        pdf.save(out)
    result = mend(out.getvalue(), words_of(page), rtl=True)
    assert result.unproved == (Unproved(1, ""),)
    with pikepdf.open(io.BytesIO(result.data)) as pdf:
        assert pdf.pages[0].obj.Contents.read_bytes() == strange


def test_the_same_file_is_mended_to_the_same_bytes(writer: PdfWriter) -> None:
    words = list(pieces(compose(sample(), load_house("oic"), "ar")))
    data = writer.typeset(sample(), "ar")
    assert mend(data, words, rtl=True).data == mend(data, words, rtl=True).data


def test_a_mended_file_is_not_greater(writer: PdfWriter) -> None:
    for name, (before, after) in files(writer).items():
        assert len(after) <= len(before), name


SIGNS = (
    "ابتلاللهمُشِيًرَّاـ \u200c\u200d\u2066\u2067\u2069\u202e\u202c()[]«»،.:-%+/0189٠١٢"
    "OICfi\u0301é😀☎\n\u00a0"
)


@given(st.text(st.sampled_from(SIGNS), max_size=60), st.booleans(), st.sampled_from(["ar", "en"]))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_mended_or_left(
    writer: PdfWriter,
    words: str,
    stressed: bool,  # noqa: FBT001 - hypothesis gives it by name
    language: str,
) -> None:
    made = release(language, [(BlockKind.LEAD, words)], words)
    if stressed:
        spans = (Span(len(words) // 3, len(words) // 2, Mark.STRONG),)
        block = Block("b", BlockKind.LEAD, Translated({language: Text(words, spans)}))
        made = replace(made, blocks=(block,))
    result = writer.mended(made, language)
    assert result.data.startswith(b"%PDF-1.7")
