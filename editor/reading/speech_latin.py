"""Verbs of speaking and speeches delivered for others, in English and French.

The subject stands before its verb, or after it behind a quotation ("…," said NP; « … », a déclaré
NP). A verb without either goes on with the speaker before it, if a conjunction leads to it.
"""

from collections.abc import Iterator

from editor.reading.lexicon import lexicon
from editor.reading.mentions import Mention, MentionKind
from editor.reading.people_latin import LatinPeople
from editor.reading.speech import Attribution, Delivery, Heard, How, without_echoes

_SENTENCE_ENDS = frozenset(".?!")
_QUOTES = frozenset("«»“”\"„‟‘’'")
_AND = frozenset(("and", "et", "then", "puis", "but", "mais", ","))
_FARTHEST_SUBJECT = 6


def hear_latin(people: LatinPeople, families: frozenset[str]) -> Heard:
    """What is said by whom in one text; quoted words are passed over by the caller."""
    hearing = _Hearing(people, families)
    return Heard(
        hearing.mentions,
        without_echoes(hearing.attributions()),
        tuple(hearing.deliveries()),
    )


class _Hearing:
    def __init__(self, people: LatinPeople, families: frozenset[str]) -> None:
        self._people = people
        self._tokens = people.tokens
        self._families = families
        self._lexicon = lexicon(people.language)
        self.mentions = tuple(self._scan())
        self._by_end = {mention.end: mention for mention in self.mentions}

    def _scan(self) -> Iterator[Mention]:
        index = 0
        while index < len(self._tokens):
            mention = self._people.person_at(index)
            index += 1
            if mention is not None:
                yield mention
                while index < len(self._tokens) and self._tokens[index].start < mention.end:
                    index += 1

    # -- attributions

    def attributions(self) -> Iterator[Attribution]:
        index = 0
        while index < len(self._tokens):
            end, pronoun = self._verb(index)
            if end > index:
                found = self._attribution(index, end, pronoun)
                if found is not None:
                    yield found
                index = end
                continue
            yield from self._other(index)
            index += 1

    def _other(self, index: int) -> Iterator[Attribution]:
        length = self._lexicon.phrases("participles").length_at(self._tokens, index)
        if length:
            start, end = self._span(index, index + length)
            yield Attribution(How.PARTICIPLE, start, end, _nobody(end), self._complement(end))
        yield from self._according_to(index)
        yield from self._label(index)
        yield from self._unknown_verb(index)

    def _unknown_verb(self, index: int) -> Iterator[Attribution]:
        """A verb that is in no table, between a quotation and a person: «…», glisse NP."""
        before = self._people.word(index - 1)
        written = self._people.written(index)
        if before != "," or not self._is_after_quotation(index) or not written[:1].islower():
            return
        first = index + 2 if written.endswith("'") else index + 1
        if self._people.word(index) in self._lexicon.words("ends_phrase"):
            return
        subject = self._people.person_at(first) or self._people.unknown_at(first)
        if subject is not None:
            start, end = self._span(index, first)
            yield Attribution(How.VERB, start, end, subject)

    def _verb(self, index: int) -> tuple[int, str]:
        """Where a verb of speaking ends, and the pronoun inside it, as in "a-t-elle ajouté"."""
        people = self._people
        if people.language == "en":
            return people.verb_end(index), ""
        word = people.word(index)
        for pronoun in ("-t-il", "-t-elle", "-t-on", "-ils", "-elles", "-il", "-elle"):
            if word.endswith(pronoun):
                return self._inverted(index, word.removesuffix(pronoun)), pronoun.split("-")[-1]
        if (end := people.verb_end(index)) > index:
            return end, ""
        return self._compound(index, word), ""

    def _inverted(self, index: int, stem: str) -> int:
        known = self._lexicon.words("verbs")
        if stem in known:
            return index + 1
        return self._compound(index, stem)

    def _compound(self, index: int, first: str) -> int:
        """Past "a également déclaré": adverbs stand inside a verb of two words."""
        if first not in {"a", "ont", "est", "avait"}:
            return index
        adverbs = self._lexicon.words("adverbs")
        at = index + 1
        while self._people.word(at) in adverbs and at - index < 5:
            at += 1
        known = self._lexicon.words("verbs")
        last = self._people.word(at)
        last = next((base for base in _agreeing(last) if f"a {base}" in known), last)
        auxiliary = "ont" if first == "ont" else "a"
        if f"{auxiliary} {last}" in known or f"a {last}" in known:
            return at + 1
        return at + 1 if first == "est" and f"s'est {last}" in known else index

    def _attribution(self, index: int, end: int, pronoun: str) -> Attribution | None:
        if pronoun:
            place = self._tokens[index].end
            subject: Mention | None = _nobody(place, feminine=self._is_feminine(pronoun))
        else:
            subject = (
                self._subject_after(index, end)
                if self._is_after_quotation(index)
                else self._subject_before(index)
            ) or self._implied(index)
        if subject is None:
            return None
        start, last = self._span(index, end)
        behind = max(last, subject.end)
        return Attribution(How.VERB, start, last, subject, self._complement(behind))

    def _span(self, first: int, end: int) -> tuple[int, int]:
        return self._tokens[first].start, self._tokens[end - 1].end

    def _complement(self, place: int) -> tuple[tuple[int, int], ...]:
        """The first "that" or "que" behind a place, if it stands close."""
        words = self._lexicon.words("complements")
        index = next((i for i, t in enumerate(self._tokens) if t.start >= place), len(self._tokens))
        for ahead in range(index, min(index + 12, len(self._tokens))):
            if self._people.word(ahead) in _SENTENCE_ENDS:
                return ()
            if self._people.word(ahead) in words:
                return ((self._tokens[ahead].start, self._tokens[ahead].end),)
        return ()

    def _is_feminine(self, pronoun: str) -> bool | None:
        if pronoun in self._lexicon.words("plural_pronouns"):
            return None
        return pronoun in self._lexicon.words("feminine_pronouns")

    # -- subjects

    def _is_after_quotation(self, index: int) -> bool:
        """Whether a quotation closes right before a verb: “…,” said NP."""
        before = index - 1
        if self._people.word(before) in {",", "–", "—", "-"}:
            before -= 1
        return before >= 0 and self._people.word(before) in _QUOTES - {"«", "“", "„"}

    def _subject_after(self, index: int, end: int) -> Mention | None:
        del index
        for ahead in range(end, min(end + _FARTHEST_SUBJECT, len(self._tokens))):
            word = self._people.word(ahead)
            if word in _SENTENCE_ENDS or word in _QUOTES or word == ",":
                return None
            mention = self._people.person_at(ahead) or self._family_at(ahead)
            mention = mention or self._people.unknown_at(ahead)
            if mention is None and word in self._lexicon.words("pronouns"):
                token = self._tokens[ahead]
                feminine = self._is_feminine(word)
                mention = Mention(token.start, token.end, MentionKind.PRONOUN, feminine=feminine)
            mention = mention or self._body_from(ahead)
            if mention is not None:
                return mention
        return None

    def _subject_before(self, index: int) -> Mention | None:
        before = self._past_adverbs(index - 1)
        word = self._people.word(before)
        if word in self._lexicon.words("pronouns"):
            token = self._tokens[before]
            feminine = self._is_feminine(word)
            return Mention(token.start, token.end, MentionKind.PRONOUN, feminine=feminine)
        comma = word == ","
        if comma:
            before -= 1
        if self._people.word(before) == ")" and self._people.word(before - 2) == "(":
            before -= 3
        if before < 0:
            return None
        found = self._by_end.get(self._tokens[before].end) or self._family_at(before)
        return found or self._body_before(before) or self._across_clause(index, comma=comma)

    def _past_adverbs(self, index: int) -> int:
        adverbs, pronouns = self._lexicon.words("adverbs"), self._lexicon.words("pronouns")
        while index > 0 and self._people.word(index) in adverbs:
            if self._people.word(index) in pronouns and self._people.word(index - 1) != "à":
                break
            index -= 1
        # "Also today, Mr. X said" has its comma before the adverbs, an apposition behind the title.
        return index

    def _across_clause(self, index: int, *, comma: bool) -> Mention | None:
        """The subject before a clause in commas: "Ms. X, who chairs the board, said"."""
        if not comma:
            return self._before_relative(index)
        first = self._sentence_start(index)
        place = self._tokens[index].start
        for mention in reversed(self.mentions):
            if mention.end > place or mention.start < self._tokens[first].start:
                continue
            between = self._people.text[mention.end : place]
            if between.lstrip().startswith(",") and between.count(",") >= 2:
                return mention
        return None

    def _before_relative(self, index: int) -> Mention | None:
        """The subject of a verb in "the doctor who led the team said"."""
        place = self._tokens[index].start
        for mention in reversed(self.mentions):
            if mention.end <= place:
                between = self._people.text[mention.end : place].split()
                near = len(between) < 12 and between[:1] in (["who"], ["qui"])
                return mention if near else None
        return None

    def _sentence_start(self, index: int) -> int:
        while index > 0 and self._people.word(index - 1) not in _SENTENCE_ENDS:
            index -= 1
        return index

    def _implied(self, index: int) -> Mention | None:
        """The speaker of the clause before, if "and" leads to this one."""
        before = self._past_adverbs(index - 1)
        place = self._tokens[index].start
        return _nobody(place) if before >= 0 and self._people.word(before) in _AND else None

    def _family_at(self, index: int) -> Mention | None:
        if not 0 <= index < len(self._tokens) or not self._people.is_capital(index):
            return None
        first = index
        if self._people.word(index - 1) in self._lexicon.words("name_links"):
            first = index - 1
        for start in (first, index):
            words = " ".join(self._people.word(i) for i in range(start, index + 1))
            if words in self._families:
                span = self._span(start, index + 1)
                return Mention(*span, MentionKind.NAMED, self._people.text[slice(*span)])
        return None

    def _body_before(self, index: int) -> Mention | None:
        """An organisation whose name ends at a token: "the ministry", "Acme Corp."."""
        end = index + 1
        while index >= 0 and (
            self._people.is_capital(index)
            or self._people.word(index) in self._lexicon.words("bodies")
            or (index + 1 < end and self._people.word(index) in {"of", "de", "des", "du", "for"})
        ):
            index -= 1
        return self._body(index + 1, end)

    def _body_from(self, index: int) -> Mention | None:
        first = index + 1 if self._people.is_article(index) else index
        end = first
        while end < len(self._tokens) and (
            self._people.is_capital(end)
            or self._people.word(end) in self._lexicon.words("bodies")
            or (end > first and self._people.word(end) in {"of", "de", "des", "du", "for"})
        ):
            end += 1
        return self._body(first, end)

    def _body(self, start: int, end: int) -> Mention | None:
        if start >= end or self._people.written(start) in self._lexicon.listed("not_names"):
            return None
        span = self._span(start, end)
        words = self._people.text[slice(*span)]
        known = self._people.is_body(start, end) or (words.isupper() and len(words) > 1)
        return Mention(*span, MentionKind.BODY, organisation=words) if known else None

    # -- without a verb

    def _according_to(self, index: int) -> Iterator[Attribution]:
        for table in ("according_to_pronoun", "according_to"):
            length = self._lexicon.phrases(table).length_at(self._tokens, index)
            if not length and table == "according_to":
                length = self._for_somebody(index)
            if not length:
                continue
            start, end = self._span(index, index + length)
            if table == "according_to_pronoun":
                words = {self._people.word(i) for i in range(index, index + length)}
                feminine = bool(words & {"her", "she", "elle"})
                yield Attribution(How.ACCORDING_TO, start, end, _nobody(end, feminine=feminine))
                return
            subject = self._people.person_at(index + length) or self._family_at(index + length)
            if subject is not None:
                yield Attribution(How.ACCORDING_TO, start, end, subject)
                return

    def _for_somebody(self, index: int) -> int:
        """«Pour NP, …» at the head of a sentence tells what somebody thinks."""
        first = index == 0 or self._people.word(index - 1) in _SENTENCE_ENDS
        return 1 if first and self._people.written(index) == "Pour" else 0

    def _label(self, index: int) -> Iterator[Attribution]:
        """A person with a colon before a quotation, or behind a dash that follows one."""
        if index == 0:
            return
        if self._people.word(index) == ":" and self._people.word(index + 1) in _QUOTES:
            end = self._tokens[index - 1].end
            subject = self._by_end.get(end) or self._family_at(index - 1)
            if subject is not None:
                yield Attribution(How.LABEL, subject.start, self._tokens[index].end, subject)
        elif self._people.word(index) in {"–", "—", "-"} and (
            self._people.word(index - 1) in _QUOTES
        ):
            subject = self._people.person_at(index + 1)
            if subject is not None:
                yield Attribution(How.LABEL, self._tokens[index].start, subject.end, subject)

    # -- deliveries

    def deliveries(self) -> Iterator[Delivery]:
        """Speeches that somebody delivered for somebody else."""
        for index in range(len(self._tokens)):
            if length := self._lexicon.phrases("delivered").length_at(self._tokens, index):
                yield from self._delivered_by(index, index + length)
            elif length := self._lexicon.phrases("delivered_active").length_at(self._tokens, index):
                yield from self._delivers(index, index + length)
            elif length := self._lexicon.phrases("for_someone").length_at(self._tokens, index):
                yield from self._for_someone(index, index + length)

    def _delivered_by(self, index: int, end: int) -> Iterator[Delivery]:
        """A speech "read out by NP": its owner is named before, or is the subject."""
        reader = self._people.person_at(end) or self._family_at(end)
        if reader is None:
            return
        start, last = self._span(index, end)
        owner = self._owner(index) or self._next_in_sentence(
            [m for m in self.mentions if m.start >= reader.end], reader.end
        )
        yield Delivery(start, last, reader, owner)

    def _owner(self, index: int) -> Mention | None:
        """Whose speech is told of before a place: "a message from NP", "NP’s speech"."""
        first = self._tokens[self._sentence_start(index)].start
        place = self._tokens[index].start
        speeches = self._lexicon.words("speeches")
        for mention in reversed(self.mentions):
            if not first <= mention.start or mention.end > place:
                continue
            before = self._people.text[first : mention.start].casefold().split()[-3:]
            after = self._people.text[mention.end : place].casefold().split()[:4]
            if {word.strip(",.’'s") for word in (*before, *after)} & set(speeches) or (
                {word.strip(",") for word in (*before, *after)} & set(speeches)
            ):
                return mention
        return None

    def _delivers(self, index: int, end: int) -> Iterator[Delivery]:
        """NP "read out the message of NP", or "delivered NP’s speech"."""
        reader = self._subject_before(index)
        speech = self._speech_after(end)
        if reader is None or speech is None or reader.kind is MentionKind.BODY:
            return
        start, last = self._span(index, end)
        place = self._tokens[speech].start
        owned = [m for m in self.mentions if last <= m.start and place - 4 <= m.end <= place]
        principal = owned[0] if owned else self._owner_after(speech + 1)
        if principal is not None:
            yield Delivery(start, last, reader, principal)

    def _speech_after(self, index: int) -> int | None:
        """The word for a speech that follows at some distance, or None."""
        speeches = self._lexicon.words("speeches")
        for ahead in range(index, min(index + 14, len(self._tokens))):
            if self._people.word(ahead) in _SENTENCE_ENDS:
                return None
            if self._people.word(ahead) in speeches:
                return ahead
        return None

    def _owner_after(self, index: int) -> Mention | None:
        """Whose speech it is: "of NP", "from NP", «du NP»."""
        if self._people.word(index) not in {"of", "from", "by", "de", "du", "d'"}:
            return None
        return self._people.person_at(index + 1) or self._family_at(index + 1)

    def _for_someone(self, index: int, end: int) -> Iterator[Delivery]:
        """NP speaks "on behalf of NP"; without a principal who is a person it is no delivery."""
        principal = self._people.person_at(end) or self._family_at(end)
        if principal is None:
            return
        start, last = self._span(index, end)
        first = self._tokens[self._sentence_start(index)].start
        before = [m for m in self.mentions if first <= m.start and m.end <= start]
        after = [m for m in self.mentions if m.start >= principal.end]
        reader = before[0] if before else self._next_in_sentence(after, principal.end)
        if reader is not None:
            speaks = self._is_speaking(index)
            yield Delivery(start, last, reader, principal, reader_acts=True, speaks=speaks)

    def _next_in_sentence(self, mentions: list[Mention], place: int) -> Mention | None:
        if not mentions:
            return None
        between = self._people.text[place : mentions[0].start]
        return None if any(mark in between for mark in ".!?") else mentions[0]

    def _is_speaking(self, index: int) -> bool:
        """Whether the sentence tells of a speech or of speaking, not of signing or receiving."""
        first = self._sentence_start(index)
        last = index
        while last < len(self._tokens) and self._people.word(last) not in _SENTENCE_ENDS:
            last += 1
        speeches = self._lexicon.words("speeches")
        return any(
            self._people.word(i) in speeches or self._verb(i)[0] > i or self._is_reading(i)
            for i in range(first, last)
        )

    def _is_reading(self, index: int) -> bool:
        return bool(self._lexicon.phrases("delivered_active").length_at(self._tokens, index))


def _agreeing(participle: str) -> tuple[str, ...]:
    """A past participle and what it may be the feminine or the plural of."""
    bare = participle.removesuffix("s")
    return (participle, bare, bare.removesuffix("e"))


def _nobody(place: int, *, feminine: bool | None = None) -> Mention:
    """The subject of a verb that names none: the one who spoke before."""
    return Mention(place, place, MentionKind.PRONOUN, feminine=feminine)
