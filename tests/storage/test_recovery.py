"""What is whole in a damaged file is recovered into a copy, and the file is not touched."""

from collections.abc import Callable
from pathlib import Path

import pytest

from editor.storage.carving import carve
from editor.storage.errors import DamagedError, NotOursError
from editor.storage.loading import load
from editor.storage.pages import RawFile, beside, read_raw
from editor.storage.recovery import recover
from editor.storage.schema import PAGE_BYTES
from tests.storage.files import burst, content, dice, make, opened

ROWS = 120
Maker = Callable[..., tuple[Path, list[bytes]]]


@pytest.fixture(scope="module")
def long_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, RawFile], list[bytes]]:
    """A file of many rows, some of them large, closed and crashed; and its rows."""
    rng = dice(5)
    path = make(tmp_path_factory.mktemp("long") / "release.bayan", b"0;")
    updates = [b"0;"]
    store = opened(path)
    for number in range(1, ROWS):
        filling = rng.randbytes(rng.choice((0, 3, 40, 300, 9000)))
        updates.append(f"{number};".encode() + filling)
        store.write([burst(updates[-1])])
        if number % 40 == 39:
            store.keep()
        if number == ROWS // 2:
            store.ease()
    crashed = read_raw(path)
    store.close()
    return {"crashed": crashed, "closed": read_raw(path)}, updates


@pytest.fixture
def long_file(tmp_path: Path, long_files: tuple[dict[str, RawFile], list[bytes]]) -> Maker:
    """Make a copy of the closed or the crashed file."""

    def copy(end: str = "closed") -> tuple[Path, list[bytes]]:
        files, updates = long_files
        path = tmp_path / "release.bayan"
        path.write_bytes(files[end].main)
        if files[end].wal:
            beside(path, "-wal").write_bytes(files[end].wal)
        return path, updates

    return copy


def recovered(path: Path) -> tuple[Path, bytes]:
    """The copy that opening a damaged file makes, and what is in it."""
    before = read_raw(path)
    with pytest.raises(DamagedError) as caught:
        load(path)
    assert read_raw(path) == before
    assert caught.value.copy is not None
    assert str(caught.value.copy) in caught.value.sentence("ar")
    return caught.value.copy, content(caught.value.copy)


@pytest.mark.parametrize("end", ["closed", "crashed"])
def test_every_row_can_be_found_without_sqlite(long_file: Maker, end: str) -> None:
    path, updates = long_file(end)
    found = carve(read_raw(path))
    assert [found.edits[seq].updates()[0] for seq in sorted(found.edits)] == updates
    assert {checkpoint.seq for checkpoint in found.checkpoints.values()} >= {40, 80, ROWS}


def test_a_file_without_its_first_page_is_recovered_whole(long_file: Maker) -> None:
    """The header, the schema and the roots of the trees are gone."""
    path, updates = long_file()
    with path.open("r+b") as file:
        file.write(bytes(PAGE_BYTES))
    copy, found = recovered(path)
    assert found == b"".join(updates)
    assert copy.name == "release-recovered.bayan"


def test_a_flipped_application_id_is_recovered_whole(long_file: Maker) -> None:
    path, updates = long_file()
    data = bytearray(path.read_bytes())
    data[68] ^= 0x20
    path.write_bytes(data)
    assert recovered(path)[1] == b"".join(updates)


def test_a_damaged_file_is_recovered_only_once(long_file: Maker) -> None:
    path, _ = long_file()
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - 1)
    first, _ = recovered(path)
    assert recovered(path)[0] == first


def test_another_damage_makes_another_copy(long_file: Maker) -> None:
    path, _ = long_file()
    size = path.stat().st_size
    copies = []
    for cut in (1, PAGE_BYTES + 1):
        with path.open("r+b") as file:
            file.truncate(size - cut)
        copies.append(recovered(path)[0].name)
    assert copies == ["release-recovered.bayan", "release-recovered-2.bayan"]


def test_edits_after_a_gap_are_left_out(tmp_path: Path) -> None:
    """They build on what is lost: the engine would garble them."""
    updates = [dice(number).randbytes(800) for number in range(40)]
    path = make(tmp_path / "a.bayan", *updates)
    data = bytearray(path.read_bytes())
    data[data.index(updates[20])] ^= 1
    path.write_bytes(data)
    assert recovered(path)[1] == b"".join(updates[:20])


@pytest.mark.parametrize("seed", range(60))
def test_any_damage_ends_in_the_text_a_prefix_of_it_or_a_sentence(
    long_file: Maker, seed: int
) -> None:
    """Cut, zeroed, garbled or missing in one bit, at any place, closed or crashed."""
    rng = dice(seed)
    path, updates = long_file("closed" if seed % 3 else "crashed")
    damaged = beside(path, "-wal") if seed % 6 == 0 else path
    data = bytearray(damaged.read_bytes())
    place, length = rng.randrange(len(data)), rng.choice((1, 16, 500, 5000, 60_000))
    match seed % 4:
        case 0:
            del data[place:]
        case 1:
            data[place : place + length] = bytes(len(data[place : place + length]))
        case 2:
            data[place : place + length] = rng.randbytes(len(data[place : place + length]))
        case 3:
            data[place] ^= 1 << rng.randrange(8)
    damaged.write_bytes(data)
    before = read_raw(path)
    prefixes = {b"".join(updates[:count]) for count in range(ROWS + 1)}
    try:
        assert content(path) in prefixes
    except DamagedError as error:
        if error.copy is not None:
            found = content(error.copy)
            assert found in prefixes
            salvage = carve(before)
            assert len(found) >= len(b"".join(intact_prefix(salvage.edits, updates)))
    except NotOursError:
        assert len(data) < 2 * PAGE_BYTES
    assert read_raw(path) == before


def intact_prefix(edits: dict[int, object], updates: list[bytes]) -> list[bytes]:
    """The rows up to the first that is lost."""
    count = 0
    while count + 1 in edits:
        count += 1
    return updates[:count]


def test_a_folder_that_takes_no_copy_is_named(long_file: Maker) -> None:
    path, _ = long_file()
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - 1)
    raw = read_raw(path)
    gone = path.parent / "none" / "release.bayan"
    error = recover(gone, raw)
    assert error.key == "storage.damaged_no_room"
    assert error.copy is None


def test_a_file_without_any_whole_row_says_so(tmp_path: Path) -> None:
    path = make(tmp_path / "a.bayan", b"only")
    data = bytearray(path.read_bytes())
    data[PAGE_BYTES:] = b"\xff" * (len(data) - PAGE_BYTES)
    path.write_bytes(data)
    with pytest.raises(DamagedError) as caught:
        load(path)
    assert caught.value.copy is None
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_full_of_hostile_cells_is_searched_quickly() -> None:
    """Each cell claims to be as large as the whole file, again and again."""
    page = bytearray(PAGE_BYTES)
    page[0:8] = b"\x0d\0\0\x07\xfc\0\0\0"
    for start in range(8, 4000, 2):
        page[start : start + 2] = (4010).to_bytes(2, "big")
    page[4010:4016] = b"\x81\xff\x7f\x01\x00\x00"
    page[:4] = b"\x0d\0\0\x07"
    assert not carve(RawFile(bytes(page) * 500))
