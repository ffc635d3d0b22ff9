"""Writes a release as one HTML file that needs nothing else: semantic, light and dark, for print.

HTML 5 with `dir` and `lang` from the language of the release, `lang` on every passage in another
one, and the release as schema.org data. Words enter as text and are escaped; isolates (U+2066 to
U+2069) become `bdi` elements, so that nobody copies a control character. The same release gives
the same bytes.
"""

from html import escape

from editor.house.style import House
from editor.release.content import Release
from editor.writing.document import Document, compose
from editor.writing.html.body import article
from editor.writing.html.emblem import inline_emblem
from editor.writing.html.linked_data import linked_data
from editor.writing.html.looks import style_sheet


def write_html(release: Release, house: House, language: str) -> bytes:
    """The release in one language as an HTML file, in UTF-8.

    Raises:
        WritingError: The house has no wording for the language.
        HouseError: The house's emblem cannot be used.
    """
    return html_page(compose(release, house, language), house).encode()


def html_page(document: Document, house: House) -> str:
    """A document as an HTML page; see `write_html`."""
    language = document.language
    # What may not go out yet is not for search engines either.
    robots = '<meta name="robots" content="noindex">\n' if document.banners else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{language.tag}" dir="{language.direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(document.title, quote=False)}</title>\n"
        f'<meta name="description" content="{escape(document.description)}">\n'
        f'<meta name="author" content="{escape(document.masthead.organisation)}">\n'
        f"{robots}"
        f'<script type="application/ld+json">{linked_data(document)}</script>\n'
        f"<style>\n{style_sheet(house, language)}</style>\n</head>\n<body>\n"
        f"{article(document, inline_emblem(house))}"
        "</body>\n</html>\n"
    )
