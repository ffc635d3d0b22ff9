"""The languages a release can be written in."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Language:
    """A language of a release.

    Attributes:
        code: The ISO 639-1 code, which keys every translatable text of the record.
        region: The ISO 3166-1 region that documents state beside the code, as in ``ar-SA``.
        direction: The base direction of everything written in it, whatever its first letter.
        name: Its name in itself.
    """

    code: str
    region: str
    direction: Literal["rtl", "ltr"]
    name: str

    @property
    def tag(self) -> str:
        """The BCP 47 tag with its region, for example ``fr-FR``."""
        return f"{self.code}-{self.region}"

    @property
    def is_rtl(self) -> bool:
        """Whether its lines run from right to left."""
        return self.direction == "rtl"


ARABIC = Language("ar", "SA", "rtl", "العربية")
ENGLISH = Language("en", "GB", "ltr", "English")
FRENCH = Language("fr", "FR", "ltr", "Français")

LANGUAGES = {language.code: language for language in (ARABIC, ENGLISH, FRENCH)}
