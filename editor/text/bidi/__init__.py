"""The direction of every character of a text: the Unicode Bidirectional Algorithm, UAX #9.

`levels` gives an embedding level per character, `runs` the stretches of equal level in logical
order, `visual_order` the order in which a line is seen. Libraries give only the reordered line,
and every writer of documents needs the levels. Time grows linearly with the text, whatever is in
it.

The text is one string; line feeds and U+2029 part its paragraphs, U+2028 does not. Characters that
rule X9 takes out of consideration (embeddings, overrides, boundary neutrals) have the level of what
stands before them, as UAX #9 §5.2 allows.
"""

from typing import Literal

from editor.text.bidi.classes import PARAGRAPHS, bidi_classes
from editor.text.bidi.explicit import first_strong_level
from editor.text.bidi.order import Run, level_runs, visual_order
from editor.text.bidi.paragraph import paragraph_levels, reset_ends

__all__ = ["Base", "Run", "level_runs", "levels", "line_levels", "runs", "visual_order"]

Base = Literal["rtl", "ltr", "auto"]
"""The base direction; "auto" takes it from the first strong letter (rules P2 and P3)."""


def levels(text: str, base: Base) -> bytes:
    """The embedding level of each character, as if each paragraph stood on one line.

    Where a paragraph is broken into lines, pass each line to `line_levels`.
    """
    classes = bidi_classes(text)
    found = []
    for paragraph in PARAGRAPHS.finditer(classes):
        own = paragraph[0]
        level = first_strong_level(own) if base == "auto" else int(base == "rtl")
        words = text[paragraph.start() : paragraph.end()]
        found.append(reset_ends(own, paragraph_levels(own, words, level), level))
    return b"".join(found)


def line_levels(line: str, of: bytes, base: Literal["rtl", "ltr"]) -> bytes:
    """The levels of one line of a paragraph: its closing spaces go to the base's end (rule L1).

    Args:
        line: The characters of the line.
        of: Their levels, cut out of the paragraph's.
        base: The direction of the paragraph.
    """
    return reset_ends(bidi_classes(line), of, int(base == "rtl"))


def runs(text: str, base: Base) -> tuple[Run, ...]:
    """The stretches of equal level, in logical order; together they are the whole text."""
    return level_runs(levels(text, base))
