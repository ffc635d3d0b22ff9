"""The speakers of a record.

Map ``people`` holds flat keys, ``<id>.<part>.<language>`` for the words, ``<id>.reads_for``,
``.order``, ``.gone`` and ``.unsure``: the last writer wins key by key, as a name is chosen whole
and not typed together. Map ``born`` holds ``speaker/<id>``: the order a speaker began with.
"""

import secrets
from collections.abc import Mapping

from editor.release import order
from editor.release.content import Mark, Span, Speaker, Translated
from editor.release.contents import BORN, META, PEOPLE
from editor.release.errors import RecordError
from editor.release.fingerprint import VISIBLE, fingerprint
from editor.release.record import Record
from editor.release.undo import Step
from editor.release.words import clean, require_language

PARTS = ("name", "honorific", "title", "organisation")
_BIRTH = "speaker/"


def bear(record: Record, speaker: str, place: str) -> None:
    """Make a speaker of this id at a place in the order; inside a step."""
    record.put(BORN, _BIRTH + speaker, place)
    record.put(PEOPLE, f"{speaker}.gone", VISIBLE)


class Speakers:
    """The speakers of one record."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._contents = record.contents
        self._values = record.contents.people
        self._births = record.contents.born
        self._seen: tuple[int, tuple[Speaker, ...]] = (-1, ())

    # Reading

    def all(self) -> tuple[Speaker, ...]:
        """The speakers in order; one that did not change is the same object as before."""
        version, speakers = self._seen
        if version != self._contents.people_version:
            known = {speaker.id: speaker for speaker in speakers}
            read = tuple(self._read_all())
            speakers = tuple(known.get(s.id, s) if known.get(s.id) == s else s for s in read)
            self._seen = (self._contents.people_version, speakers)
        return speakers

    def require(self, speaker: str | None) -> None:
        """Refuse an id that is no speaker's; None stands for nobody.

        Raises:
            RecordError: There is no such speaker.
        """
        if speaker is not None and all(one.id != speaker for one in self.all()):
            raise RecordError("record.unknown_speaker", speaker=speaker)

    # Edits, each one step

    def add(
        self,
        language: str | None = None,
        *,
        name: str = "",
        honorific: str = "",
        title: str = "",
        organisation: str = "",
    ) -> str:
        """Make a speaker, described in a language (the original, if none); returns the id."""
        language = language or self._contents.language
        parts = _cleaned(language, name, honorific, title, organisation)
        with self._record.step(Step.SPEAKER):
            known = self.all()
            last = self._order(known[-1].id) if known else None
            speaker = secrets.token_hex(6)
            bear(self._record, speaker, order.between(last, None) or "")
            self._put(speaker, language, parts)
        return speaker

    def describe(
        self,
        speaker: str,
        *,
        language: str,
        name: str | None = None,
        honorific: str | None = None,
        title: str | None = None,
        organisation: str | None = None,
    ) -> None:
        """Describe a speaker in a language; None leaves a part as it is.

        Raises:
            RecordError: There is no such speaker or language, or the words cannot be kept.
        """
        self.require(speaker)
        parts = _cleaned(language, name, honorific, title, organisation)
        with self._record.step(Step.SPEAKER):
            self._put(speaker, language, parts)

    def set_reads_for(self, speaker: str, other: str | None) -> None:
        """Say whose words a speaker delivered, if another's.

        Raises:
            RecordError: There is no such speaker, or they are the same.
        """
        self.require(speaker)
        self.require(other)
        if other == speaker:
            raise RecordError("record.reads_for_oneself", speaker=speaker)
        with self._record.step(Step.SPEAKER):
            self._alter(speaker, f"{speaker}.reads_for", other)

    def set_headline_speaker(self, speaker: str | None) -> None:
        """Say who is named before the colon of the headline, if anyone.

        Raises:
            RecordError: There is no such speaker.
        """
        self.require(speaker)
        with self._record.step(Step.FIELD):
            self._record.put(META, "headline_speaker", speaker)
            self._record.confirm("headline_speaker")

    def remove(self, speaker: str) -> None:
        """Take a speaker out; what they said is left to nobody named.

        Raises:
            RecordError: There is no such speaker.
        """
        self.require(speaker)
        with self._record.step(Step.SPEAKER):
            for where, language in tuple(self._contents.places()):
                self._record.revalue(where, language, Span(0, 0, Mark.QUOTATION, speaker), "")
            for one in self.all():
                if one.reads_for == speaker:
                    self.set_reads_for(one.id, None)
            if self._contents.meta.get("headline_speaker") == speaker:
                self.set_headline_speaker(None)
            self._record.put(PEOPLE, f"{speaker}.gone", self._fingerprint(speaker))

    def set_unsure(self, speaker: str, *, unsure: bool) -> None:
        """Say whether something about a speaker is a guess; inside a step."""
        if unsure is not (self._values.get(f"{speaker}.unsure") is True):
            self._record.put(PEOPLE, f"{speaker}.unsure", unsure)

    # Private

    def _put(self, speaker: str, language: str, parts: Mapping[str, str | None]) -> None:
        for part, words in parts.items():
            key = f"{speaker}.{part}.{language}"
            if words is not None and words != self._values.get(key, ""):
                self._alter(speaker, key, words)

    def _alter(self, speaker: str, key: str, value: str | None) -> None:
        """Set a value, and show the speaker for good, with no doubt left."""
        if value != self._values.get(key):
            self._record.put(PEOPLE, key, value)
            self.set_unsure(speaker, unsure=False)
            self._record.put(PEOPLE, f"{speaker}.gone", VISIBLE)

    def _read_all(self) -> list[Speaker]:
        ids = [key.removeprefix(_BIRTH) for key in self._births if key.startswith(_BIRTH)]
        ids = [
            one
            for _, one in sorted((self._order(one), one) for one in ids)
            if not self._hidden(one)
        ]
        return [self._speaker(one, ids) for one in ids]

    def _speaker(self, speaker: str, ids: list[str]) -> Speaker:
        words: dict[str, dict[str, str]] = {part: {} for part in PARTS}
        for part, language, said in self._words(speaker):
            words[part][language] = said
        other = self._values.get(f"{speaker}.reads_for")
        return Speaker(
            speaker,
            names=Translated(words["name"]),
            honorifics=Translated(words["honorific"]),
            titles=Translated(words["title"]),
            organisations=Translated(words["organisation"]),
            reads_for=other if other in ids else None,
            unsure=self._values.get(f"{speaker}.unsure") is True,
        )

    def _words(self, speaker: str) -> list[tuple[str, str, str]]:
        found = []
        for key, said in self._values.items():
            owner, _, rest = key.partition(".")
            part, _, language = rest.partition(".")
            if owner == speaker and part in PARTS and isinstance(said, str) and said:
                found.append((part, language, said))
        return found

    def _order(self, speaker: str) -> str:
        key = self._values.get(f"{speaker}.order") or self._births.get(_BIRTH + speaker)
        return key if isinstance(key, str) else ""

    def _hidden(self, speaker: str) -> bool:
        gone = self._values.get(f"{speaker}.gone")
        if gone is None:  # made, and the making undone
            return not self._words(speaker)
        return isinstance(gone, str) and gone == self._fingerprint(speaker)

    def _fingerprint(self, speaker: str) -> str:
        return fingerprint(
            (f"{part}.{language}", said) for part, language, said in self._words(speaker)
        )


def _cleaned(language: str, *parts: str | None) -> dict[str, str | None]:
    require_language(language)
    return dict(zip(PARTS, (words and clean(words) for words in parts), strict=True))
