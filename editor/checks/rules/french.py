"""The spaces of French: before high marks and inside guillemets (TYP-09).

Source: Lexique des règles typographiques en usage à l'Imprimerie nationale: a no-break space before
the colon and inside guillemets, a narrow one before ; ! and ?. In Canada these three have none, so
they are looked at only in a release that has a space before one of them.
"""

from collections.abc import Iterator

import regex

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, document_rule
from editor.text.characters import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE

_MARK = regex.compile(r"[;:!?»]|«")
_SPACED = regex.compile(r"[\w»”)\]%€][\s\u00a0\u202f][;!?]")
_OF_WORD = regex.compile(r"[\p{L}\p{N}\p{M})\]”\"’%€$.…]")
_BREAKING = " "


@document_rule("TYP-09", Severity.WARNING, ("fr",), {"breaking": False})
def french_spaces(document: Document, settings: Settings) -> Iterator[Hit]:
    """A high mark that touches its word, a guillemet that touches the words inside.

    Setting `breaking`: whether an ordinary space, at which the line may break, is reported too.
    """
    has_spaces = any(_SPACED.search(passage.words) for passage in document.passages)
    for passage in document.passages:
        for match in _MARK.finditer(passage.words):
            if match[0] in ";!?" and not has_spaces:
                continue
            yield from _looked_at(passage, match.start(), breaking=settings.flag("breaking"))


def _looked_at(passage: Passage, at: int, *, breaking: bool) -> Iterator[Hit]:
    text, mark = passage.words, passage.words[at]
    space = NARROW_NO_BREAK_SPACE if mark in ";!?" else NO_BREAK_SPACE
    opens = mark == "«"
    place = at + 1 if opens else at
    beside = text[place : place + 1] if opens else text[max(place - 1, 0) : place]
    values = {"mark": mark}
    if beside == _BREAKING:
        start = place if opens else place - 1
        if breaking and start > 0 and text[start - 1] != _BREAKING:
            fix = passage.fix(start, start + 1, space, safe=True, key="TYP-09.fix")
            yield passage.hit(start, start + 1, fix, values=values, case="breaking")
    elif _OF_WORD.match(beside) and not _is_other(passage, at):
        fix = passage.fix(place, place, space, safe=True, key="TYP-09.fix")
        yield passage.hit(at, at + 1, fix, values=values)


def _is_other(passage: Passage, at: int) -> bool:
    """Whether a mark is no punctuation: in an address, a time, an entity, a face."""
    text = passage.words
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in "«»":
        return False
    if passage.is_in_address(at):
        return True
    if text[at] == ":" and (after.isdigit() or after in {"/", ")", "(", "-"}):
        return True
    return before in "!?.…" or (text[at] == ";" and "&" in text[max(at - 8, 0) : at])
