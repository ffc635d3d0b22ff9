from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.release.order import between


@settings(max_examples=50)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=60))
def test_a_key_fits_into_every_gap(places: Sequence[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        around = (keys[at - 1] if at else None, keys[at] if at < len(keys) else None)
        key = between(*around)
        assert key is not None
        keys.insert(at, key)
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("at_end", [True, False])
def test_keys_at_an_end_stay_short(*, at_end: bool) -> None:
    key: str | None = None
    for _ in range(3000):
        key = between(key, None) if at_end else between(None, key)
        assert key is not None
    assert len(key or "") <= 6


@pytest.mark.parametrize("rises", [True, False])
def test_keys_in_one_place_grow_slowly(*, rises: bool) -> None:
    start, end = between(None, None), None
    end = between(start, None)
    for _ in range(200):
        key = between(start, end)
        start, end = (key, end) if rises else (start, key)
    assert len(key or "") < 60


def test_two_people_draw_different_keys_for_the_same_place() -> None:
    start = between(None, None)
    end = between(start, None)
    assert len({between(start, end) for _ in range(200)}) == 200
    assert len({between(end, None) for _ in range(50)}) > 45


@pytest.mark.parametrize(
    ("before", "after"),
    [("V", "V"), ("W", "V"), ("V", "V0"), ("V", "V00"), (None, ""), (None, "0"), ("", "")],
)
def test_nothing_fits_where_keys_tie_or_break_the_rules(
    before: str | None, after: str | None
) -> None:
    assert between(before, after) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [("zzzzzz", None), ("zzzzzzzzzz", None), (None, "000001"), (None, "0000000001"), ("é", None)],
)
def test_a_key_is_found_at_the_very_ends_and_beside_foreign_ones(
    before: str | None, after: str | None
) -> None:
    key = between(before, after)
    assert key is None or ((before or "") < key and (after is None or key < after))
    assert key is not None or before == "é"
