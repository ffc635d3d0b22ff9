import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.segments import find_sentences, find_words

WRITTEN = st.text(alphabet="اأبًـ .،؟!…\"»\n12d.H' -e\u200f\u00a0😀")


def sentences(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text, language)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("كان دائمًا هنا،", ["كان", "دائمًا", "هنا"]),
        ("و«الإسلاموفوبيا».", ["و", "الإسلاموفوبيا"]),
        ("l’accord de Paris", ["l’accord", "de", "Paris"]),
        ("co-operation (57)", ["co-operation", "57"]),
        ("بيـــان ٢٠١٨م", ["بيـــان", "٢٠١٨م"]),
        ("😀 نص", ["نص"]),
        ("", []),
    ],
)
def test_words_keep_their_signs_and_what_joins_them(text: str, words: list[str]) -> None:
    assert [word.text for word in find_words(text)] == words


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("وصل الوفد. ثم غادر.", "ar", ["وصل الوفد.", "ثم غادر."]),
        ("قال د. أحمد ذلك. وانتهى", "ar", ["قال د. أحمد ذلك.", "وانتهى"]),
        ("هل وصل؟ نعم!", "ar", ["هل وصل؟", "نعم!"]),
        ("قال «نعم.» ثم غادر", "ar", ["قال «نعم.»", "ثم غادر"]),
        ("H.E. Mr. Taha spoke. He left.", "en", ["H.E. Mr. Taha spoke.", "He left."]),
        ("It rose by 3.5 points. Good.", "en", ["It rose by 3.5 points.", "Good."]),
        ("No. 5 was read… and signed.", "en", ["No. 5 was read… and signed."]),
        ("M. Taha l’a dit. Il est parti.", "fr", ["M. Taha l’a dit.", "Il est parti."]),
        ("سطر\nسطر آخر", "ar", ["سطر", "سطر آخر"]),
        (" \n ", "ar", []),
    ],
)
def test_sentences_end_at_stops_that_end_them(
    text: str, language: str, expected: list[str]
) -> None:
    assert sentences(text, language) == expected


@given(WRITTEN, st.sampled_from(["ar", "en", "fr"]))
def test_sentences_hold_every_character_that_is_not_space(text: str, language: str) -> None:
    places = find_sentences(text, language)
    assert [*sum(places, ())] == sorted({place for pair in places for place in pair})
    assert "".join("".join(sentences(text, language)).split()) == "".join(text.split())


@given(WRITTEN)
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text[word.start : word.end] == word.text for word in find_words(text))
