"""Who is the subject of a verb in Arabic: the one behind it, at once or after an adverbial."""

from collections.abc import Iterator

from editor.reading.arabic.people import ArabicPeople
from editor.reading.arabic.titles import ArabicTitles
from editor.reading.arabic.words import ArabicWords
from editor.reading.lexicon import lexicon
from editor.reading.mentions import Mention, MentionKind

SENTENCE_ENDS = frozenset(".؟!؛")
QUOTES = frozenset('«»“”„‟"')
_FARTHEST_SUBJECT = 16


class ArabicSubjects:
    """The mentions of one text, and the subjects of its verbs.

    Attributes:
        mentions: The people and offices in it, none inside another.
    """

    def __init__(self, words: ArabicWords, families: frozenset[str]) -> None:
        self._words = words
        self._people = ArabicPeople(words)
        self._families = families
        self._lexicon = lexicon("ar")
        self.mentions = tuple(self._scan())
        self.by_end = {mention.end: mention for mention in self.mentions}

    def _scan(self) -> Iterator[Mention]:
        index = 0
        stops: frozenset[str] = frozenset()
        while index < len(self._words.tokens):
            verb = self._words.verb_at(index)
            if verb is not None:
                stops = frozenset(take[0] for take in verb.takes)
            elif self._words.word(index) in SENTENCE_ENDS:
                stops = frozenset()
            mention = self._people.person_at(index, stops) or self._joined(index)
            if mention is None:
                index += 1
                continue
            yield mention
            index = self.index_after(mention.end, index)

    def _joined(self, index: int) -> Mention | None:
        """Somebody with a letter glued before: «ووزير الخارجية فلان», «بالدكتورة فلانة»."""
        word = self._words.word(index)
        if word[:1] not in {"و", "ب", "ل"} or len(word) < 4:
            return None
        written = self._words.written(index)
        bare = "ال" + written[2:] if word[:2] == "لل" else written[1:]
        words = self._words.changed(index, bare)
        if word[0] != "و" and words.honorifics_end(index) == index:
            return None
        if not words.is_office(index) and words.honorifics_end(index) == index:
            return None
        return ArabicPeople(words).person_at(index)

    def index_after(self, end: int, index: int) -> int:
        """The first token behind an index that begins at a place or after it."""
        index += 1
        while index < len(self._words.tokens) and self._words.tokens[index].start < end:
            index += 1
        return index

    def without_preposition(self, index: int) -> tuple[ArabicPeople, int]:
        """The same text with the ل before a word taken off: «للوزير» becomes «الوزير»."""
        word = self._words.word(index)
        if word[:1] != "ل" or len(word) < 4:
            return self._people, index
        written = self._words.written(index)
        bare = "ال" + written[2:] if word[:2] == "لل" else written[1:]
        return ArabicPeople(self._words.changed(index, bare)), index

    def subject_after(self, index: int, stops: frozenset[str]) -> Mention | None:
        """The subject behind a verb, or None.

        Args:
            index: The verb's token.
            stops: The folded words that lead from it to what was said.
        """
        if (found := self.subject_at(index + 1, stops)) is not None:
            return found
        if self._words.word(index + 1) not in self._lexicon.words("adverbials") - stops:
            return None
        for ahead in range(index + 2, min(index + _FARTHEST_SUBJECT, len(self._words.tokens))):
            word = self._words.word(ahead)
            if word in stops or word in {"ان", "انه", "انها", "بان", ":"} or word in QUOTES:
                return None
            if word in SENTENCE_ENDS or self._words.verb_at(ahead) is not None:
                return None
            found = self.subject_at(ahead, stops, known=True) if self._may_follow(ahead) else None
            if found is not None:
                return found
        return None

    def _may_follow(self, index: int) -> bool:
        """Whether a subject may stand here: not behind a preposition or a construct noun."""
        before = self._words.word(index - 1)
        if before in {"،", ","} or before in self._lexicon.words("days"):
            return True
        return before.endswith("ه") and self._words.written(index - 1).endswith(("ه", "ها"))

    def subject_at(
        self, index: int, stops: frozenset[str], *, known: bool = False
    ) -> Mention | None:
        """The subject that begins at a token, however it is named, or None.

        Args:
            index: The token.
            stops: Folded words that end its phrase.
            known: Whether only what is more than a place in the sentence makes it one.
        """
        if self._words.word(index) in QUOTES:
            return self.family_at(index + 1)  # «وأكد "العسومي"»
        following = index + 1
        alone = not self._words.is_given_name(following) and (
            self._words.word(following) not in self._lexicon.words("name_links")
        )
        if alone and (family := self.family_at(index)) is not None:
            return family
        return (
            self._people.person_at(index, stops)
            or self.family_at(index)
            or self._pronoun_at(index)
            or self._body_at(index, stops)
            or (None if known else self._people.unknown_at(index, stops))
        )

    def family_at(self, index: int) -> Mention | None:
        """Somebody called by the last part of a name that is known, or None."""
        linked = self._words.word(index) in self._lexicon.words("name_links")
        end = index + 2 if linked else index + 1
        words = " ".join(self._words.word(i) for i in range(index, end))
        if words not in self._families:
            return None
        first, last = self._words.tokens[index], self._words.tokens[end - 1]
        name = self._words.text[first.start : last.end]
        return Mention(first.start, last.end, MentionKind.NAMED, name)

    def _pronoun_at(self, index: int) -> Mention | None:
        word = self._words.word(index)
        if word not in self._lexicon.words("pronouns"):
            return None
        token = self._words.tokens[index]
        feminine = True if word in self._lexicon.words("feminine_pronouns") else None
        return Mention(token.start, token.end, MentionKind.PRONOUN, feminine=feminine)

    def _body_at(self, index: int, stops: frozenset[str]) -> Mention | None:
        word = self._words.word(index)
        base = word[2:] if word[:2] == "ال" else word
        if base not in self._lexicon.words("bodies"):
            return None
        end = ArabicTitles(self._words).chain_end(index, stops)
        span = self._words.tokens[index].start, self._words.tokens[end - 1].end
        return Mention(*span, MentionKind.BODY, organisation=self._words.text[slice(*span)])

    def subject_before(self, index: int, *, glued: bool) -> Mention | None:
        """The subject of «الوزير أكد أن», which stands right before the verb."""
        if glued or index == 0:
            return None
        before = index - 1
        if self._words.word(before) in {"الذي", "التي"}:
            before -= 1  # «السفير فلان، الذي أكد»
        while before > 0 and self._words.word(before) in {"قد", "،", ",", "كان"}:
            before -= 1
        return self.by_end.get(self._words.tokens[before].end)
