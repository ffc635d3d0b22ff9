"""Runs of one level, and the order in which a line is seen (rule L2 of UAX #9)."""

from itertools import groupby
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of one level: from `start` to before `end`, in code points."""

    start: int
    end: int
    level: int

    @property
    def is_rtl(self) -> bool:
        """Whether its characters are laid out from right to left."""
        return self.level % 2 == 1


def level_runs(of: bytes) -> tuple[Run, ...]:
    """The stretches of equal level in a sequence of levels, in logical order."""
    found = []
    start = 0
    for level, group in groupby(of):
        end = start + len(list(group))
        found.append(Run(start, end, level))
        start = end
    return tuple(found)


def visual_order(of: bytes) -> list[int]:
    """The indices of a line's characters in the order seen from left to right (rule L2).

    Args:
        of: The levels of the line.
    """
    line = list(level_runs(of))
    for level in range(max(of, default=0), 0, -1):
        line = _turned_from(line, level)
    order: list[int] = []
    for start, end, level in line:
        order.extend(range(end - 1, start - 1, -1) if level % 2 else range(start, end))
    return order


def _turned_from(line: list[Run], level: int) -> list[Run]:
    """The runs of a line, every stretch of them at this level or above turned round."""
    turned: list[Run] = []
    for high, group in groupby(line, key=lambda run: run.level >= level):
        stretch = list(group)
        turned.extend(reversed(stretch) if high else stretch)
    return turned
