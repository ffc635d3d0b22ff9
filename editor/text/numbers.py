"""Numbers in running text, in digits of any script and in words, with their value.

«خمسة وعشرون», ٢٥ and "twenty-five" are one value, so that texts in several languages can be
compared. Words are data, in `numbers.toml`; how they combine is here: by parts that grow smaller,
as in "two thousand three hundred and five", and in Arabic by the unit before its ten. Finding is
linear in the text.

What counts without being a number is left out: «مئات», "dozens", «في المئة», the French article.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from pathlib import Path
from typing import Any

import regex

from editor.text.arabic import HAMZATED_ALEFS, bare, is_sign, skeleton

_ARTICLE = "ال"
_HIDDEN = "واحد"
"""One word, or «وأحد» without its hamza."""
_TOKEN = regex.compile(r"[\p{L}\p{M}\u0640]++|\p{Nd}++")
_SPACES = " \u00a0\u202f\u2009"
_JOINT = regex.compile(rf"[{_SPACES}]{{1,2}}+|[-‑‐]")
_JOINED = regex.compile(rf"[{_SPACES}]{{1,2}}+و[\u064b-\u0652\u0640]*+[{_SPACES}]?")
_SUFFIXES = {
    "en": regex.compile(r"(?i:st|nd|rd|th)(?!\p{L})"),
    "fr": regex.compile(r"(?i:ers?|ères?|res?|nde?s?|èmes?|emes?|es?)(?!\p{L})"),
}
_ORDINAL_BEFORE = regex.compile(rf"(?<!\p{{L}})[وفبلك]{{0,2}}الـ[{_SPACES}]?\Z")
_LARGEST = Decimal(10) ** 30
_THOUSAND = Decimal(1000)
_MOST_DIGITS = 24
"""Longer runs of digits are codes; their value is of no use."""


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


class _Kind(Enum):
    """What a word or a run of digits does in a number."""

    DIGITS = auto()
    UNIT = auto()
    TEN = auto()
    HUNDRED = auto()
    SCALE = auto()
    DOUBLE = auto()
    ORDINAL = auto()
    HALF = auto()
    FRACTION = auto()
    AND = auto()


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a number in a text.

    Attributes:
        joined: Whether it begins with «and», as Arabic writes it in one word.
        definite: Whether it has the article.
        weak: Whether it is no number by itself.
    """

    start: int
    end: int
    kind: _Kind
    value: Decimal
    joined: bool = False
    definite: bool = False
    weak: bool = False
    ordinal: bool = False
    ambiguous: bool = False


class _Reader:
    """Reads the parts of a text and puts together what belongs together."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language

    def numbers(self) -> Iterator[NumberMention]:
        parts = list(_parts(self._text, self._language))
        index = 0
        while index < len(parts):
            if parts[index].kind in {_Kind.AND, _Kind.HALF, _Kind.FRACTION}:
                index += 1
                continue
            length, mention = self._longest(parts, index)
            if self._is_fraction(parts, index, length):
                length += 1
            elif mention is not None:
                yield mention
            index += max(length, 1)

    def _longest(self, parts: list[_Part], index: int) -> tuple[int, NumberMention | None]:
        """The longest number that begins with a part, and how many parts it takes."""
        sum_ = _Sum(self._language)
        length = 0
        joined = False
        for place in range(index, len(parts)):
            part = parts[place]
            if place > index and not self._meets(parts[place - 1], part):
                break
            if part.kind is _Kind.AND and not joined:
                joined = True
                continue
            if joined and part.weak and self._is_half(parts, place + 1):
                continue  # the article of "and a half"
            if not sum_.take(part, joined=joined or part.joined):
                break
            joined = False
            length = place - index + 1
        taken = [part for part in parts[index : index + length] if part.kind is not _Kind.AND]
        if not taken or not sum_.is_number or (len(taken) == 1 and taken[0].weak):
            return length, None
        ordinal = sum_.is_ordinal or any(part.ordinal for part in taken)
        return length, NumberMention(
            taken[0].start,
            taken[-1].end,
            sum_.value,
            in_words=all(part.kind is not _Kind.DIGITS for part in taken),
            is_ordinal=ordinal,
            is_ambiguous=any(part.ambiguous for part in taken),
        )

    @staticmethod
    def _is_half(parts: list[_Part], place: int) -> bool:
        return place < len(parts) and parts[place].kind is _Kind.HALF

    def _meets(self, first: _Part, second: _Part) -> bool:
        between = self._text[first.end : second.start]
        if second.joined:
            return _JOINED.fullmatch(between) is not None
        return _JOINT.fullmatch(between) is not None or (
            not between and _Kind.DIGITS in {first.kind, second.kind}
        )

    def _is_fraction(self, parts: list[_Part], index: int, length: int) -> bool:
        """Whether the next part makes a fraction of a number: "one third"."""
        if self._language == "ar" or length != 1 or index + 1 >= len(parts):
            return False
        first, second = parts[index], parts[index + 1]
        return (
            first.kind is _Kind.UNIT
            and (
                second.kind is _Kind.FRACTION or (second.kind is _Kind.ORDINAL and second.value > 2)
            )
            and self._meets(first, second)
        )


class _Sum:
    """A number as it grows part by part."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._total = Decimal(0)
        self._group = Decimal(0)
        self._last_scale = _LARGEST
        self._begun = False
        self._closed = self._halved = self._digits = False
        self.is_ordinal = False
        self.is_number = False

    @property
    def value(self) -> Decimal:
        return self._total + self._group

    def take(self, part: _Part, *, joined: bool) -> bool:
        """Take a part in; False, with nothing changed, if it does not go on with the number."""
        if self._halved:  # «مليون ونصف المليون»: the scale is said again
            again = part.kind is _Kind.SCALE and part.value == self._last_scale and not joined
            self._halved = False
            return again
        fits = not self._closed and self._takes(part, joined=joined and self._begun)
        self._begun = self._begun or fits
        return fits

    def _takes(self, part: _Part, *, joined: bool) -> bool:
        take = _WAYS.get(part.kind, _Sum.add)
        return part.kind is not _Kind.FRACTION and take(self, part, joined=joined)

    def take_digits(self, part: _Part, *, joined: bool) -> bool:
        if self._group or (self._begun and not self._total):
            return False
        if self._begun and (
            part.value >= min(self._last_scale, _THOUSAND) or not self._may_follow(joined=joined)
        ):
            return False
        self._group, self._digits = part.value, True
        self._closed = part.ordinal
        self.is_number = True
        return True

    def take_ten(self, part: _Part, *, joined: bool) -> bool:
        alone = not self._begun
        if self._language == "fr" and self._is_four() and not joined and part.value == 20:
            self._group += 76  # quatre-vingt
            return True
        if not self.add(part, joined=joined):
            return False
        self.is_ordinal = self.is_ordinal or (alone and part.definite)
        return True

    def take_hundred(self, part: _Part, *, joined: bool) -> bool:
        counted = self._group % 100
        if part.value == 100 and not joined and not self._digits and self._multiplies(counted):
            self._group = self._group * 100
            self.is_number = True
            return True
        if self._group or self._digits or (self._language == "en"):
            return False
        return self.add(part, joined=joined)

    def _multiplies(self, counted: Decimal) -> bool:
        """Whether so many hundreds are said: «ثلاث مئة», "two hundred", "nineteen hundred"."""
        most = {"ar": 9, "fr": 9, "en": 19}[self._language]
        least = {"ar": 3, "fr": 2, "en": 1}[self._language]
        return self._group == counted and least <= counted <= most

    def take_scale(self, part: _Part, *, joined: bool) -> bool:
        if part.value >= self._last_scale or (joined and self._group):
            return False
        if joined and not self._may_follow(joined=joined):
            return False
        if not self._group and part.weak:
            return False
        if not self._group and self._begun and not joined:
            return False
        self._total += (self._group or 1) * part.value
        self._group, self._last_scale, self._digits = Decimal(0), part.value, False
        self.is_number = True
        return True

    def take_double(self, part: _Part, *, joined: bool) -> bool:
        if self._group or part.value >= self._last_scale or (self._begun and not joined):
            return False
        self._total += 2 * part.value
        self._last_scale = part.value
        self.is_number = True
        return True

    def take_ordinal(self, part: _Part, *, joined: bool) -> bool:
        if self._language == "ar" and self._begun:
            return False
        if not self.add(part, joined=joined):
            return False
        self.is_ordinal = True
        self._closed = self._language != "ar"
        return True

    def take_half(self, _part: _Part, *, joined: bool) -> bool:
        if not joined or self._group or not self._total or self._last_scale < 1000:
            return False
        self._total += self._last_scale / 2
        self._closed = self._halved = True
        return True

    def add(self, part: _Part, *, joined: bool) -> bool:
        if self._digits or not self._fits(part.value, joined=joined, definite=part.definite):
            return False
        self._group += part.value
        self.is_number = self.is_number or not part.weak or self._begun
        return True

    def _fits(self, value: Decimal, *, joined: bool, definite: bool) -> bool:
        """Whether a part of a value may follow what is there of the group."""
        if not self._begun:
            return True
        if not self._group:
            return value < self._last_scale and self._may_follow(joined=joined)
        tail = self._group % 100
        if self._language == "ar":
            return self._fits_arabic(tail, value, joined=joined, definite=definite)
        if not tail:
            return value < 100 and (self._language == "en" or not joined)
        if self._language == "en":
            return tail >= 20 and tail % 10 == 0 and 0 < value < 10 and not joined
        return self._fits_french(tail, value, joined=joined)

    def _fits_arabic(self, tail: Decimal, value: Decimal, *, joined: bool, definite: bool) -> bool:
        if not tail:
            return joined and value < 100
        if not joined:
            return tail < 10 and value == 10
        return tail < 10 and value >= 20 and (definite or not self.is_ordinal)

    @staticmethod
    def _fits_french(tail: Decimal, value: Decimal, *, joined: bool) -> bool:
        if joined:
            return 20 <= tail <= 70 and tail % 10 == 0 and value in {1, 11} and tail + value <= 71
        if tail in {60, 80}:
            return 0 < value < 17
        if tail in {10, 70, 90}:
            # dix-sept, soixante-dix-sept; septante-deux, nonante-deux
            return 7 <= value <= 9 or (tail != 10 and 0 < value < 10)
        return tail >= 20 and tail % 10 == 0 and 0 < value < 10

    def _may_follow(self, *, joined: bool) -> bool:
        """Whether the parts after a scale are put as the language puts them."""
        return joined if self._language == "ar" else (not joined or self._language == "en")

    def _is_four(self) -> bool:
        return self._group % 100 == 4


_WAYS = {
    _Kind.DIGITS: _Sum.take_digits,
    _Kind.TEN: _Sum.take_ten,
    _Kind.HUNDRED: _Sum.take_hundred,
    _Kind.SCALE: _Sum.take_scale,
    _Kind.DOUBLE: _Sum.take_double,
    _Kind.ORDINAL: _Sum.take_ordinal,
    _Kind.HALF: _Sum.take_half,
}


def _parts(text: str, language: str) -> Iterator[_Part]:
    end = 0
    before = ""
    for token in _TOKEN.finditer(text):
        if token.start() < end:
            continue  # inside a number in digits
        if token[0][0].isdecimal():
            part, end = _digits(text, token, language)
        else:
            part = _word(token, before, language)
            end = token.end()
        before = token[0]
        if part is not None:
            yield part


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a word does in a number, with what is written before it in one word.

    Attributes:
        prefix: How many letters of it are a prefix.
        per_cent: Whether it is per cent after «في».
    """

    kind: _Kind
    value: Decimal
    prefix: int = 0
    joined: bool = False
    definite: bool = False
    weak: bool = False
    per_cent: bool = False


def _word(token: "regex.Match[str]", before: str, language: str) -> _Part | None:
    """What a word of a text does in a number; None if nothing."""
    form = _folded(token[0], language)
    meaning = _meanings(language).get(form)
    if meaning is None:
        return None
    if form == _HIDDEN and bare(token[0])[1] in HAMZATED_ALEFS:
        meaning = _meanings(language)[_HIDDEN + _HIDDEN]
    if (meaning.per_cent and before == "في") or (form == "cent" and before.casefold() == "pour"):
        return None
    return _Part(
        token.start() + _after(token[0], meaning.prefix),
        token.end(),
        meaning.kind,
        meaning.value,
        meaning.joined,
        meaning.definite,
        meaning.weak,
        meaning.kind is _Kind.ORDINAL,
    )


def _digits(text: str, token: "regex.Match[str]", language: str) -> tuple[_Part | None, int]:
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
    part = _Part(start, end, _Kind.DIGITS, value, joined, ordinal=ordinal, ambiguous=ambiguous)
    return part, end


def _is_code(before: str) -> bool:
    """Whether a digit after this is part of a name such as "COP28"; «و15» is a number."""
    return before.isalpha() and not "\u0600" <= before <= "\u06ff"


def _is_joined(text: str, start: int) -> bool:
    before = text[max(start - 3, 0) : start].rstrip("\u0640" + _SPACES)
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
    for space in (*_SPACES, "'", "’", "٬"):
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


def _folded(word: str, language: str) -> str:
    return skeleton(bare(word)).replace("ئ", "ي") if language == "ar" else word.casefold()


def _after(word: str, letters: int) -> int:
    """The place in a word after some letters and the signs over them."""
    place = 0
    while letters or (place < len(word) and is_sign(word[place])):
        letters -= bare(word[place]) != ""
        place += 1
    return place


@cache
def _table(language: str) -> dict[str, Any]:
    path = Path(__file__).with_name("numbers.toml")
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))[language]
    return table


_SECTIONS = {
    "units": _Kind.UNIT,
    "tens": _Kind.TEN,
    "hundreds": _Kind.HUNDRED,
    "scales": _Kind.SCALE,
    "doubles": _Kind.DOUBLE,
    "ordinals": _Kind.ORDINAL,
    "fractions": _Kind.FRACTION,
}


@cache
def _meanings(language: str) -> dict[str, _Meaning]:
    """Every word of numbers as it is compared, Arabic ones with each prefix and the article."""
    table = _table(language)
    weak, per_cent, never = (
        {_folded(form, language) for form in table[name]} for name in ("weak", "per_cent", "never")
    )
    found: dict[str, _Meaning] = {}
    for form, kind, value in _forms(language):
        ordinal = kind is _Kind.ORDINAL
        for prefix in reversed(table["prefixes"]):
            plain = _Meaning(kind, value, len(prefix), prefix == "و", ordinal, form in weak)
            found[prefix + form] = plain
            if language == "ar" and not ordinal and not (form in per_cent and prefix == "ب"):
                found[prefix + _ARTICLE + form] = replace(
                    plain, definite=True, per_cent=form in per_cent
                )
    for form in never:
        for prefix in table["prefixes"]:
            found.pop(prefix + form, None)
    if language == "ar":
        found[_HIDDEN * 2] = replace(found["احد"], prefix=1, joined=True)
        found[_HIDDEN] = replace(found["احد"], weak=False)
    return found


def _forms(language: str) -> Iterator[tuple[str, _Kind, Decimal]]:
    table = _table(language)
    for section, kind in _SECTIONS.items():
        for number, forms in table.get(section, {}).items():
            for form in forms.split("|"):
                yield _folded(form, language), kind, Decimal(number)
    for name, kind in (("half", _Kind.HALF), ("and", _Kind.AND)):
        for form in table[name]:
            yield _folded(form, language), kind, Decimal(0)
