"""Documents: a whole export against LibreOffice, each writer against its bare library."""

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import typst

from editor.house import load_house
from editor.reading import read_text
from editor.release.content import Release
from editor.release.draft import Draft
from editor.writing import write_docx
from editor.writing.pdf import Pages, PdfWriter
from tests.benchmarks.table import Figure, median

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "resources/samples/oic-2018-social-media.txt"


def figures() -> Iterator[Figure]:
    """What documents have to meet: process, PDF after an edit, finished PDF, DOCX."""
    if shutil.which("soffice"):
        yield whole_process()
    release = read_text(SAMPLE.read_bytes()).release
    yield pdf_after_an_edit(release)
    yield finished_pdf(release, 1, 0.12, "a page of a mended PDF")
    yield finished_pdf(release, 24, 0.12, "a page of a mended PDF of many pages")
    yield docx_from_a_release(release)


def whole_process() -> Figure:
    """`export --to pdf --to docx` against LibreOffice converting the same DOCX to PDF."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        export = [sys.executable, "main.py", "export", str(SAMPLE), "--to", "pdf", "--to", "docx"]
        export += ["--out", name, "--force"]
        ours = median(lambda: _run(export), 5)
        made = folder / f"{SAMPLE.stem}.docx"
        convert = ["soffice", f"-env:UserInstallation=file://{name}/profile", "--headless"]
        convert += ["--convert-to", "pdf", "--outdir", f"{name}/peer", str(made)]
        theirs = median(lambda: _run(convert), 5)
    return Figure("export PDF and DOCX, whole process", ours, "LibreOffice, PDF", theirs, 1 / 3)


def pdf_after_an_edit(release: Release) -> Figure:
    """PDF from an open record after an edit against bare Typst on the same page."""
    draft = Draft.from_release(release)
    writer = PdfWriter(load_house("oic"))
    block = release.blocks[0].id

    def edit_and_write() -> bytes:
        draft.replace(block, "ar", 0, 0, "و")
        return writer.typeset(draft.snapshot(), "ar")

    ours = median(edit_and_write, TURNS)
    edited = iter([page_after_an_edit(draft, block, writer) for _ in range(TURNS + 1)])

    def bare() -> object:
        page = next(edited)  # the same kind of edit: Typst remembers a page that did not change
        return typst.compile(page.source.encode(), **page.settings)

    return Figure("PDF after an edit, not mended", ours, "bare Typst", median(bare, TURNS), 1.5)


def page_after_an_edit(draft: Draft, block: str, writer: PdfWriter) -> Pages:
    """What Typst is given after one more letter."""
    draft.replace(block, "ar", 0, 0, "و")
    return writer.page(draft.snapshot(), "ar")


def finished_pdf(release: Release, times: int, most: float, name: str) -> Figure:
    """A finished page: typeset, mended and written, of a release that many times as long."""
    writer = PdfWriter(load_house("oic"))
    blocks = tuple(
        replace(block, id=f"{block.id}-{turn}") for turn in range(times) for block in release.blocks
    )
    long = replace(release, blocks=blocks)
    with pikepdf.open(io.BytesIO(writer.write(long, "ar"))) as pdf:
        pages = len(pdf.pages)
    ours = median(lambda: writer.write(long, "ar"), 10 if times == 1 else 3) / pages
    return Figure(name, ours, f"of {pages}", None, most)


TURNS = 30
"""How often an edit is measured."""


def docx_from_a_release(release: Release) -> Figure:
    """DOCX against python-docx writing the same paragraphs without any of our formatting."""
    house = load_house("oic")
    paragraphs = [block.text("ar").words for block in release.blocks]

    def bare() -> bytes:
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    ours = median(lambda: write_docx(release, house, "ar"), 30)
    return Figure("DOCX of the sample", ours, "bare python-docx", median(bare, 30), 3)


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
