"""What the tables say of the spelling of single Arabic words, without a dictionary."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

import regex

from editor.checks.passage import Passage
from editor.checks.rules.stems import is_whole, stem_of, sure_spelling
from editor.checks.tables import table
from editor.text.arabic import ALEF, HAMZATED_ALEFS

_ARTICLE = ("ال", "لل")
_PERSONS = frozenset("يتن")
_ON_NOTHING = regex.compile(r"ا.ىء\Z")
_CONJUNCTIONS = frozenset("وف")
_LEAST_PARTICLE = 3
"""«وان» is listed itself: with fewer letters it may be a name."""
_LEAST_VERB = 4
_LEAST_JOINING = 6
_LEAST_RELATION = 5
"""From how many letters on a word with the article and ي is an adjective: «الداخلي»."""


class Wrong(StrEnum):
    """What is wrong with a word's spelling."""

    HAMZA_MISSING = "missing"
    HAMZA_ELSEWHERE = "elsewhere"
    HAMZA_ADDED = "added"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class Judged:
    """What is wrong with a word.

    Attributes:
        rights: What it was meant to be, bare, the likeliest first.
        sure: Whether it is that for certain; there is only one then.
    """

    wrong: Wrong
    rights: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """A bare word between its neighbours."""

    form: str
    before: str
    after: str


def as_listed(passage: Passage, place: int) -> Judged | None:
    """What is wrong with a word of a passage, if a table tells."""
    forms = passage.forms
    if not _may_be_wrong(forms[place]):
        return None
    before, after = "".join(forms[max(place - 1, 0) : place]), "".join(forms[place + 1 : place + 2])
    word = _Place(forms[place], before, after)
    if is_letter(word.form, before, after):
        return None
    return next((found for judge in _JUDGES if (found := judge(word)) is not None), None)


@lru_cache(maxsize=50_000)
def _may_be_wrong(form: str) -> bool:
    """Whether any table has a form, wherever it stands."""
    alone = _Place(form, "", "")
    if any(part in _readings() for part, _ in _parted(form)):
        return True
    return any(judge(alone) is not None for judge in _JUDGES)


def is_letter(form: str, before: str, after: str) -> bool:
    """Whether a short word stands among the names of letters, as in «سي ان ان»."""
    return form in _table("letters", "names") and bool({before, after} & _table("letters", "clear"))


def _with_readings(word: _Place) -> Judged | None:
    """A form that may be several words: what its neighbours say of it."""
    if word.form in _table("before_a_noun", "forms") and not _goes_on(word):
        return None
    for form, prefix in _parted(word.form):
        if form in _readings():
            rights = _in_context(form, prefix, word)
            rights = rights or tuple(prefix + right for right in _by_saying(form, word.before))
            return Judged(Wrong.HAMZA_MISSING, rights, sure=len(rights) == 1)
    return None


def _parted(form: str) -> Iterator[tuple[str, str]]:
    """A form, and what may be written before it: only و and ف before a particle."""
    yield form, ""
    stem = stem_of(form)
    if stem.before and stem.word not in _particles():
        yield stem.word, stem.before
    if form[:1] in _CONJUNCTIONS and len(form) > _LEAST_PARTICLE and not is_whole(form):
        yield from ((rest, form[0]) for rest in (form[1:],) if rest in _particles())


def _whole(word: _Place) -> Judged | None:
    """A word that is listed with what is written before it."""
    for prefix in ("", "و", "ف") if not is_whole(word.form) else ():
        if word.form.startswith(prefix) and (right := _listed().get(word.form[len(prefix) :])):
            return Judged(Wrong.HAMZA_MISSING, (prefix + right,), sure=True)
    return None


def _stem(word: _Place) -> Judged | None:
    """A word that has no reading without its hamza, or with one."""
    stem = stem_of(word.form)
    if (right := sure_spelling(stem)) is not None:
        return Judged(Wrong.HAMZA_MISSING, (stem.before + right,), sure=True)
    joining = ALEF + stem.word[1:]
    is_right = stem.word[:1] not in HAMZATED_ALEFS or stem.word in _table("added", "right")
    if stem.word[:1] == "أ" and len(stem.word) < _LEAST_JOINING:
        is_right = True  # «أبني» and «أسمي» are verbs, «أبنية» are buildings
    if not is_right and joining in _joining():
        return Judged(Wrong.HAMZA_ADDED, (stem.before + joining,), sure=True)
    return None


def _last_letter(word: _Place) -> Judged | None:
    if _ON_NOTHING.search(word.form):  # «الطوارىء»: after a short i the hamza is on its letter
        return Judged(Wrong.HAMZA_ELSEWHERE, (word.form[:-2] + "ئ",), sure=True)
    right = _endings().get(word.form)
    return Judged(Wrong.ENDING, (right,), sure=True) if right is not None else None


_JUDGES: tuple[Callable[[_Place], Judged | None], ...] = (
    _with_readings,
    _whole,
    _stem,
    _last_letter,
)


def _goes_on(word: _Place) -> bool:
    """Whether what follows follows no name: a noun, or a verb as in «ان يتولى»."""
    after = word.after
    is_verb = word.form.endswith("ان") and after[:1] in _PERSONS and len(after) >= _LEAST_VERB
    return after.startswith(_ARTICLE) or after in _table("before_a_noun", "words") or is_verb


def _in_context(form: str, prefix: str, word: _Place) -> tuple[str, ...]:
    """The one reading that a form has here, if its neighbours tell."""
    bases = {word.before[cut:] for cut in range(4)}  # «ولل» is the longest prefix
    for row in table("hamza")["context"]:
        if row["form"] == form and (
            bases & set(row["after"]) or (row.get("masculine") and _is_masculine(prefix, word))
        ):
            return (prefix + row["right"],)
    return ()


def _is_masculine(prefix: str, word: _Place) -> bool:
    """Whether an adjective follows that only a masculine singular noun takes: «الداخلي»."""
    is_relation = word.after.startswith("ال") and word.after.endswith("ي")
    return prefix.endswith(_ARTICLE) and is_relation and len(word.after) >= _LEAST_RELATION


def _by_saying(form: str, before: str) -> tuple[str, ...]:
    """The readings of a form: after a verb of saying, the second comes first."""
    rights, verbs = _readings()[form], _table("saying", "verbs")
    said = rights[0] in _table("saying", "words") and (before in verbs or before[1:] in verbs)
    return rights[::-1] if said else rights


@cache
def _table(name: str, part: str) -> frozenset[str]:
    return frozenset(table("hamza")[name][part])


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    rows = {**table("hamza")["readings"], **table("hamza")["particles"]}
    return {form: tuple(rights) for form, rights in rows.items()}


@cache
def _particles() -> frozenset[str]:
    return frozenset(table("hamza")["particles"])


@cache
def _listed() -> dict[str, str]:
    plain = str.maketrans(dict.fromkeys(HAMZATED_ALEFS, ALEF))
    return {word.translate(plain): word for word in table("hamza")["listed"]}


@cache
def _joining() -> frozenset[str]:
    added = table("hamza")["added"]
    bases = [*added["words"], *(word[:-1] + "ت" for word in added["words"] if word[-1] == "ة")]
    return frozenset(base + ending for base in bases for ending in ("", *added["endings"]))


@cache
def _endings() -> dict[str, str]:
    endings = table("endings")
    yeh = {word[:-1] + "ى": word for word in endings["maksura_for_yeh"]}
    return yeh | {word[:-1] + "ي": word for word in endings["yeh_for_maksura"]}
