"""Numbers from three to ten take the other gender than the noun they count (GRA-02)."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, text_rule
from editor.checks.tables import table

_PREFIXES = ("", "و", "ف", "ب", "ل", "وب", "ول")


@text_rule("GRA-02", Severity.WARNING, ("ar",), profile=Profile.STRICT)
def counted_noun(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """«ثلاث أيام» for «ثلاثة أيام», «خمسة دول» for «خمس دول»: only nouns of a list are counted."""
    numbers, nouns = _numbers(), table("numerals")["nouns"]
    masculine, feminine = frozenset(nouns["masculine"]), frozenset(nouns["feminine"])
    for (number, noun), (form, counted) in zip(
        pairwise(passage.tokens), pairwise(passage.forms), strict=True
    ):
        right = numbers.get(form)
        if right is None or not passage.words[number.end : noun.start].isspace():
            continue
        # A number with ة counts masculine nouns.
        wrong_for = feminine if form.endswith("ة") else masculine
        if counted in wrong_for and not passage.is_quoted(number.start, noun.end):
            fix = passage.fix(number.start, number.end, right, safe=False)
            yield passage.hit(number.start, noun.end, fix, values={"right": f"{right} {noun.text}"})


@cache
def _numbers() -> dict[str, str]:
    """Every form of a number with what is written before it, and the form of the other gender."""
    found = {}
    for short, long in table("numerals")["numbers"]:
        for prefix in _PREFIXES:
            found[prefix + short], found[prefix + long] = prefix + long, prefix + short
    return found
