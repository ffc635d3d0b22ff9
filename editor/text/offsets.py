"""Offsets in code points, as ours are, in UTF-16 units, as Qt's are, and in UTF-8 bytes.

Characters outside the Basic Multilingual Plane (emoji, most of all) take one code point, two
UTF-16 units and four bytes; an Arabic letter takes one, one and two.
"""

_FIRST_ASTRAL = "\U00010000"


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_offset(text: str, point: int) -> int:
    """The UTF-16 offset of a code point offset."""
    if text.isascii():
        return point
    return utf16_length(text[:point])


def point_offset(text: str, unit: int) -> int:
    """The code point offset of a UTF-16 offset; inside a surrogate pair, the one before it."""
    if max(text, default="") < _FIRST_ASTRAL:  # at the speed of C, as most texts are
        return min(unit, len(text))
    units = 0
    for point, char in enumerate(text):
        units += 2 if char >= _FIRST_ASTRAL else 1
        if units > unit:
            return point
    return len(text)


def utf8_offset(text: str, point: int) -> int:
    """The UTF-8 byte offset of a code point offset."""
    return len(text[:point].encode())
