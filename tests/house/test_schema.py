"""Whatever a house says in a wrong way is named by its key: every key of every house of ours."""

import copy
from collections.abc import Iterator
from datetime import time
from typing import Any

import pytest

from editor.house.loading import TEMPLATES, _read
from editor.house.schema import shape_faults
from editor.house.style import House

NO_VALUE_OF_OURS = time(12)
"""TOML can say a time of day, and no key of a house takes one."""
HOUSES = sorted(path.parent.name for path in TEMPLATES.glob("*/house.toml"))


def leaves(table: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every value that is not a table."""
    for key, item in table.items():
        if isinstance(item, dict) and item:
            yield from leaves(item, (*path, key))
        elif (*path, key)[0] != "rules":  # a rule knows its own settings
            yield (*path, key)


def changed(contents: dict[str, Any], path: tuple[str, ...]) -> tuple[dict[str, Any], str]:
    """A copy of the contents, the table that holds the path's key, and that key."""
    whole = copy.deepcopy(contents)
    table = whole
    for key in path[:-1]:
        table = table[key]
    table[path[-1]] = NO_VALUE_OF_OURS
    return whole, ".".join(path)


@pytest.fixture(params=HOUSES)
def contents(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What the files of a house say."""
    read, faults = _read(TEMPLATES / request.param)
    assert faults == []
    return read


def test_a_value_of_the_wrong_kind_is_named_by_its_key(contents: dict[str, Any]) -> None:
    paths = list(leaves(contents))
    assert len(paths) > 150
    for path in paths:
        whole, key = changed(contents, path)
        assert key in {fault.key for fault in shape_faults(whole, House)}


def test_a_key_nobody_knows_is_named_in_every_table(contents: dict[str, Any]) -> None:
    tables = {path[:-1] for path in leaves(contents)}
    for path in tables:
        whole = copy.deepcopy(contents)
        table = whole
        for key in path:
            table = table[key]
        table["no_such_key"] = NO_VALUE_OF_OURS
        found = {fault.key for fault in shape_faults(whole, House)}
        assert ".".join((*path, "no_such_key")) in found


def test_a_house_of_ours_has_no_fault_of_shape(contents: dict[str, Any]) -> None:
    assert list(shape_faults(contents, House)) == []
