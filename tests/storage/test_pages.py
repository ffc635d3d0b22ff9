"""A file is seen in memory exactly as SQLite would see it, and is not touched."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from editor.storage.errors import MissingError, StorageError
from editor.storage.log import Log
from editor.storage.memory import in_memory
from editor.storage.pages import MOST_BYTES, RawFile, beside, read_raw
from editor.storage.schema import PAGE_BYTES
from tests.storage.files import burst, content, dice, make, opened


def dump(connection: sqlite3.Connection) -> list[str]:
    return list(connection.iterdump())


def copied(path: Path, folder: Path) -> Path:
    """A copy of a file with what lies beside it, as a crash would leave it."""
    folder.mkdir()
    for suffix in ("", "-wal", "-journal"):
        if beside(path, suffix).exists():
            (folder / (path.name + suffix)).write_bytes(beside(path, suffix).read_bytes())
    return folder / path.name


@pytest.mark.parametrize("seed", range(6))
def test_the_write_ahead_log_is_applied_as_sqlite_does(tmp_path: Path, seed: int) -> None:
    """In any state of the log: fresh, restarted, cut at a random place, damaged in one bit."""
    rng = dice(seed)
    path = make(tmp_path / "a.bayan", b"first")
    store = opened(path)
    for step in range(30):
        store.write([burst(rng.randbytes(rng.randrange(1, 9000)))])
        if step % 11 == 10:
            store.ease()
        if step % 7 == 6:
            store.keep()
    for attempt in range(8):
        crashed = copied(path, tmp_path / str(attempt))
        wal = beside(crashed, "-wal")
        data = bytearray(wal.read_bytes())
        if attempt % 2:
            del data[rng.randrange(len(data)) :]
        elif attempt:
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        wal.write_bytes(data)
        before = read_raw(crashed)
        with closing(in_memory(before)) as ours:
            seen = dump(ours)
        assert read_raw(crashed) == before
        with closing(sqlite3.connect(crashed)) as theirs:
            assert seen == dump(theirs)
    store.discard()


def test_a_transaction_that_never_ended_is_rolled_back(tmp_path: Path) -> None:
    path = make(tmp_path / "a.bayan", b"first")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # A cache of one page makes SQLite write into the file before the transaction ends.
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        log = Log(connection)
        for number in range(60):
            log.append(burst(dice(number).randbytes(5000)))
        crashed = copied(path, tmp_path / "crash")
        connection.execute("ROLLBACK")
    assert beside(crashed, "-journal").stat().st_size > 512
    assert crashed.stat().st_size > 20 * PAGE_BYTES
    assert content(crashed) == b"first"


@pytest.mark.parametrize("page_bytes", [512, 65536])
def test_a_log_of_another_page_size_is_not_ours(page_bytes: int) -> None:
    wal = bytes.fromhex("377f0682002de218") + page_bytes.to_bytes(4, "big") + bytes(4000)
    assert RawFile(b"main", wal).image() == b"main"


def test_a_hostile_log_does_not_fill_the_memory() -> None:
    """A commit may claim any number of pages, and a frame any place."""
    main = bytes(PAGE_BYTES)
    journal = bytes.fromhex("d9d505f920a163d7") + b"\xff" * 4 + bytes(4) + b"\xff" * 4
    journal += (512).to_bytes(4, "big") + PAGE_BYTES.to_bytes(4, "big")
    journal = journal.ljust(512 + 2 * (PAGE_BYTES + 8), b"\x00")
    assert len(RawFile(main, b"", journal).image()) == PAGE_BYTES


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingError):
        read_raw(tmp_path / "none.bayan")


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.bayan"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(StorageError) as caught:
        read_raw(path)
    assert caught.value.key == "storage.too_large"
