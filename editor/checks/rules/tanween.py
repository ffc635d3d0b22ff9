"""Tanween of the accusative: where it stands, and where it was left out (ORT-06)."""

from collections.abc import Iterator
from functools import cache

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Choice, Settings, document_rule
from editor.checks.tables import table
from editor.text.arabic import ALEF, bare
from editor.text.segments import Word

FATHATAN = "\u064b"
BEFORE, AFTER = "before", "after"
_FORMS = {BEFORE: FATHATAN + ALEF, AFTER: ALEF + FATHATAN}
INCONSISTENT, ALWAYS, NEVER = "inconsistent", "always", "never"


@document_rule(
    "ORT-06",
    Severity.SUGGESTION,
    ("ar",),
    {
        "form": Choice((BEFORE, AFTER)),
        "missing": Choice((INCONSISTENT, ALWAYS, NEVER)),
    },
    Profile.SUGGESTIONS,
)
def tanween(document: Document, settings: Settings) -> Iterator[Hit]:
    """«دائماً» beside «دائمًا», and «دائما» where others have it.

    Setting `form`: whether it stands on the letter before the alef or on the alef. Setting
    `missing`: whether it is missed where a release writes it elsewhere, always or never.
    """
    form = settings.word("form")
    written = [(p, word) for p in document.passages for word in p.once(_written)]
    wrong = _FORMS[AFTER if form == BEFORE else BEFORE]
    for passage, word in written:
        if word.text.endswith(wrong):
            fix = passage.fix(word.end - len(wrong), word.end, _FORMS[form], safe=True)
            values = {"right": word.text[: -len(wrong)] + _FORMS[form]}
            yield passage.hit(word.start, word.end, fix, values=values, group="ORT-06:form")
    missing = settings.word("missing")
    if missing == ALWAYS or (missing == INCONSISTENT and written):
        for passage in document.passages:
            for word in passage.once(_left_out):
                right = word.text[:-1] + _FORMS[form]
                fix = passage.fix(word.start, word.end, right, safe=True)
                values, group = {"right": right}, "ORT-06:missing"
                yield passage.hit(
                    word.start, word.end, fix, values=values, group=group, case="missing"
                )


def _written(passage: Passage) -> list[Word]:
    """The words with tanween and an alef."""
    endings = tuple(_FORMS.values())
    return [word for word in passage.tokens if word.text.endswith(endings)]


def _left_out(passage: Passage) -> list[Word]:
    """The words of the table without their tanween."""
    return [
        word
        for word, form in zip(passage.tokens, passage.forms, strict=True)
        if word.text == form and (form in _listed() or _is_joined(form))
    ]


def _is_joined(form: str) -> bool:
    return form[0] in "وف" and form[1:] in _listed()


@cache
def _listed() -> frozenset[str]:
    return frozenset(bare(word) for word in table("tanween")["words"])
