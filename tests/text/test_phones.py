"""Which digits are a telephone number, and which are a date, a sum or a code."""

import pytest

from editor.text.phones import phone_at


@pytest.mark.parametrize(
    "phone",
    [
        "+966 12 651 5222",
        "(+966) 12-651-5222",
        "+966 (0)12 651 5222",
        "00966126515222",
        "+33 1 42 68 53 00",
        "01.42.68.53.00",
        "012-651-5222",
        "+٩٦٦ ١٢ ٦٥١ ٥٢٢٢",
    ],
)
def test_a_country_code_or_a_leading_zero_makes_a_telephone_number(phone: str) -> None:
    """It is found whole, before punctuation and in other text."""
    line = f"رقم:{phone}."

    assert phone_at(line, 4) == len(line) - 1


@pytest.mark.parametrize("word", ["هاتف: ", "فاكس ", "Tel. ", "TÉL : "])
def test_a_word_for_telephone_makes_a_telephone_number(word: str) -> None:
    """Short numbers count when they are said to be telephones."""
    assert phone_at(word + "651 5222", len(word)) == len(word) + 8


@pytest.mark.parametrize(
    "other",
    [
        "2018 2019",
        "01/02/2018",
        "0.50",
        "1 250 000",
        "+1 500",
        "651 5222",
        "0123456789abc",
        "1" * 40,
    ],
)
def test_other_numbers_are_not_telephones(other: str) -> None:
    """Years, dates, sums, codes and numbers too long to dial."""
    assert phone_at(other, 0) is None
