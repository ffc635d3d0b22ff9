"""Edits of the blocks of a record."""

import secrets
from collections.abc import Mapping

from editor.release import order
from editor.release.content import BlockKind, Text
from editor.release.contents import BLOCKS, BORN
from editor.release.errors import RecordError
from editor.release.fingerprint import VISIBLE
from editor.release.layout import BIRTH
from editor.release.marks import cut
from editor.release.record import Record
from editor.release.undo import Step
from editor.release.words import check_stretch, clean_text, member, require_language

_FOLLOWS = {BlockKind.LEAD: BlockKind.PARAGRAPH, BlockKind.SUBHEADING: BlockKind.PARAGRAPH}
"""What the second half of a block becomes where it is not the same again."""


def bear(record: Record, block: str, kind: BlockKind, place: str) -> None:
    """Make a block of this id and kind at a place in the order; inside a step."""
    record.put(BORN, BIRTH + block, [kind.value, place])
    record.put(BLOCKS, f"{block}.gone", VISIBLE)


class Blocks:
    """What can be done to the blocks of one record; each edit is one step."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._contents = record.contents
        self._layout = record.layout

    def insert(
        self,
        kind: BlockKind,
        after: str | None,
        texts: Mapping[str, Text | str] | None = None,
    ) -> str:
        """Make a block after another, or first, with texts by language; returns its id.

        Raises:
            RecordError: There is no such block or language, or a text cannot be kept.
        """
        self._layout.require(after)
        written = {language: clean_text(text) for language, text in (texts or {}).items()}
        for language in written:
            require_language(language)
        kind = member(BlockKind, kind)
        block = secrets.token_hex(6)
        with self._record.step(Step.INSERT):
            bear(self._record, block, kind, self._make_room(after, block))
            for language, text in written.items():
                self._record.replace(block, language, 0, 0, text)
        return block

    def split(self, block: str, language: str, at: int) -> str:
        """Cut a block in two in one language; the words of the others stay with the block.

        Returns:
            The id of the new block. It follows, with the words after the cut; but where all words
            stand after it, they keep their id, and the new block is empty and stands before.

        Raises:
            RecordError: There is no such block, or no such place in its text.
        """
        self._layout.require(block)
        require_language(language)
        text = self._contents.text(block, language)
        check_stretch(at, at, len(text.words))
        kind = self._layout.kind(block)
        kind = _FOLLOWS.get(kind, kind)
        with self._record.step(Step.SPLIT):
            if at == 0 and text.words:
                return self.insert(kind, self._layout.before(block))
            tail = cut(text, at, len(text.words))
            self._record.replace(block, language, at, len(text.words), "")
            return self.insert(kind, block, {language: tail})

    def join(self, block: str, language: str | None = None) -> str:
        """Append a block to the one before it, in every language.

        In the language of the pane it is done in (the original, if none is given) the words meet
        as they stand; in the others a space comes between. A block without any words gives way to
        the one after it.

        Returns:
            The id of the block that has the words now.

        Raises:
            RecordError: There is no such block, or it is the first.
        """
        self._layout.require(block)
        host, moved = self._layout.before(block), self._contents.texts(block)
        if host is None:
            raise RecordError("record.nothing_before", block=block)
        with self._record.step(Step.JOIN):
            if moved and not self._contents.texts(host):
                self.remove(host)
                return block
            for code, text in moved.items():
                spaced = code != (language or self._contents.language)
                self._append(host, code, text, spaced=spaced)
                self._record.replace(block, code, 0, len(text.words), "")
            self.remove(block)
        return host

    def move(self, block: str, after: str | None) -> None:
        """Put a block after another, or first.

        Raises:
            RecordError: There is no such block.
        """
        self._layout.require(block)
        self._layout.require(after)
        if after not in {block, self._layout.before(block)}:
            with self._record.step(Step.MOVE):
                self._record.put(BLOCKS, f"{block}.order", self._make_room(after, block))

    def remove(self, block: str) -> None:
        """Hide a block in all languages; words that others write into it bring it back.

        Raises:
            RecordError: There is no such block.
        """
        self._layout.require(block)
        with self._record.step(Step.REMOVE):
            self._record.put(BLOCKS, f"{block}.gone", self._layout.fingerprint(block))

    def restore(self, block: str, after: str | None) -> None:
        """Show a block that was removed again, after another, or first.

        Raises:
            RecordError: There never was such a block.
        """
        self._layout.require(after)
        if block not in self._layout.known():
            raise RecordError("record.unknown_block", block=block)
        with self._record.step(Step.RESTORE):
            self._record.put(BLOCKS, f"{block}.gone", VISIBLE)
            self.move(block, after)

    def set_kind(self, block: str, kind: BlockKind) -> None:
        """Make a block something else; what it is is no longer a guess.

        Raises:
            RecordError: There is no such block.
        """
        self._layout.require(block)
        kind = member(BlockKind, kind)
        with self._record.step(Step.KIND):
            if kind is not self._layout.kind(block):
                self._record.put(BLOCKS, f"{block}.kind", kind.value)
            self.set_unsure(block, unsure=False)

    def set_unsure(self, block: str, *, unsure: bool) -> None:
        """Say whether the kind of a block is a guess; inside a step."""
        if unsure is not self._layout.unsure(block):
            self._record.put(BLOCKS, f"{block}.unsure", unsure)

    def _append(self, host: str, language: str, text: Text, *, spaced: bool) -> None:
        words = self._contents.text(host, language).words
        end = len(words)
        if spaced and words and not (words[-1].isspace() or text.words[0].isspace()):
            self._record.replace(host, language, end, end, Text(" "))
            end += 1
        self._record.replace(host, language, end, end, text)

    def _make_room(self, after: str | None, block: str) -> str:
        """An order key behind a block; where keys tie there, the next ones are drawn anew."""
        ids = [one for one in self._layout.ids() if one != block]
        start = self._layout.order(after) if after else None
        rest = ids[ids.index(after) + 1 if after else 0 :]
        keys: list[str | None] = [*(self._layout.order(one) for one in rest), None]
        for tied, end in enumerate(keys):
            key = order.between(start, end)
            if key is None:
                continue
            last = key
            for one in rest[:tied]:
                last = order.between(last, end) or last
                self._record.put(BLOCKS, f"{one}.order", last)
            return key
        return start or ""
