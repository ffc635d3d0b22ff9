"""`show` and `check`: what a release holds and what is wrong with it, for people and scripts."""

import argparse
import json
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator

from editor.checks import Profile, check
from editor.checks.findings import Finding, Severity
from editor.cli.dictionaries import spelling
from editor.cli.files import open_file
from editor.cli.shapes import finding_shape, release_shape
from editor.messages import say
from editor.release.content import DATELINE, Block, Mark, Release, Speaker
from editor.release.languages import LANGUAGES

SHAPES = {
    Severity.ERROR: "●",
    Severity.WARNING: "◆",
    Severity.SUGGESTION: "○",
    Severity.NOTE: "·",
}


def show(options: argparse.Namespace, language: str) -> int:
    """Print the structure of a release."""
    release = open_file(options.file, options.house).release
    if options.json:
        _print_json(release_shape(release, release.language))
    else:
        print("\n".join(_outline(release, language)))
    return 0


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
            finding_shape(finding, opened.release, opened.source, language) for finding in findings
        ]
        _print_json({"findings": shapes})
    else:
        print("\n".join(_report(findings, opened.release, language)))
    return 1 if any(finding.severity is Severity.ERROR for finding in findings) else 0


def _print_json(value: object) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()


def _outline(release: Release, language: str) -> Iterator[str]:
    names = {speaker.id: _speaker_name(speaker, release.language) for speaker in release.speakers}
    yield from _head(release, names, language)
    for block in release.blocks:
        yield from _paragraph(block, release.language, names, language)
    yield f"\n{_label('speakers', language)}:"
    for speaker in release.speakers:
        line = f"  [{speaker.id}] {names[speaker.id]}{_doubt(speaker.unsure, language)}"
        if speaker.reads_for:
            line += f" ({_label('reads_for', language)} {names.get(speaker.reads_for, '—')})"
        yield line
    yield f"{_label('end_mark', language)}: {_label('yes' if release.end_mark else 'no', language)}"


def _head(release: Release, names: dict[str, str], language: str) -> Iterator[str]:
    shape = release_shape(release, release.language)
    yield f"{_label('headline', language)}: {shape['headline']['text'] or '—'}"
    if release.headline_speaker:
        yield f"  {_label('speaker', language)}: {names.get(release.headline_speaker, '—')}"
    dateline = " · ".join(part for part in shape["dateline"].values() if part) or "—"
    doubt = _doubt(DATELINE in release.unsure, language)
    yield f"{_label('dateline', language)}: {dateline}{doubt}"
    for name in ("subheadline", "reference", "embargo"):
        if shape[name]:
            yield f"{_label(name, language)}: {shape[name]}"


def _paragraph(block: Block, code: str, names: dict[str, str], language: str) -> Iterator[str]:
    text = block.text(code)
    kind = say(f"cli.kind.{block.kind.value}", language)
    yield f"\n[{block.id}] {kind}{_doubt(block.unsure, language)}\n{text.words}"
    for span in text.marked(Mark.QUOTATION):
        words = textwrap.shorten(text.words[span.start : span.end], 60, placeholder="…")
        who = f"{names.get(span.value, '—')}{_doubt(span.unsure, language)}"
        yield f"  {_label('quotation', language)} {who}: {words}"


def _label(name: str, language: str) -> str:
    return say(f"cli.show.{name}", language)


def _doubt(unsure: bool, language: str) -> str:  # noqa: FBT001 - what every shown value carries
    return f" ({_label('unsure', language)})" if unsure else ""


def _speaker_name(speaker: Speaker, code: str) -> str:
    """Honorific and name, then the office: «الدكتور يوسف العثيمين، الأمين العام»."""
    name = f"{speaker.honorifics.get(code, '')} {speaker.names.get(code, '')}".strip()
    parts = [part for part in (name, speaker.titles.get(code, "")) if part]
    return ("، " if LANGUAGES[code].is_rtl else ", ").join(parts) or "—"


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
