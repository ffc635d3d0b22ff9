"""Verbs of speaking in English and French, and what stands for them.

The subject stands before its verb, or after it behind a quotation ("…," said NP; « … », a déclaré
NP). A verb without either goes on with the speaker before it, if a conjunction leads to it.
"""

from bisect import bisect_left
from collections.abc import Iterator

from editor.reading.latin.delivery import LatinDeliveries
from editor.reading.latin.people import LatinPeople
from editor.reading.latin.subjects import QUOTES, LatinSubjects
from editor.reading.latin.verbs import LatinVerbs
from editor.reading.latin.words import LatinWords
from editor.reading.lexicon import lexicon
from editor.reading.mentions import Mention, nobody
from editor.reading.speech import Attribution, Heard, How, without_echoes


def latin_mentions(text: str, language: str) -> tuple[Mention, ...]:
    """The people and offices that one text mentions in full."""
    return LatinSubjects(LatinWords(text, language)).mentions


def hear_latin(text: str, language: str, families: frozenset[str]) -> Heard:
    """What is said by whom in one text; quoted words are passed over by the caller.

    Args:
        text: The text.
        language: "en" or "fr".
        families: Folded names by which people may be called after their full names.
    """
    words = LatinWords(text, language, families)
    subjects = LatinSubjects(words)
    return Heard(
        subjects.mentions,
        without_echoes(_Hearing(words, subjects).attributions()),
        tuple(LatinDeliveries(words, subjects).deliveries()),
    )


class _Hearing:
    def __init__(self, words: LatinWords, subjects: LatinSubjects) -> None:
        self._words = words
        self._subjects = subjects
        self._people = LatinPeople(words)
        self._verbs = LatinVerbs(words)
        self._lexicon = lexicon(words.language)

    def attributions(self) -> Iterator[Attribution]:
        index = 0
        while index < len(self._words.tokens):
            end, pronoun = self._verbs.verb(index)
            if end > index:
                found = self._attribution(index, end, pronoun)
                if found is not None:
                    yield found
                index = end
                continue
            yield from self._other(index)
            index += 1

    def _other(self, index: int) -> Iterator[Attribution]:
        length = self._lexicon.phrases("participles").length_at(self._words.tokens, index)
        if length:
            start, end = self._subjects.span(index, index + length)
            yield Attribution(How.PARTICIPLE, start, end, nobody(end), self._complement(end))
        yield from self._according_to(index)
        yield from self._label(index)
        yield from self._unknown_verb(index)

    def _unknown_verb(self, index: int) -> Iterator[Attribution]:
        """A verb that is in no table, between a quotation and a person: «…», glisse NP."""
        before = self._words.word(index - 1)
        written = self._words.written(index)
        if (
            before != ","
            or not self._subjects.is_after_quotation(index)
            or not written[:1].islower()
        ):
            return
        first = index + 2 if written.endswith("'") else index + 1
        if self._words.word(index) in self._lexicon.words("ends_phrase"):
            return
        subject = self._people.person_at(first) or self._people.unknown_at(first)
        if subject is not None:
            start, end = self._subjects.span(index, first)
            yield Attribution(How.VERB, start, end, subject)

    def _attribution(self, index: int, end: int, pronoun: str) -> Attribution | None:
        if pronoun:
            place = self._words.tokens[index].end
            subject: Mention | None = nobody(place, feminine=self._subjects.is_feminine(pronoun))
        else:
            subject = (
                self._subjects.subject_after(index, end)
                if self._subjects.is_after_quotation(index)
                else self._subjects.subject_before(index)
            ) or self._subjects.implied(index)
        if subject is None:
            return None
        start, last = self._subjects.span(index, end)
        behind = max(last, subject.end)
        return Attribution(How.VERB, start, last, subject, self._complement(behind))

    def _complement(self, place: int) -> tuple[tuple[int, int], ...]:
        """The first "that" or "que" behind a place, if it stands close."""
        words = self._lexicon.words("complements")
        index = bisect_left(self._words.tokens, place, key=lambda token: token.start)
        for ahead in range(index, min(index + 12, len(self._words.tokens))):
            if self._words.ends_sentence(ahead):
                return ()
            if self._words.word(ahead) in words:
                return ((self._words.tokens[ahead].start, self._words.tokens[ahead].end),)
        return ()

    def _according_to(self, index: int) -> Iterator[Attribution]:
        for table in ("according_to_pronoun", "according_to"):
            length = self._lexicon.phrases(table).length_at(self._words.tokens, index)
            if not length and table == "according_to":
                length = self._for_somebody(index)
            if not length:
                continue
            start, end = self._subjects.span(index, index + length)
            if table == "according_to_pronoun":
                words = {self._words.word(i) for i in range(index, index + length)}
                feminine = bool(words & {"her", "she", "elle"})
                yield Attribution(How.ACCORDING_TO, start, end, nobody(end, feminine=feminine))
                return
            subject = self._people.person_at(index + length) or self._subjects.family_at(
                index + length
            )
            if subject is not None:
                yield Attribution(How.ACCORDING_TO, start, end, subject)
                return

    def _for_somebody(self, index: int) -> int:
        """«Pour NP, …» at the head of a sentence tells what somebody thinks."""
        first = index == 0 or self._words.ends_sentence(index - 1)
        return 1 if first and self._words.written(index) == "Pour" else 0

    def _subject_of_clause(self, colon: int) -> Mention | None:
        """Who is told of in a clause without a verb of speaking that leads to a quotation."""
        first = self._subjects.sentence_start(colon)
        if any(self._verbs.verb(index)[0] > index for index in range(first, colon)):
            return None
        start, end = self._words.tokens[first].start, self._words.tokens[colon].start
        inside = [m for m in self._subjects.mentions if start <= m.start and m.end <= end]
        return inside[0] if inside else None

    def _label(self, index: int) -> Iterator[Attribution]:
        """A person with a colon before a quotation, or behind a dash that follows one."""
        if index and self._words.word(index) == ":" and self._words.word(index + 1) in QUOTES:
            end = self._words.tokens[index - 1].end
            subject = self._subjects.by_end.get(end) or self._subjects.family_at(index - 1)
            subject = subject or self._subject_of_clause(index)
            if subject is not None:
                yield Attribution(How.LABEL, subject.start, self._words.tokens[index].end, subject)
        elif self._words.word(index) in {"–", "—", "-"} and (
            index == 0 or self._words.word(index - 1) in QUOTES
        ):
            subject = self._people.person_at(index + 1)
            if subject is not None:
                yield Attribution(How.LABEL, self._words.tokens[index].start, subject.end, subject)
