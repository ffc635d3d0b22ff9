"""Pairs of quotation marks: where they open, where they close, and which are left alone.

Marks of one kind that look alike in practice are one family: «“», «”», «„» and «"» may close each
other, since people and programs mix them. What a mark does is told by its shape where the shape
says it, and by the spaces and letters around it where it does not. Apostrophes are not marks.

A quotation over several paragraphs opens anew in each of them and closes in the last; a mark that
waits for its partner in a later paragraph is therefore not unbalanced. Finding is linear.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

_FAMILIES = {
    **dict.fromkeys('“”„‟"″＂', "double"),
    **dict.fromkeys(("«", "»", "<<", ">>"), "angle"),
    **dict.fromkeys("‹›", "small angle"),
    **dict.fromkeys(("((", "))"), "brackets"),
    **dict.fromkeys(("``", "''"), "typed"),
    **dict.fromkeys("‘’‚'", "single"),
}
_OPENING = frozenset(("“", "„", "‟", "«", "<<", "‹", "((", "``"))
_CLOSING = frozenset(("»", ">>", "›", "))"))
_EITHER = frozenset('"″＂')
_TOKENS = regex.compile(r"<<|>>|\(\(|\)\)|``|''|[«»‹›“”„‟\"″＂‘’‚']")
_BEFORE_OPENING = frozenset("([{—–-/:،,«“\"„‹<‘'")
_AFTER_CLOSING = frozenset(".,،؛;:!?؟…)]}»”\"›>’'—–-/")
_SHORT = 30
"""How long a stretch in single marks may be that ends like a plural's genitive."""
_LONGEST_SILENCE = 5
"""How many paragraphs without a mark of its kind a quotation may run through."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted stretch of one paragraph, or a mark without a partner.

    Attributes:
        open: Where its opening mark begins; None when only a closing mark was found, or when the
            stretch goes on from the paragraph before without a mark.
        close: Where its closing mark begins; None when only an opening mark was found, or when the
            stretch goes on in the next paragraph.
        inner_start: The first code point of the words inside, spaces left out.
        inner_end: One past the last code point of the words inside.
        marks: The marks as written, opening then closing; "" for one that is not there.
        depth: How many quoted stretches it stands in.
        goes_on: Whether it continues in the next paragraph.
        went_on: Whether it continues from the paragraph before.
    """

    open: int | None
    close: int | None
    inner_start: int
    inner_end: int
    marks: tuple[str, str]
    depth: int = 0
    goes_on: bool = False
    went_on: bool = False

    @property
    def start(self) -> int:
        """Where it begins, mark included."""
        return self.inner_start if self.open is None else self.open

    @property
    def end(self) -> int:
        """One past its last code point, mark included."""
        return self.inner_end if self.close is None else self.close + len(self.marks[1])

    @property
    def is_balanced(self) -> bool:
        """Whether both marks are there, or stand in a neighbouring paragraph."""
        opened = self.open is not None or self.went_on
        return opened and (self.close is not None or self.goes_on)


def find_quoted(text: str, language: str) -> tuple[Quoted, ...]:
    """Every quoted stretch of one paragraph, in order of its start.

    Args:
        text: One paragraph.
        language: The code of its language; «((» is a quotation mark in Arabic only.
    """
    return find_quoted_across((text,), language)[0]


def find_quoted_across(paragraphs: Sequence[str], language: str) -> tuple[tuple[Quoted, ...], ...]:
    """The quoted stretches of each of several paragraphs that follow one another."""
    scans: list[_Scan] = []
    found: list[list[Quoted]] = []
    waiting: int | None = None
    for number, text in enumerate(paragraphs):
        family = scans[waiting].unclosed_family if waiting is not None else ""
        scan = _scan(text, language, family, waiting == number - 1)
        scans.append(scan)
        found.append(list(scan.found))
        if waiting is not None and scan.resumed is not None:
            _join(scans, found, waiting, number, paragraphs)
        if scan.unclosed is not None:
            waiting = number
        elif waiting is not None and (
            family in scan.families or number - waiting > _LONGEST_SILENCE
        ):
            waiting = None
    return tuple(tuple(sorted(each, key=lambda q: (q.start, -q.end))) for each in found)


def _join(
    scans: "Sequence[_Scan]",
    found: list[list[Quoted]],
    first: int,
    last: int,
    paragraphs: Sequence[str],
) -> None:
    """Tie a stretch that waits in one paragraph to the one that resumes it in a later one."""
    opener, resumed = scans[first].unclosed, scans[last].resumed
    if opener is None or resumed is None:
        return
    found[first][opener] = replace(found[first][opener], goes_on=True)
    found[last][resumed] = replace(found[last][resumed], went_on=True)
    for between in range(first + 1, last):
        start, end = _trimmed(paragraphs[between], 0, len(paragraphs[between]))
        whole = Quoted(None, None, start, end, ("", ""), goes_on=True, went_on=True)
        found[between].append(whole)


@dataclass(frozen=True, slots=True)
class _Opener:
    at: int
    mark: str
    resumes: bool


class _Scan:
    """The marks of one paragraph, paired.

    Attributes:
        found: The stretches, in the order in which they ended.
        families: The families of marks that were seen.
        unclosed: The index in `found` of the outermost opening mark without a partner.
        unclosed_family: Its family, or "".
        resumed: The index in `found` of the stretch that may continue one from before.
    """

    def __init__(self, text: str, language: str, waiting: str, *, adjacent: bool) -> None:
        self.found: list[Quoted] = []
        self.families: set[str] = set()
        self.unclosed: int | None = None
        self.unclosed_family = ""
        self.resumed: int | None = None
        self._text = text
        self._waiting = waiting
        self._adjacent = adjacent
        self._stack: list[_Opener] = []
        self._depths: Counter[str] = Counter()
        marks = [m for m in _TOKENS.finditer(text) if m[0] not in {"((", "))"} or language == "ar"]
        self._singles = _pair_singles(text, marks)
        self._left = Counter(_FAMILIES[mark[0]] for mark in marks)
        for match in marks:
            self._take(match[0], match.start())
        self._leave_open()

    def _take(self, mark: str, at: int) -> None:
        family = _FAMILIES[mark]
        if family == "single" and at not in self._singles:
            return  # an apostrophe, or the letter ʿayn of a transcription
        self._left[family] -= 1
        resumes = family == self._waiting and family not in self.families
        self.families.add(family)
        if resumes and self._adjacent and not self._text[:at].strip():
            self._open(_Opener(at, mark, resumes=True))
        elif self._opens(mark, at):
            self._open(_Opener(at, mark, resumes=False))
        elif self._closes(mark, at):
            self._close(at, mark, resumes=resumes)

    def _opens(self, mark: str, at: int) -> bool:
        family = _FAMILIES[mark]
        if family == "single":
            return self._singles[at]
        opens, closes = self._looks(at, len(mark))
        inside = self._depths[family] > 0
        if mark in _CLOSING or mark == "”":
            return not inside and opens and not closes and self._left[family] > 0
        if mark in _OPENING:
            # In text typed from right to left “ may close; « never stands for ».
            return not inside or family != "double" or opens or not closes
        if not inside:
            return not closes
        # Straight marks nest only if enough of them are left to close both stretches.
        return opens and not closes and self._left[family] >= 2

    def _closes(self, mark: str, at: int) -> bool:
        inside = self._depths[_FAMILIES[mark]] > 0
        # A number before a lone straight mark makes it a sign for inches.
        return inside or not (mark in _EITHER and self._text[max(at - 1, 0) : at].isdecimal())

    def _looks(self, at: int, length: int) -> tuple[bool, bool]:
        """Whether the characters around a mark look like those at an opening, and at a closing."""
        before = self._text[max(at - 1, 0) : at]
        after = self._text[at + length : at + length + 1]
        opens = bool(after.strip()) and (not before.strip() or before in _BEFORE_OPENING)
        closes = bool(before.strip()) and (not after.strip() or after in _AFTER_CLOSING)
        return opens, closes

    def _open(self, opener: _Opener) -> None:
        self._stack.append(opener)
        self._depths[_FAMILIES[opener.mark]] += 1

    def _close(self, at: int, mark: str, *, resumes: bool) -> None:
        family = _FAMILIES[mark]
        if not self._depths[family]:
            start, end = _trimmed(self._text, 0, at) if resumes else (at, at)
            if resumes:
                self.resumed = len(self.found)
            self.found.append(Quoted(None, at, start, end, ("", mark)))
            return
        while _FAMILIES[self._stack[-1].mark] != family:
            self._leave(self._stack.pop())
        opener = self._stack.pop()
        self._depths[family] -= 1
        start, end = _trimmed(self._text, opener.at + len(opener.mark), at)
        if opener.resumes:
            self.resumed = len(self.found)
        marks = (opener.mark, mark)
        self.found.append(Quoted(opener.at, at, start, end, marks, len(self._stack)))

    def _leave_open(self) -> None:
        while self._stack:
            outermost = self._stack.pop()
            self.unclosed, self.unclosed_family = len(self.found), _FAMILIES[outermost.mark]
            self._leave(outermost)

    def _leave(self, opener: _Opener) -> None:
        """Record an opening mark without a partner; its stretch runs to the paragraph's end."""
        self._depths[_FAMILIES[opener.mark]] -= 1
        start, end = _trimmed(self._text, opener.at + len(opener.mark), len(self._text))
        if opener.resumes:
            self.resumed = len(self.found)
        marks = (opener.mark, "")
        self.found.append(Quoted(opener.at, None, start, end, marks, len(self._stack)))


@lru_cache(maxsize=512)
def _scan(text: str, language: str, waiting: str, adjacent: bool) -> _Scan:  # noqa: FBT001  # lru_cache is quickest by place
    """The marks of a paragraph; kept, for it is read by itself, among others and again."""
    return _Scan(text, language, waiting, adjacent=adjacent)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _pair_singles(text: str, marks: "Sequence[regex.Match[str]]") -> dict[int, bool]:
    """The single marks that quote, by their place: True where they open, False where they close.

    An apostrophe looks like a closing mark. One with punctuation beside it is taken for a closing
    mark before one that merely ends a word, as the apostrophe of a plural does.
    """
    places = [mark.start() for mark in marks if _FAMILIES[mark[0]] == "single"]
    ends = [at for at in places if text[at] in "’'‘" and _ends_word(text, at)]
    sure = [at for at in ends if _beside_punctuation(text, at)]
    pairs: dict[int, bool] = {}
    busy_until = -1
    for at in places:
        if at <= busy_until or text[at] == "’" or not _begins_word(text, at):
            continue
        closing = _next(sure, at)
        if closing is None:
            closing = _next(ends, at)
            if closing is not None and text[closing - 1] == "s" and closing - at > _SHORT:
                closing = None  # rather the apostrophe of a plural
        if closing is not None:
            pairs[at], pairs[closing] = True, False
            busy_until = closing
    return pairs


def _next(places: list[int], at: int) -> int | None:
    index = bisect_left(places, at + 1)
    return places[index] if index < len(places) else None


def _begins_word(text: str, at: int) -> bool:
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    return (not before.strip() or before in _BEFORE_OPENING) and after.isalpha()


def _ends_word(text: str, at: int) -> bool:
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    return bool(before.strip()) and not after.isalnum()


def _beside_punctuation(text: str, at: int) -> bool:
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    return before in ".,!?…”»،؟" or not after or after in ".,;:!?…)”»،؛؟"
