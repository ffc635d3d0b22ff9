"""Numbers in digits of any script: where they end, and what they count."""

from decimal import Decimal
from functools import cache

import regex

from editor.text.number_parts import Kind, Part

SPACES = " \u00a0\u202f\u2009"
"""The spaces that stand within a number."""
_SUFFIXES = {
    "en": regex.compile(r"(?i:st|nd|rd|th)(?!\p{L})"),
    "fr": regex.compile(r"(?i:ers?|ères?|res?|nde?s?|èmes?|emes?|es?)(?!\p{L})"),
}
_ORDINAL_BEFORE = regex.compile(rf"(?<!\p{{L}})[وفبلك]{{0,2}}الـ[{SPACES}]?\Z")
_MOST_DIGITS = 24
"""Longer runs of digits are codes; their value is of no use."""


def part_in_digits(text: str, token: "regex.Match[str]", language: str) -> tuple[Part | None, int]:
    """The number in digits that begins with a token, and its end; None for a code such as "H1"."""
    start = token.start()
    match = _digits_pattern(language).match(text, start)
    if match is None or (start and _is_code(text[start - 1])):
        return None, token.end()
    end = match.end()
    if len(match[0]) > _MOST_DIGITS:
        return None, end
    value, ambiguous = _value(match[0], language)
    suffix = _SUFFIXES[language].match(text, end) if language in _SUFFIXES else None
    if suffix is not None:
        end = suffix.end()
    ordinal = suffix is not None or (
        language == "ar" and _ORDINAL_BEFORE.search(text, max(start - 8, 0), start) is not None
    )
    joined = _is_joined(text, start)
    part = Part(start, end, Kind.DIGITS, value, joined, ordinal=ordinal, ambiguous=ambiguous)
    return part, end


def _is_code(before: str) -> bool:
    """Whether a digit after this is part of a name such as "COP28"; «و15» is a number."""
    return before.isalpha() and not "\u0600" <= before <= "\u06ff"


def _is_joined(text: str, start: int) -> bool:
    before = text[max(start - 3, 0) : start].rstrip("\u0640" + SPACES)
    return before.endswith("و") and (len(before) == 1 or not before[-2].isalpha())


@cache
def _digits_pattern(language: str) -> "regex.Pattern[str]":
    spaces = {"ar": "\u00a0\u202f\u2009", "en": " \u00a0\u202f\u2009", "fr": " \u00a0\u202f\u2009"}
    apart = spaces[language]
    return regex.compile(
        rf"\p{{Nd}}{{1,3}}(?:[{apart}]\p{{Nd}}{{3}}){{1,6}}(?!\p{{Nd}})(?:[.,٫]\p{{Nd}}+)?"
        r"|\p{Nd}+(?:[.,٫٬'’]\p{Nd}+)*+"
    )


def _value(written: str, language: str) -> tuple[Decimal, bool]:
    """The value of digits with the marks among them, and whether another is as likely.

    Marks that stand twice part thousands; of two different ones the last parts decimals.
    """
    plain = "".join(str(int(c)) if c.isdecimal() else c for c in written)
    for space in (*SPACES, "'", "’", "٬"):
        plain = plain.replace(space, "")
    plain = plain.replace("٫", "\u0001")
    marks = [c for c in plain if not c.isdecimal()]
    ambiguous = False
    if not marks:
        return Decimal(plain), False
    if len(marks) > 1:
        last = marks[-1]
        is_decimal = marks.count(last) == 1
    else:
        last = marks[0]
        before, _, after = plain.partition(last)
        thousands = len(after) == 3 and len(before) <= 3 and before != "0"
        usual = {"en": ",", "fr": ".", "ar": ","}[language]
        is_decimal = last == "\u0001" or not thousands or last != usual
        ambiguous = thousands and last != "\u0001" and not (language == "en" and last == ",")
    if is_decimal:
        whole, _, fraction = plain.rpartition(last)
        digits = "".join(c for c in whole if c.isdecimal())
        return Decimal(f"{digits}.{fraction}"), ambiguous
    return Decimal("".join(c for c in plain if c.isdecimal())), ambiguous
