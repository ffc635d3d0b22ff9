"""Speeches in English and French that one person delivered for another."""

from collections.abc import Iterator

from editor.reading.latin.people import LatinPeople
from editor.reading.latin.subjects import LatinSubjects
from editor.reading.latin.verbs import LatinVerbs
from editor.reading.latin.words import LatinWords
from editor.reading.lexicon import lexicon
from editor.reading.mentions import Mention, MentionKind
from editor.reading.speech import Delivery

_LONGEST_SENTENCE = 120
"""How many words of a sentence are looked at."""


class LatinDeliveries:
    """The deliveries of one text."""

    def __init__(self, words: LatinWords, subjects: LatinSubjects) -> None:
        self._words = words
        self._subjects = subjects
        self._people = LatinPeople(words)
        self._verbs = LatinVerbs(words)
        self._lexicon = lexicon(words.language)

    def deliveries(self) -> Iterator[Delivery]:
        """Speeches that somebody delivered for somebody else."""
        for index in range(len(self._words.tokens)):
            if length := self._lexicon.phrases("delivered").length_at(self._words.tokens, index):
                yield from self._delivered_by(index, index + length)
            elif length := self._lexicon.phrases("delivered_active").length_at(
                self._words.tokens, index
            ):
                yield from self._delivers(index, index + length)
            elif length := self._lexicon.phrases("for_someone").length_at(
                self._words.tokens, index
            ):
                yield from self._for_someone(index, index + length)

    def _delivered_by(self, index: int, end: int) -> Iterator[Delivery]:
        """A speech "read out by NP": its owner is named before, or is the subject."""
        reader = self._people.person_at(end) or self._subjects.family_at(end)
        if reader is None:
            return
        start, last = self._subjects.span(index, end)
        owner = self._owner(index) or self._next_in_sentence(
            [m for m in self._subjects.mentions if m.start >= reader.end], reader.end
        )
        yield Delivery(start, last, reader, owner)

    def _owner(self, index: int) -> Mention | None:
        """Whose speech is told of before a place: "a message from NP", "NP’s speech"."""
        first = self._words.tokens[self._subjects.sentence_start(index)].start
        place = self._words.tokens[index].start
        speeches = self._lexicon.words("speeches")
        for mention in reversed(self._subjects.mentions):
            if not first <= mention.start or mention.end > place:
                continue
            before = self._words.text[first : mention.start].casefold().split()[-3:]
            after = self._words.text[mention.end : place].casefold().split()[:4]
            if {word.strip(",.’'s") for word in (*before, *after)} & set(speeches) or (
                {word.strip(",") for word in (*before, *after)} & set(speeches)
            ):
                return mention
        return None

    def _delivers(self, index: int, end: int) -> Iterator[Delivery]:
        """NP "read out the message of NP", or "delivered NP’s speech"."""
        reader = self._subjects.subject_before(index)
        speech = self._speech_after(end)
        if reader is None or speech is None or reader.kind is MentionKind.BODY:
            return
        start, last = self._subjects.span(index, end)
        place = self._words.tokens[speech].start
        owned = [
            m for m in self._subjects.mentions if last <= m.start and place - 4 <= m.end <= place
        ]
        principal = owned[0] if owned else self._owner_after(speech + 1)
        if principal is not None:
            yield Delivery(start, last, reader, principal)
        else:
            yield Delivery(start, last, None, reader)  # a speech of one's own

    def _speech_after(self, index: int) -> int | None:
        """The word for a speech that follows at some distance, or None."""
        speeches = self._lexicon.words("speeches")
        for ahead in range(index, min(index + 14, len(self._words.tokens))):
            if self._words.ends_sentence(ahead):
                return None
            if self._words.word(ahead) in speeches:
                return ahead
        return None

    def _owner_after(self, index: int) -> Mention | None:
        """Whose speech it is: "of NP", "from NP", «du NP»."""
        if self._words.word(index) not in {"of", "from", "by", "de", "du", "d'"}:
            return None
        return self._people.person_at(index + 1) or self._subjects.family_at(index + 1)

    def _for_someone(self, index: int, end: int) -> Iterator[Delivery]:
        """NP speaks "on behalf of NP"; without a principal who is a person it is no delivery."""
        principal = self._people.person_at(end) or self._subjects.family_at(end)
        if principal is None:
            return
        start, last = self._subjects.span(index, end)
        first = self._words.tokens[self._subjects.sentence_start(index)].start
        before = [m for m in self._subjects.mentions if first <= m.start and m.end <= start]
        after = [m for m in self._subjects.mentions if m.start >= principal.end]
        reader = before[0] if before else self._next_in_sentence(after, principal.end)
        if reader is not None:
            speaks = self._is_speaking(index)
            yield Delivery(start, last, reader, principal, reader_acts=True, speaks=speaks)

    def _next_in_sentence(self, mentions: list[Mention], place: int) -> Mention | None:
        if not mentions:
            return None
        between = self._words.text[place : mentions[0].start]
        return None if any(mark in between for mark in ".!?") else mentions[0]

    def _is_speaking(self, index: int) -> bool:
        """Whether the sentence tells of a speech or of speaking, not of signing or receiving."""
        first = self._subjects.sentence_start(index)
        last, farthest = index, min(index + _LONGEST_SENTENCE, len(self._words.tokens))
        while last < farthest and not self._words.ends_sentence(last):
            last += 1
        speeches = self._lexicon.words("speeches")
        return any(
            self._words.word(i) in speeches or self._verbs.verb(i)[0] > i or self._is_reading(i)
            for i in range(first, last)
        )

    def _is_reading(self, index: int) -> bool:
        return bool(self._lexicon.phrases("delivered_active").length_at(self._words.tokens, index))
