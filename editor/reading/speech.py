"""Who says something where: verbs of speaking with their subjects, in each language."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from editor.reading.mentions import Mention


class How(StrEnum):
    """How the words are tied to the one who spoke them."""

    VERB = "verb"
    PARTICIPLE = "participle"
    ACCORDING_TO = "according to"
    LABEL = "label"  # a name with a colon, or after a dash behind the words
    SPEECH = "speech"  # «كلمة الوزير»: the one whose speech was given


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something that somebody is said to have said.

    Attributes:
        how: How it is told.
        start: The first code point of the verb, or of what stands for it.
        end: One past its last code point.
        subject: The mention of the one who spoke; a pronoun where nobody is named.
        complements: What stands before the words said: «أن», «إلى», "that".
    """

    how: How
    start: int
    end: int
    subject: Mention
    complements: tuple[tuple[int, int], ...] = ()

    @property
    def first(self) -> int:
        """Where it begins, its subject included."""
        return min(self.start, self.subject.start)

    @property
    def last(self) -> int:
        """Where it ends, its subject included."""
        return max(self.end, self.subject.end)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Words of one person that another delivered.

    Attributes:
        start: The first code point of what tells so: «ألقاها نيابة عنه», "on behalf of".
        end: One past its last code point.
        reader: The mention of the one who delivered them, or None: the subject of the sentence.
        principal: The mention of the one whose words they are, or None: the subject.
        speaks: Whether the sentence tells of speaking, and not of acting for somebody.
        reader_acts: Whether the reader is the one the sentence tells of, and goes on speaking.
    """

    start: int
    end: int
    reader: Mention | None
    principal: Mention | None
    reader_acts: bool = False
    speaks: bool = True


def without_echoes(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Attributions in order, without a label that only repeats the subject of a verb."""
    ordered = sorted(found, key=lambda each: each.start)
    subjects = {s.subject.end for s in ordered if s.how is not How.LABEL}
    return tuple(s for s in ordered if s.how is not How.LABEL or s.subject.end not in subjects)


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything about speaking that was found in one text, each in order."""

    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
