"""Reading a house's settings of rules, and saying what is wrong with them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from editor.checks.findings import Severity
from editor.checks.profiles import Profile
from editor.checks.rule import Choice, Option, Rule, Settings
from editor.house.faults import Fault, HouseError
from editor.house.style import House

_FILE = "house.toml"
_SEVERITY = Choice(tuple(severity.value for severity in Severity))


@dataclass(frozen=True, slots=True)
class Use:
    """How a house uses a rule.

    Attributes:
        settings: The rule's own settings.
        severity: The severity the house gives it; None for the rule's own.
    """

    settings: Settings
    severity: Severity | None = None


def rules_in_use(
    rules: Iterable[Rule[Any]], house: House, profiles: Collection[Profile] | None = None
) -> dict[str, Use]:
    """The rules a house has on, by id, with their settings.

    Args:
        rules: Every rule there is.
        house: The house style.
        profiles: What is asked for beside the default; None for what the house asks for.

    Raises:
        HouseError: A setting names no rule, no setting of its rule, or has a value that is none.
    """
    by_id = {rule.id: rule for rule in rules}
    faults = [fault for rule_id in house.rules for fault in _faults(by_id, house, rule_id)]
    if faults:
        raise HouseError(house.name, faults)
    asked = {Profile.DEFAULT, *(house.profiles if profiles is None else profiles)}
    uses = {}
    for rule in by_id.values():
        given = house.rules.get(rule.id, {})
        if given.get("enabled", rule.profile in asked):
            values = {name: _default(option) for name, option in rule.options.items()}
            severity = Severity(str(given["severity"])) if "severity" in given else None
            uses[rule.id] = Use(Settings({**values, **given}), severity)
    return uses


def _default(option: Option) -> object:
    return option.words[0] if isinstance(option, Choice) else option


def _faults(rules: Mapping[str, Rule[Any]], house: House, rule_id: str) -> Iterator[Fault]:
    rule = rules.get(rule_id)
    if rule is None:
        yield Fault(_FILE, f"rules.{rule_id}", "unknown_key")
        return
    options: dict[str, Option] = {"enabled": True, "severity": _SEVERITY, **rule.options}
    for name, value in house.rules[rule_id].items():
        key = f"rules.{rule_id}.{name}"
        if name not in options:
            yield Fault(_FILE, key, "unknown_key")
        elif choices := _choices(options[name], value):
            yield Fault(_FILE, key, "not_choice", {"choices": choices})


def _choices(option: Option, value: object) -> str:
    """What the value could have been; "" if it is as it should be."""
    if isinstance(option, Choice):
        return "" if value in option.words else ", ".join(option.words)
    if isinstance(option, bool):
        return "" if isinstance(value, bool) else "true, false"
    return "" if isinstance(value, int) and not isinstance(value, bool) else "0, 1, 2, …"
