"""A database file as SQLite would see it, put together in memory without touching the disk.

What was committed may stand in the write-ahead log, and what was begun and never ended in a
rollback journal. Opening such a file with SQLite changes it; here both are applied to a copy in
memory, so that a file can be proven before it is opened for writing, read while another process
writes it, and read from a disk that may only be read.

Formats: SQLite's "Database File Format", sections 1 (header), 3 (rollback journal), 4 (WAL).
"""

import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editor.storage.errors import NotOursError, StorageError, while_reading
from editor.storage.schema import HEADER_BYTES, MAGIC, PAGE_BYTES

MOST_BYTES = 64 * 1024 * 1024
"""A million edits and more; anything larger is not a release, and is not taken into memory."""
ATTEMPTS = 50

WAL_MAGIC = 0x377F0682
"""The lowest bit added to it says that checksums read big-endian words."""
WAL_HEADER = struct.Struct(">8I")
FRAME_HEADER = struct.Struct(">6I")
JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
JOURNAL_HEADER = struct.Struct(">8s5I")
WORD = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class RawFile:
    """The bytes of a database and of what SQLite keeps beside it while it is open.

    Attributes:
        main: The file itself.
        wal: Its write-ahead log; empty where there is none.
        journal: Its rollback journal; empty where there is none.
    """

    main: bytes
    wal: bytes = b""
    journal: bytes = b""

    @property
    def is_settled(self) -> bool:
        """Whether the file stands alone, as it does after it was closed."""
        return not self.wal and not self.journal and self.main[18:20] == b"\x01\x01"

    def image(self) -> bytes:
        """The database as it was after the last commit, as one file."""
        if self.is_settled:
            return self.main
        pages = bytearray(self.main)
        _roll_back(pages, self.journal)
        _replay(pages, self.wal)
        if pages.startswith(MAGIC):
            # Bytes 18 and 19 say whether to look for a write-ahead log: it is in here now.
            pages[18:20] = b"\x01\x01"
        return bytes(pages)


def beside(path: Path, suffix: str) -> Path:
    """The name of what SQLite keeps beside a database: ``-wal``, ``-journal``."""
    return path.with_name(path.name + suffix)


def read_raw(path: Path) -> RawFile:
    """Read a database file, even while another process writes it.

    The main file changes only when the write-ahead log is moved into it: if it is the same
    before and after the log was read, the two belong together.

    Raises:
        MissingError: There is no such file.
        NotOursError: It is no file at all, but a device or a pipe.
        StorageError: It cannot be read, or is too large to be a release.
    """
    with while_reading(path):
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotOursError("not_ours", path)
        if path.stat().st_size > MOST_BYTES:
            raise StorageError("too_large", path)
        main = path.read_bytes()
        for _ in range(ATTEMPTS):
            raw = RawFile(main, _read(beside(path, "-wal")), _read(beside(path, "-journal")))
            main = path.read_bytes()
            if main == raw.main:
                return raw
    raise StorageError("busy", path)


def read_header(path: Path) -> bytes:
    """The first bytes of a file; none of a device or a pipe, which could keep us waiting.

    Raises:
        OSError: It cannot be read.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        return b""
    with path.open("rb") as file:
        return file.read(HEADER_BYTES)


@dataclass(frozen=True, slots=True)
class Frame:
    """One page in the write-ahead log.

    Attributes:
        header: The 24 bytes before it.
        number: The number of the page, from 1.
        commit: The pages of the database after this commit; 0 if the frame does not end one.
        page: The page.
    """

    header: bytes
    number: int
    commit: int
    page: bytes


def frames(wal: bytes) -> Iterator[Frame]:
    """The frames of the log's present round, their checksums not looked at.

    Frames that were left over from an earlier round carry another salt and are not given.
    """
    if not _is_wal(wal):
        return
    salts = wal[16:24]
    size = FRAME_HEADER.size + PAGE_BYTES
    for start in range(WAL_HEADER.size, len(wal) - size + 1, size):
        header = wal[start : start + FRAME_HEADER.size]
        if header[8:16] == salts:
            number, commit, *_ = FRAME_HEADER.unpack(header)
            yield Frame(header, number, commit, wal[start + FRAME_HEADER.size : start + size])


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise StorageError("too_large", path)
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _is_wal(wal: bytes) -> bool:
    if len(wal) < WAL_HEADER.size:
        return False
    magic, page_bytes = struct.unpack(">I4xI", wal[:12])
    return (magic & ~1, page_bytes) == (WAL_MAGIC, PAGE_BYTES)


def _replay(pages: bytearray, wal: bytes) -> None:
    """Bring the pages up to the last commit in the write-ahead log."""
    if not _is_wal(wal):
        return
    order = ">" if wal[3] & 1 else "<"
    state = _checksum(wal[:24], order, (0, 0))
    if state != struct.unpack(">2I", wal[24:32]):
        return
    most = len(pages) + len(wal)
    pending: list[Frame] = []
    for frame in frames(wal):
        state = _checksum(frame.header[:8] + frame.page, order, state)
        if state != struct.unpack(">2I", frame.header[16:24]):
            return
        pending.append(frame)
        if frame.commit:
            _resize(pages, frame.commit, most)
            for each in pending:
                _put(pages, each.number, each.page)
            pending.clear()


def _checksum(data: bytes, order: str, state: tuple[int, int]) -> tuple[int, int]:
    """The running checksum of the write-ahead log (section 4.2)."""
    first, second = state
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for one, two in zip(words, words, strict=True):
        first = (first + one + second) & WORD
        second = (second + two + first) & WORD
    return first, second


def _roll_back(pages: bytearray, journal: bytes) -> None:
    """Undo what a transaction that never ended had written into the main file."""
    if len(journal) < JOURNAL_HEADER.size or not journal.startswith(JOURNAL_MAGIC):
        return
    _, count, nonce, before, sector, page_bytes = JOURNAL_HEADER.unpack_from(journal)
    if page_bytes != PAGE_BYTES:
        return
    size = PAGE_BYTES + 8
    if count == WORD:
        count = (len(journal) - sector) // size
    for start in range(sector, min(sector + count * size, len(journal) - size + 1), size):
        (number,) = struct.unpack_from(">I", journal, start)
        page = journal[start + 4 : start + 4 + PAGE_BYTES]
        (stored,) = struct.unpack_from(">I", journal, start + 4 + PAGE_BYTES)
        if stored != (nonce + sum(page[PAGE_BYTES - 200 : 0 : -200])) & WORD:
            break
        _put(pages, number, page)
    if count:
        _resize(pages, before, len(pages))


def _put(pages: bytearray, number: int, page: bytes) -> None:
    """Replace a page that is there."""
    if 1 <= number <= len(pages) // PAGE_BYTES:
        pages[(number - 1) * PAGE_BYTES : number * PAGE_BYTES] = page


def _resize(pages: bytearray, count: int, most: int) -> None:
    """Make room for a number of pages, or cut what is past them.

    Args:
        pages: What is resized.
        count: The number of pages that a commit claims; a hostile one may claim any.
        most: The most bytes there can be.
    """
    size = min(count * PAGE_BYTES, most)
    del pages[size:]
    pages.extend(bytes(size - len(pages)))
