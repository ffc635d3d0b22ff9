"""Taking fixes into the open release, of findings whose words still stand where they were seen."""

from collections.abc import Iterable

from editor.checks import fixes
from editor.checks.findings import SEPARATOR, Finding, Fix
from editor.release.content import Release
from editor.release.draft import Draft


def take_fix(draft: Draft, finding: Finding, fix: Fix) -> bool:
    """Mend a finding as one step; returns whether it could be done."""
    if not _stands(draft.snapshot(), finding) or not _is_of_record(fix):
        return False
    fixes.take(draft, finding, fix)
    return True


def take_safe_fixes(draft: Draft, findings: Iterable[Finding]) -> int:
    """Take every safe fix as one step; returns how many were taken.

    Of two that change the same words the first is taken: the other is seen again afterwards.
    """
    release = draft.snapshot()
    ready = [finding for finding in mendable(findings) if _stands(release, finding)]
    return fixes.apply(draft, ready) if ready else 0


def mendable(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with a safe fix that can be taken in the record."""
    return [
        finding
        for finding in findings
        if finding.safe_fix is not None and _is_of_record(finding.safe_fix)
    ]


def _is_of_record(fix: Fix) -> bool:
    """Whether a fix is not of what stands between the paragraphs of a source text."""
    return bool(fix.edits) and all(edit.where != SEPARATOR for edit in fix.edits)


def _stands(release: Release, finding: Finding) -> bool:
    """Whether the words of a finding are still where it saw them."""
    if not finding.where:
        return True
    text = dict(release.texts(finding.language)).get(finding.where)
    return text is not None and text.words[finding.start : finding.end] == finding.text
