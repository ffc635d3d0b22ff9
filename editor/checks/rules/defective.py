"""An alef after the root's wāw of a verb: «الوزارة تصبوا» (ORT-07)."""

from collections.abc import Iterator
from functools import cache

from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, text_rule
from editor.checks.rules.misspelled import respelled
from editor.checks.tables import table
from editor.text.segments import Word

_ENDING = "وا"
_PREFIXES = ("", "و", "ف", "س", "وس", "فس")
_PERSONS = "يتنأ"
_VOCATIVES = frozenset(("أيها", "أيتها", "يا"))


@text_rule("ORT-07", Severity.WARNING, ("ar",))
def alef_after_root(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """«يدعوا» where no particle lets it be a plural: one calls, «يدعو», or many do, «يدعون»."""
    for place, form in enumerate(passage.forms):
        known = _verbs().get(form) if form.endswith(_ENDING) else None
        if known is None:
            continue
        person, prefix = known
        if person == "ن" or not _may_be_plural(passage, place):
            yield _hit(passage, place, person, prefix)


def _hit(passage: Passage, place: int, person: str, prefix: str) -> Hit:
    word, form = passage.tokens[place], passage.forms[place]
    singular = respelled(word.text, form[:-1])
    rights = [singular]
    if person == "ي":
        rights.append(respelled(word.text, form[:-1] + "ن"))
    elif person == "أ" and not prefix:
        rights.append(respelled(word.text, "ا" + form[1:]))
    safe = person == "ن" or (person in "يت" and _has_one_subject(passage, place, person))
    fixes = [passage.fix(word.start, word.end, right, safe=safe) for right in rights]
    if safe:
        fixes = fixes[:1]
    return passage.hit(word.start, word.end, *fixes, values={"right": singular})


def _may_be_plural(passage: Passage, place: int) -> bool:
    """Whether a particle governs the verb, or another plural of its kind that it is joined to."""
    forms, word = passage.forms, passage.tokens[place]
    before = forms[place - 1] if place else ""
    if before in _table("particles"):
        return True
    start = next((s for s, end in passage.sentences if s <= word.start < end), 0)
    joined = forms[place][0] in "وف" or before in {"أو", "ثم"}
    return joined and any(
        form.endswith(_ENDING) and token.start >= start
        for token, form in zip(passage.tokens[:place], forms, strict=False)
    )


def _has_one_subject(passage: Passage, place: int, person: str) -> bool:
    """Whether the noun beside the verb is one."""
    words, forms = passage.tokens, passage.forms
    before = forms[place - 1] if place and _touch(passage, words[place - 1], words[place]) else ""
    last = place + 1 == len(forms) or not _touch(passage, words[place], words[place + 1])
    after = "" if last else forms[place + 1]
    one = _table("singular")
    if after in one or before in one or before[1:] in one:
        return True
    called = place > 1 and forms[place - 2] in _VOCATIVES
    return person == "ت" and before.startswith("ال") and not called


def _touch(passage: Passage, first: Word, second: Word) -> bool:
    return passage.words[first.end : second.start].isspace()


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(table("defective")[name])


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    """Every form with the alef, with its letter of the person and what is before it."""
    return {
        f"{prefix}{person}{verb}ا": (person, prefix)
        for verb in table("defective")["verbs"]
        for person in _PERSONS
        for prefix in _PREFIXES
    }
