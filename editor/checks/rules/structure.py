"""The parts that every release has: headline, dateline, paragraphs that end, an end mark."""

from collections.abc import Iterator

import regex

from editor.checks.document import Document
from editor.checks.findings import END_MARK, SEPARATOR, Edit, Fix, Listed, Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, document_rule, text_rule
from editor.house.patterns import names
from editor.release.content import (
    DATELINE,
    EMPTY,
    HEADLINE,
    BlockKind,
    ReleaseKind,
)
from editor.text.characters import seen_end

_STOPS = frozenset(".!?؟…۔:;؛")
"""Marks that a paragraph may end in; a colon or semicolon announces what follows."""
_CLOSING = "\"”»’'›)]} \u00a0\u202f"
_LETTER_OR_DIGIT = regex.compile(r"[\p{L}\p{M}\p{N}]")
_WITH_DATELINE = frozenset((ReleaseKind.PRESS_RELEASE, ReleaseKind.MEDIA_ADVISORY))
_AFTER_END_MARK = frozenset((BlockKind.BOILERPLATE, BlockKind.CONTACT))


@document_rule("STR-01", Severity.ERROR)
def missing_headline(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A release without a headline."""
    if not document.release.headline.get(document.language, EMPTY).words.strip():
        yield Hit(HEADLINE, 0, 0)


@text_rule("STR-12", Severity.ERROR, options={"least_words": 5})
def paragraph_without_stop(passage: Passage, settings: Settings) -> Iterator[Hit]:
    """A body paragraph that ends without a full stop or another mark that ends a sentence.

    Setting `least_words`: shorter lines are taken for headings, bylines and labels.
    """
    end = seen_end(passage.words)
    last = passage.words[:end].rstrip(_CLOSING)[-1:]
    if not passage.is_prose or not last or last in _STOPS:
        return
    if len(passage.tokens) < settings.number("least_words") or _ends_in_address(passage, end):
        return
    if _LETTER_OR_DIGIT.match(passage.words, end - 1):
        yield passage.hit(end, end, passage.fix(end, end, ".", safe=True, key="STR-12.fix"))
    elif passage.words[end - 1] in _CLOSING:
        yield passage.hit(end, end, passage.fix(end, end, ".", safe=False, key="STR-12.fix"))
    elif last in "،,":
        fix = passage.fix(end - 1, end, ".", safe=False, key="STR-12.fix_comma")
        yield passage.hit(end, end, fix)


def _ends_in_address(passage: Passage, end: int) -> bool:
    last_word = passage.words[:end].rsplit(maxsplit=1)[-1]
    in_address = bool(passage.addresses) and passage.addresses[-1][1] >= end - 1
    return in_address or last_word.startswith(("#", "@", "+", "http", "www."))


@document_rule("STR-08", Severity.WARNING)
def missing_end_mark(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A release without an end mark, or one with text after it."""
    wording = document.wording
    if wording is None or not document.is_original:
        return
    marks = {*wording.end_marks, wording.end_mark}
    closed = document.release.end_mark
    for place, passage in enumerate(document.body):
        if passage.words.strip() in marks:
            closed = all(later.kind in _AFTER_END_MARK for later in document.body[place + 1 :])
            if not closed:
                yield passage.hit(0, len(passage.words), case="misplaced")
                return
    if not closed and document.passages:
        yield Hit("", 0, 0, fixes=(_append(document, wording.end_mark),))


def _append(document: Document, mark: str) -> Fix:
    if document.source is None:
        return Fix((Edit(END_MARK, 0, 0, mark),), safe=False, key="STR-08.fix")
    end = len(document.source.text.rstrip())
    newline = "\r\n" if "\r\n" in document.source.text else "\n"
    whole = len(document.source.text)
    edit = Edit(SEPARATOR, end, whole, f"{newline * 2}{mark}{newline * (end < whole)}")
    return Fix((edit,), safe=False, key="STR-08.fix")


@document_rule("DTL-01", Severity.ERROR)
def missing_dateline(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A press release without a dateline."""
    if document.release.kind in _WITH_DATELINE and not _has_dateline(document):
        yield Hit(DATELINE, 0, 0)


@document_rule("DTL-02", Severity.WARNING)
def incomplete_dateline(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A dateline that lacks a part the house's dateline has."""
    if not _has_dateline(document) or document.wording is None:
        return
    dateline = document.release.dateline
    parts = {
        "place": dateline.places.get(document.language, ""),
        "source": dateline.sources.get(document.language, ""),
        "date": dateline.date,
    }
    wanted = set(names(document.wording.dateline))
    missing = tuple(f"parts.{name}" for name, part in parts.items() if name in wanted and not part)
    if missing:
        written = dateline.written.get(document.language, "")
        values = {"missing": Listed(missing)}
        yield Hit(DATELINE, 0, len(written), written, values=values)


def _has_dateline(document: Document) -> bool:
    dateline, language = document.release.dateline, document.language
    texts = (dateline.written, dateline.places, dateline.sources)
    return any(text.get(language, "").strip() for text in texts) or (
        document.is_original and dateline.date is not None
    )
