"""Finds what has to stay in one piece in a line of the other direction.

A text is read into tokens (phones, addresses, words of the other direction, numbers), and tokens
that belong together are joined: the words of a name, a number and its unit, the two ends of a
range. Positions are code points; everything goes forward once, so that the time is linear.

Arabic-Indic digits keep what UAX #9 gives them: the range ١٥-١٧ is read from the right like the
words around it, while 2020-2030 is read from the left wherever it stands.
"""

import tomllib
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

import regex

from editor.text.phones import phone_at


class Kind(Enum):
    """What a stretch is."""

    PHONE = auto()
    ADDRESS = auto()
    WORDS = auto()
    NUMBER = auto()
    PLAIN = auto()  # a number that every line lays out right by itself


class Stretch(NamedTuple):
    """A piece of a text, from `start` to before `end`."""

    start: int
    end: int
    kind: Kind


class Script(NamedTuple):
    """How to read a line for words of the other direction.

    Attributes:
        start: Where a token may start.
        chunk: Letters and digits of the other direction without a space among them.
        letter: A letter that makes a chunk a word.
        own: A letter of the line's own direction.
        bracketed: A pair of brackets or quotation marks around words of the other direction only.
        between: What may stand between two words of one name.
        numbers: Whether numbers too have to be held together.
    """

    start: regex.Pattern[str]
    chunk: regex.Pattern[str]
    letter: regex.Pattern[str]
    own: regex.Pattern[str]
    bracketed: regex.Pattern[str]
    between: regex.Pattern[str]
    numbers: bool


_SPACES = " \u00a0\u202f"
_DASHES = "\\-\u2010-\u2015\u2212"
_LEFTWARD = r"\p{bc=R}\p{bc=AL}"
_RIGHTWARD = r"\p{bc=L}"
_JOINTS = rf"[.,:/\\'’&@+=?%~#*×·٫٬\p{{Sc}}{_DASHES}]{{1,3}}+"
_ADDRESS_START = r"(?i:https?://|ftp://|www\.)"
_PAIRS = ("()", "[]", "“”", "«»", '""')


def _script(letters: str, digits: str, own: str, stops: str, *, numbers: bool) -> Script:
    first = rf"[[{letters}{digits}_]--\p{{Cf}}]"
    core = rf"{first}[[{letters}{digits}\p{{M}}\u0640_\u200c\u200d]--[\u200e\u200f\u061c]]*+"
    pairs = (
        rf"{opening}(?=[{letters}])[^{own}{opening}{closing}\n]{{1,80}}+{closing}"
        for opening, closing in (map(regex.escape, pair) for pair in _PAIRS)
    )
    return Script(
        start=regex.compile(rf"[@#+(_{letters}\p{{N}}]|(?:{_ADDRESS_START})"),
        chunk=regex.compile(rf"[@#]?+{core}(?:{_JOINTS}{core})*+", regex.V1),
        letter=regex.compile(f"[{letters}]"),
        own=regex.compile(f"[{own}]"),
        bracketed=regex.compile("|".join(pairs)),
        between=regex.compile(rf"[{stops}]{{0,2}}[{_SPACES}]{{1,2}}| ?[&+/] ?|[’'] ?"),
        numbers=numbers,
    )


# A comma of the line's own script parts the items of a list; the other one is inside a name.
IN_RTL = _script(_RIGHTWARD, r"\p{bc=EN}", _LEFTWARD, ".,:;!?…", numbers=True)
"""For lines that run from right to left."""
IN_LTR = _script(_LEFTWARD, r"\p{Nd}", _RIGHTWARD, ".:!?…،؛؟", numbers=False)
"""For lines that run from left to right."""

_ADDRESS = regex.compile(
    rf"(?:{_ADDRESS_START})[^\s\p{{Cc}}\ufffc\u2028\u2029<>«»“”\"،؛]++",
)
_OPENING = '([{«“‘"\n\u2028'
_QUOTES = '«“"'
_LINE_ENDS = "\n\u2028\u2029"
_STOP = regex.compile(r"[.!?…]{1,3}+(?:(?=([»”\"]))|(?=[\n\u2028\u2029]|\Z))")
_AFTER_ADDRESS = ".,;:!?…'’؟"
_PLAIN = regex.compile(r"\p{bc=EN}++(?:[.,:/\u00a0٫٬]\p{bc=EN}++)*+")
_ABBREVIATION = regex.compile(r"(?:\p{L}\.)+\p{L}")
_TAIL = regex.compile(r"[+#*™®]{1,2}(?![\p{L}\p{N}])")

_BEFORE_NUMBER = regex.compile(
    rf"(?:(?:(?<![^\s\p{{Ps}}\p{{Pi}}\"])[+±~≈<>≤≥\-\u2212])|\p{{Sc}}[{_SPACES}]?)\Z"
)
_AFTER_NUMBER = regex.compile(rf"[{_SPACES}]?(?:[%‰°]|\p{{Sc}})|[′″]")
_DRESS = regex.compile(r"[%‰°\p{Sc}]")
_RANGE = regex.compile(rf" ?[{_DASHES}] ?| [x×] ")
_MEASURE = regex.compile(r"(\d{1,9}(?:[.:]\d{1,4})?)%?")
_THOUSANDS = regex.compile(rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})*")
_THOUSAND = regex.compile(r"\d{3}(?:[.,]\d+)?")
_YEAR = regex.compile(r"(?:19|20)\d\d")
# After a name and a number, a word that goes on with the sentence: the number is the name's own.
_GOES_ON = regex.compile(r"[ \u00a0](?:ال|(?:في|من|إلى|على|عن|أن|مع|بين|خلال|عام)(?!\p{L}))")
_UNITS = frozenset(
    unit
    for units in tomllib.loads(
        Path(__file__).with_name("units.toml").read_text(encoding="utf-8")
    ).values()
    for unit in units
)


def stretches(text: str, script: Script) -> Iterator[Stretch]:
    """The stretches of a text that have to stay in one piece, in order, none inside another."""
    tokens = list(_tokens(text, script))
    if script.numbers:
        tokens = _join_numbers(text, tokens)
    for stretch in _join_words(text, tokens, script):
        yield _with_stop(text, stretch) if stretch.kind is Kind.WORDS else stretch


def _tokens(text: str, script: Script) -> Iterator[Stretch]:
    at = floor = 0
    while (start := script.start.search(text, at)) is not None:
        token = _token(text, start.start(), floor, script)
        if token is None:
            at = start.end()
        else:
            yield token
            at = floor = token.end


def _token(text: str, start: int, floor: int, script: Script) -> Stretch | None:
    """The token that starts here, if one does; `floor` is where the one before it ends."""
    if address := _ADDRESS.match(text, start):
        return Stretch(start, start + len(_address(address[0])), Kind.ADDRESS)
    if (end := phone_at(text, start)) is not None:
        return Stretch(start, end, Kind.PHONE)
    chunk = script.chunk.match(text, start)
    if chunk is None:
        return None
    end = chunk.end()
    if not script.letter.search(chunk[0]):
        plain = _PLAIN.fullmatch(chunk[0]) is not None
        return _dressed(text, Stretch(start, end, Kind.PLAIN if plain else Kind.NUMBER), floor)
    if text.startswith(".", end) and _ABBREVIATION.fullmatch(chunk[0]):
        end += 1
    elif tail := _TAIL.match(text, end):
        end = tail.end()
    if before := _BEFORE_NUMBER.search(text, max(start - 3, floor), start):
        # "$1.2bn" is one word with its sign.
        start = before.start() if chunk[0][0].isdecimal() else start
    return Stretch(start, end, Kind.WORDS)


def _address(found: str) -> str:
    """An address without the punctuation of the sentence and brackets opened before it."""
    address = found.rstrip(_AFTER_ADDRESS + ")]")
    closer = found[len(address) :][:1]
    opened = closer in (")", "]") and "(["[")]".index(closer)] in address
    return address + closer if opened else address


def _dressed(text: str, number: Stretch, floor: int) -> Stretch:
    """A number with its sign, currency or per cent."""
    start, end, kind = number
    if before := _BEFORE_NUMBER.search(text, max(start - 3, floor), start):
        start, kind = before.start(), Kind.NUMBER
    if after := _AFTER_NUMBER.match(text, end):
        end, kind = after.end(), Kind.NUMBER
    return Stretch(start, end, kind)


def _join_numbers(text: str, tokens: list[Stretch]) -> list[Stretch]:
    """Thousands with thousands, ranges, and numbers with their units."""
    joined: list[Stretch] = []
    for token in tokens:
        last = joined[-1] if joined else None
        kind = _number_with(text, last, token) if last else None
        if last and kind:
            joined[-1] = Stretch(last.start, token.end, kind)
        else:
            joined.append(token)
    return joined


_NUMBERS = (Kind.PLAIN, Kind.NUMBER)


def _number_with(text: str, number: Stretch, token: Stretch) -> Kind | None:
    """What a number becomes with the token after it, or None if that one stands for itself."""
    if number.kind not in _NUMBERS:
        return None
    gap = text[number.end : token.start]
    first, second = text[number.start : number.end], text[token.start : token.end]
    if token.kind is Kind.WORDS:
        is_unit = gap in ("", *_SPACES) and second.rstrip(".") in _UNITS
        counts = gap in tuple(_SPACES) and not _YEAR.fullmatch(first)
        return Kind.WORDS if is_unit or counts else None
    if token.kind not in _NUMBERS:
        return None
    if gap in tuple(_SPACES) and _THOUSANDS.fullmatch(first) and _THOUSAND.fullmatch(second):
        return Kind.NUMBER
    if _RANGE.fullmatch(gap) and _rises(first, second):
        return Kind.NUMBER
    return None


def _rises(first: str, second: str) -> bool:
    """Whether two numbers can be the ends of a range; a dash also parts clauses."""
    ends = _MEASURE.fullmatch(first), _MEASURE.fullmatch(second)
    if ends[0] is None or ends[1] is None:
        return False
    return float(ends[0][1].replace(":", ".")) < float(ends[1][1].replace(":", "."))


def _join_words(text: str, tokens: list[Stretch], script: Script) -> Iterator[Stretch]:
    """The words of one name, with the numbers in it and what it has in brackets."""
    current: Stretch | None = None
    for token in tokens:
        if current and token.start < current.end:
            continue  # already inside, in brackets
        if current and (end := _words_with(text, current, token, script)):
            current = Stretch(current.start, end, Kind.WORDS)
            continue
        if current:
            yield current
        current = token
    if current:
        yield current


def _words_with(text: str, words: Stretch, token: Stretch, script: Script) -> int | None:
    """Where a name ends when the token after it is taken in, or None if it is not part of it."""
    gap = text[words.end : token.start]
    if words.kind in _NUMBERS:
        opens = words.start == 0 or text[words.start - 1] in _OPENING
        joins = opens and gap in tuple(_SPACES) and token.kind is Kind.WORDS and not script.numbers
        return token.end if joins else None
    if words.kind is not Kind.WORDS:
        return None
    if token.kind is Kind.WORDS and (not gap or script.between.fullmatch(gap)):
        return token.end
    if token.kind in _NUMBERS and gap in ("", *_SPACES):
        return token.end if _is_of_name(text, token, script) else None
    if gap and script.between.fullmatch(gap[:-1]):
        bracketed = script.bracketed.match(text, token.start - 1)
        return bracketed.end() if bracketed else None
    return None


def _with_stop(text: str, words: Stretch) -> Stretch:
    """Words with the stop that ends them, where they are all that is quoted or all of a line."""
    start, end, kind = words
    before = text[start - 1 : start] or "\n"
    stop = _STOP.match(text, end)
    if stop and ((before in _QUOTES and stop[1]) or (before in _LINE_ENDS and not stop[1])):
        end = stop.end()
    return Stretch(start, end, kind)


def _is_of_name(text: str, number: Stretch, script: Script) -> bool:
    """Whether a number after a name belongs to it, and not to the sentence.

    It does when the name goes on after it or when it can be a year. In a line that runs from right
    to left it also does unless a counted noun follows: «OIC 57 دولة» but «Windows 11 في».
    """
    following = text[number.end : number.end + 12]
    if _YEAR.match(text, number.start) or script.letter.match(following.lstrip(_SPACES)):
        return True
    if not script.numbers or _DRESS.search(text, number.start, number.end):
        return False
    return not script.own.match(following.lstrip(_SPACES)) or bool(_GOES_ON.match(following))
