"""Which paragraph on the screen is which block of the record, after any edit at all.

Qt's own per-block data moves in ways of its own (Enter at the start of a paragraph leaves it on
the empty one, and a join may keep either), so it is a hint. The id follows the words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from editor.desktop.alignment import Kept, align
from editor.desktop.differences import Hint


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph on the screen.

    Attributes:
        id: The block's id; for a row just read, what Qt's data hints at; None if it has none.
        words: Its words as shown.
    """

    id: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows that an edit changed, and what became of their words.

    Attributes:
        first: The place of the first of them.
        old: As they were.
        new: As they are, each with its right id, or None where a new block is needed.
        kept: The words that are still there, by row within `old` and `new`.
    """

    first: int
    old: tuple[Row, ...]
    new: tuple[Row, ...]
    kept: tuple[Kept, ...]


def reconcile(
    old: Sequence[Row],
    new: Sequence[Row],
    pasted: Sequence[Row] = (),
    hint: Hint | None = None,
) -> Reading:
    """Read an edit of any size from the rows before and after it.

    Args:
        old: All rows as they were, with their ids.
        new: All rows as they are, with the hints of Qt's data.
        pasted: Whole paragraphs that the edit pasted or dropped: they come back under their own
            ids, unless those are on the screen already.
        hint: Where the change was, in the rows joined by single characters.
    """
    first, last = _unchanged_rows(old, new, hint)
    before, after = tuple(old[first : len(old) - last]), list(new[first : len(new) - last])
    offset = sum(len(row.words) + 1 for row in old[:first])
    kept = align(
        [row.words for row in before],
        [row.words for row in after],
        Hint(hint.start - offset, hint.removed, hint.added) if hint else None,
    )
    elsewhere = {row.id for row in (*old[:first], *old[len(old) - last :])}
    ids = _Assignment(before, after, kept).ids(pasted, elsewhere)
    rows = tuple(Row(block, row.words) for block, row in zip(ids, after, strict=True))
    return Reading(first, before, rows, kept)


def _unchanged_rows(old: Sequence[Row], new: Sequence[Row], hint: Hint | None) -> tuple[int, int]:
    """How many rows at the top and at the bottom are as they were.

    A row that the change touches counts as changed even if it says the same again.
    """
    most = min(len(old), len(new))
    above = below = most
    if hint is not None:
        above = _row_at(new, hint.start)
        below = len(new) - 1 - _row_at(new, hint.start + hint.added)
    first = 0
    while first < min(above, most) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(below, most - first) and old[-1 - last] == new[-1 - last]:
        last += 1
    return first, last


def _row_at(rows: Sequence[Row], place: int) -> int:
    """The row of a place in the rows joined by single characters."""
    for number, row in enumerate(rows):
        if place <= len(row.words):
            return number
        place -= len(row.words) + 1
    return len(rows) - 1


class _Assignment:
    """Gives the changed rows their ids, by the hints first and by the words where they differ."""

    def __init__(self, old: Sequence[Row], new: Sequence[Row], kept: Sequence[Kept]) -> None:
        self._old, self._new = old, new
        self._places: dict[str | None, list[int]] = {}
        for piece in kept:  # in the order of the new rows
            words = old[piece.old_row].words[piece.old_start : piece.old_start + piece.length]
            if piece.outside and words.strip():
                self._places.setdefault(old[piece.old_row].id, []).append(piece.new_row)
        self._ids: list[str | None] = [None] * len(new)

    def ids(self, pasted: Sequence[Row], elsewhere: set[str | None]) -> list[str | None]:
        self._take_pasted(pasted, elsewhere)
        self._take_hints()
        self._follow_words()
        self._keep_rows()
        self._prefer_the_first()
        return self._ids

    def _take_pasted(self, pasted: Sequence[Row], elsewhere: set[str | None]) -> None:
        """Whole pasted paragraphs, unless their id still stands where it stood."""
        hinted = {row.id: row.words for row in self._new}
        was = {row.id: row.words for row in self._old}
        place = 0
        for row in pasted:
            still_there = row.id in elsewhere or (
                row.id in hinted and row.id in was and hinted[row.id] == was[row.id] != ""
            )
            if row.id is None or still_there or row.id in self._ids:
                continue
            for candidate in range(place, len(self._new)):
                found = self._new[candidate]
                if found.words == row.words and found.id in {None, row.id, *was}:
                    self._ids[candidate] = row.id
                    place = candidate + 1
                    break

    def _take_hints(self) -> None:
        """A hint holds unless words of the block that nobody typed anew stand elsewhere."""
        known = {row.id for row in self._old} - {None}
        for place, row in enumerate(self._new):
            if row.id not in known or row.id in self._ids or self._ids[place] is not None:
                continue
            if place in self._places.get(row.id, [place]):
                self._ids[place] = row.id

    def _follow_words(self) -> None:
        """Blocks still without a row go to the first free row that holds words of theirs.

        A row held by a block of which nothing is left anywhere gives way to them.
        """
        for row in self._old:
            if row.id is None or row.id in self._ids:
                continue
            for place in self._rows_with(row.id):
                holder = self._ids[place]
                if holder is None or (
                    not self._rows_with(holder) and any(old.id == holder for old in self._old)
                ):
                    self._ids[place] = row.id
                    break

    def _keep_rows(self) -> None:
        """A paragraph stays where its row is, or one that says the same."""
        for row in self._old:
            if row.id is None or row.id in self._ids:
                continue
            for place, found in enumerate(self._new):
                alike = found.id == row.id or found.words == row.words
                if alike and self._ids[place] is None:
                    self._ids[place] = row.id
                    break

    def _prefer_the_first(self) -> None:
        """Several paragraphs typed over at once leave the first of them, not the last."""
        order = [row.id for row in self._old]
        for place, block in enumerate(self._ids):
            if block is None or block not in order or self._rows_with(block):
                continue
            first = order.index(block)
            if self._old[first].words == self._new[place].words:
                continue
            while (
                first
                and order[first - 1] not in self._ids
                and not self._rows_with(order[first - 1])
            ):
                first -= 1
            self._ids[place] = order[first]

    def _rows_with(self, block: str | None) -> list[int]:
        """The rows that hold words of a block which were there before, and not typed again."""
        return self._places.get(block, [])
