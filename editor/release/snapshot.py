"""The reading side: a frozen `Release` of what a record says now."""

from dataclasses import replace

from editor.release.content import (
    DATELINE,
    HEADLINE,
    PLACE,
    SOURCE,
    SUBHEADLINE,
    Block,
    Dateline,
    Mark,
    Release,
    Text,
    Translated,
)
from editor.release.fields import Fields
from editor.release.record import Record
from editor.release.speakers import Speakers


class Snapshots:
    """Takes snapshots of one record; a block that did not change is the same object as before."""

    def __init__(self, record: Record, speakers: Speakers, fields: Fields) -> None:
        self._contents = record.contents
        self._layout = record.layout
        self._speakers = speakers
        self._fields = fields
        self._people: frozenset[str] = frozenset()
        self._texts: dict[str, Translated[Text]] = {}
        self._known: dict[str, Block] = {}
        self._read_layout = -1
        self._last: tuple[int, Release] | None = None

    def take(self) -> Release:
        """The release as it stands; the same object while nothing changes."""
        if self._last is None or self._last[0] != self._contents.version:
            self._last = (self._contents.version, self._read())
        return self._last[1]

    def _read(self) -> Release:
        fields, speakers = self._fields, self._speakers.all()
        self._forget(frozenset(speaker.id for speaker in speakers))
        spoken = fields.headline_speaker
        return Release(
            id=fields.id,
            language=self._contents.language,
            languages=fields.languages,
            kind=fields.kind,
            status=fields.status,
            reference=fields.reference,
            embargo=fields.embargo,
            headline=self._translated(HEADLINE),
            headline_speaker=spoken if spoken in self._people else None,
            subheadline=self._translated(SUBHEADLINE),
            dateline=self._dateline(),
            blocks=self._all_blocks(),
            speakers=speakers,
            end_mark=fields.end_mark,
            unsure=fields.unsure,
        )

    def _forget(self, people: frozenset[str]) -> None:
        """Let go of what may no longer be so."""
        if people != self._people:
            self._people = people
            self._texts.clear()
            self._read_layout = -1
        for where in self._contents.stale:
            self._texts.pop(where, None)

    def _all_blocks(self) -> tuple[Block, ...]:
        ids = self._layout.ids()
        stale = (
            self._contents.stale if self._read_layout == self._contents.layout_version else set(ids)
        )
        for block in stale.intersection(ids):
            read = self._block(block)
            if self._known.get(block) != read:
                self._known[block] = read
        self._read_layout = self._contents.layout_version
        self._contents.stale.clear()
        return tuple(self._known[block] for block in ids)

    def _block(self, block: str) -> Block:
        texts = self._translated(block)
        return Block(block, self._layout.kind(block), texts, self._layout.unsure(block))

    def _translated(self, where: str) -> Translated[Text]:
        texts = self._texts.get(where)
        if texts is None:
            read = self._contents.texts(where)
            texts = Translated({code: self._attributed(text) for code, text in read.items()})
            self._texts[where] = texts
        return texts

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
        return Translated({code: text.words for code, text in self._translated(where).items()})
