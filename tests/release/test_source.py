"""A stretch of the record is found again in the text it was read from, or not at all."""

import pytest

from editor.release.source import Piece, Source

# "line one" + "\r\n" + "line two" joined by one space; the space itself is not in the source.
SOURCE = Source("line one\r\nline two", pieces={"b1": (Piece(0, 0, 8), Piece(9, 10, 8))})


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 4, (0, 4)),
        (5, 13, (5, 14)),
        (9, 13, (10, 14)),
        (13, 17, (14, 18)),
        (17, 17, (18, 18)),
        (0, 0, (0, 0)),
        (8, 8, (8, 8)),
        (8, 9, None),
        (8, 12, None),
        (16, 18, None),
    ],
)
def test_a_stretch_is_located(start: int, end: int, expected: tuple[int, int] | None) -> None:
    assert SOURCE.locate("b1", start, end) == expected


def test_a_text_that_was_not_read_stands_nowhere() -> None:
    assert SOURCE.locate("b2", 0, 1) is None
