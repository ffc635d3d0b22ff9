"""The words of an Arabic text, and what each can be in the phrase for a person.

Nothing is told from capitals: tables of words, the article and what is glued to a word tell.
"""

from copy import copy

from editor.reading.lexicon import Verb, lexicon
from editor.reading.words import Token, fold, tokens_of

_MOST_HONORIFICS = 10
"""How many words of honorifics are taken."""
Stops = frozenset[str]
"""Folded words that end a phrase where it stands, beside those that always do."""


class ArabicWords:
    """One Arabic text, word by word.

    Attributes:
        text: The text.
        tokens: Its words and punctuation.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens_of(text)
        self._lexicon = lexicon("ar")

    def changed(self, index: int, written: str) -> "ArabicWords":
        """The same text with one word written without what is glued to its front."""
        token = self.tokens[index]
        words = copy(self)
        bare = Token(token.start + 1, token.end, fold(written), written)
        words.tokens = (*self.tokens[:index], bare, *self.tokens[index + 1 :])
        return words

    def word(self, index: int) -> str:
        """The folded token at an index, "" outside the text."""
        return self.tokens[index].folded if 0 <= index < len(self.tokens) else ""

    def written(self, index: int) -> str:
        """The token as it stands in the text."""
        return self.tokens[index].written if 0 <= index < len(self.tokens) else ""

    def words(self, span: tuple[int, int]) -> str:
        """The text of a range of tokens."""
        start, end = span
        if start >= end:
            return ""
        first = self.tokens[start]
        return first.written + self.text[first.end : self.tokens[end - 1].end]

    def verb_at(self, index: int) -> Verb | None:
        """The verb of speaking at a token, «و» and «ف» before it left aside."""
        verbs = self._lexicon.arabic_verbs
        word = self.word(index)
        found = verbs.get(word) or (verbs.get(word[1:]) if word[:1] in "وف" else None)
        # A participle has what it takes right behind it: «لافتة إلى», not a sign at the gate.
        reach = 3 if found and found.is_participle else 25
        if found and found.only_with and not self._follows(index, found.only_with, reach):
            return None
        return found

    def _follows(self, index: int, words: frozenset[str], reach: int) -> bool:
        for ahead in range(index + 1, min(index + reach, len(self.tokens))):
            word = self.word(ahead)
            if word in {".", "؛", "؟", "!"}:
                return False
            if word in words or ("ب" in words and word[:1] == "ب" and len(word) > 4):
                return True
        return False

    def is_office(self, index: int) -> bool:
        """Whether a token is the first word of an office."""
        base = base_of(self.word(index))
        if base in self._lexicon.words("not_offices") and self.written(index).endswith("ة"):
            return False
        offices = self._lexicon.words("offices")
        return base in offices or (base[-1:] == "ه" and base[:-1] in offices)

    def is_given_name(self, index: int) -> bool:
        """Whether a token is a given name and cannot well be anything else."""
        word = self.word(index)
        if word not in self._lexicon.words("given_names") or self.written(index) == "على":
            return False
        if word == "باسم" and self.word(index + 1)[:2] == "ال":
            return False  # «المتحدث باسم الوزارة»
        if self._is_inner_name(index):
            return True
        others = ("offices", "title_nouns", "office_adjectives")
        return not any(word in self._lexicon.words(table) for table in others)

    def _is_inner_name(self, index: int) -> bool:
        """Whether a given name that is an office too stands among names: «إياد أمين مدني»."""
        given = self._lexicon.words("given_names")
        following = self.word(index + 1)
        return (
            self.word(index - 1) in given
            and self.word(index - 1) not in self._lexicon.words("offices")
            and following[:2] != "ال"
            and following not in self._lexicon.words("title_nouns")
        )

    def ends_phrase(self, index: int, stops: Stops) -> bool:
        """Whether no name or title goes on with this token."""
        word = self.word(index)
        if not word or not self.tokens[index].is_word:
            return True
        if word == "ان" and self.written(index).startswith("آ"):
            return False
        if word == "علي":
            return self.written(index) == "على" or self._is_before_complement(index)
        if word in stops or word in self._lexicon.words("ends_phrase"):
            return True
        if "ب" in stops and word[0] == "ب" and word[:2] != "بن" and len(word) > 3:
            return not self.is_given_name(index)
        return self.verb_at(index) is not None and not self.is_given_name(index)

    def _is_before_complement(self, index: int) -> bool:
        return self.word(index + 1) in {"ان", "انه", "انها", "ضروره", "اهميه"}

    def goes_on_otherwise(self, index: int) -> bool:
        """Whether a token is a word with a preposition or «و» glued to it, as «للمنظمة»."""
        word = self.word(index)
        if word[:2] == "لل" or (word[1:3] == "ال" and word[0] in "بوفك"):
            return True
        known = ("title_nouns", "bodies", "offices")
        return word[:1] in "بلوفك" and any(word[1:] in self._lexicon.words(t) for t in known)

    def honorifics_end(self, index: int) -> int:
        """Where a run of honorifics that begins at a token ends."""
        phrases = self._lexicon.phrases("honorifics")
        first = index
        while index - first < _MOST_HONORIFICS and (
            length := phrases.length_at(self.tokens, index)
        ):
            index += length
            if self.word(index) == "." and index < len(self.tokens):
                index += 1
            if self.word(index) == "/":
                index += 1
        return index


def base_of(word: str) -> str:
    """A word without the article."""
    return word[2:] if word[:2] == "ال" and len(word) > 3 else word


def bases_of(word: str) -> tuple[str, ...]:
    """A word, and what remains of it without prepositions and the article."""
    bare = word[2:] if word[:2] == "لل" else word[1:] if word[:1] in "لبو" else word
    return (base_of(word), base_of(bare))


def without_preposition(words: str) -> str:
    """A body without the preposition glued to its front: «لمنظمة» gives «منظمة»."""
    first = fold(words.split(maxsplit=1)[0])
    if first[:2] == "لل":
        return "ال" + words[2:]
    known = lexicon("ar").words("bodies")
    return words[1:] if first[:1] in "لب" and base_of(first[1:]) in known else words
