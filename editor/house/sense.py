"""What a house style has to be beyond its shape: complete, and true to itself."""

from collections.abc import Iterator
from pathlib import Path

import regex

from editor.house.faults import Fault
from editor.house.file_names import NAMED
from editor.house.fonts import PACKAGES
from editor.house.patterns import PatternError, names
from editor.house.style import House, Wording
from editor.release.content import ReleaseKind, Status
from editor.release.languages import LANGUAGES

_FETCHED = regex.compile(r'"(@(?!bayan/)[a-zA-Z0-9_-]+/[^"\s]+)"')
_DAY = {"weekday", "date", "long_date", "hijri"}
_PATTERNS = {
    "dateline": {"place", "source", *_DAY},
    "day_of_issue": _DAY,
    "date": {"weekday", "day", "dd", "month", "mm", "year"},
    "hijri": {"day", "dd", "month", "mm", "year"},
    "time": {"hour", "hh", "hour12", "half", "minute"},
    "labels.page": {"page", "pages"},
    "labels.embargo": {"time", "weekday", "date", "zone"},
}
"""What each pattern of a wording may name."""


def sense_faults(house: House) -> Iterator[Fault]:
    """Everything about a well-formed house style that would fail later, at a worse moment."""
    folder = Path(house.folder)
    emblem = folder / house.emblem
    if not emblem.is_file() or not emblem.resolve().is_relative_to(folder.resolve()):
        yield Fault("house.toml", "emblem", "no_emblem", {"found": house.emblem})
    if not (folder / "release.typ").is_file():
        yield Fault("release.typ", "", "no_template")
    yield from _package_faults(folder)
    if not house.wording:
        yield Fault("wording", "", "no_wording")
    yield from _file_name_faults(house)
    yield from _letterhead_faults(house)
    yield from _typeface_faults(house, own_fonts=(folder / "fonts").is_dir())
    for code, wording in house.wording.items():
        for fault in _wording_faults(wording):
            yield Fault(f"wording/{code}.toml", fault.key, fault.reason, fault.values)
    yield from _people_faults(house)
    yield from _term_faults(house)


def _package_faults(folder: Path) -> Iterator[Fault]:
    """Packages that Typst would fetch: a page is made without a network, wherever it is made."""
    for path in sorted(folder.rglob("*.typ")):
        text = path.read_text(encoding="utf-8", errors="replace")
        for found in sorted(set(_FETCHED.findall(text))):
            yield Fault(path.relative_to(folder).as_posix(), "", "fetched", {"found": found})


def _file_name_faults(house: House) -> Iterator[Fault]:
    yield from _pattern_faults("house.toml", "file_name", house.file_name, set(NAMED))
    if "{stem}" not in house.file_name and "{reference}" not in house.file_name:
        yield Fault("house.toml", "file_name", "same_names", {"found": house.file_name})


def _letterhead_faults(house: House) -> Iterator[Fault]:
    if house.letterhead.layout != "columns":
        return
    for code in house.letterhead.beside.keys() - house.wording.keys():
        yield Fault("house.toml", f"letterhead.beside.{code}", "unknown_key")
    if len(house.wording) < 2:
        yield Fault("house.toml", "letterhead.layout", "not_choice", {"choices": "single"})
        return
    for code in house.wording:
        other = house.letterhead.beside.get(code)
        choices = [name for name in house.wording if name != code and name in LANGUAGES]
        if other is None:
            yield Fault("house.toml", f"letterhead.beside.{code}", "missing")
        elif other not in choices:
            values = {"choices": ", ".join(choices)}
            yield Fault("house.toml", f"letterhead.beside.{code}", "not_choice", values)


def _typeface_faults(house: House, *, own_fonts: bool) -> Iterator[Fault]:
    for code in house.wording:
        if code not in LANGUAGES:
            values = {"found": code, "choices": ", ".join(LANGUAGES)}
            yield Fault(f"wording/{code}.toml", "", "unknown_language", values)
        if code not in house.typefaces:
            yield Fault("house.toml", f"typefaces.{code}", "missing")
    for code, typeface in house.typefaces.items():
        for key, family in (("body", typeface.body), ("heading", typeface.heading)):
            if family not in PACKAGES and not own_fonts:
                values = {"found": family, "choices": ", ".join(PACKAGES)}
                yield Fault("house.toml", f"typefaces.{code}.{key}", "unknown_font", values)


def _wording_faults(wording: Wording) -> Iterator[Fault]:
    for kind in ReleaseKind:
        if kind.value not in wording.kinds:
            yield Fault("", f"kinds.{kind.value}", "missing")
    for status in Status:
        if status.value not in wording.statuses:
            yield Fault("", f"statuses.{status.value}", "missing")
    for key, known in {"kinds": ReleaseKind, "statuses": Status, "banners": Status}.items():
        for name in getattr(wording, key):
            if name not in set(known):
                yield Fault("", f"{key}.{name}", "unknown_key")
    for key, allowed in _PATTERNS.items():
        label = key.removeprefix("labels.")
        pattern = getattr(wording.labels if label != key else wording, label)
        yield from _pattern_faults("", key, pattern, allowed)
    if "{half}" in wording.time and not all(wording.halves):
        yield Fault("", "halves", "missing")


def _pattern_faults(file: str, key: str, pattern: str, allowed: set[str]) -> Iterator[Fault]:
    choices = ", ".join(f"{{{name}}}" for name in sorted(allowed))
    try:
        unknown = set(names(pattern)) - allowed
    except PatternError:
        unknown = {""}
    if unknown or not _brackets_pair(pattern):
        yield Fault(file, key, "wrong_pattern", {"found": pattern, "choices": choices})


def _brackets_pair(pattern: str) -> bool:
    """Whether its square brackets pair, none inside another: another is lost without a word."""
    depth = 0
    for character in pattern:
        depth += {"[": 1, "]": -1}.get(character, 0)
        if not 0 <= depth <= 1:
            return False
    return depth == 0


def _people_faults(house: House) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, person in enumerate(house.people, start=1):
        if person.id in seen:
            yield Fault("people.toml", f"people[{place}].id", "twice", {"found": person.id})
        seen.add(person.id)
        if person.since and person.until and person.until < person.since:
            yield Fault("people.toml", f"people[{place}].until", "before_since")


def _term_faults(house: House) -> Iterator[Fault]:
    """Terms that mend nothing, or that mend what another term calls right."""
    right = {(term.language, term.right) for term in house.terms if term.kind != "variants"}
    for place, term in enumerate(house.terms, start=1):
        key = f"terms[{place}]"
        if term.language not in LANGUAGES:
            values = {"found": term.language, "choices": ", ".join(LANGUAGES)}
            yield Fault("terms.toml", f"{key}.language", "unknown_language", values)
        for wrong in term.wrong:
            if not wrong.strip():
                yield Fault("terms.toml", f"{key}.wrong", "not_words")
            elif (term.language, wrong) in right and term.kind != "variants":
                yield Fault("terms.toml", f"{key}.wrong", "right_elsewhere", {"found": wrong})
