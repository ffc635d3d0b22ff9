"""A figure and how it is printed."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement beside its peer, both taken in the same run on the same machine.

    Attributes:
        name: What was measured.
        ours: Seconds.
        peer: What it is compared with, in words.
        theirs: Seconds; None where the aim is a time of its own.
        most: The ratio, or the seconds, that it should not exceed.
    """

    name: str
    ours: float
    peer: str
    theirs: float | None
    most: float

    @property
    def measured(self) -> float:
        """The ratio to the peer, or the seconds."""
        return self.ours / self.theirs if self.theirs else self.ours

    def row(self) -> tuple[str, ...]:
        """Its cells in the table."""
        if self.theirs is None:
            return (self.name, seconds(self.ours), self.peer, "", "", f"≤ {seconds(self.most)}")
        ratio = f"{self.measured:.2f}"
        return (
            self.name,
            seconds(self.ours),
            self.peer,
            seconds(self.theirs),
            ratio,
            f"≤ {self.most:.2f}",
        )


def seconds(value: float) -> str:
    """A duration in the unit that suits it."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if value >= size:
            return f"{value / size:.2f} {unit}"
    return f"{value / 1e-6:.1f} µs"


def median(action: Callable[[], object], times: int) -> float:
    """The median time of an action, in seconds, after one run to warm up."""
    action()
    samples = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        samples.append(time.perf_counter() - start)
    return statistics.median(samples)


def print_table(figures: Sequence[Figure]) -> None:
    """Print all figures, each with a word on whether it met its aim."""
    header = ("figure", "ours", "peer", "theirs", "ratio", "aim", "")
    rows = [header]
    rows += [(*figure.row(), verdict(figure)) for figure in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))


def verdict(figure: Figure) -> str:
    """Whether a figure met its aim in this run."""
    return "met" if figure.measured <= figure.most else "missed"
