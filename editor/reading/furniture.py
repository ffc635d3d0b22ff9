"""Lines that say what a text is and are not its words: labels, reference numbers, the end mark.

They are found by tables of words per language (`lexicon/*.toml`), in the text's own language and in
English and French, which are also used in Arabic texts.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache

import regex

from editor.reading.lexicon import lexicon
from editor.reading.words import fold
from editor.release.content import ReleaseKind
from editor.text.dates import DateMention, find_dates

_LONGEST_LINE = 160
_SEPARATORS = ' \t\u00a0\u202f*#|/–—-:.·•()[]«»"“”،,_=~'
_SYMBOL = regex.compile(r"[A-Z]{1,8}(?:/[A-Z0-9.]{1,12}){1,6}(?:[-/][A-Z0-9]+)*")
_VALUE = regex.compile(r"[\p{L}\p{N}][\p{L}\p{N}/.\\_–-]*")
_ADDRESS = regex.compile(
    r"[\w.+-]+@[\w-]+\.\w+|https?://|www\.\w|(?:\+|00|\(0)\d[\d\s().-]{6,}|\b\d{2,4}[\s.-]\d{2,4}[\s.-]\d{2,}"
)
_CLOCK = regex.compile(r"(?:\d{1,2}[:٫]\d{2}|بتوقيت \w+(?: المكرمة)?|الموافق|GMT|UTC|AST)(?!\w)")
_HASHES = regex.compile(r"(?:[#*_=~–—-]\s*){3,}|##|#")
_INLINE_END = regex.compile(
    r"(?<=[.!?؟»\"”)\s])\s*(?P<mark>[-–—#*/(\[]+\s*(?P<word>[\p{L}\d]+)\s*[-–—#*/)\]]+[.\s]*"
    r"|###|# # #|(?P<bare>[\p{L}]+)\.?)$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a line before the headline says.

    Attributes:
        kind: The kind of release it names, or None.
        reference: Where the reference number stands in the line, or None.
        date: The date it states, or None.
        is_date: Whether it is a line with a date and nothing else.
    """

    kind: ReleaseKind | None = None
    reference: tuple[int, int] | None = None
    date: DateMention | None = None

    @property
    def is_only_date(self) -> bool:
        """Whether it states a date and nothing else."""
        return self.date is not None and self.kind is None and self.reference is None


def read_label(words: str, language: str) -> Label | None:
    """What a line of labels says, or None if it has other words."""
    if len(words) > _LONGEST_LINE:
        return None
    kind, reference, mention = None, None, None
    position = _skip(words, 0)
    if match := _SYMBOL.fullmatch(words.strip()):
        return Label(reference=match.span())
    while position < len(words):
        if found := _date_at(words, position, language):
            mention = found
            position = _skip(words, found.end)
        elif taken := _reference_at(words, position, language):
            reference = taken
            kind = kind or _kind_at(words, position, language)
            position = _skip(words, taken[1])
        elif match := _CLOCK.match(words, position):
            position = _skip(words, match.end())
        elif length := _longest(words, position, _labels(language)):
            kind = kind or _kind_named(words[position : position + length], language)
            position = _skip(words, position + length)
        else:
            return None
    return Label(kind, reference, mention)


def is_embargo(words: str, language: str) -> bool:
    """Whether a line announces an embargo."""
    start = _skip(words, 0)
    return len(words) <= _LONGEST_LINE and bool(_longest(words, start, _table("embargo", language)))


def is_end_mark(words: str, language: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether a paragraph is an end mark and nothing else, in any usual form.

    Args:
        words: A paragraph.
        language: The code of its language.
        known: Forms that a house uses.
    """
    if len(words) > 40:
        return False
    bare = words.strip(_SEPARATORS + "<>…")
    decorated = bare != words.strip()
    if words.strip() in known or _HASHES.fullmatch(words.strip()):
        return True
    return _plain(bare) in _table("end", language) and (decorated or not bare.isdecimal())


def inline_end_mark(words: str, language: str) -> int | None:
    """Where an end mark begins that stands at the end of a paragraph of text, or None."""
    match = _INLINE_END.search(words, max(len(words) - 40, 0))
    if match is None:
        return None
    word = match["word"] or match["bare"]
    if word is None:
        return int(match.start("mark"))
    strict = match["bare"] is not None  # without dashes only a word that ends nothing else
    allowed = {fold("انتهى")} if strict else _table("end", language)
    return int(match.start("mark")) if _plain(word) in allowed else None


def starts_contact(words: str, language: str) -> bool:
    """Whether a paragraph begins the part that says whom to ask."""
    length = _longest(words, _skip(words, 0), _table("contact", language))
    return bool(length) and (has_address(words) or len(words) < 60 or ":" in words[:60])


def starts_boilerplate(words: str, language: str) -> bool:
    """Whether a paragraph begins the part about the organisation."""
    start = _skip(words, 0)
    length = _longest(words, start, _table("boilerplate", language))
    rest = words[start + length :]
    heading = len(words) <= 90 and not regex.search(r"[.!?؟]\s*$", words)
    return bool(length) and (heading or 0 < rest.find(":") < 80)


def starts_notes(words: str, language: str) -> bool:
    """Whether a paragraph is the heading of notes to editors."""
    return _plain(words.strip(_SEPARATORS)) in _table("notes", language)


def has_address(words: str) -> bool:
    """Whether there is an e-mail address, a web address or a telephone number in it."""
    return bool(_ADDRESS.search(words))


def known_date(mention: DateMention | None) -> date | None:
    """The day of a mention, if it is complete."""
    return mention.date() if mention else None


def _skip(words: str, position: int) -> int:
    while position < len(words) and words[position] in _SEPARATORS:
        position += 1
    return position


def _date_at(words: str, position: int, language: str) -> DateMention | None:
    length = _longest(words, position, _table("date", language))
    start = _skip(words, position + length)
    mention = next(iter(find_dates(words[start:], language)), None)
    if mention is None or mention.start > 3 or words[start : start + mention.start].strip():
        return None
    return next(m for m in find_dates(words, language) if m.end >= start + mention.end)


def _reference_at(words: str, position: int, language: str) -> tuple[int, int] | None:
    length = _longest(words, position, _table("reference", language))
    if not length:
        return None
    start = _skip(words, position + length)
    match = _VALUE.match(words, start)
    if match and any(character.isdecimal() for character in match[0]):
        return match.start(), match.end() - (len(match[0]) - len(match[0].rstrip(".-–")))
    return None


def _longest(words: str, position: int, table: frozenset[str]) -> int:
    """How many characters of the text the longest entry takes that stands there."""
    taken = 0
    for match in regex.finditer(r"[\p{L}\p{M}\p{N}]+[.°º'’]*", words[position : position + 60]):
        found = words[position : position + match.end()]
        if _plain(found) in table or _plain(found.rstrip(".")) in table:
            taken = match.end()
    return taken


@cache
def _table(name: str, language: str) -> frozenset[str]:
    languages = {language, "en", "fr"}
    tables = [lexicon(code).words(f"furniture.{name}") for code in languages]
    return frozenset(_plain(word) for table in tables for word in table)


@cache
def _labels(language: str) -> frozenset[str]:
    return _table("immediate", language) | frozenset(_kinds(language))


@cache
def _kinds(language: str) -> dict[str, ReleaseKind]:
    return {
        _plain(name): ReleaseKind(kind)
        for code in ("fr", "en", language)
        for kind, names in lexicon(code).kinds().items()
        for name in names
    }


def _kind_at(words: str, position: int, language: str) -> ReleaseKind | None:
    """The kind named before the number in "Press Release No. 12"."""
    length = _longest(words, position, frozenset(_kinds(language)))
    return _kind_named(words[position : position + length], language) if length else None


def _kind_named(words: str, language: str) -> ReleaseKind | None:
    return _kinds(language).get(_plain(words))


def _plain(words: str) -> str:
    """Words as labels are compared: capitals are often written without accents."""
    parts = unicodedata.normalize("NFD", fold(words))
    return "".join(c for c in parts if not "\u0300" <= c <= "\u036f")
