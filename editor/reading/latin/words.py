"""The words of a text in English or French, and what each can be in the phrase for a person."""

import regex

from editor.reading.lexicon import lexicon
from editor.reading.words import tokens_of

COMMAS = frozenset(",،")
_MOST_HONORIFICS = 12
"""How many words of honorifics are taken, stops counted."""
_PREFIXED = regex.compile(r"(?:al|el|as|ad|ar|ash|an|at|az|ul|ould|ibn|bin)-\p{Lu}")
"""Names whose article is written small: "al-Faysal"."""
DASHES = frozenset("–—-")


class LatinWords:
    """One text, word by word.

    Attributes:
        text: The text.
        language: "en" or "fr".
        tokens: Its words and punctuation.
        families: Folded last names by which people of this release may be called.
    """

    def __init__(self, text: str, language: str, families: frozenset[str] = frozenset()) -> None:
        self.text = text
        self.language = language
        self.families = families
        self.tokens = tokens_of(text, language)
        self._lexicon = lexicon(language)

    def word(self, index: int) -> str:
        """The folded token at an index, "" outside the text."""
        return self.tokens[index].folded if 0 <= index < len(self.tokens) else ""

    def written(self, index: int) -> str:
        """The token with its capitals."""
        return self.tokens[index].written if 0 <= index < len(self.tokens) else ""

    def is_capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        written = self.written(index)
        return written[:1].isupper() or bool(_PREFIXED.match(written))

    def verb_end(self, index: int) -> int:
        """Where a verb of speaking that begins at a token ends; the same index if none does."""
        length = self._lexicon.phrases("verbs").length_at(self.tokens, index)
        return index + length

    def office_end(self, index: int) -> int:
        """Where the word for an office that stands at a token ends; the same index if none does."""
        length = self._lexicon.phrases("offices").length_at(self.tokens, index)
        return index + length

    def honorifics_end(self, index: int) -> int:
        """Where a run of honorifics that begins at a token ends, if a name or office follows."""
        phrases = self._lexicon.phrases("honorifics", exact=True)
        end = index
        while end - index < _MOST_HONORIFICS and (length := phrases.length_at(self.tokens, end)):
            end += length
            if self.word(end) == "." and self.written(end - 1)[-1:].isalpha():
                end += 1
        followed = self.is_capital(end) or self.is_article(end) or self.office_end(end) > end
        return end if followed else index

    def ends_sentence(self, index: int) -> bool:
        """Whether a token ends a sentence, as the stop of "Dr." and of "H.E." does not."""
        word = self.word(index)
        if word in {"?", "!"}:
            return True
        if word != ".":
            return False
        before = self.written(index - 1)
        phrases = self._lexicon.phrases("honorifics", exact=True)
        short = len(before) == 1 or "." in before or phrases.length_at(self.tokens, index - 1) > 1
        return not (short and self.is_capital(index - 1) and self.is_capital(index + 1))

    def is_article(self, index: int) -> bool:
        """Whether a token is an article or a possessive."""
        return self.word(index) in self._lexicon.words("articles")

    def past_articles(self, index: int) -> int:
        """The first token from an index on that is no article."""
        while self.is_article(index):
            index += 1
        return index

    def is_plain(self, index: int) -> bool:
        """Whether a token is a word that ends no phrase and tells of no speaking."""
        word = self.word(index)
        ends, prepositions = (
            self._lexicon.words(t) for t in ("ends_phrase", "office_prepositions")
        )
        return (
            index < len(self.tokens)
            and self.tokens[index].is_word
            and word not in ends | prepositions
            and self.verb_end(index) == index
        )

    def not_names(self) -> frozenset[str]:
        """Capitalised words that begin sentences and are no names."""
        return self._lexicon.exact("not_names")

    def is_body(self, start: int, end: int) -> bool:
        """Whether a run of words names an organisation."""
        bodies = self._lexicon.words("bodies")
        return any(self.word(i).rstrip(".") in bodies for i in range(start, end))

    def words(self, span: tuple[int, int]) -> str:
        """The text of a range of tokens."""
        start, end = span
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if end > start else ""

    def is_list(self, index: int) -> bool:
        """Whether "Industry and Tourism," goes on a title rather than naming its holder."""
        for ahead in range(index + 1, index + 5):
            if self.word(ahead) in {"and", "et", "&"}:
                return True
            if not self.is_capital(ahead):
                return False
        return False
