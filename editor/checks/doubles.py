"""One matter once: where two rules see one word, the one that knows more of it speaks."""

from collections.abc import Iterable

from editor.checks.findings import Finding

ORDER = (
    *("ORT-09", "ORT-01", "ORT-02", "ORT-03", "TRM-01", "SPK-03"),
    *("ORT-07", "ORT-06", "ORT-04", "ORT-08"),
)
"""The rules about how a word is written, the one that knows most of it first."""


def without_doubles(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those of a word that a rule before theirs in `ORDER` sees as well."""
    findings = list(findings)
    ranks = {rule: rank for rank, rule in enumerate(ORDER)}
    first: dict[tuple[str, int, int], int] = {}
    for finding in findings:
        if finding.rule in ranks:
            place = (finding.where, finding.start, finding.end)
            first[place] = min(ranks[finding.rule], first.get(place, len(ORDER)))
    return [
        finding
        for finding in findings
        if finding.rule not in ranks
        or ranks[finding.rule] == first[finding.where, finding.start, finding.end]
    ]
