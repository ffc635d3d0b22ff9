"""A Word document holds the release's words, and everything that Word and its user ask for."""

import datetime as dt
import io
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator

from editor.house import load_house
from editor.release.content import (
    Block,
    BlockKind,
    Mark,
    Release,
    ReleaseKind,
    Span,
    Status,
    Text,
    Translated,
)
from editor.writing import write_docx
from editor.writing.document import WritingError, compose
from tests.writing.releases import (
    ENGLISH,
    NOON_IN_MAKKAH,
    english,
    french,
    release,
    sample,
)
from tests.writing.word_checks import W, Word, faults, value, words

HOUSE = load_house()


ALIKE = str.maketrans("«»\t", '"" ')
"""Quotation marks become the house's, and a tab becomes a space."""


def draft() -> Release:
    """A release with notices, links, emphasis, a title and hard words."""
    text = "أشار مشيرًا إلى press@oic.example و«بيان» عن OIC 57 دولة\nفي 2020-2030 <b>&amp;\t#x😀"
    spans = (
        Span(4, 10, Mark.EMPHASIS),
        Span(16, 33, Mark.LINK, "mailto:press@oic.example"),
        Span(37, 41, Mark.TITLE),
        Span(46, 49, Mark.STRONG),
    )
    return replace(
        sample(),
        kind=ReleaseKind.STATEMENT,
        status=Status.DRAFT,
        embargo=NOON_IN_MAKKAH,
        subheadline=Translated(ar=Text("عنوان فرعي عن UNESCO")),
        blocks=(
            *sample().blocks,
            Block("hard", BlockKind.PARAGRAPH, Translated(ar=Text(text, spans))),
            Block("item", BlockKind.LIST_ITEM, Translated(ar=Text("بند أول"))),
            Block("sub", BlockKind.SUBHEADING, Translated(ar=Text("عنوان داخلي"))),
        ),
    )


def empty() -> Release:
    """A release that says nothing yet."""
    return Release(id="empty", language="fr")


MADE = {
    "sample": (sample(), "ar"),
    "draft": (draft(), "ar"),
    "english": (english(), "en"),
    "french": (french(), "fr"),
    "empty": (empty(), "fr"),
    "untranslated": (sample(), "en"),
}


def made(name: str) -> bytes:
    """One of the releases above, as a Word document."""
    written, language = MADE[name]
    return write_docx(written, HOUSE, language)


@pytest.mark.parametrize("name", MADE)
def test_a_validator_finds_nothing(name: str, tmp_path: Path) -> None:
    """No schema or semantic finding: Word opens it without repair."""
    path = tmp_path / "release.docx"
    path.write_bytes(made(name))

    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)

    assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("name", MADE)
def test_nothing_is_wrong_that_a_validator_does_not_see(name: str) -> None:
    """Order, twins, references, controls, direction and fields are sound."""
    assert faults(Word(made(name))) == []


@pytest.mark.parametrize("name", MADE)
def test_the_same_release_gives_the_same_bytes(name: str) -> None:
    """Nothing of the clock or the machine is in it."""
    data = made(name)

    assert data == made(name)
    assert {entry.date_time for entry in Word(data).entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in Word(data).entries} == {0}
    assert Word(data).entries[0].filename == "[Content_Types].xml"


@pytest.mark.parametrize("name", MADE)
def test_python_docx_opens_it_again(name: str) -> None:
    """Its properties come from the record: title, organisation, language, day of issue."""
    written, language = MADE[name]
    document = compose(written, HOUSE, language)
    opened = docx.Document(io.BytesIO(made(name)))
    properties = opened.core_properties
    day = written.dateline.date or dt.date(1980, 1, 1)

    assert properties.title == document.title
    assert properties.author == properties.last_modified_by == document.masthead.organisation
    assert properties.language == document.language.tag
    assert properties.created == properties.modified
    assert properties.created == dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    assert opened.sections[0].different_first_page_header_footer
    assert {"Headline", "Lead", "Body", "Quotation"} <= {style.name for style in opened.styles}


def test_every_field_and_block_is_in_a_control_of_its_own() -> None:
    """The tag is the name in the record, the title the name of the style."""
    word = Word(made("draft"))
    controls = {
        value(control.find(f"{W}sdtPr/{W}tag")): control for control in word.all("sdt", "document")
    }
    blocks = {block.id: block.text("ar").words for block in draft().blocks}

    assert {"headline", "subheadline", "dateline", "boilerplate", "contact", *blocks} <= set(
        controls
    )
    assert value(controls["b1"].find(f"{W}sdtPr/{W}alias")) == "Lead"
    for tag, text in blocks.items():
        plain = words(controls[tag]).translate(dict.fromkeys(range(0x2066, 0x206A)))
        assert plain.translate(ALIKE) == text.translate(ALIKE)


@pytest.mark.parametrize(
    ("tag", "style", "based_on"),
    [
        ("headline", "Headline", "Heading1"),
        ("subheadline", "Subheadline", "Normal"),
        ("dateline", "Dateline", "Normal"),
        ("b1", "Lead", "Normal"),
        ("b2", "Body", "Normal"),
        ("sub", "Subheading", "Heading2"),
        ("item", "List", "Normal"),
    ],
)
def test_every_part_has_a_named_style(tag: str, style: str, based_on: str) -> None:
    """Each part of a release has a style under its own name; headings are Word's headings."""
    word = Word(made("draft"))
    control = next(
        control for control in word.all("sdt") if value(control.find(f"{W}sdtPr/{W}tag")) == tag
    )
    definition = word.style(style)

    assert value(control.find(f".//{W}pStyle")) == definition.get(W + "styleId")
    assert value(definition.find(W + "basedOn")) == based_on
    outline = value(definition.find(f"{W}pPr/{W}outlineLvl"))
    assert outline == {"Heading1": "0", "Heading2": "1"}.get(based_on)


def test_the_masthead_names_house_kind_number_and_both_dates() -> None:
    """The head of the first page, and the shorter one of the others."""
    word = Word(made("sample"))
    first, other = words(word.part("header2")), words(word.part("header1"))

    for part in ("منظمة التعاون الإسلامي", "بيان صحفي", "إكو-2018/214", "15 نوفمبر 2018", "1440هـ"):
        assert part in first
    assert "إكو-2018/214" in other


def test_the_emblem_is_there_twice_and_described() -> None:
    """A drawing, a picture for a Word that cannot draw, and words for who cannot see."""
    word = Word(made("sample"))
    header = word.bytes["word/header2.xml"].decode()

    assert word.bytes["word/media/emblem.svg"].startswith(b"<svg")
    assert word.bytes["word/media/image1.png"].startswith(b"\x89PNG")
    assert 'descr="منظمة التعاون الإسلامي"' in header


def test_the_foot_counts_the_pages() -> None:
    """PAGE and NUMPAGES are fields; the sentence is the language's."""
    word = Word(made("sample"))

    assert words(word.part("footer1")) == "منظمة التعاون الإسلامي\tصفحة 1 من 1"
    instructions = [element.text for element in word.all("instrText", "footer1")]
    assert instructions == [" PAGE ", " NUMPAGES "]


def test_notices_come_first_and_on_every_page() -> None:
    """A draft says so above the headline, and again in the head of the other pages."""
    word = Word(made("draft"))
    document = compose(draft(), HOUSE, "ar")
    first = next(word.all("p", "document"))

    assert len(document.banners) == 2
    assert words(first) == document.banners[0].words
    for banner in document.banners:
        assert banner.words in words(word.part("header1"))


def test_a_link_leads_to_its_address() -> None:
    """The words of a link are a link, in the link's style, inside their block."""
    word = Word(made("draft"))
    link = next(word.all("hyperlink"))
    target = next(
        relationship.get("Target")
        for relationship in word.parts["word/_rels/document.xml.rels"]
        if relationship.get("TargetMode") == "External"
    )

    assert target == "mailto:press@oic.example"
    assert "press@oic.example" in words(link)
    assert value(link.find(f".//{W}rStyle")) == "Hyperlink"


def test_a_quotation_is_marked_for_whoever_edits_it() -> None:
    """Quoted words have the character style of quotations."""
    word = Word(made("sample"))
    quoted = "".join(
        words(run) for run in word.all("r") if value(run.find(f"{W}rPr/{W}rStyle")) == "Quotation"
    )

    assert "استحضار مصالح الدول الأعضاء" in quoted


@pytest.mark.parametrize(
    "hostile",
    [
        "<w:p/>&amp;</w:t>]]>#let x = 1 \\u202e {page}",
        "\x00\x01\x08\x0b\x0c\x1b\x7f\x85\x9f\ufeff\ufffe\uffff",
        "\ud800 \udc00 \ud83d\ude00",
        "a\r\nb\u2028c\u2029d\ve\tf",
        "😀 👨‍👩‍👧 🇸🇦 \U000e0041 e\u0301 " + "\u0301" * 500,
        "\u2066\u2067\u202e no end",
        "\u2069\u202c\u202c no beginning",
        " ",
        "x" * 70_000,
        "(" * 3000 + ")" * 3000,
    ],
    ids=range(10),
)
def test_hostile_words_come_out_as_words(hostile: str, tmp_path: Path) -> None:
    """Mark-up stays text, what XML cannot hold is left out, and the document is sound."""
    bad = replace(
        release("en", [(BlockKind.LEAD, hostile), *ENGLISH], hostile, hostile, hostile, hostile),
        reference=hostile,
    )
    data = write_docx(bad, HOUSE, "en")
    path = tmp_path / "hostile.docx"
    path.write_bytes(data)

    assert faults(Word(data)) == []
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    assert [str(error) for error in result.errors] == []


def test_time_is_linear_in_a_paragraph_of_many_runs() -> None:
    """Thousands of changes of direction in one paragraph; a quadratic step would take minutes."""
    text = "منظمة OIC 57 دولة (2020-2030) +966 12 651 5222، " * 2000
    data = write_docx(release("ar", [(BlockKind.LEAD, text)]), HOUSE, "ar")

    assert len(list(Word(data).all("r", "document"))) > 12_000


def test_mark_up_is_printed_as_it_was_written() -> None:
    """What looks like XML, HTML or Typst is text like any other."""
    text = 'a < b & c > d <b>"x"</b> &amp; ]]> #let $y$ \\n'
    word = Word(write_docx(release("en", [(BlockKind.LEAD, text)]), HOUSE, "en"))

    assert text in {words(paragraph) for paragraph in word.all("p", "document")}


def test_every_kind_of_line_end_is_a_line_break() -> None:
    """Separators of lines and paragraphs inside a block break its line; a tab is a space."""
    text = "one\ntwo\u2028three\u2029four\r\nfive\tsix"
    word = Word(write_docx(release("en", [(BlockKind.LEAD, text)]), HOUSE, "en"))

    found = {words(paragraph) for paragraph in word.all("p", "document")}
    assert "one\ntwo\nthree\nfour\nfive six" in found


blocks = st.lists(st.tuples(st.sampled_from(list(BlockKind)), st.text(max_size=40)), max_size=4)


@settings(max_examples=40)
@given(blocks, st.text(max_size=20), st.sampled_from(["ar", "en", "fr"]))
def test_any_release_makes_a_sound_document(
    written: list[tuple[BlockKind, str]], headline: str, language: str
) -> None:
    """Whatever the words are, nothing that Word minds comes of them."""
    data = write_docx(release(language, written, headline), HOUSE, language)

    assert faults(Word(data)) == []
    with tempfile.TemporaryFile() as file:
        file.write(data)
        docx.Document(file)


def test_a_language_without_wording_is_refused() -> None:
    """The house has to know the language."""
    with pytest.raises(WritingError):
        write_docx(sample(), HOUSE, "de")


def test_no_trace_of_the_machine_or_of_other_programs() -> None:
    """Neither user, host, paths nor python-docx's own template are in it."""
    word = Word(made("sample"))
    everything = b"".join(word.bytes.values()).decode("utf-8", "replace").lower()

    for trace in ("python", "macintosh", "microsoft word", "/home", "/root", sys.prefix.lower()):
        assert trace not in everything
    assert not [name for name in word.bytes if "customXml" in name or "thumbnail" in name]
