"""A release and a house → documents: PDF by Typst, DOCX by python-docx.

Each writer is loaded when it is first used: Typst alone takes longer to load than a page to make.
"""

from editor.house.style import House
from editor.release.content import Release


def write_pdf(release: Release, house: House, language: str) -> bytes:
    """The release in one language as a PDF; see `editor.writing.pdf.PdfWriter`."""
    from editor.writing import pdf  # noqa: PLC0415 - loaded when it is first used

    return pdf.write_pdf(release, house, language)


def write_docx(release: Release, house: House, language: str) -> bytes:
    """The release in one language as a Word document; see `editor.writing.docx`."""
    from editor.writing import docx  # noqa: PLC0415 - loaded when it is first used

    return docx.write_docx(release, house, language)
