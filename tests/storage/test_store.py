"""What was written stays written whatever the disk does, and nothing of others is harmed."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from editor.storage.errors import (
    DamagedError,
    FullError,
    ReadOnlyError,
    ReplacedError,
    UnsavedError,
    VanishedError,
)
from editor.storage.loading import load
from editor.storage.lock import Lock, note_of
from editor.storage.pages import beside, read_raw
from editor.storage.store import Store
from tests.storage.files import beside as names
from tests.storage.files import burst, content, dice, joined, make, opened

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return make(tmp_path / "stick" / "a.bayan", b"0")


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = opened(path)
    yield store
    store.discard()


def test_opening_and_closing_changes_nothing(path: Path) -> None:
    opened(path).close()  # the first closing adds the checkpoint
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    opened(path).close()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_what_was_written_is_on_the_disk_at_once(store: Store, path: Path) -> None:
    store.write([burst(b"1", b"2"), burst(b"3", author="other")])
    assert content(path) == b"0123"


def test_one_file_is_left_after_closing(store: Store, path: Path) -> None:
    store.write([burst(b"1")])
    assert names(path) == {path.name, f"{path.name}-wal", note_of(path).name}
    store.close()
    assert names(path) == {path.name}
    assert read_raw(path).is_settled
    loaded = load(path)
    assert loaded.is_kept
    assert loaded.restored.tail == 0


def test_the_file_alone_is_a_complete_copy_after_easing(
    store: Store, path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.bayan"
    store.write([burst(b"1")])
    shutil.copy(path, copy)
    assert content(copy) == b"0"
    assert not store.is_eased
    store.ease()
    assert store.is_eased
    shutil.copy(path, copy)
    assert content(copy) == b"01"


def test_a_checkpoint_is_due_after_five_hundred_updates(store: Store, path: Path) -> None:
    store.write([burst(*[b"x"] * 498)])
    assert not store.needs_checkpoint
    store.write([burst(b"x")])
    assert store.needs_checkpoint
    store.keep()
    assert not store.needs_checkpoint
    assert load(path).restored.tail == 0
    before = store.versions()
    store.keep()
    assert store.versions() == before
    store.keep("named")
    assert len(store.versions()) == len(before) + 1


def test_a_full_disk_is_said_and_writing_goes_on_when_there_is_room(
    store: Store, path: Path
) -> None:
    store.write([burst(b"1")])
    connection = store._database._connection
    assert connection is not None
    connection.execute("PRAGMA max_page_count = 1").fetchall()
    large = dice(1).randbytes(100_000)
    with pytest.raises(FullError):
        store.write([burst(large)])
    assert content(path) == b"01"
    connection.execute("PRAGMA max_page_count = 100000").fetchall()
    store.write([burst(large)])
    store.close()
    assert content(path) == b"01" + large


def test_a_stick_that_is_pulled_out_and_put_back_is_gone_on_with(store: Store, path: Path) -> None:
    away = path.parent.with_name("away")
    for number in range(1, 4):
        store.write([burst(str(number).encode())])
        path.parent.rename(away)
        with pytest.raises(VanishedError):
            store.write([burst(b"x")])
        if number == 2:  # as another device, so that the file has another place on the disk
            shutil.copytree(away, path.parent)
            shutil.rmtree(away)
        else:
            away.rename(path.parent)
    store.write([burst(b"4")])
    store.close()
    assert content(path) == b"01234"
    assert names(path) == {path.name}


def test_a_stick_that_is_pulled_out_before_anything_was_written(store: Store, path: Path) -> None:
    path.parent.rename(path.parent.with_name("away"))
    with pytest.raises(VanishedError):
        store.write([burst(b"1")])
    path.parent.with_name("away").rename(path.parent)
    store.write([burst(b"1")])
    assert content(path) == b"01"


def test_a_copy_with_the_same_content_in_its_place_is_gone_on_with(
    store: Store, path: Path
) -> None:
    """So synchronising programs do."""
    store.write([burst(b"1")])
    store.ease()
    shutil.copy(path, path.with_name("new"))
    path.with_name("new").replace(path)
    store.write([burst(b"2")])
    store.close()
    assert content(path) == b"012"


@pytest.mark.parametrize("in_place", [True, False], ids=["over", "instead"])
@pytest.mark.parametrize("eased", [True, False], ids=["eased", "fresh"])
def test_another_file_in_its_place_is_left_alone(
    store: Store, path: Path, tmp_path: Path, *, in_place: bool, eased: bool
) -> None:
    """An older copy is copied over the open file, or put in its place; ours is told, not merged."""
    older = tmp_path / "older.bayan"
    shutil.copy(path, older)
    store.write([burst(b"1")])
    if eased:
        store.ease()
    if in_place:
        shutil.copyfile(older, path)
    else:
        shutil.copy(older, path.with_name("new"))
        path.with_name("new").replace(path)
    for _ in range(2):
        with pytest.raises(ReplacedError):
            store.write([burst(b"2")])
    copy = tmp_path / "copy.bayan"
    store.copy_to(copy, b"everything")
    assert b"everything" in content(copy)
    store.discard()
    assert path.read_bytes() == older.read_bytes()
    assert names(path) == {path.name}
    assert content(path) == b"0"


def test_a_file_that_turned_into_nonsense_is_left_alone(store: Store, path: Path) -> None:
    store.write([burst(b"1")])
    path.write_bytes(b"a letter" * 100)
    with pytest.raises(ReplacedError):
        store.write([burst(b"2")])
    store.discard()
    assert path.read_bytes() == b"a letter" * 100


def test_a_deleted_file_can_be_saved_elsewhere_with_its_history(
    store: Store, path: Path, tmp_path: Path
) -> None:
    store.write([burst(b"1")])
    path.unlink()
    with pytest.raises(VanishedError):
        store.write([burst(b"2")])
    target = tmp_path / "elsewhere.bayan"
    store.move_to(target, b"<012>")
    store.write([burst(b"3")])
    store.close()
    assert content(target) == b"01<012>3"
    assert names(path) == set()


def test_a_copy_has_the_history_and_an_id_of_its_own(
    store: Store, path: Path, tmp_path: Path
) -> None:
    store.write([burst(b"1")])
    store.keep("named")
    target = tmp_path / "copy.bayan"
    store.copy_to(target, None)
    loaded = load(target)
    assert loaded.is_kept
    assert loaded.raw.is_settled
    assert loaded.id != load(path).id
    assert content(target) == b"01"
    copy = opened(target)
    assert "named" in {version.label for version in copy.versions()}
    copy.close()


def test_moving_goes_on_in_the_new_file_and_settles_the_old_one(
    store: Store, path: Path, tmp_path: Path
) -> None:
    store.write([burst(b"1")])
    target = tmp_path / "moved.bayan"
    store.move_to(target, None)
    assert store.path == target
    assert names(path) == {path.name}
    store.write([burst(b"2")])
    store.close()
    assert content(path) == b"01"
    assert content(target) == b"012"
    assert note_of(target).name not in names(target)


def test_a_move_that_fails_goes_on_in_the_old_file(
    store: Store, path: Path, tmp_path: Path
) -> None:
    store.write([burst(b"1")])
    with pytest.raises(Exception, match="folder"):
        store.move_to(tmp_path / "none" / "a.bayan", None)
    store.write([burst(b"2")])
    assert content(path) == b"012"


def test_a_crash_is_tidied_up_at_the_next_closing_even_without_edits(
    store: Store, path: Path, tmp_path: Path
) -> None:
    store.write([burst(b"1")])
    crashed = tmp_path / "crash" / path.name
    crashed.parent.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(beside(path, suffix), crashed.parent)
    opened(crashed).close()
    assert names(crashed) == {crashed.name}
    assert content(crashed) == b"01"


def test_damage_on_the_disk_while_it_is_open_is_told(
    store: Store, path: Path, tmp_path: Path
) -> None:
    store.write([burst(b"1")])
    connection = store._database._connection
    assert connection is not None
    connection.execute("UPDATE updates SET payload = x'0001' WHERE seq = 1")
    with pytest.raises(DamagedError):
        store.keep()
    target = tmp_path / "copy.bayan"
    store.copy_to(target, b"<01>")
    assert content(target) == b"<01>"


@pytest.fixture
def powerless(path: Path) -> Iterator[Path]:
    """A file of a user for whom permissions count, which they do not for the superuser."""
    with tempfile.TemporaryDirectory() as name:
        own = Path(shutil.copy(path, name))
        is_superuser = os.name == "posix" and os.getuid() == 0
        if is_superuser:
            os.chown(name, NOBODY, NOBODY)
            os.chown(own, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, 0)
        yield own
        own.parent.chmod(0o755)
        if is_superuser:
            os.setresuid(0, 0, 0)


@pytest.mark.skipif(os.name != "posix", reason="takes the right to write away as POSIX does")
def test_a_read_only_file_is_said_to_be_one(powerless: Path) -> None:
    powerless.chmod(0o444)
    lock = Lock(powerless)
    with pytest.raises(ReadOnlyError) as caught:
        Store(powerless, load(powerless), lock, joined)
    assert caught.value.key == "storage.read_only_file"
    lock.release()


@pytest.mark.skipif(os.name != "posix", reason="takes the right to write away as POSIX does")
def test_a_read_only_folder_is_said_to_be_one(powerless: Path) -> None:
    powerless.parent.chmod(0o555)
    with pytest.raises(ReadOnlyError) as caught:
        Lock(powerless)
    assert caught.value.key == "storage.read_only_folder"
    assert content(powerless) == b"0"


def test_another_program_that_holds_the_file_is_waited_for(store: Store, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UnsavedError):
            store.write([burst(b"1")])
        other.execute("ROLLBACK")
    store.write([burst(b"1")])
    assert content(path) == b"01"
