"""Names and terms the house writes one way (TRM-01, TRM-04), and variants of one term (TRM-03)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, document_rule
from editor.checks.tables import table
from editor.house.style import Term
from editor.text.arabic import bare, is_arabic, skeleton
from editor.text.segments import Word, find_words

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "لل", "ولل")
_LONGEST_ELISION = 3  # "qu’"
_NEAR = 6
"""Within how many words of an old name «formerly» is looked for."""


@dataclass(frozen=True, slots=True)
class _Form:
    """One way of writing a term, word for word as passages have them."""

    term: Term
    words: tuple[str, ...]
    written: str
    is_right: bool


_Way: TypeAlias = tuple[str, _Form]
"""A form with what is written before it in one word."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a form stands, from its first token to before its last."""

    form: _Form
    first: int
    last: int
    prefix: str


@document_rule("TRM-01", Severity.ERROR)
def protected_names(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A protected name that is misspelled, or a form that the house never uses.

    In Arabic, a word of a name is misspelled where only hamza, ة or ى differ. A name that was right
    on the day of the release is let be, and so is one that is called former.
    """
    terms = [term for term in document.house.terms if term.kind == "name"]
    search = _search(tuple(terms), document.language)
    for passage in document.passages:
        ends = 0
        for place in passage.once(search):
            start, end = _span(passage, place)
            if start < ends or passage.is_quoted(start, end):
                continue
            ends = end
            if place.form.is_right:
                yield from _misspelled(passage, place)
            elif not _was_right(document, passage, place):
                yield _replaced(passage, place)


def _misspelled(passage: Passage, place: _Place) -> Iterator[Hit]:
    """The words of a name that are spelled otherwise than in it."""
    for number, word in enumerate(_words(place.form.written)):
        token = passage.tokens[place.first + number]
        prefix = place.prefix if number == 0 else ""
        wanted = _with_prefix(prefix, word.text)
        if bare(token.text) != bare(wanted):
            fix = passage.fix(token.start, token.end, wanted, safe=True)
            values = {"right": place.form.written, "why": place.form.term.why}
            yield passage.hit(token.start, token.end, fix, values=values, group="TRM-01")


@lru_cache(maxsize=1024)
def _words(name: str) -> tuple[Word, ...]:
    return find_words(name)


def _replaced(passage: Passage, place: _Place) -> Hit:
    start, end = _span(passage, place)
    term = place.form.term
    right = _with_prefix(place.prefix, term.right)
    fix = passage.fix(start, end, right, safe=term.since is None)
    case = "old" if term.since else "message"
    values = {"right": right, "why": term.why}
    severity = Severity.WARNING if term.since else None
    return passage.hit(start, end, fix, values=values, case=case, severity=severity)


def _with_prefix(prefix: str, word: str) -> str:
    """The word with what was written before it: ل and ال make لل."""
    if prefix.endswith("لل"):
        return prefix[:-1] + word.removeprefix("ا") if word.startswith("ال") else prefix + word
    return prefix + word


def _was_right(document: Document, passage: Passage, place: _Place) -> bool:
    since, day = place.form.term.since, document.release.dateline.date
    if since is None:
        return False
    if day is not None and day < since:
        return True
    beside = passage.forms[max(place.first - _NEAR, 0) : place.last + _NEAR]
    return not set(table("former")[passage.language]["words"]).isdisjoint(beside)


@document_rule("TRM-04", Severity.ERROR)
def sensitive_wording(document: Document, _settings: Settings) -> Iterator[Hit]:
    """Countries, territories and other wording off the house's list; a person decides.

    In a quotation it is the speaker's wording: worth a warning, and never changed.
    """
    terms = tuple(term for term in document.house.terms if term.kind == "sensitive")
    search = _search(terms, document.language, wrong_only=True)
    for passage in document.passages if terms else ():
        for place in passage.once(search):
            start, end = _span(passage, place)
            right = _with_prefix(place.prefix, place.form.term.right)
            values = {"right": right, "why": place.form.term.why}
            if passage.is_quoted(start, end):
                yield passage.hit(start, end, values=values, severity=Severity.WARNING)
            else:
                fix = passage.fix(start, end, right, safe=False)
                yield passage.hit(start, end, fix, values=values)


@document_rule("TRM-03", Severity.SUGGESTION)
def competing_variants(document: Document, _settings: Settings) -> Iterator[Hit]:
    """One thing under several names, where the release uses one of them more often."""
    terms = tuple(term for term in document.house.terms if term.kind == "variants")
    search = _search((*terms, *_variants(document.language)), document.language)
    found: dict[str, list[tuple[Passage, _Place]]] = defaultdict(list)
    for passage in document.passages:
        for place in passage.once(search):
            start, end = _span(passage, place)
            if not passage.is_quoted(start, end):
                found[place.form.term.right].append((passage, place))
    for key, places in found.items():
        counts = Counter(place.form.written for _, place in places)
        if len(counts) > 1:
            best = max(counts, key=lambda written: (counts[written], written == key))
            yield from _competing(places, best)


def _competing(places: Sequence[tuple[Passage, _Place]], best: str) -> Iterator[Hit]:
    for passage, place in places:
        if place.form.written != best:
            start, end = _span(passage, place)
            right = _with_prefix(place.prefix, best)
            fix = passage.fix(start, end, right, safe=False)
            group = f"TRM-03:{place.form.term.right}"
            yield passage.hit(start, end, fix, values={"right": best}, group=group)


@lru_cache(maxsize=8)
def _variants(language: str) -> tuple[Term, ...]:
    rows: list[list[str]] = table("variants").get(language, {}).get("terms", [])
    return tuple(
        Term(language=language, right=row[0], wrong=tuple(row[1:]), kind="variants") for row in rows
    )


@lru_cache(maxsize=32)
def _search(
    terms: tuple[Term, ...], language: str, *, wrong_only: bool = False
) -> Callable[[Passage], tuple[_Place, ...]]:
    """What finds some terms in a passage: one function for them, so that it is done once."""
    forms = _forms(terms, language)
    if wrong_only:
        rows = ((key, [way for way in ways if not way[1].is_right]) for key, ways in forms.items())
        forms = {key: ways for key, ways in rows if ways}

    def search(passage: Passage) -> tuple[_Place, ...]:
        return tuple(_places(passage, forms)) if forms else ()

    return search


def _forms(terms: tuple[Term, ...], language: str) -> Mapping[str, list[_Way]]:
    """The forms of some terms by their first word and what is before it, the longest first."""
    found: dict[str, list[_Way]] = defaultdict(list)
    prefixes = _PREFIXES if language == "ar" else ("",)
    for term in terms:
        if term.language == language:
            for form in _ways(term):
                for prefix in prefixes:
                    if (first := _prefixed(prefix, form.words[0])) is not None:
                        found[first].append((prefix, form))
    for rows in found.values():
        rows.sort(key=lambda way: (-len(way[1].words), way[1].is_right))
    return found


def _ways(term: Term) -> Iterator[_Form]:
    """The right form, where a misspelling of it can be told, and the wrong ones."""
    for written in (term.right, *term.wrong):
        is_right = written == term.right
        words = tuple(_key(word.text, term.language) for word in find_words(written))
        if words and not (is_right and term.kind == "name" and not _can_be_misspelled(term)):
            yield _Form(term, words, written, is_right)


def _prefixed(prefix: str, word: str) -> str | None:
    """A word with what is written before it; ل and the article make لل."""
    if prefix.endswith("لل"):
        return prefix + word[2:] if word.startswith("ال") else None
    return prefix + word


def _can_be_misspelled(term: Term) -> bool:
    """Whether a name is told from other words by its letters without hamza: not by one word."""
    return is_arabic(term.right) and len(find_words(term.right)) > 1 and term.since is None


def _key(word: str, language: str) -> str:
    return skeleton(bare(word).casefold()) if language == "ar" else word


def _keys(passage: Passage) -> tuple[str, ...]:
    if passage.language == "ar":
        return passage.skeletons
    if passage.language == "fr":
        return tuple(word.text[_elided(word.text) :] for word in passage.tokens)
    return tuple(word.text for word in passage.tokens)


def _span(passage: Passage, place: _Place) -> tuple[int, int]:
    """Where a form begins and ends; without the article of «l’Organisation»."""
    token = passage.tokens[place.first]
    elided = _elided(token.text) if passage.language == "fr" else 0
    return token.start + elided, passage.tokens[place.last - 1].end


def _elided(word: str) -> int:
    cut = max(word.rfind("’"), word.rfind("'")) + 1
    return cut if cut <= _LONGEST_ELISION else 0


def _places(passage: Passage, forms: Mapping[str, list[_Way]]) -> Iterator[_Place]:
    """Where any of the forms stands, in order; the longest at each place."""
    keys = passage.once(_keys)
    past = 0
    for first, key in enumerate(keys):
        for prefix, form in forms.get(key, ()) if first >= past else ():
            last = first + len(form.words)
            if keys[first + 1 : last] == form.words[1:]:
                past = last
                yield _Place(form, first, last, prefix)
                break
