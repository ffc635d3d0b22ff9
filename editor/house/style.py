"""A house style as values: one source for every document, check and form."""

from datetime import date
from typing import Literal

import msgspec


class Typeface(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How text of one language is set: family names, sizes in points, leading as a multiple."""

    body: str
    heading: str
    size: float
    headline_size: float
    leading: float


class Colours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Colours of the documents, as ``#RRGGBB``."""

    ink: str
    muted: str
    accent: str
    line: str


class Page(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The paper and its margins in millimetres; start and end follow the language."""

    paper: Literal["a4", "us-letter"] = "a4"
    top: float
    bottom: float
    start: float
    end: float


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words a house prints in one language.

    Attributes:
        organisation: Its full name.
        acronym: Its short name.
        kinds: What each kind of release is called, by `ReleaseKind` value.
        statuses: What each status is called, by `Status` value.
        labels: Words of the page furniture: reference, date, embargo, page, of, contact, about…
        end_mark: What closes a release.
        end_marks: Every form that is recognised as one.
        dateline: The dateline pattern, of {place}, {source}, {date}, {weekday}, {hijri}.
        boilerplate: The paragraph about the organisation.
        contact: Who answers the press, a line each.
        months: The names of the twelve months.
        quotation_marks: The opening and the closing mark.
    """

    organisation: str
    acronym: str
    kinds: dict[str, str]
    statuses: dict[str, str]
    labels: dict[str, str]
    end_mark: str
    end_marks: tuple[str, ...]
    dateline: str
    boilerplate: str
    contact: tuple[str, ...]
    months: tuple[str, ...]
    quotation_marks: tuple[str, str]


class Person(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Someone in the house's directory, with names per language code and dates in office."""

    id: str
    names: dict[str, str]
    honorifics: dict[str, str] = {}
    titles: dict[str, str] = {}
    organisations: dict[str, str] = {}
    since: date | None = None
    until: date | None = None


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word or name the house writes one way, and the forms it replaces.

    Attributes:
        language: The code of its language.
        right: How it is written.
        wrong: Forms that are mended to it.
        why: The reason, for the person who reads the finding.
    """

    language: str
    right: str
    wrong: tuple[str, ...] = ()
    why: str = ""


class House(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole house style; see `editor.house.load_house`.

    Attributes:
        name: The folder's name under `templates/`.
        folder: The folder itself, for the writer's template and emblem.
        issuers: Sources a dateline may credit, per language code: the house and its agencies.
        rules: Settings of rules by rule id: thresholds and choices; see each rule.
    """

    name: str
    folder: str
    emblem: str
    page: Page
    colours: Colours
    typefaces: dict[str, Typeface]
    wording: dict[str, Wording]
    issuers: dict[str, tuple[str, ...]]
    people: tuple[Person, ...] = ()
    terms: tuple[Term, ...] = ()
    rules: dict[str, dict[str, object]] = {}
