"""Takes out of a line the isolates that it is seen the same without.

An export holds together by isolates whatever might come apart. In mail and on wires such a control
character may be shown as a box, so plain text keeps only those that change what is seen: in a line
of its language's direction, and in one whose program takes the direction from the first letter
(UAX #9, P2 and P3), which a Latin name at the start of an Arabic line would turn round.
"""

from bidi import get_display

from editor.text.isolates import RTL_LANGUAGES

_OPENERS = "\u2066\u2067\u2068"
_CLOSER = "\u2069"
_ISOLATES = dict.fromkeys(map(ord, _OPENERS + _CLOSER))


def spared(line: str, language: str) -> str:
    """The line with only the isolates that it needs.

    Args:
        line: One line, without a line end.
        language: The code of its language, which gives it its direction.
    """
    pairs = _pairs(line)
    if not pairs:
        return line
    base = "R" if language in RTL_LANGUAGES else "L"
    seen = _seen(line, base)
    if _is_seen_so(line.translate(_ISOLATES), seen, base):
        return line.translate(_ISOLATES)
    needless: set[int] = set()
    for pair in reversed(pairs):  # from the end: the first one also gives the line its direction
        without = needless | set(pair)
        if _is_seen_so(_leaving_out(line, without), seen, base):
            needless = without
    return _leaving_out(line, needless)


def _pairs(line: str) -> list[tuple[int, int]]:
    """Where each isolate opens and closes, in the order they open."""
    opened: list[int] = []
    pairs = []
    for place, character in enumerate(line):
        if character in _OPENERS:
            opened.append(place)
        elif character == _CLOSER and opened:
            pairs.append((opened.pop(), place))
    return sorted(pairs)


def _leaving_out(line: str, places: set[int]) -> str:
    return "".join(character for place, character in enumerate(line) if place not in places)


def _is_seen_so(line: str, seen: str, base: str) -> bool:
    """Whether a line is seen so in its own direction and in that of its first letter."""
    return _seen(line, base) == seen and _seen(line, None) == seen


def _seen(line: str, base: str | None) -> str:
    """The line's characters from left to right, without isolates."""
    shown: str = get_display(line, base_dir=base)
    return shown.translate(_ISOLATES)
