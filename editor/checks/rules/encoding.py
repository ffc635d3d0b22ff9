"""Text that came in broken: shapes in the place of letters, visual order, a wrong encoding.

UNI-03 is for a few shaped words in a sound text. A text that is broken as a whole is UNI-09's, and
nothing else is said of it: no rule can read it.
"""

from collections.abc import Iterator

import regex

from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, text_rule
from editor.text.mojibake import find_garbled
from editor.text.presentation import find_forms, letters
from editor.text.visual import Order, may_be_visual, order_of, turned_back

_LOST = regex.compile("\ufffd++")


@text_rule("UNI-03", Severity.WARNING)
def presentation_forms(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """Arabic letters that are stored as shapes; ﷺ, ﷲ, ﴾ and ﴿ are meant as they are."""
    forms = find_forms(passage.words)
    if not forms or passage.once(_order) is Order.VISUAL:
        return
    for start, end in forms:
        right = letters(passage.words[start:end])
        fix = passage.fix(start, end, right, safe=True)
        yield passage.hit(start, end, fix, values={"right": right}, group="UNI-03")


@text_rule("UNI-09", Severity.ERROR)
def broken_text(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """Arabic stored as it is seen, letters of a wrong encoding, and letters that were lost.

    Mended by itself where only one text can have been meant.
    """
    if passage.words.isascii():
        return
    if passage.once(_order) is Order.VISUAL:
        found = turned_back(passage.words)
        end = len(passage.words)
        fixes = [passage.fix(0, end, right, safe=len(found) == 1) for right in found]
        yield passage.hit(0, end, *fixes)
        return
    for garbled in find_garbled(passage.words):
        fix = passage.fix(garbled.start, garbled.end, garbled.right, safe=True)
        yield passage.hit(garbled.start, garbled.end, fix, case="garbled", group="UNI-09")
    for match in _LOST.finditer(passage.words):
        yield passage.hit(*match.span(), case="lost")


def _order(passage: Passage) -> Order:
    return order_of(passage.words) if may_be_visual(passage.words) else Order.UNKNOWN
