"""The words of a release that are right although no dictionary has them.

They are every part of every name in the house's directory, its terms and its own names, every part
of what the speakers of the release are called, and what the person has accepted.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from editor.checks.speller import Speller
from editor.house.style import House
from editor.release.content import Speaker
from editor.text.arabic import bare
from editor.text.calendars import calendar_names
from editor.text.segments import find_words

_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ك", "ل")
_ARTICLES = ("لل", "ال")
_LEAST = 2


class Vocabulary:
    """Known words, whatever is written before them in one word.

    Args:
        words: The words, as `word_keys` gives them.
        speller: Who knows what the person accepts; None for nobody.
    """

    def __init__(self, words: frozenset[str], speller: Speller | None) -> None:
        self._words = words
        self._speller = speller

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        keys = tuple(_readings(bare(word).casefold().replace("’", "'")))
        if any(key in self._words for key in keys):
            return True
        return self._speller is not None and any(map(self._speller.accepts, keys))


def words_of_house(house: House, language: str) -> frozenset[str]:
    """Every word of the house's names and terms in a language."""
    return word_keys(_said_by(house, language))


def words_of_speakers(speakers: Iterable[Speaker], language: str) -> frozenset[str]:
    """Every part of what the speakers of a release are called in a language."""
    called = [said for one in speakers for said in (one.names, one.honorifics)]
    return word_keys(said.get(language, "") for said in called)


@cache
def words_of_months(language: str) -> frozenset[str]:
    """The names of months in every country: «جانفي» is January in Tunisia."""
    months = calendar_names(language).months.values()
    return word_keys(form for system in months for forms in system for form in forms)


def word_keys(texts: Iterable[str]) -> frozenset[str]:
    """The words of some texts as they are compared: bare, small, without the article."""
    return _keys(tuple(texts))


@lru_cache(maxsize=32)
def _keys(texts: tuple[str, ...]) -> frozenset[str]:
    words = [word.text for text in texts for word in find_words(text)]
    if not words:
        return frozenset()
    keys = set(bare("\n".join(words)).casefold().replace("’", "'").split("\n"))
    return frozenset(keys | {_without_article(key) for key in keys})


def _said_by(house: House, language: str) -> Iterator[str]:
    for person in house.people:
        said = (person.names, person.honorifics, person.titles, person.organisations)
        yield from (words.get(language, "") for words in said)
    yield from (term.right for term in house.terms if term.language == language)
    yield from house.issuers.get(language, ())
    wording = house.wording.get(language)
    if wording is not None:
        yield from (wording.organisation, wording.acronym, wording.boilerplate)
        yield from wording.letterhead


def _without_article(key: str) -> str:
    return key[2:] if key.startswith("ال") and len(key) > len("ال") + _LEAST else key


def _readings(word: str) -> Iterator[str]:
    """The word itself, and what it may be without prefixes."""
    yield word
    for conjunction in _CONJUNCTIONS:
        for preposition in _PREPOSITIONS:
            before = conjunction + preposition
            if not word.startswith(before):
                continue
            rest = word[len(before) :]
            if before and len(rest) >= _LEAST:
                yield rest
            without = next((rest[2:] for a in _ARTICLES if rest.startswith(a)), "")
            if len(without) > _LEAST:
                yield without
    if "'" in word:  # «l’Organisation», "Guterres's"
        yield from word.split("'")
