"""From explicit levels to resolved ones: rules X9, X10 and L1 of UAX #9."""

import re
from collections.abc import Iterator
from itertools import compress

from editor.text.bidi.classes import BRACKETS, REMOVED
from editor.text.bidi.explicit import Explicit, explicit
from editor.text.bidi.order import level_runs
from editor.text.bidi.resolve import resolve

_SPECIAL = re.compile("[efghpijkqb]")
_KEPT = bytes(chr(code) not in REMOVED for code in range(256))
_BLANK = "wijkq" + REMOVED
_BLANKS_OR_SEPARATOR = re.compile(f"[{_BLANK}]+|[sB]")


def paragraph_levels(classes: str, text: str, level: int) -> bytes:
    """The resolved levels of one paragraph, before rule L1.

    Args:
        classes: Its class letters.
        text: Its characters, for the brackets among them.
        level: Its base level.
    """
    if not BRACKETS.search(text):
        text = ""
    if not _SPECIAL.search(classes):
        return resolve(classes, text, level, level, level)
    found = explicit(classes, level)
    if any(letter in classes for letter in REMOVED):
        return _without_removed(classes, found, text, level)
    return _resolve_sequences(found, text, level)


def reset_ends(classes: str, levels: bytes, level: int) -> bytes:
    """Levels with separators, and blanks before them or at the end, at base level (L1)."""
    found = bytearray(levels)
    size = len(classes)
    end = len(classes.rstrip(_BLANK))
    found[end:] = bytes((level,)) * (size - end)
    if "s" in classes or "B" in classes:
        for blank in _BLANKS_OR_SEPARATOR.finditer(classes):
            start, stop = blank.span()
            if classes[start] in "sB" or (stop < size and classes[stop] in "sB"):
                found[start:stop] = bytes((level,)) * (stop - start)
    return bytes(found)


def _without_removed(classes: str, found: Explicit, text: str, level: int) -> bytes:
    """Resolve what X9 keeps, then put the removed characters back (§5.2)."""
    kept = classes.encode("ascii").translate(_KEPT)
    new = {before: after for after, before in enumerate(compress(range(len(kept)), kept))}
    smaller = Explicit(
        levels=bytearray(compress(found.levels, kept)),
        classes="".join(compress(found.classes, kept)),
        partners={new[start]: new[end] for start, end in found.partners.items()},
        unclosed=frozenset(new[start] for start in found.unclosed),
    )
    words = "".join(compress(text, kept)) if text else ""
    resolved = iter(_resolve_sequences(smaller, words, level))
    whole = bytearray()
    last = level
    for keep in kept:
        if keep:
            last = next(resolved)
        whole.append(last)
    return bytes(whole)


def _resolve_sequences(found: Explicit, text: str, level: int) -> bytes:
    """Resolve each isolating run sequence on its own (X10).

    A sequence borders on the levels before and after it, and on the base level where it ends in an
    isolate that nothing closes.
    """
    levels, classes = found.levels, found.classes
    resolved = bytearray(len(levels))
    for sequence in _sequences(found):
        start, end = sequence[0][0], sequence[-1][1]
        own = levels[start]
        before = levels[start - 1] if start else level
        open_ended = end == len(levels) or end - 1 in found.unclosed
        after = level if open_ended else levels[end]
        own_classes = "".join(classes[first:last] for first, last in sequence)
        words = "".join(text[first:last] for first, last in sequence)
        answer = resolve(own_classes, words, own, max(own, before), max(own, after))
        done = 0
        for first, last in sequence:
            resolved[first:last] = answer[done : done + last - first]
            done += last - first
    return bytes(resolved)


def _sequences(found: Explicit) -> Iterator[list[tuple[int, int]]]:
    """The isolating run sequences (BD13), each as its level runs."""
    ends = {start: end for start, end, _ in level_runs(bytes(found.levels))}
    closers = set(found.partners.values())
    for first in ends:
        if first in closers:
            continue
        start = first
        sequence = [(start, ends[start])]
        while (partner := found.partners.get(ends[start] - 1)) is not None:
            start = partner
            sequence.append((start, ends[start]))
        yield sequence
