"""A new file appears complete or not at all, and never over another unasked."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editor.storage import placing
from editor.storage.errors import ExistsError, FullError, MissingError
from editor.storage.log import Log
from editor.storage.pages import beside
from editor.storage.placing import followed, place
from tests.storage.files import burst, content, dice, make, opened

ROOT = Path(__file__).parent.parent.parent


def fill(log: Log) -> None:
    log.append(burst(b"new"))


def test_a_new_file_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.bayan"
    place(path, fill)
    assert list(tmp_path.iterdir()) == [path]
    assert content(path) == b"new"


def test_what_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "a.bayan"
    path.write_bytes(b"a letter")
    with pytest.raises(ExistsError):
        place(path, fill)
    assert path.read_bytes() == b"a letter"
    place(path, fill, force=True)
    assert content(path) == b"new"


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.bayan"

    def fill_slowly(log: Log) -> None:
        fill(log)
        path.write_bytes(b"a letter")

    with pytest.raises(ExistsError):
        place(path, fill_slowly)
    assert path.read_bytes() == b"a letter"
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_without_hard_links_is_served_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(placing.os, "link", refuse)
    test_a_new_file_is_one_file(tmp_path)
    (tmp_path / "a.bayan").unlink()
    test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path)


def test_a_failure_leaves_what_was_there_and_no_litter(tmp_path: Path) -> None:
    path = make(tmp_path / "a.bayan", b"old")

    def fail(log: Log) -> None:
        fill(log)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        place(path, fail, force=True)
    assert list(tmp_path.iterdir()) == [path]
    assert content(path) == b"old"


def test_what_an_earlier_file_left_beside_it_is_not_applied_to_the_new_one(tmp_path: Path) -> None:
    """SQLite would replay the write-ahead log of a file that is gone into the next of its name."""
    path = make(tmp_path / "a.bayan", b"old")
    store = opened(path)
    store.write([burst(b"more")])
    saved = tmp_path / "saved"
    shutil.copy(beside(path, "-wal"), saved)
    store.close()
    for force in (False, True):
        shutil.copy(saved, beside(path, "-wal"))
        if not force:
            path.unlink()
        place(path, fill, force=force)
        assert not beside(path, "-wal").exists()
        assert content(path) == b"new"


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = make(tmp_path / "a.bayan", b"old")
    path.chmod(0o600)
    place(path, fill, force=True)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(MissingError) as caught:
        place(tmp_path, fill, force=True)
    assert caught.value.key == "storage.folder"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingError) as caught:
        place(tmp_path / "none" / "a.bayan", fill)
    assert caught.value.key == "storage.no_folder"
    assert str(tmp_path / "none") in str(caught.value)


def test_a_link_is_followed(tmp_path: Path) -> None:
    target = tmp_path / "folder" / "a.bayan"
    target.parent.mkdir()
    link = tmp_path / "link.bayan"
    link.symlink_to(target)
    place(followed(link), fill)
    assert content(target) == b"new"
    assert link.is_symlink()


SMALL_DISK = """
import resource, sys
from pathlib import Path
from editor.storage.errors import UnsavedError
from editor.storage.placing import place
from tests.storage.files import burst, dice

resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
path = Path(sys.argv[1])
try:
    place(path, lambda log: log.append(burst(dice(1).randbytes(200_000))), force=True)
except UnsavedError as error:
    print(error.key)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as POSIX does")
def test_a_disk_that_takes_no_more_leaves_the_old_file(tmp_path: Path) -> None:
    path = make(tmp_path / "a.bayan", b"old")
    command = [sys.executable, "-c", SMALL_DISK, path]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "storage.failed_new"
    assert list(tmp_path.iterdir()) == [path]
    assert content(path) == b"old"


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = make(tmp_path / "a.bayan", b"old")

    def overfill(log: Log) -> None:
        log._connection.execute("PRAGMA max_page_count = 10").fetchall()
        log.append(burst(dice(1).randbytes(100_000)))

    with pytest.raises(FullError) as caught:
        place(path, overfill, force=True)
    assert caught.value.key == "storage.full_new"
    assert list(tmp_path.iterdir()) == [path]
    assert content(path) == b"old"


def test_an_error_says_what_it_is_about_in_every_language(tmp_path: Path) -> None:
    error = FullError("full_new", tmp_path)
    assert all(str(tmp_path) in error.sentence(language) for language in ("ar", "en", "fr"))
