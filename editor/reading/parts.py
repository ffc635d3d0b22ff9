"""The parts of a text that is read: what will be the fields and blocks of a release."""

from dataclasses import dataclass, field
from datetime import date

from editor.reading.stretches import Stretch
from editor.release.content import BlockKind, Embargo, ReleaseKind
from editor.text.dates import Calendar, DateMention


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What a house style tells about its own texts, folded or as written.

    Attributes:
        issuers: Sources its datelines credit, folded.
        names: The names of the organisation, folded.
        end_marks: The end marks it uses, as written.
    """

    issuers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    end_marks: frozenset[str] = frozenset()


@dataclass(slots=True)
class Part:
    """One block of the release to be."""

    kind: BlockKind
    stretch: Stretch
    unsure: bool = False


@dataclass(slots=True)
class Parts:
    """The parts of a release, as found.

    Attributes:
        dates: The dates of the dateline, or of a line that states the date of issue.
        furniture: Stretches that say what the text is and stand in no field or block.
        unsure: The names of parts that were guessed.
    """

    headline: Stretch = field(default_factory=Stretch)
    subheadline: Stretch = field(default_factory=Stretch)
    dateline: Stretch = field(default_factory=Stretch)
    place: Stretch = field(default_factory=Stretch)
    source: Stretch = field(default_factory=Stretch)
    dates: tuple[DateMention, ...] = ()
    kind: ReleaseKind = ReleaseKind.PRESS_RELEASE
    reference: str = ""
    embargo: Embargo | None = None
    blocks: list[Part] = field(default_factory=list)
    furniture: list[Stretch] = field(default_factory=list)
    end_mark: bool = False
    unsure: set[str] = field(default_factory=set)

    @property
    def date(self) -> date | None:
        """The day of issue: the Gregorian date stated, else the one a Hijri date computes to."""
        days = sorted(self.dates, key=lambda mention: mention.calendar is Calendar.HIJRI)
        return next((day for mention in days if (day := mention.date()) is not None), None)
