"""Holds together what a line of the other direction would tear apart, by isolates of UAX #9.

In an Arabic line the range 2020-2030, a telephone number, an address or a Latin name with a number
after it come out in the wrong order, as an Arabic name does in an English line. Each such stretch
is put between a directional isolate and its end (U+2066 to U+2069), and the spaces in a telephone
number become no-break spaces. Nothing else changes: taking both out gives the text back.
"""

from typing import Final

import regex

from editor.text.stretches import IN_LTR, IN_RTL, Kind, stretches

LRI: Final = "\u2066"
RLI: Final = "\u2067"
PDI: Final = "\u2069"
RTL_LANGUAGES = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
"""Codes of languages whose lines run from right to left."""

_NO_BREAK_SPACE = "\u00a0"
_PLACEHOLDER = "\ufffc"
_CONTROL = regex.compile("[\u202a-\u202e\u2066-\u2069]|[\n\r\u0085\u2029]")
_OPENERS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_CLOSERS = "\u202c\u2069"
_FROM_THE_RIGHT = regex.compile(r"[\p{bc=R}\p{bc=AL}\p{bc=AN}]")


def isolate(text: str, language: str) -> str:
    """The text with isolates around what a line of its language would lay out wrong.

    What stands between directional controls already is left as it is, so that isolating twice
    changes nothing more.

    Args:
        text: Any text.
        language: The code of the language, which gives the lines their direction.
    """
    rtl = language in RTL_LANGUAGES
    readable = _without_controlled(text)
    pieces: list[str] = []
    done = 0
    for stretch in stretches(readable, IN_RTL if rtl else IN_LTR):
        start, end, kind = stretch
        words = text[start:end]
        if kind is Kind.PHONE:
            words = words.replace(" ", _NO_BREAK_SPACE)
        opener = _opener(words, kind, rtl=rtl)
        pieces += (text[done:start], opener, words, PDI if opener else "")
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _opener(words: str, kind: Kind, *, rtl: bool) -> str:
    """The isolate a stretch needs, or "" where the line lays it out right."""
    if rtl:
        return "" if kind is Kind.PLAIN else LRI
    if kind is Kind.WORDS:
        return RLI
    is_number = kind in {Kind.PLAIN, Kind.NUMBER}
    return LRI if not is_number and _FROM_THE_RIGHT.search(words) else ""


def _without_controlled(text: str) -> str:
    """The text, of the same length, with placeholders for all that directional controls govern.

    A control that nothing closes governs the rest of its paragraph.
    """
    pieces = []
    done = depth = 0
    for control in _CONTROL.finditer(text):
        at, character = control.start(), control[0]
        if depth:
            pieces.append(_PLACEHOLDER * (at - done))
        else:
            pieces.append(text[done:at])
        if character in _OPENERS:
            depth += 1
        elif character in _CLOSERS:
            depth = max(depth - 1, 0)
        else:
            depth = 0
        is_control = character in _OPENERS or character in _CLOSERS
        pieces.append(_PLACEHOLDER if is_control else character)
        done = at + 1
    pieces.append(_PLACEHOLDER * (len(text) - done) if depth else text[done:])
    return "".join(pieces)
