"""Whole releases as people write them, read and checked: what is found, and how little else.

Each is a file in `releases/`: its text, the rule and the words of everything that is seen at error
or warning level, and, where it is of interest, the text after all safe fixes.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from editor.checks import Severity
from editor.checks.fixes import FixedText, fix_text
from editor.reading import Reading, read_text
from tests.checks.building import check, house

RELEASES = sorted((Path(__file__).parent / "releases").glob("*.toml"))
SEEN = frozenset((Severity.ERROR, Severity.WARNING))


@pytest.fixture(params=RELEASES, ids=lambda path: path.stem)
def given(request: pytest.FixtureRequest) -> dict[str, Any]:
    text: str = request.param.read_text(encoding="utf-8")
    return tomllib.loads(text)


def read(text: str) -> Reading:
    return read_text(text, house=house())


def fix(text: str) -> FixedText:
    return fix_text(text, read, house())


def test_what_is_wrong_in_a_release_is_found_and_nothing_else(given: dict[str, Any]) -> None:
    found = [[f.rule, f.text] for f in check(read(given["text"])) if f.severity in SEEN]
    assert sorted(found) == sorted(given["found"])


def test_safe_fixes_leave_nothing_that_they_could_mend(given: dict[str, Any]) -> None:
    fixed = fix(given["text"])
    assert not [finding for finding in check(read(fixed.text)) if finding.safe_fix]
    assert fix(fixed.text).count == 0
    if not given["found"]:
        assert fixed.text == given["text"]
    if "fixed" in given:
        assert fixed.text == given["fixed"]
