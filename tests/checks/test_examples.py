"""Every rule does what its own examples say: they are its tests, and a linguist's to read."""

import datetime as dt
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from editor.checks import Finding, Profile, catalogue, fixes
from editor.checks.doubles import ORDER
from editor.release.content import ReleaseKind
from tests.checks.building import (
    Example,
    Read,
    Words,
    check,
    example,
    house,
    place_of,
    places_of,
    with_rules,
    without_noise,
)

FOLDER = Path(catalogue.__file__).parent / "rules" / "examples"
RULES = {rule.id: rule for rule in catalogue.all_rules()}


@dataclass(frozen=True, eq=False)
class Case:
    """One example of one rule, as its file has it; there is one object of each."""

    rule: str
    given: dict[str, Any]

    def build(self) -> Example:
        given = {
            k: v
            for k, v in self.given.items()
            if k not in {"where", "fixed", "settings", "unknown"}
        }
        for name in ("quotations", "speakers"):
            if name in given:
                given[name] = tuple((first, second) for first, second in given[name])
        if "kind" in given:
            given["kind"] = ReleaseKind(given["kind"])
        if given.get("date") is False:  # TOML has no null
            given["date"] = None
        return example(given.pop("text"), given.pop("language"), **given)

    def check(self, read: Read) -> tuple[Finding, ...]:
        """What all rules see, this one with the settings that its file gives."""
        # Of what is written wrong, a rule that knows more of it would speak in its place.
        ahead = ORDER[: ORDER.index(self.rule)] if self.rule in ORDER else ()
        others = {rule: {"enabled": False} for rule in ahead if rule in RULES}
        style = with_rules({self.rule: self.given.get("settings", {}), **others})
        unknown = self.given.get("unknown")
        return check(read, style, Profile, None if unknown is None else Words(unknown))


@dataclass(frozen=True)
class Looked:
    """An example as it is built, read and checked."""

    built: Example
    read: Read
    findings: tuple[Finding, ...]


@cache
def look_at(case: Case) -> Looked:
    """Check an example; once, for several tests ask what is seen in it."""
    built = case.build()
    read = built.read()
    return Looked(built, read, case.check(read))


@cache
def cases(kind: str) -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get(kind, [])
        found += [
            pytest.param(Case(path.stem, row), id=f"{path.stem}-{number}")
            for number, row in enumerate(rows, 1)
        ]
    return found


def test_every_rule_has_a_bad_and_a_good_example() -> None:
    """A rule that can never match must fail its own test."""
    has = {kind: {case.values[0].rule for case in cases(kind)} for kind in ("bad", "good")}
    assert has["bad"] == has["good"] == set(RULES)


@pytest.mark.parametrize("case", cases("bad"))
def test_a_rule_sees_its_bad_examples_where_they_are_bad(case: Case) -> None:
    looked = look_at(case)
    expected = sorted([*looked.built.places, *case.given.get("where", [])], key=str)
    assert expected
    assert places_of(looked.findings, looked.read.source, case.rule) == expected


@pytest.mark.parametrize("case", cases("good"))
def test_a_rule_is_silent_on_its_good_examples(case: Case) -> None:
    looked = look_at(case)
    assert places_of(looked.findings, looked.read.source, case.rule) == []


@pytest.mark.parametrize("case", cases("bad"))
def test_a_fix_removes_its_finding_and_brings_no_other(case: Case) -> None:
    looked = look_at(case)
    built, read = looked.built, looked.read
    before = [f for f in looked.findings if f.rule == case.rule]
    located = [fixes._located(f.fixes[0], read) for f in before if f.fixes]
    chosen = fixes.without_conflicts(fix for fix in located if fix is not None)
    if not chosen:
        assert "fixed" not in case.given
        return
    edits = [edit for fix in chosen for edit in fix.edits]
    text = fixes.applied(read.source.text, edits)
    if "fixed" in case.given:
        assert text.endswith(case.given["fixed"])
    again = _read_again(built, text, ended=case.rule == "STR-08")
    after = case.check(again)
    assert places_of(after, again.source, case.rule) == []
    new = Counter(without_noise(after)) - Counter(without_noise(looked.findings))
    assert not new


def _read_again(built: Example, text: str, *, ended: bool) -> Read:
    """The mended text, its end mark read as one."""
    if not ended:
        return built.read(text)
    body, mark = text.rstrip().rsplit("\n\n", 1)
    wording = house().wording[built.language]
    assert mark == wording.end_mark
    return Example(**{**_values(built), "end_mark": True}).read(body)


def _values(built: Example) -> dict[str, Any]:
    return {name: getattr(built, name) for name in Example.__dataclass_fields__}


@pytest.mark.parametrize("case", cases("bad"))
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_finding_says_what_and_why_in_every_language(case: Case, language: str) -> None:
    for finding in look_at(case).findings:
        assert finding.message(language)
        assert finding.reason(language)
        assert all(fix.label(language) for fix in finding.fixes)


@pytest.mark.parametrize("case", [*cases("bad"), *cases("good")])
def test_every_finding_stands_in_its_text(case: Case) -> None:
    looked = look_at(case)
    for finding in looked.findings:
        place = place_of(finding, looked.read.source)
        if isinstance(place, tuple):
            assert looked.read.source.text[slice(*place)] == finding.text


def test_dates_in_examples_are_dates() -> None:
    """A quoted date in a file would be a text, and checked as no date at all."""
    given = [case.values[0].given.get("date", False) for case in [*cases("bad"), *cases("good")]]
    assert all(day is False or isinstance(day, dt.date) for day in given)
