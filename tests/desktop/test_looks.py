"""Colours that can be read, icons that point the right way, words in three languages."""

import re
import shutil
import subprocess
import sys
from dataclasses import astuple, fields
from itertools import product
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from editor.desktop import fonts, icons, theme
from editor.desktop.interface import TRANSLATIONS, Interface
from editor.messages import INTERFACE_LANGUAGES, RESOURCES

ROOT = RESOURCES.parent
ICONS = sorted(path.stem for path in icons.FOLDER.glob("*.svg"))


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, 1.4.3."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *product(("ink", "muted", "accent", "error", "warning", "note"), ("page", "desk")),
        *product(("ink",), ("soft", "chosen", "hover")),
        ("accent", "soft"),
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
    ],
)
def test_text_can_be_read_on_what_it_stands_on(
    tokens: theme.Tokens, text: str, ground: str
) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("rtl", [True, False])
def test_the_style_sheet_is_filled_and_knows_no_sides_of_its_own(rtl: bool) -> None:  # noqa: FBT001 - a parameter of the table
    template = (RESOURCES / "styles" / "window.qss").read_text(encoding="utf-8")
    assert not re.search(r"\b(left|right)\b", template)
    filled = theme.style_sheet(theme.LIGHT, rtl=rtl)
    assert "@" not in filled
    assert ("border-right" in filled) is rtl


def test_every_token_is_a_colour() -> None:
    for tokens in (theme.LIGHT, theme.DARK):
        assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in astuple(tokens))
    assert len(fields(theme.Tokens)) == len(astuple(theme.LIGHT))


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_drawn_and_mirrored_only_along_the_line(
    application: QApplication, name: str
) -> None:
    plain = icons.draw(name, "#0F5D45", 40).toImage()
    mirrored = icons.draw(name, "#0F5D45", 40, rtl=True).toImage()
    drawn = sum(plain.pixelColor(x, y).alpha() > 0 for x in range(40) for y in range(40))
    assert drawn > 20
    assert (plain != mirrored) is (name in icons.ALONG_THE_LINE)


def test_the_typefaces_come_with_the_program(application: QApplication) -> None:
    for language, family in (("ar", "Amiri"), ("en", "Noto Serif"), ("fr", "Noto Serif")):
        assert QFontInfo(fonts.page_font(language)).family() == family
        assert QFontInfo(fonts.headline_font(language)).family() == family
    assert QFontInfo(fonts.interface_font()).family() == "IBM Plex Sans Arabic"


def test_headlines_are_bold_in_every_language(application: QApplication) -> None:
    """The Latin face has its weights on an axis, which Qt does not turn by itself."""
    for language, words in (("ar", "العثيمين"), ("en", "Headline")):
        bold = fonts.headline_font(language)
        plain = fonts.page_font(language)
        plain.setPointSizeF(bold.pointSizeF())
        assert ink(words, bold) > 1.15 * ink(words, plain)


def ink(words: str, font: QFont) -> int:
    """How much of the paper some words blacken."""
    image = QImage(300, 80, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setPen(QColor("white"))
    painter.setFont(font)
    painter.drawText(20, 50, words)
    painter.end()
    return sum(bytes(image.constBits()))


def test_a_full_line_holds_what_the_eye_can_follow(application: QApplication) -> None:
    text = "The Secretary General told the ministers that the Organisation would open its doors. "
    advance = QFontMetricsF(fonts.page_font("en")).horizontalAdvance
    letters = sum(advance(text[:size]) <= fonts.measure("en") for size in range(len(text)))
    assert 62 <= letters <= 75


# -- Languages ---------------------------------------------------------------------------------


def messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ET.parse(path).getroot().iter("context")  # noqa: S314 - a file of our own
        for message in context.iter("message")
    }


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_word_of_the_window_is_translated(language: str, tmp_path: Path) -> None:
    """What the sources say is in the translations, and nothing in them is left open."""
    path = tmp_path / f"bayan_{language}.ts"
    shutil.copy(TRANSLATIONS / path.name, path)
    sources = sorted((ROOT / "editor" / "desktop").glob("*.py"))
    command = [Path(sys.executable).with_name("pyside6-lupdate"), *sources, "-ts", path]
    options = ["-no-obsolete", "-locations", "none"]
    options += ["-pluralonly"] if language == "en" else []
    subprocess.run([*command, *options], check=True, capture_output=True, cwd=ROOT)
    fresh, kept = messages(path), messages(TRANSLATIONS / path.name)
    assert fresh.keys() == kept.keys()
    for key, message in fresh.items():
        translation = message.find("translation")
        assert translation is not None, key
        assert translation.get("type") is None, key
        texts = [form.text for form in translation.iter("numerusform")] or [translation.text]
        assert all(texts), key
        for text in texts:
            assert set(re.findall(r"{\w+}", text or "")) == set(re.findall(r"{\w+}", key[1])), key


def test_the_interface_changes_its_language_at_once(arabic: Interface) -> None:
    told: list[str] = []
    arabic.changed.connect(lambda: told.append(arabic.language))
    for language, label, direction in (
        ("fr", "Exporter", Qt.LayoutDirection.LeftToRight),
        ("ar", "تصدير", Qt.LayoutDirection.RightToLeft),
        ("en", "Export", Qt.LayoutDirection.LeftToRight),
    ):
        arabic.set_language(language)
        assert QApplication.translate("Actions", "Export") == label
        assert QApplication.layoutDirection() is direction
    assert told == ["fr", "ar", "en"]


def test_plurals_follow_the_language(arabic: Interface) -> None:
    def words(count: int) -> str:
        return QApplication.translate("StatusLine", "%n word(s)", "", count)

    assert [words(n) for n in (1, 2, 5, 56)] == ["كلمة واحدة", "كلمتان", "5 كلمات", "56 كلمةً"]
    arabic.set_language("en")
    assert [words(n) for n in (1, 2)] == ["1 word", "2 words"]


def test_the_colours_follow_the_system(arabic: Interface) -> None:
    arabic.set_scheme(Qt.ColorScheme.Dark)
    assert arabic.tokens is theme.DARK
    arabic.set_scheme(Qt.ColorScheme.Unknown)
    assert arabic.tokens is theme.LIGHT
