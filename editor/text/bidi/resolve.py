"""Resolving one isolating run sequence: rules W1 to W7, N0 to N2, I1 and I2 of UAX #9.

A sequence is a string of class letters, so that the rules are replacements in it. Every expression
here moves forward over its matches, none tries an end twice: the time is linear.
"""

import re

from editor.text.bidi.classes import BRACKETS, CLOSER, CLOSING, INITIATORS, NEUTRAL

_MARKS = re.compile("([^M])(M+)")
_AFTER_ARABIC = re.compile("A[^LRA]*")
_SEPARATOR = re.compile("(?<=E)[SC](?=E)|(?<=N)C(?=N)")
_TERMINATORS = re.compile("[ET]+")
_LEFT_OVER = str.maketrans("STC", "ooo")
_AFTER_LATIN = re.compile("L[^LR]*")
_NEUTRALS = re.compile(f"[{NEUTRAL}]+")
_NUMBERS_AS_R = str.maketrans("EN", "RR")

MAX_BRACKETS = 63
"""How many brackets may be open at once (BD16)."""


def resolve(classes: str, text: str, level: int, before: int, after: int) -> bytes:
    """The resolved level of each character of a sequence.

    Args:
        classes: The class letters, none of them removed by X9.
        text: The characters, or "" when no bracket is among them.
        level: The embedding level of them all.
        before: The level that decides the sequence's start (sos).
        after: The level that decides its end (eos).
    """
    embedding = _direction(level)
    found = _weak(_direction(before) + classes)
    if text:
        found = _brackets(found, classes, text, embedding)
    found = _neutral(found + _direction(after), embedding)
    return found[1:-1].encode("ascii").translate(_IMPLICIT[level])


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _implicit(level: int) -> bytes:
    """The resolved level of each class at an embedding level (I1, I2)."""
    table = bytearray(256)
    for letter, even, odd in (("L", 0, 1), ("R", 1, 0), ("E", 2, 1), ("N", 2, 1)):
        table[ord(letter)] = level + (odd if level % 2 else even)
    return bytes(table)


_IMPLICIT = [_implicit(level) for level in range(127)]


def _weak(classes: str) -> str:
    """Rules W1 to W7, on a sequence that its sos precedes."""
    if "M" in classes:
        classes = _MARKS.sub(_mark, classes)
    if "A" in classes:
        if "E" in classes:
            classes = _AFTER_ARABIC.sub(lambda found: found[0].replace("E", "N"), classes)
        classes = classes.replace("A", "R")
    if "E" in classes or "N" in classes:
        classes = _SEPARATOR.sub(lambda found: found.string[found.start() - 1], classes)
    if "E" in classes and "T" in classes:
        classes = _TERMINATORS.sub(_terminators, classes)
    classes = classes.translate(_LEFT_OVER)
    if "E" in classes:
        classes = _AFTER_LATIN.sub(lambda found: found[0].replace("E", "L"), classes)
    return classes


def _mark(found: re.Match[str]) -> str:
    """A nonspacing mark takes the class of what it stands on; on an isolate, ON (W1)."""
    base, marks = found.groups()
    return base + ("o" if base in INITIATORS or base == "q" else base) * len(marks)


def _terminators(found: re.Match[str]) -> str:
    """European terminators beside a European number belong to it (W5)."""
    return "E" * len(found[0]) if "E" in found[0] else found[0]


def _neutral(classes: str, embedding: str) -> str:
    """Rules N1 and N2, on a sequence between its sos and eos."""

    def between(found: re.Match[str]) -> str:
        start, end = found.span()
        # Numbers act as R.
        first = "L" if classes[start - 1] == "L" else "R"
        last = "L" if classes[end] == "L" else "R"
        return (first if first == last else embedding) * (end - start)

    return _NEUTRALS.sub(between, classes)


def _brackets(resolved: str, classes: str, text: str, embedding: str) -> str:
    """Rule N0: a pair of brackets takes one direction, from what is in it and before it.

    Args:
        resolved: The classes after W7, their sos first.
        classes: The classes as they were, for the marks that stand on brackets.
        text: The characters.
        embedding: The direction of the embedding level.
    """
    strong = resolved[1:].translate(_NUMBERS_AS_R)
    found = list(resolved)
    other = "L" if embedding == "R" else "R"
    context, seen = resolved[0], 1
    for start, end in _pairs(text, resolved[1:]):
        direction = embedding
        if strong.find(embedding, start + 1, end) < 0:
            if strong.find(other, start + 1, end) < 0:
                continue
            # What stands before decides, brackets already resolved included.
            for letter in found[seen : start + 1]:
                if letter in "LREN":
                    context = "L" if letter == "L" else "R"
            seen = start + 1
            direction = context
        for at in (start, end):
            found[at + 1] = direction
            following = at + 1
            while following < len(classes) and classes[following] == "M":
                found[following + 1] = direction
                following += 1
    return "".join(found)


def _pairs(text: str, resolved: str) -> list[tuple[int, int]]:
    """The pairs of brackets that are still neutral, in order of their openers (BD16)."""
    pairs = []
    open_brackets: list[tuple[str, int]] = []
    for match in BRACKETS.finditer(text):
        bracket, at = match[0], match.start()
        if resolved[at] != "o":
            continue
        if closer := CLOSER.get(bracket):
            if len(open_brackets) == MAX_BRACKETS:
                break
            open_brackets.append((closer, at))
            continue
        closer = CLOSING[bracket]
        for depth in range(len(open_brackets) - 1, -1, -1):
            if open_brackets[depth][0] == closer:
                pairs.append((open_brackets[depth][1], at))
                del open_brackets[depth:]
                break
    return sorted(pairs)
