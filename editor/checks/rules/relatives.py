"""Relative pronouns: of the right number (GRA-03), and without a needless و (GRA-04)."""

from collections.abc import Iterator
from functools import cache

import regex

from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, text_rule
from editor.checks.tables import table

_PLURAL_PAST = regex.compile(r"[^ي].{2,}وا")
_PLURAL_PRESENT = regex.compile(r"[يت].{2,}وا")
_PARTS = regex.compile(r"[،؛.!?؟:()\[\]«»\"“”]")
_BACK = regex.compile(r".{1,}ها?")
"""A word with the pronoun at its end: «فيه», «متنها», «بجهوده»."""
_LONGEST_CLAUSE = 8
"""How many words on the pronoun that goes back to the noun is looked for."""
_BEFORE_AND = '،)»”"]'


@text_rule("GRA-03", Severity.ERROR, ("ar",))
def singular_relative(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """الذي or التي before a verb in the plural, «الذي اجتمعوا».

    «المكان الذي اجتمعوا فيه» is right: there a pronoun goes back to the noun.
    """
    relatives, tokens, forms = _relatives(), passage.tokens, passage.forms
    for index, form in enumerate(forms):
        right = relatives.get(form)
        if right is None:
            continue
        verb = _verb_after(passage, index)
        if verb is None or _is_adverbial(passage, index) or _goes_back(passage, verb):
            continue
        start, end = tokens[index].start, tokens[index].end
        if passage.is_quoted(start, tokens[verb].end):
            continue
        fix = passage.fix(start, end, right, safe="ذي" in form)
        yield passage.hit(start, end, fix, values={"right": f"{right} {tokens[verb].text}"})


def _is_adverbial(passage: Passage, index: int) -> bool:
    """Whether the noun before is one of time, place or manner, which needs no pronoun."""
    return index > 0 and passage.forms[index - 1] in _adverbial()


def _verb_after(passage: Passage, index: int) -> int | None:
    """The place of a verb in the plural right after a relative pronoun."""
    rows, forms = table("relatives"), passage.forms
    at, pattern = index + 1, _PLURAL_PAST
    if at < len(forms) and forms[at] in rows["particles"]:
        pattern = _PLURAL_PRESENT if forms[at] in rows["of_present"] else _PLURAL_PAST
        at += 1
    if at >= len(forms) or pattern.fullmatch(forms[at]) is None or forms[at] in _not_plural():
        return None
    tokens = passage.tokens
    between = passage.words[tokens[index].end : tokens[at].start]
    return None if _PARTS.search(between) else at


def _goes_back(passage: Passage, verb: int) -> bool:
    """Whether the clause has a pronoun for the noun: «فيه», «من أجلها»."""
    tokens = passage.tokens
    last = min(verb + 1 + _LONGEST_CLAUSE, len(tokens))
    for at in range(verb + 1, last):
        if _PARTS.search(passage.words, tokens[at - 1].end, tokens[at].start):
            return False
        if _BACK.fullmatch(passage.forms[at]) is not None:
            return True
    return False


@text_rule("GRA-04", Severity.NOTE, ("ar",), profile=Profile.SUGGESTIONS)
def needless_and(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """«، والتي» where there is no other relative clause for و to join it to."""
    pronouns = set(table("relatives")["all"])
    with_and = {f"و{pronoun}" for pronoun in pronouns}
    if with_and.isdisjoint(passage.forms):
        return
    sentences = iter(passage.sentences)
    ends, seen = 0, False
    for word, form in zip(passage.tokens, passage.forms, strict=True):
        while word.start >= ends:
            ends, seen = next(sentences, (0, len(passage.words) + 1))[1], False
        if form in with_and and not seen and not passage.is_quoted(word.start, word.end):
            before = passage.words[max(word.start - 9, 0) : word.start].rstrip()[-1:]
            if before and before in _BEFORE_AND:
                right = word.text[1:]
                fix = passage.fix(word.start, word.end, right, safe=False)
                yield passage.hit(word.start, word.end, fix, values={"right": right})
        seen = seen or form in pronouns or form in with_and


@cache
def _relatives() -> dict[str, str]:
    """Every form of الذي and التي, with its plural."""
    rows = table("relatives")["plural"]
    return {f"{p}{form}": f"{p}{right}" for form, right in rows.items() for p in ("", "و", "ف")}


@cache
def _adverbial() -> frozenset[str]:
    nouns: list[str] = table("relatives")["adverbial"]
    prefixes = ("ال", "وال", "بال", "كال", "لل", "فال")
    return frozenset(prefix + noun for noun in nouns for prefix in prefixes)


@cache
def _not_plural() -> frozenset[str]:
    return frozenset(table("relatives")["not_plural"])
