"""How long a sentence is to its reader: names and titles that a house knows count as one word.

«الأمين العام لمنظمة التعاون الإسلامي» is read at a glance, and nobody can shorten it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from editor.checks.document import Document
from editor.checks.passage import Passage
from editor.text.arabic import bare, skeleton
from editor.text.segments import find_words

_PREFIXES = ("", "و", "ل", "ب", "ك", "ف")
Names = dict[str, list[tuple[str, ...]]]


def known_names(document: Document) -> Names:
    """The names of several words in a language, by their first word: the house's, the speakers'."""
    return _by_first_word(tuple(_names(document)), document.language)


@lru_cache(maxsize=16)
def _by_first_word(names: tuple[str, ...], language: str) -> Names:
    found: Names = {}
    for name in names:
        first, *rest = _forms(name) or ("",)
        if not rest:
            continue
        for prefix in _PREFIXES if language == "ar" else ("",):
            words = (prefix + first, *rest)
            found.setdefault(words[0], []).append(words)
    for several in found.values():
        several.sort(key=len, reverse=True)
    return found


def length(passage: Passage, start: int, end: int, names: Names) -> int:
    """The words of a passage between two offsets, each name counted as one."""
    starts = passage.once(_starts)
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    forms = passage.skeletons[first:last]
    count = index = 0
    while index < len(forms):
        count += 1
        index += _name_at(forms, index, names) if forms[index] in names else 1
    return count


def _starts(passage: Passage) -> list[int]:
    return [word.start for word in passage.tokens]


def _name_at(forms: tuple[str, ...], index: int, names: Names) -> int:
    """How many words the name that begins here has; 1 where none does."""
    for name in names.get(forms[index], ()):
        if forms[index : index + len(name)] == name:
            return len(name)
    return 1


def _names(document: Document) -> Iterator[str]:
    language = document.language
    if document.wording is not None:
        yield document.wording.organisation
    for person in document.house.people:
        yield from _said(person, language)
    for speaker in document.release.speakers:
        yield from _said(speaker, language)


def _said(person: object, language: str) -> Iterable[str]:
    """The name, title and body of a person of the directory or a speaker."""
    for part in ("names", "titles", "organisations"):
        words = getattr(person, part).get(language, "")
        if words:
            yield words


def _forms(name: str) -> tuple[str, ...]:
    return tuple(skeleton(bare(word.text).casefold()) for word in find_words(name))
