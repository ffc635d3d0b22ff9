"""A press officer's day in a real window: open, write, take back, mend, export, close, go on."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from editor.release.content import Release
from editor.storage import read_release

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 30.0

pytestmark = pytest.mark.needs_tool("Xvfb", "xdotool")


class Desktop:
    """A screen that nobody sees, with the program's window on it and a keyboard."""

    def __init__(self, display: str, home: Path) -> None:
        self.environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
            "HOME": str(home),
        }
        self.program: subprocess.Popen[bytes] | None = None

    def start(self, *arguments: Path) -> None:
        """Start the program and wait until its window takes keys."""
        self.program = subprocess.Popen(
            [sys.executable, ROOT / "main.py", *arguments], env=self.environment
        )
        window = self.tool("search", "--sync", "--onlyvisible", "--name", "Bayan").split()[0]
        self.tool("windowfocus", "--sync", window)

    def tool(self, *command: str) -> str:
        """Run xdotool."""
        answer = subprocess.run(
            ["xdotool", *command],
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
        )
        return answer.stdout

    def press(self, *keys: str) -> None:
        """Press key combinations, one after the other."""
        self.tool("key", "--delay", "60", *keys)

    def type(self, words: str) -> None:
        """Type words letter by letter."""
        self.tool("type", "--delay", "60", words)

    def finish(self) -> int:
        """Close the window and wait for the program to end."""
        assert self.program is not None
        self.press("ctrl+q")
        code = self.program.wait(PATIENCE)
        self.program = None
        return code


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """A screen of its own, and a home."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    made = Desktop(display, tmp_path / "home")
    yield made
    if made.program is not None:
        made.program.kill()
        made.program.wait()
    server.terminate()
    server.wait()


def wait_for(ready: Callable[[], bool]) -> None:
    """Wait until something has happened in the other process."""
    deadline = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.05)  # the other process tells nobody


def test_open_write_take_back_mend_export_and_go_on(
    desktop: Desktop, sample: Path, tmp_path: Path
) -> None:
    text = tmp_path / sample.name
    text.write_bytes(sample.read_bytes())
    release_file = text.with_suffix(".bayan")

    def lead() -> str:
        return release().blocks[0].text("ar").words

    def release() -> Release:
        return read_release(release_file)

    desktop.start(text)
    before = release()
    desktop.type("OIC بيان ")
    wait_for(lambda: lead().startswith("OIC بيان أكد"))
    desktop.press("Return", "BackSpace")
    wait_for(lambda: lead().startswith("OIC بيان أكد") and len(release().blocks) == 8)
    desktop.press(*["ctrl+z"] * 20)
    wait_for(lambda: release().blocks == before.blocks)
    desktop.press("ctrl+shift+Return")
    wait_for(lambda: "الاسلامي" not in release().blocks[4].text("ar").words)
    desktop.press("ctrl+e")
    documents = [text.with_name(f"{text.stem}-مسودة.{kind}") for kind in ("docx", "pdf")]
    wait_for(lambda: all(path.exists() for path in documents))
    assert documents[0].read_bytes().startswith(b"PK")
    assert documents[1].read_bytes().startswith(b"%PDF")
    assert desktop.finish() == 0
    after = release()
    # Without a file, the next start goes on where this one ended.
    desktop.start()
    assert desktop.finish() == 0
    assert release() == after
    assert text.read_bytes() == sample.read_bytes()
