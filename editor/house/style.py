"""A house style as values: one source for every document, check and form."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, TypeAlias

import msgspec

Said: TypeAlias = Annotated[str, msgspec.Meta(min_length=1)]
"""Words that have to be there."""
Colour: TypeAlias = Annotated[str, msgspec.Meta(pattern="^#[0-9A-Fa-f]{6}$")]
Points: TypeAlias = Annotated[float, msgspec.Meta(ge=6, le=72)]
Leading: TypeAlias = Annotated[float, msgspec.Meta(ge=1, le=3)]
Millimetres: TypeAlias = Annotated[float, msgspec.Meta(ge=5, le=90)]
Seven: TypeAlias = Annotated[tuple[Said, ...], msgspec.Meta(min_length=7, max_length=7)]
Twelve: TypeAlias = Annotated[tuple[Said, ...], msgspec.Meta(min_length=12, max_length=12)]


class Typeface(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How text of one language is set: family names, sizes in points, leading as a multiple."""

    body: Said
    heading: Said
    size: Points
    headline_size: Points
    leading: Leading


class Colours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Colours of the documents, as ``#RRGGBB``.

    Attributes:
        ink: Text.
        muted: Text of the page furniture.
        accent: What catches the eye: one colour, in few places.
        line: Hairlines.
        notice: Words of a notice over the text, such as an embargo.
        notice_ground: What a notice stands on.
    """

    ink: Colour
    muted: Colour
    accent: Colour
    line: Colour
    notice: Colour
    notice_ground: Colour


class Page(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The paper and its margins in millimetres; start and end follow the language."""

    paper: Literal["a4", "us-letter"] = "a4"
    top: Millimetres
    bottom: Millimetres
    start: Millimetres
    end: Millimetres


class Letterhead(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the head of the first page is arranged.

    Attributes:
        layout: ``single``: emblem, organisation and kind of release on one line; ``columns``: the
            organisation in two languages, with the emblem between them.
        beside: The code of the language in the second column, per language of the document.
    """

    layout: Literal["single", "columns"] = "single"
    beside: Mapping[str, str] = {}


class Labels(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of the page furniture in one language.

    Attributes:
        reference: What stands before the reference number.
        date: What stands before the date.
        page: The page number's sentence, of {page} and {pages}.
        boilerplate: The heading of the paragraph about the organisation.
        contact: The heading of the lines for the press.
        embargo: The notice of an embargo, of {time}, {weekday}, {date} and {zone}.
        embargoed: The same in a word, for the names of files.
    """

    reference: Said
    date: Said
    page: Said
    boilerplate: Said
    contact: Said
    embargo: Said
    embargoed: Said


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words a house prints in one language.

    Attributes:
        organisation: Its full name.
        acronym: Its short name.
        kinds: What each kind of release is called, by `ReleaseKind` value.
        statuses: What each status is called, by `Status` value.
        banners: The notice printed over a release of that status; a status without one has none.
        labels: Words of the page furniture.
        end_mark: What closes a release.
        end_marks: Every form that is recognised as one.
        letterhead: The lines below its name in the letterhead.
        dateline: The dateline, of {place}, {source}, {weekday}, {date}, {long_date} and {hijri}; a
            stretch in square brackets is left out when something in it is not known.
        day_of_issue: The day under the letterhead, of all these but place and source.
        boilerplate: The paragraph about the organisation; empty for none.
        contact: Who answers the press, a line each; empty for none.
        date: A date, of {weekday}, {day} (4), {dd} (04), {month} (its name), {mm} (08) and {year};
            brackets as in the dateline. {long_date} is all of it, {date} goes without the weekday.
        time: A time of day, of {hour} (21), {hh} (09), {hour12} (9), {half} and {minute}.
        halves: What {half} is before noon and after it.
        hijri: A Hijri date, of {day}, {dd}, {month}, {mm} and {year}.
        weekdays: The names of the seven days, from Monday.
        months: The names of the twelve months; those of `month_system` where it is given.
        month_system: A system of names in the place of `months`, or two joined by a slash; see
            `editor.house.months`.
        hijri_months: The names of the twelve months from Muharram.
        first_day: How the first day of a month is written where that is not "1".
        digits: The digits of dates and page numbers.
        zones: What a time zone is called, by IANA name.
        quotation_marks: The opening and the closing mark.
        quotation_space: What stands between a mark and the words inside it.
    """

    organisation: Said
    acronym: Said
    kinds: dict[str, str]
    statuses: dict[str, str]
    banners: dict[str, str] = {}
    labels: Labels
    end_mark: Said
    end_marks: tuple[str, ...]
    letterhead: tuple[Said, ...] = ()
    dateline: Said
    day_of_issue: Said = "{long_date}[\u2002·\u2002{hijri}]"
    boilerplate: str
    contact: tuple[str, ...]
    date: Said
    time: Said
    halves: tuple[Said, Said] = ("", "")
    hijri: Said
    weekdays: Seven
    months: Twelve
    month_system: str = ""
    hijri_months: Twelve
    first_day: str = ""
    digits: Literal["european", "arabic-indic"] = "european"
    zones: dict[str, str] = {}
    quotation_marks: tuple[Said, Said]
    quotation_space: str = ""


class Person(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Someone in the house's directory, with names per language code and dates in office.

    A person who has held several offices has an entry for each, with the same names.

    Attributes:
        id: A name for the entry, which no other has.
        names: The full name without honorific and title.
        honorifics: What stands before the name.
        titles: The office, with its body.
        organisations: The body by itself.
        since: The first day in office; None where it does not matter.
        until: The last day in office; None for whoever is.
        precedence: The place in the order of protocol, 1 before all others; 0 for none.
    """

    id: Said
    names: dict[str, str]
    honorifics: dict[str, str] = {}
    titles: dict[str, str] = {}
    organisations: dict[str, str] = {}
    since: date | None = None
    until: date | None = None
    precedence: Annotated[int, msgspec.Meta(ge=0)] = 0


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word or name the house writes one way, and the forms it replaces.

    Attributes:
        language: The code of its language.
        right: How it is written.
        wrong: Forms that are mended to it.
        why: The reason, for the person who reads the finding.
        kind: ``name``: the house's own and other protected names, and words that are never used;
            ``brand``: how a foreign name or brand is spelled; ``sensitive``: countries, territories
            and other wording that a person decides on; ``variants``: every form is right, but not
            two of them in one release.
        since: The day from which the right form is right; in a release of a day before it, the
            wrong ones were.
    """

    language: Said
    right: Said
    wrong: tuple[str, ...] = ()
    why: str = ""
    kind: Literal["name", "brand", "sensitive", "variants"] = "name"
    since: date | None = None


class House(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole house style; see `editor.house.load_house`.

    Attributes:
        name: The folder's name.
        folder: The folder itself, for the writer's template and emblem.
        emblem: The file in that folder with the organisation's emblem, an SVG.
        letterhead: How the head of the first page is arranged.
        file_name: The name of an exported file without its ending, of {stem} (that of the release's
            file), {reference}, {date}, {language} (where several are written) and {notice} (why it
            is not to go out yet); brackets as in the dateline.
        embed_fonts: Whether Word documents carry the fonts they are set in, whole.
        issuers: Sources a dateline may credit, per language code: the house and its agencies.
        profiles: Which rules are asked for beside those of the default profile.
        rules: Settings of rules by rule id: thresholds and choices; see each rule.
    """

    name: Said
    folder: Said
    emblem: Said
    page: Page
    colours: Colours
    typefaces: Mapping[str, Typeface]
    wording: Mapping[str, Wording]
    letterhead: Letterhead = Letterhead()
    file_name: Said = "{stem}[-{language}][-{notice}]"
    embed_fonts: bool = False
    issuers: Mapping[str, tuple[str, ...]]
    people: tuple[Person, ...] = ()
    terms: tuple[Term, ...] = ()
    profiles: tuple[Literal["default", "strict", "suggestions"], ...] = ()
    rules: Mapping[str, Mapping[str, object]] = {}
