import pytest

from editor.text.spelling.variants import near_spellings, variants

KNOWN = frozenset(
    (
        *("الإسلامي", "الإعلام", "الأعلام", "إلى", "المنظمة", "في", "الاقتصادي", "مسألة", "أرباك"),
        *("إرباك", "آرباك", "استقبال", "ألأنساق", "لأنساق", "لأعلام", "ألأعلام", "ألمانيا"),
    )
)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("الاسلامي", {"الإسلامي"}),
        ("الى", {"إلى"}),
        ("الاعلام", {"الإعلام", "الأعلام"}),
        ("المنظمه", {"المنظمة"}),
        ("فى", {"في"}),
        ("الإقتصادى", {"الاقتصادي"}),
        ("مسآلة", {"مسألة"}),
        ("إستقبال", {"استقبال"}),
        ("المانيا", {"ألمانيا"}),
        ("كتاب", set()),
        ("", set()),
    ],
)
def test_near_spellings_are_those_a_dictionary_has(word: str, near: set[str]) -> None:
    assert set(near_spellings(word, KNOWN.__contains__)) == near


def test_a_question_is_no_near_spelling() -> None:
    """«ألأنساق», is it systems?, is a word to a dictionary, and meant by nobody."""
    assert near_spellings("الأنساق", KNOWN.__contains__) == ()
    assert set(near_spellings("ارباك", KNOWN.__contains__)) == {"أرباك", "إرباك"}


def test_fewer_changes_come_before_more() -> None:
    known = {"إدارة", "أداره"}
    assert near_spellings("اداره", known.__contains__) == ("أداره",)


def test_variants_have_as_many_letters_and_differ_in_so_many() -> None:
    for count in (1, 2):
        for variant in variants("الاداره", count):
            assert len(variant) == len("الاداره")
            assert sum(a != b for a, b in zip(variant, "الاداره", strict=True)) == count


def test_a_word_of_alefs_takes_no_longer_than_others() -> None:
    asked = []
    near_spellings("ا" * 24, lambda word: bool(asked.append(word)))
    assert len(asked) < 3000
    assert near_spellings("ا" * 10_000, KNOWN.__contains__) == ()
