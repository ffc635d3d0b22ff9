"""Who is the subject of a verb in English and French: before it, or behind a quotation."""

from bisect import bisect_left
from collections.abc import Iterator

from editor.reading.latin.people import LatinPeople
from editor.reading.latin.words import LatinWords
from editor.reading.lexicon import lexicon
from editor.reading.mentions import Mention, MentionKind, nobody

QUOTES = frozenset("«»“”„‟\"‘’'")
_AND = frozenset(("and", "et", "then", "puis", "but", "mais", ","))
_FARTHEST_SUBJECT = 6
_LONGEST_SENTENCE = 120
"""How many words of a sentence are looked back over."""
_NEAR = 60
"""How many characters may stand between somebody and the relative clause about them."""


class LatinSubjects:
    """The mentions of one text, and the subjects of its verbs.

    Attributes:
        mentions: The people and offices in it, none inside another.
    """

    def __init__(self, words: LatinWords) -> None:
        self._words = words
        self._people = LatinPeople(words)
        self._lexicon = lexicon(words.language)
        self.mentions = tuple(self._scan())
        self.by_end = {mention.end: mention for mention in self.mentions}

    def _scan(self) -> Iterator[Mention]:
        index = 0
        while index < len(self._words.tokens):
            mention = self._people.person_at(index)
            index += 1
            if mention is not None:
                yield mention
                while (
                    index < len(self._words.tokens)
                    and self._words.tokens[index].start < mention.end
                ):
                    index += 1

    def _is_part_of_name(self, mention: Mention) -> bool:
        """Whether capitalised words go on the name of a thing: "of Islamic Cooperation"."""
        told = mention.title or mention.honorific or mention.kind is not MentionKind.NAMED
        index = bisect_left(self._words.tokens, mention.start, key=lambda token: token.start)
        return not told and self._words.word(index - 1) in self._lexicon.words("before_things")

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Where a range of tokens stands in the text."""
        return self._words.tokens[first].start, self._words.tokens[end - 1].end

    def is_feminine(self, pronoun: str) -> bool | None:
        """Whether a pronoun tells of a woman; None where it does not tell."""
        if pronoun in self._lexicon.words("plural_pronouns"):
            return None
        return pronoun in self._lexicon.words("feminine_pronouns")

    def is_after_quotation(self, index: int) -> bool:
        """Whether a quotation closes right before a verb: “…,” said NP."""
        before = index - 1
        if self._words.word(before) in {",", "–", "—", "-"}:
            before -= 1
        return before >= 0 and self._words.word(before) in QUOTES - {"«", "“", "„"}

    def subject_after(self, index: int, end: int) -> Mention | None:
        """The subject behind a verb that follows a quotation, or None."""
        del index
        for ahead in range(end, min(end + _FARTHEST_SUBJECT, len(self._words.tokens))):
            word = self._words.word(ahead)
            if self._words.ends_sentence(ahead) or word in QUOTES or word == ",":
                return None
            mention = self._people.person_at(ahead) or self.family_at(ahead)
            mention = mention or self._people.unknown_at(ahead)
            if mention is None and word in self._lexicon.words("pronouns"):
                token = self._words.tokens[ahead]
                feminine = self.is_feminine(word)
                mention = Mention(token.start, token.end, MentionKind.PRONOUN, feminine=feminine)
            mention = mention or self._body_from(ahead)
            if mention is not None:
                return mention
        return None

    def subject_before(self, index: int) -> Mention | None:
        """The subject before a verb, or None."""
        before = self._past_adverbs(index - 1)
        word = self._words.word(before)
        if word in self._lexicon.words("pronouns"):
            token = self._words.tokens[before]
            feminine = self.is_feminine(word)
            return Mention(token.start, token.end, MentionKind.PRONOUN, feminine=feminine)
        if word in {"who", "qui"}:
            return self._before_who(before)
        comma = word == ","
        if comma:
            before -= 1
        if self._words.word(before) == ")" and self._words.word(before - 2) == "(":
            before -= 3
        if before < 0:
            return None
        found = self.by_end.get(self._words.tokens[before].end) or self.family_at(before)
        if found is not None and self._is_part_of_name(found):
            found = None
        if found is not None and (owner := self._before_delivery(index, found)) is not None:
            return owner
        across = self._across_clause(index, comma=comma) if found is None else None
        return found or across or self._body_before(before)

    def _before_who(self, who: int) -> Mention | None:
        """The one a relative clause is about: "Grace Banda of Women in Tech, who said"."""
        place = self._words.tokens[who].start
        near = [m for m in self.mentions if m.end <= place and place - m.end < _NEAR]
        return near[-1] if near else None

    def _before_delivery(self, index: int, reader: Mention) -> Mention | None:
        """The subject in "NP, in a message delivered by NP, said": the first of the two."""
        phrases = self._lexicon.phrases("delivered")
        first = self.sentence_start(index)
        for at in range(first, index):
            length = phrases.length_at(self._words.tokens, at)
            told = length and self._words.tokens[at].start < reader.start
            if told and self._words.tokens[at + length].start + 8 > reader.start:
                start, place = self._words.tokens[first].start, self._words.tokens[at].start
                before = [m for m in self.mentions if start <= m.start and m.end <= place]
                return before[0] if before else None
        return None

    def _past_adverbs(self, index: int) -> int:
        adverbs, pronouns = self._lexicon.words("adverbs"), self._lexicon.words("pronouns")
        while index > 0 and self._words.word(index) in adverbs:
            if self._words.word(index) in pronouns and self._words.word(index - 1) != "à":
                break
            index -= 1
        # "Also today, Mr. X said" has its comma before the adverbs, an apposition behind the title.
        return index

    def _across_clause(self, index: int, *, comma: bool) -> Mention | None:
        """The subject before a clause in commas: "Ms. X, who chairs the board, said"."""
        if not comma:
            return self._before_relative(index)
        first = self.sentence_start(index)
        place = self._words.tokens[index].start
        for mention in reversed(self.mentions):
            if mention.end > place or mention.start < self._words.tokens[first].start:
                continue
            between = self._words.text[mention.end : place]
            if between.lstrip().startswith(",") and between.count(",") >= 2:
                return mention
        return None

    def _before_relative(self, index: int) -> Mention | None:
        """The subject of a verb in "the doctor who led the team said"."""
        place = self._words.tokens[index].start
        for mention in reversed(self.mentions):
            if mention.end <= place:
                between = self._words.text[mention.end : place].split()
                near = len(between) < 12 and between[:1] in (["who"], ["qui"])
                return mention if near else None
        return None

    def sentence_start(self, index: int) -> int:
        """The first token of the sentence that a token stands in."""
        farthest = max(index - _LONGEST_SENTENCE, 0)
        while index > farthest and not self._words.ends_sentence(index - 1):
            index -= 1
        return index

    def implied(self, index: int) -> Mention | None:
        """The speaker of the clause before, if "and" leads to this one."""
        before = self._past_adverbs(index - 1)
        place = self._words.tokens[index].start
        return nobody(place) if before >= 0 and self._words.word(before) in _AND else None

    def family_at(self, index: int) -> Mention | None:
        """Somebody called by the last part of a name that is known, or None."""
        if not 0 <= index < len(self._words.tokens) or not self._words.is_capital(index):
            return None
        first = index
        if self._words.word(index - 1) in self._lexicon.words("name_links"):
            first = index - 1
        for start in (first, index):
            words = " ".join(self._words.word(i) for i in range(start, index + 1))
            if words in self._words.families:
                span = self.span(start, index + 1)
                return Mention(*span, MentionKind.NAMED, self._words.text[slice(*span)])
        return None

    def _body_before(self, index: int) -> Mention | None:
        """An organisation whose name ends at a token: "the ministry", "Acme Corp."."""
        end = index + 1
        while index >= 0 and (
            self._words.is_capital(index)
            or self._words.word(index) in self._lexicon.words("bodies")
            or (index + 1 < end and self._words.word(index) in {"of", "de", "des", "du", "for"})
        ):
            index -= 1
        return self._body(index + 1, end)

    def _body_from(self, index: int) -> Mention | None:
        first = index + 1 if self._words.is_article(index) else index
        end = first
        while end < len(self._words.tokens) and (
            self._words.is_capital(end)
            or self._words.word(end) in self._lexicon.words("bodies")
            or (end > first and self._words.word(end) in {"of", "de", "des", "du", "for"})
        ):
            end += 1
        return self._body(first, end)

    def _body(self, start: int, end: int) -> Mention | None:
        if start >= end or self._words.written(start) in self._lexicon.listed("not_names"):
            return None
        span = self.span(start, end)
        words = self._words.text[slice(*span)]
        known = self._words.is_body(start, end) or (words.isupper() and len(words) > 1)
        return Mention(*span, MentionKind.BODY, organisation=words) if known else None
