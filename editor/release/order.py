"""Where a block stands: a string between its neighbours' strings.

A key is a fraction written in base 62 without trailing zeros, so that comparing two keys as strings
compares the fractions. New keys are drawn at random from the middle of the gap: two people who
insert at the same place apart from each other do not draw the same one.
"""

import secrets

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_WIDTH = 6  # digits of a key that stands at an end: room for a million blocks before keys grow
_STEP = _BASE**3  # how far from its neighbour such a key is drawn, at most
_ROOM = _BASE**3  # a narrower gap gets more digits, so that chance has something to choose from


def between(before: str | None, after: str | None) -> str | None:
    """A key strictly between two keys; None stands for either end.

    Returns:
        The key, or None when nothing fits: the keys tie, or someone else's break the rules above.
    """
    if before is not None and after is not None:
        key = _drawn(before, after)
    elif before is not None:
        start = _number(before[:_WIDTH], _WIDTH)
        key = _text(start + 1 + secrets.randbelow(_STEP), _WIDTH) or _drawn(before, None)
    elif after is not None:
        end = _number(after[:_WIDTH], _WIDTH)
        key = _text(end - 1 - secrets.randbelow(_STEP), _WIDTH) or _drawn("", after)
    else:
        key = _text(_BASE**_WIDTH // 2 + secrets.randbelow(_STEP), _WIDTH)
    fits = key and (before is None or before < key) and (after is None or key < after)
    return key if fits else None


def _drawn(before: str, after: str | None) -> str:
    width = max(len(before), len(after or ""), _WIDTH)
    while True:
        start = _number(before, width)
        gap = (_BASE**width if after is None else _number(after, width)) - start
        if gap <= 0:
            return ""
        if gap >= _ROOM:
            return _text(start + gap // 4 + secrets.randbelow(gap // 2), width)
        width += 1


def _number(key: str, width: int) -> int:
    """The fraction as a whole number of units of its last digit; foreign letters count as 0."""
    number = 0
    for digit in key.ljust(width, "0"):
        number = number * _BASE + max(_DIGITS.find(digit), 0)
    return number


def _text(number: int, width: int) -> str:
    if not 0 < number < _BASE**width:
        return ""
    digits = []
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits)).rstrip("0")
