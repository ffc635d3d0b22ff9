"""Titles in Arabic: where the chain of a head, what it governs and their adjectives ends."""

from editor.reading.arabic.words import ArabicWords, Stops, base_of, bases_of, without_preposition
from editor.reading.lexicon import lexicon, places
from editor.reading.words import fold

_LONGEST_APPOSITION = 16
_CLOSING = frozenset('–—-،,:.«"“;؛')


class ArabicTitles:
    """The titles of one text."""

    def __init__(self, words: ArabicWords) -> None:
        self._words = words
        self._lexicon = lexicon("ar")

    def chain_end(self, index: int, stops: Stops) -> int:
        """Where a title without a name ends: its head, what it governs and their adjectives."""
        end = index + 1
        if self._words.word(index)[:2] == "ال":
            end = self.adjectives_end(end, stops)
        else:
            end = self._governed_end(end, stops)
        while self._is_complement(end, stops):
            definite = self._words.word(end)[:2] == "لل" or self._words.word(end)[1:3] == "ال"
            end += 1
            end = self._joined_end(end, stops) if definite else self._governed_end(end, stops)
        if self._words.word(end)[:1] == "و" and base_of(
            self._words.word(end)[1:]
        ) in self._lexicon.words("offices"):
            return self.chain_end(end, stops)  # «نائب الرئيس ووزير الخارجية»
        return self.bracket_end(end)

    def placed_end(self, index: int, stops: Stops) -> int:
        """Past the place of an office: «منسق المنظمة في السودان»."""
        prepositions = self._lexicon.words("office_prepositions") - stops
        if self._words.word(index) not in prepositions or self._words.ends_phrase(index + 1, stops):
            return index
        return max(self._governed_end(index + 1, stops), index + 1)

    def closing_comma(self, office: int) -> int | None:
        """Where a title ends that punctuation closes, or None."""
        for index in range(office + 1, min(office + _LONGEST_APPOSITION, len(self._words.tokens))):
            if self._words.word(index) in _CLOSING:
                return index
            preposition = self._words.word(index) in self._lexicon.words("office_prepositions")
            if self._words.word(index) in {"(", ")"} or preposition:
                continue
            if not self._words.tokens[index].is_word or self._words.ends_phrase(index, frozenset()):
                return None
        return None

    def _is_complement(self, index: int, stops: Stops) -> bool:
        word = self._words.word(index)
        if word == "باسم":
            return self._words.word(index - 1) not in stops
        if self._words.ends_phrase(index, stops):
            prepositions = self._lexicon.words("office_prepositions")
            return word in prepositions - stops and word in {"باسم", "لدي", "لشؤون"}
        if word[:2] == "لل" and len(word) > 3:
            return True
        nouns = self._lexicon.words("title_nouns") | self._lexicon.words("bodies")
        return word[:1] in "لب" and (word[1:] in nouns or word[1:] in places("ar")[1])

    def adjectives_end(self, index: int, stops: Stops) -> int:
        """Where adjectives end that begin at a token."""
        while not self._words.ends_phrase(index, stops) and self._is_adjective(index):
            index += 1
        return index

    def _is_adjective(self, index: int) -> bool:
        word = self._words.word(index)
        if word in {"عشر", "عشره"}:
            return True
        if word[:2] != "ال":
            return False
        base = base_of(word)
        adjectives = self._lexicon.words("office_adjectives")
        listed = base in adjectives or base.removesuffix("ه") in adjectives
        return (
            listed
            or (len(base) > 3 and base.endswith(("ي", "يه")))
            or base in self._lexicon.words("ordinals")
        )

    def _joined_end(self, index: int, stops: Stops) -> int:
        """Past adjectives, and past definite nouns joined by «و»: «التجارة والصناعة»."""
        index = self.adjectives_end(index, stops)
        while self._words.word(index)[:3] == "وال" and not self._words.ends_phrase(index, stops):
            index = self.adjectives_end(index + 1, stops)
        return index

    def _governed_end(self, index: int, stops: Stops) -> int:
        """The nouns a construct head governs, up to the first definite one or a country."""
        nouns = self._lexicon.words("title_nouns") | self._lexicon.words("bodies")
        while not self._words.ends_phrase(index, stops):
            word = self._words.word(index)
            if word[:2] == "ال" and len(word) > 3:
                return self._joined_end(index + 1, stops)
            if word in places("ar")[1] or self.is_possessed(index):
                return index + 1
            if word not in nouns and word not in self._lexicon.words("office_adjectives"):
                known_body = not self._lexicon.words("bodies").isdisjoint(
                    bases_of(self._words.word(index - 1))
                )
                return index + 1 if known_body and not self._words.is_given_name(index) else index
            index += 1
        return index

    def is_possessed(self, index: int) -> bool:
        """Whether a noun has «ـه» or «ـها» for its owner, as in «رئيس ديوانه»."""
        word = self._words.written(index)
        base = fold(word).removesuffix("ها") if word.endswith("ها") else fold(word)[:-1]
        return word.endswith(("ه", "ها")) and base in self._lexicon.words("title_nouns")

    def bracket_end(self, index: int) -> int:
        """Past a short bracket, as «رئيس الدورة ( المملكة العربية السعودية )».

        The name of a body in quotation marks is passed likewise: «الرئيس التنفيذي لـ"مدى"».
        """
        if self._words.word(index) in {"ل", "شركه", "لشركه"} and index + 1 < len(
            self._words.tokens
        ):
            return self._quoted_end(index + 1)
        if self._words.word(index) != "(":
            return index
        for ahead in range(index + 1, min(index + 8, len(self._words.tokens))):
            if self._words.word(ahead) == ")":
                return ahead + 1
        return index

    def _quoted_end(self, index: int) -> int:
        if self._words.word(index) not in {'"', "«", "“"}:
            return index - 1
        for ahead in range(index + 1, min(index + 8, len(self._words.tokens))):
            if self._words.word(ahead) in {'"', "»", "”"}:
                return ahead + 1
        return index - 1

    def organisation(self, title: tuple[int, int]) -> str:
        """The body a title names, its preposition taken off: «لمنظمة …» gives «منظمة …»."""
        bodies = self._lexicon.words("bodies")
        found = [
            index
            for index in range(title[0] + 1, title[1])
            if any(base in bodies for base in bases_of(self._words.word(index)))
        ]
        if len(found) > 1 and base_of(self._words.word(found[0])).endswith("مجلس"):
            found = found[1:]
        if not found:
            return ""
        ends = {"(", "في", "علي", "لدي", "الي"}
        end = next((i for i in range(found[0], title[1]) if self._words.word(i) in ends), title[1])
        return without_preposition(self._words.words((found[0], end)))
