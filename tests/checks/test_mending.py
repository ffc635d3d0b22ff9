"""A text that came in broken is mended before it is checked, and nothing else is said of it."""

from pathlib import Path

import arabic_reshaper
import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.checks import Checker
from editor.checks.fixes import apply, fix_text
from editor.reading import read_text
from editor.release.content import Block, BlockKind, Release, Text, Translated
from editor.release.draft import Draft
from editor.text.presentation import letters
from tests.checks.building import check, house
from tests.checks.test_sample import DATA

RELEASES = sorted((DATA / "releases").glob("ar-*.txt"))
WORDS = st.sampled_from(
    [
        *("قال", "الأمين", "العام", "لمنظمة", "التعاون", "إن", "الاجتماع", "المقبل", "والله"),
        *("إلى", "مدى", "كلمة", "عبد", "دور", "رؤساء", "(OIC)", "UNA", "2018", "15/11/2018"),
        *("50%", "«الحوار»", "3,000", "1440هـ", "لـ«مدى»"),
    ]
)


def turned(text: str) -> str:
    """The text as it was made for programs that cannot set Arabic, line by line."""
    return "\n".join(map(get_display, arabic_reshaper.reshape(text).split("\n")))


def fixed(text: str) -> str:
    return fix_text(text, lambda t: read_text(t, house=house()), house()).text


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_a_release_that_was_turned_is_fixed_like_the_one_that_was_typed(path: Path) -> None:
    """But for its vowel signs, which shaping drops."""
    shaped = arabic_reshaper.reshape(path.read_text(encoding="utf-8"))
    typed = letters(shaped, words=True)
    assert fixed(turned(typed)) == fixed(typed)


@settings(max_examples=40)
@given(st.lists(WORDS, min_size=1, max_size=9))
def test_a_sentence_that_was_turned_is_fixed_like_the_one_that_was_typed(words: list[str]) -> None:
    between = [f"{word} قال" if word[0].isascii() or "OIC" in word else word for word in words]
    typed = f"قال {' '.join(between)} الوزير."
    assert fixed(turned(typed)) == fixed(typed)


def release(words: str) -> Release:
    lead = Block("b1", BlockKind.LEAD, Translated(ar=Text(words)))
    return Release("r", "ar", ("ar",), blocks=(lead,))


def test_of_a_turned_text_nothing_is_said_but_that_it_is_turned() -> None:
    words = turned("قال الأمين العام ،نعم ( جدا ) في الدورة الحادية عشر")
    found = [f.rule for f in Checker(house()).check(release(words)) if f.where == "b1"]
    assert found == ["UNI-09"]


def test_a_garbled_word_does_not_hide_what_is_wrong_elsewhere() -> None:
    text = "Titre\n\nDJEDDAH (UNA) – 4 août 2024\n\nLe communiquÃ© est paru ,puis repris.\n\nFin\n"
    found = {finding.rule for finding in check(read_text(text, house=house()))}
    assert {"UNI-09", "TYP-01", "TYP-02"} <= found


def test_a_turned_paragraph_of_a_draft_is_mended_too() -> None:
    typed = "قال الأمين العام (OIC) إن نسبة 50% «كافية» اليوم."
    draft = Draft.from_release(release(turned(typed)))
    assert apply(draft, Checker(house()).check(draft.snapshot())) == 1
    assert draft.snapshot().blocks[0].text("ar").words == typed
