"""A document as a sequence of parts, for writers of text that go through it from top to bottom."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from editor.release.content import BlockKind
from editor.writing.document import Document, Section
from editor.writing.runs import Run


class Role(Enum):
    """What a part is in the document."""

    ORGANISATION = auto()
    KIND = auto()
    PARTICULARS = auto()
    NOTICE = auto()
    HEADLINE = auto()
    SUBHEADLINE = auto()
    DATELINE = auto()
    PARAGRAPH = auto()
    SUBHEADING = auto()
    LIST_ITEM = auto()
    END_MARK = auto()
    SECTION_TITLE = auto()
    SECTION_LINE = auto()


LINES_TOGETHER = (
    frozenset({Role.ORGANISATION, Role.KIND, Role.PARTICULARS}),
    frozenset({Role.NOTICE}),
    frozenset({Role.LIST_ITEM}),
    frozenset({Role.SECTION_TITLE, Role.SECTION_LINE}),
)
"""Parts that follow one another without an empty line between them."""

_ROLES = {
    BlockKind.SUBHEADING: Role.SUBHEADING,
    BlockKind.LIST_ITEM: Role.LIST_ITEM,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One line or paragraph of a document."""

    role: Role
    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        """What it says, as plain text."""
        return "".join(run.words for run in self.runs)

    def follows(self, before: "Part") -> bool:
        """Whether it stands right under the part before it, without an empty line."""
        if self.role is Role.SECTION_TITLE:
            return False
        return any(self.role in group and before.role in group for group in LINES_TOGETHER)


def parts(document: Document) -> Iterator[Part]:
    """Everything that a document says, in order; page numbers are a matter of pages."""
    for part in _parts(document):
        if part.words.strip():
            yield part


def _parts(document: Document) -> Iterator[Part]:
    yield _line(Role.ORGANISATION, document.masthead.organisation)
    for words in document.masthead.lines:
        yield _line(Role.PARTICULARS, words)
    yield _line(Role.KIND, document.masthead.kind)
    if document.reference is not None:
        yield _line(Role.PARTICULARS, f"{document.reference.label} {document.reference.value}")
    if document.dates is not None:
        yield _line(Role.PARTICULARS, document.dates.words)
    for banner in document.banners:
        yield _line(Role.NOTICE, banner.words)
    yield Part(Role.HEADLINE, document.headline)
    yield Part(Role.SUBHEADLINE, document.subheadline)
    yield _line(Role.DATELINE, document.dateline)
    for paragraph in document.paragraphs:
        yield Part(_ROLES.get(paragraph.kind, Role.PARAGRAPH), paragraph.runs)
    yield _line(Role.END_MARK, document.end_mark)
    for section in (document.boilerplate, document.contact):
        if section is not None:
            yield from _section(section)


def _section(section: Section) -> Iterator[Part]:
    yield _line(Role.SECTION_TITLE, section.title)
    for runs in section.lines:
        yield Part(Role.SECTION_LINE, runs)


def _line(role: Role, words: str) -> Part:
    return Part(role, (Run(words),) if words else ())
