"""The log gives back what was put into it, proven, from as near as it can."""

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing

import pytest

from editor.storage.log import BrokenLogError, Log
from editor.storage.schema import is_prepared
from tests.storage.files import burst, joined


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


@pytest.fixture
def log(connection: sqlite3.Connection) -> Log:
    return Log.new(connection)


def write(log: Log, *updates: bytes) -> None:
    for update in updates:
        with log.transaction():
            log.append(burst(update))


def keep(log: Log, label: str = "") -> None:
    condensed = joined(log.restore().updates)
    with log.transaction():
        log.keep(condensed.state, condensed.mirror, label)


def test_a_new_log_is_empty_and_has_an_id_of_its_own(log: Log) -> None:
    assert log.last() == (0, b"")
    assert log.restore().updates == ()
    assert log.versions() == ()
    assert log.mirror() is None
    before = log.id
    log.renew_id()
    assert before != log.id


def test_edits_come_back_in_order(log: Log) -> None:
    with log.transaction():
        log.append(burst(b"a", b"b"))
        log.append(burst(b"c", author="other"))
    write(log, b"d")
    assert log.restore().updates == (b"a", b"b", b"c", b"d")
    assert log.restore().seq == log.last()[0] == 3
    log.verify()


def test_a_very_large_burst_becomes_several_rows(log: Log) -> None:
    updates = tuple(bytes([n % 256]) for n in range(1201))
    with log.transaction():
        log.append(burst(*updates))
    assert log.last()[0] == 3
    assert log.restore().updates == updates


def test_a_transaction_that_fails_leaves_nothing(log: Log) -> None:
    def appended() -> Generator[None, None, None]:
        with log.transaction():
            log.append(burst(b"a"))
            yield

    attempt = appended()
    next(attempt)
    with pytest.raises(ZeroDivisionError):
        attempt.throw(ZeroDivisionError)
    assert log.last() == (0, b"")
    write(log, b"b")
    assert log.restore().updates == (b"b",)


def test_opening_begins_at_the_last_checkpoint(log: Log) -> None:
    write(log, b"a", b"b")
    keep(log)
    assert log.is_kept()
    write(log, b"c")
    assert not log.is_kept()
    restored = log.restore()
    assert restored.updates == (b"ab", b"c")
    assert restored.tail == 1


def test_an_old_version_is_the_checkpoint_before_it_and_the_edits_up_to_it(log: Log) -> None:
    write(log, b"a", b"b")
    keep(log, "sent")
    write(log, b"c", b"d")
    keep(log)
    write(log, b"e")
    states = [b"".join(log.restore(seq).updates) for seq in range(6)]
    assert states == [b"", b"a", b"ab", b"abc", b"abcd", b"abcde"]
    assert [(version.seq, version.label) for version in log.versions()] == [(2, "sent"), (4, "")]


def test_a_damaged_checkpoint_is_passed_over(log: Log, connection: sqlite3.Connection) -> None:
    write(log, b"a")
    keep(log)
    write(log, b"b")
    keep(log)
    connection.execute("UPDATE checkpoints SET payload = x'00' WHERE number = 2")
    assert log.restore().updates == (b"a", b"b")
    assert log.restore().skipped == 1
    connection.execute("UPDATE checkpoints SET hash = x'00'")
    assert log.restore().updates == (b"a", b"b")
    assert log.restore().skipped == 2


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE updates SET payload = x'0001' WHERE seq = 2",
        "UPDATE updates SET author = 'x' WHERE seq = 2",
        "DELETE FROM updates WHERE seq = 2",
    ],
)
def test_damaged_edits_are_named(log: Log, connection: sqlite3.Connection, damage: str) -> None:
    write(log, b"a", b"b", b"c")
    connection.execute(damage)
    with pytest.raises(BrokenLogError) as caught:
        log.restore()
    assert caught.value.seq == 2
    with pytest.raises(BrokenLogError):
        log.verify()
    assert log.restore(1).updates == (b"a",)


def test_damage_before_a_checkpoint_does_not_reach_the_present(
    log: Log, connection: sqlite3.Connection
) -> None:
    write(log, b"a", b"b")
    keep(log)
    write(log, b"c")
    connection.execute("DELETE FROM updates WHERE seq = 1")
    assert log.restore().updates == (b"ab", b"c")
    with pytest.raises(BrokenLogError):
        log.verify()


def test_checkpoints_thin_out_with_age_but_named_ones_stay(log: Log) -> None:
    for number in range(200):
        write(log, bytes([number]))
        keep(log, "named" if number == 50 else "")
    versions = log.versions()
    assert len(versions) < 32
    assert {version.seq for version in versions} >= {51, 197, 198, 199, 200}
    assert b"".join(log.restore(123).updates) == bytes(range(123))


def test_the_mirror_is_that_of_the_last_checkpoint(log: Log) -> None:
    write(log, b"a")
    with log.transaction():
        log.keep(b"a", '{"old": 1}')
    write(log, b"b")
    with log.transaction():
        log.keep(b"ab", '{"new": 1}')
    assert log.mirror() == '{"new": 1}'


def test_foreign_tables_triggers_and_views_are_noticed(
    log: Log, connection: sqlite3.Connection
) -> None:
    assert is_prepared(connection)
    connection.execute("CREATE VIEW v AS SELECT * FROM updates")
    assert not is_prepared(connection)
