"""The real release: every finding of ours is in its annotation, at its place, and nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from editor.checks import SEPARATOR, Finding, Profile, Severity, catalogue
from editor.reading import read_text
from editor.release.content import (
    DATELINE,
    HEADLINE,
    Block,
    BlockKind,
    Dateline,
    Mark,
    Release,
    Span,
    Speaker,
    Text,
    Translated,
)
from editor.release.source import Piece, Source
from tests.checks.building import Read, check, house, place_of, with_rules

DATA = Path(__file__).parents[1] / "data"
TEXT = (Path(__file__).parents[2] / "resources/samples/oic-2018-social-media.txt").read_bytes()
TRUTH: dict[str, Any] = json.loads((DATA / "sample-annotation.json").read_text(encoding="utf-8"))
OURS = {rule.id for rule in catalogue.all_rules() if rule.profile is Profile.DEFAULT}
SAME_THING = {"شبكات", "وسائل", "مواقع"}
"""Of the names in X07 those that mean the same; the headline's names the people there."""


def annotated(text: str) -> Read:
    """The release as the annotation parses it."""
    parse, inner = TRUTH["parse"], TRUTH["direct_quotations"][0]["inner"]
    pieces = {HEADLINE: _piece(parse["headline"]), DATELINE: _piece(parse["dateline"])}
    blocks = []
    for row in parse["paragraphs"]:
        start, end = row["start"], row["end"]
        kind = BlockKind.LEAD if row["role"] == "lead" else BlockKind.PARAGRAPH
        spans: tuple[Span, ...] = ()
        if start <= inner["start"] < end:
            spans = (Span(inner["start"] - start, inner["end"] - start, Mark.QUOTATION, "s1"),)
        block = f"b{row['index']}"
        blocks.append(Block(block, kind, Translated(ar=Text(text[start:end], spans))))
        pieces[block] = _piece(row)
    headline, dateline = parse["headline"], parse["dateline"]
    release = Release(
        id="sample",
        language="ar",
        languages=("ar",),
        headline=Translated(ar=Text(headline["text"])),
        dateline=Dateline(
            places=Translated(ar=dateline["place"]["text"]),
            sources=Translated(ar=dateline["source"]["text"]),
            written=Translated(ar=dateline["text"]),
        ),
        blocks=tuple(blocks),
        speakers=(Speaker("s1"),),
    )
    return Read(release, Source(text, pieces=pieces))


def _piece(row: dict[str, Any]) -> tuple[Piece, ...]:
    return (Piece(0, row["start"], row["end"] - row["start"]),)


def as_read(text: str) -> Read:
    """The release as the reader of plain text finds it."""
    reading = read_text(text, house=house())
    return Read(reading.release, reading.source)


@pytest.fixture(scope="module", params=[annotated, as_read], ids=["annotated", "as read"])
def read(request: pytest.FixtureRequest) -> Read:
    found: Read = request.param(TEXT.decode())
    return found


@pytest.fixture(scope="module")
def findings(read: Read) -> tuple[Finding, ...]:
    return check(read)


def expected() -> set[tuple[str, int, int]]:
    """The rule and place of everything our rules should see."""
    rows = [row for row in TRUTH["findings"] if not row.get("requires_setting")]
    ours = {(row["rule"], row["start"], row["end"]) for row in rows if row["rule"] in OURS}
    return ours | set(of_the_whole()) | set(variants())


def of_the_whole() -> Iterator[tuple[str, int, int]]:
    """What the release lacks: it has no place in it but its end."""
    end = len(TEXT.decode())
    for row in TRUTH["document_level_findings"]:
        if row["certainty"] == "absence" and row["rule"] in OURS:
            yield row["rule"], end, end


def variants() -> Iterator[tuple[str, int, int]]:
    """The rarer names of one thing; the annotation lists their places."""
    names = {
        name: places
        for row in TRUTH["document_level_findings"]
        for name, places in row.get("variants", {}).items()
        if row["rule"] in OURS
    }
    usual = max(names, key=lambda name: len(names[name]), default="")
    for name, places in names.items():
        if name != usual and name.split()[0] in SAME_THING:
            yield from (("TRM-03", place, place + len(name)) for place in places)


def located(finding: Finding, read: Read) -> tuple[str, int, int]:
    place = place_of(finding, read.source)
    if not isinstance(place, tuple):
        assert place == ""
        place = (len(read.source.text), len(read.source.text))
    return finding.rule, *place


def test_everything_annotated_is_found_at_its_place_and_nothing_else(
    read: Read, findings: tuple[Finding, ...]
) -> None:
    assert {located(finding, read) for finding in findings} == expected()
    assert len(findings) == len(expected())


def test_findings_come_in_the_order_of_reading(read: Read, findings: tuple[Finding, ...]) -> None:
    places = [located(finding, read)[1] for finding in findings]
    assert places == sorted(places)


def test_safe_fixes_are_the_annotated_ones(read: Read, findings: tuple[Finding, ...]) -> None:
    allowed = {
        (row["edit"]["start"], row["edit"]["end"], row["edit"]["replacement"])
        for row in TRUTH["findings"]
        if row.get("autofix_safe") and "edit" in row
    }
    assert {edit for finding in findings for edit in safe_edits(finding, read)} <= allowed


def safe_edits(finding: Finding, read: Read) -> list[tuple[int, int, str]]:
    found = []
    for edit in finding.safe_fix.edits if finding.safe_fix else ():
        place: tuple[int, int] | None = (edit.start, edit.end)
        if edit.where != SEPARATOR:
            place = read.source.locate(edit.where, edit.start, edit.end)
        assert place is not None
        found.append((*place, edit.replacement))
    return found


@pytest.mark.parametrize("trap", TRUTH["must_not_flag"], ids=lambda trap: trap["text"])
def test_no_trap_is_walked_into(
    trap: dict[str, Any], read: Read, findings: tuple[Finding, ...]
) -> None:
    length = len(trap["text"].rstrip("…").rstrip())
    for offset in trap["offsets"]:
        for finding in findings:
            _, start, end = located(finding, read)
            touches = start < offset + length and offset < end
            assert not touches or (finding.rule, start, end) in expected()


def test_what_a_house_must_ask_for_is_found_when_it_asks(read: Read) -> None:
    style = with_rules(
        {
            "STR-11": {"dateline": True},
            "TYP-04": {"final_newline": True},
            "ORT-06": {"enabled": True},
        }
    )
    findings = check(read, style)
    found = {located(finding, read) for finding in findings}
    tanween = {
        ("ORT-06", row["start"], row["end"]) for row in TRUTH["findings"] if row["rule"] == "ORT-06"
    }
    assert {("STR-11", 108, 109), ("TYP-04", 2349, 2349)} | tanween <= found
    allowed = {
        (row["edit"]["start"], row["edit"]["end"], row["edit"]["replacement"])
        for row in TRUTH["findings"]
        if row["rule"] == "ORT-06"
    }
    edits = {e for f in findings if f.rule == "ORT-06" for e in safe_edits(f, read)}
    assert edits == allowed


def test_severities_are_the_catalogues(findings: tuple[Finding, ...]) -> None:
    errors = {"STR-12", "GRA-03", "TYP-01", "TYP-02", "TYP-03", "GRA-01", "ORT-01"}
    assert {f.rule for f in findings if f.severity is Severity.ERROR} == errors


@pytest.mark.parametrize(
    ("profile", "rules", "place"),
    [
        (Profile.STRICT, {}, ("DTL-03", 98, 108)),
        (Profile.SUGGESTIONS, {}, ("RDB-03", 1285, 1290)),
        (Profile.SUGGESTIONS, {}, ("RDB-04", 452, 626)),
        (Profile.SUGGESTIONS, {"RDB-05": {"least": 2}}, ("RDB-05", 2205, 2208)),
        (Profile.SUGGESTIONS, {"STR-05": {"tense": True}}, ("STR-05", 33, 39)),
        (Profile.DEFAULT, {"RDB-01": {"count_names": True}}, ("RDB-01", 109, 449)),
        (Profile.DEFAULT, {"RDB-01": {"count_names": True}}, ("RDB-01", 451, 757)),
    ],
)
def test_what_a_profile_or_a_house_asks_for_is_found_only_then(
    read: Read,
    findings: tuple[Finding, ...],
    profile: Profile,
    rules: dict[str, dict[str, object]],
    place: tuple[str, int, int],
) -> None:
    asked = check(read, with_rules(rules), (profile,))
    assert place in {located(finding, read) for finding in asked}
    assert place not in {located(finding, read) for finding in findings}
