"""Nothing is taken for the logical order that UAX #9 does not make of our own words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.bidi import levels, line_levels, visual_order
from editor.writing.mending.order import Place, Words, prove, seen


def shown(words: str) -> list[str]:
    """What a line of these words shows from left to right, in an Arabic block."""
    of = line_levels(words, levels(words, "rtl"), "rtl")
    return [words[at] for at in visual_order(of) if seen(words[at])]


def proved(words: str, source: str) -> list[Place] | None:
    (places,) = prove([(words, shown(source))], source, "rtl")
    return places


@pytest.mark.parametrize(
    "source", ["أب ج", "سنة 2020 م", "من \u20662020-2030\u2069 إلى", "(OIC): نعم", "ب\u200cج", "كَّ"]
)
def test_a_line_that_shows_our_words_is_proved(source: str) -> None:
    places = proved(source, source)
    assert places is not None
    assert sorted(place.position for place in places) == [
        at for at, letter in enumerate(source) if seen(letter)
    ]


def test_a_line_that_shows_them_in_another_order_is_not() -> None:
    source = "من 2020-2030 إلى"
    (places,) = prove([(source, shown("من \u20662020-2030\u2069 إلى"))], source, "rtl")
    assert places is None


def test_lines_take_up_the_words_one_after_another() -> None:
    source = "أب جد OIC"
    found = list(
        prove([("أب ", [" ", "ب", "أ"]), ("OIC جد", [*"OIC", " ", "د", "ج"])], source, "rtl")
    )
    assert [[place.position for place in places or ()] for places in found] == [
        [2, 1, 0],
        [6, 7, 8, 5, 4, 3],
    ]


def test_a_ligature_stands_for_all_its_letters() -> None:
    (places,) = prove([("لأب", ["ب", "لأ"])], "لأب", "rtl")
    assert places == [Place(2, 1), Place(0, 1)]


def test_a_line_after_one_that_is_not_proved_can_be() -> None:
    found = list(prove([("أب", ["أ", "ب"]), ("جد", ["د", "ج"])], "أبجد", "rtl"))
    assert found == [None, [Place(3, 1), Place(2, 1)]]


def test_pieces_of_ours_are_found_in_what_is_printed() -> None:
    words = Words(["صفحة ", " من ", "التاريخ \u20661-2\u2069"])
    assert list(words.sources("صفحة 3 من 12")) == ["صفحة 3 من 12"]
    assert list(words.sources("التاريخ 1-2 · 7")) == ["التاريخ \u20661-2\u2069 · 7"]


def test_a_letter_that_is_not_ours_is_not_taken() -> None:
    assert list(Words(["صفحة"]).sources("صفحة أخرى")) == []


def test_pieces_that_print_alike_are_tried_in_turn() -> None:
    words = Words(["أ 1-2", "أ \u20661-2\u2069"])
    assert list(words.sources("أ 1-2")) == ["أ 1-2", "أ \u20661-2\u2069"]


@given(st.text(st.sampled_from("ابجلاكَّ .:-()12٣٤OIC\u2066\u2069\u200c"), max_size=40))
def test_what_is_laid_out_by_the_rules_is_always_proved(source: str) -> None:
    if unicodedata.combining(source[:1] or "x"):
        return
    assert proved(source, source) is not None
