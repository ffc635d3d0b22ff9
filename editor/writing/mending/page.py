"""A page as it is printed: its sections of marked content, its text, its glyphs.

Lengths are in the units of the page; `y` grows upwards.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from editor.writing.mending.tokens import Operand


class Glyph(NamedTuple):
    """A glyph where it is drawn.

    Attributes:
        x: Where its origin is.
        y: Its baseline.
        pen: Where its item's pen stood before the glyph was moved to `x`.
        code: Its code in its font.
        font: The name of its font in the page's resources.
        size: The font's size.
        width: Its own advance width, in the units of the page.
        text: The characters it stands for, its own or those of the span it is in.
        span: The number of the span with a replacement text that it is in, or 0.
    """

    x: float
    y: float
    pen: float
    code: int
    font: str
    size: float
    width: float
    text: str
    span: int

    @property
    def face(self) -> tuple[str, float]:
        """Its font and size."""
        return self.font, self.size


@dataclass(slots=True, eq=False)
class Section:
    """A marked-content section of a page that is not inside another.

    Attributes:
        tag: Its tag, such as ``/Span`` or ``/Artifact``.
        properties: Its properties, as they stand.
        mcid: Its number in the structure, or None.
        start: Where it begins, its operator included.
        inner: Where its content begins.
        end: Where it ends.
        more: Whether it holds anything besides text that is understood.
        owner: The element of the structure that it belongs to, as soon as that is known.
        block: The paragraph, heading or the like that this element is, or is in.
    """

    tag: str
    properties: dict[str, Operand]
    mcid: int | None
    start: int
    inner: int
    end: int = -1
    more: bool = False
    owner: object = None
    block: object = None


@dataclass(slots=True, eq=False)
class Item:
    """A piece of text between `q` and `Q`.

    Attributes:
        section: The section it is in.
        start: Where its `q` stands.
        end: Where its `Q` ends.
        around: The places of the `q` around it.
        state: The operations that set colours and the like for it.
        mode: The text rendering mode.
        glyphs: Its glyphs in the order of the stream.
        reversed: Whether the stream says that its strings run from right to left.
    """

    section: Section
    start: int
    end: int
    around: tuple[int, ...]
    state: bytes
    mode: int
    glyphs: list[Glyph]
    reversed: bool

    @property
    def look(self) -> tuple[object, ...]:
        """What has to be the same where two pieces are written as one."""
        section = self.section
        properties = [pair for pair in section.properties.items() if pair[0] != "/MCID"]
        owner = section.start if section.mcid is None else section.owner
        return self.state, self.mode, section.tag, properties, owner


@dataclass(slots=True)
class Page:
    """The content of a page."""

    data: bytes
    sections: list[Section] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
