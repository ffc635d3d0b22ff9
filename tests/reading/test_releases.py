"""Releases of many houses, in three languages, are read as their truth beside them has it."""

import json
from pathlib import Path
from typing import Any

import pytest

from editor.reading import Reading, read_text
from editor.release.content import Mark, Release

RELEASES = sorted((Path(__file__).parents[1] / "data/releases").glob("*.txt"))


@pytest.fixture(params=RELEASES, ids=lambda path: path.stem, scope="module")
def path(request: pytest.FixtureRequest) -> Path:
    return request.param  # type: ignore[no-any-return]  # a path, by the fixture's params


@pytest.fixture(scope="module")
def truth(path: Path) -> dict[str, Any]:
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]  # an object, by the files


@pytest.fixture(scope="module")
def reading(path: Path) -> Reading:
    return read_text(path.read_bytes())


@pytest.fixture(scope="module")
def release(reading: Reading) -> Release:
    return reading.release


def test_the_parts_are_told_apart(release: Release, truth: dict[str, Any]) -> None:
    code = release.language
    found = {
        "language": code,
        "kind": release.kind,
        "reference": release.reference,
        "embargo": release.embargo.until.isoformat() if release.embargo else None,
        "headline": release.headline[code].words if release.headline else None,
        "subheadline": release.subheadline[code].words if release.subheadline else None,
        "end_mark": release.end_mark,
        "kinds": [block.kind for block in release.blocks],
    }
    assert found == {name: truth.get(name) for name in found}


def test_the_dateline_has_its_parts(release: Release, truth: dict[str, Any]) -> None:
    dateline, code = release.dateline, release.language
    found = {
        "place": dateline.places.get(code),
        "source": dateline.sources.get(code),
        "date": dateline.date.isoformat() if dateline.date else None,
    }
    assert found == truth["dateline"]


def test_the_speakers_are_found_with_name_honorific_and_title(
    release: Release, truth: dict[str, Any]
) -> None:
    code = release.language
    found = [
        {
            "id": speaker.id,
            "name": speaker.names.get(code),
            "honorific": speaker.honorifics.get(code),
            "title": speaker.titles.get(code),
            "organisation": speaker.organisations.get(code),
            "reads_for": speaker.reads_for,
        }
        for speaker in release.speakers
    ]
    assert found == truth["speakers"]
    assert release.headline_speaker == truth["headline_speaker"]


def test_quotations_have_their_speakers_and_names_of_things_none(
    release: Release, truth: dict[str, Any]
) -> None:
    marked = [
        (block.text(release.language).words[span.start : span.end], span)
        for block in release.blocks
        for span in block.text(release.language).spans
    ]
    quotations = [
        {"text": words, "speaker": span.value or None}
        for words, span in marked
        if span.mark is Mark.QUOTATION
    ]
    assert quotations == truth["quotations"]
    assert [w for w, span in marked if span.mark is not Mark.QUOTATION] == truth["titles"]


def test_no_character_is_lost_and_each_is_known_by_its_place(reading: Reading) -> None:
    """What is in no field, block or label is a space, or a sign between dateline and text."""
    text, code = reading.source.text, reading.release.language
    covered = set()
    for pieces in reading.source.pieces.values():
        for piece in pieces:
            covered |= set(range(piece.source_start, piece.source_start + piece.length))
    lost = {text[at] for at in range(len(text)) if at not in covered}
    assert not {character for character in lost if not character.isspace()} - set("–—-:.")
    for where, words in reading.release.texts(code):
        for piece in reading.source.pieces.get(where, ()):
            found = words.words[piece.start : piece.start + piece.length]
            assert found == text[piece.source_start : piece.source_start + piece.length]
        assert words.words == "" or reading.source.locate(where, 0, len(words.words)) is not None
