"""Which Arabic spellings are one word, and which of two is the better one."""

from collections import Counter

import pytest

from editor.checks.rules.stems import Stem, Used, is_better, is_sure, stem_of


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("الإسلامي", ("ال", "إسلامي", True)),
        ("والاسلامي", ("وال", "اسلامي", True)),
        ("للإعلام", ("لل", "إعلام", True)),
        ("بالإعلام", ("بال", "إعلام", True)),
        ("وإلى", ("و", "إلى", False)),
        ("والى", ("و", "الى", False)),
        ("الآن", ("", "الآن", False)),
        ("وأكد", ("و", "أكد", False)),
        ("واكد", ("و", "اكد", False)),
        ("لإدارة", ("ل", "إدارة", False)),
        ("واحد", ("", "واحد", False)),
        ("والدة", ("", "والدة", False)),
        ("كاميرات", ("", "كاميرات", False)),
        ("باريس", ("", "باريس", False)),
        ("ألمانيا", ("", "ألمانيا", False)),
        ("و", ("", "و", False)),
        ("ال", ("", "ال", False)),
    ],
)
def test_a_word_is_parted_from_what_is_surely_a_prefix(
    form: str, expected: tuple[str, str, bool]
) -> None:
    assert stem_of(form) == Stem(*expected)


def better(word: str, other: str, count: int = 1, other_count: int = 2) -> bool:
    stems = {form: stem_of(form) for form in (word, other)}
    counts = Counter({stems[word].word: count, stems[other].word: other_count})
    definite = Counter({stem.word: counts[stem.word] for stem in stems.values() if stem.definite})
    return is_better(stems[other].word, stems[word], Used(counts, definite))


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("الاسلامي", "الإسلامي"),
        ("الى", "إلى"),
        ("اكد", "أكد"),
        ("للاعلام", "الإعلام"),
        ("ادارة", "الإدارة"),
        ("الإجتماع", "الاجتماع"),
        ("الأجتماع", "اجتماع"),
        ("بإستخدام", "باستخدام"),
        ("إستخدم", "استخدم"),
        ("بإسم", "اسم"),
        ("المنظمه", "المنظمة"),
        ("المنظمه", "منظمة"),
        ("فى", "في"),
        ("العربى", "العربي"),
        ("السياسى", "السياسي"),
        ("حتي", "حتى"),
        ("الاسلاميه", "الإسلامية"),
    ],
)
def test_the_worse_spelling_of_a_word_is_told_from_the_better(word: str, other: str) -> None:
    assert better(word, other)
    assert not better(other, word, count=2, other_count=1)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        *(("أن", "إن"), ("علي", "على"), ("إلا", "ألا"), ("إذا", "أذى"), ("آن", "أن")),
        *(("أعلام", "إعلام"), ("أعمال", "إعمال"), ("أثار", "آثار"), ("أول", "آول")),
        *(("اتباع", "أتباع"), ("اتباع", "إتباع"), ("اطلع", "أطلع"), ("الاطلاع", "إطلاع")),
        *(("اعتقد", "أعتقد"), ("انضم", "أنضم"), ("استخدم", "أستخدم"), ("انهار", "أنهار")),
        *(("الهام", "إلهام"), ("الحق", "ألحق"), ("الغاز", "ألغاز"), ("الباب", "ألباب")),
        *(("كان", "كأن"), ("قران", "قرآن"), ("تاريخ", "تأريخ"), ("بدا", "بدأ"), ("مال", "مآل")),
        *(("كتابه", "كتابة"), ("عمله", "عملة"), ("الموجه", "الموجة"), ("الكره", "الكرة")),
        *(("المياه", "مياة"), ("التوجيه", "توجية"), ("الانتباه", "انتباة")),
        *(("القوى", "القوي"), ("معنى", "معني"), ("مبنى", "مبني"), ("ألقى", "ألقي")),
        *(("النادي", "نادى"), ("البخاري", "بخارى"), ("اليمنى", "اليمني"), ("واحد", "أحد")),
        *(("والد", "ألد"), ("لازالت", "أزالت"), ("كاميرا", "أميرا"), ("أنبياء", "انبياء")),
        ("لاعب", "ألعب"),
    ],
)
def test_two_words_are_not_taken_for_one(word: str, other: str) -> None:
    for count, other_count in ((1, 2), (2, 1), (1, 1)):
        assert not better(word, other, count, other_count)


def test_in_egypt_the_spelling_of_the_release_is_kept() -> None:
    assert better("في", "فى", count=1, other_count=3)
    assert not better("فى", "في", count=3, other_count=1)


def test_only_a_word_with_no_other_reading_is_sure() -> None:
    assert is_sure("الى", "إلى")
    assert is_sure("اسلامي", "إسلامي")
    assert not is_sure("اعلام", "إعلام")
    assert not is_sure("اثنتين", "أثنتين")
