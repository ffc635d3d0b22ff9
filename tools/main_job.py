"""Do Bayan's main job on a release: import it, check it, write DOCX and PDF, open the editor.

Usage: python tools/main_job.py TEXT FOLDER

It calls the same commands as a person would, and prints them. The record that the first run
makes is kept by the runs that follow: it may have been edited since.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(text: Path, folder: Path) -> int:
    """Run the job and return the exit code of the first command that fails."""
    folder.mkdir(parents=True, exist_ok=True)
    record = folder / f"{text.stem}.bayan"
    commands = [] if record.exists() else [["import", str(text), "-o", str(record)]]
    commands += [
        ["check", str(text)],
        ["export", str(record), "--to", "pdf", "--to", "docx", "--out", str(folder), "--force"],
    ]
    for command in commands:
        code = bayan(command)
        finds_errors = command[0] == "check" and code == 1  # what it is for, and no failure
        if code and not finds_errors:
            return code
    return open_editor(record)


def open_editor(record: Path) -> int:
    """Open the window where there is a screen; say so and end well where there is none."""
    has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not has_screen and sys.platform not in {"win32", "darwin"}:
        print("\nThere is no screen here, so the editor was not opened. On a desktop, run:")
        print(f"  make run    (or: .venv/bin/python main.py {record})")
        return 0
    return bayan([str(record)])


def bayan(arguments: list[str]) -> int:
    """Run one command of the program and return its exit code."""
    print("\n$ python main.py " + " ".join(arguments), flush=True)
    return subprocess.run([sys.executable, "main.py", *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
