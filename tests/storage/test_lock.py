"""One window at a time, and a killed one does not keep the others out."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor.storage.errors import AlreadyOpenError, MissingError
from editor.storage.lock import Lock, note_of

ROOT = Path(__file__).parent.parent.parent

HOLD = """
import sys
from pathlib import Path
from editor.storage.lock import Lock
lock = Lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def holder(path: Path) -> "subprocess.Popen[bytes]":
    """Another process that holds the lock until it is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, path], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_a_second_lock_in_the_same_process_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.bayan"
    lock = Lock(path)
    with pytest.raises(AlreadyOpenError) as caught:
        Lock(path)
    assert caught.value.evidence["user"]
    assert caught.value.evidence["computer"]
    lock.release()
    Lock(path).release()


def test_another_process_is_refused_until_this_one_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "a.bayan"
    process = holder(path)
    with process:
        with pytest.raises(AlreadyOpenError):
            Lock(path)
        process.kill()
    assert note_of(path).exists()
    Lock(path).release()


def test_nothing_is_left_after_release_and_releasing_twice_is_no_matter(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "a.bayan")
    lock.release()
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_reading_the_file_itself_does_not_drop_the_lock(tmp_path: Path) -> None:
    """On POSIX it would drop one that was on the file itself."""
    path = tmp_path / "a.bayan"
    path.write_bytes(b"x")
    lock = Lock(path)
    path.read_bytes()
    note_of(path).read_bytes()
    with pytest.raises(AlreadyOpenError):
        Lock(path)
    assert lock.is_held()
    lock.release()


def test_a_note_that_says_nothing_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "a.bayan"
    note_of(path).write_bytes(b"[1, \xff")
    lock = Lock(path)
    note_of(path).write_bytes(b"{}")
    with pytest.raises(AlreadyOpenError) as caught:
        Lock(path)
    assert caught.value.evidence["user"] == "?"
    lock.release()


def test_a_note_that_was_removed_is_no_longer_held(tmp_path: Path) -> None:
    path = tmp_path / "a.bayan"
    lock = Lock(path)
    note_of(path).unlink()
    assert not lock.is_held()
    lock.release()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingError) as caught:
        Lock(tmp_path / "none" / "a.bayan")
    assert caught.value.key == "storage.no_folder"


def test_a_full_disk_does_not_keep_a_file_from_being_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The note stays empty then; the lock is what counts."""

    def refuse(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr("editor.storage.lock.os.write", refuse)
        lock = Lock(tmp_path / "a.bayan")
    with pytest.raises(AlreadyOpenError):
        Lock(tmp_path / "a.bayan")
    lock.release()
