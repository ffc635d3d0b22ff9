"""A row proves itself, and a payload is never more than it should be."""

import contextlib
import dataclasses
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.storage.rows import MOST_UPDATES, Checkpoint, Edits, moment, pack, unpack

UPDATES = st.lists(st.binary(max_size=400), max_size=20).map(tuple)


@given(UPDATES)
def test_what_is_packed_comes_back(updates: tuple[bytes, ...]) -> None:
    assert unpack(pack(updates)) == updates


@given(st.binary(max_size=300))
def test_bytes_that_are_no_payload_are_refused_or_read(payload: bytes) -> None:
    """Never anything but a tuple of updates or a ValueError."""
    with contextlib.suppress(ValueError):
        assert isinstance(unpack(payload), tuple)


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"\x02abc",
        b"\x01not deflated",
        b"\x00\x05abc",
        b"\x00" + b"\xff" * 10,
        b"\x01" + zlib.compress(bytes(40_000_000), 9),
        b"\x00" + b"\x00" * (MOST_UPDATES + 1),
    ],
    ids=["nothing", "kind", "deflate", "short", "length", "bomb", "many"],
)
def test_a_hostile_payload_is_refused(payload: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(payload)


def test_a_large_payload_is_deflated() -> None:
    assert len(pack([b"abc" * 1000])) < 100


EDITS = Edits.of(7, 1_700_000_000_000, "أمينة", [b"one", b"two"])
CHECKPOINT = Checkpoint.of(2, 7, 1_700_000_000_000, "sent", b"state")


def stored(row: Edits | Checkpoint) -> list[object]:
    return list(dataclasses.astuple(row))


def test_a_row_is_read_as_it_was_written() -> None:
    assert Edits.read(stored(EDITS)) == EDITS
    assert Checkpoint.read(stored(CHECKPOINT)) == CHECKPOINT
    assert EDITS.updates() == (b"one", b"two")
    assert CHECKPOINT.state() == (b"state",)


@pytest.mark.parametrize("column", range(6))
@pytest.mark.parametrize("row", [EDITS, CHECKPOINT], ids=["edits", "checkpoint"])
def test_a_change_in_any_column_is_found(row: Edits | Checkpoint, column: int) -> None:
    values = stored(row)
    match values[column]:
        case int(number):
            values[column] = number + 1
        case str(words):
            values[column] = words + "x"
        case bytes(data):
            values[column] = data[:-1] + bytes([data[-1] ^ 1])
    with pytest.raises(ValueError):
        type(row).read(values)


@pytest.mark.parametrize("column", range(6))
def test_a_value_of_another_type_is_found(column: int) -> None:
    values = stored(EDITS)
    values[column] = None
    with pytest.raises(ValueError):
        Edits.read(values)


def test_the_same_content_under_another_kind_proves_nothing() -> None:
    edits = Edits.of(1, 1, "", [b"x"])
    with pytest.raises(ValueError):
        Checkpoint.read((1, 1, 1, "", edits.payload, edits.hash))


def test_a_name_with_half_a_character_can_be_stored() -> None:
    """The system's user name may hold bytes that are no text."""
    edits = Edits.of(1, 1, "a\udcff", [b"x"])
    assert edits.author == "a?"


@pytest.mark.parametrize(("at", "year"), [(0, 1970), (-5, 1970), (2**62, 9999)])
def test_any_stored_time_is_a_moment(at: int, year: int) -> None:
    assert moment(at).year == year
