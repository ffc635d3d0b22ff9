"""`export` writes what may go out, says what is wrong with it, and never half a file."""

import subprocess
import sys
from pathlib import Path

import pytest

from editor.app import main
from editor.release.content import BlockKind, Status
from editor.release.draft import Draft
from editor.storage import ReleaseFile, read_draft
from tests.writing import releases

ROOT = Path(__file__).parents[2]
NO_ERRORS = "Ministers agreed on a joint reserve of grain on Sunday and will meet again in May."


def record(path: Path, status: Status, words: str = "") -> Path:
    """The sample with its errors, or an English release of these words without any."""
    draft = Draft.from_release(releases.english() if words else releases.sample())
    draft.set_status(status)
    if words:
        for block in draft.snapshot().blocks:
            draft.remove_block(block.id)
        draft.insert_block(BlockKind.LEAD, None, {"en": words})
        draft.set_end_mark(True)
    with ReleaseFile.create(path, draft):
        return path


@pytest.mark.parametrize(
    ("kind", "ending", "start"),
    [
        ("html", "html", "<!DOCTYPE html>"),
        ("txt", "txt", "منظمة التعاون الإسلامي\n"),
        ("md", "md", "**منظمة التعاون الإسلامي**"),
    ],
)
def test_every_format_has_its_own_ending(
    kind: str, ending: str, start: str, sample: Path, tmp_path: Path
) -> None:
    assert main(["export", str(sample), "--to", kind, "--out", str(tmp_path)]) == 0
    (made,) = tmp_path.iterdir()
    assert made.name == f"{sample.stem}.{ending}"
    assert made.read_text(encoding="utf-8").startswith(start)


def test_shaped_lines_stand_beside_plain_ones(sample: Path, tmp_path: Path) -> None:
    command = ["export", str(sample), "--to", "txt", "--to", "shaped", "--out", str(tmp_path)]
    assert main([*command, "--width", "40"]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {
        f"{sample.stem}.txt",
        f"{sample.stem}.shaped.txt",
    }
    shaped = (tmp_path / f"{sample.stem}.shaped.txt").read_text(encoding="utf-8")
    assert shaped.startswith("ﻲﻣﻼﺳﻹﺍ ﻥﻭﺎﻌﺘﻟﺍ ﺔﻤﻈﻨﻣ\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--to", "shaped"], "--width 40"),
        (["--to", "pdf", "--width", "40"], "--width is for lines of text"),
        (["--to", "txt", "--width", "7"], "--help"),
        (["--to", "txt", "--width", "٤٠"], "--help"),
        (["--to", "pdf", "--despite", " "], "--despite asks for a reason"),
        (["--to", "rtf"], "--help"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_sentence(
    arguments: list[str],
    sentence: str,
    sample: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["export", str(sample), *arguments, "--out", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_draft_with_errors_is_written_with_its_banner_and_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = record(tmp_path / "news.bayan", Status.DRAFT)
    assert main(["export", str(file), "--to", "txt", "--out", str(tmp_path)]) == 0
    assert "Errors open in" in capsys.readouterr().err
    assert "مسودة – ليست للنشر" in (tmp_path / "news-مسودة.txt").read_text(encoding="utf-8")


def test_a_release_without_errors_needs_no_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = record(tmp_path / "news.bayan", Status.APPROVED, NO_ERRORS)
    assert main(["export", str(file), "--to", "txt", "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("status", [Status.APPROVED, Status.PUBLISHED, Status.CORRECTION])
def test_a_release_that_goes_out_is_refused_while_errors_are_open(
    status: Status, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = record(tmp_path / "news.bayan", status), tmp_path / "out"
    assert main(["export", str(file), "--to", "txt", "--to", "pdf", "--out", str(out)]) == 2
    assert "--despite REASON" in capsys.readouterr().err
    assert list(out.iterdir()) == []


def test_a_reason_lets_it_out_and_is_kept_in_the_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = record(tmp_path / "news.bayan", Status.APPROVED)
    command = ["export", str(file), "--to", "txt", "--out", str(tmp_path)]
    assert main([*command, "--despite", "The minister is waiting"]) == 0
    assert "Errors open in" in capsys.readouterr().err
    (export,) = read_draft(file).exports()
    assert (export.reason, export.names) == ("The minister is waiting", ("ar.txt",))
    assert export.errors > 0
    assert "minister" not in (tmp_path / "news.txt").read_text(encoding="utf-8")


def test_a_reason_that_was_not_needed_is_not_kept(tmp_path: Path) -> None:
    file = record(tmp_path / "news.bayan", Status.APPROVED, NO_ERRORS)
    command = ["export", str(file), "--to", "txt", "--out", str(tmp_path)]
    assert main([*command, "--despite", "The minister is waiting"]) == 0
    assert read_draft(file).exports() == ()


def test_a_full_disk_leaves_the_old_file_whole(sample: Path, tmp_path: Path) -> None:
    """A limit on the size of files fails a write as a full disk does, in the middle."""
    old = tmp_path / f"{sample.stem}.pdf"
    old.write_text("the old one")
    code = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "from editor.app import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    command = ["export", str(sample), "--to", "pdf", "--out", str(tmp_path), "--force"]
    done = subprocess.run(
        [sys.executable, "-c", code, *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "could not be written" in done.stderr
    assert old.read_text() == "the old one"
    assert [path.name for path in tmp_path.iterdir()] == [old.name]


def test_a_file_that_is_open_elsewhere_stays_what_it_was_for_its_reader(
    sample: Path, tmp_path: Path
) -> None:
    old = tmp_path / f"{sample.stem}.txt"
    old.write_text("the old one")
    with old.open() as reader:
        assert main(["export", str(sample), "--to", "txt", "--out", str(tmp_path), "--force"]) == 0
        assert reader.read() == "the old one"
    assert old.read_text(encoding="utf-8").startswith("منظمة")


def test_a_folder_that_cannot_be_made_is_said_to_be_so(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine")
    command = ["export", str(sample), "--to", "txt", "--out", str(tmp_path / "file" / "out")]
    assert main(command) == 2
    assert "could not be written" in capsys.readouterr().err
    assert (tmp_path / "file").read_text() == "mine"
