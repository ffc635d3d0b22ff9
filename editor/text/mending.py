"""A text that came in broken, line by line: turned round, shaped, or decoded wrongly.

Nothing in such a text can be read before it is mended, so this comes before everything else. Only
what is certain is mended; see `visual`, `presentation` and `mojibake`.
"""

from dataclasses import dataclass

from editor.text.arabic import is_arabic
from editor.text.mojibake import Garbled, find_garbled, is_arabic_as_western
from editor.text.presentation import find_forms, letters
from editor.text.visual import Order, order_of, turned_back

_MOST_SHAPED = 3
"""A line is shaped as a whole when not more than one letter in so many is a plain one."""


@dataclass(frozen=True, slots=True)
class MendedText:
    """A text, and how many of its lines were mended."""

    text: str
    count: int


def ungarbled(text: str, found: tuple[Garbled, ...]) -> str:
    """A text with its garbled stretches as they were."""
    pieces, end = [], 0
    for garbled in found:
        pieces += [text[end : garbled.start], garbled.right]
        end = garbled.end
    return "".join([*pieces, text[end:]])


def mend(text: str) -> MendedText:
    """A text with every line as it was typed that can be made so with certainty."""
    if text.isascii():
        return MendedText(text, 0)
    is_known = any(map(is_arabic_as_western, text.split("\n")))
    garbled = [(line, find_garbled(line, is_known=is_known)) for line in text.split("\n")]
    lines = [ungarbled(line, found) for line, found in garbled]
    orders = [order_of(line) for line in lines]
    if Order.VISUAL in orders and Order.LOGICAL not in orders:
        # A line whose words tell nothing, such as «دور», came the same way as the others.
        orders = [Order.VISUAL if is_arabic(line) else Order.UNKNOWN for line in lines]
    mended = [_mended(line, order) for line, order in zip(lines, orders, strict=True)]
    count = sum(new != old for new, old in zip(mended, text.split("\n"), strict=True))
    if orders[:2] == [Order.UNKNOWN, Order.VISUAL] and not lines[0]:
        return MendedText(_breaks_put_back(mended, orders), count)
    return MendedText("\n".join(mended), count)


def _mended(line: str, order: Order) -> str:
    if order is Order.VISUAL:
        candidates = turned_back(line)
        return candidates[0] if len(candidates) == 1 else line
    return letters(line, words=True) if order is Order.LOGICAL and _is_shaped(line) else line


def _is_shaped(line: str) -> bool:
    """Whether a program shaped the whole line, and not a word of it was pasted."""
    forms = sum(end - start for start, end in find_forms(line))
    plain = sum("\u0621" <= character <= "\u064a" for character in line)
    return forms > _MOST_SHAPED * plain


def _breaks_put_back(lines: list[str], orders: list[Order]) -> str:
    """The lines of a text that was turned as a whole.

    Each paragraph's line break was turned with it, and stands before its words instead of after
    them; the last paragraph may have had none.
    """
    written: list[str] = []
    has_blank, waiting = False, 0
    for number, (line, order) in enumerate(zip(lines, orders, strict=True)):
        is_last = number == len(lines) - 1
        waiting += number > 0
        if not line:
            continue
        if order is Order.VISUAL and waiting:
            waiting -= 1
            before = "\n" * waiting
            has_blank = has_blank or bool(waiting and written)
            lacks_break = is_last and has_blank and not waiting
            written.append(f"\n{line}" if lacks_break else f"{before}{line}\n")
            waiting = 0
        else:
            written.append("\n" * waiting + line + ("" if is_last else "\n"))
            waiting = -1
    return "".join([*written, "\n" * max(waiting, 0)])
