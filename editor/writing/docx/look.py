"""What a paragraph looks like in one language: the house's typefaces through its style sheet.

WordprocessingML keeps two looks for every text: one for letters of complex scripts such as Arabic
and one for the rest. Here both are worked out, so that a Latin name in an Arabic paragraph is as
big as its surroundings look. Lengths are in the format's own units: sizes in half points, all else
in twentieths of a point (ECMA-376 part 1, §17.18.42 and §17.18.81).
"""

from dataclasses import dataclass
from typing import Literal

from editor.house import House
from editor.house.style import Typeface
from editor.release.languages import LANGUAGES, Language
from editor.writing.docx.sheet import Scale, Sheet, Style, colours, load_sheet

MILLIMETRE = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
PAPERS = {"a4": (11906, 16838), "us-letter": (12240, 15840)}
"""Width and height."""


@dataclass(frozen=True, slots=True)
class Face:
    """The typeface of a style: a family and a size for each kind of script.

    Attributes:
        latin: The family of letters that are not of a complex script.
        arabic: The family of letters that are.
        size: The size of the former, in half points.
        arabic_size: The size of the latter, in half points.
        pitch: The least distance of lines, in twentieths of a point.
    """

    latin: str
    arabic: str
    size: int
    arabic_size: int
    pitch: int


@dataclass(frozen=True, slots=True)
class Look:
    """A house's look in one language."""

    house: House
    sheet: Sheet
    language: Language
    colours: dict[str, str]

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        page = self.house.page
        return PAPERS[page.paper][0] - round((page.start + page.end) * MILLIMETRE)

    @property
    def has_columns(self) -> bool:
        """Whether the letterhead has two columns."""
        return self.house.letterhead.layout == "columns"

    @property
    def beside(self) -> "Look | None":
        """The look of the second column's language, if the letterhead has one."""
        other = self.house.letterhead.beside.get(self.language.code)
        if not self.has_columns or other is None:
            return None
        return Look(self.house, self.sheet, LANGUAGES[other], self.colours)

    @property
    def latin_language(self) -> Language:
        """The language of words in Latin letters of which nothing else is known."""
        return self.language if not self.language.is_rtl else LANGUAGES["en"]

    @property
    def arabic_language(self) -> Language:
        """The language of words in Arabic letters of which nothing else is known."""
        return self.language if self.language.is_rtl else LANGUAGES["ar"]

    def style(self, key: str) -> Style:
        """A style of the sheet, by its key there."""
        style: Style = getattr(self.sheet.styles, key)
        return style

    def face(self, style: Style) -> Face:
        """The typeface of a style."""
        scales = self.sheet.scales.rtl if self.language.is_rtl else self.sheet.scales.ltr
        scale = scales[style.scale]
        latin, arabic = (
            self.house.typefaces.get(language.code, self.house.typefaces[self.language.code])
            for language in (self.latin_language, self.arabic_language)
        )
        own = self.house.typefaces[self.language.code]
        return Face(
            latin=_family(latin, style.face),
            arabic=_family(arabic, style.face),
            size=_half_points(latin, scale),
            arabic_size=_half_points(arabic, scale),
            pitch=round(_size(own, scale) * (scale.leading or own.leading) * 20),
        )


def look_of(house: House, language: Language) -> Look:
    """The look of a house in a language.

    Raises:
        HouseError: The house's style sheet for Word cannot be used.
    """
    sheet = load_sheet(house)
    return Look(house, sheet, language, colours(house))


def twentieths(points: float) -> int:
    """Points in twentieths of a point."""
    return round(points * 20)


def eighths(points: float) -> int:
    """Points in eighths of a point, in which the widths of rules are given."""
    return round(points * 8)


def _family(typeface: Typeface, role: Literal["body", "heading"]) -> str:
    return typeface.heading if role == "heading" else typeface.body


def _size(typeface: Typeface, scale: Scale) -> float:
    return scale.size * (typeface.headline_size if scale.of_headline else typeface.size)


def _half_points(typeface: Typeface, scale: Scale) -> int:
    return round(_size(typeface, scale) * 2)
