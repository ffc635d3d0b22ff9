"""Agreement: the ordinals from eleventh to nineteenth, whose two parts agree (GRA-01).

«الدورة الحادية عشرة», «القرن الحادي عشر»: the unit and the ten take the gender of what is counted,
in every case. Forms, and the nouns that decide, are in `tables/ordinals.toml`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TypeAlias

import regex

from editor.checks.findings import Edit, Fix, Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, text_rule
from editor.checks.tables import table
from editor.text.arabic import TEH_MARBUTA
from editor.text.segments import Word

MASCULINE, FEMININE = "masculine", "feminine"
_OTHER = {MASCULINE: FEMININE, FEMININE: MASCULINE}
_LI_AND_ARTICLE = regex.compile("^لل")
_BEFORE_ARTICLE = ("", "و", "ف", "ب", "ك", "وب", "وك", "فب")
_BEFORE_BARE = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")

_Pair: TypeAlias = tuple[Word, Word]


@dataclass(frozen=True, slots=True)
class _Unit:
    """The first part of an ordinal: its gender, and how the other gender is written."""

    gender: str
    other: str


@text_rule("GRA-01", Severity.ERROR, ("ar",))
def compound_ordinal(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """An ordinal whose parts differ in gender, or differ from a noun that leaves no doubt."""
    tokens, forms = passage.tokens, passage.forms
    for index, pair in enumerate(pairwise(tokens)):
        ten = _tens().get(forms[index + 1])
        unit = _units().get(forms[index]) if ten else None
        if unit is None or ten is None or passage.words[pair[0].end : pair[1].start].strip():
            continue
        certain, likely = _gender_of_noun(passage, index)
        if unit.gender != ten:
            fixes = _fixes(passage, pair, unit, certain, likely)
        elif certain not in {"", ten}:
            edits = (_unit_edit(passage, pair, unit), _ten_edit(passage, pair, certain))
            fixes = (Fix(edits, safe=True),)
        else:
            continue
        right = _mended(pair, fixes[0])
        yield passage.hit(pair[0].start, pair[1].end, *fixes, values={"right": right})


def _fixes(
    passage: Passage, pair: _Pair, unit: _Unit, certain: str, likely: str
) -> tuple[Fix, ...]:
    """The ways to make the parts agree, the one that the noun calls for first."""
    to_unit = _ten_edit(passage, pair, unit.gender)
    to_ten = _unit_edit(passage, pair, unit)
    if certain == _OTHER[unit.gender]:
        return (Fix((to_ten,), safe=True),)
    if not certain and likely == _OTHER[unit.gender]:
        return Fix((to_ten,), safe=False), Fix((to_unit,), safe=False)
    return (Fix((to_unit,), safe=True),)


def _gender_of_noun(passage: Passage, index: int) -> tuple[str, str]:
    """The gender of the noun before an ordinal if it is certain, and what it looks like.

    «اجتماع اللجنة الحادي عشر» counts the meeting and not the committee: a noun decides only where
    no other noun can stand before it.
    """
    if index == 0:
        return "", ""
    noun = _LI_AND_ARTICLE.sub("ال", passage.forms[index - 1])
    before = passage.forms[index - 2] if index > 1 else ""
    nouns = table("ordinals")["nouns"]
    for prefix in ("", "و", "ف", "ب", "ك"):
        stem = noun.removeprefix(prefix)
        if stem in nouns["alone"]:
            return FEMININE, FEMININE
        for gender in (FEMININE, MASCULINE):
            if stem in nouns[gender]:
                function_words = {before, before[1:] if before[:1] in "وف" else ""}
                alone = bool(prefix) or not before or not function_words.isdisjoint(nouns["after"])
                return (gender if alone else ""), gender
    return "", FEMININE if noun.endswith(TEH_MARBUTA) else MASCULINE


def _unit_edit(passage: Passage, pair: _Pair, unit: _Unit) -> Edit:
    return Edit(passage.where, pair[0].start, pair[0].end, unit.other)


def _ten_edit(passage: Passage, pair: _Pair, gender: str) -> Edit:
    form = table("ordinals")["tens"][gender][0]
    return Edit(passage.where, pair[1].start, pair[1].end, form)


def _mended(pair: _Pair, fix: Fix) -> str:
    edits = {edit.start: edit.replacement for edit in fix.edits}
    return " ".join(edits.get(word.start, word.text) for word in pair)


@cache
def _tens() -> dict[str, str]:
    tens: dict[str, list[str]] = table("ordinals")["tens"]
    return {form: gender for gender, forms in tens.items() for form in forms}


@cache
def _units() -> dict[str, _Unit]:
    """Every form of a unit with what may be written before it in one word."""
    units: dict[str, _Unit] = {}
    for row in table("ordinals")["units"]:
        for gender in (MASCULINE, FEMININE):
            own, other = row[gender], row[_OTHER[gender]]
            for prefix in _BEFORE_BARE:
                units[prefix + own] = _Unit(gender, prefix + other)
            for prefix in _BEFORE_ARTICLE:
                units[f"{prefix}ال{own}"] = _Unit(gender, f"{prefix}ال{other}")
            for prefix in ("", "و", "ف"):
                units[f"{prefix}لل{own}"] = _Unit(gender, f"{prefix}لل{other}")
    return units
