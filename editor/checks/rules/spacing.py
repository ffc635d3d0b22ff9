"""Spaces beside marks, inside brackets, and of the wrong kind (TYP-01 to TYP-03, UNI-08).

Each run of spaces is one rule's business: before a mark TYP-01's, inside brackets TYP-03's, longer
than one TYP-04's (in `separators`, for it also looks between paragraphs), of a wrong kind UNI-08's.
"""

from collections.abc import Iterator

import regex

from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, text_rule
from editor.checks.tables import table
from editor.text.characters import (
    EXOTIC_SPACES,
    NO_BREAK_SPACES,
    Gap,
    code_point,
    seen_after,
    seen_before,
)

_CLOSES_UP = {"ar": frozenset("،؛.:!؟,;?"), "en": frozenset(",;.:!?"), "fr": frozenset(",.")}
"""Marks that stand right after the word before them; French sets a space before ; : ! and ?."""
_WANTS_SPACE = {"ar": "[،؛,;]", "en": "[,;]", "fr": "[,;]"}
_WANTING = {language: regex.compile(marks) for language, marks in _WANTS_SPACE.items()}
_ENTITY = regex.compile(r"&#?[A-Za-z0-9]{1,8}+;")
_LONGEST_ENTITY = 11
_ROMAN = regex.compile(r"[IVXLCDM]++(?![\p{L}\p{M}])")
_LAST_LETTERS = regex.compile(r"[\p{L}\p{M}]{1,24}+$")


def closes_up(passage: Passage, gap: Gap) -> bool:
    """Whether these spaces stand before a mark that wants none before it."""
    if gap.after not in _CLOSES_UP[passage.language] or gap.is_edge:
        return False
    after = passage.words[gap.end + 1 : gap.end + 2]
    if gap.after == ".":  # an ellipsis, ".NET", ".5"
        return gap.before != "." and after != "." and not (after.isascii() and after.isalnum())
    if gap.after in ":;":  # a face
        return not (after and after in ")(-=DPp|/:") and not _is_ratio(passage, gap)
    return gap.before != gap.after


def _is_ratio(passage: Passage, gap: Gap) -> bool:
    following = passage.words[gap.end + 1 : gap.end + 4].lstrip()[:1]
    return gap.before.isdigit() and following.isdigit()


def is_inside_bracket(passage: Passage, gap: Gap) -> bool:
    """Whether these spaces stand right inside one of a pair of brackets.

    Doubled brackets, as in «(( … ))», are quotation marks; a bracket after a colon is a face.
    """
    opening, closing = gap.start - 1, gap.end
    if gap.is_edge or (opening in passage.brackets) == (closing in passage.brackets):
        return False  # neither of them, or both: an empty pair, to be filled in by hand
    if opening in passage.brackets:
        beyond = passage.words[opening - 1 : opening]
        return gap.before in "([" and beyond not in {":", ";", "("}
    return gap.after in ")]" and passage.words[closing + 1 : closing + 2] != ")"


@text_rule("TYP-01", Severity.ERROR)
def space_before_mark(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A space before a comma, stop or other mark that closes up to its word."""
    for gap in passage.gaps:
        if closes_up(passage, gap):
            fix = passage.fix(gap.start, gap.end, "", safe=True, key="TYP-01.fix")
            yield passage.hit(gap.start, gap.end + 1, fix, values={"mark": gap.after})


@text_rule("TYP-02", Severity.ERROR)
def no_space_after_mark(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A comma or semicolon with a word right after it."""
    opening = {quoted.open for quoted in passage.quoted}
    inside = _Inside(passage.addresses)
    for match in _WANTING[passage.language].finditer(passage.words):
        at = match.start()
        if at in inside or not (at + 1 in opening or _runs_into_word(passage, at)):
            continue
        fix = passage.fix(at + 1, at + 1, " ", safe=True, key="TYP-02.fix")
        yield passage.hit(at, at + 2, fix, values={"mark": match[0]})


class _Inside:
    """Whether an offset is in one of some stretches, asked for rising offsets."""

    def __init__(self, stretches: tuple[tuple[int, int], ...]) -> None:
        self._waiting = list(reversed(stretches))

    def __contains__(self, offset: int) -> bool:
        while self._waiting and self._waiting[-1][1] <= offset:
            self._waiting.pop()
        return bool(self._waiting) and self._waiting[-1][0] <= offset


def _runs_into_word(passage: Passage, at: int) -> bool:
    """Whether a word, a number or a bracket stands right after the mark at this place."""
    mark, after = passage.words[at], seen_after(passage.words, at + 1)
    if mark in ",;" and passage.language == "ar" and not "\u0600" <= after <= "\u06ff":
        return False  # Latin words and numbers keep their own ways
    if mark == ";" and _ENTITY.search(passage.words, max(at + 1 - _LONGEST_ENTITY, 0), at + 1):
        return False
    if after.isdigit():
        return not seen_before(passage.words, at).isdigit()
    return after.isalpha() or after in {"(", "["}


@text_rule("TYP-03", Severity.ERROR)
def space_inside_brackets(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A space after an opening bracket or before a closing one."""
    for gap in passage.gaps:
        if is_inside_bracket(passage, gap):
            fix = passage.fix(gap.start, gap.end, "", safe=True, key="TYP-03.fix")
            if gap.start - 1 in passage.brackets:
                yield passage.hit(gap.start - 1, gap.end, fix)
            else:
                yield passage.hit(gap.start, gap.end + 1, fix)


@text_rule("UNI-08", Severity.WARNING)
def exotic_space(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A no-break or other special space where a plain one is meant.

    Between two words only: beside figures, stops and French marks a no-break space is a choice.
    """
    for gap in passage.gaps:
        if len(gap.spaces) > 1 or gap.spaces not in EXOTIC_SPACES or gap.is_edge:
            continue
        if not (_is_of_word(gap.before) and _is_of_word(gap.after)) or _binds(passage, gap):
            continue
        fix = passage.fix(gap.start, gap.end, " ", safe=True, key="UNI-08.fix")
        yield passage.hit(gap.start, gap.end, fix, values={"name": code_point(gap.spaces)})


def _is_of_word(character: str) -> bool:
    return character.isalpha() or regex.match(r"\p{M}", character) is not None


def _binds(passage: Passage, gap: Gap) -> bool:
    """Whether a no-break space holds together what a line break should not part."""
    if gap.spaces not in NO_BREAK_SPACES:
        return False
    before = _LAST_LETTERS.search(passage.words, max(gap.start - 24, 0), gap.start)
    word = before[0] if before else ""
    if passage.language != "ar" and len(word) == 1:
        return True  # "à", an initial
    keeps = table("binding")[passage.language]["before"]
    return word in keeps or _ROMAN.match(passage.words, gap.end) is not None
