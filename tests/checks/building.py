"""Small releases for tests: a text in, a release out, with the places of its words."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import regex

from editor.checks import SEPARATOR, Checker, Finding, Profile
from editor.checks.speller import Speller
from editor.house import House, load_house
from editor.release.content import (
    DATELINE,
    HEADLINE,
    Block,
    BlockKind,
    Dateline,
    Embargo,
    Mark,
    Release,
    ReleaseKind,
    Span,
    Speaker,
    Text,
    Translated,
)
from editor.release.source import Piece, Source

OPEN, CLOSE = "⟦", "⟧"
_LINE = regex.compile(r"[^\n\r]+")
_PREFIXES = {
    "# ": BlockKind.SUBHEADING,
    "- ": BlockKind.LIST_ITEM,
    "§ ": BlockKind.BOILERPLATE,
}
HEADLINES = {"ar": "عنوان البيان", "en": "A headline", "fr": "Un titre"}
DATELINES = {
    "ar": ("جدة", "يونا", "جدة (يونا) – 4 أغسطس 2024"),
    "en": ("JEDDAH", "UNA", "JEDDAH (UNA) – 4 August 2024"),
    "fr": ("Djeddah", "UNA", "Djeddah (UNA) – 4 août 2024"),
}
Place = tuple[int, int] | str


@cache
def house() -> House:
    """The house style that tests check against."""
    return load_house("oic")


@dataclass(frozen=True)
class Read:
    """A text as it was read."""

    release: Release
    source: Source


@dataclass(frozen=True)
class Example:
    """A release as a text, with what reading it would find.

    Attributes:
        text: The body: a line a block; "# " begins a subheading, "- " a list item,
            "§ " the paragraph about the organisation.
        headline: The line above it, "" for none.
        dateline: The line between them, "" for none, with the place and source that it holds.
        embargo: The moment before which nothing may go out.
        headline_speaker: The id of the speaker before the colon of the headline, "" for none.
        speakers: The ids and names of speakers.
        quotations: Words in the body that are a quotation, with the speaker's id or "".
        places: What ⟦ and ⟧ enclosed, in offsets of `whole`.
    """

    text: str
    language: str = "ar"
    headline: str = ""
    dateline: str = ""
    place: str = ""
    source: str = ""
    date: dt.date | None = None
    end_mark: bool = True
    kind: ReleaseKind = ReleaseKind.PRESS_RELEASE
    reference: str = "N 1"
    embargo: dt.datetime | None = None
    hijri_shift: int = 0
    headline_speaker: str = ""
    speakers: tuple[tuple[str, str], ...] = ()
    quotations: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[int, int], ...] = field(default=(), compare=False)

    @property
    def whole(self) -> str:
        """The source text."""
        return "\n\n".join(part for part in (self.headline, self.dateline, self.text) if part)

    def read(self, text: str | None = None) -> Read:
        """The release in its text, or in one that was made from it by fixes."""
        source = self.whole if text is None else text
        fields: dict[str, Text] = {}
        pieces: dict[str, tuple[Piece, ...]] = {}
        at = 0
        for where, words in ((HEADLINE, self.headline), (DATELINE, self.dateline)):
            if words:
                end = source.index("\n\n", at)
                fields[where] = Text(source[at:end])
                pieces[where] = (Piece(0, at, end - at),)
                at = end + 2
        blocks = tuple(self._blocks(source, at, pieces))
        dateline = fields.get(DATELINE, Text()).words
        language = self.language
        release = Release(
            id="r",
            language=language,
            languages=(language,),
            kind=self.kind,
            reference=self.reference,
            embargo=Embargo(self.embargo, "Asia/Riyadh") if self.embargo else None,
            headline_speaker=self.headline_speaker or None,
            headline=_in(language, fields.get(HEADLINE)),
            dateline=Dateline(
                places=_in(language, self.place),
                sources=_in(language, self.source),
                date=self.date,
                hijri_shift=self.hijri_shift,
                written=_in(language, dateline),
            ),
            blocks=blocks,
            speakers=(
                *(Speaker(name) for _, name in self.quotations if name),
                *(Speaker(name, _in(language, words)) for name, words in self.speakers),
            ),
            end_mark=self.end_mark,
        )
        return Read(release, Source(source, pieces=pieces))

    def _blocks(self, text: str, at: int, pieces: dict[str, tuple[Piece, ...]]) -> Iterator[Block]:
        kinds = iter([BlockKind.LEAD])
        for match in _LINE.finditer(text, at):
            words = match[0].strip()
            if not words:
                continue
            start = match.start() + match[0].index(words[0])
            kind = _PREFIXES.get(words[:2])
            if kind is not None:
                words, start = words[2:], start + 2
            block = f"b{len(pieces)}"
            pieces[block] = (Piece(0, start, len(words)),)
            kind = kind or next(kinds, BlockKind.PARAGRAPH)
            spans = tuple(self._spans(words))
            yield Block(block, kind, _in(self.language, Text(words, spans)))

    def _spans(self, words: str) -> Iterator[Span]:
        for quoted, speaker in self.quotations:
            if (at := words.find(quoted)) >= 0:
                yield Span(at, at + len(quoted), Mark.QUOTATION, speaker)


def _in(language: str, value: Any) -> Translated[Any]:
    return Translated({language: value}) if value else Translated()


def example(text: str, language: str = "ar", **given: Any) -> Example:
    """A release that has everything, with this text; ⟦ ⟧ enclose what a rule should see."""
    place, source, dateline = DATELINES[language]
    usual = {
        "headline": HEADLINES[language],
        "dateline": dateline,
        "place": place,
        "source": source,
        "date": dt.date(2024, 8, 4),
    }
    if given.get("dateline") == "":
        usual |= {"place": "", "source": "", "date": None}
    marked = Example(text, language, **(usual | given))
    places = tuple(_places(marked.whole))
    plain = {name: _plain(getattr(marked, name)) for name in ("text", "headline", "dateline")}
    return replace(marked, places=places, **plain)


def _plain(text: str) -> str:
    return text.replace(OPEN, "").replace(CLOSE, "")


def _places(marked: str) -> Iterator[tuple[int, int]]:
    opened = 0
    for removed, match in enumerate(regex.finditer(f"[{OPEN}{CLOSE}]", marked)):
        at = match.start() - removed
        if match[0] == OPEN:
            opened = at
        else:
            yield opened, at


@dataclass(frozen=True)
class Words:
    """A speller by the few words it does not know, with the near words it knows.

    Attributes:
        accepted: The words that a person has accepted.
    """

    not_known: Mapping[str, Sequence[str]]
    accepted: frozenset[str] = frozenset()

    def has_dictionary(self, _language: str) -> bool:
        """It knows every language."""
        return True

    def unknown(self, words: Collection[str], _language: str) -> dict[str, tuple[str, ...]]:
        """The words among these that it does not know."""
        return {word: tuple(self.not_known[word]) for word in words if word in self.not_known}

    def accepts(self, word: str) -> bool:
        """Whether a word is one of the accepted ones."""
        return word in self.accepted


def check(
    read: Read,
    style: House | None = None,
    profiles: Iterable[Profile] = (),
    speller: Speller | None = None,
) -> tuple[Finding, ...]:
    """The findings of a text that was read, by the default profile and others."""
    checker = Checker(style or house(), profiles=tuple(profiles), speller=speller)
    return checker.check(read.release, read.source)


def place_of(finding: Finding, source: Source) -> Place:
    """Where a finding stands in the source text; the name of a text that is not in it."""
    if finding.where == SEPARATOR:
        return finding.start, finding.end
    return source.locate(finding.where, finding.start, finding.end) or finding.where


def places_of(findings: Iterable[Finding], source: Source, rule: str) -> list[Place]:
    """Where the findings of a rule stand."""
    found = [place_of(finding, source) for finding in findings if finding.rule == rule]
    return sorted(found, key=str)


def with_rules(rules: Mapping[str, Mapping[str, object]]) -> House:
    """The house with other settings of rules."""
    import msgspec  # noqa: PLC0415 - the one test value made by hand

    return msgspec.structs.replace(house(), rules=rules)


def without_noise(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    """The rules and words of findings, as they are compared before and after a fix."""
    return sorted((finding.rule, finding.text) for finding in findings)
