"""The JSON that `show` and `check` print: stable shapes, plain values, code point offsets."""

from typing import Any

from editor.checks.findings import END_MARK, SEPARATOR, Finding
from editor.release.content import EMPTY, FIELDS, Mark, Release, Speaker
from editor.release.source import Source

# JSON is nested and of mixed types by nature: Any is honest here.
Shape = dict[str, Any]


def release_shape(release: Release, language: str) -> Shape:
    """The structure of a release in one of its languages."""
    return {
        "language": language,
        "headline": {
            "text": release.headline.get(language, EMPTY).words,
            "speaker": release.headline_speaker,
        },
        "subheadline": release.subheadline.get(language, EMPTY).words or None,
        "dateline": {
            "place": release.dateline.places.get(language) or None,
            "source": release.dateline.sources.get(language) or None,
            "date": release.dateline.date.isoformat() if release.dateline.date else None,
        },
        "kind": release.kind.value,
        "reference": release.reference or None,
        "status": release.status.value,
        "embargo": release.embargo.until.isoformat() if release.embargo else None,
        "blocks": [
            {"id": block.id, "kind": block.kind.value, "text": block.text(language).words}
            for block in release.blocks
        ],
        "speakers": [_speaker_shape(speaker, language) for speaker in release.speakers],
        "quotations": [
            shape | {"speaker": value or None}
            for shape, value in _marked(release, language, Mark.QUOTATION)
        ],
        "titles": [
            shape | {"mark": mark.value}
            for mark in (Mark.TITLE, Mark.TERM)
            for shape, _ in _marked(release, language, mark)
        ],
        "end_mark": release.end_mark,
        "unsure": sorted(release.unsure),
    }


def _speaker_shape(speaker: Speaker, language: str) -> Shape:
    return {
        "id": speaker.id,
        "name": speaker.names.get(language) or None,
        "honorific": speaker.honorifics.get(language) or None,
        "title": speaker.titles.get(language) or None,
        "organisation": speaker.organisations.get(language) or None,
        "reads_for": speaker.reads_for,
        "unsure": speaker.unsure,
    }


def _marked(release: Release, language: str, mark: Mark) -> list[tuple[Shape, str]]:
    """Every stretch of the body with a mark, as a shape, and what the mark refers to."""
    return [
        (
            {
                "text": text.words[span.start : span.end],
                "block": block.id,
                "start": span.start,
                "end": span.end,
                "unsure": span.unsure,
            },
            span.value,
        )
        for block in release.blocks
        for text in (block.text(language),)
        for span in text.marked(mark)
    ]


def finding_shape(
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
