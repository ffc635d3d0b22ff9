"""A PDF holds the release's words as data, and is what archives and screen readers ask for."""

import datetime as dt
import hashlib
import io
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import msgspec
import pikepdf
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.house import House, HouseError, load_house
from editor.house.loading import TEMPLATES
from editor.release.content import (
    Block,
    BlockKind,
    Dateline,
    Mark,
    Release,
    Span,
    Status,
    Text,
    Translated,
)
from editor.release.languages import LANGUAGES
from editor.writing import write_pdf
from editor.writing.pdf import PdfWriter, render_pages
from tests.writing.reading_back import poppler_text, readers, share_found
from tests.writing.releases import (
    ENGLISH,
    NOON_IN_MAKKAH,
    SAMPLE,
    english,
    french,
    release,
    sample,
)

MADE = {"ar": sample, "en": english, "fr": french}
MARKUP = (
    "--- #panic() #{1+1} *b* _i_ $x$ `c` <ref> @ref = h + e / t // no /* no */ \\n [y] ~ "
    '<w:b/> </p> &amp; <!-- c --> ]]> {{ x }} %s {place} "q" \\u{41}'
)


@pytest.fixture(scope="module")
def house() -> House:
    return load_house("oic")


def squeezed(text: str) -> str:
    """The text without spaces and hyphens: readers guess the ones and drop the others at breaks."""
    return "".join(text.replace("-", "").split())


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize("reader", ["poppler", "pdfium", "mupdf"])
@pytest.mark.parametrize("name", ["oic", "ministry"])
def test_every_word_and_number_of_the_sample_is_read_back(
    tmp_path: Path, name: str, reader: str
) -> None:
    words = SAMPLE.read_text(encoding="utf-8")
    text = readers(tmp_path)[reader](write_pdf(sample(), load_house(name), "ar"))
    assert share_found(words, text) == 1


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_latin_words_are_read_back_whole(house: House, tmp_path: Path, language: str) -> None:
    made = MADE[language]()
    words = "\n".join(text.words for _, text in made.texts(language))
    assert share_found(words, poppler_text(write_pdf(made, house, language), tmp_path)) == 1


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize("kind", BlockKind)
def test_markup_in_a_block_is_printed_as_it_is(
    house: House, tmp_path: Path, kind: BlockKind
) -> None:
    made = release("en", [(BlockKind.LEAD, "Lead."), (kind, MARKUP)], "Headline")
    text = poppler_text(write_pdf(made, house, "en"), tmp_path)
    assert squeezed(MARKUP) in squeezed(text)


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize("field", ["headline", "subheadline", "place", "source"])
def test_markup_in_a_field_is_printed_as_it_is(house: House, tmp_path: Path, field: str) -> None:
    made = release("en", [(BlockKind.LEAD, "Lead.")], **{"headline": "Headline", field: MARKUP})
    made = replace(made, reference="<#x $y$>")
    text = squeezed(poppler_text(write_pdf(made, house, "en"), tmp_path))
    assert squeezed(MARKUP) in text
    assert squeezed("<#x $y$>") in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_pdf_a_and_pdf_ua_with_language_and_title(house: House, language: str) -> None:
    made = MADE[language]()
    with opened(write_pdf(made, house, language)) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfaid:conformance"] == "A"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == made.headline[language].words
        assert str(pdf.Root.Lang).lower() == LANGUAGES[language].tag.lower()
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.OutputIntents
        for page in pdf.pages:
            assert [round(float(edge)) for edge in page.mediabox] == [0, 0, 595, 842]


def test_every_font_is_embedded_and_came_with_the_program(house: House) -> None:
    families = ("Amiri", "IBMPlexSans", "NotoSerif")
    for language, make in MADE.items():
        with opened(write_pdf(make(), house, language)) as pdf:
            fonts = [item for item in pdf.objects if is_font_descriptor(item)]
            assert fonts
            for font in fonts:
                assert "/FontFile2" in font
                assert str(font.FontName).split("+")[1].startswith(families)


def is_font_descriptor(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"


@pytest.mark.parametrize("language", LANGUAGES)
def test_structure_and_languages_are_told_to_those_who_listen(house: House, language: str) -> None:
    with opened(write_pdf(MADE[language](), house, language)) as pdf:
        kinds = [str(item.S) for item in pdf.objects if is_structure(item)]
        languages = {str(item.Lang).lower() for item in pdf.objects if is_tagged(item)}
    assert kinds.count("/H1") == 1
    assert kinds.count("/P") > 5
    assert languages <= {language_.tag.lower() for language_ in LANGUAGES.values()}


def is_structure(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem"


def is_tagged(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and "/Lang" in item


def test_a_release_without_a_headline_still_has_a_first_heading(house: House) -> None:
    with opened(write_pdf(Release(id="r", language="ar"), house, "ar")) as pdf:
        assert "/H1" in [str(item.S) for item in pdf.objects if is_structure(item)]


def test_the_same_release_gives_the_same_bytes_in_any_process(house: House) -> None:
    program = (
        "import hashlib\n"
        "from editor.house import load_house\n"
        "from editor.writing import write_pdf\n"
        "from tests.writing.releases import sample\n"
        "print(hashlib.sha256(write_pdf(sample(), load_house('oic'), 'ar')).hexdigest())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=TEMPLATES.parent,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )
    ours = hashlib.sha256(write_pdf(sample(), house, "ar")).hexdigest()
    assert done.stdout.decode().strip() == ours


@pytest.mark.parametrize("day", [dt.date(2018, 11, 15), dt.date(1969, 9, 25), None])
def test_the_time_stamp_is_the_records(house: House, day: dt.date | None) -> None:
    made = replace(sample(), dateline=Dateline(date=day))
    with opened(write_pdf(made, house, "ar")) as pdf:
        stamp = str(pdf.docinfo["/CreationDate"])
    assert stamp.startswith(f"D:{day or dt.date(1980, 1, 1):%Y%m%d}000000")


@pytest.mark.needs_tool("pdftotext")
def test_a_long_release_numbers_its_pages_and_says_on_each_what_it_is(
    house: House, tmp_path: Path
) -> None:
    blocks = [(kind, f"{words} ({turn})") for turn in range(12) for kind, words in ENGLISH]
    made = release("en", blocks, "A long release")
    made = replace(made, status=Status.DRAFT, embargo=NOON_IN_MAKKAH)
    pages = poppler_text(write_pdf(made, house, "en"), tmp_path).removesuffix("\f").split("\f")
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Draft – not for release" in page
        assert "Embargoed until 12:00 Makkah time" in page
    assert "###" in pages[-1]
    assert "Media contact" in pages[-1]


@pytest.mark.needs_tool("pdftotext")
def test_page_numbers_are_in_the_digits_of_the_house(house: House, tmp_path: Path) -> None:
    wording = msgspec.structs.replace(house.wording["ar"], digits="arabic-indic")
    own = msgspec.structs.replace(house, wording={"ar": wording})
    made = replace(sample(), reference="", dateline=Dateline())
    text = squeezed(poppler_text(write_pdf(made, own, "ar"), tmp_path))
    assert "صفحة١من٢" in text
    assert "صفحة٢من٢" in text


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("x\ufffdy", "x 😀 y"),
        ("x\ufffdy", "x \ue000 y"),
        ("x\ufffd\ufffdy", "x 日本 y"),
        ("x\ufffdy", "x \ud800 y"),
        ("xyz", "x\x00y \ufeffz"),
    ],
)
def test_what_no_font_can_show_is_marked_and_breaks_nothing(
    house: House, tmp_path: Path, expected: str, words: str
) -> None:
    made = release("en", [(BlockKind.LEAD, words)], words)
    text = poppler_text(write_pdf(made, house, "en"), tmp_path)
    assert squeezed(text).count(expected) == 2


def test_what_no_font_can_show_is_told(house: House) -> None:
    writer = PdfWriter(house)
    assert writer.unshown(sample(), "ar") == frozenset()
    made = release("en", [(BlockKind.LEAD, "Rain 😀 and 日本.")], "Hé")
    assert writer.unshown(made, "en") == {"😀", "日", "本"}


@given(st.text(max_size=80), st.sampled_from(sorted(LANGUAGES)))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_at_all_makes_a_pdf(house: House, words: str, language: str) -> None:
    made = release(language, [(BlockKind.LEAD, words), (BlockKind.LIST_ITEM, words)], words)
    assert write_pdf(made, house, language).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    "words",
    ["كلمة " * 1500, "ك" * 8000, "https://oic.example/" + "a" * 4000, "ا" + "\u064b" * 9999],
)
def test_texts_beyond_all_measure_make_a_pdf(house: House, words: str) -> None:
    made = release("ar", [(BlockKind.LEAD, words)], words, words, words, words)
    assert write_pdf(made, house, "ar").startswith(b"%PDF-1.7")


def test_a_link_leads_to_addresses_of_the_web_and_of_mail_only(house: House) -> None:
    words = "web mail file script"
    addresses = ("https://oic.example/a", "mailto:a@oic.example", "file:///etc", "javascript:x()")
    spans = []
    for word, address in zip(words.split(), addresses, strict=True):
        start = words.index(word)
        spans.append(Span(start, start + len(word), Mark.LINK, address))
    block = Block("b", BlockKind.LEAD, Translated(en=Text(words, tuple(spans))))
    made = replace(english(), blocks=(block,))
    with opened(write_pdf(made, house, "en")) as pdf:
        links = {
            str(item.A.URI)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Link"
        }
    assert links == {"https://oic.example/a", "mailto:a@oic.example"}


def test_the_page_can_be_given_to_another_compiler(house: House) -> None:
    writer = PdfWriter(house)
    page = writer.page(sample(), "ar")
    assert page.source.startswith("// The page of a release")
    assert typst.compile(page.template, **page.settings) == writer.typeset(sample(), "ar")


def test_pages_are_rendered_for_a_preview(house: House) -> None:
    pages = render_pages(sample(), house, "ar", scale=0.5)
    assert len(pages) == 2
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_writers_in_several_threads_wait_for_each_other(house: House) -> None:
    made: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: made.append(write_pdf(sample(), house, "ar")))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [write_pdf(sample(), house, "ar")] * 4


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("release.typ", "#release_page", "#release_page = ", "wrong_template"),
        ("house.toml", '"Noto Serif"', '"House Serif"', "missing_font"),
    ],
)
def test_a_house_that_cannot_make_a_page_is_named(
    tmp_path: Path, file: str, old: str, new: str, reason: str
) -> None:
    folder = Path(shutil.copytree(TEMPLATES / "oic", tmp_path / "mine"))
    (folder / "fonts").mkdir()
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(HouseError, match="mine") as caught:
        write_pdf(english(), load_house(folder), "en")
    assert caught.value.faults[0].reason == reason
