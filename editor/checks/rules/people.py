"""People of the house's directory: their names and their offices (SPK-01 to SPK-03, SPK-08).

A person is known by the first and the last word of the name; what stands between may be left out
once the full name has been given, but is not to be another.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import pairwise
from unicodedata import normalize

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, document_rule
from editor.checks.tables import table
from editor.house.style import House, Person
from editor.text.arabic import bare, is_arabic, skeleton
from editor.text.segments import find_words

_LONGEST_NAME = 6
_NEAR = 12
"""Within how many words before a name the office is looked for."""
_LEAST_ALIKE = 4
_ALIKE = 0.7
"""From what likeness on two words are one name in two spellings: Brahim and Ibrahim."""
_PARTICLES = frozenset(("بن", "bin", "ben", "ibn", "al"))
_PREFIXES = ("", "و", "ف", "ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class _Named:
    """A name of the directory with everyone who has an entry under it."""

    written: str
    keys: tuple[str, ...]
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    """Where a name stands: its first token, and the one after its last."""

    passage: Passage
    name: _Named
    first: int
    last: int
    offset: int

    @property
    def span(self) -> tuple[int, int]:
        tokens = self.passage.tokens
        return tokens[self.first].start + self.offset, tokens[self.last - 1].end


@document_rule("SPK-03", Severity.WARNING)
def name_forms(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A name of the directory in another form: a word spelled otherwise, بن left out within it."""
    for mention in document.once(_mentions):
        passage = mention.passage
        start, end = mention.span
        written = passage.words[start:end]
        if not _is_another_form(written, mention.name.written) or passage.is_quoted(start, end):
            continue
        fix = passage.fix(start, end, mention.name.written, safe=False)
        values = {"right": mention.name.written}
        group = f"SPK-03:{mention.name.people[0].id}"
        yield passage.hit(start, end, fix, values=values, group=group)


@lru_cache(maxsize=1024)
def _is_another_form(written: str, name: str) -> bool:
    """Whether words are this name, and not as it is written.

    Words may be left out, save بن between two that are not; a word that resembles none of the name
    makes it somebody else's.
    """
    right = [word.text for word in find_words(name)]
    differs, at, last = False, 0, -1
    for word in (word.text for word in find_words(written)):
        place = next((n for n in range(at, len(right)) if _resembles(word, right[n])), None)
        if place is None:
            return False
        skipped = right[last + 1 : place]
        differs = differs or not _is_same(word, right[place])
        differs = differs or (len(skipped) == 1 and skipped[0].casefold() in _PARTICLES)
        at, last = place + 1, place
    return differs


def _resembles(word: str, right: str) -> bool:
    key, other = _key(word), _key(right)
    if key == other:
        return True
    is_long = min(len(key), len(other)) >= _LEAST_ALIKE
    return is_long and SequenceMatcher(None, key, other).ratio() >= _ALIKE


def _is_same(word: str, right: str) -> bool:
    return bare(word) == bare(right) if is_arabic(right) else word.casefold() == right.casefold()


@document_rule("SPK-08", Severity.WARNING, profile=Profile.STRICT)
def not_in_office(document: Document, _settings: Settings) -> Iterator[Hit]:
    """An office beside the name of someone who did not hold it on the day of the release."""
    day = document.release.dateline.date
    if day is None:
        return
    for mention in document.once(_mentions):
        held = [p for p in mention.name.people if p.titles.get(document.language)]
        if not held or any(_in_office(person, document) for person in held):
            continue
        passage = mention.passage
        before = passage.once(_keys)[max(mention.first - _NEAR, 0) : mention.first]
        head = _head(held[0].titles[document.language])
        is_former = not _former(document.language).isdisjoint(
            passage.forms[max(mention.first - _NEAR, 0) : mention.last + 3]
        )
        if is_former or not _has(before, head):
            continue
        start, end = mention.span
        values = {"name": mention.name.written, "office": held[0].titles[document.language]}
        yield passage.hit(start, end, values=values)


def _in_office(person: Person, document: Document) -> bool:
    day = document.release.dateline.date
    if day is None:
        return True
    return (person.since or day) <= day <= (person.until or day)


def _has(keys: Sequence[str], head: Sequence[str]) -> bool:
    """Whether the words of an office's head stand among others, whatever is joined before them."""
    for at in range(len(keys) - len(head) + 1):
        first = keys[at]
        own = {first, *(first.removeprefix(p) for p in _PREFIXES)}
        if first.startswith("لل"):
            own.add(f"ال{first[2:]}")
        if head and head[0] in own and tuple(keys[at + 1 : at + len(head)]) == tuple(head[1:]):
            return True
    return False


@document_rule("SPK-01", Severity.WARNING)
def short_first_mention(document: Document, _settings: Settings) -> Iterator[Hit]:
    """An office with the last name of its holder, where the full name never stands in the body.

    Of people in the directory; the headline may always be short.
    """
    named = {m.name.written for m in document.once(_mentions) if not m.passage.is_field}
    for name in _names(document.house, document.language):
        held = [p.titles[document.language] for p in name.people if _holds(p, document)]
        mention = _first_by_last_name(document, name) if name.written not in named else None
        if mention is None:
            continue
        passage, at = mention
        before = passage.once(_keys)[max(at - _NEAR, 0) : at]
        token = passage.tokens[at]
        is_meant = any(_has(before, _head(title)) for title in held)
        if is_meant and not passage.is_quoted(token.start, token.end):
            fix = passage.fix(token.start, token.end, name.written, safe=False)
            yield passage.hit(token.start, token.end, fix, values={"right": name.written})


def _holds(person: Person, document: Document) -> bool:
    return document.language in person.titles and _in_office(person, document)


def _first_by_last_name(document: Document, name: _Named) -> tuple[Passage, int] | None:
    for passage in document.body:
        keys = passage.once(_keys)
        if name.keys[-1] in keys:
            return passage, keys.index(name.keys[-1])
    return None


def _head(title: str) -> tuple[str, ...]:
    """The words of an office that tell it from others nearby: the first two."""
    return _words(title)[:2]


@document_rule("SPK-02", Severity.SUGGESTION, profile=Profile.SUGGESTIONS)
def honorific(document: Document, _settings: Settings) -> Iterator[Hit]:
    """The first full mention of a person in the directory without the honorific given there."""
    seen: set[str] = set()
    for mention in document.once(_mentions):
        name, passage = mention.name, mention.passage
        if passage.is_field or name.written in seen or mention.last - mention.first < 2:
            continue
        seen.add(name.written)
        honorifics = [p.honorifics.get(document.language, "") for p in name.people]
        wanted = find_words(honorifics[0])
        before = passage.tokens[max(mention.first - len(wanted), 0) : mention.first]
        written = [_key(token.text) for token in before]
        start, end = mention.span
        if not wanted or passage.is_quoted(start, end):
            continue
        keys = [_key(word.text) for word in wanted]
        if written == keys:
            continue
        # «الدكتور» where «معالي الدكتور» is meant: that part is replaced.
        shared = next((n for n in range(len(keys), 0, -1) if written[-n:] == keys[-n:]), 0)
        if shared:
            start, end = before[-shared].start, before[-1].end
            fix = passage.fix(start, end, honorifics[0], safe=False)
        else:
            fix = passage.fix(start, start, f"{honorifics[0]} ", safe=False)
        yield passage.hit(start, end, fix, values={"right": honorifics[0]})


@document_rule("SPK-06", Severity.SUGGESTION, profile=Profile.SUGGESTIONS)
def order_of_precedence(document: Document, _settings: Settings) -> Iterator[Hit]:
    """In one sentence, someone named before another who precedes them in the house's order."""
    by_passage: dict[str, list[_Mention]] = {}
    for mention in document.once(_mentions):
        by_passage.setdefault(mention.passage.where, []).append(mention)
    for mentions in by_passage.values():
        passage = mentions[0].passage
        for start, end in passage.sentences if len(mentions) > 1 else ():
            inside = [m for m in mentions if start <= m.span[0] < end]
            for before, after in pairwise(inside):
                first, second = _rank(before, document), _rank(after, document)
                if 0 < second < first and not passage.is_quoted(*after.span):
                    values = {"first": after.name.written, "second": before.name.written}
                    yield passage.hit(before.span[0], after.span[1], values=values)


def _rank(mention: _Mention, document: Document) -> int:
    ranks = [p.precedence for p in mention.name.people if _in_office(p, document)]
    return min(ranks, default=0)


def _mentions(document: Document) -> list[_Mention]:
    """Every place where somebody in the directory is named by the first and the last word."""
    names = _by_first(document.house, document.language)
    found = []
    for passage in document.passages if names else ():
        keys = passage.once(_keys)
        if names.keys().isdisjoint(keys):
            continue
        past = 0
        for first, key in enumerate(keys):
            if key not in names or first < past:
                continue
            mention = _at(passage, keys, first, key, names)
            if mention is not None:
                past = mention.last
                found.append(mention)
    return found


def _at(
    passage: Passage,
    keys: Sequence[str],
    first: int,
    key: str,
    names: Mapping[str, list[tuple[int, _Named]]],
) -> _Mention | None:
    for prefix, name in names.get(key, ()):
        longest = min(len(name.keys) + 1, _LONGEST_NAME, len(keys) - first)
        for length in range(longest, 1, -1):
            if keys[first + length - 1] == name.keys[-1] and _is_together(passage, first, length):
                return _Mention(passage, name, first, first + length, prefix)
    return None


def _is_together(passage: Passage, first: int, length: int) -> bool:
    """Whether only spaces stand between the words."""
    tokens = passage.tokens[first : first + length]
    return all(passage.words[a.end : b.start].isspace() for a, b in pairwise(tokens))


def _keys(passage: Passage) -> tuple[str, ...]:
    if passage.language == "ar":
        return passage.skeletons
    return tuple(_key(word.text) for word in passage.tokens)


def _key(word: str) -> str:
    """A word without what people write in different ways: hamza, accents, capitals, hyphens."""
    if is_arabic(word):
        return skeleton(bare(word))
    plain = normalize("NFD", word).encode("ascii", "ignore").decode()
    return plain.casefold().replace("-", "").replace("'", "")


@lru_cache(maxsize=4096)
def _words(said: str) -> tuple[str, ...]:
    """The words of a name or a title of the directory, as in `_keys`."""
    return tuple(_key(word.text) for word in find_words(said))


def _names(house: House, language: str) -> tuple[_Named, ...]:
    """The names in the directory, each with everyone who has an entry under it."""
    found: dict[str, list[Person]] = defaultdict(list)
    for person in house.people:
        if language in person.names:
            found[person.names[language]].append(person)
    keyed = [(name, _words(name)) for name in found]
    return tuple(_Named(name, keys, tuple(found[name])) for name, keys in keyed if len(keys) > 1)


def _by_first(house: House, language: str) -> dict[str, list[tuple[int, _Named]]]:
    """The names by their first word and what is written before it, with how long that is."""
    names: dict[str, list[tuple[int, _Named]]] = defaultdict(list)
    for name in _names(house, language):
        for prefix in _PREFIXES if language == "ar" else ("",):
            names[prefix + name.keys[0]].append((len(prefix), name))
    return names


@cache
def _former(language: str) -> frozenset[str]:
    words: list[str] = table("former")[language]["words"]
    return frozenset(words)
