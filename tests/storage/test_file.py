"""A release file with the real record in it: what was written is what is read."""

import gc
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from editor.release.content import BlockKind, Mark, Release, Status
from editor.release.draft import Draft
from editor.release.mirror import mirror
from editor.storage import (
    AlreadyOpenError,
    DamagedError,
    ExistsError,
    HistoryError,
    MissingError,
    NotOursError,
    ReleaseFile,
    ReplacedError,
    StorageError,
    VanishedError,
    is_release_file,
    read_release,
)
from editor.storage.condensing import condense
from editor.storage.log import Log
from editor.storage.placing import place
from editor.storage.schema import APPLICATION_ID
from tests.storage.files import burst, dice

WORDS = "قال معالي الأمين العام: «نُرحِّبُ بالقرار» 👨‍👩‍👧 OIC"


def some_draft() -> Draft:
    draft = Draft.new("ar", author="أمينة")
    lead = draft.insert_block(BlockKind.LEAD, None, {"ar": WORDS, "fr": "Le Secrétaire général"})
    draft.insert_block(BlockKind.PARAGRAPH, lead, {"ar": "فقرة"})
    speaker = draft.add_speaker()
    start = WORDS.index("نُ")
    draft.mark_quotation(lead, "ar", start, WORDS.index("»"), speaker)
    return draft


def write(draft: Draft, words: str) -> None:
    """Append to the first block."""
    block = draft.snapshot().blocks[0]
    end = len(block.text("ar").words)
    draft.replace(block.id, "ar", end, end, words)


def words(release: Release) -> str:
    return release.blocks[0].text("ar").words


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "بيان صحفي.bayan"


def test_what_was_written_is_what_is_read(path: Path) -> None:
    draft = some_draft()
    with ReleaseFile.create(path, draft) as file:
        write(file.draft, " وأضاف")
        file.draft.set_status(Status.FOR_APPROVAL)
    assert list(path.parent.iterdir()) == [path]
    assert read_release(path) == draft.snapshot()
    with ReleaseFile.open(path, author="ليلى") as file:
        assert file.draft.snapshot() == draft.snapshot()
        assert file.draft.id == draft.id
        assert file.draft.author == "ليلى"
        assert file.problem is None


def test_quotations_and_undo_survive_as_they_should(path: Path) -> None:
    with ReleaseFile.create(path, some_draft()) as file:
        write(file.draft, "x")
        file.draft.undo()
    spans = read_release(path).blocks[0].text("ar").spans
    assert [span.mark for span in spans] == [Mark.QUOTATION]
    assert words(read_release(path)) == WORDS


def test_many_sessions_add_up(path: Path) -> None:
    ReleaseFile.create(path, some_draft()).close()
    for number in range(30):
        with ReleaseFile.open(path) as file:
            write(file.draft, f" {number}")
    assert words(read_release(path)) == WORDS + "".join(f" {number}" for number in range(30))


def test_the_file_is_sqlite_with_our_mark_and_a_mirror_that_needs_no_engine(path: Path) -> None:
    draft = some_draft()
    with ReleaseFile.create(path, draft) as file:
        write(file.draft, "!")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        (content,) = connection.execute("SELECT json FROM content").fetchone()
    assert json.loads(content) == json.loads(json.dumps(mirror(draft.snapshot())))
    assert path.read_bytes()[68:72] == b"BYN1"
    assert is_release_file(path)


def test_every_update_of_many_is_kept_and_opening_replays_few(path: Path) -> None:
    with ReleaseFile.create(path, some_draft()) as file:
        for number in range(1300):
            write(file.draft, str(number % 10))
            if number % 400 == 0:
                file.flush()
        expected = file.draft.snapshot()
        assert len(file.versions()) >= 2
        file.verify()
    assert read_release(path) == expected


def test_another_window_is_refused_but_may_read(path: Path) -> None:
    with ReleaseFile.create(path, some_draft()) as file:
        with pytest.raises(AlreadyOpenError):
            ReleaseFile.open(path)
        with pytest.raises(AlreadyOpenError):
            ReleaseFile.create(path, some_draft(), force=True)
        write(file.draft, "!")
        file.flush()
        assert words(read_release(path)) == WORDS + "!"
    ReleaseFile.open(path).close()


def test_a_file_that_exists_is_replaced_only_when_told(path: Path) -> None:
    ReleaseFile.create(path, some_draft()).close()
    before = path.read_bytes()
    with pytest.raises(ExistsError):
        ReleaseFile.create(path, Draft.new("en"))
    assert path.read_bytes() == before
    other = Draft.new("en")
    ReleaseFile.create(path, other, force=True).close()
    assert read_release(path).id == other.id


def test_old_versions_can_be_had_by_name_and_by_number(path: Path) -> None:
    with ReleaseFile.create(path, some_draft()) as file:
        write(file.draft, " one")
        file.name_version("أُرسل للاعتماد")
        write(file.draft, " two")
        file.flush()
        named = next(version for version in file.versions() if version.label)
        assert named.label == "أُرسل للاعتماد"
        assert words(file.at(named.seq)) == WORDS + " one"
        assert words(file.at(named.seq + 1)) == WORDS + " one two"
        assert words(file.at(1)) == WORDS
        for none in (0, -1, 99):
            with pytest.raises(HistoryError):
                file.at(none)


def test_damaged_history_is_told_and_the_text_opens(path: Path) -> None:
    with ReleaseFile.create(path, some_draft()) as file:
        write(file.draft, "!")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE checkpoints SET payload = x'00' WHERE number = 2")
        connection.commit()
    with ReleaseFile.open(path) as file:
        assert words(file.draft.snapshot()) == WORDS + "!"
        told: list[StorageError | None] = []
        file.on_problem(told.append)
        assert [type(problem) for problem in told] == [HistoryError]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM updates WHERE seq = 1")
        connection.commit()
    with ReleaseFile.open(path) as file:
        with pytest.raises(HistoryError):
            file.verify()
        assert words(file.at(2)) == WORDS + "!"


def test_a_damaged_file_is_recovered_into_a_copy_that_opens(path: Path) -> None:
    with ReleaseFile.create(path, some_draft()) as file:
        write(file.draft, "!")
    with path.open("r+b") as damaged:
        damaged.write(bytes(5000))
    before = path.read_bytes()
    with pytest.raises(DamagedError) as caught:
        ReleaseFile.open(path)
    assert path.read_bytes() == before
    copy = caught.value.copy
    assert copy is not None
    with ReleaseFile.open(copy) as file:
        assert words(file.draft.snapshot()) == WORDS + "!"
        write(file.draft, "?")
    assert words(read_release(copy)) == WORDS + "!?"


def test_a_file_without_any_rows_is_a_damaged_one(path: Path) -> None:
    place(path, lambda _: None)
    with pytest.raises(DamagedError):
        ReleaseFile.open(path)


@pytest.mark.parametrize(
    "update", [b"", b"nonsense", dice(1).randbytes(300)], ids=["empty", "text", "noise"]
)
def test_sound_rows_with_nonsense_in_them_are_a_damaged_file(path: Path, update: bytes) -> None:
    def fill(log: Log) -> None:
        log.append(burst(update))

    place(path, fill)
    for open_file in (ReleaseFile.open, read_release):
        with pytest.raises(DamagedError):
            open_file(path)
    assert list(path.parent.iterdir()) == [path]


def test_a_copy_is_complete_and_independent(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.bayan"
    with ReleaseFile.create(path, some_draft()) as file:
        write(file.draft, " one")
        file.name_version("named")
        write(file.draft, " two")
        file.save_copy(target)
        with pytest.raises(ExistsError):
            file.save_copy(target)
        with pytest.raises(AlreadyOpenError):
            file.save_copy(path, force=True)
        write(file.draft, " three")
    with ReleaseFile.open(target) as copy:
        assert words(copy.draft.snapshot()) == WORDS + " one two"
        named = next(version for version in copy.versions() if version.label)
        assert words(copy.at(named.seq)) == WORDS + " one"
    assert words(read_release(path)) == WORDS + " one two three"


def test_saving_under_another_name_goes_on_there(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "other.bayan"
    with ReleaseFile.create(path, some_draft()) as file:
        write(file.draft, " one")
        file.save_as(target)
        assert file.path == target
        write(file.draft, " two")
        with pytest.raises(AlreadyOpenError):
            ReleaseFile.open(target)
        ReleaseFile.open(path).close()
    assert words(read_release(path)) == WORDS + " one"
    assert words(read_release(target)) == WORDS + " one two"
    assert {each.name for each in tmp_path.iterdir()} == {path.name, target.name}


def test_a_file_that_vanishes_is_told_kept_and_gone_on_with(tmp_path: Path) -> None:
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    path = stick / "a.bayan"
    told: list[StorageError | None] = []
    with ReleaseFile.create(path, some_draft()) as file:
        stop_listening = file.on_problem(told.append)
        write(file.draft, " one")
        file.flush()
        stick.rename(away)
        write(file.draft, " two")
        with pytest.raises(VanishedError):
            file.flush()
        with pytest.raises(VanishedError):
            file.close()
        assert isinstance(file.problem, VanishedError)
        shutil.copytree(away, stick)
        write(file.draft, " three")
        file.flush()
        stop_listening()
    assert [problem and type(problem) for problem in told] == [VanishedError, None]
    assert words(read_release(path)) == WORDS + " one two three"


def test_a_file_that_was_replaced_can_be_saved_elsewhere(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "other.bayan"
    file = ReleaseFile.create(path, some_draft())
    write(file.draft, " one")
    file.flush()
    path.write_bytes(b"a letter" * 50)
    write(file.draft, " two")
    with pytest.raises(ReplacedError):
        file.flush()
    file.save_as(target)
    write(file.draft, " three")
    file.close()
    assert words(read_release(target)) == WORDS + " one two three"
    assert path.read_bytes() == b"a letter" * 50


def test_leaving_a_file_that_cannot_be_saved_says_so_and_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "stick" / "a.bayan"
    path.parent.mkdir()

    def leave() -> None:
        with ReleaseFile.create(path, some_draft()) as file:
            shutil.rmtree(path.parent)
            write(file.draft, "!")

    with pytest.raises(VanishedError):
        leave()


def test_giving_up_is_possible_and_harmless(tmp_path: Path) -> None:
    path = tmp_path / "stick" / "a.bayan"
    path.parent.mkdir()
    file = ReleaseFile.create(path, some_draft())
    path.parent.rename(tmp_path / "away")
    write(file.draft, "!")
    file.abandon()
    file.abandon()
    file.close()
    assert words(read_release(tmp_path / "away" / path.name)) == WORDS


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (Path.touch, NotOursError),
        (Path.mkdir, MissingError),
        (lambda path: path.write_bytes(b"\xff\xd8\xff\xe0" * 5000), NotOursError),
        (lambda _: None, MissingError),
    ],
    ids=["empty", "folder", "picture", "nothing"],
)
def test_what_cannot_be_opened_is_said_and_leaves_no_trace(
    path: Path, make: object, error: type[StorageError]
) -> None:
    assert callable(make)
    make(path)
    before = sorted(path.parent.iterdir())
    for open_file in (ReleaseFile.open, read_release):
        with pytest.raises(error):
            open_file(path)
    assert sorted(path.parent.iterdir()) == before


def test_a_failed_creation_leaves_no_trace(tmp_path: Path) -> None:
    with pytest.raises(MissingError):
        ReleaseFile.create(tmp_path / "none" / "a.bayan", some_draft())
    with pytest.raises(MissingError):
        ReleaseFile.create(tmp_path, some_draft(), force=True)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_no_file_can_have_is_said_to_be_one(tmp_path: Path) -> None:
    loop = tmp_path / "loop.bayan"
    loop.symlink_to(loop)
    for path in (loop, tmp_path / ("x" * 300 + ".bayan")):
        assert not is_release_file(path)
        for open_file in (ReleaseFile.open, read_release):
            with pytest.raises(StorageError):
                open_file(path)
        with pytest.raises(StorageError):
            ReleaseFile.create(path, some_draft())
        with pytest.raises(StorageError):
            ReleaseFile.create(path, some_draft(), force=True)
    assert list(tmp_path.iterdir()) == [loop]


def test_a_link_leads_to_the_file(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    ReleaseFile.create(folder / "a.bayan", some_draft()).close()
    path.symlink_to(folder / "a.bayan")
    with ReleaseFile.open(path) as file:
        with pytest.raises(AlreadyOpenError):
            ReleaseFile.open(folder / "a.bayan")
        write(file.draft, "!")
    assert words(read_release(folder / "a.bayan")) == WORDS + "!"
    assert sorted(tmp_path.iterdir()) == sorted([folder, path])


def test_a_checkpoint_leads_to_the_very_same_release() -> None:
    draft = some_draft()
    updates = [draft.updates_since(None)]
    draft.on_update(updates.append)
    for number in range(40):
        write(draft, str(number))
    condensed = condense(updates)
    assert Draft.from_updates([condensed.state]).snapshot() == draft.snapshot()


def test_the_record_of_the_writers_thread_ends_in_that_thread(path: Path) -> None:
    """The engine's objects must not be collected by another thread than their own."""
    gc.collect()
    with ReleaseFile.create(path, some_draft()) as file:
        for number in range(20):
            write(file.draft, str(number))
            file.name_version(str(number))
        gc.collect()
    assert len(read_release(path).blocks) == 2
