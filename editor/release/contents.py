"""What a record holds now: its texts by where and language, and its maps of single values."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from editor.release.content import Text
from editor.release.marks import text_of
from editor.release.port import Port

META, BLOCKS, PEOPLE = "meta", "blocks", "people"
BORN = "born"
"""Where blocks and speakers are born, with their first kind and place: outside undo, so that one
whose making is undone still stands somewhere when another person has written into it."""
EXPORTS = "exports"
"""What was exported in spite of errors: outside undo, for what has left has left."""
UNSURE = "unsure/"
"""In the map ``meta``: what stands before the name of a field that was read by a guess."""


class Contents:
    """The reading side of one document, with what was read from it.

    Attributes:
        version: Rises with every change, so that what was read can be kept until then.
        people_version: Likewise with every change of speakers.
        layout_version: Likewise with every change after which other blocks may be visible.
        stale: Where texts changed since whoever takes snapshots emptied it.
    """

    def __init__(self, port: Port) -> None:
        self._port = port
        self.version = self.people_version = self.layout_version = 0
        self.stale: set[str] = set()
        self.meta = port.values(META)
        self.blocks = port.values(BLOCKS)
        self.people = port.values(PEOPLE)
        self.born = port.values(BORN)
        self._texts: dict[str, Text] = {}
        self._languages: dict[str, set[str]] = {}
        for name in port.names():
            self._index(name)

    @property
    def language(self) -> str:
        """The code of the original language."""
        code = self.meta.get("language")
        return code if isinstance(code, str) else ""

    def values(self, map_name: str) -> Mapping[str, Any]:
        """What one of the maps holds."""
        return self._port.values(map_name)

    def text(self, where: str, language: str) -> Text:
        """A text, empty where there is none yet."""
        name = name_of(where, language)
        text = self._texts.get(name)
        if text is None:
            text = self._texts[name] = text_of(self._port.runs(name))
        return text

    def texts(self, where: str) -> dict[str, Text]:
        """The texts of a block or field that have words, by language."""
        texts = ((code, self.text(where, code)) for code in self.languages(where))
        return {code: text for code, text in texts if text.words}

    def languages(self, where: str) -> Iterable[str]:
        """The languages in which a text was ever begun."""
        return self._languages.get(where, ())

    def places(self) -> Iterator[tuple[str, str]]:
        """Where and in which language every text was ever begun."""
        return ((where, code) for where, codes in self._languages.items() for code in codes)

    def text_changed(self, name: str) -> None:
        """Forget what was read of a text."""
        where = self._index(name)
        self._texts.pop(name, None)
        self.stale.add(where)
        self.version += 1
        # The words of a block decide whether it is hidden, unless it was never removed.
        if self.blocks.get(f"{where}.gone") is not False:
            self.layout_version += 1

    def values_changed(self, map_name: str) -> None:
        """Forget what was read of a map."""
        self.version += 1
        self.people_version += map_name in {PEOPLE, BORN}
        self.layout_version += map_name in {BLOCKS, BORN}

    def _index(self, name: str) -> str:
        where, language = place_of(name)
        self._languages.setdefault(where, set()).add(language)
        return where


def name_of(where: str, language: str) -> str:
    """The name of a text in the document."""
    return f"t/{where}/{language}"


@cache
def place_of(name: str) -> tuple[str, str]:
    """Where a text stands and in which language, by its name in the document."""
    _, where, language = name.split("/")
    return where, language
