"""Houses that look nothing alike make documents that are equally sound: nothing is hard-wired."""

import io
from dataclasses import replace
from pathlib import Path

import msgspec
import pikepdf
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from editor.cli.specimens import specimens
from editor.house import House, load_house
from editor.house.loading import TEMPLATES
from editor.release.content import Release, Status
from editor.release.languages import LANGUAGES
from editor.writing import write_docx, write_pdf
from editor.writing.document import compose
from editor.writing.runs import without_isolates
from tests.writing.reading_back import poppler_text, share_found
from tests.writing.word_checks import W, Word, faults, value, words

HOUSES = {name: load_house(TEMPLATES / name) for name in ("oic", "ministry")}
EVERY = [(name, code) for name in HOUSES for code in LANGUAGES]
MINISTRY = HOUSES["ministry"]


def specimen(house: House, name: str = "specimen") -> Release:
    return specimens(house)[name]


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_pages_are_pdf_a_and_pdf_ua(name: str, code: str) -> None:
    with pikepdf.open(io.BytesIO(write_pdf(specimen(HOUSES[name]), HOUSES[name], code))) as pdf:
        with pdf.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["pdfuaid:part"] == "1"
        assert str(pdf.Root.Lang).lower() == LANGUAGES[code].tag.lower()


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_word_opens_the_documents_without_repair(name: str, code: str, tmp_path: Path) -> None:
    data = write_docx(specimen(HOUSES[name], "notices"), HOUSES[name], code)
    path = tmp_path / "release.docx"
    path.write_bytes(data)
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    assert [str(error) for error in result.errors] == []
    assert faults(Word(data)) == []


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("name", HOUSES)
def test_every_word_is_on_the_pages(name: str, code: str, tmp_path: Path) -> None:
    house = HOUSES[name]
    document = compose(specimen(house), house, code)
    latin = [run.words for part in document.paragraphs for run in part.runs if not run.language]
    wanted = "\n".join(map(without_isolates, latin))
    text = poppler_text(write_pdf(specimen(house), house, code), tmp_path)
    # Poppler takes the hyphen at the end of a line for one that hyphenation put there.
    assert share_found(wanted.replace("-", ""), text.replace("-", "")) == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_two_houses_print_one_release_in_their_own_way(code: str) -> None:
    """Fonts, colours, words, order, marks: nothing of one house is in the other's documents."""
    release = specimen(HOUSES["oic"])
    ours, theirs = (compose(release, house, code) for house in HOUSES.values())
    assert ours.dateline != theirs.dateline
    assert ours.end_mark != theirs.end_mark
    assert ours.masthead != theirs.masthead
    assert ours.dates != theirs.dates
    first, second = HOUSES.values()
    assert first.typefaces[code] != second.typefaces[code]
    assert first.colours.accent != second.colours.accent
    marks = {
        (w.quotation_marks, w.quotation_space) for w in (first.wording[code], second.wording[code])
    }
    assert len(marks) == 2


def test_a_letterhead_has_the_organisation_in_two_languages() -> None:
    """Each column in its own direction, font and size, ending at its edge of the page."""
    word = Word(write_docx(specimen(MINISTRY), MINISTRY, "ar"))
    head = word.part("header2")
    first, _, second = (words(cell) for cell in head.iter(f"{W}tc"))
    assert first == "وزارة المياه والأنهارمكتب المتحدث الرسمي"
    assert second == "Ministry of Water and RiversOffice of the Spokesperson"
    style = word.style("Organisation (English)")
    assert value(style.find(f"{W}pPr/{W}bidi")) == "0"
    size = value(style.find(f"{W}rPr/{W}sz"))
    english = Word(write_docx(specimen(MINISTRY), MINISTRY, "en")).style("Organisation")
    assert size == value(english.find(f"{W}rPr/{W}sz"))


def test_one_setting_arranges_the_letterhead_of_both_formats(tmp_path: Path) -> None:
    """A house of one column takes two when its house.toml says so."""
    letterhead = MINISTRY.letterhead
    other = msgspec.structs.replace(HOUSES["oic"], letterhead=letterhead)
    release = replace(specimen(other), blocks=())
    head = words(Word(write_docx(release, other, "en")).part("header2"))
    assert "منظمة التعاون الإسلامي" in head
    assert write_pdf(release, other, "en") != write_pdf(release, HOUSES["oic"], "en")


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize(("name", "code"), EVERY)
def test_what_is_held_back_says_so_on_every_page_and_in_the_properties(
    name: str, code: str, tmp_path: Path
) -> None:
    house = HOUSES[name]
    held = specimen(house, "notices")
    notices = compose(held, house, code).notices
    assert len(notices) == 2
    data = write_pdf(held, house, code)
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        assert len(pdf.pages) > 1
        for notice in notices:
            assert notice in metadata["dc:description"]
            assert notice in str(metadata["pdf:Keywords"])
    if code != "ar":  # reading Arabic back is another matter
        for page in poppler_text(data, tmp_path).removesuffix("\f").split("\f"):
            for notice in notices:
                assert share_found(notice, page) == 1
    word = Word(write_docx(held, house, code))
    for notice in notices:
        assert notice in without_isolates(words(word.part("document")))
        assert notice in without_isolates(words(word.part("header1")))
        assert " ".join(notice.split()) in word.bytes["docProps/core.xml"].decode()


@pytest.mark.parametrize(("name", "code"), EVERY)
@pytest.mark.parametrize("status", [Status.APPROVED, Status.PUBLISHED])
def test_the_notice_goes_when_the_status_does(name: str, code: str, status: Status) -> None:
    house = HOUSES[name]
    held = specimen(house, "notices")
    notices = compose(held, house, code).notices
    free = replace(held, status=status, embargo=None)
    data = io.BytesIO(write_pdf(free, house, code))
    with pikepdf.open(data) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:description"] == house.wording[code].kinds["statement"]
        assert not metadata.get("pdf:Keywords")
    word = Word(write_docx(free, house, code))
    for notice in notices:
        assert all(notice.encode() not in part for part in word.bytes.values())
    assert b"contentStatus" not in word.bytes["docProps/core.xml"]
