"""Which language a text is in."""

import re
from collections import Counter

import regex

from editor.reading.errors import ReadingError
from editor.reading.lexicon import lexicon

_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = regex.compile(r"\p{Latin}")
_WORDS = regex.compile(r"[\p{L}]+")
_SAMPLE = 20_000
"""How many characters are looked at: more tell nothing new."""


def language_of(text: str) -> tuple[str, bool]:
    """The code of a text's language, and whether that is sure.

    Raises:
        ReadingError: Its words are in another script than these languages'.
    """
    head = text[:_SAMPLE]
    arabic, latin = len(_ARABIC.findall(head)), len(_LATIN.findall(head))
    letters = sum(1 for character in head if character.isalpha())
    if arabic + latin < letters / 2 or not arabic + latin:
        raise ReadingError("language")
    # An Arabic word has about two thirds of the letters of its translation.
    if arabic * 1.5 >= latin:
        return "ar", arabic > latin
    words = Counter(word.casefold() for word in _WORDS.findall(head))
    english = sum(words[word] for word in lexicon("en").words("frequent"))
    french = sum(words[word] for word in lexicon("fr").words("frequent"))
    if english == french:
        french += sum(1 for character in head if character in "éèêàçùœ«»")
    sure = max(english, french) > words.total() / 12 and abs(english - french) > 2
    return ("fr" if french > english else "en"), sure
