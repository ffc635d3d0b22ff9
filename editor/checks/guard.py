"""Keeps safe fixes out of what a person must look at: quotations and addresses."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from editor.checks.document import Document, merged
from editor.checks.findings import Edit, Finding, Fix
from editor.checks.unreadable import BROKEN


def guarded(findings: Iterable[Finding], document: Document) -> Iterator[Finding]:
    """The findings, with a fix safe only where nothing it changes is quoted or an address."""
    passages = {passage.where: passage for passage in document.passages}
    kept: dict[str, list[tuple[int, int]]] = {}

    def is_kept(edit: Edit) -> bool:
        passage = passages.get(edit.where)
        if passage is None:
            return False
        if edit.where not in kept:
            kept[edit.where] = merged(document.kept(passage))
        return _touches(kept[edit.where], edit)

    for finding in findings:
        if finding.safe_fix is None or finding.rule == BROKEN:
            yield finding  # to read a text as it was stored changes no word of it
        else:
            fixes = tuple(_unsafe(f) if any(map(is_kept, f.edits)) else f for f in finding.fixes)
            yield finding if fixes == finding.fixes else replace(finding, fixes=fixes)


def _unsafe(fix: Fix) -> Fix:
    return replace(fix, safe=False) if fix.safe else fix


def _touches(stretches: list[tuple[int, int]], edit: Edit) -> bool:
    """Whether an edit changes something inside; words put in at either end are inside too."""
    is_insertion = edit.start == edit.end and not edit.replacement.isspace()
    index = bisect_right(stretches, (edit.end, edit.end if is_insertion else -1)) - 1
    if index < 0:
        return False
    start, end = stretches[index]
    return start <= edit.start <= end if is_insertion else edit.start < end and start < edit.end
