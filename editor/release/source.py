"""The text that a release was read from, and where each of its words stood in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that stands in a record text and in the source alike.

    Attributes:
        start: Where it begins in the record's text, in code points.
        source_start: Where it begins in the source, in code points.
        length: How many code points it has in both.
    """

    start: int
    source_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded source text with the place of every record text in it.

    Attributes:
        text: The source as it was decoded, line endings untouched.
        encoding: The codec it was decoded with, which a writer of the same text should use.
        pieces: For each *where* (a field name or a block id), its pieces in order.
    """

    text: str
    encoding: str = "utf-8"
    pieces: Mapping[str, tuple[Piece, ...]] = field(default_factory=dict)

    def locate(self, where: str, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch of a record text stands in the source, or None if it does not.

        An empty stretch stands before its character, or after the last one at the end of a piece.
        """
        pieces = self.pieces.get(where, ())
        first = _place(pieces, start, empty=start == end)
        if first is None or start == end:
            return None if first is None else (first, first)
        last = _place(pieces, end - 1, empty=False)
        return None if last is None else (first, last + 1)


def _place(pieces: tuple[Piece, ...], offset: int, *, empty: bool) -> int | None:
    for piece in reversed(pieces):
        if offset >= piece.start:
            within = offset - piece.start
            stands = within < piece.length or (empty and within == piece.length)
            return piece.source_start + within if stands else None
    return None
