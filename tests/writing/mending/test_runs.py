"""A proved line is cut into strings, in logical order, with marks for its readers."""

import pytest

from editor.writing.mending.lines import Cluster, Line
from editor.writing.mending.order import Words, prove
from editor.writing.mending.page import Glyph, Item, Section
from editor.writing.mending.runs import RLM, runs
from tests.writing.mending.test_order import shown


def cut(words: str, *, rtl: bool = True, gap_after: str = "", other_after: str = "") -> list[str]:
    """The strings of a line of these words, each in logical order, with R for a mark."""
    item = Item(Section("/Span", {}, 0, 0, 0), 0, 0, (), b"", 0, [], reversed=False)
    other = Item(Section("/Span", {}, 1, 0, 0, owner="other"), 0, 0, (), b"", 0, [], reversed=False)
    clusters = []
    x, own = 0.0, item
    for letter in shown(words):
        glyph = Glyph(x, 0, x, 1, "/f0", 10, 5, letter, 0)
        clusters.append(Cluster(letter, [glyph], x, x + 5, own))
        x += 30 if letter == gap_after else 5
        own = other if letter == other_after else own
    line = Line(0, [item], clusters, words)
    (source,) = Words([words]).sources(words)
    (places,) = prove([(words, [c.text for c in clusters])], source, "rtl")
    assert places is not None
    return [
        "".join(c.text if isinstance(c, Cluster) else c.replace(RLM, "R") for c in run.clusters)
        for run in runs(line, places, rtl=rtl)
    ]


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (["أب جد"], "أب جد"),
        (["في ", "R15", " نوفمبر"], "في 15 نوفمبر"),
        (["نعم،R لا.R"], "نعم، لا."),
        (["مَR.R"], "مَ."),
        (["أ ", "R-", " ب"], "أ - ب"),
        (["أ ", "R12", "%", " ب"], "أ 12% ب"),
        (["قالَR"], "قالَ"),
        (["OIC"], "OIC"),
    ],
)
def test_strings_follow_each_other_as_they_are_said(expected: list[str], words: str) -> None:
    assert cut(words) == expected


def test_a_block_from_the_left_gets_no_marks() -> None:
    assert cut("في 15 م.", rtl=False) == ["في ", "15", " م."]


def test_what_stands_apart_is_a_string_of_its_own() -> None:
    assert cut("أب جد", gap_after="ج") == ["أب ", "جد"]


def test_what_belongs_elsewhere_in_the_structure_is_a_string_of_its_own() -> None:
    assert cut("أبجد", other_after="ج") == ["أب", "جد"]
