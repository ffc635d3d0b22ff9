"""Shaped text is seen rightly by what prints it letter by letter, and is known when it returns."""

import pytest
import regex

from editor.house import load_house
from editor.release.content import BlockKind
from editor.text.presentation import has_forms, letters
from editor.text.visual import Order, order_of, turned_back
from editor.writing.document import compose
from editor.writing.plain import plain_text
from editor.writing.shaped import joined, shaped_text, visual
from tests.writing import releases


def bare(text: str) -> str:
    return regex.sub(r"\p{M}|[\u2066-\u2069]", "", text)


HOUSE = load_house("oic")
WIDTH = 60


def test_a_line_is_joined_and_turned_round() -> None:
    assert visual(joined("بيان صحفي"), rtl=True) == "ﻲﻔﺤﺻ ﻥﺎﻴﺑ"


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("عام 2018", "2018 ﻡﺎﻋ"),
        ("(جدة)", "(" + "ﺓﺪﺟ" + ")"),
        ("قال \u2066BBC 2\u2069 إن", "ﻥﺇ BBC 2 ﻝﺎﻗ"),
        ("كَتَبَ", "ﺐَﺘَﻛَ"),
    ],
)
def test_digits_brackets_names_and_marks_are_where_they_are_seen(line: str, seen: str) -> None:
    """A mark follows its letter, as a program that draws from left to right needs it."""
    assert visual(joined(line), rtl=True) == seen


def test_an_english_line_keeps_its_order() -> None:
    assert visual(joined("The ministers met."), rtl=False) == "The ministers met."


def test_every_arabic_line_of_a_release_is_known_again() -> None:
    shaped = shaped_text(compose(releases.sample(), HOUSE, "ar"), width=WIDTH).splitlines()
    arabic = [line for line in shaped if has_forms(line)]
    assert len(arabic) > 30
    assert {order_of(line) for line in arabic} == {Order.VISUAL}


def test_turned_back_the_lines_are_those_of_the_plain_text() -> None:
    """Down to the letters: which of two letters a mark was on, a lone mark does not tell."""
    document = compose(releases.sample(), HOUSE, "ar")
    shaped = shaped_text(document, width=WIDTH).splitlines()
    known = [turned_back(line)[0] for line in shaped if has_forms(line)]
    plain = plain_text(document).removesuffix("press@oic.example\n")
    assert bare(" ".join(known)).split() == bare(plain).split()


def test_a_line_with_marks_is_turned_back_too() -> None:
    line = "كَتَبَ الطَّالِبُ الدَّرْسَ"
    assert letters(turned_back(visual(joined(line), rtl=True))[0]) == line


def test_no_control_character_is_left() -> None:
    release = releases.release(
        "ar", [(BlockKind.PARAGRAPH, "الخطة 2020-2030 على https://www.oic.example/خطة اليوم")]
    )
    shaped = shaped_text(compose(release, HOUSE, "ar"), width=WIDTH)
    assert regex.search(r"\p{Cf}", shaped) is None
