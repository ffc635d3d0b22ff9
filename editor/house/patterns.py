"""Patterns that a house writes in: named places, and stretches that may be left out."""

import string
from collections.abc import Iterator, Mapping

import regex

# What may be left hanging at either end of a pattern when a part of it is not known.
_HANGING = " \u00a0\u2002,،;؛–—-|/·"

_FENCE = "\x00"
"""Keeps what a value begins or ends with apart from what hangs over."""


class PatternError(ValueError):
    """A pattern that cannot be filled; its text says why."""


def fill(pattern: str, values: Mapping[str, str]) -> str:
    """The pattern with its names filled, and without the bracketed stretches that lack a value.

    A stretch in square brackets stands or falls as a whole: "{place}[ ({source})]" without a
    source is the place alone. A name outside brackets that is not known is left empty.
    """
    fenced = {name: f"{_FENCE}{value}{_FENCE}" for name, value in values.items() if value}
    filled = []
    for stretch, optional in _stretches(pattern):
        asked = names(stretch)
        if not optional or all(name in fenced for name in asked):
            filled.append(stretch.format_map({**dict.fromkeys(asked, ""), **fenced}))
    return "".join(filled).strip(_HANGING).replace(_FENCE, "")


def names(pattern: str) -> tuple[str, ...]:
    """The names a pattern asks for, in order.

    Raises:
        PatternError: The pattern's braces do not pair, or hold more than a name.
    """
    try:
        fields = list(string.Formatter().parse(pattern))
    except ValueError as error:
        raise PatternError(str(error)) from error
    found = []
    for _, name, form, conversion in fields:
        if name == "" or form or conversion:
            raise PatternError(pattern)
        if name is not None:
            found.append(name)
    return tuple(found)


def _stretches(pattern: str) -> Iterator[tuple[str, bool]]:
    for match in regex.finditer(r"\[([^\[\]]*)\]|([^\[\]]+)", pattern):
        yield (match[1], True) if match[1] is not None else (match[2], False)
