"""Controls of direction that nobody sees (UNI-01), by the pairing of UAX #9, BD8 to BD13.

An override turns letters round and is always wrong in a release. An embedding or an isolate that
has both its ends is a way to set a number or a name of the other script, and is let be.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from editor.checks.findings import Edit, Fix, Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, text_rule
from editor.text.characters import (
    DIRECTION_CONTROLS,
    DIRECTION_MARKS,
    EMBEDDINGS,
    ISOLATES,
    LEFT_TO_RIGHT_MARK,
    OVERRIDES,
    POP_EMBEDDING,
    POP_ISOLATE,
    code_point,
    seen_after,
    seen_before,
)

_CONTROL = regex.compile(f"[{''.join(sorted(DIRECTION_CONTROLS))}\n]")
_OPENING = EMBEDDINGS | OVERRIDES | ISOLATES


@dataclass(frozen=True, slots=True)
class _Pair:
    """A control and the one that ends it; None for either where it is missing."""

    opening: int | None
    closing: int | None


@text_rule("UNI-01", Severity.ERROR)
def direction_control(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """An override, a control without its partner, or a mark that changes nothing."""
    for pair in _pairs(passage.words):
        ends = [at for at in (pair.opening, pair.closing) if at is not None]
        is_override = passage.words[ends[0]] in OVERRIDES
        if is_override or len(ends) == 1:
            yield _hit(passage, ends, "message" if is_override else "unpaired", None)
    for match in _CONTROL.finditer(passage.words):
        if match[0] in DIRECTION_MARKS and _is_surplus(passage.words, match.start()):
            yield _hit(passage, [match.start()], "surplus", Severity.NOTE)


def _hit(passage: Passage, places: list[int], case: str, severity: Severity | None) -> Hit:
    edits = tuple(Edit(passage.where, at, at + 1, "") for at in places)
    fix = Fix(edits, safe=True, key="UNI-01.fix")
    values = {"name": code_point(passage.words[places[0]])}
    return passage.hit(places[0], places[0] + 1, fix, values=values, severity=severity, case=case)


def _pairs(text: str) -> Iterator[_Pair]:
    """Every control that opens or closes, with its partner in the same paragraph."""
    waiting: list[int] = []
    isolates = 0
    for match in _CONTROL.finditer(text):
        at, control = match.start(), match[0]
        if control in _OPENING:
            waiting.append(at)
            isolates += control in ISOLATES
        elif control == POP_EMBEDDING:
            # Within an isolate, only what opened there can be closed.
            paired = bool(waiting) and text[waiting[-1]] not in ISOLATES
            yield _Pair(waiting.pop() if paired else None, at)
        elif control == POP_ISOLATE and isolates:
            while text[waiting[-1]] not in ISOLATES:
                yield _Pair(waiting.pop(), None)
            isolates -= 1
            yield _Pair(waiting.pop(), at)
        elif control == POP_ISOLATE:
            yield _Pair(None, at)
        elif control == "\n":
            yield from (_Pair(opening, None) for opening in waiting)
            waiting, isolates = [], 0
    yield from (_Pair(opening, None) for opening in waiting)


def _is_surplus(text: str, at: int) -> bool:
    """Whether a mark doubles the one before it, or stands between letters of its own direction."""
    if text[at - 1 : at] == text[at] and at > 0:
        return True
    own = {"L"} if text[at] == LEFT_TO_RIGHT_MARK else {"R", "AL"}
    before, after = seen_before(text, at), seen_after(text, at)
    return _direction(before) in own and _direction(after) in own


def _direction(character: str) -> str:
    return unicodedata.bidirectional(character) if character else ""
