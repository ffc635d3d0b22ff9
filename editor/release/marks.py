"""Marked stretches of words, as the attributes of a text and as spans.

A mark is an attribute named after it, whose value says what it refers to. Where two spans of the
same mark overlap (a quotation inside a quotation), or touch and are equal, the later one takes a
further *layer*: an attribute of its own, named ``quotation.1``. So every set of spans can be kept,
and two people who mark the same words each change attributes and never the words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from editor.release.content import EMPTY, Mark, Span, Text
from editor.release.runs import Attributes, Runs, attributes_between, words_of

_GROWING = (Mark.EMPHASIS, Mark.STRONG)
"""Marks that go on when one types at their end; the others end where they end."""


@dataclass(frozen=True, slots=True)
class Layered:
    """A span with the attribute that keeps it."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Formatting:
    """Attributes to set on a stretch; None takes one off."""

    start: int
    end: int
    attributes: Attributes


def text_of(runs: Runs) -> Text:
    """Words and spans from the runs of a text."""
    if not runs:
        return EMPTY
    return Text(words_of(runs), tuple(sorted(layered.span for layered in layers_of(runs))))


def layers_of(runs: Runs) -> list[Layered]:
    """Every span with its attribute: the longest stretches over which its value is the same."""
    found: list[Layered] = []
    opened: dict[str, tuple[int, Any]] = {}
    at = 0
    for words, attributes in (*runs, ("", {})):
        for name, (start, value) in tuple(opened.items()):
            if attributes.get(name) != value:
                found += _layered(name, start, at, value)
                del opened[name]
        for name, value in attributes.items():
            opened.setdefault(name, (at, value))
        at += len(words)
    return found


def pieces(words: str, spans: Iterable[Span]) -> Iterator[tuple[str, Attributes]]:
    """New words cut where their attributes change."""
    layered = _laid_out(spans)
    cuts = {0, len(words)}
    cuts.update(edge for one in layered for edge in (one.span.start, one.span.end))
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        over = (one for one in layered if one.span.start <= start and end <= one.span.end)
        yield words[start:end], {one.name: _value(one.span) for one in over}


def inherited(runs: Runs, start: int, end: int) -> Attributes:
    """The attributes that new words take when they replace a stretch of a text.

    Where words are replaced, what marked all of them. Where words are only added, what marks both
    the character before and the one after; at the end of emphasis, the emphasis goes on.
    """
    if len(runs) < 2 and not (runs and runs[0][1]):
        return {}
    if start < end:
        replaced = attributes_between(runs, start, end)
        return {
            name: value
            for name, value in replaced[0].items()
            if all(other.get(name) == value for other in replaced)
        }
    around = attributes_between(runs, start - 1, start + 1)
    before, after = around[0], around[-1]
    if start == 0:
        before = {}
    elif start == sum(len(words) for words, _ in runs):
        after = {}
    return {
        name: value
        for name, value in before.items()
        if after.get(name) == value or _mark(name) in _GROWING
    }


def marking(runs: Runs, span: Span) -> list[Formatting]:
    """What to set so that a stretch bears a mark.

    It takes the place of equal marks in its stretch. A quotation that lies wholly inside another
    person's, or around one, is nested and leaves the other as it is.
    """
    there = [one for one in layers_of(runs) if one.span.mark is span.mark]
    if any(one.span == span or _continues(one.span, span) for one in there):
        return []
    nested = [one for one in there if _nests(one.span, span)]
    taken = {one.name for one in nested}
    name = next(name for name in _names(span.mark) if name not in taken)
    cleared = {one.name: None for one in there if one not in nested and _overlap(one.span, span)}
    return [Formatting(span.start, span.end, {**cleared, name: _value(span)})]


def unmarking(runs: Runs, start: int, end: int, mark: Mark) -> list[Formatting]:
    """What to set so that a stretch no longer bears a mark.

    Where the stretch holds spans of the mark, a span that lies around them stays.
    """
    chosen = Span(start, end, mark)
    there = [one for one in layers_of(runs) if one.span.mark is mark and _overlap(one.span, chosen)]
    if any(_holds(chosen, one.span) for one in there):
        there = [one for one in there if not _strictly_holds(one.span, chosen)]
    names: dict[str, None] = {one.name: None for one in there}
    return [Formatting(start, end, names)] if names else []


def revaluing(runs: Runs, mark: Mark, old: str, new: str) -> list[Formatting]:
    """What to set so that every span of a mark with one value refers to another."""
    changed = []
    for one in layers_of(runs):
        if one.span.mark is mark and one.span.value == old:
            span = Span(one.span.start, one.span.end, mark, new, one.span.unsure)
            changed.append(Formatting(span.start, span.end, {one.name: _value(span)}))
    return changed


def cut(text: Text, start: int, end: int) -> Text:
    """A stretch of a text with the spans in it, cut where they reach beyond."""
    return Text(
        text.words[start:end],
        tuple(
            Span(max(s.start, start) - start, min(s.end, end) - start, s.mark, s.value, s.unsure)
            for s in text.spans
            if s.start < end and start < s.end
        ),
    )


def _layered(name: str, start: int, end: int, value: Any) -> list[Layered]:  # noqa: ANN401  any JSON value
    mark = _mark(name)
    if mark is None or not isinstance(value, dict):
        return []  # a mark of a later version, kept in the record and not shown
    target = value.get("value")
    span = Span(
        start, end, mark, target if isinstance(target, str) else "", value.get("unsure") is True
    )
    return [Layered(span, name)]


def _mark(name: str) -> Mark | None:
    kind = name.partition(".")[0]
    return Mark(kind) if kind in Mark.__members__.values() else None


def _names(mark: Mark) -> Iterator[str]:
    yield mark.value
    layer = 0
    while True:
        layer += 1
        yield f"{mark.value}.{layer}"


def _value(span: Span) -> dict[str, Any]:
    return {"value": span.value, "unsure": True} if span.unsure else {"value": span.value}


def _laid_out(spans: Iterable[Span]) -> list[Layered]:
    laid: list[Layered] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end, s.mark, s.value, s.unsure)):
        taken = {
            one.name for one in laid if one.span.mark is span.mark and _collide(one.span, span)
        }
        name = next(name for name in _names(span.mark) if name not in taken)
        laid.append(Layered(span, name))
    return laid


def _collide(one: Span, other: Span) -> bool:
    """Whether two spans of a mark need an attribute each: they overlap, or would run together."""
    touching = one.end == other.start or other.end == one.start
    return _overlap(one, other) or (touching and _value(one) == _value(other))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _strictly_holds(outer: Span, inner: Span) -> bool:
    return _holds(outer, inner) and (outer.start, outer.end) != (inner.start, inner.end)


def _continues(one: Span, other: Span) -> bool:
    """Whether a span bears the same mark already, beyond the other."""
    return _strictly_holds(one, other) and one.value == other.value


def _nests(one: Span, other: Span) -> bool:
    if one.mark is not Mark.QUOTATION or one.value == other.value:
        return False
    return _strictly_holds(one, other) or _strictly_holds(other, one)
