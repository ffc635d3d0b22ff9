"""What is wrong with the spelling of single Arabic words, and what they were meant to be.

A word is told by a closed list (see `listed`), or is one that no dictionary has, near to others
that it has. With one near word only it is known what was meant; which rule says so depends on the
letters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from editor.checks.passage import Passage
from editor.checks.rules.listed import Judged, Wrong, as_listed
from editor.checks.rules.stems import Stem, drops_hamza, moves_hamza, stem_of
from editor.checks.tables import table
from editor.release.content import DATELINE, PLACE, SOURCE
from editor.text.arabic import ALEF, ALEF_MAKSURA, HAMZATED_ALEFS, TEH_MARBUTA, bare
from editor.text.segments import Word

_OF_NAMES = frozenset((DATELINE, PLACE, SOURCE))
"""Where names of towns and agencies stand, which no dictionary has: «وات»."""
_LEAST = 4
"""From how many letters on a word is told from the name of an agency by its letters."""
_LEAST_RELATION = 5
"""From how many letters on a word that ends in ى is an adjective: «اقتصادى», not «يحيى»."""


@dataclass(frozen=True, slots=True)
class Misspelled:
    """A word that is wrong.

    Attributes:
        word: The word in its text.
        form: The same, bare.
        judged: What is wrong with it.
    """

    word: Word
    form: str
    judged: Judged


def misspelled_words(passage: Passage) -> list[Misspelled]:
    """Every misspelled Arabic word of a passage."""
    return list(_find(passage))


def respelled(written: str, right: str) -> str:
    """A word with other letters, its vowel signs kept over them; `right` has as many letters."""
    letters = iter(right)
    return "".join(next(letters, "") if bare(character) else character for character in written)


def is_name(passage: Passage, place: int) -> bool:
    """Whether a word stands where the name of a person goes on."""
    before = passage.forms[place - 1] if place > 0 else ""
    return before in _names_after()


def _find(passage: Passage) -> Iterator[Misspelled]:
    for place, spelled in enumerate(passage.spelled):
        if spelled:
            judged = as_listed(passage, place) or _by_dictionary(passage, place)
            if judged is not None and not _is_in_address(passage, place):
                yield Misspelled(passage.tokens[place], passage.forms[place], judged)


def _by_dictionary(passage: Passage, place: int) -> Judged | None:
    """What a dictionary says of a word it does not have."""
    spelled = passage.spelled[place]
    near = passage.unknown.get(spelled, ())
    is_short = len(spelled) < _LEAST and len(near) > 1
    if not near or is_short or passage.where in _OF_NAMES or _is_among_names(passage, place):
        return None
    found = _told_by_near(stem_of(spelled), spelled, near)
    if found is not None and found.wrong is Wrong.ENDING and is_name(passage, place):
        return Judged(found.wrong, found.rights, sure=False)
    return found


def _told_by_near(stem: Stem, spelled: str, near: tuple[str, ...]) -> Judged | None:
    kinds = {_difference(spelled, each) for each in near}
    wrong = Wrong.HAMZA_ADDED if Wrong.HAMZA_ADDED in kinds else kinds.pop()
    match wrong:
        case Wrong.HAMZA_ADDED:
            near = tuple(each for each in near if drops_hamza(stem, each))
        case Wrong.HAMZA_ELSEWHERE:
            near = tuple(each for each in near if moves_hamza(stem, each))
        case Wrong.ENDING:
            near = near if _may_end(stem) else ()
        case Wrong.HAMZA_MISSING:
            pass
    if not near or (kinds - {wrong} and wrong is not Wrong.HAMZA_ADDED):
        return None
    return Judged(wrong, near, sure=len(near) == 1)


def _is_among_names(passage: Passage, place: int) -> bool:
    """Whether a word beside it is like no other: foreign names come in runs."""
    beside = passage.spelled[max(place - 1, 0) : place] + passage.spelled[place + 1 : place + 2]
    return any(passage.unknown.get(word) == () for word in beside if word)


def _may_end(stem: Stem) -> bool:
    """Whether the last letter may be wrong, and the word is not the name of a town or a person."""
    match stem.word[-1:]:
        case letter if letter == TEH_MARBUTA:
            return stem.word in _heh()
        case letter if letter == ALEF_MAKSURA:
            return stem.definite or len(stem.word) >= _LEAST_RELATION
        case _:
            return True


def _difference(spelled: str, right: str) -> Wrong:
    pairs = [(old, new) for old, new in zip(spelled, right, strict=True) if old != new]
    if any(old == ALEF and new in HAMZATED_ALEFS for old, new in pairs):
        return Wrong.HAMZA_MISSING
    if any(old in HAMZATED_ALEFS and new == ALEF for old, new in pairs):
        return Wrong.HAMZA_ADDED
    if any(old in HAMZATED_ALEFS for old, _ in pairs):
        return Wrong.HAMZA_ELSEWHERE
    return Wrong.ENDING


def _is_in_address(passage: Passage, place: int) -> bool:
    word = passage.tokens[place]
    marked = word.start > 0 and passage.words[word.start - 1] in "@#"
    return marked or any(start <= word.start < end for start, end in passage.addresses)


@cache
def _heh() -> frozenset[str]:
    return frozenset(word[:-1] + TEH_MARBUTA for word in table("endings")["heh"])


@cache
def _names_after() -> frozenset[str]:
    return frozenset(table("endings")["names_after"])
