"""The bidirectional class of every character, one letter each, so that rules are expressions.

A text becomes a string of class letters of the same length; the rules of UAX #9 are then searches
and replacements in it. Classes come from Python's own Unicode data. What that data leaves out, the
default classes of unassigned characters and the pairs of brackets, stands here, from the
DerivedBidiClass and BidiBrackets files of Unicode 15.
"""

import re
import unicodedata
from bisect import bisect

LETTERS = {
    "L": "L",
    "R": "R",
    "AL": "A",
    "EN": "E",
    "AN": "N",
    "ES": "S",
    "ET": "T",
    "CS": "C",
    "NSM": "M",
    "BN": "b",
    "B": "B",
    "S": "s",
    "WS": "w",
    "ON": "o",
    "LRE": "e",
    "RLE": "f",
    "LRO": "g",
    "RLO": "h",
    "PDF": "p",
    "LRI": "i",
    "RLI": "j",
    "FSI": "k",
    "PDI": "q",
}
"""The letter that stands for each class."""

REMOVED = "befghp"
"""Classes taken out of consideration by rule X9."""
INITIATORS = "ijk"
"""Classes that open an isolate."""
NEUTRAL = "Bswoijkq"
"""Classes that rules N1 and N2 resolve."""

PARAGRAPHS = re.compile("[^B]*B|[^B]+")
"""The paragraphs of a string of classes, each with its separator (rule P1)."""

# Unassigned characters: the end of each range before this one, and the class from there on.
_UNASSIGNED = (
    (0, "L"),
    (0x590, "R"),
    (0x600, "A"),
    (0x7C0, "R"),
    (0x860, "A"),
    (0x900, "L"),
    (0x20A0, "T"),
    (0x20D0, "L"),
    (0xFB1D, "R"),
    (0xFB50, "A"),
    (0xFDD0, "b"),
    (0xFDF0, "A"),
    (0xFE00, "L"),
    (0xFE70, "A"),
    (0xFF00, "L"),
    (0xFFF0, "b"),
    (0xFFF9, "L"),
    (0x10800, "R"),
    (0x10D00, "A"),
    (0x10D40, "R"),
    (0x10EC0, "A"),
    (0x10F00, "R"),
    (0x10F30, "A"),
    (0x10F70, "R"),
    (0x11000, "L"),
    (0x1E800, "R"),
    (0x1EC70, "A"),
    (0x1ECC0, "R"),
    (0x1ED00, "A"),
    (0x1ED50, "R"),
    (0x1EE00, "A"),
    (0x1EF00, "R"),
    (0x1F000, "L"),
    (0xE0000, "b"),
    (0xE1000, "L"),
)
_STARTS = [start for start, _ in _UNASSIGNED]
_NONCHARACTERS = (0xFFFE, 0xFFFF)  # in every plane


class _Classes(dict[int, str]):
    """Class letters by code point, filled as characters are met; a table for `str.translate`."""

    def __missing__(self, code: int) -> str:
        known = unicodedata.bidirectional(chr(code))
        letter = LETTERS[known] if known else _unassigned(code)
        self[code] = letter
        return letter


_classes = _Classes()


def bidi_classes(text: str) -> str:
    """The class letters of a text, one for each character."""
    return text.translate(_classes)


def _unassigned(code: int) -> str:
    if code & 0xFFFF in _NONCHARACTERS:
        return "b"
    return _UNASSIGNED[bisect(_STARTS, code) - 1][1]


_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯"
    "⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙"
    "〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}

CLOSER = {
    opener: _CANONICAL.get(closer, closer)
    for opener, closer in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)
}
"""For each opening bracket, the closing one in its canonical form."""
CLOSING = {closer: _CANONICAL.get(closer, closer) for closer in _PAIRS[1::2]}
"""For each closing bracket, its canonical form."""
BRACKETS = re.compile("[" + re.escape(_PAIRS) + "]")
