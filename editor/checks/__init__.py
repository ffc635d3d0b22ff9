"""Checking a release: the engine, its findings, and the rules."""

from editor.checks.engine import Checker, check
from editor.checks.findings import END_MARK, SEPARATOR, Edit, Finding, Fix, Severity
from editor.checks.profiles import Profile

__all__ = [
    "END_MARK",
    "SEPARATOR",
    "Checker",
    "Edit",
    "Finding",
    "Fix",
    "Profile",
    "Severity",
    "check",
]
