"""Many releases at once: one that fails stops no other, and no two make one file."""

import io
import os
from pathlib import Path

import pytest

from editor.app import main
from editor.cli.exporting import _outcomes, _workers
from editor.cli.jobs import Job
from editor.cli.progress import Bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Deadly(Job):
    """A job that ends the process that takes it up."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (3,)


def job(file: Path, folder: Path, kind: type[Job] = Job) -> Job:
    return kind(file, "oic", ("txt",), (), folder, force=False, width=None, despite="")


@pytest.fixture
def records(sample: Path, tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.bayan" for name in ("one", "two", "three")]
    for path in paths:
        assert main(["import", str(sample), "-o", str(path)]) == 0
    return paths


def test_all_are_written_with_a_summary_at_the_end(
    records: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    out = tmp_path / "out"
    command = ["export", *map(str, records), "--to", "txt", "--to", "docx", "--out", str(out)]
    assert main(command) == 0
    names = [f"{path.stem}-مسودة.{kind}" for path in records for kind in ("txt", "docx")]
    assert sorted(path.name for path in out.iterdir()) == sorted(names)
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[:-1] == [f"{out / name} written." for name in names]
    assert lines[-1] == "Releases written: 3 (files: 6). Failed: 0."
    assert "█" not in said.err


def test_one_that_fails_stops_no_other(
    records: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.bayan"
    broken.write_bytes(b"no release")
    files = [str(records[0]), str(broken), str(tmp_path / "missing.txt"), str(records[1])]
    out = tmp_path / "out"
    assert main(["export", *files, "--to", "txt", "--out", str(out)]) == 2
    assert {path.name for path in out.iterdir()} == {"one-مسودة.txt", "two-مسودة.txt"}
    said = capsys.readouterr()
    assert said.out.splitlines()[-1] == "Releases written: 2 (files: 2). Failed: 2."
    assert "broken.bayan is not a release" in said.err
    assert "missing.txt" in said.err


def test_two_that_would_make_one_file_are_refused_before_anything_is_written(
    records: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twin = tmp_path / "elsewhere" / "ONE.bayan"
    twin.parent.mkdir()
    twin.write_bytes(records[0].read_bytes())
    out = tmp_path / "out"
    files = [*map(str, records), str(twin)]
    assert main(["export", *files, "--to", "txt", "--out", str(out)]) == 2
    said = capsys.readouterr().err
    assert "one.bayan and" in said
    assert "ONE.bayan would both be written as “\u2068ONE-مسودة.txt\u2069”" in said
    assert not out.exists()


def test_what_exists_is_a_failure_of_its_own_release_only(
    records: list[Path], tmp_path: Path
) -> None:
    there = tmp_path / "two-مسودة.txt"
    there.write_text("mine")
    command = ["export", *map(str, records), "--to", "txt", "--out", str(tmp_path)]
    assert main(command) == 2
    assert there.read_text() == "mine"
    assert (tmp_path / "three-مسودة.txt").exists()
    assert main([*command, "--force"]) == 0


def test_a_process_that_dies_takes_only_its_own_release_along(
    records: list[Path], tmp_path: Path
) -> None:
    deadly = job(tmp_path / "deadly.bayan", tmp_path, Deadly)
    jobs = [job(records[0], tmp_path), deadly, job(records[1], tmp_path)]
    with _workers(2) as pool:
        outcomes = list(_outcomes(pool, jobs, "en"))
    assert [bool(outcome.failure) for outcome in outcomes] == [False, True, False]
    assert "ended at once" in outcomes[1].failure


def test_the_bar_grows_on_a_terminal_and_leaves_nothing_behind() -> None:
    terminal = Terminal()
    bar = Bar(terminal, 4)
    for _ in range(4):
        bar.advance()
    bar.clear()
    drawn = terminal.getvalue().split("\r\x1b[K")
    assert [line.count("█") for line in drawn[1:-1]] == [0, 10, 20, 30, 40]
    assert drawn[-2].endswith(" 4/4")
    assert drawn[-1] == ""


def test_the_bar_says_nothing_to_a_file() -> None:
    file = io.StringIO()
    Bar(file, 2).advance()
    assert file.getvalue() == ""
