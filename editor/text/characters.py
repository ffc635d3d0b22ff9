"""Characters that are not words: spaces, marks of direction, and others that nobody sees.

Which is which follows Unicode's General_Category, White_Space and Bidi_Control (UAX #9, UAX #44).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"
NO_BREAK_SPACES = frozenset((NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE))
ORDINARY_SPACES = frozenset(" \t")
EXOTIC_SPACES = frozenset(
    (
        *(NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE, "\u1680", "\u205f", "\u3000"),
        *map(chr, range(0x2000, 0x200B)),
    )
)
"""Spaces of a width or behaviour of their own: category Zs without U+0020."""
SPACES = ORDINARY_SPACES | EXOTIC_SPACES
"""Every space that stands within a line."""

LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, ARABIC_LETTER_MARK = "\u200e", "\u200f", "\u061c"
DIRECTION_MARKS = frozenset((LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, ARABIC_LETTER_MARK))
EMBEDDINGS = frozenset("\u202a\u202b")
OVERRIDES = frozenset("\u202d\u202e")
POP_EMBEDDING = "\u202c"
ISOLATES = frozenset("\u2066\u2067\u2068")
POP_ISOLATE = "\u2069"
DIRECTION_CONTROLS = (
    DIRECTION_MARKS | EMBEDDINGS | OVERRIDES | ISOLATES | {POP_EMBEDDING, POP_ISOLATE}
)
"""Unicode's Bidi_Control."""
INVISIBLE = DIRECTION_CONTROLS | frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters without a width: they stand beside a letter without separating it from the next."""

_LINE_EDGES = frozenset(("", *"\n\r\u0085\u2028\u2029"))
_SPACE_CLASS = "".join(regex.escape(space) for space in sorted(SPACES))
_SPACE_RUN = regex.compile(rf"(?<=\p{{L}}) (?=\p{{L}})(*SKIP)(*FAIL)|[{_SPACE_CLASS}]++")
_INVISIBLE_CLASS = "".join(sorted(INVISIBLE))
_LEADING = regex.compile(f"[{_SPACE_CLASS}]*+")


@dataclass(frozen=True, slots=True)
class Gap:
    """A run of spaces as long as it gets, within one line.

    Attributes:
        start: Its first code point.
        end: One past its last code point.
        spaces: The spaces themselves.
        before: The character before it, "" at the start of the text.
        after: The character after it, "" at the end of the text.
    """

    start: int
    end: int
    spaces: str
    before: str
    after: str

    @property
    def is_edge(self) -> bool:
        """Whether it begins or ends a line."""
        return self.before in _LINE_EDGES or self.after in _LINE_EDGES


def find_gaps(text: str) -> Iterator[Gap]:
    """Every run of spaces in a text, in order; linear in the text.

    A plain space between two letters is left out: most are so, and as they should be.
    """
    for match in _SPACE_RUN.finditer(text):
        start, end = match.span()
        yield Gap(start, end, match[0], text[max(start - 1, 0) : start], text[end : end + 1])


def seen_before(text: str, offset: int) -> str:
    """The last character before an offset that is not invisible; "" at the start."""
    while offset > 0:
        offset -= 1
        if text[offset] not in INVISIBLE:
            return text[offset]
    return ""


def seen_after(text: str, offset: int) -> str:
    """The first character from an offset on that is not invisible; "" at the end."""
    while offset < len(text):
        if text[offset] not in INVISIBLE:
            return text[offset]
        offset += 1
    return ""


def seen_end(text: str) -> int:
    """One past the last character of a text that is neither a space nor invisible."""
    end = len(text)
    while end > 0 and (text[end - 1] in INVISIBLE or text[end - 1].isspace()):
        end -= 1
    return end


def code_point(character: str) -> str:
    """A character's number as Unicode writes it, for example ``U+202E``."""
    return f"U+{ord(character):04X}"
