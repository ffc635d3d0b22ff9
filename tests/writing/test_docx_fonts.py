"""A Word document carries the fonts of its words, where its house wants that."""

import io
import shutil
import struct
from pathlib import Path

import msgspec
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator

from editor.house import House, HouseError, load_house
from editor.house.fonts import font_folder
from editor.house.loading import TEMPLATES
from editor.release.content import Block, BlockKind, Mark, Release, Span, Text, Translated
from editor.writing import write_docx
from editor.writing.docx.embedding import embedded_fonts, mixed
from tests.writing.releases import english, release, sample
from tests.writing.word_checks import R, W, Word, faults

HOUSE = load_house()
FAMILIES = {"Amiri", "IBM Plex Sans Arabic", "Noto Serif", "IBM Plex Sans"}


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A copy of the house with a folder for fonts of its own."""
    shutil.copytree(TEMPLATES / "oic", tmp_path / "mine")
    (tmp_path / "mine" / "fonts").mkdir()
    return load_house(tmp_path / "mine")


def fonts(word: Word) -> dict[tuple[str, str], bytes]:
    """The embedded fonts as they were, by family and cut."""
    targets = {
        one.get("Id"): one.get("Target") for one in word.parts["word/_rels/fontTable.xml.rels"]
    }
    return {
        (font.get(W + "name") or "", str(cut.tag).removeprefix(W + "embed")): mixed(
            word.bytes[f"word/{targets[cut.get(R + 'id')]}"], cut.get(W + "fontKey") or ""
        )
        for font in word.part("fontTable")
        for cut in font
        if str(cut.tag).startswith(W + "embed")
    }


def packaged(family: str, name: str) -> Path:
    """A font file that comes with the program."""
    folder = font_folder(family)
    assert folder is not None
    return folder / name


def test_fonts_are_in_the_document_whole() -> None:
    """Regular and bold, the very files; whoever edits the text finds every letter."""
    found = fonts(Word(write_docx(sample(), HOUSE, "ar")))

    assert found["Amiri", "Regular"] == packaged("Amiri", "Amiri-Regular.ttf").read_bytes()
    assert found["Amiri", "Bold"] == packaged("Amiri", "Amiri-Bold.ttf").read_bytes()


@pytest.mark.parametrize(
    ("words", "families"),
    [
        ("Words.", {"Noto Serif", "IBM Plex Sans"}),
        ("Words (كلمات).", {"Noto Serif", "IBM Plex Sans", "Amiri"}),
    ],
)
def test_only_families_of_the_text_are_in_it(words: str, families: set[str]) -> None:
    """Arabic letters bring theirs along."""
    word = Word(write_docx(release("en", [(BlockKind.LEAD, words)]), HOUSE, "en"))

    assert {family for family, _ in fonts(word)} == families
    assert {font.get(W + "name") for font in word.part("fontTable")} == FAMILIES


def slanted(language: str, words: str) -> Release:
    """A release with emphasis."""
    text = Text(words, (Span(0, len(words), Mark.EMPHASIS),))
    block = Block("b1", BlockKind.LEAD, Translated(**{language: text}))
    return Release(id="slanted", language=language, blocks=(block,))


def test_slanted_letters_bring_their_own_cut() -> None:
    """Latin letters are slanted for emphasis; Arabic ones are bold."""
    latin = fonts(Word(write_docx(slanted("en", "slanted"), HOUSE, "en")))
    arabic = fonts(Word(write_docx(slanted("ar", "مائل"), HOUSE, "ar")))

    assert {family for family, cut in latin if cut == "Italic"} == {"Noto Serif"}
    assert not [family for family, cut in arabic if cut == "Italic"]


@pytest.mark.parametrize("family", ["Noto Serif", "IBM Plex Sans"])
@pytest.mark.parametrize(("cut", "weight"), [("Regular", 400), ("Bold", 700)])
def test_variable_fonts_are_made_of_one_weight(family: str, cut: str, weight: int) -> None:
    """Names, flags, letters and metrics are those of the cut, and nothing varies any more."""
    name = f"{family.replace(' ', '')}[wdth,wght].ttf"
    source = TTFont(packaged(family, name))
    letters = source.getGlyphSet(location={"wght": weight})
    data = fonts(Word(write_docx(english(), HOUSE, "en")))[family, cut]
    font = TTFont(io.BytesIO(data), checkChecksums=2)
    bold = cut == "Bold"

    assert not {"fvar", "gvar", "HVAR", "avar"} & set(font.keys())
    assert [font["name"].getDebugName(key) for key in (1, 2, 4)] == [family, cut, f"{family} {cut}"]
    assert font["OS/2"].usWeightClass == weight
    assert font["OS/2"].fsSelection & 0x61 == (0x20 if bold else 0x40)
    assert font["head"].macStyle == int(bold)
    assert set(font.getBestCmap()) == set(source.getBestCmap())
    assert len(font.getGlyphOrder()) == len(source.getGlyphOrder())
    for code in map(ord, "aMgÉœ8%"):
        glyph = source.getBestCmap()[code]
        width, _ = font["hmtx"][font.getBestCmap()[code]]
        assert width == round(letters[glyph].width)


def test_a_house_may_leave_fonts_out(tmp_path: Path) -> None:
    """Then families are only named, as before, and the document is small."""
    plain = msgspec.structs.replace(HOUSE, embed_fonts=False)
    data = write_docx(sample(), plain, "ar")
    word = Word(data)
    path = tmp_path / "plain.docx"
    path.write_bytes(data)

    assert not [name for name in word.bytes if "fonts/" in name]
    assert word.part("settings").find(W + "embedTrueTypeFonts") is None
    assert len(data) < 40_000
    assert faults(word) == []
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    assert [str(error) for error in result.errors] == []


def test_whoever_saves_it_again_keeps_the_fonts() -> None:
    """Word embeds them anew, and whole."""
    settings = Word(write_docx(sample(), HOUSE, "ar")).part("settings")
    whole = settings.find(W + "saveSubsetFonts")

    assert settings.find(W + "embedTrueTypeFonts") is not None
    assert whole is not None
    assert whole.get(W + "val") == "0"


@given(st.binary(max_size=80), st.uuids())
def test_mixing_twice_gives_the_font_back(data: bytes, key: object) -> None:
    """Only the first 32 bytes differ, and nothing gets longer."""
    guid = f"{{{str(key).upper()}}}"

    assert mixed(mixed(data, guid), guid) == data
    assert mixed(data, guid)[32:] == data[32:]


def test_bytes_are_mixed_with_the_key_from_its_end() -> None:
    """ECMA-376 part 1, §17.8.1: the last pair of digits goes with the first byte, then again."""
    key = "{00112233-4455-6677-8899-AABBCCDDEEFF}"
    backwards = bytes.fromhex("FFEEDDCCBBAA99887766554433221100")

    assert mixed(bytes(40), key) == backwards * 2 + bytes(8)


def entries(font: bytes) -> dict[bytes, tuple[int, int, int]]:
    """Where the entry of each table of a font is, and where the table is and how long."""
    found = {}
    for entry in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16):
        tag, _, start, size = struct.unpack_from(">4s3L", font, entry)
        found[tag] = (entry, start, size)
    return found


def put(house: House, name: str, *, usage: int = 0, outlines: bytes = b"glyf") -> None:
    """Put a font of the house's own into its folder, with this licence and kind of outlines."""
    font = bytearray(packaged("Amiri", "Amiri-Regular.ttf").read_bytes())
    places = entries(font)
    struct.pack_into(">H", font, places[b"OS/2"][1] + 8, usage)
    entry = places[b"glyf"][0]
    font[entry : entry + 4] = outlines
    (Path(house.folder) / "fonts" / name).write_bytes(font)


@pytest.mark.parametrize(
    ("usage", "outlines", "reason"),
    [
        (0x002, b"glyf", "font_forbidden"),
        (0x004, b"glyf", "font_forbidden"),
        (0x200, b"glyf", "font_forbidden"),
        (0x000, b"CFF ", "font_not_truetype"),
    ],
)
def test_a_font_that_may_not_travel_is_named(
    house: House, usage: int, outlines: bytes, reason: str
) -> None:
    """The licence in the file is kept, and Word takes TrueType alone; the key is named."""
    put(house, "Own.ttf", usage=usage, outlines=outlines)

    with pytest.raises(HouseError) as caught:
        write_docx(sample(), house, "ar")
    [fault] = caught.value.faults
    assert (fault.file, fault.key, fault.reason) == ("house.toml", "embed_fonts", reason)
    for language in ("ar", "en", "fr"):
        assert "Own.ttf" in caught.value.sentence(language)


@pytest.mark.parametrize("usage", [0x000, 0x008, 0x100])
def test_a_font_of_the_house_s_own_comes_first(house: House, usage: int) -> None:
    """If it may be embedded; what is no font, or half of one, is passed over."""
    put(house, "Own.ttf", usage=usage)
    folder = Path(house.folder) / "fonts"
    own = (folder / "Own.ttf").read_bytes()
    (folder / "A.ttf").write_bytes(own[: len(own) // 2])
    (folder / "B.ttf").write_bytes(b"no font")
    (folder / "C.ttf").write_bytes(b"")

    assert fonts(Word(write_docx(sample(), house, "ar")))["Amiri", "Regular"] == own


def test_a_damaged_variable_font_is_named(house: House) -> None:
    """None of one weight can be made from it."""
    font = bytearray(packaged("Noto Serif", "NotoSerif[wdth,wght].ttf").read_bytes())
    _, start, size = entries(font)[b"GSUB"]
    font[start : start + size] = b"\xff" * size
    (Path(house.folder) / "fonts" / "Own.ttf").write_bytes(font)

    with pytest.raises(HouseError, match=r"fonts/Own\.ttf"):
        write_docx(english(), house, "en")


def test_a_family_without_files_is_named() -> None:
    """The document would not look as the house says."""
    with pytest.raises(HouseError) as caught:
        embedded_fonts(HOUSE, {"Papyrus": False})
    [fault] = caught.value.faults
    assert (fault.key, fault.reason) == ("embed_fonts", "missing_font")


def test_the_choice_is_true_or_false(house: House) -> None:
    """Anything else is a fault of the house, named with file and key."""
    path = Path(house.folder) / "house.toml"
    text = path.read_text(encoding="utf-8").replace("embed_fonts = true", 'embed_fonts = "all"')
    path.write_text(text, encoding="utf-8")

    with pytest.raises(HouseError) as caught:
        load_house(house.folder)
    assert [(fault.file, fault.key) for fault in caught.value.faults] == [
        ("house.toml", "embed_fonts")
    ]
