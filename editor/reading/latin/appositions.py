"""Titles behind a name, in English and French: after a comma, a dash, or in brackets."""

from editor.reading.latin.titles import LatinTitles
from editor.reading.latin.words import COMMAS, DASHES, LatinWords
from editor.reading.lexicon import lexicon

_LONGEST_TITLE = 40


class LatinAppositions:
    """The appositions of one text."""

    def __init__(self, words: LatinWords) -> None:
        self._words = words
        self._titles = LatinTitles(words)
        self._lexicon = lexicon(words.language)

    def apposition(self, end: int) -> tuple[int, int] | None:
        """Where the title behind a name stands that ends at a token, or None."""
        opener = self._words.word(end)
        if opener not in {*COMMAS, "(", *DASHES}:
            return None
        if self._words.word(end + 1).isdecimal():  # "Jane Doe, 45, head of", "X, 19 ans, élève"
            further = next(
                (i for i in range(end + 2, end + 5) if self._words.word(i) in COMMAS), -1
            )
            return self.apposition(further) if further > 0 else None
        first = self._words.past_articles(end + 1)
        office = self._titles.office_from(first, led=first > end + 1)
        if office is None:
            return self._plain_apposition(end + 1, first) if opener in COMMAS else None
        if opener == "(":
            closing = next(
                (i for i in range(office, office + 25) if self._words.word(i) == ")"), None
            )
            return None if closing is None else (first, closing)
        title_end = self._apposition_end(office)
        return first, title_end

    def _plain_apposition(self, start: int, first: int) -> tuple[int, int] | None:
        """A trade that is in no table: ", a community health worker in Ouahigouya,"."""
        articles = {"a", "an", "the", "le", "la", "l'", "un", "une"}
        led = first > start and self._words.word(start) in articles
        if not (led or self._words.language == "fr") or self._words.is_capital(first):
            return None
        if not self._words.is_plain(first) or self._words.word(first).endswith(("ing", "ant")):
            return None
        end = self._clause_end(first)
        closed = self._words.word(end) in {*COMMAS, ".", ""}
        return (first, end) if closed and 0 < end - first <= 9 else None

    def _apposition_end(self, office: int) -> int:
        """Where a title after a name ends; commas inside it are passed."""
        end = self._clause_end(self._words.office_end(office))
        while self._words.word(end) in COMMAS:
            following = self._clause_end(end + 1)
            more = following > end + 1 and self._is_more_of_title(end + 1, following)
            if not more:
                break
            end = following
        return end

    def _clause_end(self, index: int) -> int:
        ends = self._lexicon.words("ends_phrase")
        prepositions = self._lexicon.words("office_prepositions")
        start = index
        while index < len(self._words.tokens) and index - start < _LONGEST_TITLE:
            word = self._words.word(index)
            if self._words.word(index) == "." and self._is_abbreviation(index - 1):
                index += 1
                continue
            if not (self._words.tokens[index].is_word or word in {"&", "-", "/", "’", "'"}):
                break
            if self._words.verb_end(index) > index and not self._words.is_capital(index):
                break
            if word in ends and word not in prepositions:
                break
            if self._lexicon.phrases("participles").length_at(self._words.tokens, index):
                break
            index += 1
        return index

    def _is_abbreviation(self, index: int) -> bool:
        return self._words.word(index) in {
            "inc",
            "ltd",
            "corp",
            "co",
            "st",
            "dr",
            "u.s",
            "u.n",
            "llc",
        }

    def _is_more_of_title(self, start: int, end: int) -> bool:
        """Whether what follows a comma in an apposition belongs to the title."""
        joined = start + 1 if self._words.word(start) in {"and", "et", "&"} else start
        if self._words.honorifics_end(joined) > joined or self._words.verb_end(start) > start:
            return False
        capitals = all(
            self._words.is_capital(i)
            or self._words.word(i) in self._lexicon.words("office_prepositions")
            for i in range(start, end)
        )
        listed = any(self._words.word(i) in {"and", "et", "&"} for i in range(start, end))
        closed = self._words.word(end) in {*COMMAS, ".", ""} or self._words.verb_end(end) > end
        return closed and ((capitals and not self._is_other_person(start, end)) or listed)

    def _is_other_person(self, start: int, end: int) -> bool:
        del end
        return self._words.written(start) in self._words.not_names()
