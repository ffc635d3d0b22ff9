"""Taking fixes: all the safe ones at once, in a text or in a draft.

Fixes that would change the same characters exclude one another; the one that comes first in the
order of findings is taken, and the other's turn comes when the text is checked again. Applying
all safe fixes to what they produced changes nothing.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from editor.checks.engine import Checker
from editor.checks.findings import END_MARK, SEPARATOR, Edit, Finding, Fix
from editor.checks.speller import Speller
from editor.house.style import House
from editor.release.content import Release
from editor.release.draft import Draft
from editor.release.source import Source
from editor.text.mending import mend

ACTION = "fix"
"""The name of the step that can be undone."""
_MOST_PASSES = 12


class ReadText(Protocol):
    """A text as it was read: the release in it, and where each of its words stood."""

    @property
    def release(self) -> Release:
        """The release."""
        ...

    @property
    def source(self) -> Source:
        """The text, with the places of the release's words in it."""
        ...


@dataclass(frozen=True, slots=True)
class FixedText:
    """A text after its safe fixes, and how many were taken."""

    text: str
    count: int


def fix_text(
    text: str, read: Callable[[str], ReadText], house: House, speller: Speller | None = None
) -> FixedText:
    """A source text with every safe fix applied, again until nothing is left to mend.

    Args:
        text: The text, decoded.
        read: Reads a text into a release.
        house: The house style whose settings hold.
        speller: Who knows words; None for nobody.
    """
    # What is broken as a whole has to be mended before anything can be read in it.
    whole = mend(text)
    text, count = whole.text, whole.count
    checker = Checker(house, speller=speller)
    for _ in range(_MOST_PASSES):
        reading = read(text)
        findings = checker.check(reading.release, reading.source, reading.release.language)
        located = [_located(fix, reading) for fix in _safe(findings)]
        chosen = without_conflicts(fix for fix in located if fix is not None)
        if not chosen:
            break
        text = applied(reading.source.text, [edit for fix in chosen for edit in fix.edits])
        count += len(chosen)
    return FixedText(text, count)


def apply(draft: Draft, findings: Sequence[Finding]) -> int:
    """Take the safe fix of each finding as one step of the draft; returns how many were taken.

    The findings are of the draft as it stands; what lies between paragraphs is no part of it.
    """
    by_language: dict[str, list[Fix]] = defaultdict(list)
    for finding in findings:
        if finding.safe_fix is not None:
            by_language[finding.language].append(finding.safe_fix)
    chosen = {code: without_conflicts(fixes) for code, fixes in by_language.items()}
    return _take(draft, chosen)


def fix_draft(draft: Draft, checker: Checker) -> int:
    """A draft with every safe fix taken, again until nothing is left; returns how many were."""
    total = 0
    for _ in range(_MOST_PASSES):
        taken = apply(draft, checker.check(draft.snapshot()))
        if not taken:
            break
        total += taken
    return total


def take(draft: Draft, finding: Finding, fix: Fix) -> None:
    """Take one fix of one finding, safe or not, as one step of the draft."""
    _take(draft, {finding.language: [fix]})


def _take(draft: Draft, fixes: dict[str, list[Fix]]) -> int:
    count = 0
    with draft.action(ACTION):
        for language, chosen in fixes.items():
            possible = [fix for fix in chosen if all(e.where != SEPARATOR for e in fix.edits)]
            edits = [edit for fix in possible for edit in fix.edits]
            for edit in sorted(edits, key=lambda edit: (edit.where, -edit.start, -edit.end)):
                _edit(draft, language, edit)
            count += len(possible)
    return count


def _edit(draft: Draft, language: str, edit: Edit) -> None:
    if edit.where == END_MARK:
        draft.set_end_mark(True)
    else:
        draft.replace(edit.where, language, edit.start, edit.end, edit.replacement)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """A text with some edits, none of which overlap, made in it."""
    pieces, end = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [text[end : edit.start], edit.replacement]
        end = edit.end
    return "".join([*pieces, text[end:]])


def without_conflicts(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can be taken together; of those that cannot, the first."""
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    chosen = []
    for fix in fixes:
        if not any(_conflicts(taken[edit.where], edit) for edit in fix.edits):
            chosen.append(fix)
            for edit in fix.edits:
                places = taken[edit.where]
                places.insert(bisect_left(places, (edit.start, edit.end)), (edit.start, edit.end))
    return chosen


def _conflicts(taken: list[tuple[int, int]], edit: Edit) -> bool:
    index = bisect_left(taken, (edit.start, edit.end))
    for start, end in taken[max(index - 1, 0) : index + 1]:
        overlaps = start < edit.end and edit.start < end
        if overlaps or (start == end and edit.start == edit.end == start):
            return True
    return False


def _safe(findings: Iterable[Finding]) -> Iterable[Fix]:
    return (finding.safe_fix for finding in findings if finding.safe_fix is not None)


def _located(fix: Fix, reading: ReadText) -> Fix | None:
    """The fix in the offsets of the source text; None where its words do not stand there."""
    edits = []
    for edit in fix.edits:
        place: tuple[int, int] | None = (edit.start, edit.end)
        if edit.where != SEPARATOR:
            place = reading.source.locate(edit.where, edit.start, edit.end)
        if place is None or place[1] - place[0] != edit.end - edit.start:
            return None
        edits.append(Edit(SEPARATOR, *place, edit.replacement))
    return Fix(tuple(edits), fix.safe, fix.key)
