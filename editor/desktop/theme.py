"""The colours of the window, light and dark, and the style sheet and palette made from them."""

import re
from dataclasses import asdict, dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from editor.messages import RESOURCES


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of the window, by what it is for.

    Attributes:
        desk: The window, behind the page.
        page: The page, fields and menus.
        ink: Text.
        muted: Labels, counts and the margin.
        faint: What cannot be used now.
        line: Hairlines, which never carry meaning.
        edge: The outline of what can be pressed.
        hover: What the pointer is on.
        accent: One thing at a time: the focus, the main button, the current block.
        accent_hover: The main button under the pointer.
        on_accent: Text on the accent.
        soft: Selections and the tint of quotations.
        chosen: The words selected on the page, over a tint.
        error: With a wavy underline and ●.
        warning: With a dashed underline and ◆.
        note: With a dotted underline and ○.
    """

    desk: str
    page: str
    ink: str
    muted: str
    faint: str
    line: str
    edge: str
    hover: str
    accent: str
    accent_hover: str
    on_accent: str
    soft: str
    chosen: str
    error: str
    warning: str
    note: str


LIGHT = Tokens(
    desk="#F4F3EF",
    page="#FFFFFF",
    ink="#1C1E1B",
    muted="#5A6059",
    faint="#9A9D94",
    line="#D9D6CC",
    edge="#B5B2A6",
    hover="#E9E7E0",
    accent="#0F5D45",
    accent_hover="#0B4A37",
    on_accent="#FFFFFF",
    soft="#E2EFE9",
    chosen="#BFDDD0",
    error="#B3261E",
    warning="#8A5A00",
    note="#2F5FA8",
)
DARK = Tokens(
    desk="#161816",
    page="#1F2220",
    ink="#ECEBE6",
    muted="#A4AAA2",
    faint="#6C726B",
    line="#353A36",
    edge="#525852",
    hover="#262A27",
    accent="#5FC2A0",
    accent_hover="#7AD0B2",
    on_accent="#10201A",
    soft="#1F3A31",
    chosen="#2E5B4C",
    error="#FF8A80",
    warning="#F2B84B",
    note="#8FB6F2",
)


def tokens_for(scheme: Qt.ColorScheme) -> Tokens:
    """The colours for the system's scheme; light where it states none."""
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def style_sheet(tokens: Tokens, *, rtl: bool) -> str:
    """The window's style sheet in these colours, for one reading direction."""
    sides = ("right", "left") if rtl else ("left", "right")
    values = asdict(tokens) | dict(zip(("start", "end"), sides, strict=True))
    return re.sub(r"@(\w+)", lambda name: values[name[1]], _template())


def palette(tokens: Tokens) -> QPalette:
    """The same colours for what style sheets do not reach: text, selections, calendars."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.desk,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Base: tokens.page,
        QPalette.ColorRole.AlternateBase: tokens.desk,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.Button: tokens.desk,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.Highlight: tokens.chosen,
        QPalette.ColorRole.HighlightedText: tokens.ink,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.ToolTipBase: tokens.ink,
        QPalette.ColorRole.ToolTipText: tokens.page,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.Accent: tokens.accent,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return made


@cache
def _template() -> str:
    return (RESOURCES / "styles" / "window.qss").read_text(encoding="utf-8")
