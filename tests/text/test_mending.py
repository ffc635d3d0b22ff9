"""Text that came in broken is given back as it was typed, where that is certain."""

import arabic_reshaper
import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.text.mending import mend
from editor.text.mojibake import find_garbled
from editor.text.presentation import Shape, find_forms, letters, shape
from editor.text.visual import Order, order_of, turned_back

WORDS = st.sampled_from(
    [
        *("قال", "الأمين", "العام", "لمنظمة", "التعاون", "الإسلامي", "إن", "الاجتماع", "المقبل"),
        *("والله", "لا", "إلى", "مدى", "كلمة", "عبد", "الله", "دور", "رؤساء", "الآن", "أولا"),
        *("OIC", "UNA", "Facebook", "15", "2018", "3,000", "15/11/2018", "10:30", "50%", "1440هـ"),
        *("«الإسلاموفوبيا»", '"نعم"', "(يونا)", "٢٥", "لـ«مدى»", "C-19", "[كذا]"),
    ]
)
ARABIC = st.sampled_from(["قال", "الأمين", "التعاون", "كلمة", "المنظمة", "وزيرة", "الدول"])
ENDS = st.sampled_from([".", "،", "؟", ":", "", "!"])
JOINTS = st.sampled_from([" ", "، ", " - ", ": ", " – "])


@st.composite
def sentences(draw: st.DrawFn, words: st.SearchStrategy[str] = WORDS) -> str:
    """A sentence in which a number stands beside a Latin word only with an Arabic one between."""
    inner = [word for pair in draw(st.lists(st.tuples(words, ARABIC), max_size=6)) for word in pair]
    typed = ["قال", *inner]
    return "".join(w + draw(JOINTS) for w in typed[:-1]) + typed[-1] + draw(ENDS)


def turned(text: str) -> str:
    """The text as it was made for programs that cannot set Arabic."""
    return str(get_display(arabic_reshaper.reshape(text)))


@settings(max_examples=300)
@given(sentences())
def test_a_sentence_that_was_shaped_and_turned_comes_back(sentence: str) -> None:
    assert mend(turned(sentence)).text == sentence


@settings(max_examples=150)
@given(st.lists(WORDS, min_size=1, max_size=8).map(" ".join))
def test_any_line_comes_back_or_is_left_as_it_is(line: str) -> None:
    """«OIC قال» and «قال OIC» are seen alike: nobody knows which was typed."""
    seen = turned(line)
    assert mend(seen).text in {line, seen}


@settings(max_examples=60)
@given(st.lists(sentences(), min_size=3, max_size=5))
def test_a_text_that_was_turned_as_a_whole_gets_its_line_breaks_back(lines: list[str]) -> None:
    for text in ("\n\n".join(lines), "\n\n".join(lines) + "\n"):
        assert mend(turned(text)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "قال الأمين العام (OIC) في 15/11/2018.",
        "دعت المنظمة إلى عقد القمة في مكة المكرمة، والله أعلم.",
        "الدورة الحادية عشرة 2018-11 للمؤتمر بنسبة 50% (يونا): «نعم»",
    ],
)
def test_a_sentence_that_was_only_shaped_or_only_turned_comes_back(text: str) -> None:
    assert mend(arabic_reshaper.reshape(text)).text == text
    assert mend(f"{get_display('كلمة المنظمة في جدة')}\n{get_display(text)}").text.endswith(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "The OIC met.",
            "قال الأمين العام.",
            "قالت المنظمة خلال القمة أولا",
            "2018",
            "ﷺ ﷲ ﴾ ﴿",
        ),
        *("The ﻻ ligature", "Übermut “Ä” à l’été « oui »", "فقط، وط،", "دور"),
    ],
)
def test_what_is_not_broken_is_left_alone(text: str) -> None:
    assert mend(text).text == text


@pytest.mark.parametrize(
    ("text", "wrong", "taken_for"),
    [
        ("قال الأمين العام «نعم» – أولا، إلى جدة.", "utf-8", "cp1256"),
        ("قال الأمين العام نعم، إلى جدة.", "cp1256", "cp1252"),
        ("Le café “fermé” – à l’été", "utf-8", "cp1252"),
        ("قال الأمين العام (يونا) 2018", "utf-8", "latin-1"),
    ],
)
def test_a_wrong_encoding_is_undone(text: str, wrong: str, taken_for: str) -> None:
    raw = text.encode(wrong)
    garbled = "".join(b.to_bytes().decode(taken_for, "ignore") or chr(b) for b in raw)
    assert garbled != text
    assert mend(garbled).text == text
    assert find_garbled(text) == ()


def test_a_short_line_is_undone_where_its_neighbour_is() -> None:
    text = "قال الأمين العام نعم.\nجدة"
    assert mend(text.encode("cp1256").decode("cp1252")).text == text


def test_a_line_seen_in_two_ways_is_left_alone() -> None:
    seen = turned("قال OIC")
    assert set(turned_back(seen)) == {"قال OIC", "OIC قال"}
    assert mend(seen).text == seen


def test_shapes_and_letters_are_unicodes() -> None:
    assert [shape(c) for c in "ﺏﺐﺑﺒب"] == [
        *map(Shape, ("isolated", "final", "initial", "medial")),
        None,
    ]
    assert letters("ﻷﺳﻌﺪ ﱠ ﺎً") == "لأسعد ﱠ اً".replace("\ufc60", "\u064e\u0651")
    assert letters("ﷺ ﷲ", words=True) == "ﷺ الله"
    assert find_forms("قال ﻻ ﷲ ﷺ") == [(4, 5)]


@given(st.text(alphabet="ابةى ﺏﺐﺑﺒﻻـ\u064b().،OIC 15/\u202e\u2067\u2069", max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert order_of(text) in set(Order)
    assert mend(text).text.count("\n") == text.count("\n")
