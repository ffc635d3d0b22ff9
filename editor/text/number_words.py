"""Words of number and what each does in a number; the words are data, in `numbers.toml`."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.text.arabic import HAMZATED_ALEFS, bare, is_sign, skeleton
from editor.text.number_parts import Kind, Part

if TYPE_CHECKING:
    import regex

_ARTICLE = "ال"
_HIDDEN = "واحد"
"""One word, or «وأحد» without its hamza."""


def part_in_words(token: "regex.Match[str]", before: str, language: str) -> Part | None:
    """What a word of a text does in a number; None if nothing."""
    form = _folded(token[0], language)
    meaning = _meanings(language).get(form)
    if meaning is None:
        return None
    if form == _HIDDEN and bare(token[0])[1] in HAMZATED_ALEFS:
        meaning = _meanings(language)[_HIDDEN + _HIDDEN]
    if (meaning.per_cent and before == "في") or (form == "cent" and before.casefold() == "pour"):
        return None
    return Part(
        token.start() + _after(token[0], meaning.prefix),
        token.end(),
        meaning.kind,
        meaning.value,
        meaning.joined,
        meaning.definite,
        meaning.weak,
        meaning.kind is Kind.ORDINAL,
    )


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a word does in a number, with what is written before it in one word.

    Attributes:
        prefix: How many letters of it are a prefix.
        per_cent: Whether it is per cent after «في».
    """

    kind: Kind
    value: Decimal
    prefix: int = 0
    joined: bool = False
    definite: bool = False
    weak: bool = False
    per_cent: bool = False


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
    "units": Kind.UNIT,
    "tens": Kind.TEN,
    "hundreds": Kind.HUNDRED,
    "scales": Kind.SCALE,
    "doubles": Kind.DOUBLE,
    "ordinals": Kind.ORDINAL,
    "fractions": Kind.FRACTION,
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
        ordinal = kind is Kind.ORDINAL
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


def _forms(language: str) -> Iterator[tuple[str, Kind, Decimal]]:
    table = _table(language)
    for section, kind in _SECTIONS.items():
        for number, forms in table.get(section, {}).items():
            for form in forms.split("|"):
                yield _folded(form, language), kind, Decimal(number)
    for name, kind in (("half", Kind.HALF), ("and", Kind.AND)):
        for form in table[name]:
            yield _folded(form, language), kind, Decimal(0)
