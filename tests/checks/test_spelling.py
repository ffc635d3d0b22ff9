"""Checking with somebody who knows words: what he changes, and what he must not."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import strategies as st

from editor.checks import Checker, Finding, Severity
from editor.checks.doubles import ORDER, without_doubles
from editor.reading import read_text
from editor.release.content import Block, BlockKind, Text, Translated
from editor.text.spelling import Speller, find_dictionaries, open_speller
from tests.checks.building import Read, Words, check, example, house, place_of, with_rules

DATA = Path(__file__).parents[1] / "data"
TEXT = (Path(__file__).parents[2] / "resources/samples/oic-2018-social-media.txt").read_bytes()
TRUTH: dict[str, Any] = json.loads((DATA / "sample-annotation.json").read_text(encoding="utf-8"))
GRAVE = frozenset((Severity.ERROR, Severity.WARNING))
BODY = "بحثت الادارة الأمر، وشكرت الزهراني والعاملين."
UNKNOWN = {"الادارة": ["الإدارة"], "والعاملين": []}


def spellings(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.text) for finding in findings if finding.rule in ORDER]


@dataclass
class Counting:
    """A speller that counts what it is asked for, and may have no answer."""

    not_known: Mapping[str, tuple[str, ...]]
    asked: list[frozenset[str]] = field(default_factory=list)
    answers: bool = True
    has: bool = True

    def has_dictionary(self, _language: str) -> bool:
        return self.has

    def unknown(
        self, words: Collection[str], _language: str
    ) -> Mapping[str, tuple[str, ...]] | None:
        self.asked.append(frozenset(words))
        found = {word: self.not_known[word] for word in words if word in self.not_known}
        return found if self.answers else None

    def accepts(self, _word: str) -> bool:
        return False


def test_without_a_speller_only_the_tables_speak() -> None:
    read = example("بحثت الادارة الاسلامية الأمر مع منظمه.").read()
    assert spellings(check(read)) == [("ORT-01", "الادارة"), ("ORT-01", "الاسلامية")]


def test_with_one_unknown_words_are_seen_as_well() -> None:
    found = spellings(check(example(BODY).read(), speller=Words(UNKNOWN)))
    assert found == [("ORT-01", "الادارة"), ("ORT-08", "والعاملين")]


@pytest.mark.parametrize("accepted", ["والعاملين", "العاملين", "عاملين"])
def test_a_word_that_a_person_accepts_is_no_finding(accepted: str) -> None:
    speller = Words(UNKNOWN, frozenset({accepted}))
    found = spellings(check(example(BODY).read(), speller=speller))
    assert found == [("ORT-01", "الادارة")]


def test_without_a_dictionary_it_is_said_once_and_the_rest_works() -> None:
    findings = check(example(BODY).read(), speller=Counting({}, has=False))
    (told,) = [finding for finding in findings if finding.rule == "ORT-08"]
    assert (told.where, told.severity, told.case) == ("", Severity.NOTE, "no_dictionary")
    assert all(told.message(code) for code in ("ar", "en", "fr"))
    assert ("ORT-01", "الادارة") in spellings(findings)


def test_the_words_of_a_release_are_asked_for_together() -> None:
    speller = Counting({})
    check(example("الفقرة الأولى.\n\nوالثانية هنا.").read(), speller=speller)
    assert {"الفقرة", "والثانية"} <= speller.asked[0]


def test_what_was_not_answered_is_asked_again_at_the_next_check() -> None:
    speller = Counting({"الالبسة": ("الألبسة",)}, answers=False)
    checker = Checker(house(), speller=speller)
    release = example("شكرت بائعي الالبسة.").read().release
    assert spellings(checker.check(release)) == []
    speller.answers = True
    assert spellings(checker.check(release)) == [("ORT-01", "الالبسة")]


def test_an_edit_asks_for_its_own_words_only_once_more() -> None:
    speller = Counting({})
    checker = Checker(house(), speller=speller)
    read = example("الفقرة الأولى.\n\nوالثانية هنا.").read()
    checker.check(read.release)
    checker.check(read.release)
    before = len(speller.asked)
    block = Block("b9", BlockKind.PARAGRAPH, Translated(ar=Text("زيادة.")))
    checker.check(replace(read.release, blocks=(*read.release.blocks, block)))
    assert frozenset({"زيادة"}) in speller.asked[before:]


def test_one_matter_is_reported_once() -> None:
    text = "العالم الإسلامي والمؤتمر الاسلامي."
    with_all = spellings(check(example(text).read()))
    assert with_all == [("ORT-01", "الاسلامي")]
    style = with_rules({"ORT-01": {"enabled": False}})
    assert spellings(check(example(text).read(), style)) == [("ORT-04", "الاسلامي")]


def test_other_places_and_other_rules_are_no_doubles() -> None:
    def finding(rule: str, start: int, where: str = "b1") -> Finding:
        return Finding(rule, Severity.ERROR, "ar", where, start, start + 3)

    findings = [finding("ORT-04", 0), finding("ORT-01", 5), finding("TYP-01", 5)]
    findings.append(finding("ORT-04", 5, "b2"))
    assert without_doubles(findings) == findings


WORDS = st.lists(
    st.text("اأإآىيةهبتلمنوف ًَّـ'’-@.a1", min_size=1, max_size=8)
    | st.sampled_from(["ان", "الى", "وان", "سي", "الاعلام", "تصبوا", "الطوارىء", "في", "انستجرام"]),
    max_size=12,
)


@hypothesis.settings(max_examples=150)
@hypothesis.given(WORDS, st.sampled_from(["ar", "en", "fr"]))
def test_nothing_that_is_written_surprises_the_rules(words: list[str], language: str) -> None:
    """Where no word is known, and every other one has a near spelling."""

    @dataclass
    class Ignorant(Counting):
        def unknown(self, words: Collection[str], _language: str) -> dict[str, tuple[str, ...]]:
            return {word: (word[::-1],) if n % 2 else () for n, word in enumerate(words)}

    read = example(" ".join(words).strip() or "نص", language).read()
    for finding in check(read, speller=Ignorant({})):
        place = place_of(finding, read.source)
        if isinstance(place, tuple):
            assert read.source.text[slice(*place)] == finding.text


@pytest.fixture(scope="module")
def speller() -> Iterator[Speller]:
    speller = open_speller("oic")
    if not find_dictionaries("ar"):
        pytest.skip("needs an Arabic dictionary, as set-up installs it with apt")
    yield speller
    speller.close()


def as_read(text: str) -> Read:
    reading = read_text(text, house=house())
    return Read(reading.release, reading.source)


def test_a_real_dictionary_brings_nothing_into_the_sample(speller: Speller) -> None:
    """Eleven words of it are unknown: names, brands and coinages."""
    read = as_read(TEXT.decode())
    grave = [
        [finding for finding in found if finding.severity in GRAVE]
        for found in (check(read, speller=speller), check(read))
    ]
    assert grave[0] == grave[1]


@pytest.mark.parametrize("trap", TRUTH["must_not_flag"], ids=lambda trap: trap["text"])
def test_no_trap_is_walked_into_with_a_real_dictionary(
    trap: dict[str, Any], speller: Speller
) -> None:
    read = as_read(TEXT.decode())
    length = len(trap["text"].rstrip("…").rstrip())
    for finding in check(read, speller=speller):
        place = place_of(finding, read.source)
        if finding.rule in ORDER and isinstance(place, tuple):
            start, end = place
            assert not any(start < at + length and at < end for at in trap["offsets"])


@pytest.mark.parametrize(
    "path", sorted((DATA / "releases").glob("*.txt")), ids=lambda path: path.stem
)
def test_right_words_are_let_be(path: Path, speller: Speller) -> None:
    """Releases of other hands, with names that no dictionary has."""
    findings = check(as_read(path.read_text(encoding="utf-8")), speller=speller)
    words = set(ORDER) - {"TRM-01"}
    assert [f.text for f in findings if f.rule in words and f.severity in GRAVE] == []
