"""Which blocks a record shows, in which order, and what they are: the reading side of blocks.

Map ``blocks`` holds flat keys, ``<id>.kind``, ``.order``, ``.gone`` and ``.unsure``: the last
writer wins key by key. Map ``born`` holds ``block/<id>``: the kind and order a block began with.
Blocks stand in the order of their keys (see `order`), those that tie in the order of their ids.
"""

from collections.abc import Iterable
from typing import Any

from editor.release.content import FIELDS, BlockKind
from editor.release.contents import Contents
from editor.release.errors import RecordError
from editor.release.fingerprint import VISIBLE, fingerprint

BIRTH = "block/"


class Layout:
    """The blocks of one record as they stand."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._values = contents.blocks
        self._seen: tuple[int, tuple[str, ...]] = (-1, ())
        self._look: tuple[int, object] = (-1, None)
        self.has_changed()

    def ids(self) -> tuple[str, ...]:
        """The ids of all visible blocks, in order."""
        version, ids = self._seen
        if version != self._contents.layout_version:
            known = sorted((self.order(block), block) for block in self.known())
            ids = tuple(block for _, block in known if not self._is_hidden(block))
            self._seen = (self._contents.layout_version, ids)
        return ids

    def before(self, block: str) -> str | None:
        """The id of the block before a block, or None."""
        ids = self.ids()
        at = ids.index(block)
        return ids[at - 1] if at else None

    def known(self) -> Iterable[str]:
        """The ids of all blocks there ever were, in no order."""
        return [key.removeprefix(BIRTH) for key in self._contents.born if key.startswith(BIRTH)]

    def require(self, block: str | None) -> None:
        """Refuse an id that is no visible block's; None stands for no block.

        Raises:
            RecordError: There is no such block.
        """
        if block is not None and block not in self.ids():
            raise RecordError("record.unknown_block", block=block)

    def kind(self, block: str) -> BlockKind:
        """What a block is; a paragraph where a later version says something we do not know."""
        kind = self._values.get(f"{block}.kind") or self._birth(block)[0]
        return BlockKind(kind) if kind in BlockKind.__members__.values() else BlockKind.PARAGRAPH

    def order(self, block: str) -> str:
        """The key that says where a block stands."""
        key = self._values.get(f"{block}.order") or self._birth(block)[1]
        return key if isinstance(key, str) else ""

    def unsure(self, block: str) -> bool:
        """Whether the kind of a block was guessed."""
        return self._values.get(f"{block}.unsure") is True

    def fingerprint(self, block: str) -> str:
        """The fingerprint of the words of a block."""
        texts = self._contents.texts(block)
        return fingerprint((language, text.words) for language, text in texts.items())

    def is_back(self, where: str) -> bool:
        """Whether this is a block that is shown only as its words changed since it was removed."""
        if where in FIELDS or self._values.get(f"{where}.gone") is VISIBLE:
            return False
        return not self._is_hidden(where)

    def has_changed(self) -> bool:
        """Whether order, kinds or doubts are others than at the last call."""
        version, last = self._look
        if version == self._contents.layout_version:
            return False
        look = tuple((block, self.kind(block), self.unsure(block)) for block in self.ids())
        self._look = (self._contents.layout_version, look)
        return look != last

    def _birth(self, block: str) -> tuple[Any, Any]:
        match self._contents.born.get(BIRTH + block):
            case [kind, place]:
                return kind, place
            case _:
                return None, None

    def _is_hidden(self, block: str) -> bool:
        gone = self._values.get(f"{block}.gone")
        if gone is None:  # its making was undone
            return not self._contents.texts(block)
        return isinstance(gone, str) and gone == self.fingerprint(block)
