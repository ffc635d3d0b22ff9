"""Quotation marks are paired as a reader pairs them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.quotes import find_quoted, find_quoted_across

ANNOTATION = json.loads(
    (Path(__file__).parents[1] / "data/sample-annotation.json").read_text(encoding="utf-8")
)


def inner(text: str, language: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in find_quoted(text, language) if q.is_balanced]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", 'ظاهرة الإرهاب و"الإسلاموفوبيا".', ["الإسلاموفوبيا"]),
        ("ar", "قال: «نحن هنا»، ثم “عدنا”.", ["نحن هنا", "عدنا"]),
        ("ar", "قال ”هكذا“ ثم ((هذا)) ومضى", ["هكذا", "هذا"]),
        ("ar", 'ملتقى "شبكات التواصل " اليوم', ["شبكات التواصل"]),
        ("en", 'He said, "We are “here” now."', ["We are “here” now.", "here"]),
        ("en", "‘It’s the ministers’ plan,’ she said.", ["It’s the ministers’ plan,"]),
        ("en", "'Outer “inner” text,' he said.", ["Outer “inner” text,", "inner"]),
        ("en", 'He said: "this is "important" to us".', ['this is "important" to us', "important"]),
        ("fr", "« Nous sommes “prêts” », a-t-il dit.", ["Nous sommes “prêts”", "prêts"]),
        ("fr", "L'« Europe » d'\"abord\"", ["Europe", "abord"]),
        ("fr", "L’initiative d’aujourd’hui n’est qu’un début", []),
        ("en", "„Wir“ and <<vous>>", ["Wir", "vous"]),
    ],
)
def test_inner_words_are_found_without_marks_and_spaces(
    language: str, text: str, expected: list[str]
) -> None:
    assert expected == inner(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "She’s at the ministers’ meeting",
        "Sha‘ban and ‘Abd al-Rahman",
        'a 12" screen',
        "rock ’n’ roll",
    ],
)
def test_apostrophes_ayn_and_inches_are_no_quotation_marks(text: str) -> None:
    assert not find_quoted(text, "en")


@pytest.mark.parametrize(
    ("text", "opening", "closing"),
    [("قال «نحن هنا", 4, None), ("نحن هنا» قال", None, 7), ('قال "نعم', 4, None)],
)
def test_a_mark_without_a_partner_is_reported(
    text: str, opening: int | None, closing: int | None
) -> None:
    [lone] = find_quoted(text, "ar")
    assert not lone.is_balanced
    assert (opening, closing) == (lone.open, lone.close)


@pytest.mark.parametrize(
    ("language", "paragraphs"),
    [
        ("en", ["He said: “First.", "“Second.", "“Third,” and left."]),
        ("ar", ["قال: «أولا", "ثانيا", "ثالثا»."]),
        ("fr", ["Il a dit : « Premier.", "» Deuxième.", "» Troisième. »"]),
        ("ar", ['وقال: "أولا.', '"ثانيا.', '"ثالثا".']),
    ],
)
def test_a_quotation_may_run_over_several_paragraphs(language: str, paragraphs: list[str]) -> None:
    first, second, third = (row[0] for row in find_quoted_across(paragraphs, language))
    assert [q.is_balanced for q in (first, second, third)] == [True, True, True]
    assert (first.goes_on, second.went_on, second.goes_on, third.went_on) == (True,) * 4
    assert not third.goes_on


def test_depth_counts_the_stretches_around() -> None:
    assert [q.depth for q in find_quoted("« a “b” »", "fr")] == [0, 1]


def test_the_sample_holds_its_three_stretches(sample: Path) -> None:
    noted = [*ANNOTATION["direct_quotations"], *ANNOTATION["quoted_non_quotations"]]
    expected = sorted((q["open"], q["close"]) for q in noted)
    found = find_quoted(sample.read_text(encoding="utf-8"), "ar")
    assert expected == [(q.open, q.close) for q in found]


@given(st.lists(st.text("aب 1.“”\"'‘’«»()<>`\n", max_size=30), max_size=5))
def test_every_stretch_lies_in_its_paragraph(paragraphs: list[str]) -> None:
    for text, row in zip(paragraphs, find_quoted_across(paragraphs, "ar"), strict=True):
        for quoted in row:
            assert 0 <= quoted.start <= quoted.inner_start <= quoted.inner_end <= quoted.end
            assert quoted.end <= len(text)
            assert quoted.open is None or text.startswith(quoted.marks[0], quoted.open)
            assert quoted.close is None or text.startswith(quoted.marks[1], quoted.close)
