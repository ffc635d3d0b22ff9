"""A file that is not a sound release is named for what it is, and left as it is."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from editor.storage.errors import (
    DamagedError,
    MissingError,
    NewerError,
    NotOursError,
    StorageError,
)
from editor.storage.loading import is_release_file, load
from editor.storage.schema import PAGE_BYTES, VERSION
from tests.storage.files import burst, content, dice, make, opened

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 40


def another_database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE updates (seq INTEGER PRIMARY KEY, payload BLOB)")
        connection.execute("INSERT INTO updates VALUES (1, x'00')")
        return connection.serialize()


FOREIGN = {
    "a picture": JPEG,
    "a text": "جدة (يونا) – بيان".encode(),
    "another program's database": another_database(),
    "the beginning of a database": b"SQLite format 3\x00" + bytes(4080),
    "zeros": bytes(50_000),
    "noise": dice(1).randbytes(1_000_000),
    "pages of rows of nothing": b"\x0d\x00\x00\x00\x80" * 100_000,
}


@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_file_that_is_not_ours_is_left_alone(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.bayan"
    path.write_bytes(data)
    with pytest.raises(NotOursError) as caught:
        load(path)
    assert caught.value.key == "storage.not_ours"
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]
    assert not is_release_file(path)


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.bayan"
    path.touch()
    with pytest.raises(NotOursError) as caught:
        load(path)
    assert caught.value.key == "storage.empty"


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(MissingError) as caught:
        load(tmp_path)
    assert caught.value.key == "storage.folder"
    assert not is_release_file(tmp_path)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingError) as caught:
        load(tmp_path / "none.bayan")
    assert caught.value.key == "storage.missing"
    assert not is_release_file(tmp_path / "none.bayan")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.bayan"
    os.mkfifo(path)
    assert not is_release_file(path)
    with pytest.raises(NotOursError):
        load(path)


def test_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = make(tmp_path / "a.bayan", b"x")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        connection.execute("ALTER TABLE updates ADD COLUMN device TEXT")
    before = path.read_bytes()
    with pytest.raises(NewerError):
        load(path)
    assert path.read_bytes() == before
    assert is_release_file(path)


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TRIGGER t AFTER INSERT ON updates BEGIN DELETE FROM updates; END",
        "CREATE VIEW v AS SELECT * FROM updates",
        "DROP TABLE content",
        "CREATE TABLE more (a)",
    ],
)
def test_tables_that_we_did_not_make_are_not_trusted(tmp_path: Path, change: str) -> None:
    path = make(tmp_path / "a.bayan", b"x")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(change)
    with pytest.raises(DamagedError) as caught:
        load(path)
    assert caught.value.copy is not None
    assert content(caught.value.copy) == b"x"


def test_a_page_that_hangs_nowhere_is_found_before_anything_is_written(tmp_path: Path) -> None:
    """Writing into such a file could put new rows over old ones."""
    path = make(tmp_path / "a.bayan", *(dice(n).randbytes(900) for n in range(40)))
    data = bytearray(path.read_bytes())
    data[32:40] = (4).to_bytes(4, "big") + (1).to_bytes(4, "big")  # a used page called free
    path.write_bytes(data)
    with pytest.raises(DamagedError) as caught:
        load(path)
    assert caught.value.copy is not None
    assert content(caught.value.copy) == b"".join(dice(n).randbytes(900) for n in range(40))


def test_loading_changes_nothing_on_the_disk(tmp_path: Path) -> None:
    path = make(tmp_path / "a.bayan", b"x")
    store = opened(path)
    store.write([burst(b"y")])
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert content(path) == b"xy"
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before
    store.close()


@pytest.mark.parametrize("length", [1, 99, 100, PAGE_BYTES - 1, PAGE_BYTES, 2 * PAGE_BYTES])
def test_the_beginning_of_a_release_ends_in_a_sentence(tmp_path: Path, length: int) -> None:
    path = make(tmp_path / "a.bayan", b"x")
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(StorageError) as caught:
        load(path)
    for language in ("ar", "en", "fr"):
        assert str(path) in caught.value.sentence(language)
