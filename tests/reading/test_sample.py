"""The sample release is read as its annotation has it, offset by offset."""

import json
from pathlib import Path
from typing import Any

import pytest

from editor.reading import Reading, read_text
from editor.release.content import BlockKind, Mark, Speaker

TRUTH = json.loads(
    (Path(__file__).parents[1] / "data/sample-annotation.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    path = Path(__file__).parents[2] / "resources/samples/oic-2018-social-media.txt"
    return read_text(path.read_bytes())


def span(noted: dict[str, Any]) -> tuple[int, int]:
    return noted["start"], noted["end"]


def test_the_headline_keeps_its_words_and_names_its_speaker(reading: Reading) -> None:
    noted = TRUTH["parse"]["headline"]
    headline = reading.release.headline["ar"]
    assert headline.words == noted["text"]
    assert reading.source.locate("headline", 0, len(headline.words)) == span(noted)
    assert not headline.spans
    assert noted["speaker_prefix"]["resolves_to_speaker"] == "S1"
    assert reading.release.headline_speaker == "s1"
    assert not reading.release.subheadline


def test_the_parts_of_the_dateline_stand_where_they_are_noted(reading: Reading) -> None:
    noted, dateline = TRUTH["parse"]["dateline"], reading.release.dateline
    for where, words, truth in (
        ("dateline", dateline.written, noted),
        ("dateline.place", dateline.places, noted["place"]),
        ("dateline.source", dateline.sources, noted["source"]),
    ):
        assert words["ar"] == truth["text"]
        assert reading.source.locate(where, 0, len(words["ar"])) == span(truth)
    assert dateline.date is None
    assert not reading.release.unsure


def test_the_paragraphs_are_the_blocks(reading: Reading) -> None:
    kinds = {"lead": BlockKind.LEAD, "body": BlockKind.PARAGRAPH}
    expected = [(kinds[p["role"]], span(p)) for p in TRUTH["parse"]["paragraphs"]]
    found = [
        (block.kind, reading.source.locate(block.id, 0, len(block.text("ar").words)))
        for block in reading.release.blocks
    ]
    assert found == expected
    assert not any(block.unsure for block in reading.release.blocks)


def test_there_is_no_end_mark_number_or_embargo(reading: Reading) -> None:
    parse = TRUTH["parse"]
    assert (parse["end_mark"], parse["release_number"], parse["embargo"]) == (None, None, None)
    release = reading.release
    assert (release.end_mark, release.reference, release.embargo) == (False, "", None)


@pytest.mark.parametrize("number", range(4))
def test_the_speakers_are_as_noted(reading: Reading, number: int) -> None:
    noted: dict[str, Any] = TRUTH["speakers"][number]
    speaker: Speaker = reading.release.speakers[number]
    surface = (noted.get("surface_name") or {}).get("text", noted["canonical_name"])
    honorific = (noted["honorific_present"] or {}).get("text")
    assert speaker.id == noted["id"].lower()
    assert speaker.names.get("ar") == surface
    assert speaker.honorifics.get("ar") == honorific
    assert speaker.titles.get("ar") == noted["title"]["text"]
    assert speaker.reads_for == (noted["reads_for"].lower() if "reads_for" in noted else None)
    assert not speaker.unsure


def test_organisations_are_told_where_the_text_names_them(reading: Reading) -> None:
    found = [speaker.organisations.get("ar") for speaker in reading.release.speakers]
    noted = [speaker["organisation"] for speaker in TRUTH["speakers"]]
    assert found[:2] == noted[:2]
    # As it is written there; the annotation has the right spelling.
    assert found[2] == "المؤتمر الاسلامي لوزراء الاعلام"
    # Implied, the annotation says: it is not read into the text.
    assert "implied" in noted[3]
    assert found[3] is None


def test_quoted_words_are_told_apart(reading: Reading) -> None:
    kinds = {"event title": Mark.TITLE, "scare quote / term of art": Mark.TERM}
    expected = [(span(q["inner"]), Mark.QUOTATION, "s1") for q in TRUTH["direct_quotations"]]
    expected += [(span(q["inner"]), kinds[q["kind"]], "") for q in TRUTH["quoted_non_quotations"]]
    found = [
        (reading.source.locate(block.id, mark.start, mark.end), mark.mark, mark.value)
        for block in reading.release.blocks
        for mark in block.text("ar").spans
    ]
    assert found == sorted(expected)


def test_every_statement_is_found_with_its_verb_and_complement(reading: Reading) -> None:
    noted = {(s["speaker"].lower(), *span(s["verb"])) for s in TRUTH["statements"]}
    complements = {
        span(s["complement"]) for s in TRUTH["statements"] if s["complement"] is not None
    }
    found, led = set(), set()
    for statement in reading.statements:
        place = reading.source.locate(statement.where, statement.start, statement.end)
        assert place is not None
        found.add((statement.speaker, *place))
        led |= {reading.source.locate(statement.where, *span) for span in statement.complements}
    assert found == noted
    assert led == complements
