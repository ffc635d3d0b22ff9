"""The headline: its length, its end, whom it names, and where the text says otherwise."""

from collections.abc import Iterator

import regex

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, document_rule, text_rule
from editor.checks.rules.quantities import counted, numbers_of, small_words, units
from editor.checks.tables import table
from editor.release.content import HEADLINE
from editor.text.arabic import bare, skeleton
from editor.text.segments import find_words

_PREFIX = regex.compile(r"\s*+([^:،,.«»\"“”\n]{1,60}?)\s?:\s++(?=\S)")
_LONGEST_NAME = 5
_STOP = regex.compile(r"(?<![.…])[.،,;؛]\s*\Z")
_ABBREVIATED = regex.compile(r"(?:\.\p{L}+|(?<!\p{L})\p{Lu}\p{L}{0,3})\Z")
_IMPERFECT = "يت"
_SHORT = 2


def headline_of(document: Document) -> Passage | None:
    """The headline's passage, if there is one."""
    return next((p for p in document.passages if p.where == HEADLINE), None)


@text_rule("STR-02", Severity.WARNING, options={"most_characters": 110, "most_words": 20})
def long_headline(passage: Passage, settings: Settings) -> Iterator[Hit]:
    """A headline of too many characters or words, the name before its colon left out."""
    if passage.where != HEADLINE:
        return
    prefix = _PREFIX.match(passage.words)
    start = prefix.end() if prefix else 0
    characters = len(passage.words.rstrip()) - start
    words = sum(token.start >= start for token in passage.tokens)
    most = settings.number("most_characters")
    if characters > most or words > settings.number("most_words"):
        values = {"characters": characters, "words": words}
        yield passage.hit(start, len(passage.words.rstrip()), values=values)


@text_rule("STR-03", Severity.WARNING, profile=Profile.STRICT)
def headline_with_stop(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A headline that ends in a full stop or a comma, other than that of an abbreviation."""
    stop = _STOP.search(passage.words) if passage.where == HEADLINE else None
    if stop is None or _ABBREVIATED.search(passage.words, 0, stop.start()):
        return
    start = stop.start()
    fix = passage.fix(start, start + 1, "", safe=True, key="STR-03.fix")
    yield passage.hit(start, start + 1, fix)


@document_rule("STR-04", Severity.WARNING, profile=Profile.STRICT)
def speaker_of_nothing(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A name before the headline's colon that nobody in the text and the directory has."""
    headline = headline_of(document)
    prefix = _PREFIX.match(headline.words) if headline else None
    if headline is None or prefix is None or not document.body:
        return
    forms = [_compared(word.text) for word in find_words(prefix[1])]
    if not 0 < len(forms) <= _LONGEST_NAME or any(char.isdecimal() for char in prefix[1]):
        return
    if any(form in _labels(document.language) for form in forms):
        return
    known = {_compared(form) for passage in document.body for form in passage.forms}
    names = [person.names.get(document.language, "") for person in document.house.people]
    names += [document.release.dateline.places.get(document.language, "")]
    known |= {_compared(word.text) for name in names for word in find_words(name)}
    if not any(form in known for form in forms if len(form) > _SHORT):
        yield headline.hit(prefix.start(1), prefix.end(1))


@document_rule("STR-05", Severity.SUGGESTION, options={"tense": False}, profile=Profile.SUGGESTIONS)
def other_than_headline(document: Document, settings: Settings) -> Iterator[Hit]:
    """A number of the headline that the text gives otherwise for the same thing.

    Setting `tense`: an Arabic verb of the headline that the lead puts in the future is noted too.
    """
    headline = headline_of(document)
    if headline is None or not document.body:
        return
    values = {number.value for passage in document.body for number in numbers_of(passage)}
    things = _things(document)
    for number in numbers_of(headline):
        other = things.get(counted(headline, number), "")
        if number.value not in values and other:
            fix = headline.fix(number.start, number.end, other, safe=False)
            yield headline.hit(number.start, number.end, fix, values={"other": other})
    if settings.flag("tense") and document.language == "ar":
        yield from _tenses(headline, document.body[0])


def _things(document: Document) -> dict[tuple[str, ...], str]:
    """What is counted in the text, with the number as it is written at its first place."""
    found: dict[tuple[str, ...], str] = {}
    for passage in document.body:
        for number in numbers_of(passage):
            thing = counted(passage, number)
            if thing and not {*thing} & (units(passage.language) | small_words(passage.language)):
                found.setdefault(thing, passage.words[number.start : number.end])
    return found


def _tenses(headline: Passage, lead: Passage) -> Iterator[Hit]:
    lead_forms = set(lead.forms)
    for word, form in zip(headline.tokens, headline.forms, strict=True):
        if form[:1] in _IMPERFECT and form not in lead_forms and "س" + form in lead_forms:
            values = {"other": "س" + form}
            yield headline.hit(
                word.start, word.end, values=values, severity=Severity.NOTE, case="tense"
            )


def _compared(word: str) -> str:
    return skeleton(bare(word).casefold()).removeprefix("ال")


def _labels(language: str) -> set[str]:
    return {_compared(word) for word in table("labels")[language]["labels"]}
