"""Saving what is whole in a damaged file into a copy beside it; the file itself is not touched.

The rows that are whole prove themselves. The text they lead to is the latest checkpoint among
them and the edits that follow it without a gap; later edits build on ones that are lost, and the
engine would garble them. Everything up to there is kept, with as much of the history as is whole.
"""

import contextlib
import sqlite3
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

from editor.storage.carving import Salvage, carve
from editor.storage.errors import DamagedError, ExistsError, StorageError
from editor.storage.log import Log
from editor.storage.memory import in_memory
from editor.storage.pages import RawFile, read_raw
from editor.storage.placing import place
from editor.storage.rows import moment

RECOVERED_FROM = "recovered_from"


def recover(path: Path, raw: RawFile, salvage: Salvage | None = None) -> DamagedError:
    """Write what is whole into a copy beside a damaged file, and say so.

    Args:
        path: The damaged file.
        raw: What was read from it.
        salvage: The rows that are whole in it, if they are known already.

    Returns:
        What to tell: the copy's name is in it, unless nothing could be recovered.
    """
    salvage = carve(raw) if salvage is None else salvage
    last, at = _reach(salvage)
    if last == 0:
        return DamagedError("damaged_beyond", path)
    when = moment(at).astimezone().strftime("%Y-%m-%d %H:%M")
    try:
        copy = _copy_beside(path, _fingerprint(raw), salvage, last)
    except StorageError:  # the sentence says what to do about a folder that takes no copy
        return DamagedError("damaged_no_room", path, when=when)
    return DamagedError("damaged", path, copy=copy, when=when)


def _reach(salvage: Salvage) -> tuple[int, int]:
    """The number and the time of the last edits that can be had; zeros if none can."""
    seq = at = 0
    for row in salvage.checkpoints.values():
        if row.seq > seq:
            seq, at = row.seq, row.at
    while (following := salvage.edits.get(seq + 1)) is not None:
        seq, at = following.seq, following.at
    return seq, at


def _copy_beside(path: Path, fingerprint: str, salvage: Salvage, last: int) -> Path:
    """The copy: the one that was made of this very file before, or a new one."""

    def fill(log: Log) -> None:
        log.set_about(RECOVERED_FROM, fingerprint)
        for _, edits in sorted(salvage.edits.items()):
            if edits.seq <= last:
                log.insert_edits(edits)
        for _, checkpoint in sorted(salvage.checkpoints.items()):
            if checkpoint.seq <= last:
                log.insert_checkpoint(checkpoint)

    number = 0
    while True:
        number += 1
        suffix = "-recovered" if number == 1 else f"-recovered-{number}"
        copy = path.with_name(f"{path.stem}{suffix}.bayan")
        if _recovered_from(copy) == fingerprint:
            return copy
        with contextlib.suppress(ExistsError):  # then under the next name
            place(copy, fill)
            return copy


def _recovered_from(copy: Path) -> str | None:
    """The fingerprint of the file that a copy was recovered from, if it is such a copy."""
    try:
        with closing(in_memory(read_raw(copy))) as connection:
            return Log(connection).about(RECOVERED_FROM)
    except (StorageError, sqlite3.DatabaseError):
        return None


def _fingerprint(raw: RawFile) -> str:
    hasher = blake2b(digest_size=16)
    for part in (raw.main, raw.wal, raw.journal):
        hasher.update(len(part).to_bytes(8, "big"))
        hasher.update(part)
    return hasher.hexdigest()
