"""Where the words of some paragraphs went when they were edited across their borders.

Splitting, joining, dragging, cutting and pasting all move words between paragraphs. What stayed the
same, and where it stands now, decides which paragraph keeps which id and which marks go along.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from editor.desktop.differences import Difference, Hint, differences, touched_stretch

LEAST_MOVED = 2
"""The fewest letters that are recognised elsewhere: a single one could be any."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A stretch of words that an edit left as it was, in its row or in another.

    Attributes:
        moved: Whether it jumped over words that stayed, as dragged words do.
        outside: Whether it stands before or after all that was touched. Letters that stand inside
            it again may have been typed or pasted anew.
    """

    old_row: int
    old_start: int
    new_row: int
    new_start: int
    length: int
    moved: bool = False
    outside: bool = False


def align(old: Sequence[str], new: Sequence[str], hint: Hint | None = None) -> tuple[Kept, ...]:
    """The stretches of the old rows that stand in the new ones, in the order of the new ones.

    Args:
        old: The words of each row before.
        new: The words of each row after.
        hint: Where the change was, counted in the rows joined by single characters.
    """
    old_text, new_text = "\n".join(old), "\n".join(new)
    changes = differences(old_text, new_text, hint)
    touched = touched_stretch(old_text, new_text, hint)
    runs = [*_unchanged(changes, len(old_text), touched), *_moved(changes, old_text)]
    rows = _Rows(old_text, _starts(old), _starts(new))
    pieces = [piece for run in runs for piece in rows.split(run)]
    return tuple(sorted(pieces, key=lambda kept: (kept.new_row, kept.new_start)))


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch that stands in both texts, which are the rows joined."""

    old_start: int
    new_start: int
    length: int
    moved: bool = False
    outside: bool = False


def _unchanged(
    changes: tuple[Difference, ...], size: int, touched: tuple[int, int]
) -> Iterator[_Run]:
    """The runs between the changes, cut where the touched stretch begins and ends."""
    position, shift = 0, 0
    for change in (*changes, Difference(size, size, "")):
        cuts = [at for at in touched if position < at < change.start]
        for first, last in pairwise([position, *cuts, change.start]):
            outside = last <= touched[0] or first >= touched[1]
            yield _Run(first, first + shift, last - first, outside=outside)
        shift += len(change.words) - (change.end - change.start)
        position = change.end


def _moved(changes: tuple[Difference, ...], old_text: str) -> Iterator[_Run]:
    """Words that left one place and came in at another, row by row."""
    shift = 0
    for change in changes:
        position = change.start + shift
        shift += len(change.words) - (change.end - change.start)
        for line in change.words.split("\n"):
            found = _find(line, changes, old_text)
            if found is not None:
                yield _Run(found, position, len(line), moved=True)
            position += len(line) + 1


def _find(words: str, changes: tuple[Difference, ...], old_text: str) -> int | None:
    if len(words.strip()) < LEAST_MOVED:
        return None
    for change in changes:
        place = old_text.find(words, change.start, change.end)
        if place >= 0:
            return place
    return None


def _starts(rows: Sequence[str]) -> list[int]:
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row) + 1)
    return starts[:-1]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where the rows begin in the joined texts."""

    old_text: str
    old_starts: list[int]
    new_starts: list[int]

    def split(self, run: _Run) -> Iterator[Kept]:
        """A run cut where rows end; the breaks themselves belong to no row."""
        position = 0
        for line in self.old_text[run.old_start : run.old_start + run.length].split("\n"):
            if line:
                old_start, new_start = run.old_start + position, run.new_start + position
                old_row = bisect_right(self.old_starts, old_start) - 1
                new_row = bisect_right(self.new_starts, new_start) - 1
                yield Kept(
                    old_row,
                    old_start - self.old_starts[old_row],
                    new_row,
                    new_start - self.new_starts[new_row],
                    len(line),
                    run.moved,
                    run.outside,
                )
            position += len(line) + 1
