"""Letters that are not what they look like: tatweel (UNI-04) and look-alikes (UNI-05)."""

from collections.abc import Iterator
from functools import cache

import regex

from editor.checks.findings import Fix, Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, text_rule
from editor.checks.tables import table
from editor.text.arabic import TATWEEL
from editor.text.segments import Word

_TATWEEL = regex.compile("\u0640++")
_ARABIC = regex.compile(r"[\p{Script=Arabic}&&\p{L}\p{M}]", regex.V1)
_BEFORE_OTHER_SCRIPTS = regex.compile(r"(?<![\p{L}\p{M}])(?:[وف]?[بكل]?(?:ال|لل)?|ه|هـ?)\u0640+$")
_FARSI_YEH, _HEH_DOACHASHMEE = "ی", "ھ"
_LATIN = regex.compile(r"\p{Latin}")
_CYRILLIC_OR_GREEK = regex.compile(r"[\p{Cyrillic}\p{Greek}]")


@text_rule("UNI-04", Severity.SUGGESTION, ("ar",), profile=Profile.STRICT)
def tatweel(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A letter drawn out with tatweel.

    «هـ» after a Hijri year, and «الـ», «لـ» before other letters or marks are written with it.
    """
    for match in _TATWEEL.finditer(passage.words):
        start, end = match.span()
        if not _ARABIC.match(passage.words, start - 1) or start == 0:
            continue  # a dash of tatweels
        if not _ARABIC.match(passage.words, end) and _BEFORE_OTHER_SCRIPTS.search(
            passage.words, max(start - 6, 0), end
        ):
            continue
        fix = passage.fix(start, end, "", safe=True, key="UNI-04.fix")
        yield passage.hit(start, end, fix, group="UNI-04")


@text_rule("UNI-05", Severity.WARNING)
def look_alike_letters(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A Persian or Urdu letter in an Arabic word, a Cyrillic or Greek one in a Latin word.

    A word with letters that only those languages have is a word of theirs.
    """
    if passage.words.isascii() or not _has_foreign_letter(passage):
        return
    for word in passage.tokens:
        if word.text.isascii():
            continue
        fixes = _in_arabic(passage, word) if passage.language == "ar" else ()
        fixes = fixes or _in_latin(passage, word)
        if fixes:
            right = fixes[0].edits[0].replacement
            yield passage.hit(word.start, word.end, *fixes, values={"right": right})


def _has_foreign_letter(passage: Passage) -> bool:
    """Whether there is any letter to look at; in most texts there is none."""
    in_arabic = passage.language == "ar" and not _arabic_letters().keys().isdisjoint(passage.words)
    return in_arabic or _CYRILLIC_OR_GREEK.search(passage.words) is not None


def _in_arabic(passage: Passage, word: Word) -> tuple[Fix, ...]:
    """The word with Arabic letters; a final ی may be ي or ى."""
    letters = _arabic_letters()
    if not any(c in letters for c in word.text) or not _foreign_letters().isdisjoint(word.text):
        return ()
    if word.text == _HEH_DOACHASHMEE:  # «1440 ھ»
        return (passage.fix(word.start, word.end, f"ه{TATWEEL}", safe=False),)
    right = "".join(letters.get(character, character) for character in word.text)
    is_open = word.text.endswith(_FARSI_YEH)
    fix = passage.fix(word.start, word.end, right, safe=not is_open)
    if not is_open:
        return (fix,)
    return fix, passage.fix(word.start, word.end, f"{right[:-1]}ى", safe=False)


def _in_latin(passage: Passage, word: Word) -> tuple[Fix, ...]:
    if not _LATIN.search(word.text) or not _CYRILLIC_OR_GREEK.search(word.text):
        return ()
    right = "".join(_latin_letters().get(character, character) for character in word.text)
    is_whole = not _CYRILLIC_OR_GREEK.search(right)
    return (passage.fix(word.start, word.end, right, safe=True),) if is_whole else ()


@cache
def _arabic_letters() -> dict[str, str]:
    found: dict[str, str] = table("look_alikes")["arabic"]
    return found


@cache
def _foreign_letters() -> frozenset[str]:
    return frozenset(table("look_alikes")["foreign"])


@cache
def _latin_letters() -> dict[str, str]:
    found: dict[str, str] = table("look_alikes")["latin"]
    return found
