"""One text of a release in one language, and what has been found out about it.

Rules never analyse a text themselves: they read a `Passage`, whose parts are worked out when a
rule first asks for them and then kept. The engine keeps the passage itself for as long as its
text stays what it was.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeVar

import regex

from editor.checks.findings import Edit, Fix, Severity
from editor.checks.hit import Hit
from editor.checks.speller import Speller, as_spelled, is_asked
from editor.release.content import FIELDS, BlockKind, Mark, Span, Text
from editor.text.arabic import bare, skeleton
from editor.text.characters import Gap, find_gaps
from editor.text.dates import DateMention, find_dates
from editor.text.quotes import Quoted, find_quoted
from editor.text.segments import Word, find_sentences, find_words

T = TypeVar("T")
_BRACKETS = {")": "(", "]": "["}
_BRACKET = regex.compile(r"[()\[\]]")
_ADDRESS = regex.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>«»\"“”،؛؟]++"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9.-]++"
    r"|(?<![A-Za-z0-9@._%+-])(?:[A-Za-z0-9-]++\.)++[A-Za-z]{2,}+(?:/[^\s«»\"“”،؛؟]*+)?"
)
_PROSE = frozenset((BlockKind.LEAD, BlockKind.PARAGRAPH))


class Passage:
    """A text with its analysis.

    Attributes:
        where: The name of the text: a field or a block's id.
        kind: What kind of block it is; None for a field.
        words: The text itself; all offsets are places in it, in code points.
        language: The code of its language.
        speller: Who knows words; None where nobody does.
    """

    def __init__(
        self,
        where: str,
        kind: BlockKind | None,
        text: Text,
        language: str,
        speller: Speller | None = None,
    ) -> None:
        self.where = where
        self.kind = kind
        self.words = text.words
        self.language = language
        self.speller = speller
        self._text = text
        self._made: dict[object, Any] = {}
        self._unknown: Mapping[str, tuple[str, ...]] | None = None

    def __repr__(self) -> str:
        return f"<passage {self.where}, {self.language}: {self.words[:20]!r}>"

    @property
    def is_field(self) -> bool:
        """Whether it is a headline or a part of the dateline, and not a block."""
        return self.where in FIELDS

    @property
    def is_prose(self) -> bool:
        """Whether it is the lead or a body paragraph."""
        return self.kind in _PROSE

    def marked(self, mark: Mark) -> tuple[Span, ...]:
        """The stretches with a mark, in order."""
        return tuple(self._text.marked(mark))

    @cached_property
    def tokens(self) -> tuple[Word, ...]:
        """Its words, in order."""
        return find_words(self.words)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Its words as they are compared: Arabic ones bare, others in small letters."""
        return _by_word(str.casefold, self.bare_tokens)

    @cached_property
    def bare_tokens(self) -> tuple[str, ...]:
        """Its words as they are written, but Arabic ones bare."""
        return _by_word(bare, tuple(word.text for word in self.tokens))

    @cached_property
    def spelled(self) -> tuple[str, ...]:
        """Its words as a dictionary is asked for them; "" for those that it is not asked for."""
        asked = (is_asked(word.text, self.language) for word in self.tokens)
        if self.language == "ar":  # Arabic has no capitals
            return tuple(f if is_one else "" for f, is_one in zip(self.forms, asked, strict=True))
        words = zip(self.tokens, asked, strict=True)
        return tuple(as_spelled(word.text) if is_one else "" for word, is_one in words)

    @property
    def is_to_be_asked(self) -> bool:
        """Whether nobody has said yet which of its words are known."""
        return self._unknown is None and self.speller is not None

    @property
    def unknown(self) -> Mapping[str, tuple[str, ...]]:
        """The words, as in `spelled`, that no dictionary has, with the near spellings it has.

        Empty where there is no dictionary, and as long as there is no answer.
        """
        if self._unknown is None and self.speller is not None:
            words: Collection[str] = {word for word in self.spelled if word}
            self._unknown = self.speller.unknown(words, self.language)
        return self._unknown or {}

    @cached_property
    def skeletons(self) -> tuple[str, ...]:
        """Its words as in `forms`, Arabic ones without hamza and dots; see `text.arabic`."""
        return _by_word(skeleton, self.forms)

    @cached_property
    def bare_words(self) -> str:
        """The whole text without Arabic vowel signs."""
        return bare(self.words)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The start and end of its sentences."""
        return find_sentences(self.words, self.language)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Its runs of spaces, save a plain one between two letters."""
        return tuple(find_gaps(self.words))

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """Its quoted stretches, seen by itself."""
        return find_quoted(self.words, self.language)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Its dates."""
        return find_dates(self.words, self.language)

    @cached_property
    def brackets(self) -> Mapping[int, int]:
        """The brackets that have a partner: each one's place to its partner's."""
        return _pair_brackets(self.words)

    @cached_property
    def addresses(self) -> tuple[tuple[int, int], ...]:
        """The start and end of web and e-mail addresses."""
        return tuple(_address(match) for match in _ADDRESS.finditer(self.words))

    def is_in_address(self, at: int) -> bool:
        """Whether an offset is in a web or e-mail address, or at its end."""
        index = bisect_left(self.addresses, (at + 1, -1)) - 1
        return index >= 0 and at <= self.addresses[index][1]

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether something here is somebody's words, or stands between quotation marks."""
        index = bisect_left(self._quotations, (end, -1)) - 1
        return index >= 0 and start < self._quotations[index][1]

    @cached_property
    def _quotations(self) -> list[tuple[int, int]]:
        spans = [(span.start, span.end) for span in self.marked(Mark.QUOTATION)]
        found = sorted(spans + [(q.start, q.end) for q in self.quoted if q.is_balanced])
        ends = accumulate((end for _, end in found), max)
        return [(start, end) for (start, _), end in zip(found, ends, strict=True)]

    def once(self, work_out: "Callable[[Passage], T]") -> T:
        """What a rule's function makes of this passage, made once and kept with it.

        For rules that compare passages: each is worked out when it changes, and not at each check.
        """
        if work_out in self._made:
            kept: T = self._made[work_out]
            return kept
        made = work_out(self)
        if self.speller is None or self._unknown is not None:  # otherwise it may yet be answered
            self._made[work_out] = made
        return made

    def hit(
        self,
        start: int,
        end: int,
        *fixes: Fix,
        values: Mapping[str, object] | None = None,
        group: str = "",
        severity: Severity | None = None,
        case: str = "message",
    ) -> Hit:
        """Something a rule saw here, between two offsets."""
        text = self.words[start:end]
        return Hit(self.where, start, end, text, fixes, values or {}, group, severity, case)

    def fix(self, start: int, end: int, replacement: str, *, safe: bool, key: str = "") -> Fix:
        """A fix of one edit in this passage."""
        return Fix((Edit(self.where, start, end, replacement),), safe, key)


def _by_word(change: Callable[[str], str], words: tuple[str, ...]) -> tuple[str, ...]:
    """What becomes of each word where a change is of single characters: all at once is quicker."""
    return tuple(change("\n".join(words)).split("\n")) if words else ()


def _pair_brackets(text: str) -> dict[int, int]:
    pairs: dict[int, int] = {}
    waiting: dict[str, list[int]] = {"(": [], "[": []}
    for match in _BRACKET.finditer(text):
        opening = _BRACKETS.get(match[0])
        if opening is None:
            waiting[match[0]].append(match.start())
        elif waiting[opening]:
            partner = waiting[opening].pop()
            pairs[partner], pairs[match.start()] = match.start(), partner
    return pairs


def _address(match: "regex.Match[str]") -> tuple[int, int]:
    trimmed = match[0].rstrip(".,;:!?)…")
    return match.start(), match.start() + len(trimmed)
