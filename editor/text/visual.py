"""Arabic in visual order: lines stored as they are seen, from left to right.

Old design programs cannot set Arabic; text for them is shaped letter by letter and turned round
(UAX #9, rule L2). Pasted from there it is unreadable to every other program. A line is known by its
shapes, since an initial form stands at the end of its word there, or by letters that never begin a
word; it is turned back by the same algorithm, and only an answer that gives the line again, and is
the only one, counts.
"""

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice, pairwise
from math import inf

import regex
from bidi import get_display

from editor.text.arabic import ALEF_MAKSURA, TEH_MARBUTA, bare
from editor.text.presentation import Shape, has_forms, letters, shape

_JOINS_BEFORE = frozenset((Shape.FINAL, Shape.MEDIAL))
_JOINS_AFTER = frozenset((Shape.INITIAL, Shape.MEDIAL))
_RUN = regex.compile(r"[\p{Script=Arabic}\p{M}\u0640]++")
_STRONG = regex.compile(r"\p{L}")
_RIGHT_TO_LEFT = regex.compile(r"[\p{Script=Arabic}\p{Script=Hebrew}]")
_NEVER_FIRST = frozenset((TEH_MARBUTA, ALEF_MAKSURA))
_ARTICLE = "ال"
_BEGINS = regex.compile(r"(?<![\p{Script=Arabic}\p{M}\u0640])[ةى][\p{Script=Arabic}\p{M}]")
_LEAST_PLAIN = 4
"""How much must speak for it before a line without shapes is taken for turned."""
_LEAST_SHARE = 3
_LEAST_WITH_ARTICLE = 4
_UNLIKELY = regex.compile(r"^[\s.,،؛:;!?؟)\]»…%٪]|\s[.,،؛:;!?؟)\]»…]|[(\[«]\s|[(\[«،؛]$")
"""What nobody types, and what a line has that was turned for the wrong direction."""
_WRONG_WAY = regex.compile(r"(?:^|\s)[)\]}»›]|[(\[{«‹](?:[\s.,،؛:;!?؟]|$)")
"""Brackets that open what they should close."""
_BRACKET = regex.compile(r"[()\[\]{}«»‹›]")
_OPENERS = frozenset("([{«‹")
_MIRRORED = str.maketrans("()[]{}«»‹›", ")(][}{»«›‹")
_MARKED = regex.compile(r"(\p{Script=Arabic})(\p{M}+)")
_OUTWEIGHED = 8
_LETTER = "ا"
_LATIN = r"[\p{Latin}\p{Nd}]*\p{Latin}[\p{Latin}\p{Nd}]*(?:[ '’.@-]\p{Latin}++|[-.]\p{Nd}++)*+"
_NUMBERS = r"\p{Nd}++(?:[ .,/:٫٬%-]*\p{Nd}++)*+%?"
_BETWEEN = r"[^\p{L}\p{N}]*\s[^\p{L}\p{N}]*"
_LATIN_AND_NUMBER = regex.compile(
    rf"(?<![\p{{Latin}}\p{{Nd}}])(?:({_LATIN})({_BETWEEN})({_NUMBERS}))"
    rf"|(?<![\p{{Latin}}\p{{Nd}}])(?:({_NUMBERS})({_BETWEEN})({_LATIN}))"
)
_SIGN = regex.compile(r"[%٪‰\p{Sc}+]")
_FIGURES_IN_WORD = regex.compile(r"[-.]\p{Nd}")
_NUMBER_BESIDE_ARABIC = regex.compile(
    r"\p{Nd}[^\p{L}\p{N}]*+\p{Script=Arabic}|\p{Script=Arabic}[^\p{L}\p{N}]*+\p{Nd}"
)
_MOST_NUMBERS = 8
_DOUBTFUL = regex.compile(r"[()\[\]{}]|^\P{L}*\p{Latin}\P{Script=Arabic}*\p{Nd}")
"""What the other base direction sets otherwise, in a line that begins with a Latin word."""


class Order(StrEnum):
    """In which order the characters of a line are stored."""

    LOGICAL = "logical"
    VISUAL = "visual"
    UNKNOWN = "unknown"


def may_be_visual(line: str) -> bool:
    """Whether there is anything in a line that `order_of` could call visual; quicker than that."""
    return has_forms(line) or _BEGINS.search(line) is not None


def order_of(line: str) -> Order:
    """How a line is stored, as far as its own words tell beyond doubt."""
    if line.isascii():
        return Order.UNKNOWN
    visual = logical = 0
    for match in _RUN.finditer(line):
        word = match[0]
        for vote in _votes(word):
            visual += vote is Order.VISUAL
            logical += vote is Order.LOGICAL
    if visual > _OUTWEIGHED * logical:
        return Order.VISUAL
    return Order.LOGICAL if logical else _order_of_plain(line)


def _votes(word: str) -> Iterator[Order]:
    """What the shapes of one word say: at its ends, and where a letter in the middle has a side."""
    shapes = [kind for kind in map(shape, word) if kind is not None]
    if not shapes or len(word) == 1:
        return
    first, last = shape(word[0]), shape(word[-1])
    if first in _JOINS_BEFORE or last in _JOINS_AFTER or letters(word[0]) in _NEVER_FIRST:
        yield Order.VISUAL
    if first is Shape.INITIAL or last is Shape.FINAL:
        yield Order.LOGICAL
    for pair in pairwise(shapes):
        if pair in {(Shape.INITIAL, Shape.MEDIAL), (Shape.MEDIAL, Shape.FINAL)}:
            yield Order.LOGICAL
        elif pair in {(Shape.MEDIAL, Shape.INITIAL), (Shape.FINAL, Shape.MEDIAL)}:
            yield Order.VISUAL


def _order_of_plain(line: str) -> Order:
    """How a line without shapes is stored, by ة and ى, which end words, and by the article."""
    begins = ends = turned = upright = 0
    for match in _RUN.finditer(line):
        word = bare(match[0])
        if len(word) < 2:
            continue
        begins += word[0] in _NEVER_FIRST
        ends += word[-1] in _NEVER_FIRST
        if len(word) >= _LEAST_WITH_ARTICLE:
            turned += word.endswith(_ARTICLE[::-1])
            upright += word.startswith(_ARTICLE)
    is_turned = begins > _LEAST_SHARE * ends and turned >= _LEAST_SHARE * upright
    if begins and is_turned and 2 * begins + turned >= _LEAST_PLAIN:
        return Order.VISUAL
    return Order.LOGICAL if (ends and not begins) or upright > turned else Order.UNKNOWN


def turned_back(line: str) -> tuple[str, ...]:
    """The lines that are seen as a line in visual order is stored: one, where it is certain.

    Letters take the place of presentation forms. None where no line is seen like this one. Some
    programs mirror brackets and put marks after their letters as they turn a line (UAX #9, L3 and
    L4), some do not.
    """
    line = _marks_first(line)
    found = _turned_back(line)
    if not _BRACKET.search(line):
        return found
    mirrored = _turned_back(line.translate(_MIRRORED))
    return mirrored if _wrong_ways(mirrored) < _wrong_ways(found) else found


def _marks_first(line: str) -> str:
    """The line with marks before their letters, where a word that ends in one has them after."""
    if any(unicodedata.combining(word[0][-1]) for word in _RUN.finditer(line)):
        return str(_MARKED.sub(r"\2\1", line))
    return line


def _wrong_ways(candidates: tuple[str, ...]) -> tuple[float, float]:
    """How many brackets have no partner, and how many face the wrong way, in the best candidate."""
    return min(((_alone(c), len(_WRONG_WAY.findall(c))) for c in candidates), default=(inf, inf))


def _alone(candidate: str) -> int:
    """How many brackets close nothing or are never closed."""
    alone = 0
    opened: list[str] = []
    for bracket in _BRACKET.findall(candidate):
        if bracket in _OPENERS:
            opened.append(bracket)
        elif opened and opened[-1].translate(_MIRRORED) == bracket:
            opened.pop()
        else:
            alone += 1
    return alone + len(opened)


def _turned_back(line: str) -> tuple[str, ...]:
    found = {"R": list(_candidates(line, "R")), "L": list(_candidates(line, "L"))}
    by_first_letter = [c for base, all_ in found.items() for c in all_ if _base(c) == base]
    chosen = list(dict.fromkeys(by_first_letter or found["R"]))
    chosen += [other for candidate in chosen for other in _others(candidate, line)]
    oddities = [len(_UNLIKELY.findall(candidate)) for candidate in chosen]
    likely = [c for c, odd in zip(chosen, oddities, strict=True) if odd == min(oddities)]
    if any(_may_change_places(candidate) for candidate in chosen):
        return ()
    if _base(line) == "L" and (not found["L"] or _DOUBTFUL.search(line)):
        return ()  # it may have begun with this word, or ended with it
    return tuple(letters(c, words=True) for c in dict.fromkeys(likely))


def _others(candidate: str, line: str) -> Iterator[str]:
    """What is seen like a candidate, for a number may stand on either side of a Latin word."""
    for match in islice(_LATIN_AND_NUMBER.finditer(candidate, overlapped=True), _MOST_NUMBERS):
        first, between, last = (group for group in match.groups() if group is not None)
        other = f"{candidate[: match.start()]}{last}{between}{first}{candidate[match.end() :]}"
        if other != candidate and get_display(other, base_dir="R") == line:
            yield other


def _may_change_places(candidate: str) -> bool:
    """Whether figures are seen alike in more orders than `_others` tries.

    So it is with several numbers or Latin words in a row, with a word such as "C-19" beside a
    number, and with a number beside an Arabic word in a line from the left.
    """
    if _base(candidate) == "L" and _NUMBER_BESIDE_ARABIC.search(candidate):
        return True
    end = -1
    for match in _LATIN_AND_NUMBER.finditer(candidate, overlapped=True):
        word, number = match[1] or match[6], match[3] or match[4]
        has_sign = _SIGN.search(match[2] or match[5])  # «%50» may be the 50% of the other side
        is_chained = match.start() < end
        if is_chained or has_sign or " " in number or _FIGURES_IN_WORD.search(word):
            return True
        end = match.end()
    return False


def _candidates(line: str, base: str) -> Iterator[str]:
    """What gives this line when it is turned for a paragraph of a base direction.

    Figures are laid out by the letter before them, which turning puts after them: beside an end of
    the line they are tried with a letter there too.
    """
    for before in ("", _LETTER):
        for after in ("", _LETTER):
            seen = get_display(before + line + after, base_dir=base)
            start, end = (after, before) if base == "R" else (before, after)
            if not (seen.startswith(start) and seen.endswith(end)):
                continue
            candidate = seen[len(start) : len(seen) - len(end)]
            if get_display(candidate, base_dir=base) == line:
                yield candidate


def _base(text: str) -> str:
    """The base direction of a paragraph by its first letter (UAX #9, P2 and P3)."""
    first = _STRONG.search(text)
    return "R" if first is not None and _RIGHT_TO_LEFT.match(first[0]) else "L"
