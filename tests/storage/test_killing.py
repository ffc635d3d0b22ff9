"""A process that is killed loses nothing that it has acknowledged, at whatever moment it dies."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.release.content import BlockKind
from editor.release.draft import Draft
from editor.storage import ReleaseFile, read_release
from tests.storage.files import dice

ROOT = Path(__file__).parent.parent.parent
KILLS = 120
LONGEST_MOMENT = 0.02
"""Seconds between the last acknowledgement that is waited for and the killing: long enough for an
opening, for some edits and a checkpoint, or for a closing."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="gives birth by forking")


@pytest.fixture
def mother() -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.mortal"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def live_and_die(
    mother: "subprocess.Popen[bytes]", path: Path, edits: int, seconds: float
) -> list[int]:
    """Let a child acknowledge some edits, kill it a moment later; all that it acknowledged."""
    assert mother.stdin is not None
    mother.stdin.write(f"{path}\n".encode())
    said = b""
    # A line says who was born; the others, each, that an edit is on the disk.
    while b"born" not in said or said.count(b"\n") < 1 + edits:
        said += heard(mother, None)
        assert b"dead" not in said, "it died by itself"
    said += heard(mother, seconds)
    child = next(line for line in said.splitlines() if line.startswith(b"born"))
    os.kill(int(child.split()[1]), signal.SIGKILL)
    while b"dead" not in said:
        said += heard(mother, None)
    return [int(line) for line in said.splitlines() if line.isdigit()]


def heard(mother: "subprocess.Popen[bytes]", seconds: float | None) -> bytes:
    """What is said next; or, in so many seconds, whatever is said."""
    assert mother.stdout is not None
    if seconds is None:
        return os.read(mother.stdout.fileno(), 65536)
    said = b""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and select.select([mother.stdout], [], [], left)[0]:
        said += os.read(mother.stdout.fileno(), 65536)
    return said


def numbers(path: Path) -> list[int]:
    """What is in the file."""
    return [int(word) for word in read_release(path).blocks[0].text("en").words.split()]


def test_a_killed_process_loses_nothing_it_has_acknowledged(
    mother: "subprocess.Popen[bytes]", tmp_path: Path
) -> None:
    """One file lives through all the deaths; they fall into any moment of opening and writing."""
    path = tmp_path / "mortal.bayan"
    draft = Draft.new("en")
    draft.insert_block(BlockKind.PARAGRAPH, None, {"en": "0"})
    ReleaseFile.create(path, draft).close()
    chance = dice(2)
    lives_with_edits = 0
    for _ in range(KILLS):
        edits = chance.choice((0, 0, 1, 5, 20, 40))
        acknowledged = live_and_die(mother, path, edits, chance.uniform(0, LONGEST_MOMENT))
        found = numbers(path)
        assert found == list(range(len(found)))
        assert found[-1] >= max(acknowledged, default=0)
        lives_with_edits += bool(acknowledged)
    assert lives_with_edits > KILLS // 3
    with ReleaseFile.open(path) as file:
        file.verify()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


BUSY = """
import sys
from pathlib import Path
from editor.storage import ReleaseFile

file = ReleaseFile.open(Path(sys.argv[1]))
block = file.draft.snapshot().blocks[0]
file.draft.replace(block.id, "en", 1, 1, " 1")
print("written", flush=True)
while True:
    pass
"""


def test_edits_reach_the_disk_while_the_owners_thread_is_stuck(tmp_path: Path) -> None:
    """Nobody flushes, and the thread that made the edit never comes back."""
    path = tmp_path / "busy.bayan"
    draft = Draft.new("en")
    draft.insert_block(BlockKind.PARAGRAPH, None, {"en": "0"})
    ReleaseFile.create(path, draft).close()
    with subprocess.Popen(
        [sys.executable, "-c", BUSY, path], cwd=ROOT, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        given_up = time.monotonic() + 30
        while numbers(path) != [0, 1] and time.monotonic() < given_up:
            select.select([], [], [], 0.05)
        process.kill()
    assert numbers(path) == [0, 1]
