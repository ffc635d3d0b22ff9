"""Recognises telephone numbers among other numbers."""

import regex

_SHAPE = regex.compile(
    r"(?<![\p{bc=L}\p{N}\p{Sc}+_\ufffc])(?:(?=[+(])|(?<!\p{N}[.,:/\-]))"
    r"(?:\(\+?\d{1,4}\)|\+?\d{1,15}+)"
    r"(?:[ \u00a0\u202f./\-\u2010\u2011]?\(\d{1,4}\)|[ \u00a0\u202f./\-\u2010\u2011]\d{1,12}+"
    r"|(?<=\))\d{1,12}+){0,6}+"
    r"(?![\p{bc=L}\p{N}_]|[ \u00a0\u202f./\-\u2010\u2011]?\ufffc)"
)
_DATE = regex.compile(r"\d{1,2}([-/.])\d{1,2}\1\d{4}(?!\d)")
_INTRODUCED = regex.compile(
    r"(?:هاتف|الهاتف|جوال|الجوال|فاكس|الفاكس|تلفون|نقال|موبايل|واتساب"
    r"|(?i:tel|tél|telephone|téléphone|phone|mobile|fax|télécopie|whatsapp))"
    r"[\s.:،()\-\ufffc]{0,4}\Z"
)
_LONGEST = 15
"""Digits of the longest number (ITU-T E.164)."""


def phone_at(text: str, start: int) -> int | None:
    """Where the telephone number that starts here ends, or None if there is none.

    A country code or a leading zero tells it from other numbers, or a word for telephone before it.
    """
    found = _SHAPE.match(text, start)
    if found is None or _DATE.match(text, start):
        return None
    digits = "".join(character for character in found[0] if character.isdecimal())
    if len(digits) > _LONGEST:
        return None
    first = [str(int(digit)) for digit in digits[:2]]
    if "+" in found[0] or first == ["0", "0"]:
        fewest = 8
    elif first[:1] == ["0"]:  # none, where regex knows newer digits than Python
        fewest = 9
    elif _INTRODUCED.search(text, max(start - 20, 0), start):
        fewest = 5
    else:
        return None
    return found.end() if len(digits) >= fewest else None
