"""A proved line as runs: what is written as one string, in logical order."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from editor.writing.mending.lines import Cluster, Line
from editor.writing.mending.order import Place

RLM: Final = "\u200f"
_GAP = 1.0
"""In ems: what stands farther apart is not one string."""
_STOP = regex.compile(r"[،؛؟!:.,]")
_SIGN = regex.compile(r"[\p{bc=ES}\p{bc=ET}]+")
_SPACE_AND_MARK = regex.compile(r"\p{M}\s*\Z")


@dataclass(slots=True, eq=False)
class Run:
    """Clusters that are written as one string.

    Attributes:
        rtl: Whether it runs from right to left.
        clusters: Its clusters in logical order; RLM for a mark that tells readers the direction.
    """

    rtl: bool
    clusters: list[Cluster | str]

    @property
    def first(self) -> Cluster:
        """The first cluster, which says how all of it is drawn."""
        return next(cluster for cluster in self.clusters if isinstance(cluster, Cluster))


def runs(line: Line, places: Sequence[Place], *, rtl: bool) -> list[Run]:
    """The runs of a line in logical order.

    Args:
        line: The line.
        places: The place of each of its clusters; those with a negative position are left out.
        rtl: The direction of its block: lines from the right get marks for the readers.
    """
    kept = [
        (place, cluster)
        for place, cluster in zip(places, line.clusters, strict=True)
        if place.position >= 0
    ]
    kept.sort(key=lambda pair: pair[0].position)
    found: list[Run] = []
    last = (-1, False)
    for place, cluster in kept:
        run_rtl = place.level % 2 == 1 and not (rtl and _SIGN.fullmatch(cluster.text))
        look = (place.level, run_rtl)
        if found and last == look and _joins(found[-1].clusters[-1], cluster):
            found[-1].clusters.append(cluster)
        else:
            found.append(Run(run_rtl, [cluster]))
        last = look
    return _marked(found) if rtl else found


def _joins(last: Cluster | str, cluster: Cluster) -> bool:
    """Whether a cluster is drawn as the one before it is, and beside it."""
    if isinstance(last, str):
        return False
    gap = max(last.start, cluster.start) - min(last.end, cluster.end)
    if gap >= _GAP * cluster.glyphs[0].size or last.glyphs[0].face != cluster.glyphs[0].face:
        return False
    return last.item is cluster.item or last.item.look == cluster.item.look


def _marked(found: list[Run]) -> list[Run]:
    """The runs of a line from the right, with marks that tell readers so.

    Each mark mends what a reader was seen to do without it: poppler puts the space before a number
    behind it, and one after a stop before it; PDFium changes a stop with a vowel mark before it;
    MuPDF takes spaces and vowel marks that begin a string for the end of the line before. The marks
    have no ink. They are copied with the text and mean nothing to who pastes it.
    """
    if not any(run.rtl for run in found):
        return found
    after_latin = False
    for run in found:
        if run.rtl:
            run.clusters = _with_marks(run.clusters)
        elif not after_latin:
            run.clusters.insert(0, RLM)
        after_latin = not run.rtl
    return found


def _with_marks(clusters: Sequence[Cluster | str]) -> list[Cluster | str]:
    """The clusters of a run from the right, with marks at its stops and at its end."""
    row: list[Cluster | str] = []
    text = ""
    for cluster in clusters:
        words = cluster if isinstance(cluster, str) else cluster.text
        stops = _STOP.fullmatch(words)
        if stops and unicodedata.combining(text[-1:] or " "):
            row.append(RLM)
        row.append(cluster)
        if stops:
            row.append(RLM)
        text = text[-8:] + words
    if _SPACE_AND_MARK.search(text):
        row.append(RLM)
    return row
