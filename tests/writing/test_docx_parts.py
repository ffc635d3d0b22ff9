"""Each part of a Word document by itself."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from editor.house import HouseError, load_house
from editor.house.style import Page
from editor.release.languages import LANGUAGES
from editor.writing.document import Document, compose
from editor.writing.docx.emblem import emblem_of
from editor.writing.docx.furniture import (
    emblem_xml,
    footer_xml,
    masthead_xml,
    running_head_xml,
)
from editor.writing.docx.links import Links, followable
from editor.writing.docx.look import Look, look_of
from editor.writing.docx.markup import XMLNS, attribute, clean
from editor.writing.docx.package import assembled, document_xml, packed
from editor.writing.docx.paragraphs import Controls
from editor.writing.docx.parts import (
    app_xml,
    core_xml,
    fonts_xml,
    numbering_xml,
    settings_xml,
)
from editor.writing.docx.styles import styles_xml
from editor.writing.docx.theme import theme_xml
from tests.writing.releases import sample
from tests.writing.word_checks import W, value, words

HOUSE = load_house()
ARABIC = look_of(HOUSE, LANGUAGES["ar"])
FRENCH = look_of(HOUSE, LANGUAGES["fr"])
DOCUMENT = compose(sample(), HOUSE, "ar")


def parsed(xml: str) -> etree._Element:
    """A part as Word reads it."""
    return etree.fromstring(xml.encode())


def blocks(xml: str) -> etree._Element:
    """Blocks of a part as elements."""
    return etree.fromstring(f"<w:body {XMLNS}>{xml}</w:body>")


@pytest.mark.parametrize("look", [ARABIC, FRENCH], ids=["ar", "fr"])
def test_every_style_has_both_looks(look: Look) -> None:
    """Family and size for Latin and for complex scripts, the house's in that language."""
    styles = parsed(styles_xml(look))
    lead = next(s for s in styles.iter(W + "style") if s.get(W + "styleId") == "Lead")
    fonts = lead.find(f"{W}rPr/{W}rFonts")
    typefaces = HOUSE.typefaces

    assert fonts is not None
    assert fonts.get(W + "cs") == typefaces["ar"].body
    assert fonts.get(W + "ascii") == typefaces["en"].body
    assert value(lead.find(f"{W}rPr/{W}szCs")) == str(round(typefaces["ar"].size * 2))
    assert value(lead.find(f"{W}rPr/{W}sz")) == str(round(typefaces["en"].size * 2))


def test_the_defaults_name_the_languages() -> None:
    """Latin words in an Arabic document are English, Arabic words in a French one Arabic."""
    for look, latin in ((ARABIC, "en-GB"), (FRENCH, "fr-FR")):
        language = parsed(styles_xml(look)).find(f".//{W}docDefaults//{W}lang")
        assert language is not None
        assert language.get(W + "val") == language.get(W + "eastAsia") == latin
        assert language.get(W + "bidi") == "ar-SA"


def test_only_documents_from_the_right_are_bidi() -> None:
    """Section and base style say the direction; margins follow it."""
    arabic, french = parsed(document_xml(ARABIC, "")), parsed(document_xml(FRENCH, ""))

    assert arabic.find(f".//{W}sectPr/{W}bidi") is not None
    assert french.find(f".//{W}sectPr/{W}bidi") is None
    assert "<w:bidi/>" in styles_xml(ARABIC)
    assert "<w:bidi/>" not in styles_xml(FRENCH)


def test_the_page_is_the_house_s() -> None:
    """Paper and margins in twentieths of a point; start is right in Arabic."""
    page = Page(top=20, bottom=21, start=30, end=40)
    house = msgspec.structs.replace(HOUSE, page=page)
    margins = parsed(document_xml(look_of(house, LANGUAGES["ar"]), "")).find(f".//{W}pgMar")

    assert margins is not None
    assert margins.get(W + "right") == str(round(30 / 25.4 * 1440))
    assert margins.get(W + "left") == str(round(40 / 25.4 * 1440))


def test_the_list_has_the_house_s_bullet() -> None:
    """One level that hangs in its indent."""
    level = parsed(numbering_xml(ARABIC)).find(f".//{W}lvl")

    assert level is not None
    assert value(level.find(W + "lvlText")) == "•"
    assert value(level.find(W + "pStyle")) == "List"


def test_the_fonts_name_their_substitutes() -> None:
    """Where a family is not installed, Word takes one that looks like it."""
    fonts = {font.get(W + "name"): font for font in parsed(fonts_xml(ARABIC, {}))}

    assert set(fonts) == {"Amiri", "IBM Plex Sans", "IBM Plex Sans Arabic", "Noto Serif"}
    assert "Traditional Arabic" in (value(fonts["Amiri"].find(W + "altName")) or "")


def test_the_settings_are_of_a_word_that_is_still_sold() -> None:
    """Without a compatibility mode Word opens a document as one of 2007."""
    settings = parsed(settings_xml(ARABIC))
    modes = {one.get(W + "name"): value(one) for one in settings.iter(W + "compatSetting")}
    fonts = settings.find(W + "themeFontLang")

    assert modes["compatibilityMode"] == "15"
    assert fonts is not None
    assert fonts.get(W + "bidi") == "ar-SA"


def test_the_properties_are_the_record_s() -> None:
    """Title, author, language and dates; a release without a day has the earliest one."""
    core = core_xml(DOCUMENT)

    assert "<dc:language>ar-SA</dc:language>" in core
    assert core.count("2018-11-15T00:00:00Z") == 2
    assert "1980-01-01T00:00:00Z" in core_xml(replace(DOCUMENT, issued=None))
    assert "<Company>منظمة التعاون الإسلامي</Company>" in app_xml(DOCUMENT)
    for part in (core, app_xml(DOCUMENT), theme_xml(ARABIC)):
        parsed(part)


def test_the_masthead_is_a_table_in_the_line_s_direction() -> None:
    """Emblem, organisation and kind from the start; number and dates below."""
    emblem = emblem_xml(ARABIC, "شعار", "rId1", "rId2")
    head = blocks(masthead_xml(DOCUMENT, ARABIC, emblem))

    assert head.find(f".//{W}tblPr/{W}bidiVisual") is not None
    assert len(list(head.iter(W + "tc"))) == 3
    widths = [int(cell.get(W + "w") or 0) for cell in head.iter(W + "gridCol")]
    assert sum(widths) == ARABIC.text_width
    assert words(list(head)[-1]).startswith("المرجع إكو-2018/214")


def test_furniture_holds_up_without_reference_dates_and_notices() -> None:
    """What is not known is left out, and no separator is left alone."""
    bare = replace(DOCUMENT, reference=None, dates=None, banners=())

    assert words(list(blocks(masthead_xml(bare, ARABIC, "")))[-1]) == ""
    assert "<w:tab/>" not in running_head_xml(bare, ARABIC)
    assert "<w:tab/>" in running_head_xml(DOCUMENT, ARABIC)


@pytest.mark.parametrize(
    ("label", "fields"),
    [("{page}/{pages}", 2), ("صفحة {page}", 1), ("without", 0), ("<{pages}>&", 1)],
)
def test_the_page_sentence_is_the_language_s(label: str, fields: int) -> None:
    """Fields stand where the sentence has them."""
    foot = blocks(footer_xml(replace(DOCUMENT, page_label=label), ARABIC))

    assert len(list(foot.iter(W + "instrText"))) == fields


def test_page_numbers_start_in_the_house_s_digits() -> None:
    """Until Word counts, the field says one in the digits of the document."""
    document: Document = replace(DOCUMENT, arabic_indic_pages=True)

    assert "<w:t>١</w:t>" in footer_xml(document, ARABIC)


def test_controls_have_ids_of_their_own() -> None:
    """The id comes from the tag; the same tag twice gives two ids."""
    controls, again = Controls(), Controls()
    first, second = (blocks(controls.around("b1", "Lead", "<w:p/>")) for _ in range(2))
    repeated = blocks(again.around("b1", "Lead", "<w:p/>"))

    numbers = [value(one.find(f".//{W}id")) for one in (first, second, repeated)]
    assert numbers[0] == numbers[2] != numbers[1]


def test_a_long_tag_is_shortened_and_still_told_apart() -> None:
    """Word takes 64 characters."""
    tags = [
        value(blocks(Controls().around("b" * 100 + end, "x" * 100, "<w:p/>")).find(f".//{W}tag"))
        for end in "12"
    ]

    assert all(tag and len(tag) <= 64 for tag in tags)
    assert tags[0] != tags[1]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://oic.example/a?b=c&d#e", "https://oic.example/a?b=c&d#e"),
        ("mailto:press@oic.example", "mailto:press@oic.example"),
        ("HTTP://oic.example/خبر 1", "http://oic.example/%D8%AE%D8%A8%D8%B1%201"),
        ("https://موقع.example/", "https://xn--4gbrim.example/"),
        ("https://a.example/%D8%AE", "https://a.example/%D8%AE"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("mailto:", ""),
        ("https://[broken", ""),
        ("https://" + "a" * 70 + "..example/", ""),
        ("//oic.example", ""),
        ("\ud800", ""),
        ("", ""),
    ],
)
def test_only_sound_addresses_are_followed(address: str, expected: str) -> None:
    """The web and e-mail, as a URI: Word refuses a document for one malformed address."""
    assert followable(address) == expected


def test_an_address_is_registered_once() -> None:
    """Two links to one address share a relationship; a refused address has none."""
    links = Links()
    found = [links.register(a) for a in ("https://a.example", "https://a.example", "file:///x")]

    assert found == ["link1", "link1", ""]
    assert list(links) == [("link1", "https://a.example")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a\r\nb\nc\u2029d\x85e", "a\u2028b\u2028c\u2028d\u2028e"),
        ("a\x00\x1b\ud83d\ufffe\ufeff\x9fb", "ab"),
        ("a\tb\u200f\u2066😀", "a\tb\u200f\u2066😀"),
    ],
)
def test_words_are_made_fit_for_xml(words: str, expected: str) -> None:
    """Line ends become one kind, what XML cannot hold is left out, all else stays."""
    assert clean(words) == expected


def test_an_attribute_is_quoted_and_on_one_line() -> None:
    """Marks, quotation marks and line ends in a name do no harm."""
    assert etree.fromstring(f"<a b={attribute('x' + chr(10) + '<&> ' + chr(34))}/>").get("b") == (
        'x <&> "'
    )


def test_the_template_has_no_text_and_packs_in_one_order() -> None:
    """The package that python-docx starts from is complete; packing it again changes nothing."""
    data = packed(assembled(DOCUMENT, ARABIC, "", Links()))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()

    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert packed(data) == data


def test_an_emblem_is_drawn_once() -> None:
    """Drawing it takes a compiler; the picture is kept."""
    first, second = emblem_of(HOUSE, 48, 48), emblem_of(HOUSE, 48, 48)

    assert first.picture is second.picture
    assert first.picture.startswith(b"\x89PNG")
    assert emblem_of(HOUSE, 24, 24).picture != first.picture


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"<svg", b"not a drawing"])
def test_an_emblem_that_cannot_be_drawn_is_named(content: bytes | None, tmp_path: Path) -> None:
    """The error names the file."""
    house = msgspec.structs.replace(HOUSE, folder=str(tmp_path), emblem="mine.svg")
    if content is not None:
        (tmp_path / "mine.svg").write_bytes(content)

    with pytest.raises(HouseError, match=r"mine\.svg"):
        emblem_of(house, 48, 48)
