"""Hard lines: what was typed, and what has to be seen of it from left to right."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import regex
from bidi.mirror import MIRRORED

from editor.release.content import BlockKind, Release
from editor.release.languages import LANGUAGES
from editor.text.bidi import levels, visual_order
from tests.writing import releases

TABLE = Path(__file__).parents[1] / "data/hard-lines.toml"
_CONTROLS = regex.compile(r"[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_TURN = regex.compile(r"[⟦⟧]")


@dataclass(frozen=True, slots=True)
class HardLine:
    """One line of the table."""

    language: str
    marked: str

    @property
    def words(self) -> str:
        """What a person typed."""
        return str(_TURN.sub("", self.marked))

    @property
    def seen(self) -> str:
        """The characters from left to right, as the table says and no algorithm does."""
        return plain(_seen(self.marked, is_rtl=LANGUAGES[self.language].is_rtl))


def hard_lines() -> list[HardLine]:
    """The whole table."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return [HardLine(code, marked) for code, lines in table.items() for marked in lines]


def release_of(lines: Iterable[HardLine], language: str) -> Release:
    """A release of these lines, a paragraph each."""
    blocks = [(BlockKind.PARAGRAPH, line.words) for line in lines]
    return releases.release(language, blocks, "عنوان" if language == "ar" else "Headline")


def seen_of(text: str, base: Literal["rtl", "ltr", "auto"]) -> str:
    """What is seen of a line by UAX #9, without controls; brackets as they were typed."""
    of = levels(text, base)
    return plain("".join(text[place] for place in visual_order(of)))


def drawn(line: HardLine) -> str:
    """What is seen of a line, as it is stored for who draws it from left to right.

    Brackets are mirrored where they run from the right, and marks follow their letters.
    """
    return plain(_seen(line.marked, is_rtl=LANGUAGES[line.language].is_rtl, drawn=True))


def plain(text: str) -> str:
    """Characters without controls, and every space a plain one."""
    words = _CONTROLS.sub("", text).replace("\u00a0", " ").replace("\u202f", " ")
    return str(words)


def _seen(marked: str, *, is_rtl: bool, drawn: bool = False) -> str:
    """The words from left to right: stretches one after the other, each in its direction."""
    pieces = []
    depth = 0
    current = ""
    for character in marked:
        if character == "⟦":
            if depth == 0:
                pieces.append(_in_order(current, is_rtl=is_rtl, drawn=drawn))
                current = ""
            else:
                current += character
            depth += 1
        elif character == "⟧":
            depth -= 1
            if depth == 0:
                pieces.append(_seen(current, is_rtl=not is_rtl, drawn=drawn))
                current = ""
            else:
                current += character
        else:
            current += character
    pieces.append(_in_order(current, is_rtl=is_rtl, drawn=drawn))
    return "".join(reversed(pieces) if is_rtl else pieces)


def _in_order(words: str, *, is_rtl: bool, drawn: bool) -> str:
    """A stretch of one direction; Arabic-Indic digits and what joins them run as UAX #9 says."""
    if not is_rtl:
        return words
    turned = regex.sub(r"[٠-٩]+", lambda number: number[0][::-1], words[::-1])
    if not drawn:
        return str(turned)
    marks_after = regex.sub(r"(\p{M}+)(\p{L})", r"\2\1", turned)
    return "".join(MIRRORED.get(character, character) for character in marks_after)
