"""Arabic letters: what is a letter, what is a vowel sign, and which spellings are one word.

Vowel signs and tatweel never tell two words apart in unvowelled prose, so words are compared
*bare*. The hamza on an alef, the dots of ة and of ي are often left out or put where they do not
belong: a word's *skeleton* is what remains of it without them.
"""

import re

import regex

TATWEEL = "\u0640"
ALEF = "ا"
HAMZATED_ALEFS = frozenset("أإآ")
TEH_MARBUTA, HEH = "ة", "ه"
ALEF_MAKSURA, YEH = "ى", "ي"

LETTERS = r"[\p{Script=Arabic}&&\p{L}--\u0640]"
"""The class of Arabic letters for a pattern of `regex` with its V1 flag."""

_SIGNS = (
    *range(0x0610, 0x061B),
    *range(0x064B, 0x0660),
    0x0670,
    *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E5),
    0x06E7,
    0x06E8,
    *range(0x06EA, 0x06EE),
)
_BARE = {**dict.fromkeys(_SIGNS), ord(TATWEEL): None, ord("ٱ"): ALEF}
# A few characters are found much faster by `re` than by `regex`, or by translating all others.
_ANY_TO_BARE = re.compile(f"[{''.join(map(chr, _BARE))}]")
_ARABIC_LETTER = regex.compile(LETTERS, regex.V1)


def is_arabic(word: str) -> bool:
    """Whether there is an Arabic letter in it."""
    return _ARABIC_LETTER.search(word) is not None


def is_sign(character: str) -> bool:
    """Whether it is a vowel sign or another mark that is written over or under a letter."""
    return ord(character) in _BARE and character not in {TATWEEL, "ٱ"}


def bare(word: str) -> str:
    """A word without vowel signs and tatweel, its hamzat waṣl written as a plain alef."""
    return word if _ANY_TO_BARE.search(word) is None else word.translate(_BARE)


def skeleton(bare_word: str) -> str:
    """A bare word without the hamza of its alefs, with ه for ة and ي for ى."""
    for alef in HAMZATED_ALEFS:
        bare_word = bare_word.replace(alef, ALEF)
    return bare_word.replace(TEH_MARBUTA, HEH).replace(ALEF_MAKSURA, YEH)
