"""Numbers in digits of any script and in words have the value that people mean."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.text.numbers import NumberMention, find_numbers

ARABIC = [
    ("واحد", 1),
    ("ثلاث دول", 3),
    ("ثلاثة وزراء", 3),
    ("ثماني نساء", 8),
    ("عشرة أيام", 10),
    ("عشر سنوات", 10),
    ("أحد عشر وزيرا", 11),
    ("إحدى عشرة دولة", 11),
    ("اثنا عشر", 12),
    ("اثنتي عشرة", 12),
    ("ثلاثة عشر", 13),
    ("ثلاث عشرة", 13),
    ("تسع عشرة", 19),
    ("عشرون", 20),
    ("خمسة وعشرون", 25),
    ("خَمْسَةٌ وَعِشْرُونَ", 25),
    ("إحدى وثلاثين", 31),
    ("اثنين وأربعين", 42),
    ("تسع وتسعون", 99),
    ("مئة", 100),
    ("مائة وخمسون", 150),
    ("مئة وخمسة وعشرون", 125),
    ("مئة وأحد عشر", 111),
    ("مئتان وخمس دول", 205),
    ("مئتي دولة", 200),
    ("ثلاثمئة", 300),
    ("ثلاث مئة وستون", 360),
    ("تسعمائة وتسع وتسعون", 999),
    ("ألف", 1000),
    ("ألفا", 1000),
    ("ألفان", 2000),
    ("ألفين وخمسة عشر", 2015),
    ("ثلاثة آلاف", 3000),
    ("خمسة وعشرين ألفا", 25_000),
    ("مئة ألف", 100_000),
    ("مئتا ألف وثلاثمئة", 200_300),
    ("ألف وتسعمئة وتسعة وستين", 1969),
    ("مليون ونصف المليون", 1_500_000),
    ("مليونا دولار", 1_000_000),
    ("مليوني دولار", 2_000_000),
    ("خمسة ملايين ومئتا ألف", 5_200_000),
    ("١٥", 15),
    ("۱۵", 15),
    ("١٬٥٠٠", 1500),
    ("١٥٫٧", "15.7"),
    ("1,500", 1500),
    ("2.5", "2.5"),
    ("3,5", "3.5"),
    ("1.234.567", 1_234_567),
    ("1,234.5", "1234.5"),
    ("3.5 مليون", 3_500_000),
    ("٣ آلاف و٥٠٠", 3500),
    ("15 ألف", 15_000),
    ("مليار و200 مليون", 1_200_000_000),
    ("وبخمسين", 50),
]
ENGLISH = [
    ("seven", 7),
    ("nineteen", 19),
    ("twenty-five", 25),
    ("twenty five", 25),
    ("one hundred", 100),
    ("a hundred and five", 105),
    ("three hundred and twenty-one", 321),
    ("two thousand", 2000),
    ("two thousand and fifteen", 2015),
    ("two thousand three hundred and five", 2305),
    ("nineteen hundred", 1900),
    ("one million two hundred thousand", 1_200_000),
    ("a million and a half", 1_500_000),
    ("two dozen", 24),
    ("12,500", 12_500),
    ("12 500", 12_500),
    ("1,234,567.89", "1234567.89"),
    ("3.5 million", 3_500_000),
    ("$1.2bn", 1_200_000_000),
    ("2 billion 300 million", 2_300_000_000),
]
FRENCH = [
    ("sept", 7),
    ("seize", 16),
    ("dix-sept", 17),
    ("vingt et un", 21),
    ("trente-deux", 32),
    ("soixante-dix", 70),
    ("soixante et onze", 71),
    ("soixante-dix-sept", 77),
    ("septante-deux", 72),
    ("quatre-vingts", 80),
    ("quatre-vingt-trois", 83),
    ("quatre-vingt-onze", 91),
    ("quatre-vingt-dix-neuf", 99),
    ("nonante-neuf", 99),
    ("cent", 100),
    ("deux cents", 200),
    ("cent quatre-vingt-cinq", 185),
    ("mille deux cents", 1200),
    ("trois mille", 3000),
    ("deux cent mille", 200_000),
    ("un million et demi", 1_500_000),
    ("trois millions deux cent mille", 3_200_000),
    ("1 500", 1500),
    ("1\u202f500\u202f000,5", "1500000.5"),
    ("2,5 milliards", 2_500_000_000),
    ("1.234.567", 1_234_567),
]
ORDINALS = [
    ("ar", "الخامسة", 5),
    ("ar", "الحادية عشرة", 11),
    ("ar", "الثاني عشر", 12),
    ("ar", "الحادية والعشرين", 21),
    ("ar", "الثامنة والأربعون", 48),
    ("ar", "الدورة الخمسين", 50),
    ("ar", "الدورة الـ48", 48),
    ("en", "15th", 15),
    ("en", "twenty-first", 21),
    ("en", "third", 3),
    ("fr", "1er", 1),
    ("fr", "15e", 15),
    ("fr", "dix-septième", 17),
    ("fr", "vingt et unième", 21),
]


def values(text: str, language: str) -> list[Decimal]:
    return [mention.value for mention in find_numbers(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        *(("ar", text, value) for text, value in ARABIC),
        *(("en", text, value) for text, value in ENGLISH),
        *(("fr", text, value) for text, value in FRENCH),
    ],
)
def test_a_number_has_the_value_that_it_says(language: str, text: str, value: int | str) -> None:
    assert values(text, language) == [Decimal(value)]
    assert not find_numbers(text, language)[0].is_ordinal


@pytest.mark.parametrize(("language", "text", "value"), ORDINALS)
def test_an_ordinal_is_told_from_a_count(language: str, text: str, value: int) -> None:
    (mention,) = find_numbers(text, language)
    assert mention.value == value
    assert mention.is_ordinal


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "ثلاثة وأربعة", [3, 4]),
        ("ar", "عشرون دولة وخمس منظمات", [20, 5]),
        ("ar", "الأول والثاني", [1, 2]),
        ("ar", "بين 15 و20 دولة", [15, 20]),
        ("ar", "15 - 17", [15, 17]),
        ("en", "two and three", [2, 3]),
        ("en", "five, six and seven", [5, 6, 7]),
        ("en", "2010-2020", [2010, 2020]),
        ("en", "in 2018 three hundred came", [2018, 300]),
        ("fr", "deux et trois", [2, 3]),
        ("fr", "de 15 à 20", [15, 20]),
    ],
)
def test_numbers_side_by_side_stay_apart(language: str, text: str, expected: list[int]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("ar", text) for text in ("مئات الأشخاص", "آلاف اللاجئين", "ملايين", "عشرات")),
        *(("ar", text) for text in ("أحد المشاركين", "يوم الاثنين", "يوم الأحد", "لست أدري")),
        *(("en", text) for text in ("hundreds of people", "thousands", "a session", "COP28")),
        *(("en", text) for text in ("one third", "two-thirds", "per cent")),
        *(("fr", text) for text in ("une session", "l’un", "des centaines", "millions", "H1N1")),
    ],
)
def test_what_counts_nothing_exactly_is_no_number(language: str, text: str) -> None:
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("ar", "25 في المئة", 25), ("ar", "خمسة بالمئة", 5), ("fr", "12 pour cent", 12)],
)
def test_per_cent_is_not_a_hundred(language: str, text: str, value: int) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    ("language", "text", "ambiguous"),
    [
        ("en", "1,234", False),
        ("en", "1.234", True),
        ("en", "1.23", False),
        ("fr", "1,234", True),
        ("fr", "1.234", True),
        ("fr", "0,234", False),
        ("ar", "1,234", True),
        ("ar", "١٬٢٣٤", False),
    ],
)
def test_a_mark_that_could_part_thousands_or_decimals_is_ambiguous(
    language: str,
    text: str,
    ambiguous: bool,  # noqa: FBT001 - a column of the table
) -> None:
    (mention,) = find_numbers(text, language)
    assert mention.is_ambiguous is ambiguous


@pytest.mark.parametrize(
    ("language", "text", "covered"),
    [
        ("ar", "حضر وخمسة وعشرون وزيرا", "خمسة وعشرون"),
        ("ar", "في الدورة الحادية عشرة للمجلس", "الحادية عشرة"),
        ("ar", "وَخَمْسَةُ وُزراء", "خَمْسَةُ"),
        ("en", "All of the twenty-five came", "twenty-five"),
        ("fr", "les quatre-vingt-deux pays", "quatre-vingt-deux"),
    ],
)
def test_a_number_covers_its_words(language: str, text: str, covered: str) -> None:
    (mention,) = find_numbers(text, language)
    assert text[mention.start : mention.end] == covered
    assert mention.in_words


PIECES = st.sampled_from(
    [
        *("ثلاثة", "وعشرون", "مئة", "ألف", "و", "ونصف", "المليون", "الحادية", "عشر"),
        *("5", "1.2", "1,2,3", " ", "-", "two", "hundred", "and", "a", "million", "half", "third"),
        *("quatre", "vingt", "et", "quarts"),
    ]
)


@settings(max_examples=200)
@given(st.lists(PIECES).map(" ".join) | st.text(), st.sampled_from(["ar", "en", "fr"]))
def test_any_text_gives_numbers_in_order_and_apart(text: str, language: str) -> None:
    found: tuple[NumberMention, ...] = find_numbers(text, language)
    ends = [0, *(mention.end for mention in found)]
    starts = [*(mention.start for mention in found), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))


@settings(max_examples=200)
@given(st.integers(0, 10**12))
def test_digits_of_any_script_have_one_value(number: int) -> None:
    indic = str(number).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert values(str(number), "en") == values(indic, "ar") == [number]
    assert values(f"{number:,}", "en") == [number]
    assert values(f"{number:,}".replace(",", "\u202f"), "fr") == [number]
