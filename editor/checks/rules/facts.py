"""Spans of years that are told against what the house knows of its own founding (DAT-08)."""

from collections.abc import Iterator
from functools import cache

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, document_rule
from editor.checks.rules.quantities import numbers_of
from editor.checks.tables import table
from editor.text.arabic import bare, skeleton
from editor.text.segments import find_words

_FAR = 15
"""Years beyond which a span is of something else."""
_WINDOW = 60


@document_rule(
    "DAT-08",
    Severity.NOTE,
    options={"founded": 0, "tolerance": 2},
    profile=Profile.SUGGESTIONS,
)
def span_of_years(document: Document, settings: Settings) -> Iterator[Hit]:
    """A span of years since the founding, or an anniversary of it, that does not add up.

    Setting `founded`: the year; 0 for none. Setting `tolerance`: how many years a round number may
    be off. «نحو» before a number makes it right.
    """
    founded, released = settings.number("founded"), document.release.dateline.date
    if not founded or released is None:
        return
    years = released.year - founded
    tolerance = settings.number("tolerance")
    words = _words(document.language)
    for passage in document.body:
        for number in numbers_of(passage):
            before = _near(passage.words[max(number.start - _WINDOW, 0) : number.start], -3)
            after = _near(passage.words[number.end : number.end + _WINDOW], 1)
            is_span = after & words["years"] and before & words["since"]
            is_anniversary = before & words["anniversary"] or after & words["anniversary"]
            if not (is_span or is_anniversary) or before & words["about"]:
                continue
            off = abs(int(number.value) - years)
            if tolerance < off <= _FAR and not passage.is_quoted(number.start, number.end):
                values = {"years": years, "founded": founded}
                yield passage.hit(number.start, number.end, values=values)


def _near(text: str, count: int) -> frozenset[str]:
    """The words of a stretch next to a number: the last three before it or the first after it."""
    forms = [skeleton(bare(word.text).casefold()) for word in find_words(text)]
    return frozenset(forms[count:] if count < 0 else forms[:count])


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    rows: dict[str, list[str]] = table("spans")[language]
    return {
        name: frozenset(skeleton(bare(word).casefold()) for word in words)
        for name, words in rows.items()
    }
