"""Edits of the words of a record, and of what is marked in them."""

from collections.abc import Iterable

from editor.release.content import FIELDS, PLACE, SOURCE, Mark, Span, Text
from editor.release.record import Record
from editor.release.speakers import Speakers
from editor.release.undo import Step, Typed
from editor.release.words import member, require_language


class Texts:
    """What can be done to the texts of one record; each edit is one step, but typing goes on."""

    def __init__(self, record: Record, speakers: Speakers) -> None:
        self._record = record
        self._speakers = speakers

    def replace(
        self,
        where: str,
        language: str,
        start: int,
        end: int,
        words: str,
        spans: Iterable[Span] | None = None,
    ) -> None:
        """Put words in the place of a stretch of a text.

        New words are marked as all of the stretch they replace was; put between two characters,
        as both of these are; at the end of emphasis they are emphasised. With `spans`, in offsets
        of the new words, they bear those marks and no others.

        Raises:
            RecordError: There is no such text or stretch, or the words cannot be kept.
        """
        self._require(where, language)
        typed = Typed(where, language, start, end, start + len(words))
        text = words if spans is None else Text(words, tuple(spans))
        with self._record.step(Step.TYPING, typed):
            self._record.replace(where, language, start, end, text)

    def mark(
        self,
        where: str,
        language: str,
        start: int,
        end: int,
        mark: Mark,
        value: str = "",
        *,
        unsure: bool = False,
    ) -> None:
        """Mark a stretch, in the place of equal marks there; see `marks.marking`.

        Raises:
            RecordError: There is no such text or stretch.
        """
        self._require(where, language)
        with self._record.step(Step.MARK):
            self._record.mark(where, language, Span(start, end, member(Mark, mark), value, unsure))

    def unmark(self, where: str, language: str, start: int, end: int, mark: Mark) -> None:
        """Take a mark off a stretch; see `marks.unmarking`.

        Raises:
            RecordError: There is no such text or stretch.
        """
        self._require(where, language)
        with self._record.step(Step.UNMARK):
            self._record.unmark(where, language, Span(start, end, member(Mark, mark)))

    def mark_quotation(
        self, where: str, language: str, start: int, end: int, speaker: str | None
    ) -> None:
        """Mark a stretch as the words of a speaker, or of nobody named.

        Raises:
            RecordError: There is no such text, stretch or speaker.
        """
        self._speakers.require(speaker)
        self.mark(where, language, start, end, Mark.QUOTATION, speaker or "")

    def set_place(self, language: str, words: str) -> None:
        """Set the place of the dateline in a language."""
        self._rewrite(PLACE, language, words)

    def set_source(self, language: str, words: str) -> None:
        """Set the agency or body of the dateline in a language."""
        self._rewrite(SOURCE, language, words)

    def _rewrite(self, where: str, language: str, words: str) -> None:
        require_language(language)
        with self._record.step(Step.FIELD):
            self._record.rewrite(where, language, words)
            self._record.confirm(where)

    def _require(self, where: str, language: str) -> None:
        require_language(language)
        if where not in FIELDS:
            self._record.layout.require(where)
