"""The living draft: a release that is edited, with undo, news of changes, and other copies."""

import time
import uuid
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

from editor.release.blocks import Blocks
from editor.release.changes import Change
from editor.release.content import Release
from editor.release.exports import Exports
from editor.release.fields import Fields
from editor.release.founding import found
from editor.release.record import Record
from editor.release.snapshot import Snapshots
from editor.release.speakers import Speakers
from editor.release.texts import Texts
from editor.release.undo import Step


class Draft:
    """A release as it is being written. Make one with `new`, `from_release` or `from_updates`.

    It is edited through its parts' methods, gathered here. Every call is one step that can be
    undone, except that typing goes on as one; `action` makes several calls one step. Offsets count
    code points. A bad argument raises `RecordError` before anything is touched. Paragraph breaks
    inside a text become line separators (see `words.clean`). One thread only.
    """

    def __init__(
        self,
        updates: Iterable[bytes] = (),
        *,
        author: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        record = self._record = Record(updates, author, clock)
        fields = self._fields = Fields(record)
        speakers = self._speakers = Speakers(record)
        blocks = self._blocks = Blocks(record)
        texts = Texts(record, speakers)
        exports = Exports(record)
        self._snapshots = Snapshots(record, speakers, fields)

        self.replace = texts.replace
        self.mark = texts.mark
        self.unmark = texts.unmark
        self.mark_quotation = texts.mark_quotation
        self.set_place = texts.set_place
        self.set_source = texts.set_source

        self.insert_block = blocks.insert
        self.split_block = blocks.split
        self.join_with_previous = blocks.join
        self.move_block = blocks.move
        self.remove_block = blocks.remove
        self.restore_block = blocks.restore
        self.set_kind = blocks.set_kind

        self.add_speaker = speakers.add
        self.set_speaker = speakers.describe
        self.set_reads_for = speakers.set_reads_for
        self.set_headline_speaker = speakers.set_headline_speaker
        self.remove_speaker = speakers.remove

        self.set_date = fields.set_date
        self.set_hijri_shift = fields.set_hijri_shift
        self.set_kind_of_release = fields.set_kind
        self.set_status = fields.set_status
        self.set_reference = fields.set_reference
        self.set_embargo = fields.set_embargo
        self.set_end_mark = fields.set_end_mark
        self.add_language = fields.add_language

        self.note_export = exports.note
        self.exports = exports.all

    @classmethod
    def new(cls, language: str = "ar", *, author: str = "") -> "Draft":
        """An empty release in a language."""
        empty = Release(id=str(uuid.uuid4()), language=language, languages=(language,))
        return cls.from_release(empty, author=author)

    @classmethod
    def from_release(cls, release: Release, *, author: str = "") -> "Draft":
        """A draft that begins as a release, with its ids; its snapshot equals the release.

        Empty texts, empty spans and references to nobody are left out, and spans put in order.

        Raises:
            RecordError: The release holds what a record cannot.
        """
        draft = cls(author=author)
        with draft._record.foundation():
            found(release, draft._record, draft._fields)
        return draft

    @classmethod
    def from_updates(cls, updates: Iterable[bytes], *, author: str = "") -> "Draft":
        """The draft that these updates made, given in order.

        Raises:
            DamagedUpdateError: One of them is damaged.
            MissingUpdatesError: Some between them are missing.
        """
        return cls(updates, author=author)

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

    def confirm(self, name: str) -> None:
        """Note that a person confirmed a guess: a field by its name, a block or speaker by id."""
        with self._record.step(Step.CONFIRM):
            self._record.confirm(name)
            if name in self._record.layout.ids():
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
        """Be told of every change after its transaction; call the result to be told no more.

        What listeners raise reaches the editing caller as one `ExceptionGroup`, after all of them
        were told; the edit stands.
        """
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
        return self._record.state_vector()

    def updates_since(self, vector: bytes | None) -> bytes:
        """What a copy with this state vector has not seen, as one update; all of it for None.

        Raises:
            DamagedUpdateError: The vector is none.
        """
        return self._record.updates_since(vector)
