"""Writes a release as plain text, for wires and mail.

UTF-8 without a byte order mark; lines end in a line feed. A paragraph is one line, or lines of so
many columns. Of the isolates that hold a line together, only those are kept without which it would
be seen in another order.
"""

from collections.abc import Iterator

from editor.house.style import House
from editor.release.content import Release
from editor.text.sparing import spared
from editor.text.wrapping import wrapped
from editor.writing.document import Document, compose
from editor.writing.parts import Part, Role, parts

_BULLET = "- "
_ZERO_WIDTH_SPACE = "\u200b"


def write_plain(
    release: Release, house: House, language: str, *, width: int | None = None
) -> bytes:
    """The release in one language as plain text.

    Args:
        release: The release.
        house: The house style.
        language: The code of the language to write.
        width: The columns of a line; None for a line a paragraph.

    Raises:
        WritingError: The house has no wording for the language.
    """
    return plain_text(compose(release, house, language), width=width).encode()


def plain_text(document: Document, *, width: int | None = None) -> str:
    """A document as plain text; see `write_plain`."""
    pieces: list[str] = []
    before: Part | None = None
    for part in parts(document):
        if before is not None and not part.follows(before):
            pieces.append("")
        pieces += [spared(line, document.language.code) for line in _lines(part, width)]
        before = part
    return "\n".join(pieces) + "\n"


def _lines(part: Part, width: int | None) -> Iterator[str]:
    """The lines of a part; those of a list item stand under its first word."""
    bullet = _BULLET if part.role is Role.LIST_ITEM else ""
    if width is None:
        lines = part.words.replace(_ZERO_WIDTH_SPACE, "").split("\n")
    else:
        lines = wrapped(part.words, width, indent=len(bullet))
    for place, line in enumerate(lines):
        yield (" " * len(bullet) if place else bullet) + line
