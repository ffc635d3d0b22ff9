"""Bodies and abbreviations named in full where they first stand (TRM-02)."""

from collections.abc import Iterator
from functools import cache

import regex

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, document_rule
from editor.checks.tables import table

_ACRONYM = regex.compile(r"(?<![\p{L}\p{N}&/.-])\p{Lu}{2,6}(?![\p{L}\p{N}&/-]|\.\p{L})")
_LEAST_LOWER = 0.5


@document_rule("TRM-02", Severity.SUGGESTION, ("en", "fr"), profile=Profile.SUGGESTIONS)
def unexpanded_acronym(document: Document, _settings: Settings) -> Iterator[Hit]:
    """An acronym in the body that no words explain, before or after it in brackets.

    Those that every reader knows are in `tables/acronyms.toml`.
    """
    known = _known() | {document.wording.acronym if document.wording is not None else ""}
    seen: set[str] = set()
    explained = {
        match[1] or match[2]
        for passage in document.body
        for match in _EXPLAINED.finditer(passage.words)
    }
    for passage in document.body:
        for match in _ACRONYM.finditer(passage.words):
            acronym = match[0]
            if acronym in seen or acronym in known or acronym in explained:
                continue
            seen.add(acronym)
            if not passage.is_quoted(*match.span()) and not _is_in_capitals(passage.words):
                yield passage.hit(*match.span())


_EXPLAINED = regex.compile(r"\((\p{Lu}{2,6})\)|(?<!\p{L})(\p{Lu}{2,6}) \(")


def _is_in_capitals(text: str) -> bool:
    """Whether a text is set in capitals, where every word looks like an acronym."""
    letters = [character for character in text if character.isalpha()]
    return sum(map(str.islower, letters)) < _LEAST_LOWER * len(letters)


@cache
def _known() -> frozenset[str]:
    return frozenset(table("acronyms")["known"])
