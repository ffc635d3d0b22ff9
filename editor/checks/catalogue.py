"""The catalogue: every rule there is, by what it reads at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from editor.checks.document import Document
from editor.checks.passage import Passage
from editor.checks.rule import Rule
from editor.checks.rules import (
    acronyms,
    attribution,
    brands,
    calendars,
    closing,
    counts,
    datelines,
    dates,
    defective,
    digits,
    direction,
    encoding,
    facts,
    french,
    grammar,
    hamza,
    headlines,
    invisible,
    lead,
    letters,
    marks,
    names,
    numerals,
    people,
    phrasing,
    proxies,
    punctuation,
    quotations,
    reading,
    relatives,
    repeated,
    separators,
    spacing,
    spelling,
    structure,
    tanween,
    terms,
    unknown,
    when,
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
            headlines.long_headline,
            headlines.headline_with_stop,
            reading.long_paragraph,
            reading.speech_of_nobody,
            reading.verb_far_from_words,
            counts.words_or_digits,
            counts.broken_address,
            structure.paragraph_without_stop,
            spacing.space_before_mark,
            spacing.no_space_after_mark,
            spacing.space_inside_brackets,
            spacing.exotic_space,
            direction.direction_control,
            invisible.unseen_character,
            invisible.uncomposed_letters,
            encoding.presentation_forms,
            encoding.broken_text,
            letters.tatweel,
            letters.look_alike_letters,
            punctuation.wrong_mark,
            punctuation.dash,
            attribution.complement,
            phrasing.preposition,
            phrasing.two_heads,
            phrasing.repeated_preposition,
            phrasing.bare_list,
            phrasing.comma_and_clause,
            phrasing.wordy_phrase,
            numerals.counted_noun,
            relatives.singular_relative,
            relatives.needless_and,
            grammar.compound_ordinal,
            defective.alef_after_root,
        ),
        for_documents=(
            headlines.speaker_of_nothing,
            headlines.other_than_headline,
            lead.missing_or_long_lead,
            lead.lead_without,
            closing.missing_particulars,
            closing.missing_boilerplate,
            datelines.foreign_source,
            datelines.other_place,
            when.relative_date,
            when.contradicted_date,
            calendars.other_hijri,
            calendars.mixed_months,
            calendars.ambiguous_date,
            facts.span_of_years,
            counts.mixed_forms,
            counts.counted_twice,
            reading.long_sentence,
            reading.length_of_release,
            reading.same_openings,
            structure.missing_headline,
            structure.missing_end_mark,
            structure.missing_dateline,
            structure.incomplete_dateline,
            separators.uneven_breaks,
            separators.surplus_spaces,
            digits.mixed_digits,
            french.french_spaces,
            marks.house_marks,
            marks.words_at_a_distance,
            marks.stop_and_mark,
            marks.nested_or_spaced,
            people.short_first_mention,
            people.honorific,
            people.name_forms,
            people.order_of_precedence,
            people.not_in_office,
            acronyms.unexpanded_acronym,
            attribution.shift_of_person,
            terms.protected_names,
            terms.competing_variants,
            terms.sensitive_wording,
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
