"""The record: opening one with a long history behind it, and typing into it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from editor.storage import ReleaseFile
from tests.benchmarks.table import Figure, median
from tests.storage.worked_on import make_worked_on


def figures() -> Iterator[Figure]:
    """Opening a release of 1,500 words and 20,000 edits; one typed character."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "long.bayan"
        make_worked_on(path, edits=20_000)

        def open_record() -> None:
            with ReleaseFile.open(path) as file:
                file.draft.snapshot()

        yield Figure("open 1,500 words, 20,000 edits", median(open_record, 20), "–", None, 0.010)
        with ReleaseFile.open(path) as file:
            draft = file.draft
            block = draft.snapshot().blocks[0].id
            typed = median(lambda: draft.replace(block, "ar", 40, 40, "ب"), 2000)
    yield Figure("one typed character in the record", typed, "–", None, 50e-6)
