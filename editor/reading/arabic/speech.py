"""Verbs of speaking in Arabic, and what stands for them.

The subject follows its verb, at once or after a phrase of place or time; a verb without one goes on
with the speaker before it. «قائلا» and its kind have the subject of the sentence.
"""

from collections.abc import Iterator

from editor.reading.arabic.delivery import ArabicDeliveries
from editor.reading.arabic.subjects import QUOTES, SENTENCE_ENDS, ArabicSubjects
from editor.reading.arabic.words import ArabicWords
from editor.reading.lexicon import Verb, lexicon
from editor.reading.mentions import Mention, MentionKind, nobody
from editor.reading.speech import Attribution, Heard, How, without_echoes


def arabic_mentions(text: str) -> tuple[Mention, ...]:
    """The people and offices that one text mentions in full."""
    return ArabicSubjects(ArabicWords(text), frozenset()).mentions


def hear_arabic(text: str, families: frozenset[str]) -> Heard:
    """What is said by whom in one text; quoted words are passed over by the caller.

    Args:
        text: The text.
        families: Folded names by which people may be called after their full names.
    """
    words = ArabicWords(text)
    subjects = ArabicSubjects(words, families)
    return Heard(
        subjects.mentions,
        without_echoes(_Hearing(words, subjects).attributions()),
        tuple(ArabicDeliveries(words, subjects).deliveries()),
    )


class _Hearing:
    def __init__(self, words: ArabicWords, subjects: ArabicSubjects) -> None:
        self._words = words
        self._subjects = subjects
        self._lexicon = lexicon("ar")

    def attributions(self) -> Iterator[Attribution]:
        """Everything said, in no order."""
        for index in range(len(self._words.tokens)):
            verb = self._words.verb_at(index)
            if verb is not None and not self._is_noun(index):
                yield self._attribution(index, verb)
            else:
                yield from self._according_to(index)
                yield from self._label(index)
                yield from self._introducer(index)

    def _introducer(self, index: int) -> Iterator[Attribution]:
        """«بالقول: «…»», which leads to a quotation without a verb of speaking."""
        if self._words.word(index) in {"قوله", "قولها", "قولهم"}:
            yield from self._quoted_from(index)
            return
        length = self._lexicon.phrases("introducers").length_at(self._words.tokens, index)
        if length and self._words.word(index + length) in {":", *QUOTES}:
            start, end = self._words.tokens[index].start, self._words.tokens[index + length - 1].end
            yield Attribution(How.PARTICIPLE, start, end, nobody(end))

    def _quoted_from(self, index: int) -> Iterator[Attribution]:
        """«ونقل التقرير عن فلانة قولها: …»."""
        for before in range(index - 1, max(index - 14, -1), -1):
            if self._words.word(before) == "عن":
                subject = self._subjects.subject_at(before + 1, frozenset())
                token = self._words.tokens[index]
                if subject is not None and subject.kind is not MentionKind.PRONOUN:
                    yield Attribution(How.VERB, token.start, token.end, subject)
                return

    def _is_noun(self, index: int) -> bool:
        """Whether a verb's form is a noun or a name here: «ذكر الله», «بين الدول»."""
        before = self._words.word(index - 1)
        return before in {"بن", "بنت", "ابن", "ال"}

    def _attribution(self, index: int, verb: Verb) -> Attribution:
        token = self._words.tokens[index]
        glued = token.folded not in self._lexicon.arabic_verbs
        start = token.start + 1 if glued else token.start
        end = token.end
        if verb.is_participle:
            return Attribution(
                How.PARTICIPLE, start, end, nobody(end), self._complements(index + 1, verb)
            )
        stops = frozenset(take[0] for take in verb.takes)
        subject = self._subjects.subject_after(index, stops) or self._subjects.subject_before(
            index, glued=glued
        )
        if subject is None:
            subject = nobody(end, feminine=verb.feminine)
        first = (
            self._subjects.index_after(max(subject.end, end), index)
            if subject.end > end
            else index + 1
        )
        return Attribution(How.VERB, start, end, subject, self._complements(first, verb))

    def _complements(self, index: int, verb: Verb) -> tuple[tuple[int, int], ...]:
        """What stands before the words said, in this sentence and before the next verb."""
        end = index
        while end < len(self._words.tokens) and not self._ends_clause(end):
            end += 1
        for take in verb.takes:
            for at in range(index, end):
                if self._matches(at, take):
                    first = (
                        self._words.tokens[at].start,
                        self._words.tokens[at + len(take) - 1].end,
                    )
                    return (first, *self._further(at + len(take), end))
        return ()

    def _ends_clause(self, index: int) -> bool:
        return self._words.word(index) in SENTENCE_ENDS or self._words.verb_at(index) is not None

    def _matches(self, index: int, take: tuple[str, ...]) -> bool:
        return all(self._words.word(index + n) == word for n, word in enumerate(take))

    def _further(self, index: int, end: int) -> Iterator[tuple[int, int]]:
        """«وأن» further on, which adds to what was said."""
        for at in range(index, end):
            if self._words.word(at) in {"وان", "وبان"}:
                yield self._words.tokens[at].start, self._words.tokens[at].end
            elif self._words.word(at) in {"والي", "وعلي"} and self._words.word(at + 1) == "ان":
                yield self._words.tokens[at].start, self._words.tokens[at + 1].end

    def _according_to(self, index: int) -> Iterator[Attribution]:
        pronoun = self._lexicon.phrases("according_to_pronoun").length_at(self._words.tokens, index)
        if pronoun:
            last = self._words.tokens[index + pronoun - 1]
            feminine = last.folded.endswith("ها")
            yield Attribution(
                How.ACCORDING_TO,
                self._words.tokens[index].start,
                last.end,
                nobody(last.end, feminine=feminine),
            )
            return
        end = self._according_end(index)
        if end == index:
            return
        people, at = self._subjects.without_preposition(end)
        subject = people.person_at(at) or self._subjects.family_at(end)
        if subject is not None:
            place = self._words.tokens[end - 1].end
            yield Attribution(How.ACCORDING_TO, self._words.tokens[index].start, place, subject)

    def _according_end(self, index: int) -> int:
        """Where a phrase such as «وفقا لـ» ends; its ل stays on the word after it."""
        phrases = self._lexicon.phrases("according_to")
        if length := phrases.length_at(self._words.tokens, index):
            return index + length
        follower = self._words.word(index + 1)
        word = self._words.word(index)
        if follower[:1] == "ل" and f"{word} ل" in self._lexicon.words("according_to"):
            return index + 1
        return index

    def _label(self, index: int) -> Iterator[Attribution]:
        """A person with a colon and a quotation after it: «الوزير: «…»»."""
        if self._words.word(index) != ":" or self._words.word(index + 1) not in QUOTES:
            return
        end = self._words.tokens[index - 1].end if index else 0
        subject = self._subjects.by_end.get(end) or (
            self._subjects.family_at(index - 2) or self._subjects.family_at(index - 1)
            if index
            else None
        )
        if subject is not None and subject.end == end:
            yield Attribution(How.LABEL, subject.start, self._words.tokens[index].end, subject)
