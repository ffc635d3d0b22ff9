"""What a font of a PDF says of its codes: widths and characters (ISO 32000-1, 9.7 and 9.10.3)."""

import re
from dataclasses import dataclass
from typing import Any

from editor.writing.mending.tokens import NotUnderstoodError

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])", re.DOTALL
)
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")


@dataclass(slots=True)
class Font:
    """A composite font with codes of two bytes that are glyph numbers.

    Attributes:
        widths: Advance widths by code, in thousandths of the size.
        default: The width of a code that `widths` leaves out.
        texts: The characters that a code stands for.
        source: Its dictionary in the file.
    """

    widths: dict[int, float]
    default: float
    texts: dict[int, str]
    source: Any

    def width(self, code: int) -> float:
        """The advance width of a code, in thousandths of the size."""
        return self.widths.get(code, self.default)


def read_font(source: Any) -> Font | None:  # noqa: ANN401 - pikepdf's own
    """The font of a font dictionary; None for one of another kind."""
    if source.get("/Subtype") != "/Type0" or source.get("/Encoding") != "/Identity-H":
        return None
    descendant = source.DescendantFonts[0]
    texts = character_map(source.ToUnicode.read_bytes()) if "/ToUnicode" in source else {}
    widths = read_widths(list(descendant.get("/W", [])))
    return Font(widths, float(descendant.get("/DW", 1000)), texts, source)


def read_widths(entries: list[Any]) -> dict[int, float]:
    """The widths by code, from the two forms of entries in a W array (9.7.4.3)."""
    widths: dict[int, float] = {}
    at = 0
    while at + 1 < len(entries):
        first = int(entries[at])
        second = entries[at + 1]
        try:
            last = int(second)
        except TypeError:
            widths |= {code: float(width) for code, width in enumerate(second, first)}
            at += 2
            continue
        if last - first > 0xFFFF or at + 2 >= len(entries):
            raise NotUnderstoodError("widths")
        widths |= dict.fromkeys(range(first, last + 1), float(entries[at + 2]))
        at += 3
    return widths


def character_map(data: bytes) -> dict[int, str]:
    """The characters by code, from a ToUnicode CMap."""
    texts: dict[int, str] = {}
    for kind, body in _SECTION.findall(data):
        if kind == b"bfchar":
            texts |= {int(code, 16): _text(words) for code, words in _CHAR.findall(body)}
            continue
        for first, last, start, listed in _RANGE.findall(body):
            codes = range(int(first, 16), min(int(last, 16), 0xFFFF) + 1)
            if start:
                base = _text(start)
                texts |= {
                    code: base[:-1] + chr(ord(base[-1]) + step) for step, code in enumerate(codes)
                }
            else:
                texts |= dict(zip(codes, map(_text, _HEX.findall(listed)), strict=False))
    return texts


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")


def write_character_map(texts: dict[int, str]) -> bytes:
    """A ToUnicode CMap in which each code has its characters."""
    lines = [
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
    ]
    entries = [
        f"<{code:04X}> <{words.encode('utf-16-be').hex().upper()}>"
        for code, words in sorted(texts.items())
    ]
    for start in range(0, len(entries), 100):
        part = entries[start : start + 100]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    lines.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
    return "\n".join(lines).encode("ascii")
