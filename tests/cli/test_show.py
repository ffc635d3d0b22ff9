"""`show` prints the structure of the sample as its annotation has it."""

import json
from pathlib import Path
from typing import Any

import pytest

from editor.app import main

TRUTH = json.loads(
    (Path(__file__).parent.parent / "data/sample-annotation.json").read_text(encoding="utf-8")
)


@pytest.fixture
def shown(sample: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["show", str(sample), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def speaker(shown: dict[str, Any], speaker_id: str | None) -> dict[str, Any]:
    return next(each for each in shown["speakers"] if each["id"] == speaker_id)


def test_the_language_and_the_headline_are_read(shown: dict[str, Any]) -> None:
    truth = TRUTH["parse"]["headline"]
    assert shown["language"] == "ar"
    assert shown["headline"]["text"] == truth["text"]
    assert speaker(shown, shown["headline"]["speaker"])["name"] == "يوسف بن أحمد العثيمين"


def test_the_dateline_has_a_place_and_a_source_and_no_date(shown: dict[str, Any]) -> None:
    assert shown["dateline"] == {"place": "رام الله", "source": "دنيا الوطن", "date": None}


def test_every_paragraph_is_a_block_with_its_words(shown: dict[str, Any], sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    expected = [
        ("lead" if p["role"] == "lead" else "paragraph", text[p["start"] : p["end"]])
        for p in TRUTH["parse"]["paragraphs"]
    ]
    assert [(block["kind"], block["text"]) for block in shown["blocks"]] == expected


def test_the_four_speakers_are_found(shown: dict[str, Any]) -> None:
    truth = {each["id"]: each for each in TRUTH["speakers"]}
    secretary, chief, chair, supervisor = shown["speakers"]
    assert secretary["name"] == truth["S1"]["canonical_name"]
    assert secretary["honorific"] == truth["S1"]["honorific_present"]["text"]
    assert secretary["title"] == truth["S1"]["title"]["text"]
    assert (chief["name"], chief["title"]) == ("عبد الله الطاير", "رئيس ديوانه")
    assert (chair["name"], chair["title"]) == (None, truth["S3"]["title"]["text"])
    assert supervisor["name"] == truth["S4"]["surface_name"]["text"]
    assert supervisor["title"] == truth["S4"]["title"]["text"]


def test_who_reads_for_whom_is_known(shown: dict[str, Any]) -> None:
    secretary, chief, chair, supervisor = shown["speakers"]
    assert chief["reads_for"] == secretary["id"]
    assert supervisor["reads_for"] == chair["id"]
    assert secretary["reads_for"] is chair["reads_for"] is None


def test_the_one_direct_quotation_names_its_speaker(shown: dict[str, Any]) -> None:
    (quotation,) = shown["quotations"]
    (truth,) = TRUTH["direct_quotations"]
    assert quotation["text"] == truth["inner"]["text"]
    assert speaker(shown, quotation["speaker"])["name"] == "يوسف بن أحمد العثيمين"
    block = next(each for each in shown["blocks"] if each["id"] == quotation["block"])
    assert block["text"][quotation["start"] : quotation["end"]] == quotation["text"]


def test_a_title_and_a_term_in_quotation_marks_are_no_quotations(shown: dict[str, Any]) -> None:
    expected = [each["inner"]["text"] for each in TRUTH["quoted_non_quotations"]]
    assert [each["text"] for each in shown["titles"]] == expected


def test_the_missing_end_mark_is_told(shown: dict[str, Any]) -> None:
    assert shown["end_mark"] is False


def test_people_get_an_outline(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(sample)]) == 0
    outline = capsys.readouterr().out
    assert "رام الله" in outline
    assert "يوسف بن أحمد العثيمين" in outline
