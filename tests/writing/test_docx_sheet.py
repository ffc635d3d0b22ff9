"""The style sheet for Word documents is data, and every fault in it is named."""

import shutil
from pathlib import Path

import msgspec
import pytest

from editor.house import House, HouseError, load_house
from editor.house.loading import TEMPLATES
from editor.release.languages import LANGUAGES
from editor.writing import write_docx
from editor.writing.docx.look import look_of
from editor.writing.docx.sheet import FILE, load_sheet
from tests.writing.releases import sample
from tests.writing.word_checks import W, Word, value


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A copy of the house that a test may change."""
    shutil.copytree(TEMPLATES / "oic", tmp_path / "mine")
    return load_house(tmp_path / "mine")


def change(house: House, old: str, new: str) -> None:
    """Change the house's sheet."""
    path = Path(house.folder) / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_another_sheet_makes_other_documents(house: House) -> None:
    """Names, colours, space and bullets come from the sheet, at once when it is saved."""
    before = Word(write_docx(sample(), house, "ar"))
    change(house, 'name = "Lead"\nafter = 8', 'name = "Opening"\ncolour = "accent"\nafter = 11')
    after = Word(write_docx(sample(), house, "ar"))
    style = after.style("Opening")
    spacing = style.find(f"{W}pPr/{W}spacing")

    assert before.style("Lead").get(W + "styleId") == style.get(W + "styleId")
    assert value(style.find(f"{W}rPr/{W}color")) == house.colours.accent.lstrip("#").upper()
    assert spacing is not None
    assert spacing.get(W + "after") == "220"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('colour = "accent"\nwidth', 'colour = "gold"\nwidth', "masthead.colour"),
        ('scale = "headline"', 'scale = "huge"', "styles.headline.scale"),
        ('face = "heading"', 'face = "fancy"', "styles.headline.face"),
        ("level = 1", "level = -1", "styles.headline.level"),
        ("bold = true", 'bold = "yes"', "styles.headline.bold"),
        ('ground = "notice_ground"', 'ground = "pink"', "styles.notice.ground"),
        ("[styles.lead]", "[styles.leed]", "styles.leed"),
        ("[furniture]\nheader = 15", '[furniture]\nheader = "top"', "furniture.header"),
        ("bar = {", "bars = {", "styles.notice.bars"),
    ],
)
def test_a_fault_names_file_and_key(house: House, old: str, new: str, key: str) -> None:
    """Whoever keeps the house finds the place."""
    change(house, old, new)

    with pytest.raises(HouseError) as caught:
        load_sheet(house)
    assert (FILE, key) in {(fault.file, fault.key) for fault in caught.value.faults}
    for language in ("ar", "en", "fr"):
        assert key in caught.value.sentence(language)


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"= broken"])
def test_a_sheet_that_cannot_be_read_is_named(house: House, content: bytes | None) -> None:
    """Missing, not text, not TOML."""
    path = Path(house.folder) / FILE
    path.unlink()
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(HouseError, match=FILE):
        write_docx(sample(), house, "ar")


def test_a_house_of_one_language_still_has_both_looks(house: House) -> None:
    """Where no other typeface is known, its own stands for all letters."""
    alone = msgspec.structs.replace(house, typefaces={"ar": house.typefaces["ar"]})
    look = look_of(alone, LANGUAGES["ar"])
    face = look.face(look.style("body"))

    assert face.latin == face.arabic == "Amiri"
