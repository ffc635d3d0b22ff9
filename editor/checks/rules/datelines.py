"""Where a release says it comes from: its source against the house, its place against the event."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, document_rule
from editor.checks.rules.lead import lead_of
from editor.checks.tables import table
from editor.release.content import DATELINE, PLACE, SOURCE
from editor.text.arabic import bare, skeleton
from editor.text.segments import find_words

_BETWEEN_SOURCES = regex.compile(r"\s*[/،,;–—-]\s*|\s+و(?=\p{L})|\s+(?:and|et)\s+")
_LONGEST_CITY = 3
_NEAR = 4
"""Words before a city in which «in» stands: "in the Saudi city of Jeddah"."""
_MOST_PLACES = 8
"""More cities than a lead names."""
_COLUMNS = ("ar", "en", "fr")


@document_rule("DTL-03", Severity.WARNING, profile=Profile.STRICT)
def foreign_source(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A dateline that credits neither the house nor an agency it works with.

    Of several sources one is enough: a release may be issued together with others.
    """
    source = document.release.dateline.sources.get(document.language, "").strip()
    issuers = document.house.issuers.get(document.language, ())
    allowed = {_compared(issuer) for issuer in issuers}
    if document.wording is not None:
        allowed |= {_compared(document.wording.organisation), _compared(document.wording.acronym)}
    if not source or not issuers or _compared(source) in allowed:
        return
    if any(_compared(part) in allowed for part in _BETWEEN_SOURCES.split(source)):
        return
    found = _part(document, SOURCE, source)
    if found is not None:
        passage, start = found
        end = start + len(source)
        fix = passage.fix(start, end, issuers[0], safe=False)
        yield passage.hit(start, end, fix)


@document_rule("DTL-04", Severity.WARNING)
def other_place(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A dateline of one city over a lead whose meeting took place in another.

    Both must be known cities, and the dateline's must not be in the lead.
    """
    lead = lead_of(document)
    issued = document.release.dateline.places.get(document.language, "").strip()
    city = _city_of(issued, document.language)
    if lead is None or city is None:
        return
    places = lead.once(_cities)
    if any(place.city == city for place in places):
        return
    event = lead.once(_event)
    found = _part(document, PLACE, issued)
    if event is not None and found is not None:
        passage, start = found
        end = start + len(issued)
        words = lead.words[event.start : event.end]
        written = words.upper() if issued.isupper() else words
        fix = passage.fix(start, end, written, safe=False)
        yield passage.hit(start, end, fix, values={"event": words})


def _part(document: Document, field: str, words: str) -> tuple[Passage, int] | None:
    """The passage that a part of the dateline stands in, and where."""
    for passage in document.passages:
        if passage.where in {DATELINE, field} and words in passage.words:
            return passage, passage.words.index(words)
    return None


@dataclass(frozen=True, slots=True)
class _City:
    """A city in a text: its row in the table, its words, and the first of its tokens."""

    city: int
    start: int
    end: int
    token: int


def _city_of(place: str, language: str) -> int | None:
    """The row of the city that a place begins with."""
    forms = tuple(_compared(word.text) for word in find_words(place))
    for length in range(min(_LONGEST_CITY, len(forms)), 0, -1):
        row = _rows(language).get(" ".join(forms[:length]))
        if row is not None:
            return row
    return None


def _cities(lead: Passage) -> list[_City]:
    """Every known city in a lead."""
    return list(_find_cities(lead))


def _find_cities(lead: Passage) -> Iterator[_City]:
    language, rows = lead.language, _rows(lead.language)
    glued: list[str] = table("places")[language]["glued"]
    forms = lead.skeletons
    for index in range(len(forms)):
        for length in range(_LONGEST_CITY, 0, -1):
            words = forms[index : index + length]
            if len(words) < length:
                continue
            name = " ".join(words)
            for prefix in ("", *glued):
                row = rows.get(name.removeprefix(prefix)) if name.startswith(prefix) else None
                if row is not None:
                    start = lead.tokens[index].start + len(prefix)
                    yield _City(row, start, lead.tokens[index + length - 1].end, index)
                    break
            else:
                continue
            break


def _event(lead: Passage) -> _City | None:
    """The first city of a lead in which its meeting took place."""
    places = lead.once(_cities)[:_MOST_PLACES]
    return next((place for place in places if _is_of_event(lead, place)), None)


def _is_of_event(lead: Passage, place: _City) -> bool:
    """Whether a meeting of the same sentence took place there.

    One that is still to come, or that somebody travels to, is reported from elsewhere on purpose.
    """
    words = _words(lead.language)
    sentence = next(((s, e) for s, e in lead.sentences if s <= place.start < e), (0, 0))
    forms = [
        form
        for token, form in zip(lead.tokens, lead.skeletons, strict=True)
        if sentence[0] <= token.start < sentence[1]
    ]
    at = sum(sentence[0] <= token.start for token in lead.tokens[: place.token])
    near = set(forms[max(at - _NEAR, 0) : at])
    is_glued = lead.tokens[place.token].start != place.start
    if not is_glued and not near & words["before"]:
        return False
    return bool(words["events"] & set(forms[:at])) and not words["elsewhere"] & set(forms)


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    rows: dict[str, list[str]] = table("places")[language]
    return {name: frozenset(map(_compared, words)) for name, words in rows.items()}


@cache
def _rows(language: str) -> dict[str, int]:
    """The cities of the table by name, as they are compared."""
    column = _COLUMNS.index(language)
    return {
        " ".join(_compared(word.text) for word in find_words(name)): row
        for row, line in enumerate(table("places")["cities"])
        for name in line.split(" | ")[column].split(",")
    }


def _compared(words: str) -> str:
    return " ".join(skeleton(bare(words).casefold()).split())
