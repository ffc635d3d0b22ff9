"""Names in English and French: runs of capitalised words, with particles between them."""

from editor.reading.latin.words import COMMAS, LatinWords
from editor.reading.lexicon import lexicon

_LONGEST_NAME = 7


class LatinNames:
    """The names of one text."""

    def __init__(self, words: LatinWords) -> None:
        self._words = words
        self._lexicon = lexicon(words.language)

    def name_end(self, index: int) -> int:
        """Where a run of capitalised words ends that may be a name; the index if there is none."""
        start, end = index, index
        if self._words.written(index) in self._words.not_names():
            return index
        while index - start < _LONGEST_NAME and self._is_name_part(index, start):
            index += 1
            if self._words.word(index) == "." and len(self._words.written(index - 1)) <= 2:
                index += 1
            end = index
            links = index
            while (
                self._words.word(links) in self._lexicon.words("name_links") and links - index < 3
            ):
                links += 1
            if links > index and self._is_name_part(links, start):
                index = links
        return end

    def _is_name_part(self, index: int, start: int) -> bool:
        written = self._words.written(index)
        if not self._words.is_capital(index) or (
            index > start and written in self._words.not_names()
        ):
            return False
        if index > start and not self._adjacent(index):
            return False
        if index > start and self._words.office_end(index) > index:
            return False
        if self._words.word(index).endswith("s") and self._is_office_word(
            self._words.word(index)[:-1]
        ):
            return False  # "Co-founders Lina Haddad and Omar Sayegh"
        return not written.endswith("s'") or index == start

    def _is_office_word(self, word: str) -> bool:
        return word in self._lexicon.words("offices")

    def _adjacent(self, index: int) -> bool:
        between = self._words.text[
            self._words.tokens[index - 1].end : self._words.tokens[index].start
        ]
        return len(between) < 3

    def country_end(self, index: int) -> int:
        """Past "of Portugal" behind a name whose title stands before it."""
        if self._words.word(index) not in {"of", "de", "du"} or not self._words.is_capital(
            index + 1
        ):
            return index
        return self.name_end(index + 1)

    def name_from(self, index: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """The honorifics and the name that begin at a token, as two ranges."""
        name = self._words.honorifics_end(index)
        end = self.name_end(name)
        return ((index, name), (name, end)) if end > name else None

    def name_at_end(self, head_end: int, end: int) -> int | None:
        """Where the name begins in "Minister of Foreign Affairs Jane Doe", or None."""
        start = end
        while start > head_end and self._words.is_capital(start - 1):
            start -= 1
        before = self._words.word(start - 1)
        small = self._lexicon.words("office_prepositions") | self._lexicon.words("articles")
        if end - start == 2 and start > head_end and before not in small:
            return start  # "la chanteuse mauritanienne Noura Seymali"
        return end - 2 if end - start >= 3 and start > head_end and self._is_closed(end) else None

    def _is_closed(self, end: int) -> bool:
        return self._words.word(end) in {*COMMAS, ".", ""} or self._words.verb_end(end) > end
