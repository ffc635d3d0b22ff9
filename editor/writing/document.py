"""The neutral shape between a release and every document made from it.

`compose` puts a release, a house and a language together into frozen values: everything that is
printed, in the order it is printed, in words and strings that no writer has to think about again.
Writers decide how it looks; they never see the record.

The words of the record are kept, with three exceptions that print asks for: quotation marks around
a marked stretch become the house's, what would fall apart in a line of the other direction is held
together by isolates (U+2066 to U+2069), and characters that no document can carry are left out.
A line feed inside words is a line break.
"""

from dataclasses import dataclass
from datetime import date

import regex

from editor.house import dates
from editor.house.patterns import fill
from editor.house.style import House, Wording
from editor.messages import BayanError
from editor.release.content import EMPTY, Block, BlockKind, Release, Text, Translated
from editor.release.languages import LANGUAGES, Language
from editor.writing.runs import Run, cut, printed, without_isolates


class WritingError(BayanError):
    """A release that cannot be written as it was asked for."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The organisation in a second language, for a letterhead of two columns."""

    language: str
    direction: str
    organisation: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """Who speaks, and what this is.

    Attributes:
        organisation: Its full name.
        acronym: Its short name.
        kind: What is issued.
        lines: What stands below the name in the letterhead.
        beside: The same in a second language, if the letterhead has two columns.
    """

    organisation: str
    acronym: str
    kind: str
    lines: tuple[str, ...] = ()
    beside: Beside | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value of the page furniture with the word that stands before it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Dates:
    """The day of issue as the house writes it.

    Attributes:
        label: What may stand before it.
        gregorian: In the Gregorian calendar.
        hijri: In the Hijri calendar; empty where it is not known.
        words: By the house's pattern for the line under the letterhead.
    """

    label: str
    gregorian: str
    hijri: str
    words: str


@dataclass(frozen=True, slots=True)
class Banner:
    """A notice that has to be seen before anything is read.

    Attributes:
        kind: The status's value, such as ``draft``, or ``embargo``.
        words: The notice.
    """

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the body."""

    id: str
    kind: BlockKind
    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        """What it says, as plain text."""
        return "".join(run.words for run in self.runs)


@dataclass(frozen=True, slots=True)
class Section:
    """What follows the end mark under a heading of its own: about the house, or its contact."""

    title: str
    lines: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A release as it is printed in one language.

    Attributes:
        title: The title in the document's properties, on one line.
        description: What it is and why it may not go out yet, for the document's properties.
        notices: The words of the banners, for the same place.
        language: Its language, with tag, region and direction.
        issued: The day of issue, for the document's properties and time stamps; None if unknown.
        reference: The reference number, if there is one.
        dates: The day of issue in words, if it is known.
        banners: Notices over the text: the status, the embargo.
        headline: Empty when the release has none in this language.
        dateline: Place, source and date by the house's pattern; empty if none is known.
        end_mark: What closes the text.
        boilerplate: About the organisation; the release's own if it has one.
        contact: Who answers the press; the release's own if it has one.
        page_label: The page number's sentence, of {page} and {pages}.
        arabic_indic_pages: Whether page numbers are in ٠١٢ digits.
    """

    title: str
    description: str
    notices: tuple[str, ...]
    language: Language
    issued: date | None
    masthead: Masthead
    reference: Labelled | None
    dates: Dates | None
    banners: tuple[Banner, ...]
    headline: tuple[Run, ...]
    subheadline: tuple[Run, ...]
    dateline: str
    paragraphs: tuple[Paragraph, ...]
    end_mark: str
    boilerplate: Section | None
    contact: Section | None
    page_label: str
    arabic_indic_pages: bool


_LONGEST_TITLE = 1000
_SEEN = regex.compile(r"[^\p{Z}\p{Cc}\p{Cf}]")
_BODY = (BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.SUBHEADING, BlockKind.LIST_ITEM)


def compose(release: Release, house: House, language: str) -> Document:
    """Everything that is printed of a release in one language, in the house's wording.

    Args:
        release: The release.
        house: The house style, which has wording for the language.
        language: The code of the language to print.

    Raises:
        WritingError: The house has no wording for the language.
    """
    if language not in house.wording:
        raise WritingError(
            "writing.no_wording", found=language, house=house.name, choices=", ".join(house.wording)
        )
    wording = house.wording[language]
    headline = _field(release.headline, wording, language)
    banners = _banners(release, wording, language)
    notices = tuple(without_isolates(banner.words) for banner in banners)
    kind = wording.kinds[release.kind.value]
    return Document(
        title=_title(headline, release, wording),
        description=" – ".join((kind, *notices)),
        notices=notices,
        language=LANGUAGES[language],
        issued=release.dateline.date,
        masthead=Masthead(
            wording.organisation,
            wording.acronym,
            kind,
            tuple(printed(line, language) for line in wording.letterhead),
            _beside(house, language),
        ),
        reference=_reference(release, wording, language),
        dates=_dates(release, wording, language),
        banners=banners,
        headline=headline,
        subheadline=_field(release.subheadline, wording, language),
        dateline=_dateline(release, wording, language),
        paragraphs=tuple(
            Paragraph(block.id, block.kind, cut(block.text(language), wording, language))
            for block in _blocks(release, language, *_BODY)
        ),
        end_mark=wording.end_mark,
        boilerplate=_section(release, wording, language, BlockKind.BOILERPLATE),
        contact=_section(release, wording, language, BlockKind.CONTACT),
        page_label=wording.labels.page,
        arabic_indic_pages=wording.digits == "arabic-indic",
    )


def _field(texts: Translated[Text], wording: Wording, language: str) -> tuple[Run, ...]:
    """The text of a field as runs; none when nothing of it can be seen."""
    runs = cut(texts.get(language, EMPTY), wording, language)
    return runs if any(_SEEN.search(run.words) for run in runs) else ()


def _title(headline: tuple[Run, ...], release: Release, wording: Wording) -> str:
    """The headline, else the kind and the reference, at a length that properties can hold."""
    words = "".join(run.words for run in headline) or " ".join(
        part for part in (wording.kinds[release.kind.value], release.reference) if part
    )
    title = " ".join(without_isolates(printed(words)).split())
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"


def _beside(house: House, language: str) -> Beside | None:
    if house.letterhead.layout != "columns":
        return None
    other = LANGUAGES[house.letterhead.beside[language]]
    wording = house.wording[other.code]
    lines = tuple(printed(line, other.code) for line in wording.letterhead)
    return Beside(other.code, other.direction, wording.organisation, lines)


def _reference(release: Release, wording: Wording, language: str) -> Labelled | None:
    if not release.reference.strip():
        return None
    return Labelled(wording.labels.reference, printed(release.reference.strip(), language))


def _dates(release: Release, wording: Wording, language: str) -> Dates | None:
    day, shift = release.dateline.date, release.dateline.hijri_shift
    if day is None:
        return None
    forms = dates.forms(day, wording, shift=shift)
    return Dates(
        label=wording.labels.date,
        gregorian=printed(forms["long_date"], language),
        hijri=printed(forms["hijri"], language),
        words=printed(fill(wording.day_of_issue, forms), language),
    )


def _banners(release: Release, wording: Wording, language: str) -> tuple[Banner, ...]:
    banners = []
    status = release.status.value
    if notice := wording.banners.get(status):
        banners.append(Banner(status, printed(notice, language)))
    if release.embargo is not None:
        notice = dates.embargo(release.embargo.until, release.embargo.zone, wording)
        banners.append(Banner("embargo", printed(notice, language)))
    return tuple(banners)


def _dateline(release: Release, wording: Wording, language: str) -> str:
    """By the house's pattern; as it was written where none of its parts is known."""
    dateline = release.dateline
    values = {
        "place": dateline.places.get(language, "").strip(),
        "source": dateline.sources.get(language, "").strip(),
        **dates.forms(dateline.date, wording, shift=dateline.hijri_shift),
    }
    if not any(values.values()):
        return printed(dateline.written.get(language, "").strip(), language)
    return printed(fill(wording.dateline, values), language)


def _section(release: Release, wording: Wording, language: str, kind: BlockKind) -> Section | None:
    """The release's own boilerplate or contact, else the house's."""
    about = kind is BlockKind.BOILERPLATE
    lines = tuple(
        cut(block.text(language), wording, language) for block in _blocks(release, language, kind)
    )
    if not lines:
        house_lines = (wording.boilerplate,) if about else wording.contact
        lines = tuple(cut(line, wording, language) for line in house_lines if line.strip())
    title = wording.labels.boilerplate if about else wording.labels.contact
    return Section(title, lines) if lines else None


def _blocks(release: Release, language: str, *kinds: BlockKind) -> list[Block]:
    """The blocks of these kinds that say something in the language."""
    return [
        block
        for block in release.blocks
        if block.kind in kinds and block.text(language).words.strip()
    ]
