"""The single values of a record, in the map ``meta``: the last writer wins value by value."""

import datetime as dt
from enum import StrEnum
from typing import TypeVar

from editor.release.content import DATELINE, Embargo, ReleaseKind, Status
from editor.release.contents import META, UNSURE
from editor.release.errors import RecordError
from editor.release.record import Record
from editor.release.undo import Step
from editor.release.words import clean, member, require_language

E = TypeVar("E", bound=StrEnum)

_LANGUAGES = "languages/"


class Fields:
    """The single values of one record; what a later version wrote and we cannot read is absent."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._values = record.contents.meta

    # Reading

    @property
    def id(self) -> str:
        """The release's own id."""
        return self._words("id")

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of all languages it is issued in, in the order they were added."""
        found = [
            (place, key.removeprefix(_LANGUAGES))
            for key, place in self._values.items()
            if key.startswith(_LANGUAGES) and isinstance(place, int | float)
        ]
        return tuple(code for _, code in sorted(found))

    @property
    def kind(self) -> ReleaseKind:
        """What is being issued."""
        return self._member("kind", ReleaseKind.PRESS_RELEASE)

    @property
    def status(self) -> Status:
        """How far it has come."""
        return self._member("status", Status.DRAFT)

    @property
    def reference(self) -> str:
        """Its reference number."""
        return self._words("reference")

    @property
    def headline_speaker(self) -> str | None:
        """The id of the speaker before the colon of the headline."""
        return self._words("headline_speaker") or None

    @property
    def date(self) -> dt.date | None:
        """The day it was issued."""
        try:
            return dt.date.fromisoformat(self._words("date"))
        except ValueError:
            return None

    @property
    def hijri_shift(self) -> int:
        """Days to add to the computed Hijri date."""
        shift = self._values.get("hijri_shift")
        return int(shift) if isinstance(shift, int | float) else 0

    @property
    def embargo(self) -> Embargo | None:
        """The moment before which nothing may be published."""
        match self._values.get("embargo"):
            case [str(until), str(zone)]:
                try:
                    return Embargo(dt.datetime.fromisoformat(until), zone)
                except ValueError:
                    return None
            case _:
                return None

    @property
    def end_mark(self) -> bool:
        """Whether the text that was read ended in an end mark."""
        return self._values.get("end_mark") is True

    @property
    def unsure(self) -> frozenset[str]:
        """The names of the fields that were read by a guess."""
        return frozenset(
            key.removeprefix(UNSURE)
            for key, doubt in self._values.items()
            if key.startswith(UNSURE) and doubt is True
        )

    # Edits

    def begin(self, release: str, language: str) -> None:
        """Set what never changes."""
        self._record.put(META, "id", clean(release))
        self._record.put(META, "language", language)

    def doubt(self, name: str) -> None:
        """Note that a field was read by a guess."""
        self._record.put(META, UNSURE + clean(name), value=True)

    def add_language(self, code: str) -> None:
        """Issue the release in one more language.

        Raises:
            RecordError: A release cannot be written in it.
        """
        require_language(code)
        languages = self.languages
        if code not in languages:
            last = self._values[_LANGUAGES + languages[-1]] if languages else 0
            self._set(_LANGUAGES + code, last + 1)

    def set_kind(self, kind: ReleaseKind) -> None:
        """Say what is being issued."""
        self._set("kind", member(ReleaseKind, kind).value)

    def set_status(self, status: Status) -> None:
        """Say how far the release has come."""
        self._set("status", member(Status, status).value)

    def set_reference(self, reference: str) -> None:
        """Set the reference number."""
        self._set("reference", clean(reference))

    def set_date(self, day: dt.date | None) -> None:
        """Set the day of issue; the dateline as it was written no longer holds, in any language."""
        with self._record.step(Step.FIELD):
            self._set("date", day.isoformat() if day else None)
            for code in tuple(self._record.contents.languages(DATELINE)):
                self._record.rewrite(DATELINE, code, "")

    def set_hijri_shift(self, days: int) -> None:
        """Set the days to add to the computed Hijri date."""
        self._set("hijri_shift", days)

    def set_embargo(self, embargo: Embargo | None) -> None:
        """Set the moment before which nothing may be published.

        Raises:
            RecordError: The moment does not say its offset, so it is no moment.
        """
        if embargo is not None and embargo.until.utcoffset() is None:
            raise RecordError("record.embargo_without_offset")
        self._set("embargo", [embargo.until.isoformat(), clean(embargo.zone)] if embargo else None)

    def set_end_mark(self, present: bool) -> None:  # noqa: FBT001  the method's name says what is true
        """Say whether the release ends in an end mark."""
        self._set("end_mark", present)

    # Private

    def _set(self, key: str, value: object) -> None:
        with self._record.step(Step.FIELD):
            self._record.put(META, key, value)
            self._record.confirm(key)

    def _words(self, key: str) -> str:
        words = self._values.get(key)
        return words if isinstance(words, str) else ""

    def _member(self, key: str, default: E) -> E:
        kinds = type(default)
        words = self._words(key)
        return kinds(words) if words in kinds.__members__.values() else default
