"""The logical order of printed lines, proved from our own words.

What is printed is known: the words of the document. They are laid out by UAX #9, line by line, and
have to give exactly what each line shows from left to right. A line that does not agree is not
proved, and nobody guesses.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from editor.text.bidi import levels, line_levels, visual_order

_UNSEEN = regex.compile(r"[\p{Cf}\p{Cc}\u034f--[\u0600-\u0605\u06dd\u070f\u08e2]]", regex.VERSION1)
_LOOSE = regex.compile(r"[\p{M}\p{Z}\p{Cf}\p{Cc}]")
_LETTER = regex.compile(r"\p{L}")
Base = Literal["rtl", "ltr"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cluster stands in the logical order.

    Attributes:
        position: The place of its first character in the words of the block.
        level: Its embedding level.
    """

    position: int
    level: int


def seen(text: str) -> str:
    """A text without the characters that nothing is drawn for."""
    return text if text.isalnum() else str(_UNSEEN.sub("", text))


class Words:
    """All that may be printed in a document, piece by piece."""

    def __init__(self, pieces: Iterable[str]) -> None:
        alike: dict[str, list[str]] = {}
        for piece in dict.fromkeys(pieces):
            alike.setdefault(str(_LOOSE.sub("", piece)), []).append(piece)
        self._pieces: dict[str, dict[str, list[str]]] = {}
        for bare in sorted(filter(None, alike), key=len, reverse=True):
            self._pieces.setdefault(bare[0], {})[bare] = alike[bare]

    def sources(self, printed: str) -> Iterator[str]:
        """What the words of a block may have been before they were printed.

        Pieces of ours stand in the place of what is printed of them, with the directional controls
        and line ends that print does not show. Between them only numbers, spaces and signs may
        stand: there is nothing where a letter is in none of our pieces. Pieces that differ only in
        what is not printed are tried in turn.

        Args:
            printed: The characters of the block's lines, in logical order.
        """
        bare = _LOOSE.sub("", printed)
        places = [place for place, letter in enumerate(printed) if not _LOOSE.match(letter)]
        found: list[tuple[int, int, list[str]]] = []
        at = 0
        while at < len(bare):
            size, alike = self._alike(bare, at)
            if size:
                found.append((places[at], places[at + size - 1] + 1, alike))
            elif _LETTER.match(bare[at]):
                return
            at += size or 1
        for turn in range(max((len(alike) for _, _, alike in found), default=1)):
            yield _joined(printed, [(a, b, c[turn % len(c)]) for a, b, c in found])

    def _alike(self, bare: str, at: int) -> tuple[int, list[str]]:
        """The length of the longest piece that stands at a place, and all pieces printed so."""
        for words, alike in self._pieces.get(bare[at], {}).items():
            if bare.startswith(words, at):
                return len(words), alike
        return 0, []


def _joined(printed: str, found: list[tuple[int, int, str]]) -> str:
    """What is printed, with our pieces in the place of stretches of it."""
    words: list[str] = []
    done = 0
    for start, end, piece in found:
        words += (_edge(printed[done:start]), piece.strip())
        done = end
    return "".join([*words, _edge(printed[done:])])


def _edge(between: str) -> str:
    """What stands between two pieces, without marks of the piece before it."""
    return str(regex.sub(r"^\p{M}+", "", between))


def prove(
    lines: Sequence[tuple[str, Sequence[str]]], source: str, base: Base
) -> Iterator[list[Place] | None]:
    """The place of each cluster of each line; None for a line that is not proved.

    Args:
        lines: For each line its characters in any order, and what its clusters show from left to
            right.
        source: The words of the block.
        base: The direction of the block.
    """
    own_levels = levels(source, base)
    start = 0
    for text, shown in lines:
        end = _line_end(source, start, len(_LOOSE.sub("", text)))
        words = source[start:end]
        yield _places(shown, words, line_levels(words, own_levels[start:end], base), start)
        start = end


def _line_end(source: str, start: int, letters: int) -> int:
    """Where a line of so many letters and signs ends, with the spaces and marks after it."""
    end = start
    while end < len(source):
        if not _LOOSE.match(source[end]):
            if not letters:
                break
            letters -= 1
        end += 1
    return end


def _places(shown: Sequence[str], words: str, of: bytes, start: int) -> list[Place] | None:
    """Hold what is seen of a line against what UAX #9 makes of its words."""
    unseen = {found.start() for found in _UNSEEN.finditer(words)}
    order = [at for at in visual_order(of) if at not in unseen]
    places: list[Place] = []
    done = 0
    for text in shown:
        letters = seen(text)
        if not letters.strip():
            if done < len(order) and words[order[done]].isspace():
                places.append(Place(start + order[done], of[order[done]]))
                done += 1
            else:
                places.append(Place(-1, 0))
            continue
        while done < len(order) and words[order[done]].isspace() and not places:
            done += 1
        own = order[done : done + len(letters)]
        rtl = bool(own) and of[own[0]] % 2 == 1
        if "".join(words[at] for at in (reversed(own) if rtl else own)) != letters:
            return None
        places.append(Place(start + min(own), of[own[0]]))
        done += len(letters)
    return places if all(words[at].isspace() for at in order[done:]) else None
