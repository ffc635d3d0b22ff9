"""A process that writes a release file until it is killed; and one that gives birth to many.

Lines on stdin name files. For each, a child is forked that opens the file and writes number after
number into it; on stdout it says each number once it is on the disk. The parent says the child's
process id before, and `dead` after.
"""

import os
import sys
from itertools import count
from pathlib import Path

from editor.storage import ReleaseFile


def live(path: Path) -> None:
    """Write, name versions, close and open again, for ever."""
    for number in count():
        file = ReleaseFile.open(path)
        block = file.draft.snapshot().blocks[0]
        written = block.text("en").words
        next_number = int(written.split()[-1]) + 1
        for step in range(1 + (number * 7 + next_number) % 40):
            words = f" {next_number + step}"
            file.draft.replace(block.id, "en", len(written), len(written), words)
            written += words
            if step % 17 == 11:
                file.name_version(words)
            file.flush()
            say(words)
        file.close()


def say(words: str) -> None:
    """Tell the test, at once and in one piece."""
    os.write(1, f"{words.strip()}\n".encode())


def main() -> None:
    """Fork a child for each line."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            live(Path(line.rstrip("\n")))
        say(f"born {child}")
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main()
