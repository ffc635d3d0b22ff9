"""Nothing is said of a text that is broken as a whole but that it is.

In Arabic stored in visual order, or in letters of a wrong encoding, every rule sees faults where
there are none, and fixing them would lose what can still be brought back (UNI-09).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from editor.checks.document import merged
from editor.checks.findings import Finding

BROKEN = "UNI-09"


def of_readable(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that touch a stretch that cannot be read."""
    findings = list(findings)
    broken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for finding in findings:
        if finding.rule == BROKEN:
            broken[finding.where].append((finding.start, finding.end))
    if not broken:
        return findings
    stretches = {where: merged(found) for where, found in broken.items()}
    return [f for f in findings if f.rule == BROKEN or not _touches(stretches.get(f.where, []), f)]


def _touches(stretches: list[tuple[int, int]], finding: Finding) -> bool:
    index = bisect_right(stretches, (finding.end, finding.end)) - 1
    return index >= 0 and finding.start <= stretches[index][1]
