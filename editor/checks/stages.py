"""How much a rule matters at a stage of a release, where that is not what it always is.

The table is `rules/tables/stages.toml`: a draft may still lack what a release for approval needs,
and what has been published is only worth changing where it is wrong.
"""

from collections.abc import Mapping
from functools import cache

from editor.checks.findings import Severity
from editor.checks.tables import table
from editor.release.content import Status


@cache
def stages_of(rule_id: str) -> Mapping[Status, Severity]:
    """The severities of a rule at the stages that the table names for it, or for its group."""
    group = rule_id.partition("-")[0]
    rows = {status: table("stages").get(status.value, {}) for status in Status}
    return {
        status: Severity(row.get(rule_id, row.get(group)))
        for status, row in rows.items()
        if rule_id in row or group in row
    }
