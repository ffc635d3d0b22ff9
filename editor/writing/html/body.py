"""The body of the page: one article, from the letterhead to the lines for the press."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from editor.release.content import BlockKind
from editor.release.languages import LANGUAGES
from editor.writing.document import Document, Masthead, Paragraph, Section
from editor.writing.html.inline import inline, line


def article(document: Document, emblem: str) -> str:
    """Everything a person reads.

    Args:
        document: What is printed.
        emblem: The organisation's emblem, as markup.
    """
    return "".join(
        (
            "<article>\n",
            *_head(document, emblem),
            *_banners(document),
            *_opening(document),
            *_body(document),
            f'<p class="end">{line(document.end_mark, document.language)}</p>\n',
            *_footer(document),
            "</article>\n",
        )
    )


def _head(document: Document, emblem: str) -> Iterator[str]:
    masthead, language = document.masthead, document.language
    apart = " columns" if masthead.beside else ""
    yield f'<header>\n<div class="letterhead{apart}">\n{_organisation(document)}'
    yield f'<div class="emblem" aria-hidden="true">{emblem}</div>\n{_beside(masthead)}</div>\n'
    tag = "p" if document.headline else "h1"  # every document has one first heading
    yield f'<{tag} class="kind">{line(masthead.kind, language)}</{tag}>\n'
    if document.reference or document.dates:
        yield f'<p class="particulars">{" · ".join(_particulars(document))}</p>\n'
    yield "</header>\n"


def _organisation(document: Document) -> str:
    masthead, language = document.masthead, document.language
    lines = "".join(f"<p>{line(words, language)}</p>" for words in masthead.lines)
    name = line(masthead.organisation, language)
    return f'<div class="organisation"><p class="name">{name}</p>{lines}</div>\n'


def _beside(masthead: Masthead) -> str:
    beside = masthead.beside
    if beside is None:
        return ""
    language = LANGUAGES[beside.language]
    lines = "".join(f"<p>{line(words, language)}</p>" for words in beside.lines)
    attributes = f'class="beside" lang="{language.tag}" dir="{beside.direction}"'
    name = line(beside.organisation, language)
    return f'<div {attributes}><p class="name">{name}</p>{lines}</div>\n'


def _particulars(document: Document) -> Iterator[str]:
    language = document.language
    if document.reference is not None:
        label, value = document.reference.label, document.reference.value
        yield f"<span>{line(label, language)} <b>{line(value, language)}</b></span>"
    if document.dates is not None and document.issued is not None:
        day = document.issued.isoformat()
        yield f'<time datetime="{day}">{line(document.dates.words, language)}</time>'


def _banners(document: Document) -> Iterator[str]:
    if document.banners:
        yield '<div class="notices" role="note">\n'
        for banner in document.banners:
            words = line(banner.words, document.language)
            yield f'<p class="{escape(banner.kind)}">{words}</p>\n'
        yield "</div>\n"


def _opening(document: Document) -> Iterator[str]:
    language = document.language
    if document.headline:
        yield f"<h1>{inline(document.headline, language)}</h1>\n"
    if document.subheadline:
        yield f'<p class="subheadline">{inline(document.subheadline, language)}</p>\n'
    if document.dateline:
        yield f'<p class="dateline">{line(document.dateline, language)}</p>\n'


def _body(document: Document) -> Iterator[str]:
    for is_list, group in groupby(document.paragraphs, key=_is_item):
        if is_list:
            yield "<ul>\n"
        for paragraph in group:
            yield _paragraph(paragraph, inline(paragraph.runs, document.language))
        if is_list:
            yield "</ul>\n"


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.kind is BlockKind.LIST_ITEM


def _paragraph(paragraph: Paragraph, words: str) -> str:
    match paragraph.kind:
        case BlockKind.SUBHEADING:
            return f"<h2>{words}</h2>\n"
        case BlockKind.LIST_ITEM:
            return f"<li>{words}</li>\n"
        case BlockKind.LEAD:
            return f'<p class="lead">{words}</p>\n'
        case _:
            return f"<p>{words}</p>\n"


def _footer(document: Document) -> Iterator[str]:
    if document.boilerplate or document.contact:
        yield "<footer>\n"
        if document.boilerplate:
            yield _section(document, document.boilerplate, "about", "div")
        if document.contact:
            yield _section(document, document.contact, "contact", "address")
        yield "</footer>\n"


def _section(document: Document, section: Section, name: str, element: str) -> str:
    language = document.language
    title = f'<h2 id="{name}">{line(section.title, language)}</h2>'
    lines = "".join(f"<p>{inline(runs, language)}</p>" for runs in section.lines)
    return (
        f'<section aria-labelledby="{name}">\n{title}\n<{element}>{lines}</{element}>\n</section>\n'
    )
