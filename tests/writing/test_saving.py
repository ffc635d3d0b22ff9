"""A document is put in place whole or not at all."""

import os
from pathlib import Path

import pytest

from editor.writing.saving import SavingError, write_whole


def test_what_was_there_is_replaced_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with path.open("rb") as reader:
        write_whole(path, b"new")
        assert reader.read() == b"old"
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_vanished_is_said_and_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(SavingError) as caught:
        write_whole(tmp_path / "gone" / "a.pdf", b"new")
    assert caught.value.key == "files.unwritable"
    assert "a.pdf" in caught.value.sentence("ar")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(SavingError):
        write_whole(tmp_path / "a.pdf", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The write itself fails as on a full disk: the temporary file leads to /dev/full."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    real = os.fdopen

    def full(handle: int, mode: str) -> object:
        os.close(handle)
        return real(os.open("/dev/full", os.O_WRONLY), mode)

    monkeypatch.setattr("editor.writing.saving.os.fdopen", full)
    with pytest.raises(SavingError) as caught:
        write_whole(path, b"new" * 10_000)
    assert "No space left" in str(caught.value)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
