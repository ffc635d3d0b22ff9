"""Whoever reads a document can tell its words from what is behind them."""

import msgspec
import pytest

from editor.house import House, load_house
from editor.house.contrast import LEAST, contrast, contrast_faults
from editor.house.loading import TEMPLATES
from editor.messages import INTERFACE_LANGUAGES
from editor.writing.docx.sheet import faint_styles

HOUSES = sorted(path.parent.name for path in TEMPLATES.glob("*/house.toml"))


@pytest.fixture(scope="module")
def house() -> House:
    return load_house("oic")


@pytest.mark.parametrize(
    ("expected", "colour", "ground"),
    [
        (21, "#000000", "#FFFFFF"),
        (21, "#FFFFFF", "#000000"),
        (1, "#14528A", "#14528A"),
        (4.54, "#767676", "#FFFFFF"),
        (4.48, "#777777", "#FFFFFF"),
        (5.25, "#FF0000", "#000000"),
    ],
)
def test_contrast_is_that_of_the_guidelines(expected: float, colour: str, ground: str) -> None:
    """The figures are those that WCAG's own examples give."""
    assert contrast(colour, ground) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("name", HOUSES)
def test_every_colour_of_words_can_be_read_in_every_house(name: str) -> None:
    shipped = load_house(name)
    assert list(contrast_faults(shipped)) == []
    assert list(faint_styles(shipped)) == []


@pytest.mark.parametrize("colour", ["ink", "muted", "accent", "notice"])
def test_a_faint_colour_is_named(house: House, colour: str) -> None:
    colours = msgspec.structs.replace(house.colours, **{colour: "#999999"})
    (fault,) = contrast_faults(msgspec.structs.replace(house, colours=colours))
    assert (fault.file, fault.key) == ("house.toml", f"colours.{colour}")
    for language in INTERFACE_LANGUAGES:
        assert str(LEAST) in fault.sentence(language)


def test_words_of_a_word_document_in_a_colour_of_lines_are_named(house: House) -> None:
    colours = msgspec.structs.replace(house.colours, notice_ground=house.colours.notice)
    faint = list(faint_styles(msgspec.structs.replace(house, colours=colours)))
    assert [(fault.file, fault.key) for fault in faint] == [("docx.toml", "styles.notice.colour")]
