"""Whether what a house prints can be read: its colours against their grounds.

The measure is WCAG 2.2's contrast ratio, from 1 to 21; text of usual size needs 4.5 (success
criterion 1.4.3).
"""

from collections.abc import Iterator

from editor.house.faults import Fault
from editor.house.style import Colours, House

LEAST = 4.5
PAPER = "#FFFFFF"
GROUNDS = {
    "ink": None,
    "muted": None,
    "accent": None,
    "notice": "notice_ground",
}
"""The colours that words are set in, and the colour behind them; None for the paper."""


def contrast(colour: str, ground: str = PAPER) -> float:
    """The contrast ratio of two colours such as ``#0F5D45``, in either order."""
    lighter, darker = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def contrast_faults(house: House) -> Iterator[Fault]:
    """The colours of words that are too near to what is behind them."""
    for name, behind in GROUNDS.items():
        ratio = contrast(_colour(house.colours, name), _colour(house.colours, behind))
        if ratio < LEAST:
            values = {"found": f"{ratio:.1f}", "least": LEAST, "ground": behind or "#FFFFFF"}
            yield Fault("house.toml", f"colours.{name}", "too_faint", values)


def _colour(colours: Colours, name: str | None) -> str:
    return str(getattr(colours, name)) if name else PAPER


def _luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2: sRGB made linear, weighted as eyes weigh it."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
