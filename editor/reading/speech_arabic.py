"""Verbs of speaking and speeches delivered for others, in Arabic.

The subject follows its verb, at once or after a phrase of place or time; a verb without one goes on
with the speaker before it. «قائلا» and its kind have the subject of the sentence.
"""

from collections.abc import Iterator
from dataclasses import replace

from editor.reading.lexicon import Verb, lexicon
from editor.reading.mentions import Mention, MentionKind
from editor.reading.people_arabic import ArabicPeople
from editor.reading.speech import Attribution, Delivery, Heard, How, without_echoes

_SENTENCE_ENDS = frozenset(".؟!؛")
_QUOTES = frozenset('«»“”"„‟')
_FARTHEST_SUBJECT = 16


def hear_arabic(people: ArabicPeople, families: frozenset[str]) -> Heard:
    """What is said by whom in one text; quoted words are passed over by the caller."""
    hearing = _Hearing(people, families)
    return Heard(
        hearing.mentions,
        without_echoes(hearing.attributions()),
        tuple(hearing.deliveries()),
    )


class _Hearing:
    def __init__(self, people: ArabicPeople, families: frozenset[str]) -> None:
        self._people = people
        self._tokens = people.tokens
        self._families = families
        self._lexicon = lexicon("ar")
        self.mentions = tuple(self._scan())

    def _scan(self) -> Iterator[Mention]:
        index = 0
        while index < len(self._tokens):
            mention = self._people.person_at(index) or self._joined(index)
            if mention is None:
                index += 1
                continue
            yield mention
            index = self._index_after(mention.end, index)

    def _joined(self, index: int) -> Mention | None:
        """Somebody joined to others by «و»: «ووزير الخارجية فلان»."""
        word = self._people.word(index)
        if word[:1] != "و" or len(word) < 4:
            return None
        people = self._people.changed(index, self._people.written(index)[1:])
        if not people.is_office(index) and people.honorifics_end(index) == index:
            return None
        return people.person_at(index)

    def _index_after(self, end: int, index: int) -> int:
        index += 1
        while index < len(self._tokens) and self._tokens[index].start < end:
            index += 1
        return index

    # -- attributions

    def attributions(self) -> Iterator[Attribution]:
        for index in range(len(self._tokens)):
            verb = self._people.verb_at(index)
            if verb is not None and not self._is_noun(index):
                yield self._attribution(index, verb)
            else:
                yield from self._according_to(index)
                yield from self._label(index)
                yield from self._introducer(index)

    def _introducer(self, index: int) -> Iterator[Attribution]:
        """«بالقول: «…»», which leads to a quotation without a verb of speaking."""
        if self._people.word(index) in {"قوله", "قولها", "قولهم"}:
            yield from self._quoted_from(index)
            return
        length = self._lexicon.phrases("introducers").length_at(self._tokens, index)
        if length and self._people.word(index + length) in {":", *_QUOTES}:
            start, end = self._tokens[index].start, self._tokens[index + length - 1].end
            yield Attribution(How.PARTICIPLE, start, end, _nobody(end))

    def _quoted_from(self, index: int) -> Iterator[Attribution]:
        """«ونقل التقرير عن فلانة قولها: …»."""
        for before in range(index - 1, max(index - 14, -1), -1):
            if self._people.word(before) == "عن":
                subject = self._subject_at(before + 1, frozenset())
                token = self._tokens[index]
                if subject is not None and subject.kind is not MentionKind.PRONOUN:
                    yield Attribution(How.VERB, token.start, token.end, subject)
                return

    def _is_noun(self, index: int) -> bool:
        """Whether a verb's form is a noun or a name here: «ذكر الله», «بين الدول»."""
        before = self._people.word(index - 1)
        return before in {"بن", "بنت", "ابن", "ال"}

    def _attribution(self, index: int, verb: Verb) -> Attribution:
        token = self._tokens[index]
        glued = token.folded not in self._lexicon.arabic_verbs
        start = token.start + 1 if glued else token.start
        end = token.end
        if verb.is_participle:
            return Attribution(
                How.PARTICIPLE, start, end, _nobody(end), self._complements(index + 1, verb)
            )
        stops = frozenset(take[0] for take in verb.takes)
        subject = self._subject_after(index, stops) or self._subject_before(index, glued=glued)
        if subject is None:
            subject = _nobody(end, feminine=verb.feminine)
        first = self._index_after(max(subject.end, end), index) if subject.end > end else index + 1
        return Attribution(How.VERB, start, end, subject, self._complements(first, verb))

    def _subject_after(self, index: int, stops: frozenset[str]) -> Mention | None:
        if (found := self._subject_at(index + 1, stops)) is not None:
            return found
        if self._people.word(index + 1) not in self._lexicon.words("adverbials") - stops:
            return None
        for ahead in range(index + 2, min(index + _FARTHEST_SUBJECT, len(self._tokens))):
            word = self._people.word(ahead)
            if word in stops or word in {"ان", "انه", "انها", "بان", ":"} or word in _QUOTES:
                return None
            if word in _SENTENCE_ENDS or self._people.verb_at(ahead) is not None:
                return None
            if self._may_follow(ahead) and (found := self._subject_at(ahead, stops)) is not None:
                return found
        return None

    def _may_follow(self, index: int) -> bool:
        """Whether a subject may stand here: not behind a preposition or a construct noun."""
        before = self._people.word(index - 1)
        if before in {"،", ","} or before in self._lexicon.words("days"):
            return True
        return before.endswith("ه") and self._people.written(index - 1).endswith(("ه", "ها"))

    def _subject_at(self, index: int, stops: frozenset[str]) -> Mention | None:
        if self._people.word(index) in _QUOTES:
            return self._family_at(index + 1)  # «وأكد "العسومي"»
        following = index + 1
        alone = not self._people.is_given_name(following) and (
            self._people.word(following) not in self._lexicon.words("name_links")
        )
        if alone and (family := self._family_at(index)) is not None:
            return family
        return (
            self._people.person_at(index, stops)
            or self._family_at(index)
            or self._pronoun_at(index)
            or self._body_at(index, stops)
            or self._people.unknown_at(index, stops)
        )

    def _family_at(self, index: int) -> Mention | None:
        linked = self._people.word(index) in self._lexicon.words("name_links")
        end = index + 2 if linked else index + 1
        words = " ".join(self._people.word(i) for i in range(index, end))
        if words not in self._families:
            return None
        first, last = self._tokens[index], self._tokens[end - 1]
        name = self._people.text[first.start : last.end]
        return Mention(first.start, last.end, MentionKind.NAMED, name)

    def _pronoun_at(self, index: int) -> Mention | None:
        word = self._people.word(index)
        if word not in self._lexicon.words("pronouns"):
            return None
        token = self._tokens[index]
        feminine = True if word in self._lexicon.words("feminine_pronouns") else None
        return Mention(token.start, token.end, MentionKind.PRONOUN, feminine=feminine)

    def _body_at(self, index: int, stops: frozenset[str]) -> Mention | None:
        word = self._people.word(index)
        base = word[2:] if word[:2] == "ال" else word
        if base not in self._lexicon.words("bodies"):
            return None
        end = self._people.chain_end(index, stops)
        span = self._tokens[index].start, self._tokens[end - 1].end
        return Mention(*span, MentionKind.BODY, organisation=self._people.text[slice(*span)])

    def _subject_before(self, index: int, *, glued: bool) -> Mention | None:
        """The subject of «الوزير أكد أن», which stands right before the verb."""
        if glued or index == 0:
            return None
        before = index - 1
        while before > 0 and self._people.word(before) in {"قد", "،", ",", "كان"}:
            before -= 1
        end = self._tokens[before].end
        return next((m for m in self.mentions if m.end == end), None)

    def _complements(self, index: int, verb: Verb) -> tuple[tuple[int, int], ...]:
        """What stands before the words said, in this sentence and before the next verb."""
        end = index
        while end < len(self._tokens) and not self._ends_clause(end):
            end += 1
        for take in verb.takes:
            for at in range(index, end):
                if self._matches(at, take):
                    first = (self._tokens[at].start, self._tokens[at + len(take) - 1].end)
                    return (first, *self._further(at + len(take), end))
        return ()

    def _ends_clause(self, index: int) -> bool:
        return self._people.word(index) in _SENTENCE_ENDS or self._people.verb_at(index) is not None

    def _matches(self, index: int, take: tuple[str, ...]) -> bool:
        return all(self._people.word(index + n) == word for n, word in enumerate(take))

    def _further(self, index: int, end: int) -> Iterator[tuple[int, int]]:
        """«وأن» further on, which adds to what was said."""
        for at in range(index, end):
            if self._people.word(at) in {"وان", "وبان"}:
                yield self._tokens[at].start, self._tokens[at].end
            elif self._people.word(at) in {"والي", "وعلي"} and self._people.word(at + 1) == "ان":
                yield self._tokens[at].start, self._tokens[at + 1].end

    def _according_to(self, index: int) -> Iterator[Attribution]:
        pronoun = self._lexicon.phrases("according_to_pronoun").length_at(self._tokens, index)
        if pronoun:
            last = self._tokens[index + pronoun - 1]
            feminine = last.folded.endswith("ها")
            yield Attribution(
                How.ACCORDING_TO,
                self._tokens[index].start,
                last.end,
                _nobody(last.end, feminine=feminine),
            )
            return
        end = self._according_end(index)
        if end == index:
            return
        people, at = self._without_preposition(end)
        subject = people.person_at(at) or self._family_at(end)
        if subject is not None:
            place = self._tokens[end - 1].end
            yield Attribution(How.ACCORDING_TO, self._tokens[index].start, place, subject)

    def _according_end(self, index: int) -> int:
        """Where a phrase such as «وفقا لـ» ends; its ل stays on the word after it."""
        phrases = self._lexicon.phrases("according_to")
        if length := phrases.length_at(self._tokens, index):
            return index + length
        follower = self._people.word(index + 1)
        word = self._people.word(index)
        if follower[:1] == "ل" and f"{word} ل" in self._lexicon.words("according_to"):
            return index + 1
        return index

    def _without_preposition(self, index: int) -> tuple[ArabicPeople, int]:
        """The same text with the ل before a word taken off: «للوزير» becomes «الوزير»."""
        word = self._people.word(index)
        if word[:1] != "ل" or len(word) < 4:
            return self._people, index
        written = self._people.written(index)
        bare = "ال" + written[2:] if word[:2] == "لل" else written[1:]
        return self._people.changed(index, bare), index

    def _label(self, index: int) -> Iterator[Attribution]:
        """A person with a colon and a quotation after it: «الوزير: «…»»."""
        if self._people.word(index) != ":" or self._people.word(index + 1) not in _QUOTES:
            return
        end = self._tokens[index - 1].end if index else 0
        subject = next((m for m in self.mentions if m.end == end), None) or (
            self._family_at(index - 2) or self._family_at(index - 1) if index else None
        )
        if subject is not None and subject.end == end:
            yield Attribution(How.LABEL, subject.start, self._tokens[index].end, subject)

    # -- deliveries

    def deliveries(self) -> Iterator[Delivery]:
        """Speeches that somebody delivered for somebody else, and whose speeches were given."""
        for first, end in self._sentences():
            yield from self._in_sentence(first, end)

    def _sentences(self) -> Iterator[tuple[int, int]]:
        first = 0
        for index in range(len(self._tokens) + 1):
            if index == len(self._tokens) or self._people.word(index) in {".", "؟", "!"}:
                if index > first:
                    yield first, index
                first = index + 1

    def _in_sentence(self, first: int, end: int) -> Iterator[Delivery]:
        owner = self._owner(first, end)
        told = False
        for index in range(first, end):
            if (past := self._for_someone(index)) > index:
                people, at = self._without_preposition(past)
                principal = people.person_at(at) or self._family_at(past)
                if principal is not None:
                    reader = self._reader_after(first, end, index, principal)
                    yield replace(self._delivery(index, past, reader, principal), reader_acts=True)
                    told = True
            elif self._is_delivery(index, first, end) and not told:
                reader = self._reader(index, end)
                if reader is not None and (owner is None or reader.start != owner.start):
                    past = self._proxy_end(index)
                    yield self._delivery(index, past, reader, owner)
                    told = True
        if owner is not None and not told and self._is_given(first, end):
            yield Delivery(owner.start, owner.end, None, owner)

    def _delivery(
        self, index: int, past: int, reader: Mention | None, principal: Mention | None
    ) -> Delivery:
        return Delivery(self._tokens[index].start, self._tokens[past - 1].end, reader, principal)

    def _owner(self, first: int, end: int) -> Mention | None:
        """Whose speech the sentence tells of: «كلمة رئيس الدورة»."""
        speeches = self._lexicon.words("speeches")
        for index in range(first, end - 1):
            word = self._people.word(index)
            bare = word[1:] if word[:1] in "وب" else word
            if bare in speeches and self._people.written(index)[-1:] not in {"ه", "ا"}:
                mention = self._people.person_at(index + 1)
                if mention is not None:
                    return mention
        return None

    def _is_given(self, first: int, end: int) -> bool:
        given = self._lexicon.words("speech_given") | self._lexicon.words("delivered")
        return any(self._people.word(i).removeprefix("و") in given for i in range(first, end))

    def _is_delivery(self, index: int, first: int, end: int) -> bool:
        """Whether «ألقاها» or the like stands here and tells of a speech that is not one's own."""
        word = self._people.word(index)
        if word.removeprefix("و") not in self._lexicon.words("delivered"):
            return False
        relative = self._people.word(index - 1).removeprefix("و") in {"التي", "الذي", "كلمه", "وقد"}
        return relative or self._proxy_end(index) > index + 1 or self._has_owner(first, end)

    def _has_owner(self, first: int, end: int) -> bool:
        return self._owner(first, end) is not None

    def _proxy_end(self, index: int) -> int:
        """Past «ألقاها نيابة عنه»."""
        proxies = self._lexicon.phrases("delivered_for")
        return index + 1 + proxies.length_at(self._tokens, index + 1)

    def _reader(self, index: int, end: int) -> Mention | None:
        for ahead in range(self._proxy_end(index), min(index + 6, end)):
            if (found := self._people.person_at(ahead)) is not None:
                return found
            if self._people.word(ahead) not in {
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

    def _for_someone(self, index: int) -> int:
        """Past «نيابة عن», or the index itself."""
        phrases = self._lexicon.phrases("for_someone")
        length = phrases.length_at(self._tokens, index)
        if self._people.word(index) == "باسم":
            return index  # «باسم الوزارة» names an office, not a speech delivered for somebody
        if length:
            return index + length
        word, follower = self._people.word(index), self._people.word(index + 1)
        known = f"{word} ل" in self._lexicon.words("for_someone")
        return index + 1 if known and follower[:1] == "ل" else index

    def _reader_after(self, first: int, end: int, index: int, principal: Mention) -> Mention | None:
        """The one who delivers: the last person before «نيابة عن», else the first after it."""
        start, place = self._tokens[first].start, self._tokens[index].start
        before = [m for m in self.mentions if start <= m.start and m.end <= place]
        if before:
            return before[0]
        last = self._tokens[end - 1].end
        after = [m for m in self.mentions if principal.end <= m.start < last]
        return after[0] if after else None


def _nobody(place: int, *, feminine: bool | None = None) -> Mention:
    """The subject of a verb that names none: the one who spoke before."""
    return Mention(place, place, MentionKind.PRONOUN, feminine=feminine)
