"""The JSON that commands print: stable shapes, plain values, code point offsets."""

import json
import sys
from typing import Any

from editor.release.content import EMPTY, Mark, Release, Speaker

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


def print_json(value: object) -> None:
    """Print a value as JSON."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()
