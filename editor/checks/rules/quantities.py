"""What the numbers of a text count, for the rules that compare them."""

from bisect import bisect_left
from functools import cache

import regex

from editor.checks.document import merged
from editor.checks.passage import Passage
from editor.checks.tables import table
from editor.text.arabic import bare, skeleton
from editor.text.numbers import NumberMention, find_numbers
from editor.text.segments import find_words

_WINDOW = 60
"""Characters after a number in which what it counts is looked for."""
_ELIDED = regex.compile(r"^(?:[ldnscj]|qu)['’]")


def numbers_of(passage: Passage) -> tuple[NumberMention, ...]:
    """The numbers of a passage outside dates and addresses, found once."""
    return passage.once(_numbers)


def _numbers(passage: Passage) -> tuple[NumberMention, ...]:
    found = find_numbers(passage.words, passage.language)
    return tuple(number for number in found if not is_apart(passage, number.start, number.end))


def is_apart(passage: Passage, start: int, end: int) -> bool:
    """Whether something here is part of a date or an address."""
    apart = passage.once(_apart)
    index = bisect_left(apart, (end, -1)) - 1
    return index >= 0 and start < apart[index][1]


def _apart(passage: Passage) -> list[tuple[int, int]]:
    dates = [(date.start, date.end) for date in passage.dates]
    return merged([*dates, *passage.addresses])


def counted(passage: Passage, number: NumberMention, words: int = 1) -> tuple[str, ...]:
    """The first words after a number, as they are compared; fewer where a mark stands between."""
    after = passage.words[number.end : number.end + _WINDOW]
    found: list[str] = []
    end = 0
    for word in find_words(after)[:words]:
        if after[end : word.start].strip() or not word.text[0].isalpha():
            break
        if word.end == _WINDOW:
            break  # it may go on
        found.append(compared(word.text))
        end = word.end
    return tuple(found)


def compared(word: str) -> str:
    """A word as it is compared: without signs, hamza, elided article and capitals."""
    form: str = _ELIDED.sub("", skeleton(bare(word)).casefold())
    return form


@cache
def units(language: str) -> frozenset[str]:
    """What is counted anew each time: days, dollars, metres."""
    return _words(language, "units")


@cache
def small_words(language: str) -> frozenset[str]:
    """Words that do not name what is counted."""
    return _words(language, "small")


def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(compared(word) for word in table("quantities")[language][name])
