"""Marks of another script or written twice (TYP-05), and hyphens for dashes (TYP-06)."""

from collections.abc import Iterator

import regex

from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, text_rule

_ARABIC = {",": "،", ";": "؛", "?": "؟"}
_LATIN_MARK = regex.compile(r"[,;?]")
_NEAR = 12
_LETTERS = regex.compile(r"[\p{L}\p{Nd}]")
_IS_ARABIC = regex.compile(r"\p{Script=Arabic}")
_ENTITY = regex.compile(r"&#?[A-Za-z0-9]{1,8};$")
_DOUBLED = regex.compile(
    r"([،,؛;])(?:\s?\1)+|(?<![.…])\.\.(?![.…\w/\\])|[؟?]{2,}|!{2,}|،\.|,\.(?!\d)"
)
_DASH = regex.compile(r"(?<=[^\s\d–—-]\s)-(?=\s[^\s\d–—-])|(?<![-\p{Pd}])--(?![-\p{Pd}])|\.{4,}")


_DASHES = {"..": "…", "-": "–"}


@text_rule("TYP-05", Severity.WARNING)
def wrong_mark(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A Latin comma, semicolon or question mark between Arabic words; a mark written twice."""
    if passage.language == "ar":
        for match in _LATIN_MARK.finditer(passage.words):
            if _is_between_arabic(passage, match.start()):
                right = _ARABIC[match[0]]
                start, end = match.span()
                fix = passage.fix(start, end, right, safe=True)
                yield passage.hit(*match.span(), fix, values={"right": right}, group="TYP-05")
    for match in _DOUBLED.finditer(passage.words):
        if not passage.is_quoted(*match.span()) and not passage.is_in_address(match.start()):
            right = _single(passage, match[0])
            if right != match[0]:
                start, end = match.span()
                fix = passage.fix(start, end, right, safe=match[0][0] == match[0][-1])
                yield passage.hit(*match.span(), fix, values={"right": right}, case="doubled")


def _single(passage: Passage, marks: str) -> str:
    """The one mark that was meant: of a comma and a stop, the stop."""
    mark = marks[-1]
    if mark in "?؟":
        return "؟" if passage.language == "ar" else "?"
    return _ARABIC.get(mark, mark) if passage.language == "ar" else mark


def _is_between_arabic(passage: Passage, at: int) -> bool:
    """Whether the nearest letters or figures on both sides are Arabic letters."""
    text = passage.words
    before = _LETTERS.findall(text, max(at - _NEAR, 0), at)
    after = _LETTERS.search(text, at + 1, at + 1 + _NEAR)
    if (
        not before
        or not _IS_ARABIC.match(before[-1])
        or _ENTITY.search(text, max(at - 9, 0), at + 1)
    ):
        return False
    if text[at + 1 : at + 2] in _ARABIC or text[at - 1 : at] in _ARABIC:
        return False  # written twice
    return after is None or _IS_ARABIC.match(after[0]) is not None


@text_rule("TYP-06", Severity.NOTE, profile=Profile.STRICT)
def dash(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A hyphen with spaces, or two hyphens, for a dash; more stops than an ellipsis has."""
    for match in _DASH.finditer(passage.words):
        if passage.is_quoted(*match.span()) or passage.is_in_address(match.start()):
            continue
        right = _DASHES.get(match[0][:2], "—" if passage.language == "en" else "–")
        start, end = match.span()
        fix = passage.fix(start, end, right, safe=True)
        yield passage.hit(*match.span(), fix, values={"right": right}, group="TYP-06")
