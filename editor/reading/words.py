"""Words of a text with their places, and the form in which words are compared.

Comparing leaves aside what writers vary: in Arabic hamza on alef, ة and ه, ى and ي, diacritics and
tatweel; in Latin script capitals and the shape of apostrophes. Offsets always count the original.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from editor.text.arabic import bare, skeleton

_TOKEN = regex.compile(
    r"[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*+(?:[-'’‐‑.](?=\p{L})[\p{L}\p{M}\p{N}_]++)*+|[^\s\p{C}\p{M}]"
)
_ARABIC_TOKEN = regex.compile(
    # «د.» and «أ.د.» before a name, and no «2018 م.» at the end of a sentence.
    r"(?<![\p{L}\p{M}\p{N}])(?<!\d )(?:[دأم]\.){1,3}(?=\s?\p{L}|$)|" + _TOKEN.pattern
)
_FRENCH_TOKEN = regex.compile(
    r"(?:(?<![\p{L}\p{M}])(?:[dlcjmnstDLCJMNST]|[Qq]u|[Ll]orsqu|[Pp]uisqu)['’])"
    r"|" + _TOKEN.pattern
)
_ENGLISH_TOKEN = regex.compile(
    r"(?<=[\p{L}\p{M}\p{N}])['’]s(?![\p{L}\p{M}])"
    r"|[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*+"
    r"(?:(?!['’]s(?![\p{L}\p{M}]))[-'’‐‑.](?=\p{L})[\p{L}\p{M}\p{N}_]++)*+|[^\s\p{C}\p{M}]"
)
_SAME = str.maketrans({**dict.fromkeys("’‘ʼ", "'"), **dict.fromkeys("‐‑", "-"), "ی": "ي", "ک": "ك"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation.

    Attributes:
        start: Its first code point in the text.
        end: One past its last code point.
        folded: The form in which it is compared.
        written: Its characters, capitals kept and apostrophes straight.
    """

    start: int
    end: int
    folded: str
    written: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, and no punctuation."""
        return self.folded[:1].isalnum() or len(self.folded) > 1


def tokens_of(text: str, language: str = "ar") -> tuple[Token, ...]:
    """The words and punctuation marks of a text, in order.

    "L’État" is two words in French, and "minister’s" in English.
    """
    pattern = {"ar": _ARABIC_TOKEN, "fr": _FRENCH_TOKEN}.get(language, _ENGLISH_TOKEN)
    return tuple(
        Token(m.start(), m.end(), fold(m[0]), m[0].translate(_SAME)) for m in pattern.finditer(text)
    )


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The form in which a word or a phrase is compared, spaces reduced to one."""
    return " ".join(skeleton(bare(word.translate(_SAME))).casefold().split())


def phrase(words: str, language: str = "ar", *, exact: bool = False) -> tuple[str, ...]:
    """A phrase as the tokens it consists of: folded, or with their capitals."""
    return tuple(t.written if exact else t.folded for t in tokens_of(words, language))


class Phrases:
    """A set of phrases that can be looked for at any place of a sequence of tokens."""

    def __init__(self, phrases: Iterable[str], language: str, *, exact: bool = False) -> None:
        self._exact = exact
        self._first = _Branch()
        for each in phrases:
            branch = self._first
            for word in phrase(each, language, exact=exact):
                branch = branch.words.setdefault(word, _Branch())
            branch.ends = True

    def length_at(self, tokens: Sequence[Token], index: int) -> int:
        """How many tokens the longest phrase that begins there has; 0 if none does."""
        branch, longest, at = self._first, 0, index
        while 0 <= at < len(tokens):
            token = tokens[at]
            following = branch.words.get(token.written if self._exact else token.folded)
            if following is None:
                break
            branch, at = following, at + 1
            if branch.ends:
                longest = at - index
        return longest


@dataclass(slots=True)
class _Branch:
    """The words that may follow some words of a phrase, and whether it may end there."""

    words: "dict[str, _Branch]" = field(default_factory=dict)
    ends: bool = False
