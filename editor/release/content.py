"""A release as frozen values: what rules and writers read, and nothing else.

Every offset counts code points (Python string indices), end exclusive. Every translatable text
is kept per language, keyed by the language's code, under one name in the record: a block's id, or
one of the field names below. That name is called *where* throughout the program.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")

HEADLINE = "headline"
SUBHEADLINE = "subheadline"
DATELINE = "dateline"
"""The dateline as it was written; empty once its parts have been edited."""
PLACE = "dateline.place"
SOURCE = "dateline.source"
FIELDS = (HEADLINE, SUBHEADLINE, DATELINE, PLACE, SOURCE)
"""The names of the texts that every release has, beside its blocks."""


class Translated(Mapping[str, T], Generic[T]):
    """A value per language code: immutable, ordered by code, hashable when its values are."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, T] | None = None, /, **by_code: T) -> None:
        self._values = dict(sorted({**(values or {}), **by_code}.items()))

    def __getitem__(self, code: str) -> T:
        return self._values[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Translated) and self._values == other._values

    def __hash__(self) -> int:
        return hash(tuple(self._values.items()))

    def __repr__(self) -> str:
        return f"Translated({self._values!r})"


class ReleaseKind(StrEnum):
    """What is being issued."""

    PRESS_RELEASE = "press_release"
    STATEMENT = "statement"
    MEDIA_ADVISORY = "media_advisory"
    COMMUNIQUE = "communique"


class Status(StrEnum):
    """How far a release has come; the severity of some findings depends on it."""

    DRAFT = "draft"
    FOR_APPROVAL = "for_approval"
    APPROVED = "approved"
    PUBLISHED = "published"
    CORRECTION = "correction"


class BlockKind(StrEnum):
    """What a paragraph-level unit is."""

    LEAD = "lead"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    LIST_ITEM = "list_item"
    BOILERPLATE = "boilerplate"
    CONTACT = "contact"


class Mark(StrEnum):
    """Why a stretch of words is marked."""

    QUOTATION = "quotation"  # value: the speaker's id, or "" when nobody is named
    TITLE = "title"  # the name of an event, a document, a work
    TERM = "term"  # a coined or borrowed term, or words held at a distance
    EMPHASIS = "emphasis"
    STRONG = "strong"
    LINK = "link"  # value: the address


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A marked stretch of a text, without the quotation marks around it.

    Attributes:
        start: Its first code point.
        end: One past its last code point.
        mark: Why it is marked.
        value: What the mark refers to; see `Mark`.
        unsure: Whether it was read by a guess that a person has yet to confirm.
    """

    start: int
    end: int
    mark: Mark
    value: str = ""
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one field or block in one language, and the stretches marked in them."""

    words: str = ""
    spans: tuple[Span, ...] = ()

    def marked(self, mark: Mark) -> Iterator[Span]:
        """The spans with this mark, in order."""
        return (span for span in self.spans if span.mark is mark)


EMPTY = Text()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-level unit with a stable id and a text per language."""

    id: str
    kind: BlockKind
    texts: Translated[Text]
    unsure: bool = False

    def text(self, language: str) -> Text:
        """Its text in a language, empty where there is none yet."""
        return self.texts.get(language, EMPTY)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or office that is quoted or reported, per language.

    Attributes:
        id: The id that quotations refer to.
        names: The name without honorific or title; empty for an office whose holder is not named.
        honorifics: «معالي الدكتور», "H.E. Mr.": what stands before the name.
        titles: The office held.
        organisations: The body the office belongs to.
        reads_for: The id of the speaker whose words this one delivered, or None.
        unsure: Whether the reader of a text guessed some of it.
    """

    id: str
    names: Translated[str] = field(default_factory=Translated)
    honorifics: Translated[str] = field(default_factory=Translated)
    titles: Translated[str] = field(default_factory=Translated)
    organisations: Translated[str] = field(default_factory=Translated)
    reads_for: str | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, source and date of a release.

    Attributes:
        places: Where it was issued, per language.
        sources: The agency or body it is credited to, per language.
        date: The day it was issued; the same in every language.
        hijri_shift: Days to add to the computed Hijri date, as moon sighting decided.
        written: The dateline as a source text had it, per language; empty once a part is edited.
    """

    places: Translated[str] = field(default_factory=Translated)
    sources: Translated[str] = field(default_factory=Translated)
    date: dt.date | None = None
    hijri_shift: int = 0
    written: Translated[str] = field(default_factory=Translated)


@dataclass(frozen=True, slots=True)
class Embargo:
    """The moment before which nothing may be published.

    Attributes:
        until: The moment, aware of its offset.
        zone: The IANA name of the time zone in which people state it, for example "Asia/Riyadh".
    """

    until: dt.datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Release:
    """An immutable snapshot of a draft.

    Attributes:
        id: The release's own id, the same in every copy.
        language: The code of the original language.
        headline_speaker: The id of the speaker named before the colon of the headline, if any.
        end_mark: Whether the text that was read ended in an end mark; see `Draft.set_end_mark`.
        unsure: The names of fields that were read by a guess, see `FIELDS`.
    """

    id: str
    language: str
    languages: tuple[str, ...] = ()
    kind: ReleaseKind = ReleaseKind.PRESS_RELEASE
    status: Status = Status.DRAFT
    reference: str = ""
    embargo: Embargo | None = None
    headline: Translated[Text] = field(default_factory=Translated)
    headline_speaker: str | None = None
    subheadline: Translated[Text] = field(default_factory=Translated)
    dateline: Dateline = field(default_factory=Dateline)
    blocks: tuple[Block, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    end_mark: bool = False
    unsure: frozenset[str] = frozenset()

    def speaker(self, speaker_id: str | None) -> Speaker | None:
        """The speaker with this id, or None."""
        return next((s for s in self.speakers if s.id == speaker_id), None)

    def texts(self, language: str) -> Iterator[tuple[str, Text]]:
        """Every text in a language with its name: the fields, then the blocks in order."""
        yield HEADLINE, self.headline.get(language, EMPTY)
        yield SUBHEADLINE, self.subheadline.get(language, EMPTY)
        yield DATELINE, Text(self.dateline.written.get(language, ""))
        yield PLACE, Text(self.dateline.places.get(language, ""))
        yield SOURCE, Text(self.dateline.sources.get(language, ""))
        for block in self.blocks:
            yield block.id, block.text(language)
