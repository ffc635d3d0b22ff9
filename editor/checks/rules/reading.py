"""How a release reads: long sentences and paragraphs, verbs far from what they say, repetitions."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.lengths import known_names, length
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, document_rule, text_rule
from editor.checks.tables import table
from editor.release.content import Mark
from editor.text.arabic import bare, skeleton

_PREFIXES = ("و", "ف")
_LONGEST_CASE = 5
_SMALL = ("من", "في", "على", "عن", "إلى")


@document_rule(
    "RDB-01",
    Severity.SUGGESTION,
    options={
        "most_words_ar": 50,
        "most_words_en": 40,
        "most_words_fr": 45,
        "count_names": False,
    },
)
def long_sentence(document: Document, settings: Settings) -> Iterator[Hit]:
    """A sentence of more words than a reader holds together; a known name counts as one.

    Settings `most_words_…`: how many, by language. Setting `count_names`: count their words too.
    """
    most = settings.number(f"most_words_{document.language}")
    names = {} if settings.flag("count_names") else known_names(document)
    for passage in document.body:
        if not passage.is_prose or len(passage.tokens) <= most:
            continue
        for start, end in passage.sentences:
            if length(passage, start, end, names) > most:
                words = length(passage, start, end, {})
                if not _is_mostly_quoted(passage, start, end):
                    yield passage.hit(start, end, values={"words": words})


def _is_mostly_quoted(passage: Passage, start: int, end: int) -> bool:
    quoted = sum(
        min(span.end, end) - max(span.start, start)
        for span in passage.marked(Mark.QUOTATION)
        if span.start < end and start < span.end
    )
    return 2 * quoted > end - start


@text_rule("STR-13", Severity.SUGGESTION, options={"most_words": 110}, profile=Profile.STRICT)
def long_paragraph(passage: Passage, settings: Settings) -> Iterator[Hit]:
    """A paragraph of too many words; a quoted document may be as long as it is."""
    words = len(passage.tokens)
    if not passage.is_prose or words <= settings.number("most_words"):
        return
    if not _is_mostly_quoted(passage, 0, len(passage.words)):
        yield passage.hit(0, len(passage.words), values={"words": words})


@document_rule(
    "RDB-02",
    Severity.NOTE,
    options={"least_words": 40, "most_words": 900},
    profile=Profile.SUGGESTIONS,
)
def length_of_release(document: Document, settings: Settings) -> Iterator[Hit]:
    """A release that is shorter or longer than desks expect."""
    words = sum(len(passage.tokens) for passage in document.body if passage.is_prose)
    if words and words < settings.number("least_words"):
        yield Hit("", 0, 0, values={"words": words}, case="short")
    elif words > settings.number("most_words"):
        yield Hit("", 0, 0, values={"words": words})


@text_rule("RDB-03", Severity.NOTE, profile=Profile.SUGGESTIONS)
def speech_of_nobody(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """Speech reported without its speaker: «أُلقيت كلمة», "it was stated that"."""
    if not passage.is_prose:
        return
    forms = [_compared(form) for form in passage.forms]
    longest = max(len(words) for words in _passives(passage.language))
    skip = 0
    for index in range(len(forms)):
        if index < skip:
            continue
        for count in range(min(longest, len(forms) - index), 0, -1):
            words = tuple(forms[index : index + count])
            plain = (_without_prefix(words[0], passage.language), *words[1:])
            found = next((w for w in (words, plain) if w in _passives(passage.language)), None)
            if found is not None and _goes_on(passage, forms, index, count):
                start = passage.tokens[index].start + len(words[0]) - len(found[0])
                yield passage.hit(start, passage.tokens[index + count - 1].end)
                skip = index + count
                break


def _goes_on(passage: Passage, forms: list[str], index: int, count: int) -> bool:
    """Whether a speech follows, where a verb by itself could be said of anything."""
    if passage.language != "ar" or count > 1:
        return True
    speeches = {_compared(word) for word in table("reported")["ar"]["speeches"]}
    return any(form in speeches for form in forms[index + 1 : index + _LONGEST_CASE])


@text_rule("RDB-04", Severity.SUGGESTION, options={"most_words": 20}, profile=Profile.SUGGESTIONS)
def verb_far_from_words(passage: Passage, settings: Settings) -> Iterator[Hit]:
    """A verb of saying and the «أن» of what is said, with too many words between them."""
    if not passage.is_prose:
        return
    forms = [_compared(form) for form in passage.forms]
    verbs, links = _verbs(passage.language), _links(passage.language)
    most = settings.number("most_words")
    verb: int | None = None
    ends = iter(end for _, end in passage.sentences)
    end = 0
    for index, (token, form) in enumerate(zip(passage.tokens, forms, strict=True)):
        while token.start >= end:
            end = next(ends)
            verb = None
        if _without_prefix(form, passage.language) in verbs or form in verbs:
            verb = index
        elif form in links and verb is not None:
            first = _first_of_link(passage, forms, index)
            words = first - verb - 1
            if words > most:
                cut = len(forms[verb]) - len(_without_prefix(forms[verb], passage.language))
                start = passage.tokens[verb].start + (cut if forms[verb] not in verbs else 0)
                yield passage.hit(start, token.end, values={"words": words})
            verb = None


def _first_of_link(passage: Passage, forms: list[str], index: int) -> int:
    """The word that «إلى أن» begins with."""
    before = {_compared(word) for word in table("reported")[passage.language]["before_link"]}
    return index - 1 if index and forms[index - 1] in before else index


@document_rule("RDB-05", Severity.NOTE, options={"least": 3}, profile=Profile.SUGGESTIONS)
def same_openings(document: Document, settings: Settings) -> Iterator[Hit]:
    """Paragraphs that begin alike: two in a row, or as many as the setting `least` says."""
    prose = [passage for passage in document.body if passage.is_prose and len(passage.tokens) > 5]
    opened = [(passage, _opening(passage)) for passage in prose]
    counts = Counter(opening for _, opening in opened)
    repeated = {opening for opening, count in counts.items() if count >= settings.number("least")}
    repeated |= {first[1] for first, second in pairwise(opened) if first[1] == second[1]}
    seen: set[tuple[str, ...]] = set()
    for passage, opening in opened:
        if opening in seen and opening in repeated:
            last = passage.tokens[len(opening) - 1]
            yield passage.hit(passage.tokens[0].start, last.end, group=f"RDB-05 {opening}")
        seen.add(opening)


def _opening(passage: Passage) -> tuple[str, ...]:
    """The words a paragraph begins with, as they are compared: one in Arabic, else two."""
    forms = passage.forms
    is_telling = (
        passage.language == "ar" and len(skeleton(forms[0])) > 2 and not forms[0].endswith(_SMALL)
    )
    return tuple(forms[: 1 if is_telling else 2])


def _without_prefix(form: str, language: str) -> str:
    return form[1:] if language == "ar" and form.startswith(_PREFIXES) and len(form) > 3 else form


@cache
def _passives(language: str) -> frozenset[tuple[str, ...]]:
    rows: list[str] = table("reported")[language]["passives"]
    return frozenset(tuple(_compared(word) for word in row.split()) for row in rows)


@cache
def _verbs(language: str) -> frozenset[str]:
    return frozenset(_compared(word) for word in table("reported")[language]["verbs"])


@cache
def _links(language: str) -> frozenset[str]:
    return frozenset(_compared(word) for word in table("reported")[language]["links"])


def _compared(word: str) -> str:
    return skeleton(bare(word).casefold())
