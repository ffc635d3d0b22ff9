"""A release in one language, as the rules for a whole document read it."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from editor.checks.passage import Passage
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


class Document:
    """The passages of a release in one language, with what surrounds them.

    Attributes:
        release: The release.
        language: The code of the language it is read in.
        house: The house style.
        source: The text it was read from; None for another language or a release without one.
        passages: Every text there is: headline, dateline, blocks, in order.
    """

    def __init__(
        self,
        release: Release,
        language: str,
        house: House,
        source: Source | None,
        passages: Sequence[Passage],
    ) -> None:
        self.release = release
        self.language = language
        self.house = house
        self.source = source if language == release.language else None
        self.passages = tuple(passages)

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
                start = quoted.inner_start if quoted.open is None else quoted.open + 1
                yield start, quoted.inner_end if quoted.close is None else quoted.close


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
