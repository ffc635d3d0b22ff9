"""A release as plain data, to be read without this program; nothing is ever rebuilt from it."""

from collections.abc import Mapping
from typing import Any

from editor.release.content import Block, Dateline, Release, Speaker, Text

SCHEMA = "bayan-release/1"


def mirror(release: Release) -> dict[str, Any]:
    """The release as JSON-able values: dates in ISO 8601, offsets in code points."""
    embargo = release.embargo
    return {
        "schema": SCHEMA,
        "id": release.id,
        "language": release.language,
        "languages": list(release.languages),
        "kind": release.kind.value,
        "status": release.status.value,
        "reference": release.reference,
        "embargo": embargo and {"until": embargo.until.isoformat(), "zone": embargo.zone},
        "headline": _texts(release.headline),
        "headline_speaker": release.headline_speaker,
        "subheadline": _texts(release.subheadline),
        "dateline": _dateline(release.dateline),
        "blocks": [_block(block) for block in release.blocks],
        "speakers": [_speaker(speaker) for speaker in release.speakers],
        "end_mark": release.end_mark,
        "unsure": sorted(release.unsure),
    }


def _dateline(dateline: Dateline) -> dict[str, Any]:
    return {
        "places": dict(dateline.places),
        "sources": dict(dateline.sources),
        "date": dateline.date and dateline.date.isoformat(),
        "hijri_shift": dateline.hijri_shift,
        "written": dict(dateline.written),
    }


def _block(block: Block) -> dict[str, Any]:
    texts = _texts(block.texts)
    return {"id": block.id, "kind": block.kind.value, "unsure": block.unsure, "texts": texts}


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "id": speaker.id,
        "names": dict(speaker.names),
        "honorifics": dict(speaker.honorifics),
        "titles": dict(speaker.titles),
        "organisations": dict(speaker.organisations),
        "reads_for": speaker.reads_for,
        "unsure": speaker.unsure,
    }


def _texts(texts: Mapping[str, Text]) -> dict[str, Any]:
    return {
        language: {
            "words": text.words,
            "spans": [
                {
                    "start": span.start,
                    "end": span.end,
                    "mark": span.mark.value,
                    "value": span.value,
                    "unsure": span.unsure,
                }
                for span in text.spans
            ],
        }
        for language, text in texts.items()
    }
