"""Words are split where their direction changes, and say their language and look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from editor.house import load_house
from editor.release.content import Mark
from editor.release.languages import LANGUAGES
from editor.writing.docx.look import Look, look_of
from editor.writing.docx.markup import LINE_BREAK, XMLNS, clean
from editor.writing.docx.runs import pieces, runs_xml, words_xml
from editor.writing.runs import Run

HOUSE = load_house()
LOOKS = {code: look_of(HOUSE, language) for code, language in LANGUAGES.items()}


def split(words: str, look: Look) -> list[tuple[str, str]]:
    """The pieces of a string, each with how it is written out."""
    kinds = {(True, True): "rtl", (False, True): "cs", (False, False): "ltr"}
    return [
        (piece.words, f"{kinds[piece.rtl, piece.complex]} {piece.language.tag}")
        for piece in pieces([Run(words)], look)
    ]


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("منظمة", "ar", [("منظمة", "rtl ar-SA")]),
        ("في 15 مايو", "ar", [("في ", "rtl ar-SA"), ("15", "cs ar-SA"), (" مايو", "rtl ar-SA")]),
        ("في ١٥", "ar", [("في ", "rtl ar-SA"), ("١٥", "cs ar-SA")]),
        ("عن OIC 57", "ar", [("عن ", "rtl ar-SA"), ("OIC 57", "ltr en-GB")]),
        ("OIC", "en", [("OIC", "ltr en-GB")]),
        ("à 12,5 %", "fr", [("à 12,5 %", "ltr fr-FR")]),
        ("in جدة now", "en", [("in ", "ltr en-GB"), ("جدة", "rtl ar-SA"), (" now", "ltr en-GB")]),
        (
            "«\u2066OIC\u2069»",
            "ar",
            [("«\u2066", "rtl ar-SA"), ("OIC", "ltr en-GB"), ("\u2069»", "rtl ar-SA")],
        ),
        ("", "ar", []),
    ],
)
def test_runs_change_where_direction_changes(
    words: str, language: str, expected: list[tuple[str, str]]
) -> None:
    """Letters by their direction; digits in Arabic words have the Arabic look without w:rtl."""
    assert split(words, LOOKS[language]) == expected


def test_direction_comes_from_the_whole_paragraph() -> None:
    """A run of brackets is laid out by what stands in the runs around it."""
    runs = [Run("قال ("), Run("OIC", language="en"), Run(") نعم")]

    assert [piece.rtl for piece in pieces(runs, LOOKS["ar"])] == [True, False, True]


def test_a_run_in_another_language_keeps_it() -> None:
    """A French name in an Arabic line is French, and not English as an unknown one is taken."""
    [piece] = pieces([Run("Côte d’Ivoire", language="fr")], LOOKS["ar"])

    assert piece.language.tag == "fr-FR"


@pytest.mark.parametrize(
    ("marks", "language", "expected"),
    [
        ({Mark.QUOTATION}, "ar", '<w:rStyle w:val="Quotation"/>'),
        ({Mark.TITLE}, "ar", '<w:rStyle w:val="WorkTitle"/>'),
        ({Mark.TERM}, "ar", '<w:rStyle w:val="Term"/>'),
        ({Mark.STRONG}, "en", '<w:rStyle w:val="Strong"/><w:b/><w:bCs/>'),
        ({Mark.QUOTATION, Mark.STRONG}, "en", '<w:rStyle w:val="Quotation"/><w:b/><w:bCs/>'),
        ({Mark.EMPHASIS}, "ar", '<w:rStyle w:val="Emphasis"/><w:b/><w:bCs/>'),
        (
            {Mark.EMPHASIS},
            "en",
            '<w:rStyle w:val="Emphasis"/><w:b w:val="0"/><w:bCs/><w:i/><w:iCs w:val="0"/>',
        ),
    ],
)
def test_marks_are_styles_and_both_looks(marks: set[Mark], language: str, expected: str) -> None:
    """Emphasis is slanted in Latin letters and bold in Arabic, which has no italic."""
    xml = runs_xml([Run("x", frozenset(marks))], LOOKS[language])

    assert expected in xml


def test_lines_and_tabs_are_elements() -> None:
    """A line break is w:br, a tab is w:tab, and spaces at the edges are kept."""
    xml = words_xml(f" a{LINE_BREAK}b\tc ", LOOKS["en"])

    assert '<w:t xml:space="preserve"> a</w:t><w:br/>' in xml
    assert '<w:tab/><w:t xml:space="preserve">c </w:t>' in xml


def test_links_are_made_where_they_can_be_followed() -> None:
    """All runs of a link are handed over together."""
    run = Run("موقع OIC", frozenset({Mark.LINK}), link="https://a.example")

    linked = runs_xml([run], LOOKS["ar"], lambda address, runs: f"[{address}|{runs}]")

    assert linked.startswith("[https://a.example|<w:r>")
    assert linked.count("<w:r>") == 2
    assert "[" not in runs_xml([run], LOOKS["ar"])


@given(
    st.lists(
        st.text(st.sampled_from("aאا1٠ ()«,\u2066\u2067\u2069\u202e\t\n&<é😀") | st.characters())
    ),
    st.sampled_from(["ar", "en", "fr"]),
)
def test_nothing_is_lost_or_added(texts: list[str], language: str) -> None:
    """The pieces of any runs are their cleaned words, and their XML is well formed."""
    runs = [Run(words) for words in texts]
    found = list(pieces(runs, LOOKS[language]))

    assert "".join(piece.words for piece in found) == "".join(map(clean, texts))
    assert all(piece.complex for piece in found if piece.rtl)
    etree.fromstring(f"<w:p {XMLNS}>{runs_xml(runs, LOOKS[language])}</w:p>")
