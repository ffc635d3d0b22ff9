"""Whether a release may go out: not while errors are open in what has been approved."""

from collections.abc import Iterable

from editor.house.style import House
from editor.messages import BayanError
from editor.release.content import Release, Status
from editor.release.source import Source

_GOES_OUT = frozenset({Status.APPROVED, Status.PUBLISHED, Status.CORRECTION})


class ExportError(BayanError):
    """A release was not exported as it was asked for."""


def goes_out(release: Release) -> bool:
    """Whether the release is one that its readers get as it is."""
    return release.status in _GOES_OUT


def open_errors(
    release: Release, house: House, languages: Iterable[str], source: Source | None = None
) -> int:
    """How many errors are open in what is written in these languages."""
    from editor.checks import Checker, Severity  # noqa: PLC0415 - only when it is needed

    checker = Checker(house)
    return sum(
        finding.severity is Severity.ERROR
        for code in sorted(set(languages))
        for finding in checker.check(release, source, code)
    )


def require_clearance(release: Release, house: House, language: str) -> None:
    """Refuse to write a release that goes out while errors are open in it.

    Raises:
        ExportError: There are.
    """
    if goes_out(release):
        errors = open_errors(release, house, [language])
        if errors:
            raise ExportError("export.refused_here", count=errors)
