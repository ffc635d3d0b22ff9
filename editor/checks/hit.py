"""What a rule's function yields: a finding before the engine has put the rule's name to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.checks.findings import Fix, Severity


@dataclass(frozen=True, slots=True)
class Hit:
    """Something seen at one place; see `Finding` for what its parts mean.

    Attributes:
        severity: Where it differs from the rule's own; None where it does not.
    """

    where: str
    start: int
    end: int
    text: str = ""
    fixes: tuple[Fix, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    group: str = ""
    severity: Severity | None = None
    case: str = "message"
