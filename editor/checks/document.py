"""A release in one language, as the rules for a whole document read it."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

from editor.checks.passage import Passage
from editor.checks.speller import Speller
from editor.checks.vocabulary import Vocabulary, words_of_months, words_of_speakers
from editor.house.style import House, Wording
from editor.release.content import (
    DATELINE,
    EMPTY,
    FIELDS,
    HEADLINE,
    PLACE,
    SOURCE,
    SUBHEADLINE,
    Block,
    Mark,
    Release,
    Text,
)
from editor.release.source import Source
from editor.text.quotes import Quoted, find_quoted_across

T = TypeVar("T")


class Document:
    """The passages of a release in one language, with what surrounds them.

    Attributes:
        release: The release.
        language: The code of the language it is read in.
        house: The house style.
        source: The text it was read from; None for another language or a release without one.
        passages: Every text there is: headline, dateline, blocks, in order.
        speller: Who knows words; None where nobody does.
        house_words: The words of the house's names and terms; see `vocabulary`.
    """

    def __init__(
        self,
        release: Release,
        language: str,
        house: House,
        source: Source | None,
        passages: Sequence[Passage],
        speller: Speller | None = None,
        house_words: frozenset[str] = frozenset(),
    ) -> None:
        self.release = release
        self.language = language
        self.house = house
        self.source = source if language == release.language else None
        self.passages = tuple(passages)
        self.speller = speller
        self.house_words = house_words
        self._kept: dict[str, list[tuple[int, int]]] = {}
        self._made: dict[object, Any] = {}

    @property
    def is_original(self) -> bool:
        """Whether this is the language the release was written in."""
        return self.language == self.release.language

    @property
    def wording(self) -> Wording | None:
        """What the house prints in this language; None if it does not write in it."""
        return self.house.wording.get(self.language)

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The passages of blocks."""
        return tuple(passage for passage in self.passages if not passage.is_field)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each field and block in the order of reading."""
        names = [*FIELDS, *(block.id for block in self.release.blocks)]
        return {where: place for place, where in enumerate(names)}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that are known without a dictionary: of the house, the speakers, the person."""
        words = self.names | self.house_words | words_of_months(self.language)
        return Vocabulary(words, self.speller)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every part of the names of the release's speakers, bare and in small letters."""
        return words_of_speakers(self.release.speakers, self.language)

    @cached_property
    def starts(self) -> list[tuple[int, int]]:
        """Where each text begins in the source, with its place in the order of reading."""
        pieces = self.source.pieces if self.source is not None else {}
        return sorted(
            (found[0].source_start, self.order[where])
            for where, found in pieces.items()
            if found and where in self.order
        )

    @cached_property
    def quoted(self) -> dict[str, tuple[Quoted, ...]]:
        """The quoted stretches of each passage, those that run over several blocks tied."""
        fields = {p.where: p.quoted for p in self.passages if p.is_field}
        across = find_quoted_across([passage.words for passage in self.body], self.language)
        return fields | {p.where: found for p, found in zip(self.body, across, strict=True)}

    def kept(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """The stretches of a passage that nothing changes without a person looking.

        They are what is quoted, whether marked as a quotation or only standing between marks, and
        web and e-mail addresses.
        """
        yield from passage.addresses
        yield from ((span.start, span.end) for span in passage.marked(Mark.QUOTATION))
        for quoted in self.quoted[passage.where]:
            if quoted.is_balanced or quoted.close is None:
                yield quoted.inner_start, quoted.inner_end

    def once(self, work_out: "Callable[[Document], T]") -> T:
        """What several rules need of this document, made once."""
        if work_out not in self._made:
            self._made[work_out] = work_out(self)
        made: T = self._made[work_out]
        return made

    def is_kept(self, passage: Passage, start: int, end: int) -> bool:
        """Whether something in a passage is quoted, or in an address."""
        if passage.where not in self._kept:
            self._kept[passage.where] = merged(self.kept(passage))
        stretches = self._kept[passage.where]
        index = bisect_left(stretches, (end, -1)) - 1
        return index >= 0 and start < stretches[index][1]


def merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that overlap or touch made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def texts_to_check(release: Release, language: str) -> Iterator[tuple[str, Block | Text]]:
    """Every text of a release in a language that is not empty, fields as texts.

    A dateline is checked as it was written; once its parts were edited, part by part.
    """
    dateline = release.dateline
    written = dateline.written.get(language, "")
    fields = [
        (HEADLINE, release.headline.get(language, EMPTY)),
        (SUBHEADLINE, release.subheadline.get(language, EMPTY)),
        (DATELINE, Text(written)),
        (PLACE, Text("" if written else dateline.places.get(language, ""))),
        (SOURCE, Text("" if written else dateline.sources.get(language, ""))),
    ]
    yield from ((where, text) for where, text in fields if text.words)
    yield from ((block.id, block) for block in release.blocks if block.text(language).words)
