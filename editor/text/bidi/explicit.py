"""Explicit levels and directions: rules P2, P3 and X1 to X8 of UAX #9."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from editor.text.bidi.classes import INITIATORS

MAX_DEPTH = 125
"""The highest explicit level (BD2)."""

_EXPLICIT = re.compile("[efghpijkqB]")
_STRONG_OR_ISOLATE = re.compile("[LRAijkqB]")
_NOT_REMOVED = re.compile("[^b]")


class Status(NamedTuple):
    """An entry of the directional status stack (X1)."""

    level: int
    override: str
    isolate: bool


@dataclass(slots=True)
class Explicit:
    """What the explicit characters of a paragraph decide.

    Attributes:
        levels: The embedding level of each character.
        classes: The classes, changed where an override holds.
        partners: For each isolate initiator that has one, the index of its PDI.
        unclosed: The isolate initiators that have none.
    """

    levels: bytearray
    classes: str = ""
    partners: dict[int, int] = field(default_factory=dict)
    unclosed: frozenset[int] = frozenset()


def first_strong_level(classes: str) -> int:
    """The level of a paragraph by its first strong letter outside isolates (P2, P3)."""
    depth = 0
    for match in _STRONG_OR_ISOLATE.finditer(classes):
        letter = match[0]
        if letter in INITIATORS:
            depth += 1
        elif letter == "q":
            depth = max(depth - 1, 0)
        elif not depth:
            return int(letter in "RA")
    return 0


def explicit(classes: str, level: int) -> Explicit:
    """The levels that embeddings, overrides and isolates give to a paragraph.

    Args:
        classes: The class letters of one paragraph.
        level: Its base level.
    """
    return _Walk(classes, level).result()


class _Walk:
    """The walk over a paragraph's explicit characters (X1 to X8)."""

    def __init__(self, classes: str, level: int) -> None:
        self.classes = classes
        self.stack = [Status(level, "", isolate=False)]
        self.overflow_isolates = 0
        self.overflow_embeddings = 0
        self.open_isolates: list[int] = []  # their number is X1's valid isolate count
        self.found = Explicit(bytearray(len(classes)))
        self.parts: list[str] = []
        self.strong_inside = _strong_inside(classes)

    def result(self) -> Explicit:
        done = 0
        for match in _EXPLICIT.finditer(self.classes):
            at, letter = match.start(), match[0]
            self.fill(done, at)
            if letter in INITIATORS:
                self.open_isolate(at, letter)
            elif letter == "q":
                self.close_isolate(at)
            elif letter == "B":
                self.found.levels[at] = self.stack[0].level
                self.parts.append("B")
            else:
                self.embed(at, letter)
            done = at + 1
        self.fill(done, len(self.classes))
        self.found.classes = "".join(self.parts)
        self.found.unclosed = frozenset(self.open_isolates)
        return self.found

    def fill(self, start: int, end: int) -> None:
        """Give ordinary characters the level and override in force (X6)."""
        if start == end:
            return
        status = self.stack[-1]
        self.found.levels[start:end] = bytes((status.level,)) * (end - start)
        piece = self.classes[start:end]
        self.parts.append(_NOT_REMOVED.sub(status.override, piece) if status.override else piece)

    def embed(self, at: int, letter: str) -> None:
        """An embedding, an override or the end of one (X2 to X5, X7)."""
        if letter == "p":
            self.pop()
        else:
            level = _next_level(self.stack[-1].level, rtl=letter in "fh")
            if level <= MAX_DEPTH and not (self.overflow_isolates or self.overflow_embeddings):
                override = {"g": "L", "h": "R"}.get(letter, "")
                self.stack.append(Status(level, override, isolate=False))
            elif not self.overflow_isolates:
                self.overflow_embeddings += 1
        self.found.levels[at] = self.stack[-1].level
        self.parts.append(letter)

    def pop(self) -> None:
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.stack[-1].isolate and len(self.stack) > 1:
            self.stack.pop()

    def open_isolate(self, at: int, letter: str) -> None:
        """An isolate initiator (X5a to X5c)."""
        status = self.stack[-1]
        self.found.levels[at] = status.level
        self.parts.append(status.override or letter)
        rtl = letter == "j" or (letter == "k" and self.strong_inside.get(at, False))
        level = _next_level(status.level, rtl=rtl)
        if level <= MAX_DEPTH and not (self.overflow_isolates or self.overflow_embeddings):
            self.open_isolates.append(at)
            self.stack.append(Status(level, "", isolate=True))
        else:
            self.overflow_isolates += 1

    def close_isolate(self, at: int) -> None:
        """The end of an isolate (X6a)."""
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.open_isolates:
            self.overflow_embeddings = 0
            while not self.stack[-1].isolate:
                self.stack.pop()
            self.stack.pop()
            self.found.partners[self.open_isolates.pop()] = at
        status = self.stack[-1]
        self.found.levels[at] = status.level
        self.parts.append(status.override or "q")


def _next_level(level: int, *, rtl: bool) -> int:
    """The least odd (rtl) or even level above this one."""
    return level + 1 + (level % 2 if rtl else 1 - level % 2)


def _strong_inside(classes: str) -> dict[int, bool]:
    """For each isolate initiator, whether its first own strong letter is R or AL (X5c).

    One pass for all of them, so that nested isolates cost no more than others.
    """
    found: dict[int, bool] = {}
    if "k" not in classes:
        return found
    open_at: list[int] = []
    for match in _STRONG_OR_ISOLATE.finditer(classes):
        letter = match[0]
        if letter in INITIATORS:
            open_at.append(match.start())
        elif letter == "q":
            if open_at:
                open_at.pop()
        elif letter != "B" and open_at:
            found.setdefault(open_at[-1], letter in "RA")
    return found
