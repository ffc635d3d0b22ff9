"""Words that no dictionary, directory or glossary has (ORT-08).

Most such words of a release are names: 36 of 1,000 words are unknown. What looks like a name is let
be, and what is written the same way twice was meant; the rest is worth a look, and no more.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, document_rule
from editor.checks.rules.misspelled import is_name
from editor.checks.rules.stems import stem_of
from editor.checks.tables import table
from editor.text.segments import find_words

_LEAST = 4
"""From how many letters on a word is no acronym."""
_HYPHENS = ("-", "‑")


@document_rule("ORT-08", Severity.NOTE)
def unknown_word(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A word that nobody knows, and that does not look like a name."""
    speller = document.speller
    if speller is None:
        return
    if not speller.has_dictionary(document.language):
        yield Hit("", 0, 0, case="no_dictionary")
        return
    found = [(p, place) for p in document.passages for place in p.once(_places)]
    times = Counter(_base(passage, place) for passage, place in found)
    for passage, place in found:
        word = passage.tokens[place]
        is_kept = document.is_kept(passage, word.start, word.end)
        is_meant = is_kept or times[_base(passage, place)] > 1
        if not is_meant and word.text not in document.vocabulary:
            yield passage.hit(word.start, word.end, group=f"ORT-08:{word.text}")


def _base(passage: Passage, place: int) -> str:
    """The word without what is written before it: «للإيسيسكو» is the same as «الإيسيسكو»."""
    form = passage.forms[place]
    return stem_of(form).word if passage.language == "ar" else form


def _places(passage: Passage) -> list[int]:
    """The places of unknown words that do not look like names."""
    unknown = {
        place
        for place, spelled in enumerate(passage.spelled)
        if spelled in passage.unknown and len(spelled) >= _LEAST
    }
    # Names come in runs: «ميشيل باشليه».
    alone = [place for place in unknown if not {place - 1, place + 1} & unknown]
    return sorted(place for place in alone if not _looks_like_name(passage, place))


def _looks_like_name(passage: Passage, place: int) -> bool:
    if passage.language == "ar":
        return (
            is_name(passage, place)
            or is_name(passage, place - 1)
            or passage.forms[place] in _words_of_brands()
        )
    word = passage.tokens[place]
    marked = passage.words[word.start - 1 : word.start] in {"@", "#"}
    return marked or any(part[:1].isupper() for part in _parts(word.text))


def _parts(word: str) -> list[str]:
    """The parts of a word between apostrophes and hyphens: «l’OCI»."""
    for mark in ("’", "'", *_HYPHENS):
        word = word.replace(mark, " ")
    return word.split()


@cache
def _words_of_brands() -> frozenset[str]:
    return frozenset(
        word.text
        for row in table("brands")["names"]
        for form in (row["right"], *row.get("also", ()), *row["wrong"])
        for word in find_words(form)
    )
