"""The names of months by the region that uses them, where a house does not write out its own.

A wording's `month_system` names one of the systems in `editor/text/calendars.toml`: in Arabic
``gulf`` (and Egypt), ``levant`` (and Iraq), ``algeria`` (and Tunisia) and ``morocco``. Two of them
joined by a slash give both names, «تشرين الثاني/نوفمبر», as bodies of many countries write.
"""

from editor.house.faults import Fault
from editor.text.calendars import calendar_names


def system_months(system: object, language: str) -> tuple[str, ...]:
    """The twelve names of a system, or of two; none where there is no such system."""
    known = calendar_names(language).months
    asked = system.split("/") if isinstance(system, str) else []
    if not 1 <= len(asked) <= 2 or not known.keys() >= set(asked):
        return ()
    # Where both have the same name, it is written once.
    pairs = zip(*(known[name] for name in asked), strict=True)
    return tuple("/".join(dict.fromkeys(forms[0] for forms in pair)) for pair in pairs)


def system_fault(language: str) -> Fault:
    """What is said of a system that is not known."""
    choices = ", ".join(calendar_names(language).months)
    return Fault("", "month_system", "not_choice", {"choices": choices})
