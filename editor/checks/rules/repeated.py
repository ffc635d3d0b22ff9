"""A word that stands twice in a row (ORT-10)."""

from collections.abc import Iterator
from functools import cache

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, document_rule
from editor.checks.rules.listed import is_letter
from editor.checks.tables import table

_LEAST_ADVERB = 4
"""From how many letters on an Arabic word that ends in alef is taken for an accusative."""


@document_rule("ORT-10", Severity.WARNING)
def repeated_word(document: Document, _settings: Settings) -> Iterator[Hit]:
    """«في في», "the the": one word twice with nothing but a space between, and not on purpose."""
    for passage in document.passages:
        for place in passage.once(_places):
            first, second = passage.tokens[place - 1], passage.tokens[place]
            is_kept = document.is_kept(passage, first.start, second.end)
            if not is_kept and passage.forms[place] not in document.names:
                fix = passage.fix(first.end, second.end, "", safe=False, key="ORT-10.fix")
                yield passage.hit(first.start, second.end, fix, values={"word": second.text})


def _places(passage: Passage) -> list[int]:
    """The places of words that repeat the one before them by mistake, it seems."""
    forms, tokens = passage.forms, passage.tokens
    found = []
    for place in range(1, len(forms)):
        if forms[place] != forms[place - 1] or len(forms[place]) < _least(passage.language):
            continue
        between = passage.words[tokens[place - 1].end : tokens[place].start]
        if between.isspace() and "\n" not in between and not _is_meant(passage, place):
            found.append(place)
    return found


def _is_meant(passage: Passage, place: int) -> bool:
    form, second = passage.forms[place], passage.tokens[place].text
    if form in _exceptions(passage.language) or not form.replace("'", "").isalpha():
        return True
    before, after = _around(passage, place)
    if form in {before, after}:  # three in a row are a way of speaking: «لا لا لا»
        return True
    if passage.language != "ar":
        return second[:1].isupper()
    spelled = passage.spelled[place]
    # A name in Latin letters, one like «بادن بادن», or letters: «سي إن إن».
    if not spelled or spelled in passage.unknown or is_letter(form, before, after):
        return True
    return form.endswith("ا") and len(form) >= _LEAST_ADVERB


def _around(passage: Passage, place: int) -> tuple[str, str]:
    """The words before the two and after them."""
    forms = passage.forms
    return forms[place - 2] if place > 1 else "", "".join(forms[place + 1 : place + 2])


def _least(language: str) -> int:
    return 2 if language == "ar" else 1


@cache
def _exceptions(language: str) -> frozenset[str]:
    return frozenset(table("repeated")[language])
