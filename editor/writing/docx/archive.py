"""A package as a ZIP file, whose members can be compressed once and used in many files.

Python's `zipfile` compresses what it is given each time. A font takes longer to compress than all
the rest of a document takes to make, so the format is written here (APPNOTE.TXT 6.3.10, §4.3): no
more of it than a package needs, without dates and with nothing of the machine.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_DEFLATED = 8
_DAY = (1 << 5) | 1
"""The first of January 1980, the earliest day that the format knows."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the package, compressed.

    Attributes:
        name: Its name, in ASCII.
        packed: What it holds, deflated.
        size: How many bytes it holds.
        check: Their CRC-32.
    """

    name: str
    packed: bytes
    size: int
    check: int


def member(name: str, data: bytes, level: int = zlib.Z_DEFAULT_COMPRESSION) -> Member:
    """A file with this name and content.

    Args:
        name: Its name, in ASCII.
        data: What it holds.
        level: How hard to compress it, as zlib counts.
    """
    deflater = zlib.compressobj(level, wbits=-zlib.MAX_WBITS)
    packed = deflater.compress(data) + deflater.flush()
    return Member(name, packed, len(data), zlib.crc32(data))


def archive(members: Iterable[Member]) -> bytes:
    """The members as a ZIP file, in this order."""
    files: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for one in members:
        name = one.name.encode("ascii")
        facts = (_VERSION, 0, _DEFLATED, 0, _DAY, one.check, len(one.packed), one.size, len(name))
        start = _LOCAL.pack(b"PK\x03\x04", *facts, 0)
        files += (start, name, one.packed)
        directory += (
            _CENTRAL.pack(b"PK\x01\x02", _VERSION, *facts, 0, 0, 0, 0, 0, place),
            name,
        )
        place += len(start) + len(name) + len(one.packed)
    count, size = len(directory) // 2, sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, size, place, 0)
    return b"".join([*files, *directory, end])
