"""The catalogue: every rule there is, by what it reads at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from editor.checks.document import Document
from editor.checks.passage import Passage
from editor.checks.rule import Rule
from editor.checks.rules import (
    brands,
    dates,
    defective,
    direction,
    grammar,
    hamza,
    names,
    proxies,
    quotations,
    repeated,
    separators,
    spacing,
    spelling,
    structure,
    tanween,
    unknown,
)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Rules for one text, and rules for a whole document."""

    for_texts: tuple[Rule[Passage], ...]
    for_documents: tuple[Rule[Document], ...]

    def __iter__(self) -> Iterator[Rule[Any]]:
        yield from self.for_texts
        yield from self.for_documents


@cache
def all_rules() -> Catalogue:
    """Every rule of the program."""
    return Catalogue(
        for_texts=(
            structure.paragraph_without_stop,
            spacing.space_before_mark,
            spacing.no_space_after_mark,
            spacing.space_inside_brackets,
            spacing.exotic_space,
            direction.direction_control,
            grammar.compound_ordinal,
            defective.alef_after_root,
        ),
        for_documents=(
            structure.missing_headline,
            structure.missing_end_mark,
            structure.missing_dateline,
            structure.incomplete_dateline,
            separators.uneven_breaks,
            separators.surplus_spaces,
            dates.wrong_weekday,
            dates.impossible_date,
            proxies.unclear_proxy,
            quotations.unbalanced_marks,
            quotations.quotation_of_nobody,
            hamza.hamza_missing,
            hamza.hamza_added,
            hamza.wrong_ending,
            spelling.two_spellings,
            names.compound_names,
            tanween.tanween,
            unknown.unknown_word,
            brands.brand,
            repeated.repeated_word,
        ),
    )
