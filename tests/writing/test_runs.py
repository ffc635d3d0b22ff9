"""Texts are cut into runs without a word of them changing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.house import load_house
from editor.release.content import Mark, Span, Text
from editor.release.languages import LANGUAGES
from editor.writing.runs import cut, printed, without_isolates

WORDING = load_house("oic").wording
CHARACTERS = "ابجدهـ لا،.ًّ abcé 0123456789+-/:@()’\u00a0\u2066\u2069\u200f😀"


@st.composite
def texts(draw: st.DrawFn) -> Text:
    words = draw(st.text(CHARACTERS, max_size=60))
    edges = st.integers(0, len(words))
    marks = st.sampled_from([Mark.EMPHASIS, Mark.STRONG, Mark.LINK])
    spans = [
        Span(*sorted((draw(edges), draw(edges))), draw(marks))
        for _ in range(draw(st.integers(0, 4)))
    ]
    return Text(words, tuple(spans))


def plain(words: str) -> str:
    return without_isolates(words).replace("\u00a0", " ")


@given(texts(), st.sampled_from(sorted(LANGUAGES)))
@settings(max_examples=150)
def test_no_word_is_lost_and_each_keeps_its_marks(text: Text, language: str) -> None:
    runs = cut(text, WORDING[language], language)
    assert plain("".join(run.words for run in runs)) == plain(text.words)
    printed_marks = [run.marks for run in runs for _ in without_isolates(run.words)]
    record_marks = [
        frozenset(span.mark for span in text.spans if span.start <= place < span.end)
        for place, character in enumerate(text.words)
        if without_isolates(character)
    ]
    assert printed_marks == record_marks


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("ar", "قال Hissein Brahim Taha في OIC إن", ["Hissein Brahim Taha", "OIC"]),
        ("ar", "نشر على https://www.oic.example/a1 أمس", ["https://www.oic.example/a1"]),
        ("ar", "عقد COP28 في 2023", ["COP28"]),
        ("en", "the body (منظمة التعاون الإسلامي) and جدة", ["منظمة التعاون الإسلامي", "جدة"]),
        ("en", "no 12 %, a–b", []),
        ("fr", "le mot بيان, l’été", ["بيان"]),
    ],
)
def test_words_of_the_other_script_are_a_run_in_their_language(
    language: str, words: str, expected: list[str]
) -> None:
    foreign = [run for run in cut(words, WORDING[language], language) if run.language]
    assert [without_isolates(run.words) for run in foreign] == expected
    assert {run.language for run in foreign} <= {"en" if language == "ar" else "ar"}


@pytest.mark.parametrize(
    ("language", "words", "mark", "expected"),
    [
        ("ar", 'قال "نعم" ثم', Mark.QUOTATION, "قال «نعم» ثم"),
        ("ar", "قال “نعم” ثم", Mark.QUOTATION, "قال «نعم» ثم"),
        ("ar", "قال «نعم» ثم", Mark.QUOTATION, "قال «نعم» ثم"),
        ("ar", 'ملتقى "نعم"، ثم', Mark.TITLE, "ملتقى «نعم»، ثم"),
        ("ar", 'قال "نعم ثم', Mark.QUOTATION, 'قال "نعم ثم'),
        ("ar", 'قال "نعم" ثم', Mark.EMPHASIS, 'قال "نعم" ثم'),
        ("en", 'said "نعم" then', Mark.QUOTATION, "said “نعم” then"),
        ("fr", 'dit "نعم" puis', Mark.QUOTATION, "dit «\u00a0نعم\u00a0» puis"),
        ("fr", "dit « نعم » puis", Mark.QUOTATION, "dit « نعم » puis"),
        ("fr", "dit “ نعم ” puis", Mark.QUOTATION, "dit « نعم » puis"),
    ],
)
def test_marks_around_a_marked_stretch_are_the_houses(
    language: str, words: str, mark: Mark, expected: str
) -> None:
    start = words.index("نعم")
    text = Text(words, (Span(start, start + 3, mark),))
    runs = cut(text, WORDING[language], language)
    assert without_isolates("".join(run.words for run in runs)) == expected


def test_marks_inside_a_quotation_are_left_as_they_were_said() -> None:
    words = 'قال "إن ملتقى "اليوم" ناجح" أمس'
    inner = words.index("اليوم")
    text = Text(
        words,
        (
            Span(words.index("إن"), words.index('" أمس'), Mark.QUOTATION),
            Span(inner, inner + 5, Mark.TITLE),
        ),
    )
    runs = cut(text, WORDING["ar"], "ar")
    assert "".join(run.words for run in runs) == 'قال «إن ملتقى "اليوم" ناجح» أمس'


def test_a_telephone_number_is_held_together() -> None:
    (run,) = cut("الهاتف: +966 12 651 5222", WORDING["ar"], "ar")
    assert run.words == "الهاتف: \u2066+966\u00a012\u00a0651\u00a05222\u2069"


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("ab", "a\x00\x1b\x7f\ufeffb"),
        ("a\ufffdb", "a\ud800b"),
        ("a\nb\nc\nd", "a\r\nb\u2028c\x85d"),
        ("a b", "a\tb"),
        ("a" + "\u0301" * 30, "a" + "\u0301" * 5000),
        ("k" * 40 + "\u200b" + "k" * 10, "k" * 50),
    ],
)
def test_what_no_page_can_carry_is_left_out_or_may_break(expected: str, words: str) -> None:
    assert "".join(run.words for run in cut(words, WORDING["en"], "en")) == expected


def test_furniture_stays_on_one_line() -> None:
    assert printed("a\r\nb\tc") == "a b c"
