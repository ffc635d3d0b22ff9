"""From placed glyphs to lines of clusters, each cluster with the characters it stands for.

A cluster is what is drawn for one or more characters that belong together: a letter and its marks,
a ligature. Typst draws the glyphs of a run from left to right, whatever its direction, and the runs
of a line in logical order.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from editor.writing.mending.page import Glyph, Item

_FROM_THE_RIGHT = regex.compile(r"[\p{bc=R}\p{bc=AL}]")
_FROM_THE_LEFT = regex.compile(r"[\p{bc=L}\p{bc=EN}\p{bc=AN}]")
_NEAR = 0.02
"""In ems: two places nearer than this are the same."""
_SHRUNK = 0.3
"""In ems: a justified line may take so much from a space."""
_ONE_LINE = 0.6
"""In ems: baselines nearer than this are those of one line."""


@dataclass(slots=True, eq=False)
class Cluster:
    """What is drawn for some characters.

    Attributes:
        text: The characters, in logical order.
        glyphs: The glyphs, in the order of the stream.
        start: Where its leftmost base stands.
        end: Where the next cluster of its run begins.
        item: The piece of text its base is in.
    """

    text: str
    glyphs: list[Glyph]
    start: float
    end: float
    item: Item

    @property
    def is_blank(self) -> bool:
        """Whether it is a space, or nothing at all."""
        return not self.text.strip()


@dataclass(slots=True, eq=False)
class Line:
    """A printed line of a block.

    Attributes:
        page: The number of its page, from 0.
        items: The pieces of text it is printed by.
        clusters: What it shows, from left to right.
        text: Its characters in the order in which Typst sets runs: the logical one.
    """

    page: int
    items: list[Item]
    clusters: list[Cluster]
    text: str

    @property
    def baseline(self) -> float:
        """Where most of it stands."""
        heights = [glyph.y for cluster in self.clusters for glyph in cluster.glyphs if glyph.width]
        return max(heights, key=heights.count) if heights else self.clusters[0].glyphs[0].y


def lines(page: int, items: Iterable[Item], *, rtl: bool) -> Iterator[Line]:
    """The lines of a block on one page.

    Args:
        page: The number of the page.
        items: Its pieces of text in the order of the stream.
        rtl: The direction of the block, which decides for signs without letters.
    """
    own: list[Item] = []
    marks: list[Item] = []
    for item in items:
        if not any(glyph.width for glyph in item.glyphs):
            marks.append(item)
            continue
        first = item.glyphs[0]
        if own and not _on_one_line(own, item):
            stay = [mark for mark in marks if not _stands_on(mark.glyphs[0], first)]
            yield _line(page, own + stay, rtl=rtl)
            own, marks = [], [mark for mark in marks if mark not in stay]
        own += [*marks, item]
        marks = []
    if own or marks:
        yield _line(page, own + marks, rtl=rtl)


def _on_one_line(own: list[Item], item: Item) -> bool:
    base = next(glyph for piece in own for glyph in piece.glyphs if glyph.width)
    size = max(base.size, item.glyphs[0].size)
    return abs(base.y - item.glyphs[0].y) < _ONE_LINE * size and own[0].around == item.around


def _stands_on(mark: Glyph, base: Glyph) -> bool:
    return abs(mark.pen - base.x) < _NEAR * base.size and abs(mark.y - base.y) < base.size


def _line(page: int, items: list[Item], *, rtl: bool) -> Line:
    clusters: list[Cluster] = []
    words = []
    for leftward, run in _runs(items, rtl=rtl):
        found = _clusters(run, rtl=leftward)
        clusters += found
        words += [cluster.text for cluster in (reversed(found) if leftward else found)]
    _move_last_space(clusters)
    clusters.sort(key=lambda cluster: cluster.start)
    return Line(page, items, clusters, "".join(words))


def _move_last_space(clusters: list[Cluster]) -> None:
    """Put the space that ends a line beside its last letter: Typst draws it on top."""
    letters = [cluster.start for cluster in clusters if not cluster.is_blank]
    first = min(letters, default=0.0)
    for cluster in clusters:
        if cluster.is_blank and letters and abs(cluster.start - first) < _NEAR:
            cluster.end = cluster.start
            cluster.start -= cluster.glyphs[0].width


def _runs(items: list[Item], *, rtl: bool) -> Iterator[tuple[bool, list[tuple[Glyph, Item]]]]:
    """The glyphs of each run of the line, and whether it runs from right to left.

    A run is drawn by several items, from left to right, where its glyphs differ in height or font:
    the next run from the right would stand to the left. A sign without a letter to tell belongs to
    the run in a block from the right, and follows it in a block from the left.
    """
    run: list[tuple[Glyph, Item]] = []
    direction: bool | None = None
    for item in items:
        own = _direction(item, rtl=rtl)
        if run:
            last, first = run[-1][0], item.glyphs[0]
            end = last.x + last.width if last.width else last.pen
            joins = own is None or direction is None or own == direction
            near = _NEAR if last.text.strip() else _SHRUNK
            if not (joins and first.pen > end - near * last.size):
                yield bool(direction), run
                run, direction = [], None
        run += [(glyph, item) for glyph in item.glyphs]
        direction = own if direction is None else direction
    if run:
        yield bool(direction), run


def _direction(item: Item, *, rtl: bool) -> bool | None:
    """Whether an item runs from right to left; None if nothing of it says."""
    words = "".join(glyph.text for glyph in item.glyphs)
    if item.reversed or _FROM_THE_RIGHT.search(words):
        return True
    if _FROM_THE_LEFT.search(words):
        return False
    return None if rtl or not any(glyph.width for glyph in item.glyphs) else False


def _clusters(run: list[tuple[Glyph, Item]], *, rtl: bool) -> list[Cluster]:
    """The clusters of a run, from left to right.

    Marks have no advance; in a run from the right they are drawn before their base, in one from
    the left after it.
    """
    clusters: list[Cluster] = []
    waiting: list[Glyph] = []
    for glyph, item in run:
        last = clusters[-1] if clusters else None
        if not glyph.width:
            if last and (not rtl or glyph.span in _spans(last)):
                last.glyphs.append(glyph)
            else:
                waiting.append(glyph)
        elif last and not waiting and glyph.span and glyph.span in _spans(last):
            last.glyphs.append(glyph)
            last.end = glyph.x + glyph.width
        else:
            if last:
                last.end = _start(waiting, glyph)
            clusters.append(
                Cluster(_text([*waiting, glyph]), [*waiting, glyph], glyph.x, 0.0, item)
            )
            clusters[-1].end = glyph.x + glyph.width
            waiting = []
    if waiting and clusters:
        clusters[-1].glyphs += waiting
    elif waiting:
        clusters.append(Cluster(_text(waiting), waiting, waiting[0].pen, waiting[0].pen, run[0][1]))
    return clusters


def _start(waiting: list[Glyph], base: Glyph) -> float:
    return base.x if not waiting else min(base.x, max(waiting[0].pen, base.x - base.size))


def _spans(cluster: Cluster) -> set[int]:
    return {glyph.span for glyph in cluster.glyphs if glyph.span}


def _text(glyphs: list[Glyph]) -> str:
    """The characters of a cluster: every glyph of it stands for all of them, or for its own."""
    longest = max((glyph.text for glyph in glyphs), key=len)
    return longest if len(longest) > 1 else glyphs[-1].text
