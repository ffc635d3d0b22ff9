"""The two kinds of row a release is kept in, each proven by a hash of its own.

The engine's updates carry no checksum, and most damaged ones are accepted in silence with other
text in them. So every row states a BLAKE2b of all that it says, and nothing is read without it.
The payloads are opaque here: bytes that the engine wrote and the engine reads.
"""

import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b

HASH_BYTES = 16
WORTH_COMPRESSING = 200  # bytes; below this deflate gains little
MOST_BYTES = 32 * 1024 * 1024
"""The most that a payload may inflate to: far above any release, far below what hurts."""
MOST_UPDATES = 500
"""The most updates in one row, so that old versions are at hand in steps that are not too wide."""

LAST_MOMENT = 253_402_300_799_000
"""The end of the year 9999, in milliseconds since 1970."""

PLAIN, DEFLATED = b"\x00", b"\x01"


@dataclass(frozen=True, slots=True)
class Burst:
    """Updates that one person made within moments, not stored yet.

    Attributes:
        author: Who made them.
        at: When the first of them was made, in milliseconds since 1970, UTC.
        updates: The engine's updates, in order.
    """

    author: str
    at: int
    updates: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Edits:
    """One burst of edits by one person.

    Attributes:
        seq: Its number: 1, 2, 3, … in the order in which they were applied here.
        at: When the first of them was made, in milliseconds since 1970, UTC.
        author: Who made them.
        count: How many updates of the engine it holds.
        payload: The updates, packed.
        hash: What was stored to prove the row.
    """

    seq: int
    at: int
    author: str
    count: int
    payload: bytes
    hash: bytes

    @classmethod
    def of(cls, seq: int, at: int, author: str, updates: Iterable[bytes]) -> "Edits":
        """A row for updates that were just made."""
        updates, author = tuple(updates), _storable(author)
        payload = pack(updates)
        proof = _proof(b"edits", (seq, at, len(updates)), author, payload)
        return cls(seq, at, author, len(updates), payload, proof)

    @classmethod
    def read(cls, row: Sequence[object]) -> "Edits":
        """A row that was stored: seq, at, author, count, payload, hash.

        Raises:
            ValueError: It does not say what was written.
        """
        match row:
            case int(seq), int(at), str(author), int(count), bytes(payload), bytes(stored):
                if stored == _proof(b"edits", (seq, at, count), author, payload):
                    return cls(seq, at, author, count, payload, stored)
        raise ValueError("damaged edits")

    def updates(self) -> tuple[bytes, ...]:
        """The engine's updates, in order.

        Raises:
            ValueError: The row was not written by this program.
        """
        return unpack(self.payload)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The whole state after a number of edits, so that opening need not replay them all.

    Attributes:
        number: Its own number: 1, 2, 3, ….
        seq: The number of the last edits that are in it.
        at: When it was made, in milliseconds since 1970, UTC.
        label: The name that a person gave to this version; empty if the program made it.
        payload: The state, packed as a single update.
        hash: What was stored to prove the row.
    """

    number: int
    seq: int
    at: int
    label: str
    payload: bytes
    hash: bytes

    @classmethod
    def of(cls, number: int, seq: int, at: int, label: str, state: bytes) -> "Checkpoint":
        """A row for the state as it is now."""
        payload, label = pack((state,)), _storable(label)
        proof = _proof(b"checkpoint", (number, seq, at), label, payload)
        return cls(number, seq, at, label, payload, proof)

    @classmethod
    def read(cls, row: Sequence[object]) -> "Checkpoint":
        """A row that was stored: number, seq, at, label, payload, hash.

        Raises:
            ValueError: It does not say what was written.
        """
        match row:
            case int(number), int(seq), int(at), str(label), bytes(payload), bytes(stored):
                if stored == _proof(b"checkpoint", (number, seq, at), label, payload):
                    return cls(number, seq, at, label, payload, stored)
        raise ValueError("a damaged checkpoint")

    def state(self) -> tuple[bytes, ...]:
        """The state, as the updates that lead to it.

        Raises:
            ValueError: The row was not written by this program.
        """
        return unpack(self.payload)


def moment(at: int) -> datetime:
    """A stored time as one, in UTC."""
    return datetime.fromtimestamp(min(max(at, 0), LAST_MOMENT) / 1000, UTC)


def now() -> int:
    """The present time as it is stored."""
    return time.time_ns() // 1_000_000


def pack(updates: Iterable[bytes]) -> bytes:
    """Join updates into one payload, each after its length, deflated where it helps."""
    joined = b"".join(_length(len(update)) + update for update in updates)
    if len(joined) >= WORTH_COMPRESSING:
        deflated = zlib.compress(joined)
        if len(deflated) < len(joined):
            return DEFLATED + deflated
    return PLAIN + joined


def unpack(payload: bytes) -> tuple[bytes, ...]:
    """Take a payload apart into its updates.

    Raises:
        ValueError: It is not a payload, or one that would fill the memory.
    """
    kind, joined = payload[:1], payload[1:]
    if kind == DEFLATED:
        joined = _inflate(joined)
    elif kind != PLAIN:
        raise ValueError("not a payload")
    return tuple(_split(joined))


def _inflate(data: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        joined = inflater.decompress(data, MOST_BYTES)
    except zlib.error as error:
        raise ValueError("not a payload") from error
    if not inflater.eof:
        raise ValueError("a payload without end")
    return joined


def _split(joined: bytes) -> Iterator[bytes]:
    position = 0
    for _ in range(MOST_UPDATES):
        if position == len(joined):
            return
        size, position = _read_length(joined, position)
        if size > len(joined) - position:
            raise ValueError("an update without end")
        yield joined[position : position + size]
        position += size
    if position < len(joined):
        raise ValueError("updates without end")


def _read_length(joined: bytes, position: int) -> tuple[int, int]:
    """The length that stands at a position, and the position after it."""
    size = 0
    for index, byte in enumerate(joined[position : position + 5]):
        size |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return size, position + index + 1
    raise ValueError("a length without end")


def _length(size: int) -> bytes:
    """A length as LEB128: seven bits a byte, the lowest first."""
    encoded = bytearray()
    while size >= 0x80:
        encoded.append(size & 0x7F | 0x80)
        size >>= 7
    encoded.append(size)
    return bytes(encoded)


def _proof(kind: bytes, numbers: tuple[int, ...], words: str, payload: bytes) -> bytes:
    """The hash of a row: its kind, its numbers, its words and its payload."""
    text = words.encode()
    hasher = blake2b(digest_size=HASH_BYTES, person=kind)
    for number in (*numbers, len(text)):
        hasher.update(number.to_bytes(8, "big", signed=True))
    hasher.update(text)
    hasher.update(payload)
    return hasher.digest()


def _storable(words: str) -> str:
    """Words that UTF-8 can hold: a name from the system may have halves of characters in it."""
    return words.encode("utf-8", "replace").decode()
