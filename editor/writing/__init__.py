"""A release and a house → documents: PDF by Typst, DOCX by python-docx, HTML, and texts.

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


def write_html(release: Release, house: House, language: str) -> bytes:
    """The release in one language as an HTML file; see `editor.writing.html`."""
    from editor.writing import html  # noqa: PLC0415 - loaded when it is first used

    return html.write_html(release, house, language)


def write_plain(
    release: Release, house: House, language: str, *, width: int | None = None
) -> bytes:
    """The release in one language as plain text; see `editor.writing.plain`."""
    from editor.writing import plain  # noqa: PLC0415 - loaded when it is first used

    return plain.write_plain(release, house, language, width=width)


def write_markdown(release: Release, house: House, language: str) -> bytes:
    """The release in one language as Markdown; see `editor.writing.markdown`."""
    from editor.writing import markdown  # noqa: PLC0415 - loaded when it is first used

    return markdown.write_markdown(release, house, language)


def write_shaped(release: Release, house: House, language: str, *, width: int) -> bytes:
    """The release in one language as shaped lines in visual order; see `editor.writing.shaped`."""
    from editor.writing import shaped  # noqa: PLC0415 - loaded when it is first used

    return shaped.write_shaped(release, house, language, width=width)
