"""Speeches in Arabic that one person delivered for another: «ألقاها نيابة عنه فلان»."""

from collections.abc import Iterator
from dataclasses import replace

from editor.reading.arabic.people import ArabicPeople
from editor.reading.arabic.subjects import ArabicSubjects
from editor.reading.arabic.words import ArabicWords
from editor.reading.lexicon import lexicon
from editor.reading.mentions import Mention, MentionKind
from editor.reading.speech import Delivery


class ArabicDeliveries:
    """The deliveries of one text."""

    def __init__(self, words: ArabicWords, subjects: ArabicSubjects) -> None:
        self._words = words
        self._people = ArabicPeople(words)
        self._subjects = subjects
        self._lexicon = lexicon("ar")

    def deliveries(self) -> Iterator[Delivery]:
        """Speeches that somebody delivered for somebody else, and whose speeches were given."""
        for first, end in self._sentences():
            yield from self._in_sentence(first, end)

    def _sentences(self) -> Iterator[tuple[int, int]]:
        first = 0
        for index in range(len(self._words.tokens) + 1):
            if index == len(self._words.tokens) or self._words.word(index) in {".", "؟", "!"}:
                if index > first:
                    yield first, index
                first = index + 1

    def _in_sentence(self, first: int, end: int) -> Iterator[Delivery]:
        owner = self._owner(first, end)
        told = False
        for index in range(first, end):
            if (past := self._for_someone(index)) > index:
                people, at = self._subjects.without_preposition(past)
                principal = people.person_at(at) or self._subjects.family_at(past)
                if principal is not None:
                    reader = self._reader_after(first, end, index, principal)
                    yield replace(self._delivery(index, past, reader, principal), reader_acts=True)
                    told = True
            elif self._is_delivery(index, first, end) and not told:
                reader = self._reader(index, end) or self._reader_behind(owner, end)
                if reader is not None and (owner is None or reader.start != owner.start):
                    past = self._proxy_end(index)
                    own = (
                        owner is None and past == index + 1 and not self._is_of_somebody(first, end)
                    )
                    if own:
                        yield self._delivery(index, past, None, reader)
                    else:
                        yield self._delivery(index, past, reader, owner)
                    told = True
        if owner is not None and not told and self._is_given(first, end):
            yield Delivery(owner.start, owner.end, None, owner)

    def _is_of_somebody(self, first: int, end: int) -> bool:
        """Whether the sentence has «كلمته» or the like: words of the one it tells of."""
        speeches = self._lexicon.words("speeches")
        return any(
            self._words.word(i).removeprefix("و").removeprefix("ب") in speeches
            and self._words.written(i).endswith(("ه", "ها"))
            for i in range(first, end)
        )

    def _delivery(
        self, index: int, past: int, reader: Mention | None, principal: Mention | None
    ) -> Delivery:
        return Delivery(
            self._words.tokens[index].start, self._words.tokens[past - 1].end, reader, principal
        )

    def _owner(self, first: int, end: int) -> Mention | None:
        """Whose speech the sentence tells of: «كلمة رئيس الدورة»."""
        speeches = self._lexicon.words("speeches")
        for index in range(first, end - 1):
            word = self._words.word(index)
            bare = word[1:] if word[:1] in "وب" else word
            if bare in speeches and self._words.written(index)[-1:] not in {"ه", "ا"}:
                mention = self._people.person_at(index + 1)
                if mention is not None:
                    return mention
        return None

    def _is_given(self, first: int, end: int) -> bool:
        given = self._lexicon.words("speech_given") | self._lexicon.words("delivered")
        return any(self._words.word(i).removeprefix("و") in given for i in range(first, end))

    def _is_delivery(self, index: int, first: int, end: int) -> bool:
        """Whether «ألقاها» or the like stands here and tells of a speech that is not one's own."""
        word = self._words.word(index)
        if word.removeprefix("و") not in self._lexicon.words("delivered"):
            return False
        relative = self._words.word(index - 1).removeprefix("و") in {"التي", "الذي", "كلمه", "وقد"}
        return relative or self._proxy_end(index) > index + 1 or self._has_owner(first, end)

    def _has_owner(self, first: int, end: int) -> bool:
        return self._owner(first, end) is not None

    def _proxy_end(self, index: int) -> int:
        """Past «ألقاها نيابة عنه»."""
        proxies = self._lexicon.phrases("delivered_for")
        return index + 1 + proxies.length_at(self._words.tokens, index + 1)

    def _reader(self, index: int, end: int) -> Mention | None:
        for ahead in range(self._proxy_end(index), min(index + 6, end)):
            if (found := self._people.person_at(ahead)) is not None:
                return found
            if self._words.word(ahead) not in {
                "بالنيابه",
                "نيابه",
                "عنه",
                "عنها",
                "،",
                "امس",
                "اليوم",
            }:
                return None
        return None

    def _reader_behind(self, owner: Mention | None, end: int) -> Mention | None:
        """The one named behind whose speech it is: «ألقى كلمة الأمين العام … مساعده فلان»."""
        if owner is None:
            return None
        last = self._words.tokens[end - 1].end
        behind = (m for m in self._subjects.mentions if owner.end <= m.start and m.end <= last)
        return next((m for m in behind if m.kind is MentionKind.NAMED), None)

    def _for_someone(self, index: int) -> int:
        """Past «نيابة عن», or the index itself."""
        phrases = self._lexicon.phrases("for_someone")
        length = phrases.length_at(self._words.tokens, index)
        if self._words.word(index) == "باسم":
            return index  # «باسم الوزارة» names an office, not a speech delivered for somebody
        if length:
            return index + length
        word, follower = self._words.word(index), self._words.word(index + 1)
        known = f"{word} ل" in self._lexicon.words("for_someone")
        return index + 1 if known and follower[:1] == "ل" else index

    def _reader_after(self, first: int, end: int, index: int, principal: Mention) -> Mention | None:
        """The one who delivers: the last person before «نيابة عن», else the first after it."""
        start, place = self._words.tokens[first].start, self._words.tokens[index].start
        before = [m for m in self._subjects.mentions if start <= m.start and m.end <= place]
        if before:
            return before[0]
        last = self._words.tokens[end - 1].end
        after = [m for m in self._subjects.mentions if principal.end <= m.start < last]
        return after[0] if after else None
