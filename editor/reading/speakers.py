"""The speakers of a release and the quotations tied to them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from editor.reading.arabic.speech import arabic_mentions, hear_arabic
from editor.reading.latin.speech import hear_latin, latin_mentions
from editor.reading.lexicon import lexicon
from editor.reading.mentions import Mention, MentionKind
from editor.reading.quotations import Judge, Verdict
from editor.reading.roster import Person, Roster, family_names
from editor.reading.speech import Attribution, Delivery, Heard, How
from editor.reading.words import fold
from editor.release.content import Mark
from editor.text.quotes import Quoted, find_quoted_across

_LONGEST_PREFIX = 8
_LONGEST_CLAUSE = 80
"""How many characters may stand between somebody and words that are guessed to be theirs."""
_WITHOUT_MARKS = str.maketrans("", "", '«»“”"')
_FEWEST_WORDS_PASSED_OVER = 4
"""Quoted stretches of so many words are not searched for verbs of speaking."""


@dataclass(frozen=True, slots=True)
class Said:
    """A quoted stretch and what it is.

    Attributes:
        number: The number of its text.
        quoted: The stretch.
        mark: Quotation, title or term.
        speaker: The speaker of a quotation, or None.
        unsure: Whether a person should look at it.
    """

    number: int
    quoted: Quoted
    mark: Mark
    speaker: Person | None
    unsure: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """Something attributed to a speaker, in one text.

    Attributes:
        number: The number of the text.
        speaker: The speaker.
        attribution: Where the verb, the subject and the complement stand.
    """

    number: int
    speaker: Person
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said by whom in a whole release."""

    roster: Roster
    statements: tuple[Statement, ...]
    said: tuple[Said, ...]
    headline_speaker: Person | None = None


def read_speech(texts: Sequence[str], language: str, heads: Sequence[str] = ()) -> Speech:
    """Find the speakers of some paragraphs, what is attributed to them, and their quotations.

    Args:
        texts: The paragraphs of the body, numbered from 0 in what is returned.
        language: The code of their language.
        heads: The headline and what belongs to it, numbered so that the last one is -1. They
            name people briefly, so that nobody is a speaker by them alone.
    """
    reader = _Reader(texts, language, heads)
    reader.read()
    first = headline_speaker(heads[0], language, reader.roster) if heads else None
    return Speech(reader.roster, tuple(reader.statements), tuple(reader.said), first)


def headline_speaker(headline: str, language: str, roster: Roster) -> Person | None:
    """The speaker whom the words before the colon of a headline name, or None."""
    prefix, colon, _ = headline.partition(":")
    prefix = prefix.translate(_WITHOUT_MARKS)
    words = prefix.split()
    if not colon or not 0 < len(words) <= _LONGEST_PREFIX:
        return None
    if fold(prefix) in lexicon(language).words("topic_labels"):
        return None
    families = family_names(person.name for person in roster.people if person.name)
    mention = next(iter(hear(prefix, language, families).mentions), None)
    if mention is None or mention.end - mention.start < len(prefix.strip()) - 4:
        name = prefix.strip()
        mention = Mention(0, len(name), MentionKind.NAMED, name)
    person = roster.known(-1, mention)
    if person is None or not (person.speaks or person.title or person.honorific):
        return None
    person.speaks = True
    return person


def mentions_of(text: str, language: str) -> tuple[Mention, ...]:
    """The people and offices that one text mentions in full."""
    return arabic_mentions(text) if language == "ar" else latin_mentions(text, language)


def hear(text: str, language: str, families: frozenset[str]) -> Heard:
    """What is said by whom in one text, in the grammar of its language."""
    if language == "ar":
        return hear_arabic(text, families)
    return hear_latin(text, language, families)


class _Reader:
    """Goes through the texts twice: for the people in them, then for what they say."""

    def __init__(self, texts: Sequence[str], language: str, heads: Sequence[str]) -> None:
        self.roster = Roster(language)
        self.statements: list[Statement] = []
        self.said: list[Said] = []
        self._acting: list[tuple[Person, Person]] = []
        self._language = language
        body, head = find_quoted_across(texts, language), find_quoted_across(heads, language)
        self._numbers = range(-len(heads), len(texts))
        self._texts = dict(zip(self._numbers, (*heads, *texts), strict=True))
        self._quoted = dict(zip(self._numbers, (*head, *body), strict=True))
        for number in range(len(texts)):
            for mention in mentions_of(texts[number], language):
                self.roster.learn(number, mention)
        families = family_names(person.name for person in self.roster.people)
        self._heard = {n: hear(text, language, families) for n, text in self._texts.items()}

    def read(self) -> None:
        verdict: Verdict | None = None
        speaker: Person | None = None
        for number in sorted(self._numbers, key=lambda n: (n < 0, n)):
            resolved = self._read_statements(number)
            verdict, speaker = self._read_quotations(number, resolved, verdict, speaker)
        for reader, principal in self._acting:
            # Who acts for somebody and speaks in the same release speaks for them.
            if reader.speaks and reader.reads_for is None:
                reader.reads_for = principal
                principal.speaks = True

    # -- statements

    def _read_statements(self, number: int) -> dict[Attribution, Person]:
        """Resolve everything said in one text, in order, and who delivered it."""
        resolved: dict[Attribution, Person] = {}
        heard = self._heard[number]
        events: list[Attribution | Delivery] = [*heard.attributions, *heard.deliveries]
        for event in sorted(events, key=lambda each: each.start):
            if self._is_quoted(number, event.start):
                continue
            if isinstance(event, Delivery):
                if number >= 0:
                    self._deliver(number, event)
            elif (person := self._speaker_of(number, event)) is not None:
                resolved[event] = person
                self._take(number, event, person)
        return resolved

    def _take(self, number: int, event: Attribution, person: Person) -> None:
        if person.kind is not MentionKind.BODY:
            person.speaks = True
        if event.how is not How.PARTICIPLE:
            self.roster.spoke(person, (number, event.start))
        self.statements.append(Statement(number, person, event))

    def _is_quoted(self, number: int, place: int) -> bool:
        return any(
            quoted.inner_start <= place < quoted.inner_end
            and len(self._texts[number][quoted.inner_start : quoted.inner_end].split())
            >= _FEWEST_WORDS_PASSED_OVER
            for quoted in self._quoted[number]
        )

    def _speaker_of(self, number: int, event: Attribution) -> Person | None:
        if number < 0:
            return self.roster.known(number, event.subject)
        if (topic := self._topic(number, event)) is not None:
            return self.roster.resolve(number, topic)[0]
        person, ambiguous = self.roster.resolve(number, event.subject)
        if person is None and event.subject.end > event.subject.start:
            person = self._named_before(number, event.start)  # «سموه»: nobody has spoken yet
        if person is not None and ambiguous:
            person.unsure = True
        return person

    def _topic(self, number: int, event: Attribution) -> Mention | None:
        """The person a paragraph has told of so far, whom a pronoun in it means."""
        if event.subject.kind is not MentionKind.PRONOUN:
            return None
        if event.how is not How.VERB:
            return None
        text = self._texts[number]
        named = [
            mention
            for mention in self._heard[number].mentions
            if mention.end <= event.start and mention.kind is MentionKind.NAMED
        ]
        since = [s for s in self.statements if s.number == number]
        if not named or (since and since[-1].attribution.start > named[-1].start):
            return None
        opens = text[: named[-1].start].rstrip()[-1:] in {"", ".", "!", "?", "”", "»", '"'}
        return named[-1] if opens or (len(named) == 1 and not since) else None

    def _deliver(self, number: int, event: Delivery) -> None:
        subject = self.roster.last
        principal = self._meant(number, event.principal) if event.principal else None
        principal = principal or self._told_of(number, event) or subject
        if event.reader is None:
            if event.principal is not None and principal is not None:
                principal.speaks = True
                self.roster.spoke(principal, (number, event.start))
            return
        reader = self._meant(number, event.reader)
        if principal is None or reader is None or reader is principal:
            return
        if not event.speaks:
            self._acting.append((reader, principal))
            return
        reader.speaks = principal.speaks = True
        reader.reads_for = principal
        if event.reader.possessive and not reader.organisation:
            reader.organisation = principal.organisation
        if reader is not subject:
            acting = reader if event.reader_acts else principal
            self.roster.spoke(acting, (number, event.start))

    def _named_before(self, number: int, place: int) -> Person | None:
        """The person named with a title in this paragraph or the one before it."""
        for at in (number, number - 1):
            told = (
                [
                    mention
                    for mention in self._heard[at].mentions
                    if mention.kind is MentionKind.NAMED
                    and (mention.title or mention.honorific)
                    and (at < number or mention.end <= place)
                ]
                if at in self._heard
                else []
            )
            if told:
                return self._meant(at, told[0])
        return None

    def _told_of(self, number: int, event: Delivery) -> Person | None:
        """Whose words a reader delivers where a text has told of one person without a verb."""
        said_here = any(s.number == number for s in self.statements)
        if said_here or event.principal is not None:
            return None
        before = [
            mention
            for mention in self._heard[number].mentions
            if mention.end <= event.start and mention.kind is MentionKind.NAMED
        ]
        return self._meant(number, before[-1]) if before else None

    def _meant(self, number: int, mention: Mention) -> Person | None:
        return self.roster.resolve(number, mention)[0]

    # -- quotations

    def _read_quotations(
        self,
        number: int,
        resolved: Mapping[Attribution, Person],
        verdict: Verdict | None,
        speaker: Person | None,
    ) -> tuple[Verdict | None, Person | None]:
        """Judge the stretches of one text; the last verdict goes on into the next one."""
        quoted = self._outermost(number)
        self._sign(number, resolved)
        judge = Judge(self._texts[number], self._language, quoted, tuple(resolved))
        before: Verdict | None = None
        carried = self._carried(number)
        for stretch in quoted:
            if stretch.went_on and verdict is not None:
                current, by = verdict, speaker
            else:
                current = judge.verdict(stretch, before)
                by = resolved.get(current.said) if current.said else None
                if current.mark is Mark.QUOTATION and by is None:
                    by = carried if current.carried else self._subject_of_sentence(number, stretch)
            self._add(number, stretch, current, by)
            before, verdict, speaker = current, current, by
        return verdict, speaker

    def _subject_of_sentence(self, number: int, quoted: Quoted) -> Person | None:
        """The one a sentence names before words that no verb ties to anybody: a guess."""
        text = self._texts[number]
        for mention in reversed(self._heard[number].mentions):
            if mention.end <= quoted.start and mention.kind is MentionKind.NAMED:
                between = text[mention.end : quoted.start]
                told = (
                    not any(mark in between for mark in ".!?؟") and len(between) < _LONGEST_CLAUSE
                )
                return self.roster.known(number, mention) if told else None
        return None

    def _sign(self, number: int, resolved: Mapping[Attribution, Person]) -> None:
        """Give a quotation its speaker whom the line after it names behind a dash."""
        first = next(iter(resolved), None)
        if first is None or first.how is not How.LABEL or first.start > 0 or not self.said:
            return
        last = self.said[-1]
        if last.number == number - 1 and last.mark is Mark.QUOTATION:
            resolved[first].speaks = True
            self.said[-1] = replace(last, speaker=resolved[first], unsure=False)

    def _outermost(self, number: int) -> list[Quoted]:
        """The balanced stretches that stand in no other, and are not empty."""
        found: list[Quoted] = []
        for quoted in self._quoted[number]:
            inside = found and quoted.start < found[-1].end
            if quoted.is_balanced and not inside and quoted.inner_end > quoted.inner_start:
                found.append(quoted)
        return found

    def _carried(self, number: int) -> Person | None:
        """Who spoke last before a text, if that was in the paragraph right before it."""
        near = [s for s in self.statements if s.number == number - 1]
        return near[-1].speaker if near else None

    def _add(self, number: int, quoted: Quoted, verdict: Verdict, by: Person | None) -> None:
        mark = verdict.mark
        if mark is Mark.QUOTATION and by is not None:
            by.speaks = True
        unsure = verdict.unsure or (mark is Mark.QUOTATION and by is None)
        self.said.append(Said(number, quoted, mark, by, unsure))


def speaking(roster: Roster) -> Iterator[Person]:
    """Those who speak, in the order of their first mention."""
    yield from sorted((p for p in roster.people if p.speaks), key=lambda person: person.place)
