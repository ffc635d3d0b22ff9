"""Which paragraph is which block after an edit: the id follows the words."""

import pytest

from editor.desktop.differences import Hint
from editor.desktop.reconcile import Row, reconcile

Rows = list[tuple[str | None, str]]
LEAD, BODY, END = "أكد الأمين العام", "وأشار إلى أن اللقاء", "وجمع الملتقى نخبة"


def ids(
    old: Rows,
    new: Rows,
    pasted: Rows = (),
    hint: Hint | None = None,  # type: ignore[assignment]
) -> list[str | None]:
    """The ids of all rows after an edit from the old rows to the new ones."""
    rows = [[Row(*row) for row in each] for each in (old, new, pasted)]
    reading = reconcile(rows[0], rows[1], rows[2], hint)
    last = reading.first + len(reading.old)
    return [
        *(row.id for row in rows[0][: reading.first]),
        *(row.id for row in reading.new),
        *(row.id for row in rows[0][last:]),
    ]


@pytest.mark.parametrize(
    ("what", "new", "expected"),
    [
        ("Enter in the middle", [("a", LEAD[:8]), (None, LEAD[8:]), ("b", BODY)], ["a", None, "b"]),
        ("Enter at the end", [("a", LEAD), (None, ""), ("b", BODY)], ["a", None, "b"]),
        ("Enter at the start", [("a", ""), (None, LEAD), ("b", BODY)], [None, "a", "b"]),
        ("paste at the start", [("a", END), (None, END + LEAD), ("b", BODY)], [None, "a", "b"]),
        ("join", [("a", LEAD + BODY)], ["a"]),
        ("a join that leaves only later words", [("a", BODY[3:])], ["b"]),
        ("both typed over", [("b", "ن")], ["a"]),
        ("the first removed", [("b", BODY)], ["b"]),
        ("an edit in each", [("a", LEAD + "،"), ("b", "ن" + BODY)], ["a", "b"]),
        ("labels lost", [(None, LEAD), (None, BODY)], ["a", "b"]),
        ("labels doubled", [("a", LEAD), ("a", BODY)], ["a", "b"]),
        ("an unknown label", [("a", LEAD), ("x", END), ("b", BODY)], ["a", None, "b"]),
    ],
)
def test_the_id_follows_the_words(what: str, new: Rows, expected: list[str | None]) -> None:
    assert ids([("a", LEAD), ("b", BODY)], new) == expected, what


def test_a_paragraph_that_was_cut_comes_back_under_its_id() -> None:
    assert ids(
        [("a", LEAD), ("b", BODY)],
        [("a", LEAD), ("b", END), (None, BODY)],
        pasted=[("c", END), (None, "")],
        hint=Hint(len(LEAD) + 1, 0, len(END) + 1),
    ) == ["a", "c", "b"]


def test_letters_that_are_pasted_anew_are_not_the_ones_that_stood_there() -> None:
    """The first letter of the paste is the one it took the place of: the id goes with the rest."""
    assert ids(
        [("a", "أ من النص القديم")],
        [("a", "أ"), (None, "بيان القديم")],
        hint=Hint(0, 9, 6),
    ) == [None, "a"]


def test_a_copy_of_a_paragraph_that_is_still_there_is_new() -> None:
    assert ids(
        [("a", LEAD), ("b", BODY)],
        [("a", LEAD), ("b", LEAD), (None, BODY)],
        pasted=[("a", LEAD), (None, "")],
        hint=Hint(len(LEAD) + 1, 0, len(LEAD) + 1),
    ) == ["a", None, "b"]


def test_of_equal_neighbours_the_dragged_one_is_known_by_what_was_dropped() -> None:
    assert ids(
        [("a", LEAD), ("b", LEAD), ("c", BODY)],
        [("a", LEAD), ("c", BODY), (None, LEAD)],
        pasted=[("b", LEAD)],
    ) == ["a", "c", "b"]


def test_where_words_went_is_told_row_by_row() -> None:
    reading = reconcile([Row("a", LEAD)], [Row("a", LEAD[:8]), Row(None, LEAD[8:])])
    assert [(kept.new_row, kept.old_start, kept.length) for kept in reading.kept] == [
        (0, 0, 8),
        (1, 8, len(LEAD) - 8),
    ]
