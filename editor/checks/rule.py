"""A rule as a small callable value: its name, its weight, where it applies and what it looks for.

A rule's function is given a `Passage` (scope "text": one text by itself) or a `Document` (the
release as a whole) and the rule's settings, and yields hits. Its sentences are in
`resources/messages/<language>/rules.toml` under its id; its examples, which are its tests, in
`rules/examples/<id>.toml`; its tables of words in `rules/tables/`.

Every rule knows the settings ``enabled`` and ``severity`` beside its own; a house gives them in
`house.rules["TYP-01"]`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.stages import stages_of
from editor.release.content import Status

S = TypeVar("S")
ALL_LANGUAGES = ("ar", "en", "fr")


class Scope(StrEnum):
    """What a rule reads at a time."""

    TEXT = "text"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting that takes one of some words, the first unless a house says otherwise."""

    words: tuple[str, ...]


Option: TypeAlias = bool | int | Choice


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one rule, complete: the house's where it gives them."""

    values: Mapping[str, object]

    def flag(self, name: str) -> bool:
        """A setting that is on or off."""
        return self.values[name] is True

    def number(self, name: str) -> int:
        """A setting that counts.

        Raises:
            TypeError: It does not.
        """
        value = self.values[name]
        if not isinstance(value, int):
            raise TypeError(name)
        return value

    def word(self, name: str) -> str:
        """A setting that takes one of some words."""
        return str(self.values[name])


Look: TypeAlias = Callable[[S, Settings], Iterable[Hit]]


@dataclass(frozen=True, slots=True, repr=False)
class Rule(Generic[S]):
    """One rule of the catalogue.

    Attributes:
        id: Its id in the catalogue, for example ``TYP-01``.
        severity: How much its findings matter.
        scope: What it reads at a time.
        look: Its function.
        languages: The codes of the languages it knows.
        options: Its own settings with what they are by default.
        stages: The severity at a status of the release, where it differs.
        profile: What it belongs to; it runs where that is asked for, unless a house says otherwise.
    """

    id: str
    severity: Severity
    scope: Scope
    look: Look[S]
    languages: tuple[str, ...] = ALL_LANGUAGES
    options: Mapping[str, Option] = field(default_factory=dict)
    stages: Mapping[Status, Severity] = field(default_factory=dict)
    profile: Profile = Profile.DEFAULT

    def __call__(self, subject: S, settings: Settings) -> Iterable[Hit]:
        """What the rule sees."""
        return self.look(subject, settings)

    def __repr__(self) -> str:
        return f"<rule {self.id}: {self.severity}, {self.scope}, {' '.join(self.languages)}>"


def text_rule(
    rule_id: str,
    severity: Severity,
    languages: tuple[str, ...] = ALL_LANGUAGES,
    options: Mapping[str, Option] | None = None,
    profile: Profile = Profile.DEFAULT,
) -> Callable[[Look[Passage]], Rule[Passage]]:
    """Make a rule of a function that looks at one text."""
    stages = stages_of(rule_id)

    def make(look: Look[Passage]) -> Rule[Passage]:
        own = options or {}
        return Rule(rule_id, severity, Scope.TEXT, look, languages, own, stages, profile)

    return make


def document_rule(
    rule_id: str,
    severity: Severity,
    languages: tuple[str, ...] = ALL_LANGUAGES,
    options: Mapping[str, Option] | None = None,
    profile: Profile = Profile.DEFAULT,
) -> Callable[[Look[Document]], Rule[Document]]:
    """Make a rule of a function that looks at a whole release in one language."""
    stages = stages_of(rule_id)

    def make(look: Look[Document]) -> Rule[Document]:
        own = options or {}
        return Rule(rule_id, severity, Scope.DOCUMENT, look, languages, own, stages, profile)

    return make
