"""Characters that nobody sees and nobody meant (UNI-02), and marks over letters (UNI-07)."""

import unicodedata
from collections.abc import Iterator

import regex

from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, text_rule
from editor.text.characters import code_point

_JOINERS = "\u200c\u200d"
_BREAKS = "\u000b\u000c\r\u0085\u2028\u2029"
_UNSEEN = regex.compile(
    f"[\u200b{_JOINERS}\u2060\u00ad\ufeff\u180e{_BREAKS}\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]++"
)
_LETTER = regex.compile(r"[\p{L}\p{M}\p{Nd}]")
_PICTURE = regex.compile(r"[\p{Emoji_Presentation}\p{Extended_Pictographic}\ufe0f]")
_MARKED = regex.compile(r"[\p{L}\p{N}]?\p{M}++|[\u1100-\u11ff]++")
_ARABIC_ORDER = regex.compile(r"[\u064b-\u0652\u0670]")


@text_rule("UNI-02", Severity.WARNING)
def unseen_character(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A zero-width space, a soft hyphen, a byte order mark, a control character.

    A joiner between letters, or in a picture, shapes what is seen and is let be.
    """
    if passage.words.isascii() and passage.words.isprintable():
        return
    for match in _UNSEEN.finditer(passage.words):
        start, end = match.span()
        before, after = passage.words[start - 1 : start], passage.words[end : end + 1]
        if set(match[0]) <= set(_JOINERS) and _shapes(before, after):
            continue
        divides = _LETTER.match(before) is not None and _LETTER.match(after) is not None
        breaks = any(character in _BREAKS for character in match[0])
        right = " " if breaks and divides else ""
        # A zero-width space may be all that parts two words.
        safe = not (divides and "\u200b" in match[0])
        fixes = [passage.fix(start, end, right, safe=safe, key="UNI-02.fix")]
        if not safe:
            fixes.append(passage.fix(start, end, " ", safe=False, key="UNI-02.fix_space"))
        yield passage.hit(start, end, *fixes, values={"name": code_point(match[0][0])})


def _shapes(before: str, after: str) -> bool:
    """Whether a joiner changes what is seen: after a letter, or between pictures."""
    return _LETTER.match(before) is not None or _PICTURE.match(before + after) is not None


@text_rule("UNI-07", Severity.WARNING)
def uncomposed_letters(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A letter and a mark that are one letter, a mark written twice, a mark over nothing.

    The order of Arabic vowel signs is no matter: every order is seen alike, and people type ـَّ in
    two ways.
    """
    if passage.words.isascii():
        return
    for match in _MARKED.finditer(passage.words):
        start, end = match.span()
        if unicodedata.category(match[0][0]).startswith("M"):
            if start == 0 or passage.words[start - 1].isspace():
                alone = start > 0 and passage.words[end : end + 1].isspace()
                fix = passage.fix(start - alone, end, "", safe=False, key="UNI-07.fix")
                yield passage.hit(start, end, fix, case="stray")
            continue
        right = _composed(match[0])
        if right != match[0]:
            fix = passage.fix(start, end, right, safe=True)
            case = "doubled" if len(set(match[0])) < len(match[0]) else "message"
            yield passage.hit(start, end, fix, case=case, values={"right": right})


def _composed(written: str) -> str:
    """A letter with its marks, each once, composed where there is one character for them."""
    single = "".join(dict.fromkeys(written)) if _ARABIC_ORDER.search(written) else written
    composed = unicodedata.normalize("NFC", single)
    return single if sorted(composed) == sorted(single) else composed
