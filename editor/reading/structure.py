"""Paragraphs to the parts of a release: labels, headline, dateline, body, what follows the end.

A part is known by its place, its length and the words it begins with. Nothing is left out: what is
no part of its own is a block.
"""

from collections.abc import Sequence

from editor.reading.dateline import DatelineFound, read_dateline
from editor.reading.embargo import read_embargo
from editor.reading.furniture import (
    Label,
    has_address,
    inline_end_mark,
    is_embargo,
    is_end_mark,
    read_label,
    starts_boilerplate,
    starts_contact,
    starts_notes,
)
from editor.reading.lexicon import lexicon
from editor.reading.paragraphs import Paragraph, ends_sentence, starts_item
from editor.reading.parts import KnownWords, Part, Parts
from editor.reading.stretches import Stretch, joined
from editor.reading.words import fold
from editor.release.content import BlockKind

_LONGEST_HEADLINE = 250
_LONGEST_SUBHEADING = 90


def parts_of(
    paragraphs: Sequence[Paragraph], language: str, known: KnownWords | None = None
) -> Parts:
    """Sort the paragraphs of a text into the parts of a release."""
    reader = _Reader(paragraphs, language, known or KnownWords())
    reader.read()
    return reader.parts


class _Reader:
    """Goes through the paragraphs once, from the labels to what follows the end mark."""

    def __init__(self, paragraphs: Sequence[Paragraph], language: str, known: KnownWords) -> None:
        self.parts = Parts()
        self._paragraphs = paragraphs
        self._language = language
        self._known = known
        self._at = 0
        self._has_lead = False

    def read(self) -> None:
        self._read_labels()
        self._read_dateline()
        self._read_headline()
        self._read_labels()
        self._read_subheadline()
        self._read_labels()
        self._read_dateline()
        self._read_body()
        self._read_closing_dateline()

    @property
    def _left(self) -> int:
        return len(self._paragraphs) - self._at

    def _peek(self, ahead: int = 0) -> Paragraph | None:
        index = self._at + ahead
        return self._paragraphs[index] if index < len(self._paragraphs) else None

    # -- before the body

    def _read_labels(self) -> None:
        while (paragraph := self._peek()) is not None and self._left > 1:
            words = paragraph.words
            if is_embargo(words, self._language):
                self._take_embargo(paragraph)
            elif (label := read_label(words, self._language)) is not None:
                self._take_label(paragraph, label)
            elif self._is_masthead(paragraph):
                self.parts.furniture.append(paragraph.stretch)
            elif starts_contact(words, self._language) and has_address(words):
                self.parts.blocks.append(Part(BlockKind.CONTACT, paragraph.stretch))
            else:
                return
            self._at += 1

    def _take_embargo(self, paragraph: Paragraph) -> None:
        self.parts.embargo = read_embargo(paragraph.words, self._language)
        if self.parts.embargo is None:
            self.parts.blocks.append(Part(BlockKind.PARAGRAPH, paragraph.stretch, unsure=True))
        else:
            self.parts.furniture.append(paragraph.stretch)

    def _take_label(self, paragraph: Paragraph, label: Label) -> None:
        self.parts.furniture.append(paragraph.stretch)
        if label.kind is not None:
            self.parts.kind = label.kind
        if label.reference is not None and not self.parts.reference:
            self.parts.reference = paragraph.words[slice(*label.reference)]
        if label.date is not None and not self.parts.dates:
            self.parts.dates = (label.date,)
            self.parts.dateline = paragraph.stretch.cut(label.date.start, label.date.end)

    def _is_masthead(self, paragraph: Paragraph) -> bool:
        """Whether a line is only the name of the one who issues the text."""
        following = self._peek(1)
        if self.parts.headline.words or following is None or len(paragraph.words) > 100:
            return False
        if fold(paragraph.words) in self._known.names:
            return True
        return (
            not ends_sentence(paragraph.words)
            and len(paragraph.words.split()) <= 8
            and ":" not in paragraph.words
            and (label := read_label(following.words, self._language)) is not None
            and not label.is_only_date
        )

    def _read_headline(self) -> None:
        paragraph = self._peek()
        if paragraph is None or self._left < 2 or self._is_body(paragraph):
            return
        self.parts.headline = paragraph.stretch
        self._at += 1

    def _is_body(self, paragraph: Paragraph) -> bool:
        words = paragraph.words
        longest = 60 if self.parts.dateline.words else 140
        if len(words) > _LONGEST_HEADLINE or (ends_sentence(words) and len(words) > longest):
            return True
        found = read_dateline(words, self._language, self._known.issuers)
        return (
            found is not None
            and found.text_start < len(words)
            and found.sure
            and bool(found.dates or found.source)
        )

    def _read_subheadline(self) -> None:
        while (paragraph := self._peek()) is not None and self._is_deck(paragraph):
            if starts_item(paragraph.words):
                self._add_body(paragraph.stretch, BlockKind.LIST_ITEM)
            elif self._goes_on_headline(paragraph):
                self.parts.headline = joined([self.parts.headline, paragraph.stretch])
            elif not self.parts.subheadline.words:
                self.parts.subheadline = paragraph.stretch
            else:
                self._add_body(paragraph.stretch, BlockKind.SUBHEADING)
            self._at += 1

    def _goes_on_headline(self, paragraph: Paragraph) -> bool:
        """Whether a line is the rest of a headline set in several lines."""
        headline, words = self.parts.headline.words, paragraph.words
        if self.parts.subheadline.words or headline[-1:] in ".!?؟:" or len(headline) > 120:
            return False
        if self._language != "ar":
            return words[:1].islower()
        first = fold(words.split(maxsplit=1)[0])
        purpose = first[0] == "ل" and len(first) > 4 and first[:2] != "لل"
        prepositions = lexicon("ar").words("goes_on_headline")
        verb = lexicon("ar").arabic_verbs.get(first)
        return first in prepositions or purpose or (verb is not None and first[0] in "يت")

    def _is_deck(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph still belongs to the headline."""
        words, following = paragraph.words, self._peek(1)
        if not self.parts.headline.words or following is None or ends_sentence(words):
            return False
        if self._dateline_of(paragraph) is not None or is_end_mark(words, self._language):
            return False
        return (len(words) <= 200 and len(following.words) > len(words) * 0.8) or (
            self._dateline_of(following) is not None and len(words) <= 200
        )

    # -- the dateline

    def _dateline_of(self, paragraph: Paragraph) -> DatelineFound | None:
        return read_dateline(paragraph.words, self._language, self._known.issuers)

    def _read_dateline(self) -> None:
        """Take the dateline from where the reader stands, if there is one."""
        while (paragraph := self._peek()) is not None:
            found = self._dateline_of(paragraph)
            if self.parts.place.words and (found is None or not self._is_date_of_place(found)):
                return
            alone = found is not None and found.text_start >= len(paragraph.words)
            if found is None or (not self.parts.headline.words and not alone and not found.dates):
                return
            if alone and not self.parts.headline.words and not (found.dates or found.source):
                return
            self._take_dateline(paragraph, found)
            if not alone:
                return
            self._at += 1

    def _is_date_of_place(self, found: DatelineFound) -> bool:
        """Whether a second line only adds the date to the place on the line before."""
        return bool(found.dates) and not self.parts.dates and not found.place and not found.source

    def _take_dateline(self, paragraph: Paragraph, found: DatelineFound) -> None:
        words = paragraph.stretch
        earlier = self.parts.dateline
        if earlier.words and self._is_date_of_place(found) and self.parts.place.words:
            self.parts.dateline = joined([earlier, words.cut(found.start, found.end)])
        elif not earlier.words or found.place:
            self.parts.dateline = words.cut(found.start, found.end)
            if earlier.words:
                self.parts.furniture.append(earlier)
        if found.place:
            self.parts.place = words.cut(*found.place)
        if found.source:
            self.parts.source = words.cut(*found.source)
        if found.dates and (not self.parts.dates or found.place):
            self.parts.dates = found.dates
        if not found.sure:
            self.parts.unsure.add("dateline")
        if found.text_start < len(paragraph.words):
            lead = Paragraph(
                words.cut(found.text_start), paragraph.blank_before, paragraph.blank_after
            )
            self._paragraphs = [
                *self._paragraphs[: self._at],
                lead,
                *self._paragraphs[self._at + 1 :],
            ]
        elif not found.place and not found.dates:
            self.parts.furniture.append(words)

    def _read_closing_dateline(self) -> None:
        """A statement may end with its place and date."""
        if self.parts.dateline.words or len(self.parts.blocks) < 3:
            return
        last = self.parts.blocks[-1]
        found = read_dateline(last.stretch.words, self._language, self._known.issuers)
        if found is None or not found.dates or found.text_start < len(last.stretch.words):
            return
        self.parts.blocks.pop()
        self._take_dateline(Paragraph(last.stretch, blank_before=True, blank_after=True), found)

    # -- the body and what follows it

    def _read_body(self) -> None:
        section: BlockKind | None = None
        while (paragraph := self._peek()) is not None:
            self._at += 1
            words = paragraph.words
            if is_end_mark(words, self._language, self._known.end_marks):
                self.parts.end_mark = True
                self.parts.furniture.append(paragraph.stretch)
                section = None
                continue
            section = self._section(words, section)
            if section is not None and not (
                section is BlockKind.PARAGRAPH and starts_notes(words, self._language)
            ):
                kind = section
                if section is BlockKind.PARAGRAPH and starts_item(words):
                    kind = BlockKind.LIST_ITEM
                self._add(paragraph.stretch, kind)
            elif self.parts.end_mark and section is None:
                kind = BlockKind.CONTACT if has_address(words) else BlockKind.BOILERPLATE
                self._add(paragraph.stretch, kind, unsure=kind is BlockKind.BOILERPLATE)
            else:
                self._read_paragraph(paragraph)

    def _section(self, words: str, section: BlockKind | None) -> BlockKind | None:
        """What follows from here on: the contact, the boilerplate, notes, or still the body."""
        if not self._has_lead:
            return None
        if starts_contact(words, self._language):
            return BlockKind.CONTACT
        if starts_boilerplate(words, self._language) and (self.parts.end_mark or self._is_late()):
            return BlockKind.BOILERPLATE
        if starts_notes(words, self._language) and (self.parts.end_mark or self._is_late()):
            return BlockKind.PARAGRAPH
        if section is BlockKind.CONTACT and len(words) > 150 and not has_address(words):
            return None
        return section

    def _is_late(self) -> bool:
        return self._at > len(self._paragraphs) / 2

    def _read_paragraph(self, paragraph: Paragraph) -> None:
        stretch = paragraph.stretch
        if self._is_last_of_body() and (
            (at := inline_end_mark(stretch.words, self._language)) is not None
        ):
            self.parts.end_mark = True
            self.parts.furniture.append(stretch.cut(at))
            stretch = stretch.cut(0, at)
        if starts_item(stretch.words) and not self._is_signature(stretch):
            self._add_body(stretch, BlockKind.LIST_ITEM)
        elif self._is_subheading(paragraph) and not self._is_signature(stretch):
            self._add_body(stretch, BlockKind.SUBHEADING)
        else:
            self._add_body(stretch, BlockKind.PARAGRAPH)

    def _is_signature(self, stretch: Stretch) -> bool:
        """Whether a line with a dash names who said the quotation before it."""
        before = self.parts.blocks[-1].stretch.words if self.parts.blocks else ""
        return stretch.words[0] in "—–-" and before[-1:] in '»”"’' and bool(before)

    def _is_last_of_body(self) -> bool:
        following = self._peek()
        return (
            following is None
            or starts_contact(following.words, self._language)
            or starts_boilerplate(following.words, self._language)
            or starts_notes(following.words, self._language)
        )

    def _is_subheading(self, paragraph: Paragraph) -> bool:
        following = self._peek()
        words = paragraph.words
        return (
            following is not None
            and len(words) <= _LONGEST_SUBHEADING
            and not ends_sentence(words)
            and words[-1:] not in ',،؛;:»”"'
            and len(following.words) > len(words)
            and not starts_item(following.words)
            and not is_end_mark(following.words, self._language, self._known.end_marks)
            and self._has_lead
        )

    def _add_body(self, stretch: Stretch, kind: BlockKind) -> None:
        lead = kind is BlockKind.PARAGRAPH and not self._has_lead and not self.parts.end_mark
        self._has_lead |= lead
        self._add(stretch, BlockKind.LEAD if lead else kind)

    def _add(self, stretch: Stretch, kind: BlockKind, *, unsure: bool = False) -> None:
        if kind is BlockKind.LIST_ITEM:
            stretch = self._without_bullet(stretch)
        if stretch.words:
            self.parts.blocks.append(Part(kind, stretch, unsure))

    def _without_bullet(self, stretch: Stretch) -> Stretch:
        if stretch.words[0].isalnum() or stretch.words[0] in "(#":
            return stretch
        self.parts.furniture.append(stretch.cut(0, 1))
        return stretch.cut(1)
