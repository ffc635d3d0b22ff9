"""The whole of Unicode's conformance tests for UAX #9, from the package unicode-data.

Lines with characters that this Python's Unicode data or the files' version does not know are left
out; their number is recorded with the test.
"""

import os
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from editor.text.bidi import Base, levels, visual_order
from editor.text.bidi.classes import CLOSER, CLOSING, LETTERS, bidi_classes

UNICODE = Path("/usr/share/unicode")
EXAMPLES = {
    "L": "a", "R": "א", "AL": "ا", "EN": "1", "AN": "٠", "ES": "+", "ET": "%", "CS": ",",
    "NSM": "\u0301", "BN": "\u00ad", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!",
    "LRE": "\u202a", "RLE": "\u202b", "LRO": "\u202d", "RLO": "\u202e", "PDF": "\u202c",
    "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip
BASES: tuple[tuple[int, Base], ...] = ((1, "auto"), (2, "ltr"), (4, "rtl"))

Lines = Callable[[str], Iterator[str]]


@pytest.fixture
def lines() -> Lines:
    """The lines of a Unicode file without comments, or a skip where the file is missing."""

    def read(name: str) -> Iterator[str]:
        path = UNICODE / name
        if not path.exists() and not os.environ.get("BAYAN_REQUIRE_TOOLS"):
            pytest.skip(f"needs {path}, of the package unicode-data")
        with path.open(encoding="utf-8") as file:
            for line in file:
                if words := line.partition("#")[0].strip():
                    yield words

    return read


def known(text: str) -> bool:
    """Whether this Python's Unicode data has every character of a text."""
    return all(unicodedata.category(character) != "Cn" for character in text)


def test_every_sequence_of_classes(lines: Lines) -> None:
    """BidiTest.txt: all sequences of up to four classes and some longer ones, in each base."""
    expected: list[int | None] = []
    order: list[int] = []
    failures = []
    for line in lines("BidiTest.txt"):
        if line.startswith("@Levels:"):
            expected = [None if level == "x" else int(level) for level in line.split()[1:]]
        elif line.startswith("@Reorder:"):
            order = [int(index) for index in line.split()[1:]]
        else:
            names, bits = line.split(";")
            text = "".join([EXAMPLES[name] for name in names.split()])
            for bit, base in BASES:
                if int(bits) & bit and not agrees(text, base, expected, order):
                    failures.append((names, base))
    assert failures[:20] == []


def test_every_line_of_characters(
    lines: Lines, record_property: Callable[[str, object], None]
) -> None:
    """BidiCharacterTest.txt: brackets, their canonical equivalents and nested isolates."""
    failures = []
    read = unknown = 0
    for line in lines("BidiCharacterTest.txt"):
        codes, direction, _, found, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        read += 1
        if not known(text):
            unknown += 1
            continue
        base: Base = ("ltr", "rtl", "auto")[int(direction)]
        expected = [None if level == "x" else int(level) for level in found.split()]
        if not agrees(text, base, expected, [int(index) for index in order.split()]):
            failures.append(line)
    record_property("lines left out", unknown)
    assert failures[:20] == []
    assert read > 90_000
    assert unknown < read / 100


def agrees(text: str, base: Base, expected: list[int | None], order: list[int]) -> bool:
    """Whether levels and visual order are as expected, removed characters apart."""
    found = levels(text, base)
    return all(
        level is None or level == of for level, of in zip(expected, found, strict=True)
    ) and order == [index for index in _order(found) if expected[index] is not None]


_order = cache(visual_order)
"""Kept: the file has few patterns of levels, each many times."""


def test_every_character_has_its_class(
    lines: Lines, record_property: Callable[[str, object], None]
) -> None:
    """DerivedBidiClass.txt, unassigned characters included where both versions lack them."""
    differences = []
    newer = 0
    listed = set()
    for line in lines("extracted/DerivedBidiClass.txt"):
        codes, name = (part.strip() for part in line.split(";"))
        first, _, last = codes.partition("..")
        for code in range(int(first, 16), int(last or first, 16) + 1):
            listed.add(code)
            if bidi_classes(chr(code)) != LETTERS[name]:
                if unicodedata.category(chr(code)) == "Cn":
                    newer += 1
                else:
                    differences.append((f"{code:04X}", name))
    record_property("characters this Python does not know", newer)
    assert differences == []
    assert bidi_classes("\u05ff\u07bf\u085f\u20cf\U0001efff\U00010cff\U000e0fff") == "RARTRRb"


def test_every_bracket_has_its_partner(lines: Lines) -> None:
    """BidiBrackets.txt, with U+2329 and U+232A as their canonical equivalents."""
    openers = {}
    for line in lines("BidiBrackets.txt"):
        bracket, partner, kind = (part.strip() for part in line.split(";"))
        if kind == "o":
            closing = unicodedata.normalize("NFC", chr(int(partner, 16)))
            openers[chr(int(bracket, 16))] = closing
    assert openers == CLOSER
    assert set(CLOSING.values()) == set(CLOSER.values())
