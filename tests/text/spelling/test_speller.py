"""Known words: from real dictionaries where the system has them, and by the person's own word."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.text.spelling import AcceptedWords, Process, Speller, find_dictionaries, open_speller
from editor.text.spelling.dictionaries import own_folder
from tests.text.spelling import dictionary


def needs(language: str) -> None:
    """Skip a test where there is no dictionary of a language; where tools are required, fail."""
    if not find_dictionaries(language) and not os.environ.get("BAYAN_REQUIRE_TOOLS"):
        pytest.skip(f"needs a dictionary of {language}, as set-up installs it with apt")


@pytest.fixture
def speller() -> Iterator[Speller]:
    speller = open_speller("oic")
    yield speller
    speller.close()


@pytest.mark.parametrize(
    ("language", "known", "unknown"),
    [
        (
            "ar",
            ["الإسلامي", "والإعلام", "رويدا", "بالمنظمة", "كتاب"],
            ["الاسلامي", "إستقبال", "او"],
        ),
        ("en", ["programme", "well-being", "don't", "Organisation's"], ["recieve", "wich"]),
        ("fr", ["l'accord", "événement", "aujourd'hui", "États"], ["développment", "adress"]),
    ],
)
def test_the_systems_dictionaries_know_their_language(
    speller: Speller, language: str, known: list[str], unknown: list[str]
) -> None:
    needs(language)
    found = speller.unknown([*known, *unknown], language)
    assert found is not None
    assert set(found) == set(unknown)


def test_the_arabic_dictionary_has_near_spellings(speller: Speller) -> None:
    needs("ar")
    near = {
        "الاسلامي": ("الإسلامي",),
        "اكتوبر": ("أكتوبر",),
        "والاقتصادى": ("والاقتصادي",),
        "السعوديه": ("السعودية",),
        "الأنساق": (),
        "العثيمين": (),
    }
    assert speller.unknown(near, "ar") == near


def test_a_word_is_asked_once(speller: Speller) -> None:
    dictionary.write(own_folder(), "ar", "كتاب")
    assert speller.unknown(["كتاب", "كتب"], "ar") == {"كتب": ()}
    speller.close()
    assert speller.unknown(["كتاب", "كتب"], "ar") == {"كتب": ()}
    assert speller._process.number is None


def test_without_a_dictionary_nothing_is_unknown(speller: Speller) -> None:
    assert not speller.has_dictionary("xx")
    assert speller.unknown(["كتاب"], "xx") == {}
    assert speller.suggestions("كتاب", "xx") == ()
    speller.warm_up("xx")
    assert speller._process.number is None


def test_an_accepted_word_is_right_until_it_is_forgotten(tmp_path: Path) -> None:
    words = AcceptedWords(tmp_path / "words" / "oic.txt")
    speller = Speller(Process(), words)
    assert not speller.accepts("إيسيسكو")
    assert speller.accept("إيسيسكو")
    assert not speller.accept("إِيسيسكو")
    assert speller.accepts("إيسيسكو")
    assert AcceptedWords(tmp_path / "words" / "oic.txt").words() == ("إيسيسكو",)
    assert speller.forget("إيسيسكو")
    assert not speller.forget("إيسيسكو")
    assert not speller.accepts("إيسيسكو")
    assert AcceptedWords(tmp_path / "words" / "oic.txt").words() == ()


def test_accepted_words_are_kept_apart_by_house() -> None:
    open_speller("oic").accept("إيسيسكو")
    assert open_speller("oic").accepts("إيسيسكو")
    assert not open_speller("ministry").accepts("إيسيسكو")


def test_nothing_is_not_a_word_to_accept(tmp_path: Path) -> None:
    words = AcceptedWords(tmp_path / "oic.txt")
    assert not words.accept("  ")
    assert words.accept(" New\tYork \n")
    assert words.words() == ("New York",)
