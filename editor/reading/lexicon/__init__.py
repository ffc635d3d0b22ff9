"""What the reader knows of each language: tables of words, a file per language.

The tables are data for linguists to mend; see the comments in them. Words are compared in the
form that `editor.reading.words.fold` gives them.
"""

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import cast

from editor.reading.words import Phrases, fold, phrase


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb of speaking.

    Attributes:
        takes: What stands before the words that were said, as folded tokens; longest first.
        only_with: Words of which one must follow, for a form that is also another word.
        is_participle: Whether its subject is the one of the clause before.
        feminine: Whether its form tells that a woman speaks, or None where it does not tell.
    """

    takes: tuple[tuple[str, ...], ...] = ()
    only_with: frozenset[str] = frozenset()
    is_participle: bool = False
    feminine: bool | None = None


class Lexicon:
    """The tables of one language."""

    def __init__(self, language: str) -> None:
        path = Path(__file__).with_name(f"{language}.toml")
        self._data = tomllib.loads(path.read_text(encoding="utf-8"))
        self._sets: dict[str, frozenset[str]] = {}
        self._exact: dict[str, frozenset[str]] = {}
        self._phrases: dict[str, Phrases] = {}
        self.language = language

    def listed(self, table: str) -> list[str]:
        """A table as it is written, ``furniture.contact`` for one inside another."""
        node: object = self._data
        for part in table.split("."):
            node = cast("dict[str, object]", node)[part]
        return cast("list[str]", node)

    def words(self, table: str) -> frozenset[str]:
        """A table as a set of folded words or phrases."""
        if table not in self._sets:
            self._sets[table] = frozenset(fold(entry) for entry in self.listed(table))
        return self._sets[table]

    def exact(self, table: str) -> frozenset[str]:
        """A table as a set of words with their capitals."""
        if table not in self._exact:
            self._exact[table] = frozenset(self.listed(table))
        return self._exact[table]

    def phrases(self, table: str, *, exact: bool = False) -> Phrases:
        """A table as phrases to look for among tokens; exact ones keep their capitals."""
        if table not in self._phrases:
            self._phrases[table] = Phrases(self.listed(table), self.language, exact=exact)
        return self._phrases[table]

    def kinds(self) -> dict[str, frozenset[str]]:
        """What each kind of release is called, by the value of `ReleaseKind`."""
        tables = cast("dict[str, list[str]]", self._data["furniture"]["kinds"])
        return {kind: frozenset(fold(name) for name in names) for kind, names in tables.items()}

    @cached_property
    def arabic_verbs(self) -> dict[str, Verb]:
        """The forms of the verbs of speaking in Arabic, without «و» and «ف» before them."""
        forms: dict[str, Verb] = {}
        for entry in cast("list[dict[str, object]]", self._data["verbs"]):
            forms.update(_arabic_forms(entry))
        return forms


def _arabic_forms(entry: dict[str, object]) -> dict[str, Verb]:
    past, present = cast("str", entry["past"]), cast("str", entry["present"])
    participle = fold(cast("str", entry["participle"]))
    takes = sorted((phrase(each) for each in cast("list[str]", entry["takes"])), key=len)[::-1]
    only_with = frozenset(fold(each) for each in cast("list[str]", entry.get("only_with", [])))
    he = Verb(tuple(takes), only_with)
    she = Verb(tuple(takes), only_with, feminine=True)
    they = Verb(tuple(takes), only_with, is_participle=True)
    stem = fold(past)
    forms = {stem: he, fold(cast("str", entry.get("feminine", past + "ت"))): she}
    forms |= {stem + "ا": he, stem + "وا": he, stem + "تا": she}
    if present:
        forms |= {fold(present): he, "ت" + fold(present)[1:]: she, "س" + fold(present): he}
    if participle:
        bare = participle.removesuffix("ا")
        forms |= {participle: they, bare + "ه": they, bare + "ين": they}
    return {form: verb for form, verb in forms.items() if form}


@cache
def lexicon(language: str) -> Lexicon:
    """The tables of a language ("ar", "en" or "fr")."""
    return Lexicon(language)


@cache
def places(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names of cities and of countries in a language, folded."""
    path = Path(__file__).parents[1] / "places.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return (
        frozenset(fold(name) for name in data["cities"][language]),
        frozenset(fold(name) for name in data["countries"][language]),
    )
