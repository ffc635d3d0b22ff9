"""The writing thread: nothing it took is lost, and who waits is told."""

import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from editor.storage import writer as writer_module
from editor.storage.errors import StorageError, UnsavedError, VanishedError
from editor.storage.pages import read_raw
from editor.storage.writer import GATHERING, Writer
from tests.storage.files import content, make, opened

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 30
"""Seconds after which something that should happen is given up; nothing takes nearly as long."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return make(folder / "a.bayan", b"0")


@pytest.fixture
def reports() -> "queue.Queue[StorageError | None]":
    return queue.Queue()


@pytest.fixture
def writer(path: Path, reports: "queue.Queue[StorageError | None]") -> Iterator[Writer]:
    writer = Writer(opened(path), reports.put)
    yield writer
    writer.stop(even_if_unsaved=True)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GATHERING", "RETRYING", "EASING"):
        monkeypatch.setattr(writer_module, name, 0.01)


def until(condition: Callable[[], bool]) -> bool:
    """Wait for something that another thread does."""
    tick = threading.Event()
    return any(condition() or tick.wait(0.02) for _ in range(PATIENCE * 50))


def test_edits_are_written_by_themselves_while_the_owner_is_busy(
    writer: Writer, path: Path
) -> None:
    writer.append("me", b"1")
    assert until(lambda: content(path) == b"01")


def test_edits_are_gathered_well_within_a_second() -> None:
    assert 0 < GATHERING <= 0.5


def test_a_burst_is_one_row_for_each_author_in_turn(writer: Writer, path: Path) -> None:
    for author, update in (("a", b"1"), ("a", b"2"), ("b", b"3"), ("a", b"4")):
        writer.append(author, update)
    restored = writer.call(lambda store: store.restore())
    assert restored.updates == (b"0", b"1", b"2", b"3", b"4")
    assert restored.seq == 4


def test_a_call_sees_everything_that_was_taken_before_it(writer: Writer, path: Path) -> None:
    for number in range(1, 50):
        writer.append("me", b"%d," % number)
        writer.call(lambda _: None)
        assert content(path).endswith(b"%d," % number)


def test_what_a_call_raises_is_raised_where_it_was_made(writer: Writer) -> None:
    with pytest.raises(ZeroDivisionError):
        writer.call(lambda _: 1 / 0)
    assert writer.call(lambda _: "still here") == "still here"


def test_a_checkpoint_is_made_when_many_updates_have_come(writer: Writer) -> None:
    for _ in range(600):
        writer.append("me", b"x")
    writer.call(lambda _: None)
    assert [version.seq for version in writer.call(lambda store: store.versions())] == [3]


def test_the_main_file_is_brought_up_to_date_after_a_while(
    impatient: None, writer: Writer, path: Path
) -> None:
    writer.append("me", b"1")
    assert until(lambda: not read_raw(path).wal and content(path) == b"01")


def test_unwritten_edits_are_kept_tried_again_and_told_of_once(
    impatient: None, writer: Writer, path: Path, reports: "queue.Queue[StorageError | None]"
) -> None:
    away = path.parent.with_name("away")
    path.parent.rename(away)
    for update in (b"1", b"2", b"3"):
        writer.append("me", update)
        with pytest.raises(VanishedError):
            writer.call(lambda _: None)
    assert isinstance(reports.get(timeout=PATIENCE), VanishedError)
    away.rename(path.parent)
    assert reports.get(timeout=PATIENCE) is None
    assert content(path) == b"0123"
    assert reports.empty()


def test_a_call_that_needs_no_saving_is_made_all_the_same(writer: Writer, path: Path) -> None:
    path.parent.rename(path.parent.with_name("away"))
    writer.append("me", b"1")
    with pytest.raises(VanishedError):
        writer.stop()
    assert writer.call(lambda _: "made", even_if_unsaved=True) == "made"
    path.parent.with_name("away").rename(path.parent)


def test_stopping_writes_everything_and_leaves_one_file(writer: Writer, path: Path) -> None:
    writer.append("me", b"1")
    writer.stop()
    writer.stop()
    assert content(path) == b"01"
    assert list(path.parent.iterdir()) == [path]


def test_a_listener_that_fails_does_not_stop_the_writing(
    impatient: None, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    monkeypatch.setattr("sys.excepthook", lambda *fault: told.append(fault[0]))

    def fail(problem: StorageError | None) -> None:
        raise ZeroDivisionError

    writer = Writer(opened(path), fail)
    path.parent.rename(path.parent.with_name("away"))
    writer.append("me", b"1")
    with pytest.raises(VanishedError):
        writer.call(lambda _: None)
    path.parent.with_name("away").rename(path.parent)
    writer.stop()
    assert content(path) == b"01"
    assert set(told) == {ZeroDivisionError}


def test_a_fault_of_ours_is_told_and_does_not_end_the_saving(
    impatient: None, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(path)
    writer = Writer(store, lambda _: None)

    def fail(bursts: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(store, "write", fail)
        writer.append("me", b"1")
        with pytest.raises(UnsavedError) as caught:
            writer.call(lambda _: None)
        assert isinstance(caught.value.__cause__, ZeroDivisionError)
    writer.stop()
    assert content(path) == b"01"


def test_a_closed_writer_takes_no_calls(writer: Writer) -> None:
    writer.stop()
    with pytest.raises(RuntimeError):
        writer.call(lambda _: None)


PROGRAM = """
import sys
from pathlib import Path
from editor.storage.writer import Writer
from tests.storage.files import opened

Writer(opened(Path(sys.argv[1])), print).append("me", b"1")
"""


def test_a_program_that_ends_without_closing_loses_nothing(path: Path) -> None:
    subprocess.run([sys.executable, "-c", PROGRAM, path], cwd=ROOT, check=True, timeout=PATIENCE)
    assert content(path) == b"01"
    assert list(path.parent.iterdir()) == [path]
