import pytest

from editor.text.arabic import bare, is_arabic, is_sign, skeleton


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("دائمًا", "دائما"),
        ("الإِسْلامِيّ", "الإسلامي"),
        ("بيـــان", "بيان"),
        ("ٱلله", "الله"),
        ("هٰذا", "هذا"),
        ("OIC", "OIC"),
        ("é", "é"),
    ],
)
def test_a_bare_word_has_no_signs(word: str, expected: str) -> None:
    assert bare(word) == expected


@pytest.mark.parametrize(
    "spellings",
    [("الإسلامي", "الاسلامي"), ("إلى", "الى"), ("مكتبة", "مكتبه"), ("آخر", "أخر"), ("في", "فى")],
)
def test_spellings_that_differ_in_hamza_or_dots_share_a_skeleton(
    spellings: tuple[str, str],
) -> None:
    first, second = spellings
    assert skeleton(first) == skeleton(second)


@pytest.mark.parametrize("pair", [("شؤون", "شوون"), ("كتاب", "كتب"), ("سماء", "سما")])
def test_other_letters_keep_words_apart(pair: tuple[str, str]) -> None:
    assert skeleton(pair[0]) != skeleton(pair[1])


@pytest.mark.parametrize(
    ("word", "expected"),
    [("جدة", True), ("2018م", True), ("OIC", False), ("ـ", False), ("،", False)],
)
def test_a_word_is_arabic_by_its_letters(word: str, *, expected: bool) -> None:
    assert is_arabic(word) is expected


def test_signs_are_what_stands_over_and_under_letters() -> None:
    assert [c for c in "أًّـا" if is_sign(c)] == ["ً", "ّ"]
