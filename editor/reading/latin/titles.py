"""Titles in English and French: the office, the words before it, and what it is of."""

from editor.reading.latin.words import COMMAS, LatinWords
from editor.reading.lexicon import lexicon

_MOST_MODIFIERS = 6
_LONGEST_TITLE = 40


class LatinTitles:
    """The titles of one text."""

    def __init__(self, words: LatinWords) -> None:
        self._words = words
        self._lexicon = lexicon(words.language)

    def office_from(self, index: int, *, led: bool = False) -> int | None:
        """The index of an office to which the words from here on lead, or None.

        Args:
            index: The token to begin with.
            led: Whether an article stands before it, behind which any word may describe the
                office: "a museum spokeswoman".
        """
        small = self._lexicon.words("office_modifiers")
        for ahead in range(index, index + _MOST_MODIFIERS + 1):
            if self._words.office_end(ahead) > ahead:
                return ahead
            word = self._words.word(ahead)
            capital = self._words.is_capital(ahead) and (
                ahead > index or self._words.written(ahead) not in self._words.not_names()
            )
            joint = (
                {"and", "&", "of", "for"} if self._words.is_body(index, index + 1) else {"and", "&"}
            )
            of = word in joint and ahead > index and self._words.is_capital(ahead + 1)
            plain = led and ahead - index < 3 and self._words.is_plain(ahead)
            if not (capital or of or word in small or word == "'s" or plain):
                return None
        return None

    def heads_end(self, office: int) -> int:
        """Past the office and further offices beside it: "President and CEO"."""
        end = self._words.office_end(office)
        while True:
            if self._words.office_end(end) > end and self._words.honorifics_end(end) == end:
                end = self._words.office_end(end)  # "Deputy Secretary-General"
                continue
            modified = self._words.word(end) in self._lexicon.words("office_modifiers")
            if modified and self._words.office_end(end + 1) > end + 1:
                end = self._words.office_end(end + 1)  # "Chief Medical Officer"
                continue
            joined = end + 1 if self._words.word(end) in {"and", "et", "&", "/"} else end
            further = self.office_from(joined) if joined > end else None
            if further is None:
                return end
            end = self._words.office_end(further)

    def title_end(self, index: int) -> int:
        """Where a title whose head ends at a token ends: what the office is of, for or at."""
        prepositions = self._lexicon.words("office_prepositions")
        loose = self._lexicon.words("loose_prepositions")
        start, end = index, index
        while index - start < _LONGEST_TITLE and index < len(self._words.tokens):
            word = self._words.word(index)
            if self._words.verb_end(index) > index or not (
                self._words.tokens[index].is_word or word in "&-/"
            ):
                break
            if self._words.written(index) in self._words.not_names() and word not in prepositions:
                break
            if word in loose and not self._words.is_capital(self._words.past_articles(index + 1)):
                break
            ends = self._lexicon.words("ends_phrase") | self._lexicon.words("adverbs")
            if word in ends and word not in prepositions and not self._words.is_article(index):
                break
            if word in {"and", "et"} and not self._goes_on(index + 1):
                break
            index += 1
            if word not in prepositions or word in {"general", "général"}:
                end = index
            if (
                end - start > 1
                and not self._words.is_capital(index - 1)
                and not self._is_of(index - 1, index)
            ):
                break
        if (
            self._words.word(end) in COMMAS
            and self._words.is_list(end + 1)
            and not self._is_person_list(end + 1)
        ):
            return self.title_end(end + 1)
        return end

    def _is_of(self, index: int, following: int) -> bool:
        """Whether a small word of a title is followed by more of it."""
        prepositions = self._lexicon.words("office_prepositions")
        word, after = self._words.word(index), self._words.word(following)
        if word in prepositions or after in {"of", "de", "du", "des", "d'", "and", "et", "for"}:
            return True
        return (
            self._words.is_capital(following)
            or word in self._lexicon.words("bodies")
            or (
                self._words.language == "fr"
                and self._words.tokens[following : following + 1] != ()
                and self._words.tokens[following].is_word
                and after not in self._lexicon.words("ends_phrase")
            )
            or (
                self._words.language == "en"
                and following < len(self._words.tokens)
                and (
                    self._words.tokens[following].is_word
                    and after not in self._lexicon.words("ends_phrase")
                )
            )
        )

    def _goes_on(self, index: int) -> bool:
        index = self._words.past_articles(index)
        return self._words.verb_end(index) == index and self._words.word(
            index
        ) not in self._lexicon.words("pronouns")

    def acronym_end(self, index: int) -> int:
        """Past a short form in brackets, as "(OIC)"."""
        return (
            index + 3
            if self._words.word(index) == "(" and self._words.word(index + 2) == ")"
            else index
        )

    def _is_person_list(self, index: int) -> bool:
        return self._words.honorifics_end(index) > index
