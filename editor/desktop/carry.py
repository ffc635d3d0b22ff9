"""The edits that bring a changed paragraph into the record, with the marks its words carry.

Words that come from another paragraph or from the clipboard bring their own marks along. Words that
were typed take the marks around them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editor.desktop.alignment import Kept
from editor.desktop.reconcile import Reading
from editor.release.content import Span, Text


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement in the record's words of one block.

    Attributes:
        start: The first code point replaced.
        end: One past the last.
        words: What takes its place.
        spans: Its marks, counted from its start; None to take those around it.
    """

    start: int
    end: int
    words: str
    spans: tuple[Span, ...] | None


def row_edits(
    reading: Reading, place: int, texts: Sequence[Text], donors: Sequence[Text]
) -> Iterator[Edit]:
    """The edits of a row that keeps its block, the last first.

    Args:
        reading: What became of the words.
        place: The row, within `reading.new`.
        texts: The record's text of each of `reading.old`.
        donors: Texts that were pasted or dropped.
    """
    row = reading.new[place]
    own = next(at for at, old in enumerate(reading.old) if old.id == row.id)
    stays = [
        kept
        for kept in reading.kept
        if kept.new_row == place and kept.old_row == own and not kept.moved
    ]
    old_end, new_end = len(reading.old[own].words), len(row.words)
    for kept in reversed(stays):
        yield from _gap(
            reading,
            place,
            texts,
            donors,
            (kept.old_start + kept.length, old_end, kept.new_start + kept.length, new_end),
        )
        old_end, new_end = kept.old_start, kept.new_start
    yield from _gap(reading, place, texts, donors, (0, old_end, 0, new_end))


def row_text(reading: Reading, place: int, texts: Sequence[Text], donors: Sequence[Text]) -> Text:
    """The whole text of a row that needs a block of its own."""
    words = reading.new[place].words
    spans = carried_spans(reading, place, texts, 0, len(words))
    return Text(words, spans or donated_spans(words, donors) or ())


def carried_spans(
    reading: Reading, place: int, texts: Sequence[Text], start: int, end: int
) -> tuple[Span, ...] | None:
    """The marks on a stretch whose words came from elsewhere; None if none of them did."""
    pieces = [
        kept
        for kept in reading.kept
        if kept.new_row == place and kept.new_start < end and kept.new_start + kept.length > start
    ]
    if not pieces:
        return None
    found = [span for kept in pieces for span in _shifted(texts[kept.old_row], kept, start, end)]
    return _joined(found)


def donated_spans(words: str, donors: Sequence[Text]) -> tuple[Span, ...] | None:
    """The marks of pasted words; None if none of the words were pasted."""
    found: list[Span] = []
    came = False
    for donor in donors:
        place = words.find(donor.words) if donor.words else -1
        if place >= 0:
            came = True
            found += [
                replace(span, start=span.start + place, end=span.end + place)
                for span in donor.spans
            ]
    return _joined(found) if came else None


def _gap(
    reading: Reading,
    place: int,
    texts: Sequence[Text],
    donors: Sequence[Text],
    gap: tuple[int, int, int, int],
) -> Iterator[Edit]:
    old_start, old_end, start, end = gap
    if old_start == old_end and start == end:
        return
    words = reading.new[place].words[start:end]
    spans = carried_spans(reading, place, texts, start, end)
    if spans is None:
        spans = donated_spans(words, donors)
    yield Edit(old_start, old_end, words, spans)


def _shifted(text: Text, kept: Kept, start: int, end: int) -> Iterator[Span]:
    """The spans of an old text over a kept stretch, counted from the start of a new stretch."""
    first = max(kept.old_start, kept.old_start + start - kept.new_start)
    last = min(kept.old_start + kept.length, kept.old_start + end - kept.new_start)
    shift = kept.new_start - kept.old_start - start
    for span in text.spans:
        if span.start < last and span.end > first:
            yield replace(
                span, start=max(span.start, first) + shift, end=min(span.end, last) + shift
            )


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Spans with those made one that touch and are marked alike."""
    joined: list[Span] = []
    for span in sorted(spans):
        alike = next(
            (
                at
                for at, one in enumerate(joined)
                if one.end == span.start
                and (one.mark, one.value, one.unsure) == (span.mark, span.value, span.unsure)
            ),
            None,
        )
        if alike is None:
            joined.append(span)
        else:
            joined[alike] = replace(joined[alike], end=span.end)
    return tuple(joined)
