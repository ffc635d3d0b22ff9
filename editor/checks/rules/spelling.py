"""One word, two spellings in one release (ORT-04).

Arabic words with one skeleton (see `text.arabic`) are compared without what is written before them
in one word: «والاسلامي» beside «الإسلامي». Only what cannot make another word counts: a hamza that
is missing from a word's first alef, one on an alef of joining, ه for ة after the article, ى for ي
where no word ends in ى. Many pairs are two words all the same: `tables/spellings.toml` names them.
In English and French only the pairs of that table count, in small letters, for names keep theirs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from editor.checks.document import Document
from editor.checks.findings import Fix, Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Settings, document_rule
from editor.checks.rules.stems import Stem, Used, is_better, is_sure, stem_of
from editor.checks.tables import table
from editor.text.arabic import bare, is_arabic
from editor.text.segments import Word

_LONGEST_ELISION = 3  # "qu’"


@dataclass(frozen=True, slots=True)
class _Place:
    """A word in a text, with its parts."""

    passage: Passage
    word: Word
    stem: Stem


@document_rule("ORT-04", Severity.WARNING)
def two_spellings(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A word that is spelled otherwise elsewhere in the release, where it is the worse spelling."""
    if document.language == "ar":
        yield from _in_arabic(document)
    else:
        yield from _in_table(document)


def _in_arabic(document: Document) -> Iterator[Hit]:
    several = _with_several_spellings(document)
    groups: dict[str, dict[str, list[_Place]]] = defaultdict(lambda: defaultdict(list))
    for passage in document.passages:
        stems = passage.once(_stems)
        for key in several & stems.keys():
            for word, stem in stems[key]:
                groups[key][stem.word].append(_Place(passage, word, stem))
    for key, spellings in groups.items():
        yield from _compared(key, spellings)


def _with_several_spellings(document: Document) -> frozenset[str]:
    """The skeletons with more than one spelling; most words of a release have only one."""
    none: frozenset[tuple[str, str]] = frozenset()
    pairs = none.union(*(passage.once(_spellings) for passage in document.passages))
    counts = Counter(key for key, _ in pairs)
    return frozenset(key for key, count in counts.items() if count > 1)


def _spellings(passage: Passage) -> frozenset[tuple[str, str]]:
    stems = passage.once(_stems)
    return frozenset((key, stem.word) for key, found in stems.items() for _, stem in found)


def _stems(passage: Passage) -> dict[str, list[tuple[Word, Stem]]]:
    """Every Arabic word of a passage under its skeleton, without what is written before it."""
    found: dict[str, list[tuple[Word, Stem]]] = defaultdict(list)
    words = zip(passage.tokens, passage.forms, passage.skeletons, strict=True)
    for word, form, skeleton in words:
        if len(form) > 1 and is_arabic(form[0]):
            stem = stem_of(form)
            found[skeleton[len(stem.before) :]].append((word, stem))
    return found


def _compared(key: str, spellings: Mapping[str, list[_Place]]) -> Iterator[Hit]:
    counts = Counter({spelling: len(places) for spelling, places in spellings.items()})
    definite = Counter(
        place.stem.word for places in spellings.values() for place in places if place.stem.definite
    )
    used = Used(counts, definite)
    for spelling, places in spellings.items():
        for place in places:
            better = [other for other in counts if is_better(other, place.stem, used)]
            if better:
                better.sort(key=lambda other: -counts[other])
                yield _hit(place, better, key, safe=_is_safe(spelling, better, counts))


def _is_safe(spelling: str, better: list[str], counts: Counter[str]) -> bool:
    """Whether the one better spelling is sure, and the release's own habit."""
    return (
        len(better) == 1 and is_sure(spelling, better[0]) and counts[better[0]] > counts[spelling]
    )


def _hit(place: _Place, better: list[str], key: str, *, safe: bool) -> Hit:
    passage, word, before = place.passage, place.word, place.stem.before
    is_plain = word.text == bare(word.text)  # with vowel signs, somebody chose every letter
    fixes: tuple[Fix, ...] = tuple(
        passage.fix(word.start, word.end, before + other, safe=safe and is_plain)
        for other in better
    )
    values = {"right": before + better[0]}
    return passage.hit(word.start, word.end, *fixes, values=values, group=f"ORT-04:{key}")


def _in_table(document: Document) -> Iterator[Hit]:
    rows = _rows(document.language)
    places: dict[str, list[tuple[Passage, Word]]] = defaultdict(list)
    for passage in document.passages:
        for token in passage.tokens:
            word = _without_elision(token) if document.language == "fr" else token
            if word.text in rows:  # as it stands there: names have capitals
                places[word.text].append((passage, word))
    for row in {rows[spelling]: None for spelling in places}:
        used = [spelling for spelling in row if spelling in places]
        right = max(used, key=lambda spelling: len(places[spelling]))
        for spelling in used:
            for passage, word in places[spelling] if spelling != right else ():
                fix = passage.fix(word.start, word.end, right, safe=False)
                group, values = f"ORT-04:{row[0]}", {"right": right}
                yield passage.hit(word.start, word.end, fix, values=values, group=group)


def _without_elision(word: Word) -> Word:
    """The noun of «l’événement»."""
    cut = max(word.text.rfind("’"), word.text.rfind("'")) + 1
    return (
        Word(word.start + cut, word.end, word.text[cut:]) if 0 < cut <= _LONGEST_ELISION else word
    )


@cache
def _rows(language: str) -> dict[str, tuple[str, ...]]:
    """Every spelling of the table, with all the spellings of its word."""
    return {
        spelling: tuple(row) for row in table("spellings")[language]["words"] for spelling in row
    }
