"""Plain text to a release: the parts, the speakers, the quotations, and where each word stood."""

from collections.abc import Iterator
from dataclasses import dataclass

from editor.house.style import House
from editor.reading.decoding import decode
from editor.reading.language import language_of
from editor.reading.paragraphs import paragraphs_of
from editor.reading.parts import KnownWords, Parts
from editor.reading.roster import Person
from editor.reading.speakers import Said, read_speech, speaking
from editor.reading.speech import How
from editor.reading.stretches import Stretch
from editor.reading.structure import parts_of
from editor.reading.words import fold
from editor.release.content import (
    DATELINE,
    HEADLINE,
    PLACE,
    SOURCE,
    SUBHEADLINE,
    Block,
    BlockKind,
    Dateline,
    Mark,
    Release,
    Span,
    Speaker,
    Text,
    Translated,
)
from editor.release.source import Source
from editor.text.calendars import hijri_shift
from editor.text.dates import Calendar

_SPEAKING = (BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.SUBHEADING)
_FIELDS = (HEADLINE, SUBHEADLINE, DATELINE, PLACE, SOURCE)


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a speaker is said to have said, in code points of a block.

    Attributes:
        where: The block's id.
        speaker: The speaker's id.
        how: How it is told.
        start: The first code point of the verb, or of what stands for it.
        end: One past its last code point.
        complements: What stands before the words said: «أن», «إلى», "that".
    """

    where: str
    speaker: str
    how: How
    start: int
    end: int
    complements: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a text.

    Attributes:
        release: The release; its ids are "b1", "b2", … and "s1", "s2", … in order.
        source: The text it was read from, with the place of every record text in it.
        statements: What the speakers are said to have said, in order.
    """

    release: Release
    source: Source
    statements: tuple[Statement, ...] = ()


def read_text(data: bytes | str, *, house: House | None = None) -> Reading:
    """Read a release from plain text in Arabic, English or French.

    Args:
        data: The file's bytes, or its text.
        house: The house style, whose names and end marks are recognised.

    Raises:
        ReadingError: It cannot be read; its sentence says why.
    """
    text, encoding = decode(data)
    language, sure = language_of(text)
    parts = parts_of(paragraphs_of(text), language, _known_words(house))
    if not sure:
        parts.unsure.add("language")
    return _Building(language, parts).reading(text, encoding)


def _known_words(house: House | None) -> KnownWords:
    if house is None:
        return KnownWords()
    wording = house.wording.values()
    return KnownWords(
        frozenset(fold(name) for names in house.issuers.values() for name in names),
        frozenset(fold(name) for words in wording for name in (words.organisation, words.acronym)),
        frozenset(mark for words in wording for mark in words.end_marks),
    )


class _Building:
    """Puts the parts and the speech of a text together as a release."""

    def __init__(self, language: str, parts: Parts) -> None:
        self._language = language
        self._parts = parts
        self._ids = [f"b{number}" for number in range(1, len(parts.blocks) + 1)]
        self._body = [n for n, part in enumerate(parts.blocks) if part.kind in _SPEAKING]
        heads = (parts.headline.words, parts.subheadline.words)
        texts = [parts.blocks[number].stretch.words for number in self._body]
        self._speech = read_speech(texts, language, heads)
        self._people = {
            person: f"s{number}" for number, person in enumerate(speaking(self._speech.roster), 1)
        }

    def reading(self, text: str, encoding: str) -> Reading:
        pieces = {
            name: stretch.pieces for name, stretch in self._named_stretches() if stretch.words
        }
        return Reading(self._release(), Source(text, encoding, pieces), tuple(self._statements()))

    def _named_stretches(self) -> Iterator[tuple[str, Stretch]]:
        parts = self._parts
        fields = (parts.headline, parts.subheadline, parts.dateline, parts.place, parts.source)
        yield from zip(_FIELDS, fields, strict=True)
        for name, part in zip(self._ids, parts.blocks, strict=True):
            yield name, part.stretch
        for number, stretch in enumerate(parts.furniture, 1):
            yield f"furniture.{number}", stretch

    def _release(self) -> Release:
        parts = self._parts
        return Release(
            id="",
            language=self._language,
            languages=(self._language,),
            kind=parts.kind,
            reference=parts.reference,
            embargo=parts.embargo,
            headline=self._head(parts.headline, -2),
            headline_speaker=self._id(self._speech.headline_speaker),
            subheadline=self._head(parts.subheadline, -1),
            dateline=self._dateline(),
            blocks=tuple(self._blocks()),
            speakers=tuple(self._speaker(person) for person in self._people),
            end_mark=parts.end_mark,
            unsure=frozenset(parts.unsure),
        )

    def _head(self, stretch: Stretch, number: int) -> Translated[Text]:
        if not stretch.words:
            return Translated()
        return Translated({self._language: Text(stretch.words, self._spans(number))})

    def _dateline(self) -> Dateline:
        parts = self._parts
        return Dateline(
            self._translated(parts.place.words),
            self._translated(parts.source.words),
            parts.date,
            self._hijri_shift(),
            self._translated(parts.dateline.words),
        )

    def _hijri_shift(self) -> int:
        """By how many days a Hijri date stated beside a Gregorian one differs from the table."""
        day = self._parts.date
        stated = [mention.hijri for mention in self._parts.dates if mention.hijri]
        gregorian = any(m.calendar is Calendar.GREGORIAN for m in self._parts.dates)
        return hijri_shift(day, stated[0]) or 0 if day and stated and gregorian else 0

    def _translated(self, words: str) -> Translated[str]:
        return Translated({self._language: words} if words else {})

    def _blocks(self) -> Iterator[Block]:
        numbers = {block: number for number, block in enumerate(self._body)}
        for index, (name, part) in enumerate(zip(self._ids, self._parts.blocks, strict=True)):
            spans = self._spans(numbers[index]) if index in numbers else ()
            texts = Translated({self._language: Text(part.stretch.words, spans)})
            yield Block(name, part.kind, texts, part.unsure)

    def _spans(self, number: int) -> tuple[Span, ...]:
        return tuple(self._span(said) for said in self._speech.said if said.number == number)

    def _span(self, said: Said) -> Span:
        speaker = self._id(said.speaker) if said.mark is Mark.QUOTATION else None
        start, end = said.quoted.inner_start, said.quoted.inner_end
        return Span(start, end, said.mark, speaker or "", said.unsure)

    def _id(self, person: Person | None) -> str | None:
        return self._people.get(person) if person else None

    def _speaker(self, person: Person) -> Speaker:
        return Speaker(
            self._id(person) or "",
            self._translated(person.name),
            self._translated(person.honorific),
            self._translated(person.title),
            self._translated(person.organisation),
            self._id(person.reads_for),
            person.unsure,
        )

    def _statements(self) -> Iterator[Statement]:
        for statement in self._speech.statements:
            if statement.number < 0 or (speaker := self._id(statement.speaker)) is None:
                continue
            said = statement.attribution
            where = self._ids[self._body[statement.number]]
            yield Statement(where, speaker, said.how, said.start, said.end, said.complements)
