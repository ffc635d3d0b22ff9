"""`check`: what is wrong with a release, for people and scripts."""

import argparse
from collections import Counter
from collections.abc import Iterator

from editor.checks import Profile, check
from editor.checks.findings import END_MARK, SEPARATOR, Finding, Severity
from editor.cli.dictionaries import spelling
from editor.cli.files import open_file
from editor.cli.shapes import Shape, print_json
from editor.messages import say
from editor.release.content import FIELDS, Release
from editor.release.source import Source

SHAPES = {
    Severity.ERROR: "●",
    Severity.WARNING: "◆",
    Severity.SUGGESTION: "○",
    Severity.NOTE: "·",
}


def check_release(options: argparse.Namespace, language: str) -> int:
    """Print the findings of a release; 1 if one of them is an error."""
    opened = open_file(options.file, options.house)
    profiles = None if options.profiles is None else [Profile(name) for name in options.profiles]
    with spelling(opened) as speller:
        findings = check(
            opened.release,
            opened.house,
            source=opened.source,
            profiles=profiles,
            speller=speller,
        )
    if options.json:
        shapes = [
            _finding_shape(finding, opened.release, opened.source, language) for finding in findings
        ]
        print_json({"findings": shapes})
    else:
        print("\n".join(_report(findings, opened.release, language)))
    return 1 if any(finding.severity is Severity.ERROR for finding in findings) else 0


def _report(findings: tuple[Finding, ...], release: Release, language: str) -> Iterator[str]:
    if not findings:
        yield say("cli.check.nothing", language)
        return
    numbers = {block.id: number for number, block in enumerate(release.blocks, start=1)}
    for finding in findings:
        place = numbers.get(finding.where)
        where = say("cli.check.paragraph", language, number=place) if place else ""
        severity = say(f"cli.severity.{finding.severity.value}", language)
        shape = SHAPES[finding.severity]
        head = f"{shape} {severity} {finding.rule}"
        yield f"{head}: {finding.message(language)}" + (f" ({where})" if where else "")
        if fix := finding.safe_fix:
            yield f"    → {fix.label(language)}"
    counts = Counter(finding.severity for finding in findings)
    yield say(
        "cli.check.summary",
        language,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        others=counts[Severity.SUGGESTION] + counts[Severity.NOTE],
    )


def _finding_shape(
    finding: Finding, release: Release, source: Source | None, language: str
) -> Shape:
    """A finding with its place in the record and, if it was read from a text, in the file."""
    in_source = _place_in_source(finding, source)
    is_block = any(block.id == finding.where for block in release.blocks)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message(language),
        "field": "body" if is_block else finding.where or None,
        "block": finding.where if is_block else None,
        "start": finding.start,
        "end": finding.end,
        "file_start": in_source[0] if in_source else None,
        "file_end": in_source[1] if in_source else None,
        "text": finding.text,
        "fixes": [
            {
                "label": fix.label(language),
                "replacement": fix.edits[0].replacement if fix.edits else "",
                "safe": fix.safe,
            }
            for fix in finding.fixes
        ],
    }


def _place_in_source(finding: Finding, source: Source | None) -> tuple[int, int] | None:
    if source is None:
        return None
    if finding.where == SEPARATOR:
        return finding.start, finding.end
    if finding.where in {"", END_MARK}:
        return len(source.text), len(source.text)
    if finding.where not in source.pieces and finding.where in FIELDS:
        return None
    return source.locate(finding.where, finding.start, finding.end)
