"""Releases of many houses are proved line by line and read back."""

from pathlib import Path

import pytest

from editor.house import load_house
from editor.reading import read_text
from editor.writing.document import compose
from editor.writing.pdf import PdfWriter
from tests.writing.reading_back import poppler_text, share_found

RELEASES = sorted((Path(__file__).parents[2] / "data/releases").glob("ar*.txt"))[::2]


@pytest.fixture(scope="module")
def writer() -> PdfWriter:
    return PdfWriter(load_house("oic"))


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_a_release_is_read_back(writer: PdfWriter, tmp_path: Path, path: Path) -> None:
    release = read_text(path.read_bytes()).release
    document = compose(release, load_house("oic"), release.language)
    words = "\n".join(paragraph.words for paragraph in document.paragraphs)
    result = writer.mended(release, release.language)
    assert result.unproved == ()
    assert share_found(words, poppler_text(result.data, tmp_path)) > 0.99
