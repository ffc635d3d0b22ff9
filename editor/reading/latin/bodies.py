"""The organisation that a title names, in English and French."""

from editor.reading.latin.words import LatinWords
from editor.reading.lexicon import lexicon, places


class LatinBodies:
    """The organisations in the titles of one text."""

    def __init__(self, words: LatinWords) -> None:
        self._words = words
        self._lexicon = lexicon(words.language)

    def organisation(self, start: int, end: int) -> str:
        """The body a title names: after its preposition, or before the office as in "OIC chief"."""
        office = next((i for i in range(start, end) if self._words.office_end(i) > i), start)
        owner = next((i for i in range(start, office) if self._words.word(i) == "'s"), start)
        if self._words.is_body(start, owner) and self._words.is_capital(owner - 1):
            return self._words.words((start, owner))  # "the Foundation’s director"
        before = [i for i in range(start, office) if self._is_own_name(i, office)]
        if before:
            first = before[0]
            while first > start and self._words.is_capital(first - 1):
                first -= 1
            return self._words.words((first, before[-1] + 1))
        start = self._words.office_end(office)
        return self._body_in(start, end) or self._company_in(office, start, end)

    def _body_in(self, start: int, end: int) -> str:
        """A body whose kind the title names, or an acronym."""
        for index in range(start, end):
            if self._is_acronym(index):
                past = index + 1
                while past < end and self._words.is_capital(past):
                    past += 1
                return self._words.words((index, past))
            body = self._words.word(index) in self._lexicon.words("bodies")
            if body and any(self._words.is_capital(i) for i in range(index, min(index + 4, end))):
                first = index
                while first > start + 1 and self._words.is_capital(first - 1):
                    first -= 1
                ends = {"'s", *self._lexicon.words("loose_prepositions")}
                past = next((i for i in range(index, end) if self._words.word(i) in ends), end)
                return self._words.words((first, past))
        return ""

    def _company_in(self, office: int, start: int, end: int) -> str:
        """What a company's office is of: "CEO of Brightwater Labs"."""
        if not self._lexicon.phrases("company_offices").length_at(self._words.tokens, office):
            return ""
        for index in range(end - 1, start - 1, -1):
            if self._words.word(index) in {"at", "of", "de", "d'", "chez", "for"}:
                return (
                    self._words.words((index + 1, end)) if self._words.is_capital(index + 1) else ""
                )
        return ""

    def _is_own_name(self, index: int, office: int) -> bool:
        """Whether a word before an office names a body: "OIC chief", "Acme CEO"."""
        if self._is_acronym(index):
            return True
        companies = self._lexicon.phrases("company_offices").length_at(self._words.tokens, office)
        modifier = self._words.word(index) in self._lexicon.words("office_modifiers")
        return bool(companies) and self._words.is_capital(index) and not modifier

    def _is_acronym(self, index: int) -> bool:
        written = self._words.written(index)
        return (
            len(written) > 1
            and self._words.word(index) not in places(self._words.language)[1]
            and written.isupper()
            and written.isalpha()
            and (self._words.office_end(index) == index)
        )
