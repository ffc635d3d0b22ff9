"""What the engine does not tell about an update: whether it still waits for others.

An update of the Yjs format, version 1, is a list of clients with their insertions, then a list of
clients with the ranges they deleted, each a clock and a length. A state vector is a list of clients
with the clock up to which everything was seen. All numbers have variable length.
"""

from collections.abc import Iterator, Mapping

_NOTHING = b"\0\0"
"""No insertions and no deletions."""


def is_waiting(lacking: bytes, seen: Mapping[int, int]) -> bool:
    """Whether anything of an update was not taken in.

    Args:
        lacking: What of the update the document lacks, as the engine computes it: the insertions
            it has not taken in, and all deletions.
        seen: The clocks of the document's state vector.
    """
    if lacking == _NOTHING:
        return False
    numbers = _numbers(lacking)
    if next(numbers):
        return True
    for _ in range(next(numbers)):
        clock = seen.get(next(numbers), 0)
        for _ in range(next(numbers)):
            if next(numbers) + next(numbers) > clock:
                return True
    return False


def clocks(state: bytes) -> dict[int, int]:
    """The clock of every client in a state vector."""
    numbers = _numbers(state)
    return {next(numbers): next(numbers) for _ in range(next(numbers))}


def _numbers(data: bytes) -> Iterator[int]:
    """The numbers in some bytes: seven bits a byte, the low ones first."""
    number = shift = 0
    for byte in data:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number
            number = shift = 0
