"""Texts and pages after they are composed; five hundred records at once."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from editor.house import load_house
from editor.reading import read_text
from editor.writing.document import compose
from editor.writing.html import html_page
from editor.writing.markdown import markdown_text
from editor.writing.plain import plain_text
from editor.writing.shaped import shaped_text
from tests.benchmarks.table import Figure, median

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "resources/samples/oic-2018-social-media.txt"
MANY, FEW = 500, 50


def figures() -> Iterator[Figure]:
    """Each writer of texts on its own; the cost of a record among few and among many."""
    house = load_house("oic")
    document = compose(read_text(SAMPLE.read_bytes()).release, house, "ar")
    for name, write, most in (
        ("HTML of the sample, composed", lambda: html_page(document, house), 0.002),
        ("plain text", lambda: plain_text(document), 0.002),
        ("plain text in lines of 72", lambda: plain_text(document, width=72), 0.002),
        ("Markdown", lambda: markdown_text(document), 0.002),
        ("shaped lines of 60", lambda: shaped_text(document, width=60), 0.020),
    ):
        yield Figure(name, median(write, 50), "–", None, most)
    yield many_at_once()


def many_at_once() -> Figure:
    """DOCX and PDF of one record among 500 and among 50, in whole processes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one = folder / "record.bayan"
        _run("import", str(SAMPLE), "-o", str(one))
        many, few = (_of_each(one, folder / str(count), count) for count in (MANY, FEW))
    return Figure(f"one record of {MANY}, DOCX and PDF", many, f"one of {FEW}", few, 1.1)


def _of_each(record: Path, folder: Path, count: int) -> float:
    """Seconds for each of so many records."""
    folder.mkdir()
    paths = [folder / f"{number}.bayan" for number in range(count)]
    for path in paths:
        shutil.copyfile(record, path)
    start = time.perf_counter()
    _run("export", *map(str, paths), "--to", "docx", "--to", "pdf", "--out", str(folder / "out"))
    return (time.perf_counter() - start) / count


def _run(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, "main.py", *arguments], cwd=ROOT, check=True, capture_output=True
    )
