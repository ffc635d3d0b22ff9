"""The reading side: a frozen `Release` of what a record says now."""

from dataclasses import replace

from editor.release.blocks import Blocks
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
    Text,
    Translated,
)
from editor.release.fields import Fields
from editor.release.record import Record
from editor.release.speakers import Speakers

_Parts = tuple[BlockKind, bool, dict[str, Text]]


class Snapshots:
    """Takes snapshots of one record; a block that did not change is the same object as before."""

    def __init__(self, record: Record, blocks: Blocks, speakers: Speakers, fields: Fields) -> None:
        self._record = record
        self._blocks = blocks
        self._speakers = speakers
        self._fields = fields
        self._known: dict[str, tuple[_Parts, Block]] = {}
        self._people: frozenset[str] = frozenset()
        self._last: tuple[int, Release] | None = None

    def take(self) -> Release:
        """The release as it stands; the same object while nothing changes."""
        if self._last is None or self._last[0] != self._record.version:
            self._last = (self._record.version, self._read())
        return self._last[1]

    def _read(self) -> Release:
        fields, speakers = self._fields, self._speakers.all()
        people = frozenset(speaker.id for speaker in speakers)
        if people != self._people:
            self._people = people
            self._known.clear()
        spoken = fields.headline_speaker
        return Release(
            id=fields.id,
            language=fields.language,
            languages=fields.languages,
            kind=fields.kind,
            status=fields.status,
            reference=fields.reference,
            embargo=fields.embargo,
            headline=self._texts(HEADLINE),
            headline_speaker=spoken if spoken in people else None,
            subheadline=self._texts(SUBHEADLINE),
            dateline=self._dateline(),
            blocks=self._all_blocks(),
            speakers=speakers,
            end_mark=fields.end_mark,
            unsure=fields.unsure,
        )

    def _all_blocks(self) -> tuple[Block, ...]:
        last = self._known
        self._known = {block: self._block(block, last.get(block)) for block in self._blocks.ids()}
        return tuple(block for _, block in self._known.values())

    def _block(self, block: str, last: tuple[_Parts, Block] | None) -> tuple[_Parts, Block]:
        kind, unsure = self._blocks.kind(block), self._blocks.unsure(block)
        parts = (kind, unsure, self._blocks.texts(block))
        if last is not None and last[0] == parts:
            return last
        return parts, Block(block, kind, self._translated(parts[2]), unsure)

    def _texts(self, where: str) -> Translated[Text]:
        return self._translated(self._blocks.texts(where))

    def _translated(self, texts: dict[str, Text]) -> Translated[Text]:
        return Translated({language: self._attributed(text) for language, text in texts.items()})

    def _attributed(self, text: Text) -> Text:
        """The text with its quotations left to nobody whose speaker another person has removed."""
        if all(
            span.value in self._people or not span.value for span in text.marked(Mark.QUOTATION)
        ):
            return text
        spans = (
            replace(span, value="")
            if span.mark is Mark.QUOTATION and span.value not in self._people
            else span
            for span in text.spans
        )
        return Text(text.words, tuple(sorted(spans)))

    def _dateline(self) -> Dateline:
        return Dateline(
            places=self._words(PLACE),
            sources=self._words(SOURCE),
            date=self._fields.date,
            hijri_shift=self._fields.hijri_shift,
            written=self._words(DATELINE),
        )

    def _words(self, where: str) -> Translated[str]:
        return Translated({code: text.words for code, text in self._blocks.texts(where).items()})
