"""From a page's content stream to its glyphs: what stands where, and for which characters.

A page is a row of marked-content sections (ISO 32000-1, 14.6); in them stand pieces of text, each
between its own `q` and `Q`, and drawings.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.writing.mending.fonts import Font
from editor.writing.mending.page import Glyph, Item, Page, Section
from editor.writing.mending.tokens import NotUnderstoodError, Operand, Operation, operations

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_STATE = frozenset(b"cs CS sc scn SC SCN g G rg RG k K gs w J j M d ri i".split())
_TEXT_STATE = frozenset(b"Tc Tw Tz TL Ts".split())


@dataclass(slots=True)
class _Level:
    """What lies between a `q` and its `Q`."""

    start: int
    before: Matrix
    matrix: Matrix
    state: list[bytes] = field(default_factory=list)
    plain: bool = True
    text: "_Text | None" = None


@dataclass(slots=True)
class _Text:
    """The text between `BT` and `ET`."""

    glyphs: list[Glyph] = field(default_factory=list)
    matrix: Matrix = _SAME
    pen: float = 0.0
    font: str = ""
    size: float = 0.0
    mode: int = 0
    marks: list[tuple[int, str | None]] = field(default_factory=list)
    reversed: bool = False
    plain: bool = True


def read_page(data: bytes, fonts: Mapping[str, Font | None]) -> Page:
    """The sections and the text of a page.

    Raises:
        NotUnderstoodError: The page is not written as this module knows it.
    """
    return _Reader(data, fonts).read()


class _Reader:
    def __init__(self, data: bytes, fonts: Mapping[str, Font | None]) -> None:
        self._page = Page(data)
        self._fonts = fonts
        self._levels = [_Level(0, _SAME, _SAME, plain=False)]
        self._sections: list[Section | None] = []
        self._text: _Text | None = None
        self._spans = 0

    def read(self) -> Page:
        for operation in operations(self._page.data):
            if self._text is None:
                self._outside(operation)
            else:
                self._inside(operation, self._text)
        if self._text or self._sections or len(self._levels) > 1:
            raise NotUnderstoodError("end of page")
        return self._page

    def _outside(self, done: Operation) -> None:
        """An operation that is not between `BT` and `ET`."""
        level = self._levels[-1]
        operator = done.operator
        if operator == b"q":
            level.plain = False
            self._levels.append(_Level(done.start, level.matrix, level.matrix))
        elif operator == b"Q":
            self._close(done)
        elif operator == b"cm":
            level.matrix = _times(_matrix(done), level.matrix)
        elif operator in _STATE:
            level.state.append(self._page.data[done.start : done.end])
        elif operator == b"BT":
            level.plain = level.plain and level.text is None
            self._text = level.text = _Text()
            if len(self._levels) == 1:
                self._more()
        elif operator in {b"BDC", b"BMC"}:
            self._open_section(done)
        elif operator == b"EMC":
            self._close_section(done)
        elif operator in _TEXT_STATE or operator in {b"Tf", b"Tr"}:
            raise NotUnderstoodError("text state", done.start)
        else:
            level.plain = False
            self._more()

    def _close(self, done: Operation) -> None:
        """A `Q`: what it ends is a piece of text, or something else."""
        if len(self._levels) == 1:
            raise NotUnderstoodError("graphics state", done.start)
        level = self._levels.pop()
        if level.text is None:
            return
        section = self._sections[0] if len(self._sections) == 1 else None
        if section is None or section.start > level.start:
            self._more()
            return
        text = level.text
        around = tuple(outer.start for outer in self._levels[1:])
        known = level.plain and text.plain and text.glyphs and level.before == _SAME
        if not known or (around and around[-1] > section.start):
            self._more()
            return
        self._page.items.append(
            Item(
                section=section,
                start=level.start,
                end=done.end,
                around=around,
                state=b" ".join(level.state),
                mode=text.mode,
                glyphs=text.glyphs,
                reversed=text.reversed,
            )
        )

    def _more(self) -> None:
        """What is drawn here is no text that can be written anew."""
        for section in self._sections:
            if section is not None:
                section.more = True

    def _open_section(self, done: Operation) -> None:
        self._levels[-1].plain = False
        if self._sections:
            self._more()
            self._sections.append(None)
            return
        tag = str(done.operands[0])
        properties = done.operands[1] if len(done.operands) > 1 else {}
        if not isinstance(properties, dict):
            raise NotUnderstoodError("properties", done.start)
        mcid = properties.get("/MCID")
        section = Section(
            tag, properties, int(mcid) if isinstance(mcid, float) else None, done.start, done.end
        )
        self._sections.append(section)
        self._page.sections.append(section)

    def _close_section(self, done: Operation) -> None:
        if not self._sections:
            raise NotUnderstoodError("marked content", done.start)
        section = self._sections.pop()
        if section is not None:
            section.end = done.end

    def _inside(self, done: Operation, text: _Text) -> None:
        """An operation between `BT` and `ET`."""
        operator, operands = done.operator, done.operands
        if operator == b"Tj" or operator == b"TJ":  # noqa: PLR1714 - twice as fast, and met most
            row = operands[0]
            self._show(text, row if isinstance(row, list) else [row])
        elif operator == b"Tm":
            text.matrix, text.pen = _matrix(done), 0.0
        elif operator == b"Tf":
            text.font, text.size = str(operands[0]), _number(operands[1])
        elif operator == b"Tr":
            mode = int(_number(operands[0]))
            text.plain = text.plain and (not text.glyphs or text.mode == mode)
            text.mode = mode
        elif operator in {b"BMC", b"BDC"}:
            self._mark(text, operands)
        elif operator == b"EMC":
            if not text.marks:
                raise NotUnderstoodError("marked content", done.start)
            text.marks.pop()
        elif operator == b"ET":
            if text.marks:
                raise NotUnderstoodError("marked content", done.start)
            self._text = None
        else:
            text.plain = False

    def _mark(self, text: _Text, operands: list[Operand]) -> None:
        properties = operands[1] if len(operands) > 1 else {}
        actual = properties.get("/ActualText") if isinstance(properties, dict) else None
        if isinstance(actual, bytes):
            self._spans += 1
            text.marks.append((self._spans, _string(actual)))
        else:
            text.marks.append((0, None))
        text.reversed = text.reversed or operands[0] == "/ReversedChars"

    def _show(self, text: _Text, row: list[Operand]) -> None:
        """The glyphs of a string, or of a row of strings and moves."""
        font = self._fonts.get(text.font)
        matrix = _times(text.matrix, self._levels[-1].matrix)
        if font is None or (matrix[0], matrix[1], matrix[2], matrix[3]) != (1.0, 0.0, 0.0, 1.0):
            text.plain = False
            return
        span, actual = next((mark for mark in reversed(text.marks) if mark[0]), (0, None))
        scale = text.size / 1000
        _, _, _, _, left, y = matrix
        before = text.pen
        for part in row:
            if isinstance(part, bytes):
                for at in range(0, len(part) - 1, 2):
                    code = part[at] << 8 | part[at + 1]
                    width = font.width(code) * scale
                    own = actual if actual is not None else font.texts.get(code, "")
                    x, pen = left + text.pen, left + before
                    glyph = Glyph(x, y, pen, code, text.font, text.size, width, own, span)
                    text.glyphs.append(glyph)
                    text.pen += width
                    before = text.pen
            else:
                text.pen -= _number(part) * scale


def _number(operand: Operand) -> float:
    if not isinstance(operand, float):
        raise NotUnderstoodError("number")
    return operand


def _matrix(done: Operation) -> Matrix:
    if len(done.operands) != 6:
        raise NotUnderstoodError("matrix", done.start)
    a, b, c, d, e, f = map(_number, done.operands)
    return a, b, c, d, e, f


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _string(raw: bytes) -> str:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    return raw.decode("latin-1")
