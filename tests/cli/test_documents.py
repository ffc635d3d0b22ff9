"""`fix`, `import` and `export` write whole files and never over another unasked."""

import json
from pathlib import Path

import pytest

from editor.app import main

TRUTH = json.loads(
    (Path(__file__).parent.parent / "data/sample-annotation.json").read_text(encoding="utf-8")
)


def test_fixing_a_text_makes_only_edits_that_the_annotation_makes(
    sample: Path, tmp_path: Path
) -> None:
    """Every line of the result is the annotation's, but for words no rule of ours mends yet."""
    out = tmp_path / "fixed.txt"
    assert main(["fix", str(sample), "-o", str(out)]) == 0
    fixed = out.read_text(encoding="utf-8")
    assert "الحادية عشرة للمؤتمر" in fixed
    assert "(المملكة العربية السعودية)" in fixed
    assert "الاجتماعي، مشيراً" in fixed
    assert "عبد الرحمن علي بن هادي" in fixed
    assert fixed.count("\n\n") == TRUTH["after_safe_fixes"]["text"].count("\n\n")


def test_fixing_twice_equals_fixing_once(sample: Path, tmp_path: Path) -> None:
    once, twice = tmp_path / "once.txt", tmp_path / "twice.txt"
    assert main(["fix", str(sample), "-o", str(once)]) == 0
    assert main(["fix", str(once), "-o", str(twice)]) == 0
    assert twice.read_bytes() == once.read_bytes()


def test_a_fixed_text_keeps_its_encoding_and_line_ends(sample: Path, tmp_path: Path) -> None:
    text = sample.read_text(encoding="utf-8").replace("\n", "\r\n")
    legacy, out = tmp_path / "legacy.txt", tmp_path / "fixed.txt"
    legacy.write_bytes(text.encode("windows-1256"))
    assert main(["fix", str(legacy), "-o", str(out)]) == 0
    fixed = out.read_bytes().decode("windows-1256")
    assert "الحادية عشرة للمؤتمر" in fixed
    assert "\n" not in fixed.replace("\r\n", "")


def test_fixing_a_record_gives_a_record(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record, fixed = tmp_path / "sample.bayan", tmp_path / "fixed.bayan"
    assert main(["import", str(sample), "-o", str(record)]) == 0
    assert main(["fix", str(record), "-o", str(fixed)]) == 0
    capsys.readouterr()
    assert main(["show", str(fixed), "--json"]) == 0
    blocks = json.loads(capsys.readouterr().out)["blocks"]
    assert any("الحادية عشرة للمؤتمر" in block["text"] for block in blocks)


def test_an_imported_record_shows_what_the_text_shows(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "sample.bayan"
    assert main(["import", str(sample), "-o", str(record)]) == 0
    capsys.readouterr()
    main(["show", str(sample), "--json"])
    from_text = json.loads(capsys.readouterr().out)
    main(["show", str(record), "--json"])
    assert json.loads(capsys.readouterr().out) == from_text


def test_export_writes_both_formats(sample: Path, tmp_path: Path) -> None:
    arguments = ["export", str(sample), "--to", "pdf", "--to", "docx", "--out", str(tmp_path)]
    assert main(arguments) == 0
    assert (tmp_path / f"{sample.stem}.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / f"{sample.stem}.docx").read_bytes().startswith(b"PK")


def test_a_record_that_is_not_approved_says_so_in_its_documents_names(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a script needs is on the standard output: the path of each file."""
    record, out = tmp_path / "news.bayan", tmp_path / "out"
    assert main(["import", str(sample), "-o", str(record)]) == 0
    capsys.readouterr()
    languages = ["--lang", "ar", "--lang", "en"]
    assert main(["export", str(record), "--to", "pdf", *languages, "--out", str(out)]) == 0
    names = {"news-ar-مسودة.pdf", "news-en-Draft.pdf"}
    assert {path.name for path in out.iterdir()} == names
    told = capsys.readouterr().out
    assert all(str(out / name) in told for name in names)


def test_an_embargo_that_a_text_states_is_in_its_documents_name(tmp_path: Path) -> None:
    text = tmp_path / "news.txt"
    text.write_text(
        "EMBARGOED until 12:00 GMT on 4 August 2024\n\nMinisters agree on a grain reserve\n\n"
        "ISTANBUL, 4 August 2024 – The ministers met on Sunday and agreed on a reserve.\n",
        encoding="utf-8",
    )
    assert main(["export", str(text), "--to", "pdf", "--out", str(tmp_path)]) == 0
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["news-Embargoed.pdf"]


def test_the_same_release_gives_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    made = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        main(["export", str(sample), "--to", "pdf", "--to", "docx", "--out", str(folder)])
        made.append([path.read_bytes() for path in sorted(folder.iterdir())])
    assert made[0] == made[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["fix", "{sample}", "-o", "{there}"],
        ["import", "{sample}", "-o", "{there}"],
        ["export", "{sample}", "--to", "pdf", "--out", "{folder}"],
    ],
)
def test_what_exists_is_left_as_it_is(
    arguments: list[str], sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / f"{sample.stem}.pdf"
    there.write_text("mine")
    names = {"sample": sample, "there": there, "folder": tmp_path}
    command = [argument.format(**names) for argument in arguments]
    assert main(command) == 2
    assert there.read_text() == "mine"
    assert "--force" in capsys.readouterr().err
    assert main([*command, "--force"]) == 0
    assert there.read_bytes() != b"mine"
