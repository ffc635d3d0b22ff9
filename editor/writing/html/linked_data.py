"""The release as schema.org data (version 30.0, NewsArticle) for programs that read the page.

Schema.org has no type for press releases and no property for an embargo: `genre` says what is
issued, `creativeWorkStatus` why it may not go out yet.
"""

import msgspec

from editor.writing.document import Document
from editor.writing.runs import without_isolates

# HTML ends a script at "</script" wherever it stands, and begins a comment at "<!--".
_ESCAPED = (
    ("<", "\\u003c"),
    (">", "\\u003e"),
    ("&", "\\u0026"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
)


def linked_data(document: Document) -> str:
    """The document as JSON-LD that may stand in a `script` element; what is unknown is left out."""
    body = "\n\n".join(paragraph.words for paragraph in document.paragraphs)
    publisher = {
        "@type": "Organization",
        "name": document.masthead.organisation,
        "alternateName": document.masthead.acronym,
    }
    values = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "".join(run.words for run in document.headline),
        "alternativeHeadline": "".join(run.words for run in document.subheadline),
        "genre": document.masthead.kind,
        "identifier": document.reference.value if document.reference else "",
        "inLanguage": document.language.tag,
        "dateline": document.dateline,
        "datePublished": document.issued.isoformat() if document.issued else "",
        "creativeWorkStatus": "; ".join(document.notices),
        "articleBody": body,
        "author": publisher,
        "publisher": publisher,
    }
    known = {name: _plain(value) for name, value in values.items() if value}
    data = msgspec.json.encode(known).decode()
    for character, escaped in _ESCAPED:
        data = data.replace(character, escaped)
    return data


def _plain(value: object) -> object:
    """Words as data: without what holds a line of text together."""
    return without_isolates(value).replace("\u200b", "") if isinstance(value, str) else value
