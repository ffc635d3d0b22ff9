"""Words with their places in the source, which stay known through cutting and joining."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from editor.release.source import Piece


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words, and the runs of the source they consist of.

    Attributes:
        words: The characters, as in the source but for the joints between lines.
        pieces: Where they stand in the source, in order; a joint is in none of them.
    """

    words: str = ""
    pieces: tuple[Piece, ...] = ()

    def cut(self, start: int, end: int | None = None) -> "Stretch":
        """The part between two offsets of its words, spaces at its ends left out."""
        end = len(self.words) if end is None else end
        while start < end and self.words[start].isspace():
            start += 1
        while end > start and self.words[end - 1].isspace():
            end -= 1
        pieces = tuple(
            Piece(
                max(piece.start, start) - start,
                piece.source_start + max(start - piece.start, 0),
                min(piece.start + piece.length, end) - max(piece.start, start),
            )
            for piece in self.pieces
            if piece.start < end and piece.start + piece.length > start
        )
        return Stretch(self.words[start:end], pieces)


def stretch(text: str, start: int, end: int) -> Stretch:
    """A run of the source as a stretch, spaces at its ends left out."""
    return Stretch(text[start:end], (Piece(0, start, end - start),)).cut(0)


def joined(stretches: Sequence[Stretch]) -> Stretch:
    """Stretches with a space between each two, or nothing after a hyphen that divides a word."""
    words, pieces, length = [stretches[0].words], list(stretches[0].pieces), len(stretches[0].words)
    for first, second in pairwise(stretches):
        joint = _joint(first, second)
        words += [joint, second.words]
        shift = length + len(joint)
        pieces += [Piece(p.start + shift, p.source_start, p.length) for p in second.pieces]
        length = shift + len(second.words)
    return Stretch("".join(words), tuple(pieces))


def _joint(first: Stretch, second: Stretch) -> str:
    """What stands in place of a line's end inside a paragraph."""
    divided = (
        len(first.words) > 1
        and first.words[-1] == "-"
        and first.words[-2].isalpha()
        and second.words[:1].islower()
    )
    return "" if divided else " "
