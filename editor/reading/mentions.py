"""Mentions of people and offices: what the grammars of the languages find and the rest reads."""

from dataclasses import dataclass
from enum import StrEnum


class MentionKind(StrEnum):
    """How a speaker is mentioned."""

    NAMED = "named"  # a name, with or without honorific and title
    OFFICE = "office"  # a title alone
    PRONOUN = "pronoun"  # a pronoun, an honorific alone, or nobody: the one named before
    BODY = "body"  # an organisation


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a speaker in one text.

    Attributes:
        start: Its first code point, honorific and title included.
        end: One past its last code point.
        kind: How the speaker is mentioned.
        name: The name without honorific or title.
        honorific: What stands before the name.
        title: The office, as written, without an article before it in English and French.
        organisation: The body that the title names.
        feminine: Whether a woman is meant, or None where the words do not tell.
        possessive: Whether the title names the office by its holder's superior («رئيس ديوانه»).
        unsure: Whether the name was told from its place alone.
    """

    start: int
    end: int
    kind: MentionKind
    name: str = ""
    honorific: str = ""
    title: str = ""
    organisation: str = ""
    feminine: bool | None = None
    possessive: bool = False
    unsure: bool = False


def nobody(place: int, *, feminine: bool | None = None) -> Mention:
    """The subject of a verb that names none: the one who spoke before."""
    return Mention(place, place, MentionKind.PRONOUN, feminine=feminine)
