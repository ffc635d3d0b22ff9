"""Bad input ends in one clear sentence and exit code 2, whatever it is: never in a traceback."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MOST_MEMORY = 300 * 1024  # KiB, as Linux counts the resident size

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="measures memory by /proc")

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 40
HOPELESS = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\r\n \n",
    "picture.txt": JPEG,
    "picture.bayan": JPEG,
    "empty.bayan": b"",
    "text.bayan": "جدة (يونا) – بيان".encode(),
    "sqlite.bayan": b"SQLite format 3\x00" + bytes(4080),
    "line.txt": b"a" * 10_000_000,
    "line-ar.txt": "ب".encode() * 5_000_000,
    "marks.txt": ("ب" + "\u064e" * 1_000_000).encode(),
    "controls.txt": "\x01\x02\u200f\u202e\x07".encode() * 50,
    "invalid.txt": b"\xc3\x28\xa0\xa1\xe2\x28\xa1\xf0\x28\x8c\xbc\x00\x00\x81\x8d\x8f" * 20,
    "surrogates.txt": b"\xed\xa0\x80\xed\xb0\x80 \xed\xbf\xbf\n" * 10,
}


@pytest.fixture(params=sorted(HOPELESS))
def hopeless(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / request.param
    path.write_bytes(HOPELESS[request.param])
    yield path
    assert path.read_bytes() == HOPELESS[request.param]


# The high water mark of this very program: getrusage counts the parent's size before exec too.
MEASURED = """
import re, runpy, sys
usage_file, *sys.argv = sys.argv[1:]
try:
    runpy.run_path("main.py", run_name="__main__")
finally:
    with open("/proc/self/status") as status, open(usage_file, "w") as file:
        file.write(re.search(r"VmHWM:\\s+(\\d+)", status.read())[1])
"""


def run(folder: Path, *arguments: str | Path) -> tuple[subprocess.CompletedProcess[str], int]:
    """Run the program as a person does; its answer, and the most memory it held in KiB."""
    usage = folder / "usage"
    command = [sys.executable, "-c", MEASURED, str(usage), "main.py", *map(str, arguments)]
    answer = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    return answer, int(usage.read_text())


def assert_one_sentence(answer: subprocess.CompletedProcess[str]) -> None:
    assert answer.returncode == 2, answer.stderr
    assert "Traceback" not in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1
    assert answer.stdout == ""


@pytest.mark.parametrize("command", ["show", "check"])
def test_hopeless_input_ends_in_a_sentence_and_little_memory(
    hopeless: Path, command: str, tmp_path: Path
) -> None:
    answer, memory = run(tmp_path, command, hopeless)
    assert_one_sentence(answer)
    assert 0 < memory < MOST_MEMORY


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["show", "no-such-file.txt"],
        ["show", "."],
        ["export", "resources/samples/oic-2018-social-media.txt"],
        ["export", "resources/samples/oic-2018-social-media.txt", "--to", "odt"],
        ["show", "resources/samples/oic-2018-social-media.txt", "--house", "nobody"],
        ["fix", "resources/samples/oic-2018-social-media.txt", "-o", "no/such/folder/x.txt"],
        ["check", "--nonsense", "x"],
    ],
)
def test_wrong_usage_ends_in_a_sentence(arguments: list[str], tmp_path: Path) -> None:
    assert_one_sentence(run(tmp_path, *arguments)[0])
