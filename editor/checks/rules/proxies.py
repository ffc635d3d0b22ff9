"""Speeches read by one person for another, and whether the text says so (SPK-05).

«كلمة رئيس الدورة … التي ألقاها المشرف …» leaves open whose words were heard; «ألقاها نيابة عنه»
does not. The words to look for are in `tables/proxies.toml`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from editor.checks.document import Document
from editor.checks.findings import Fix, Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, document_rule
from editor.checks.tables import table
from editor.text.arabic import TEH_MARBUTA, skeleton

_FARTHEST_DELIVERY = 30
_FARTHEST_REMARK = 20
"""How many words «delivered» may stand after the owner, and «on his behalf» after the reader."""
_ELIDED = regex.compile(r"^(?:[ldnscj]|qu)['’]")
_INSERTIONS = {
    "ar": (" نيابة عنه", " نيابة عنها"),
    "en": (" on his behalf", " on her behalf"),
    "fr": (" en son nom",),
}
_HONORIFICS = frozenset(("معالي", "سعادة", "فخامة", "جلالة", "سيادة", "سماحة", "فضيلة", "دولة"))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language to look for, as they are compared."""

    speeches: frozenset[str]
    own_speeches: frozenset[str]
    between: frozenset[str]
    prefixes: tuple[str, ...]
    delivered: frozenset[str]
    by: frozenset[str]
    behalf: frozenset[str]
    stop: frozenset[str]
    offices: frozenset[str]
    readers: frozenset[str]
    not_offices: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Delivery:
    """A speech of one that another delivered, as places in a passage's tokens."""

    speech: int
    owner: int | None
    delivered: int


@document_rule("SPK-05", Severity.WARNING)
def unclear_proxy(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A speech of one office delivered by another, without saying that it is on its behalf."""
    for passage in document.body:
        for delivery in passage.once(_deliveries):
            first = passage.tokens[delivery.speech]
            last = passage.tokens[delivery.delivered]
            fixes = _fixes(passage, delivery, last.end)
            yield passage.hit(first.start, last.end, *fixes)


def _fixes(passage: Passage, delivery: _Delivery, at: int) -> Iterator[Fix]:
    insertions = _INSERTIONS[passage.language]
    owner = passage.forms[delivery.owner] if delivery.owner is not None else ""
    if owner.endswith(TEH_MARBUTA) and owner not in _HONORIFICS:
        insertions = insertions[::-1]
    for words in insertions:
        yield passage.fix(at, at, words, safe=False, key="SPK-05.fix")


def _deliveries(passage: Passage) -> list[_Delivery]:
    return list(_Search(passage).deliveries())


class _Search:
    """Looks for deliveries in a passage, sentence by sentence, and never far from a speech."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._words = _words(passage.language)
        self._forms = passage.skeletons if passage.language == "ar" else _unelided(passage)

    def deliveries(self) -> Iterator[_Delivery]:
        """Every delivery that leaves open whose words were heard, in order."""
        words, forms = self._words, self._forms
        if words.delivered.isdisjoint(forms):
            return
        ends = iter(end for _, end in self._passage.sentences)
        end = 0
        limit = 0
        for index, (token, form) in enumerate(zip(self._passage.tokens, forms, strict=True)):
            if token.start >= end:
                end = next(ends)
                limit = self._first_token_from(index, end)
            if form in words.speeches or form in words.own_speeches:
                delivery = self._delivery(index, limit)
                if delivery is not None and not self._says_so(delivery, limit):
                    yield delivery

    def _first_token_from(self, index: int, offset: int) -> int:
        tokens = self._passage.tokens
        while index < len(tokens) and tokens[index].start < offset:
            index += 1
        return index

    def _delivery(self, speech: int, limit: int) -> _Delivery | None:
        """The delivery of the speech at a place by somebody who is not its owner."""
        own = self._forms[speech] in self._words.own_speeches
        owner = None if own else self._owner(speech, limit)
        if owner is None and not own:
            return None
        start = (speech if owner is None else max(owner, speech)) + 1
        for place in range(start, min(start + _FARTHEST_DELIVERY, limit)):
            form = self._forms[place]
            if form in self._words.delivered:
                last = self._end_of_verb(place, limit)
                if last is not None and self._is_reader(last + 1, limit, owner):
                    return _Delivery(speech, owner, place)
                return None
            if form in self._words.speeches or form in self._words.stop:
                return None
        return None

    def _owner(self, speech: int, limit: int) -> int | None:
        """Where the name of the speech's owner begins: right after it, or before it in English."""
        before = self._forms[speech - 1] if speech else ""
        if before.endswith(("'s", "’s")) and before[:-2] in self._words.offices:
            return speech - 1
        place = self._after_between(speech + 1, limit)
        return place if place < limit and self._is_office(place) else None

    def _after_between(self, place: int, limit: int) -> int:
        while place < limit and self._forms[place] in self._words.between:
            place += 1
        return place

    def _is_office(self, place: int) -> bool:
        form = self._forms[place]
        pair = " ".join(self._forms[place : place + 2])
        bare_forms = (form, *(form.removeprefix(prefix) for prefix in self._words.prefixes))
        return pair not in self._words.not_offices and any(
            each in self._words.offices for each in bare_forms
        )

    def _end_of_verb(self, place: int, limit: int) -> int | None:
        """The last word of "delivered by"; None if the second is missing."""
        if not self._words.by:
            return place
        return place + 1 if place + 1 < limit and self._forms[place + 1] in self._words.by else None

    def _is_reader(self, place: int, limit: int, owner: int | None) -> bool:
        """Whether somebody is named right here who is not the owner again."""
        place = self._after_between(place, limit)
        if place >= limit or self._parted(place - 1):
            return False
        if owner is not None and self._is_same(place, owner):
            return False
        form = self._forms[place]
        if form in self._words.readers or self._is_office(place):
            return True
        return self._passage.language != "ar" and self._passage.tokens[place].text[0].isupper()

    def _is_same(self, reader: int, owner: int) -> bool:
        """Whether two titles are one: «الوزير» twice, but not «وزير الإعلام» and «وزير المالية»."""
        titles = [self._forms[place : place + 3] for place in (reader, owner)]
        titles = [tuple(f.removesuffix("'s").removesuffix("’s") for f in t) for t in titles]
        length = 3
        if self._passage.language == "ar":
            length = 1 if titles[0][0].startswith("ال") else 2
        return titles[0][:length] == titles[1][:length]

    def _parted(self, place: int) -> bool:
        """Whether a mark stands after the word at a place, other than the stop of "Mr."."""
        tokens = self._passage.tokens
        between = self._passage.words[tokens[place].end : tokens[place + 1].start]
        return bool(between.strip(" .'’\u00a0\u202f"))

    def _says_so(self, delivery: _Delivery, limit: int) -> bool:
        """Whether the text says, near enough, that one spoke for the other."""
        last = min(delivery.delivered + _FARTHEST_REMARK, limit)
        for place in range(delivery.speech + 1, last):
            form = self._forms[place]
            if place > delivery.delivered and form in self._words.speeches:
                return False
            if form in self._words.behalf:
                return True
        return False


def _unelided(passage: Passage) -> tuple[str, ...]:
    return tuple(_compared(form, passage.language) for form in passage.forms)


def _compared(form: str, language: str) -> str:
    if language == "ar":
        return skeleton(form)
    without_elision: str = _ELIDED.sub("", form) if language == "fr" else form
    return without_elision


@cache
def _words(language: str) -> _Words:
    rows = {
        name: [_compared(word, language) for word in words]
        for name, words in table("proxies")[language].items()
    }
    prefixes = tuple(rows.pop("prefixes"))
    return _Words(prefixes=prefixes, **{name: frozenset(words) for name, words in rows.items()})
