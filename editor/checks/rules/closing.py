"""What stands around the text: contact, reference number, the paragraph about the organisation."""

from collections.abc import Iterator

from editor.checks.document import Document
from editor.checks.findings import Listed, Severity
from editor.checks.hit import Hit
from editor.checks.rule import Settings, document_rule
from editor.release.content import BlockKind, ReleaseKind

_WITH_BOILERPLATE = frozenset((ReleaseKind.PRESS_RELEASE, ReleaseKind.MEDIA_ADVISORY))


@document_rule("STR-09", Severity.ERROR, options={"reference": True, "contact": True})
def missing_particulars(document: Document, settings: Settings) -> Iterator[Hit]:
    """A release without a reference number or without anybody to ask.

    A record is written with the contact of its house; a text goes out as it is.
    """
    if not document.is_original or not document.body:
        return
    missing = []
    if settings.flag("reference") and not document.release.reference.strip():
        missing.append("parts.reference")
    if settings.flag("contact") and not _has(document, BlockKind.CONTACT):
        missing.append("parts.contact")
    if missing:
        yield Hit("", 0, 0, values={"missing": Listed(tuple(missing))})


@document_rule("STR-10", Severity.WARNING)
def missing_boilerplate(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A release without the paragraph about its organisation, or with another than the house's."""
    wording = document.wording
    if wording is None or not wording.boilerplate or not document.body:
        return
    own = [passage for passage in document.body if passage.kind is BlockKind.BOILERPLATE]
    stored = " ".join(wording.boilerplate.split())
    if len(own) == 1 and " ".join(own[0].words.split()) != stored:
        end = len(own[0].words)
        fix = own[0].fix(0, end, wording.boilerplate, safe=False, key="STR-10.fix")
        yield own[0].hit(0, end, fix, case="differs")
    elif (
        document.is_original
        and document.release.kind in _WITH_BOILERPLATE
        and not _has(document, BlockKind.BOILERPLATE)
    ):
        yield Hit("", 0, 0)


def _has(document: Document, kind: BlockKind) -> bool:
    """Whether what is sent has a closing part: its own, or the one a record is written with."""
    if any(passage.kind is kind for passage in document.body):
        return True
    wording = document.wording
    if document.source is not None or wording is None:
        return False
    return bool(wording.contact if kind is BlockKind.CONTACT else wording.boilerplate)
