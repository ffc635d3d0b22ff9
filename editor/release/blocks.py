"""The blocks of a record: their order, their kind, and whether they are there.

Map ``blocks`` holds flat keys, ``<id>.kind``, ``.order``, ``.gone`` and ``.unsure``: the last
writer wins key by key. Map ``born`` holds ``block/<id>``: the kind and order a block began with.
"""

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from editor.release import order
from editor.release.content import DATELINE, FIELDS, PLACE, SOURCE, BlockKind, Text
from editor.release.errors import RecordError
from editor.release.fingerprint import VISIBLE, fingerprint
from editor.release.marks import cut
from editor.release.record import BLOCKS, BORN, Record

_BIRTH = "block/"
_FOLLOWS = {BlockKind.LEAD: BlockKind.PARAGRAPH, BlockKind.SUBHEADING: BlockKind.PARAGRAPH}
"""What the second half of a block becomes where it is not the same again."""


class Blocks:
    """The blocks of one record."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._values = record.port.values(BLOCKS)
        self._births = record.port.values(BORN)
        self._seen: tuple[int, tuple[str, ...]] = (-1, ())
        self._look: tuple[int, object] = (-1, None)
        self.changed_look()

    # Reading

    def ids(self) -> tuple[str, ...]:
        """The ids of all visible blocks, in order."""
        version, ids = self._seen
        if version != self._record.layout_version:
            known = sorted((self._order(block), block) for block in self._known())
            ids = tuple(block for _, block in known if not self._hidden(block))
            self._seen = (self._record.layout_version, ids)
        return ids

    def kind(self, block: str) -> BlockKind:
        """What a block is; a paragraph where a later version says something we do not know."""
        kind = self._values.get(f"{block}.kind") or self._birth(block)[0]
        return BlockKind(kind) if kind in BlockKind.__members__.values() else BlockKind.PARAGRAPH

    def unsure(self, block: str) -> bool:
        """Whether the kind of a block was guessed."""
        return self._values.get(f"{block}.unsure") is True

    def texts(self, block: str) -> dict[str, Text]:
        """The texts of a block that have words, by language."""
        record = self._record
        texts = ((language, record.text(block, language)) for language in record.languages(block))
        return {language: text for language, text in texts if text.words}

    def require(self, block: str) -> None:
        """Refuse an id that is no visible block's.

        Raises:
            RecordError: There is no such block.
        """
        if block not in self.ids():
            raise RecordError("record.unknown_block", block=block)

    def changed_look(self) -> bool:
        """Whether order, kinds or doubts are others than at the last call."""
        version, last = self._look
        if version == self._record.layout_version:
            return False
        look = tuple((block, self.kind(block), self.unsure(block)) for block in self.ids())
        self._look = (self._record.layout_version, look)
        return look != last

    # Edits, inside a step

    def insert(
        self, kind: BlockKind, after: str | None, texts: Mapping[str, Text], block: str = ""
    ) -> str:
        """Make a block after another, or first; returns its id."""
        block = block or secrets.token_hex(6)
        key = self._make_room(after, block)
        self._record.put(BORN, _BIRTH + block, [kind.value, key])
        self._record.put(BLOCKS, f"{block}.gone", VISIBLE)
        for language, text in texts.items():
            self._record.replace(block, language, 0, 0, text)
        return block

    def move(self, block: str, after: str | None) -> None:
        """Put a block after another, or first."""
        ids = self.ids()
        if after == block or ids[: ids.index(block)][-1:] == ((after,) if after else ()):
            return
        self._record.put(BLOCKS, f"{block}.order", self._make_room(after, block))

    def set_kind(self, block: str, kind: BlockKind) -> None:
        """Make a block something else; no doubt about it is left."""
        if kind is not self.kind(block):
            self._record.put(BLOCKS, f"{block}.kind", kind.value)
        self.set_unsure(block, unsure=False)

    def set_unsure(self, block: str, *, unsure: bool) -> None:
        """Say whether the kind of a block is a guess."""
        if unsure is not self.unsure(block):
            self._record.put(BLOCKS, f"{block}.unsure", unsure)

    def remove(self, block: str) -> None:
        """Hide a block, as long as its words stay what they are now."""
        self._record.put(BLOCKS, f"{block}.gone", self._fingerprint(block))

    def restore(self, block: str, after: str | None) -> None:
        """Show a block that was removed again, after another, or first."""
        if block not in self._known():
            raise RecordError("record.unknown_block", block=block)
        self._record.put(BLOCKS, f"{block}.gone", VISIBLE)
        self.move(block, after)

    def split(self, block: str, language: str, at: int) -> str:
        """Cut a block in two in one language; the words of the others stay with the first.

        Returns:
            The id of the new block. It follows with the words after the cut; but where all words
            stand after it, they keep their id, and the new block is empty and stands before.
        """
        text = self._record.text(block, language)
        kind = _FOLLOWS.get(self.kind(block), self.kind(block))
        if at == 0 and text.words:
            ids = self.ids()
            before = ids[ids.index(block) - 1] if ids.index(block) else None
            return self.insert(kind, before, {})
        tail = cut(text, at, len(text.words))
        self._record.replace(block, language, at, len(text.words), "")
        return self.insert(kind, block, {language: tail})

    def join(self, block: str, language: str) -> str:
        """Append a block to the one before it, in every language.

        In the language it is done in, the words meet as they stand; in the others a space comes
        between. A block without any words gives way to the one after it.

        Returns:
            The id of the block that has the words now.

        Raises:
            RecordError: The block is the first.
        """
        ids = self.ids()
        at = ids.index(block)
        if at == 0:
            raise RecordError("record.nothing_before", block=block)
        host, moved = ids[at - 1], self.texts(block)
        if moved and not self.texts(host):
            self.remove(host)
            return block
        for code, text in moved.items():
            self._append(host, code, text, spaced=code != language)
            self._record.replace(block, code, 0, len(text.words), "")
        self.remove(block)
        return host

    def touch(self, where: str, language: str) -> None:
        """Before a text is edited: show its block for good, and forget the written dateline."""
        if where in (PLACE, SOURCE):
            self._record.replace(
                DATELINE, language, 0, len(self._record.text(DATELINE, language).words), ""
            )
        elif where in FIELDS or self._values.get(f"{where}.gone") is VISIBLE:
            return
        elif not self._hidden(where):
            self._record.put(BLOCKS, f"{where}.gone", VISIBLE)

    # Private

    def _known(self) -> Iterable[str]:
        return [key.removeprefix(_BIRTH) for key in self._births if key.startswith(_BIRTH)]

    def _birth(self, block: str) -> tuple[Any, Any]:
        match self._births.get(_BIRTH + block):
            case [kind, place]:
                return kind, place
            case _:
                return None, None

    def _order(self, block: str) -> str:
        key = self._values.get(f"{block}.order") or self._birth(block)[1]
        return key if isinstance(key, str) else ""

    def _hidden(self, block: str) -> bool:
        # A block whose making was undone has no key: it is hidden while it has no words.
        gone = self._values.get(f"{block}.gone")
        if gone is None:
            return not self.texts(block)
        return isinstance(gone, str) and gone == self._fingerprint(block)

    def _fingerprint(self, block: str) -> str:
        return fingerprint((language, text.words) for language, text in self.texts(block).items())

    def _append(self, host: str, language: str, text: Text, *, spaced: bool) -> None:
        words = self._record.text(host, language).words
        end = len(words)
        if spaced and words and not (words[-1].isspace() or text.words[0].isspace()):
            self._record.replace(host, language, end, end, Text(" "))
            end += 1
        self._record.replace(host, language, end, end, text)

    def _make_room(self, after: str | None, block: str) -> str:
        """An order key behind a block; those that tie with it there are moved on."""
        ids = [one for one in self.ids() if one != block]
        at = ids.index(after) + 1 if after else 0
        before = self._order(after) if after else None
        rest = ids[at:]
        for tied in range(len(rest) + 1):
            end = self._order(rest[tied]) if tied < len(rest) else None
            key = order.between(before, end)
            if key is not None:
                for one in reversed(rest[:tied]):
                    end = order.between(key, end) or key
                    self._record.put(BLOCKS, f"{one}.order", end)
                return key
        return before or ""
