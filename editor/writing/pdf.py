"""Writes a release as a PDF, by Typst and the house's own `release.typ`.

The text enters as JSON and never as markup. The file is PDF/A-2a and PDF/UA-1 at once; its fonts
are the house's and come with the program; the same release gives the same bytes. What Typst makes
is mended, so that every word can be found and copied; previews do without.
"""

import datetime as dt
import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import regex
import typst

from editor.house import Fault, House, HouseError
from editor.house.fonts import font_folders
from editor.messages import RESOURCES
from editor.release.content import Release
from editor.release.languages import LANGUAGES
from editor.writing.document import Document, compose
from editor.writing.pieces import pieces

if TYPE_CHECKING:
    from editor.writing.mending.mend import Result

STANDARDS: list[Any] = ["a-2a", "ua-1"]
TEMPLATE = "release.typ"
PACKAGES = RESOURCES / "typst"
"""Where Typst finds what templates import as ``@bayan/release``."""

_UNDATED = dt.date(1980, 1, 1)
"""The time stamp of a release whose day of issue is not known: PDF/A asks for one."""
_UNSHOWN = regex.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = regex.compile(r"\\u\{([0-9a-f]+)\}")
_ORDINARY = regex.compile(r"[\p{L}\p{N}\p{P}\p{Zs}]")
_UNKNOWN_FAMILY = "unknown font family: "


@dataclass(frozen=True, slots=True)
class Pages:
    """What Typst is given for one document.

    Attributes:
        template: The house's page.
        settings: The rest, by the names of `typst.compile`'s arguments.
    """

    template: Path
    settings: dict[str, Any]

    @property
    def source(self) -> str:
        """The template's text."""
        return self.template.read_text(encoding="utf-8")


class PdfWriter:
    """Writes releases in the style of one house.

    It keeps a Typst compiler warm: after an edit, the pages are made anew in milliseconds. Safe to
    use from any thread; one document is made at a time.
    """

    def __init__(self, house: House) -> None:
        self._house = house

    def write(self, release: Release, language: str) -> bytes:
        """The release in one language, as a PDF.

        Raises:
            WritingError: The house has no wording for the language.
            HouseError: The house's template or fonts cannot be used.
        """
        return self.mended(release, language).data

    def mended(self, release: Release, language: str) -> "Result":
        """The release in one language, as a PDF, and the lines of it that could not be mended.

        Raises:
            WritingError: The house has no wording for the language.
            HouseError: The house's template or fonts cannot be used.
        """
        # It takes a quarter of a second to load.
        from editor.writing.mending.mend import mend  # noqa: PLC0415

        document = compose(release, self._house, language)
        (data,), unshown = self._print(document, format="pdf", pdf_standards=STANDARDS)
        words = (piece.translate(_replaced(unshown)) for piece in pieces(document))
        return mend(data, words, rtl=document.language.is_rtl)

    def typeset(self, release: Release, language: str) -> bytes:
        """The release in one language, as the PDF that Typst makes, not mended.

        Raises:
            WritingError: The house has no wording for the language.
            HouseError: The house's template or fonts cannot be used.
        """
        document = compose(release, self._house, language)
        return self._print(document, format="pdf", pdf_standards=STANDARDS)[0][0]

    def unshown(self, release: Release, language: str) -> frozenset[str]:
        """The characters of the release that none of the house's fonts can show.

        They are printed as U+FFFD; a font in the folder `fonts` of the house can show them.
        """
        document = compose(release, self._house, language)
        return self._print(document, format="pdf", pdf_standards=STANDARDS)[1]

    def render(self, release: Release, language: str, *, scale: float = 1.0) -> list[bytes]:
        """Each page as a PNG, at so many pixels to the point (1/72 inch).

        Raises:
            WritingError: The house has no wording for the language.
            HouseError: The house's template or fonts cannot be used.
        """
        document = compose(release, self._house, language)
        return self._print(document, format="png", ppi=72 * scale)[0]

    def page(self, release: Release, language: str) -> Pages:
        """What Typst is given for the release, for a compiler of one's own."""
        document = compose(release, self._house, language)
        press = self._press()
        return Pages(
            press.template,
            {
                "root": press.template.parent,
                "package_path": PACKAGES,
                "font_paths": press.fonts,
                "ignore_system_fonts": True,
                "sys_inputs": {"input": self._data(document)},
                "timestamp": _timestamp(document),
                "format": "pdf",
                "pdf_standards": STANDARDS,
            },
        )

    def _print(
        self,
        document: Document,
        **options: Any,  # noqa: ANN401 - Typst's own
    ) -> tuple[list[bytes], frozenset[str]]:
        """The document as one PDF, or as one image a page; and what could not be shown in it.

        A PDF/A may not hold a character that none of its fonts can show: such a character is
        printed as U+FFFD, the mark for a character that cannot be shown.
        """
        data = self._data(document)
        options["timestamp"] = _timestamp(document)
        unshown: frozenset[str] = frozenset()
        while True:
            shown = data.translate(_replaced(unshown))
            try:
                pages, warnings = self._press().print({"input": shown}, options)
            except typst.TypstError as error:
                more = _unshown(error.diagnostic or "") - unshown
                if not more:
                    raise self._unusable("wrong_template", detail=error.message) from error
                unshown |= more
            else:
                for warning in warnings:
                    if warning.startswith(_UNKNOWN_FAMILY):
                        family = warning.removeprefix(_UNKNOWN_FAMILY)
                        raise self._unusable("missing_font", found=family)
                return pages, unshown

    def _press(self) -> "_Press":
        faces = self._house.typefaces.values()
        families = sorted({family for face in faces for family in (face.body, face.heading)})
        return _press(self._house.folder, tuple(families))

    def _data(self, document: Document) -> str:
        """What `release.typ` reads."""
        house = self._house
        style = {
            "page": house.page,
            "colours": house.colours,
            "typefaces": house.typefaces,
            "emblem": house.emblem,
            "letterhead": house.letterhead,
            "regions": {code: language.region for code, language in LANGUAGES.items()},
        }
        data = {"document": document, "style": style}
        return msgspec.json.encode(data, order="deterministic").decode()

    def _unusable(self, reason: str, **values: object) -> HouseError:
        file, key = ("house.toml", "typefaces") if "font" in reason else (TEMPLATE, "")
        return HouseError(self._house.name, [Fault(file, key, reason, values)])


def write_pdf(release: Release, house: House, language: str) -> bytes:
    """The release in one language, as a PDF in the house's style; see `PdfWriter.write`."""
    return PdfWriter(house).write(release, language)


def render_pages(
    release: Release, house: House, language: str, *, scale: float = 1.0
) -> list[bytes]:
    """Each page of the release as a PNG; see `PdfWriter.render`."""
    return PdfWriter(house).render(release, language, scale=scale)


class _Press:
    """A compiler for one house's template and fonts, with the files it has read."""

    def __init__(self, template: Path, fonts: typst.Fonts) -> None:
        self.template = template
        self.fonts = fonts
        self._compiler = typst.Compiler(
            template, root=template.parent, font_paths=fonts, package_path=PACKAGES
        )
        self._turn = threading.Lock()

    def print(
        self, inputs: dict[str, str], options: dict[str, Any]
    ) -> tuple[list[bytes], list[str]]:
        """The pages, and Typst's warnings."""
        with self._turn:
            pages, warnings = self._compiler.compile_with_warnings(sys_inputs=inputs, **options)
        pages = pages if isinstance(pages, list) else [pages or b""]
        return pages, [warning.message for warning in warnings]


@lru_cache(maxsize=4)
def _press(folder: str, families: tuple[str, ...]) -> _Press:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=font_folders(families, Path(folder)),
    )
    return _Press(Path(folder) / TEMPLATE, fonts)


def _replaced(unshown: frozenset[str]) -> dict[int, str]:
    """A table for `str.translate` that puts U+FFFD in the place of characters."""
    return dict.fromkeys(map(ord, unshown), "\ufffd")


def _timestamp(document: Document) -> int:
    """The day of issue in seconds since 1970: the time is the record's and not the clock's."""
    day = document.issued or _UNDATED
    return (day - dt.date(1970, 1, 1)).days * 86400


def _unshown(diagnostic: str) -> frozenset[str]:
    """The characters that Typst says no font can show.

    It names every character of a cluster, so a letter may be named for the mark on it: marks and
    symbols go first, letters only when there is nothing else.
    """
    named = {
        character
        for match in _UNSHOWN.finditer(diagnostic)
        for character in _ESCAPED.sub(lambda code: chr(int(code[1], 16)), match[1])
        if not character.isascii()
    }
    return frozenset(c for c in named if not _ORDINARY.match(c)) or frozenset(named)
