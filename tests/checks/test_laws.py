"""What holds for any text: no rule fails, no finding leaves it, and time grows with its length."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.checks import END_MARK, SEPARATOR, Checker, Finding, Profile
from editor.release.content import FIELDS, Release
from tests.checks.building import Example, Read, check, example, house

LANGUAGES = st.sampled_from(["ar", "en", "fr"])
WILD = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069أa \n"),
    st.text(alphabet="«»“”‘’'\"()[]،؛.,;:!?؟ \u00a0\u202fاa1\u064b\u0301\n"),
    st.text(alphabet="ابتىةهأإآوفلك ٠١٢12/نخميس"),
    st.lists(
        st.sampled_from(
            [
                *("كلمة", "رئيس", "ألقاها", "وزير", "عبد", "الله", "عبدالله", "الحادية", "عشر"),
                *("speech", "of the President", "delivered by", "Mr", "le", "discours", "31"),
                *("الخميس", "نوفمبر", "2018", "February", "février", "«", "»", "http://a.b", "😀"),
                *(
                    "5",
                    "%",
                    "دولة",
                    "في المئة",
                    "مدينة جدة",
                    "عقد",
                    "أكد",
                    "أن",
                    "the 5th",
                    "met in Doha",
                ),
            ]
        )
    ).map(" ".join),
)
UNITS = [
    *(" ", "كلمة،و", "( أ ) ", "(", '"', "« ", "»", " ،", "\u202e", "\u2067", "\u2069", "\u0301"),
    *("http://", "a.", "a@", "1", "31 نوفمبر 2018 ", "كلمة رئيس ", "كلمة كل ", "الحادية عشر "),
    *("كلمة رئيس التي ألقاها وزير ", "عبدالله عبد الله ", "الى إلى ", "ا", "لل", "أ\u00a0ب "),
    *("15 دولة في ", "5 % ", "أكد ", "أكد أن. ", "عقد في جدة ", "اليوم الأحد ", "a@b ", "two and "),
    *("«15 آب» ", "met in Doha 5 May. ", "a.bc 5% ", "خمسة وعشرون. ", "http:/ "),
    *("ﺔﻤﻈﻨﻤﻟﺍ ", "Ø§Ù„ ", "ÇáÃãíä ", "وزیر ٢٥ 25 ", "الذي اجتمعوا ", "تويتر، ", "قال أن ", ",,"),
    *("محمد بن سلمان منظمة التعاون ", "«ا.» ", "إلى، وأن "),
    *("الخميس 15 نوفمبر 2018 ", "قال.\n", "قال \n\n", "،\u200f", "‘a’ ", "&a;"),
]
"""What a careless pattern or a search within a search would take far too long over."""


def anything(text: str, language: str) -> Example:
    return example(text, language, headline="", dateline="")


@settings(max_examples=250)
@given(WILD, LANGUAGES)
def test_no_text_makes_a_rule_fail_and_every_finding_is_in_its_text(
    text: str, language: str
) -> None:
    read = anything(text, language).read()
    words = {where: text.words for where, text in read.release.texts(language)}
    for finding in check(read, profiles=Profile):
        assert_in_place(finding, words, read)
        assert finding.message(language)


def assert_in_place(finding: Finding, words: dict[str, str], read: Read) -> None:
    texts = {**words, SEPARATOR: read.source.text, "": "", END_MARK: ""}
    assert finding.where in texts
    text = texts[finding.where]
    assert 0 <= finding.start <= finding.end <= len(text)
    assert text[finding.start : finding.end] == finding.text
    for fix in finding.fixes:
        assert fix.edits
        for edit in fix.edits:
            assert 0 <= edit.start <= edit.end <= len(texts[edit.where])


@settings(max_examples=40)
@given(st.lists(WILD, max_size=4), LANGUAGES)
def test_a_used_checker_sees_what_a_new_one_sees(texts: list[str], language: str) -> None:
    checker = Checker(house(), profiles=tuple(Profile))
    for text in texts:
        read = anything(text, language).read()
        assert checker.check(read.release, read.source) == check(read, profiles=Profile)


@given(WILD, LANGUAGES)
def test_a_record_without_a_source_is_checked_too(text: str, language: str) -> None:
    release: Release = anything(text, language).read().release
    places = {finding.where for finding in Checker(house(), profiles=tuple(Profile)).check(release)}
    assert SEPARATOR not in places
    assert places <= {*FIELDS, *(block.id for block in release.blocks), ""}


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_time_grows_with_the_length_of_a_text(unit: str) -> None:
    """Eight times the text may take three times its share; a square would take 64 times."""
    language = "ar" if not unit.isascii() else "en"
    short, long = (seconds(of_length(unit, length, language)) for length in (1_500, 12_000))
    assert long < 8 * 3 * max(short, 0.002)


def of_length(unit: str, length: int, language: str) -> Callable[[], object]:
    read = anything((unit * length)[:length], language).read()
    return lambda: Checker(house(), profiles=tuple(Profile)).check(read.release, read.source)


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of two runs."""
    times = []
    for _ in range(2):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def test_a_paragraph_of_a_hundred_thousand_characters_is_checked() -> None:
    text = ("قال الوزير ،نعم ( جدا ) الى إلى 15 نوفمبر 2018 " * 3000)[:100_000]
    assert len(check(anything(text, "ar").read(), profiles=Profile)) > 5000
