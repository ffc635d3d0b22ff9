"""The living draft: a release that is edited, with undo, news of changes, and other copies.

Every edit is one step that can be undone; `action` makes several of them one. Offsets count code
points. A bad argument raises `RecordError` before anything is touched. Paragraph breaks inside a
text become line separators (see `words.clean`).
"""

import time
import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import date

from editor.release.blocks import Blocks
from editor.release.changes import Change
from editor.release.content import (
    FIELDS,
    PLACE,
    SOURCE,
    BlockKind,
    Embargo,
    Mark,
    Release,
    ReleaseKind,
    Span,
    Status,
    Text,
)
from editor.release.fields import Fields
from editor.release.founding import found, require_language
from editor.release.record import Record
from editor.release.snapshot import Snapshots
from editor.release.speakers import PARTS, Speakers
from editor.release.undo import Step, Typed
from editor.release.words import clean, clean_text


class Draft:
    """A release as it is being written. Make one with `new`, `from_release` or `from_updates`."""

    def __init__(
        self,
        updates: Iterable[bytes],
        author: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._record = Record(updates, author, clock)
        self._blocks = Blocks(self._record)
        self._speakers = Speakers(self._record)
        self._fields = Fields(self._record)
        self._snapshots = Snapshots(self._record, self._blocks, self._speakers, self._fields)
        self._record.touched = self._blocks.touch
        self._record.structure = self._blocks.changed_look

    @classmethod
    def new(cls, language: str = "ar", *, author: str = "") -> "Draft":
        """An empty release in a language."""
        return cls.from_release(
            Release(id=str(uuid.uuid4()), language=language, languages=(language,)), author=author
        )

    @classmethod
    def from_release(cls, release: Release, *, author: str = "") -> "Draft":
        """A draft that begins as a release, with its ids; its snapshot equals the release.

        Empty texts and empty spans are left out, and spans are put in order.

        Raises:
            RecordError: The release holds what a record cannot.
        """
        draft = cls((), author)
        with draft._record.foundation():
            found(release, draft._record, draft._blocks, draft._speakers, draft._fields)
        return draft

    @classmethod
    def from_updates(cls, updates: Iterable[bytes], *, author: str = "") -> "Draft":
        """The draft that these updates made, given in order.

        Raises:
            DamagedUpdateError: One of them is damaged.
            MissingUpdatesError: Some between them are missing.
        """
        return cls(updates, author)

    @property
    def id(self) -> str:
        """The release's own id, the same in every copy."""
        return self._fields.id

    @property
    def author(self) -> str:
        """Who edits here."""
        return self._record.author

    def snapshot(self) -> Release:
        """The release as it stands, frozen; a block that did not change is the same object."""
        return self._snapshots.take()

    # Words and marks

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

        New words are marked as the stretch they replace was; put between two characters, as both
        of these are; at the end of emphasis they are emphasised. With `spans`, in offsets of the
        new words, they bear those marks and no others.
        """
        self._require_text(where, language)
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
        """Mark a stretch, in the place of equal marks there; see `marks.marking`."""
        self._require_text(where, language)
        with self._record.step(Step.MARK):
            self._record.mark(where, language, Span(start, end, mark, value, unsure))

    def unmark(self, where: str, language: str, start: int, end: int, mark: Mark) -> None:
        """Take a mark off a stretch; see `marks.unmarking`."""
        self._require_text(where, language)
        with self._record.step(Step.UNMARK):
            self._record.unmark(where, language, Span(start, end, mark))

    def mark_quotation(
        self, where: str, language: str, start: int, end: int, speaker: str | None
    ) -> None:
        """Mark a stretch as the words of a speaker, or of nobody named."""
        if speaker:
            self._speakers.require(speaker)
        self.mark(where, language, start, end, Mark.QUOTATION, speaker or "")

    # Blocks

    def insert_block(
        self,
        kind: BlockKind,
        after: str | None,
        texts: Mapping[str, Text | str] | None = None,
    ) -> str:
        """Make a block after another, or first; returns its id."""
        if after is not None:
            self._blocks.require(after)
        for language in texts or ():
            require_language(language)
        written = {language: clean_text(text) for language, text in (texts or {}).items()}
        with self._record.step(Step.INSERT):
            return self._blocks.insert(kind, after, written)

    def split_block(self, block: str, language: str, at: int) -> str:
        """Cut a block in two in one language; returns the id of the new one.

        Words keep their id when all of them stand after the cut: the new block then is the empty
        one before. The other languages stay with the block.
        """
        self._blocks.require(block)
        self._require_text(block, language)
        with self._record.step(Step.SPLIT):
            return self._blocks.split(block, language, at)

    def join_with_previous(self, block: str, language: str | None = None) -> str:
        """Append a block to the one before it in every language; returns the id that has the words.

        In the language of the pane it is done in (the original, if none is given) the words meet
        as they stand; in the others a space comes between. A block without words gives way.
        """
        self._blocks.require(block)
        with self._record.step(Step.JOIN):
            return self._blocks.join(block, language or self._fields.language)

    def move_block(self, block: str, after: str | None) -> None:
        """Put a block after another, or first."""
        self._blocks.require(block)
        if after is not None:
            self._blocks.require(after)
        with self._record.step(Step.MOVE):
            self._blocks.move(block, after)

    def remove_block(self, block: str) -> None:
        """Hide a block in all languages; words that others write into it bring it back."""
        self._blocks.require(block)
        with self._record.step(Step.REMOVE):
            self._blocks.remove(block)

    def restore_block(self, block: str, after: str | None) -> None:
        """Show a removed block again, after another, or first."""
        if after is not None:
            self._blocks.require(after)
        with self._record.step(Step.RESTORE):
            self._blocks.restore(block, after)

    def set_kind(self, block: str, kind: BlockKind) -> None:
        """Make a block something else; it is no longer a guess."""
        self._blocks.require(block)
        with self._record.step(Step.KIND):
            self._blocks.set_kind(block, kind)

    # Speakers

    def add_speaker(
        self,
        language: str | None = None,
        *,
        name: str = "",
        honorific: str = "",
        title: str = "",
        organisation: str = "",
    ) -> str:
        """Make a speaker, described in a language (the original, if none); returns the id."""
        language = language or self._fields.language
        parts = _parts(language, name, honorific, title, organisation)
        with self._record.step(Step.SPEAKER):
            speaker = self._speakers.add()
            self._speakers.describe(speaker, language, parts)
            return speaker

    def set_speaker(
        self,
        speaker: str,
        *,
        language: str,
        name: str | None = None,
        honorific: str | None = None,
        title: str | None = None,
        organisation: str | None = None,
    ) -> None:
        """Describe a speaker in a language; None leaves a part as it is."""
        self._speakers.require(speaker)
        parts = _parts(language, name, honorific, title, organisation)
        with self._record.step(Step.SPEAKER):
            self._speakers.describe(speaker, language, parts)

    def set_reads_for(self, speaker: str, other: str | None) -> None:
        """Say whose words a speaker delivered, if another's."""
        self._speakers.require(speaker)
        if other is not None:
            self._speakers.require(other)
        with self._record.step(Step.SPEAKER):
            self._speakers.set_reads_for(speaker, other)

    def remove_speaker(self, speaker: str) -> None:
        """Take a speaker out; what they said is left to nobody named."""
        self._speakers.require(speaker)
        with self._record.step(Step.SPEAKER):
            if self._fields.headline_speaker == speaker:
                self._fields.set_headline_speaker(None)
            self._speakers.remove(speaker)

    def set_headline_speaker(self, speaker: str | None) -> None:
        """Say who speaks in the headline, if anyone."""
        if speaker is not None:
            self._speakers.require(speaker)
        with self._record.step(Step.FIELD):
            self._fields.set_headline_speaker(speaker)

    # Single values

    def set_place(self, language: str, words: str) -> None:
        """Set the place of the dateline in a language."""
        self._rewrite(PLACE, language, words)

    def set_source(self, language: str, words: str) -> None:
        """Set the agency or body of the dateline in a language."""
        self._rewrite(SOURCE, language, words)

    def set_date(self, day: date | None) -> None:
        """Set the day of issue, the same in every language."""
        with self._record.step(Step.FIELD):
            self._fields.set_date(day)

    def set_hijri_shift(self, days: int) -> None:
        """Set the days to add to the computed Hijri date."""
        with self._record.step(Step.FIELD):
            self._fields.set_hijri_shift(days)

    def set_kind_of_release(self, kind: ReleaseKind) -> None:
        """Say what is being issued."""
        with self._record.step(Step.FIELD):
            self._fields.set_kind(kind)

    def set_status(self, status: Status) -> None:
        """Say how far the release has come."""
        with self._record.step(Step.FIELD):
            self._fields.set_status(status)

    def set_reference(self, reference: str) -> None:
        """Set the reference number."""
        with self._record.step(Step.FIELD):
            self._fields.set_reference(reference)

    def set_embargo(self, embargo: Embargo | None) -> None:
        """Set the moment before which nothing may be published."""
        with self._record.step(Step.FIELD):
            self._fields.set_embargo(embargo)

    def set_end_mark(self, present: bool) -> None:  # noqa: FBT001  the name of the method says what is true
        """Say whether the release ends in an end mark."""
        with self._record.step(Step.FIELD):
            self._fields.set_end_mark(present=present)

    def add_language(self, language: str) -> None:
        """Issue the release in one more language."""
        require_language(language)
        with self._record.step(Step.FIELD):
            self._fields.add_language(language)

    def confirm(self, name: str) -> None:
        """Note that a person confirmed a guess: a field, a block or a speaker, by name or id."""
        with self._record.step(Step.CONFIRM):
            self._fields.confirm(name)
            if name in self._blocks.ids():
                self._blocks.set_unsure(name, unsure=False)
            if any(speaker.id == name for speaker in self._speakers.all()):
                self._speakers.set_unsure(name, unsure=False)

    # Steps

    def action(self, name: str) -> AbstractContextManager[None]:
        """Make everything inside one transaction and one step of this name.

        Inside another action it is part of that one. If the body raises, what it did until then
        stays, and is one step.
        """
        return self._record.step(name)

    def end_typing(self) -> None:
        """Let the next stroke begin a step of its own: the caret was moved, or the focus."""
        self._record.history.end_typing()

    def undo(self) -> None:
        """Take back the last step of one's own that still changes something, if any."""
        self._record.undo()

    def redo(self) -> None:
        """Do again the last step that was taken back, if any."""
        self._record.redo()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self.undo_name is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return self.redo_name is not None

    @property
    def undo_name(self) -> str | None:
        """The name of the step to undo: an action's, or a `Step`."""
        return self._record.history.undo_name

    @property
    def redo_name(self) -> str | None:
        """The name of the step to redo."""
        return self._record.history.redo_name

    # Listeners and other copies

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Be told of every change after its transaction; call the result to be told no more."""
        return self._record.post.changes.add(callback)

    def on_update(self, callback: Callable[[bytes], None]) -> Callable[[], None]:
        """Be given every transaction's update, for the file; call the result for no more."""
        return self._record.post.updates.add(callback)

    def apply(self, update: bytes, *, author: str = "") -> None:
        """Take in what another copy did.

        Raises:
            DamagedUpdateError: The bytes are damaged; the draft is as it was.
            MissingUpdatesError: They build on updates not seen here; the draft is as it was.
        """
        self._record.apply(update, author)

    def state_vector(self) -> bytes:
        """What this copy has seen, for `updates_since` of another."""
        return self._record.port.state_vector()

    def updates_since(self, vector: bytes | None) -> bytes:
        """What a copy with this state vector has not seen, as one update; all of it for None."""
        return self._record.port.updates_since(vector)

    # Private

    def _rewrite(self, where: str, language: str, words: str) -> None:
        require_language(language)
        with self._record.step(Step.FIELD):
            self._record.rewrite(where, language, words)
            self._fields.confirm(where)

    def _require_text(self, where: str, language: str) -> None:
        require_language(language)
        if where not in FIELDS:
            self._blocks.require(where)


def _parts(language: str, *parts: str | None) -> dict[str, str | None]:
    require_language(language)
    return dict(zip(PARTS, (part and clean(part) for part in parts), strict=True))
