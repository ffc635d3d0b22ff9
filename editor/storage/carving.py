"""Finding whole rows in a damaged file, page by page, without SQLite.

Each row proves itself by its hash, so nothing that is found here can be wrong, however damaged
what lies around it is: the header, the schema and the inner pages of the trees are not needed.

Formats: SQLite's "Database File Format", sections 1.6 (b-tree pages) and 2.1 (records).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from editor.storage.pages import RawFile, frames
from editor.storage.rows import Checkpoint, Edits
from editor.storage.schema import PAGE_BYTES

LEAF = 0x0D
"""The type of a page that holds rows of a table."""
LEAF_HEADER = 8
COLUMNS = 6
OUR_HEADERS = frozenset(bytes([size, 0]) for size in range(1 + COLUMNS, 20))
"""How a record of ours begins: the size of its header, then a column that is the row's number."""
INTEGER_BYTES = (0, 1, 2, 3, 4, 6, 8)
"""The size of an integer by its serial type."""
MOST_CELLS = PAGE_BYTES // 32
"""No row of ours is smaller: its hash alone takes half of this."""
WORK = 8
"""How many times its own size a file may make us read: a hostile one would ask for more."""

Value = int | str | bytes | None


@dataclass(slots=True)
class Salvage:
    """The rows that are whole, by their number."""

    edits: dict[int, Edits] = field(default_factory=dict)
    checkpoints: dict[int, Checkpoint] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.edits or self.checkpoints)

    def take(self, key: int, values: tuple[Value, ...]) -> None:
        """Keep a row if it is one of ours and whole."""
        try:
            match values:
                case (None, int(seq), at, str(label), proof, payload):
                    row = Checkpoint.read((key, seq, at, label, payload, proof))
                    self.checkpoints.setdefault(key, row)
                case (None, at, str(author), count, proof, payload):
                    self.edits.setdefault(key, Edits.read((key, at, author, count, payload, proof)))
        except ValueError:
            return  # not whole, or not ours: there is nothing to keep


class _UnreadableError(Exception):
    """A stretch of bytes that is no cell or record."""


def carve(raw: RawFile) -> Salvage:
    """Every row of ours that is whole, in the file or in its write-ahead log."""
    found = Salvage()
    main = _numbered(raw.main)
    latest = {**main, **{frame.number: frame.page for frame in frames(raw.wal)}}
    for pages in (latest, main) if raw.wal else (main,):
        cells = _Cells(pages)
        for page in pages.values():
            for key, values in cells.of(page):
                found.take(key, values)
    return found


def _numbered(main: bytes) -> dict[int, bytes]:
    """The pages of a file by their number, the last one filled up if it was cut."""
    return {
        start // PAGE_BYTES + 1: main[start : start + PAGE_BYTES].ljust(PAGE_BYTES, b"\0")
        for start in range(0, len(main), PAGE_BYTES)
    }


class _Cells:
    """Reads the cells of leaf pages, with what overflows into other pages."""

    def __init__(self, pages: Mapping[int, bytes]) -> None:
        self._pages = pages
        self._most = len(pages) * PAGE_BYTES
        self._work = WORK * self._most

    def of(self, page: bytes) -> Iterator[tuple[int, tuple[Value, ...]]]:
        """The row numbers and the values of all rows on a page that can be read."""
        if page[0] != LEAF:
            return
        count = min(int.from_bytes(page[3:5], "big"), MOST_CELLS)
        for index in range(count):
            start = LEAF_HEADER + 2 * index
            try:
                yield self._cell(page, int.from_bytes(page[start : start + 2], "big"))
            except _UnreadableError:
                continue  # its neighbours may be whole

    def _cell(self, page: bytes, start: int) -> tuple[int, tuple[Value, ...]]:
        size, start = _varint(page, start)
        key, start = _varint(page, start)
        if page[start : start + 2] not in OUR_HEADERS:
            raise _UnreadableError
        self._work -= size
        if size > self._most or self._work < 0:
            raise _UnreadableError
        here = _local_size(size)
        record = page[start : start + here]
        if here < size:
            pointer = page[start + here : start + here + 4]
            record += self._overflow(pointer, size - here)
        return key, _record(record)

    def _overflow(self, pointer: bytes, size: int) -> bytes:
        """What lies in a chain of other pages, each beginning with the number of the next."""
        gathered = bytearray()
        while len(gathered) < size:
            page = self._pages.get(int.from_bytes(pointer, "big"))
            if page is None:
                raise _UnreadableError
            pointer = page[:4]
            gathered += page[4:]
        return bytes(gathered[:size])


def _local_size(size: int) -> int:
    """How much of a record of this size lies on its own page (section 1.6)."""
    most, least = PAGE_BYTES - 35, (PAGE_BYTES - 12) * 32 // 255 - 23
    if size <= most:
        return size
    here = least + (size - least) % (PAGE_BYTES - 4)
    return here if here <= most else least


def _record(record: bytes) -> tuple[Value, ...]:
    """The values of a record that has as many columns as ours have."""
    end, position = _varint(record, 0)
    types = []
    while position < end:
        kind, position = _varint(record, position)
        types.append(kind)
        if len(types) > COLUMNS:
            raise _UnreadableError
    values = []
    for kind in types:
        size = _size(kind)
        content = record[position : position + size]
        if len(content) != size:
            raise _UnreadableError
        values.append(_value(kind, content))
        position += size
    return tuple(values)


def _size(kind: int) -> int:
    if kind < len(INTEGER_BYTES):
        return INTEGER_BYTES[kind]
    if kind in {8, 9}:
        return 0
    if kind >= 12:
        return (kind - 12) // 2
    raise _UnreadableError


def _value(kind: int, content: bytes) -> Value:
    if kind == 0:
        return None
    if kind < 8:
        return int.from_bytes(content, "big", signed=True)
    if kind < 12:
        return kind - 8
    if kind % 2 == 0:
        return content
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise _UnreadableError from error


def _varint(data: bytes, start: int) -> tuple[int, int]:
    """A number of one to nine bytes, seven bits each, the highest first; and what follows it."""
    number = 0
    for position in range(start, start + 8):
        if position >= len(data):
            raise _UnreadableError
        number = number << 7 | data[position] & 0x7F
        if data[position] < 0x80:
            return number, position + 1
    raise _UnreadableError  # nine bytes: far above any size or number of ours
