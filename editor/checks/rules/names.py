"""Names made with عبد, written in one word or in two (ORT-05)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from editor.checks.document import Document
from editor.checks.findings import Fix, Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Choice, Settings, document_rule
from editor.checks.tables import table
from editor.text.arabic import bare, is_sign
from editor.text.segments import Word

_SERVANT = "عبد"
_PREFIXES = ("", "و", "ف", "ل", "ب", "ك", "ول", "وب")
SOLID, SPACED = "solid", "spaced"


@dataclass(frozen=True, slots=True)
class _Name:
    """A name with عبد in a text, without what is written before it in one word."""

    passage: Passage
    start: int
    end: int
    form: str

    @property
    def written(self) -> str:
        return self.passage.words[self.start : self.end]


@document_rule("ORT-05", Severity.WARNING, ("ar",), {"form": Choice(("majority", SPACED, SOLID))})
def compound_names(document: Document, settings: Settings) -> Iterator[Hit]:
    """عبدالله beside عبد العزيز: one release writes such names in one way.

    Setting `form`: which way; by default the one it uses more often. A person in the directory is
    written as there.
    """
    found = [name for passage in document.passages for name in passage.once(_names_in)]
    solid = sum(name.form == SOLID for name in found)
    spaced = len(found) - solid
    if not solid or not spaced:
        return
    form = settings.word("form")
    if form == "majority":
        form = SOLID if solid > spaced else SPACED
    official = _official_names(document)
    for name in found:
        people = official.get(name.passage.where, ())
        if name.form != form and not any(bare(name.written) in person for person in people):
            yield _hit(name)


def _official_names(document: Document) -> dict[str, list[str]]:
    """The names of the directory with عبد that each passage has in full."""
    names = [bare(person.names.get("ar", "")) for person in document.house.people]
    names = [name for name in names if _SERVANT in name]
    return {
        passage.where: [name for name in names if name in passage.bare_words]
        for passage in document.passages
    }


def _hit(name: _Name) -> Hit:
    written = name.written
    split = _after(Word(0, len(written), written), len(_SERVANT))
    rest = written[split:].lstrip()
    right = f"{written[:split]} {rest}" if name.form == SOLID else f"{written[:split]}{rest}"
    fix: Fix = name.passage.fix(name.start, name.end, right, safe=True)
    return name.passage.hit(name.start, name.end, fix, values={"right": right}, group="ORT-05")


def _names_in(passage: Passage) -> list[_Name]:
    return list(_find_names(passage))


def _find_names(passage: Passage) -> Iterator[_Name]:
    tokens, forms = passage.tokens, passage.forms
    for index, (word, form) in enumerate(zip(tokens, forms, strict=True)):
        if (skipped := _solid_forms().get(form)) is not None:
            yield _Name(passage, _after(word, skipped), word.end, SOLID)
        elif (skipped := _first_words().get(form)) is not None and index + 1 < len(tokens):
            following = tokens[index + 1]
            parted = passage.words[word.end : following.start].isspace()
            if parted and forms[index + 1] in _names_of_servants():
                yield _Name(passage, _after(word, skipped), following.end, SPACED)


def _after(word: Word, letters: int) -> int:
    """The place in the text after some letters of a word and the signs over them."""
    place = 0
    while letters or is_sign(word.text[place]):
        letters -= bare(word.text[place]) != ""
        place += 1
    return word.start + place


@cache
def _names_of_servants() -> frozenset[str]:
    return frozenset(table("names")["servant_of"])


@cache
def _solid_forms() -> dict[str, int]:
    """Every name in one word, with the length of what is written before it."""
    names = _names_of_servants()
    return {f"{p}{_SERVANT}{name}": len(p) for name in names for p in _PREFIXES}


@cache
def _first_words() -> dict[str, int]:
    return {prefix + _SERVANT: len(prefix) for prefix in _PREFIXES}
