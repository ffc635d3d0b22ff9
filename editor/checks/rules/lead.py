"""The lead: whether there is one, how long it is, and whether it says who, where and when."""

from collections.abc import Iterator
from functools import cache

from editor.checks.document import Document
from editor.checks.findings import Listed, Severity
from editor.checks.hit import Hit
from editor.checks.lengths import known_names, length
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, document_rule
from editor.checks.rules.headlines import headline_of
from editor.checks.tables import table
from editor.release.content import ReleaseKind
from editor.text.arabic import skeleton
from editor.text.calendars import calendar_data, calendar_names
from editor.text.date_patterns import fold

_MOST_WORDS = {"most_words_ar": 60, "most_words_en": 50, "most_words_fr": 55}


def lead_of(document: Document) -> Passage | None:
    """The first paragraph of prose."""
    return next((passage for passage in document.body if passage.is_prose), None)


@document_rule("STR-06", Severity.WARNING, options={**_MOST_WORDS, "most_sentences": 3})
def missing_or_long_lead(document: Document, settings: Settings) -> Iterator[Hit]:
    """A release with a headline and no text, or a first paragraph too long to be its lead.

    Settings `most_words_…` and `most_sentences`: what a lead may have; known names are one word.
    """
    lead = lead_of(document)
    if lead is None:
        if document.is_original and headline_of(document) is not None:
            yield Hit("", 0, 0, case="missing")
        return
    most = settings.number(f"most_words_{document.language}")
    words = len(lead.tokens)
    if words > most and length(lead, 0, len(lead.words), known_names(document)) > most:
        yield lead.hit(0, len(lead.words), values={"words": words})
    elif len(lead.sentences) > settings.number("most_sentences"):
        values = {"sentences": len(lead.sentences)}
        yield lead.hit(0, len(lead.words), values=values, case="sentences")


@document_rule("STR-07", Severity.SUGGESTION, profile=Profile.SUGGESTIONS)
def lead_without(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A lead that does not say where or when; what the dateline says is said."""
    lead = lead_of(document)
    if lead is None or document.release.kind is not ReleaseKind.PRESS_RELEASE:
        return
    dateline, language = document.release.dateline, document.language
    forms = set(lead.skeletons)
    missing = []
    if not dateline.places.get(language) and not forms & _places(language):
        missing.append("parts.place")
    if dateline.date is None and not lead.dates and not forms & _times(language):
        missing.append("parts.date")
    if missing:
        yield lead.hit(0, len(lead.words), values={"missing": Listed(tuple(missing))})


@cache
def _times(language: str) -> frozenset[str]:
    """Words that say when: weekdays, and «اليوم»."""
    words = [form for forms in calendar_names(language).weekdays for form in forms]
    relative: list[str] = calendar_data()["relative_before"][language]  # type: ignore[assignment]  # a list, by its file
    return frozenset(skeleton(fold(word).text.casefold()) for word in (*words, *relative))


@cache
def _places(language: str) -> frozenset[str]:
    """Words that tell a place: names of cities in one word, «مدينة» and the like."""
    rows = table("places")
    column = ("ar", "en", "fr").index(language)
    cities = [form for row in rows["cities"] for form in row.split(" | ")[column].split(",")]
    words = [*rows[language]["words"], *(name.strip() for name in cities)]
    prefixes = ("", "ب", "ل") if language == "ar" else ("",)
    return frozenset(
        prefix + skeleton(word.casefold())
        for word in words
        if " " not in word
        for prefix in prefixes
    )
