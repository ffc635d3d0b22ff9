"""What rules report: findings, and the fixes that mend them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, runtime_checkable

from editor.messages import say

SEPARATOR = "separator"
"""The *where* of a finding between two blocks of a source text, in that text's own offsets."""

END_MARK = "end mark"
"""The *where* of an edit that closes a release without a source text; its words are the mark."""


class Severity(StrEnum):
    """How much a finding matters; an error keeps a release from being ready to send."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"
    NOTE = "note"

    def is_less_than(self, other: "Severity") -> bool:
        """Whether it matters less than another."""
        order = list(Severity)
        return order.index(self) > order.index(other)


@runtime_checkable
class Spoken(Protocol):
    """A value of a sentence that is itself said in the reader's language."""

    def say(self, language: str) -> str:
        """The value in words."""
        ...


@dataclass(frozen=True, slots=True)
class Listed:
    """Things named one after the other: "place, source and date".

    Attributes:
        keys: Their sentences' keys below ``rules.``, for example ``parts.date``.
    """

    keys: tuple[str, ...]

    def say(self, language: str) -> str:
        """The names joined as the language joins them."""
        *first, last = (say(f"rules.{key}", language) for key in self.keys)
        if not first:
            return last
        return (
            say("rules.list.comma", language).join(first) + say("rules.list.and", language) + last
        )


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement of a stretch of a text.

    Attributes:
        where: The name of the text (a field or a block id), `SEPARATOR` or `END_MARK`.
        start: The first code point replaced.
        end: One past the last code point replaced.
        replacement: The words that take its place.
    """

    where: str
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a finding, as small as it can be.

    Attributes:
        edits: What changes; applied together.
        safe: Whether it may be taken without a person looking: no word changes, or there is only
            one right form.
        key: The sentence that names it in a menu, ``rules.<key>``; empty to show the replacement.
    """

    edits: tuple[Edit, ...]
    safe: bool
    key: str = ""

    def label(self, language: str) -> str:
        """What the fix is called in a menu."""
        replacement = self.edits[0].replacement if self.edits else ""
        return (
            say(f"rules.{self.key}", language, replacement=replacement) if self.key else replacement
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule saw at one place.

    Attributes:
        rule: The rule's id in the catalogue, for example ``TYP-01``.
        severity: How much it matters.
        language: The code of the language of the text it is in.
        where: The name of the text, `SEPARATOR`, or "" for the release as a whole.
        start: Its first code point there.
        end: One past its last code point there.
        text: The words it covers.
        values: What its sentence's placeholders take; a `Spoken` one is said in its language.
        fixes: Ways to mend it, the best first.
        group: Findings with one key are one matter seen in several places; "" stands alone.
        case: Which of the rule's sentences says it, where a rule has several.
    """

    rule: str
    severity: Severity
    language: str
    where: str
    start: int
    end: int
    text: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    fixes: tuple[Fix, ...] = ()
    group: str = ""
    case: str = "message"

    def message(self, language: str) -> str:
        """What is wrong, in one line."""
        return say(f"rules.{self.rule}.{self.case}", language, **self._said(language))

    def reason(self, language: str) -> str:
        """Why it matters, in one line."""
        return say(f"rules.{self.rule}.reason", language, **self._said(language))

    @property
    def safe_fix(self) -> Fix | None:
        """The fix that may be taken without looking, if there is one."""
        return next((fix for fix in self.fixes if fix.safe), None)

    def _said(self, language: str) -> dict[str, object]:
        values = {"text": self.text, **self.values}
        return {
            name: value.say(language) if isinstance(value, Spoken) else value
            for name, value in values.items()
        }
