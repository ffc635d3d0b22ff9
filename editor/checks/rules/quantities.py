"""What the numbers of a text count, for the rules that compare them."""

from functools import cache

import regex

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
    dates = [(date.start, date.end) for date in passage.dates]
    apart = sorted([*dates, *passage.addresses], key=lambda stretch: stretch[1])
    found = []
    index = 0
    for number in find_numbers(passage.words, passage.language):
        while index < len(apart) and apart[index][1] <= number.start:
            index += 1
        if index == len(apart) or number.end <= apart[index][0]:
            found.append(number)
    return tuple(found)


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
