"""`check` prints findings at exact offsets, and its exit code says whether one is an error."""

import json
from pathlib import Path

import pytest

from editor.app import main

CLEAN = """Secretary-General opens youth forum in Jeddah

JEDDAH, Saudi Arabia (UNA) – June 21, 2025

The Secretary-General opened the youth forum on Saturday. He thanked the host country.

###
"""


def findings(path: Path, capsys: pytest.CaptureFixture[str], code: int) -> list[dict[str, object]]:
    assert main(["check", str(path), "--json"]) == code
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)["findings"]
    return found


def test_offsets_in_the_file_cover_the_words_of_the_finding(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = sample.read_text(encoding="utf-8")
    found = findings(sample, capsys, 1)
    covered = [each for each in found if each["text"]]
    assert covered
    for each in covered:
        assert text[each["file_start"] : each["file_end"]] == each["text"]  # type: ignore[misc]


def test_every_finding_has_a_sentence_and_a_place(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for each in findings(sample, capsys, 1):
        assert each["message"]
        assert each["severity"] in {"error", "warning", "suggestion", "note"}
        assert isinstance(each["start"], int)
        assert isinstance(each["end"], int)


def test_a_record_has_no_offsets_in_a_file(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "sample.bayan"
    assert main(["import", str(sample), "-o", str(record)]) == 0
    capsys.readouterr()
    found = findings(record, capsys, 1)
    assert found
    assert {each["file_start"] for each in found} == {None}


def test_a_release_in_order_has_no_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "release.txt"
    path.write_text(CLEAN, encoding="utf-8")
    found = findings(path, capsys, 0)
    assert [each for each in found if each["severity"] in {"error", "warning"}] == []


def test_people_get_a_line_for_each_finding(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(sample)]) == 1
    report = capsys.readouterr().out
    assert "GRA-01" in report
    assert "STR-12" in report


def test_profiles_add_to_what_is_checked(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(sample), "--json"])
    usual = json.loads(capsys.readouterr().out)["findings"]
    main(["check", str(sample), "--json", "--profile", "strict", "--profile", "suggestions"])
    more = json.loads(capsys.readouterr().out)["findings"]
    assert [each for each in more if each in usual] == usual


def test_a_profile_that_is_none_is_bad_usage(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(sample), "--profile", "loud"]) == 2
    assert "loud" in capsys.readouterr().err
