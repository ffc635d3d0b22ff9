"""Takes out of a line the isolates that it is seen the same without.

An export holds together by isolates whatever might come apart. In mail and on wires such a control
character may be shown as a box, so plain text keeps only those that change what is seen: in a line
of its language's direction, and in one whose program takes the direction from the first letter
(UAX #9, P2 and P3), which a Latin name at the start of an Arabic line would turn round.
"""

from collections.abc import Collection

import regex
from bidi import get_display

from editor.text.isolates import RTL_LANGUAGES

_OPENERS = "\u2066\u2067\u2068"
_CLOSER = "\u2069"
_ISOLATE = regex.compile(r"[\u2066-\u2069]")
_ISOLATED = regex.compile(r"[\u2066-\u2068][^\u2066-\u2069]*+\u2069")
_STRONG = regex.compile(r"([\p{bc=R}\p{bc=AL}])|\p{bc=L}")
_MOST_WORK = 30_000
"""How many isolates times how many characters are looked at: some milliseconds of work."""


def spared(line: str, language: str) -> str:
    """The line with only the isolates that it needs; one of endless length keeps them all.

    Args:
        line: One line, without a line end.
        language: The code of its language, which gives it its direction.
    """
    pairs = _pairs(line)
    if not pairs or len(pairs) * len(line) > _MOST_WORK:
        return line
    base = "R" if language in RTL_LANGUAGES else "L"
    return _leaving_out(line, _needless(line, pairs, frozenset(), _seen(line, base), base))


def _needless(
    line: str, pairs: list[tuple[int, int]], gone: frozenset[int], seen: str, base: str
) -> frozenset[int]:
    """The places of isolates that can go beside those that have gone already.

    All at once, else each half on its own: the last ones first, for the first one also gives the
    line its direction.
    """
    without = gone.union(*pairs)
    if _is_seen_so(_leaving_out(line, without), seen, base):
        return without
    if len(pairs) == 1:
        return gone
    middle = len(pairs) // 2
    gone = _needless(line, pairs[middle:], gone, seen, base)
    return _needless(line, pairs[:middle], gone, seen, base)


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


def _leaving_out(line: str, places: Collection[int]) -> str:
    pieces = []
    done = 0
    for place in sorted(places):
        pieces.append(line[done:place])
        done = place + 1
    return "".join((*pieces, line[done:]))


def _is_seen_so(line: str, seen: str, base: str) -> bool:
    """Whether a line is seen so in its own direction and in that of its first letter."""
    if _seen(line, base) != seen:
        return False
    first = _STRONG.search(_ISOLATED.sub("", line))
    from_the_right = first is not None and first[1] is not None
    return from_the_right == (base == "R") or _seen(line, None) == seen


def _seen(line: str, base: str | None) -> str:
    """The line's characters from left to right, without isolates."""
    return str(_ISOLATE.sub("", get_display(line, base_dir=base)))
