"""A text as the engine keeps it: stretches of words with equal attributes, in order."""

from collections.abc import Mapping, Sequence
from typing import Any

Attributes = Mapping[str, Any]
Runs = tuple[tuple[str, Attributes], ...]


def words_of(runs: Runs) -> str:
    """All words of a text."""
    return "".join(words for words, _ in runs)


def attributes_between(runs: Runs, start: int, end: int) -> Sequence[Attributes]:
    """The attributes of every run that has a character between two offsets."""
    found = []
    at = 0
    for words, attributes in runs:
        if start < at + len(words) and at < end:
            found.append(attributes)
        at += len(words)
    return found


def spliced(runs: Runs, start: int, end: int, words: str, attributes: Attributes) -> Runs | None:
    """The runs after a splice within one of them, the common case; None where it is another."""
    at = 0
    for index, (run, marks) in enumerate(runs):
        if at <= start and end <= at + len(run) and marks == attributes:
            left = run[: start - at] + words + run[end - at :]
            return (*runs[:index], (left, marks), *runs[index + 1 :]) if left else None
        at += len(run)
    return None
