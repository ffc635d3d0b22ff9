"""Lines to paragraphs: text that was wrapped by hand or by a mail program is put together.

Most texts have a line for every paragraph. In one that was wrapped, lines that run full are
followed by lines whose first word would not have fitted; that is how it is known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from editor.reading.decoding import limits
from editor.reading.errors import ReadingError
from editor.reading.stretches import Stretch, joined, stretch

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_VISIBLE = regex.compile(r"[^\p{Z}\p{C}\p{M}]")
_ENDS_SENTENCE = regex.compile(r"[.!?؟:…۔](?:[\s\p{Pf}\p{Pi}\"')\]]*)$")
_WIDEST = 120
"""Longer lines were not wrapped: mail programs break at 72 to 80, terminals at up to 120."""
_NARROWEST = 45
"""Narrower lines are lines of an address or a list."""
_STARTS_ITEM = regex.compile(
    r"\s*(?:[-–—*•·▪◦●○■□‣⁃➢➤✓]\s|(?:\(?(?:\d{1,2}[).]|[a-zA-Z]\)|[أ-ي]\)|[a-z]\.)|\d{1,2}\s?[-–]|#)\s)"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the source.

    Attributes:
        stretch: Its words and their places.
        blank_before: Whether an empty line, or nothing, stands before it.
        blank_after: Whether an empty line, or nothing, stands after it.
        lines: How many lines it was put together from.
    """

    stretch: Stretch
    blank_before: bool
    blank_after: bool
    lines: int = 1

    @property
    def words(self) -> str:
        """Its words."""
        return self.stretch.words


def starts_item(words: str) -> bool:
    """Whether a line begins with a bullet, a number or a letter of a list."""
    return bool(_STARTS_ITEM.match(words))


def ends_sentence(words: str) -> bool:
    """Whether a line ends as sentences do, closing marks and brackets left aside."""
    return bool(_ENDS_SENTENCE.search(words[-8:]))


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, in order.

    Raises:
        ReadingError: A line or the number of paragraphs is beyond the limits.
    """
    lines = list(_lines(text))
    _check_limits(lines)
    width = _wrapped_at(lines)
    found: list[list[tuple[Stretch, bool]]] = []
    for index, (line, blank_before) in enumerate(lines):
        previous = lines[index - 1][0].words if index else ""
        if found and not blank_before and _continues(previous, line.words, width):
            found[-1].append((line, blank_before))
        else:
            found.append([(line, blank_before)])
    blanks = [group[0][1] for group in found] + [True]
    return tuple(
        Paragraph(joined([line for line, _ in group]), blanks[i], blanks[i + 1], len(group))
        for i, group in enumerate(found)
    )


def _lines(text: str) -> Iterator[tuple[Stretch, bool]]:
    """The visible lines, each with whether a blank line stands before it."""
    ends = 2
    position = 0
    for match in _LINE.finditer(text):
        ends += len(text[position : match.start()].replace("\r\n", "\n"))
        position = match.end()
        if _VISIBLE.search(match[0]):
            yield stretch(text, match.start(), match.end()), ends > 1
            ends = 0


def _check_limits(lines: list[tuple[Stretch, bool]]) -> None:
    most = limits()
    if len(lines) > most.paragraphs * 4:
        raise ReadingError("too_many", most=most.paragraphs)
    if any(len(line.words) > most.paragraph_characters for line, _ in lines):
        raise ReadingError("too_long", most=most.paragraph_characters)


def _wrapped_at(lines: list[tuple[Stretch, bool]]) -> int:
    """The width at which the text was wrapped, or 0 if it was not."""
    pairs = [
        (lines[i][0].words, lines[i + 1][0].words)
        for i in range(len(lines) - 1)
        if not lines[i + 1][1] and not starts_item(lines[i + 1][0].words)
    ]
    short = [pair for pair in pairs if len(pair[0]) <= _WIDEST]
    if not short or max(len(first) for first, _ in short) < _NARROWEST:
        return 0
    if len(short) < 2 or len(short) < len(pairs) * 0.7:
        return 0
    width = max(len(first) for first, _ in short)
    full = [first for first, second in short if _runs_full(first, second, width)]
    open_ended = sum(1 for first in full if not ends_sentence(first))
    return width if len(full) >= 2 and open_ended > len(full) / 2 else 0


def _runs_full(line: str, following: str, width: int) -> bool:
    first_word = following.split(maxsplit=1)[0]
    tolerance = width // 10
    return len(line) <= _WIDEST and len(line) + 1 + len(first_word) > width - tolerance


def _continues(line: str, following: str, width: int) -> bool:
    """Whether a line goes on in the following one."""
    if not width or not _runs_full(line, following, width):
        return False
    # A dash may begin an item, or stand in a sentence where the line happened to break.
    dashed = following[:1] in "–—-" and not (ends_sentence(line) or line[-1:] in ";؛،,")
    if starts_item(following) and not dashed:
        return False
    return not (ends_sentence(line) and following[:1].isspace())
