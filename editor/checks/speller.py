"""What the checks ask of whoever knows words; see `editor.text.spelling` for one who does."""

from collections.abc import Collection, Mapping
from typing import Protocol

import regex

from editor.text.arabic import bare

_ARABIC = regex.compile(r"(?:[\p{Script=Arabic}&&\p{L}]|[\p{M}\u0640\u200c])++", regex.V1)
_LATIN = regex.compile(r"(?:[\p{Script=Latin}&&\p{L}]|[\p{M}'’\-‑\u00ad])++", regex.V1)
_LONGEST = 40


class Speller(Protocol):
    """Tells known words from unknown ones."""

    def has_dictionary(self, language: str) -> bool:
        """Whether it knows anything of a language."""
        ...

    def unknown(
        self, words: Collection[str], language: str
    ) -> Mapping[str, tuple[str, ...]] | None:
        """Of some words those it does not know, with the near spellings it knows.

        Without a dictionary no word is unknown; None where there is no answer this time.
        """
        ...

    def accepts(self, word: str) -> bool:
        """Whether a person has accepted a word."""
        ...


def is_asked(word: str, language: str) -> bool:
    """Whether a word is one of a language's: no number, no name in other letters."""
    letters = _ARABIC if language == "ar" else _LATIN
    return 1 < len(word) <= _LONGEST and letters.fullmatch(word) is not None


def as_spelled(word: str) -> str:
    """A word as dictionaries have it: bare, with a plain apostrophe."""
    return bare(word).replace("’", "'")
