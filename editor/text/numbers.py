"""Numbers in running text, in digits of any script and in words, with their value.

«خمسة وعشرون», ٢٥ and "twenty-five" are one value, so that texts in several languages can be
compared. Finding is linear in the text: it is cut into parts, of digits (`number_digits`) or of
words (`number_words`), and the parts that go together are put together (`number_sums`).

What counts without being a number is left out: «مئات», "dozens", «في المئة», the French article.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import regex

from editor.text.number_digits import SPACES, part_in_digits
from editor.text.number_parts import Kind, Part
from editor.text.number_sums import Sum
from editor.text.number_words import part_in_words

_TOKEN = regex.compile(r"[\p{L}\p{M}\u0640]++|\p{Nd}++")
_JOINT = regex.compile(rf"[{SPACES}]{{1,2}}+|[-‑‐]")
_JOINED = regex.compile(rf"[{SPACES}]{{1,2}}+و[\u064b-\u0652\u0640]*+[{SPACES}]?")


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number as it stands in a text.

    Attributes:
        start: Its first code point, without an Arabic prefix such as و but with its article.
        end: One past its last code point.
        value: What it counts.
        in_words: Whether it is written in words alone; "3 million" is not.
        is_ordinal: Whether it says which in a row: "15th", «الخامسة عشرة».
        is_ambiguous: Whether one mark in it could part thousands or decimals, as in "1.234".
    """

    start: int
    end: int
    value: Decimal
    in_words: bool = False
    is_ordinal: bool = False
    is_ambiguous: bool = False


def find_numbers(text: str, language: str) -> tuple[NumberMention, ...]:
    """Every number in a text, in order.

    Args:
        text: Any text; dates, times and phone numbers give the numbers they are made of.
        language: The code of its language: "ar", "en" or "fr".
    """
    return tuple(_Reader(text, language).numbers())


class _Reader:
    """Reads the parts of a text and puts together what belongs together."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language

    def numbers(self) -> Iterator[NumberMention]:
        parts = list(_parts(self._text, self._language))
        index = 0
        while index < len(parts):
            if parts[index].kind in {Kind.AND, Kind.HALF, Kind.FRACTION}:
                index += 1
                continue
            length, mention = self._longest(parts, index)
            if self._is_fraction(parts, index, length):
                length += 1
            elif mention is not None:
                yield mention
            index += max(length, 1)

    def _longest(self, parts: list[Part], index: int) -> tuple[int, NumberMention | None]:
        """The longest number that begins with a part, and how many parts it takes."""
        sum_ = Sum(self._language)
        length = 0
        joined = False
        for place in range(index, len(parts)):
            part = parts[place]
            if place > index and not self._meets(parts[place - 1], part):
                break
            if part.kind is Kind.AND and not joined:
                joined = True
                continue
            if joined and part.weak and self._is_half(parts, place + 1):
                continue  # the article of "and a half"
            if not sum_.take(part, joined=joined or part.joined):
                break
            joined = False
            length = place - index + 1
        taken = [part for part in parts[index : index + length] if part.kind is not Kind.AND]
        if not taken or not sum_.is_number or (len(taken) == 1 and taken[0].weak):
            return length, None
        ordinal = sum_.is_ordinal or any(part.ordinal for part in taken)
        return length, NumberMention(
            taken[0].start,
            taken[-1].end,
            sum_.value,
            in_words=all(part.kind is not Kind.DIGITS for part in taken),
            is_ordinal=ordinal,
            is_ambiguous=any(part.ambiguous for part in taken),
        )

    @staticmethod
    def _is_half(parts: list[Part], place: int) -> bool:
        return place < len(parts) and parts[place].kind is Kind.HALF

    def _meets(self, first: Part, second: Part) -> bool:
        between = self._text[first.end : second.start]
        if second.joined:
            return _JOINED.fullmatch(between) is not None
        return _JOINT.fullmatch(between) is not None or (
            not between and Kind.DIGITS in {first.kind, second.kind}
        )

    def _is_fraction(self, parts: list[Part], index: int, length: int) -> bool:
        """Whether the next part makes a fraction of a number: "one third"."""
        if self._language == "ar" or length != 1 or index + 1 >= len(parts):
            return False
        first, second = parts[index], parts[index + 1]
        return (
            first.kind is Kind.UNIT
            and (second.kind is Kind.FRACTION or (second.kind is Kind.ORDINAL and second.value > 2))
            and self._meets(first, second)
        )


def _parts(text: str, language: str) -> Iterator[Part]:
    end = 0
    before = ""
    for token in _TOKEN.finditer(text):
        if token.start() < end:
            continue  # inside a number in digits
        if token[0][0].isdecimal():
            part, end = part_in_digits(text, token, language)
        else:
            part = part_in_words(token, before, language)
            end = token.end()
        before = token[0]
        if part is not None:
            yield part
