"""Quotation marks: the house's (QUO-02), on the right side of stops (QUO-07), nested and spaced."""

from collections.abc import Iterator

from editor.checks.document import Document
from editor.checks.findings import Edit, Fix, Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, document_rule
from editor.release.content import DATELINE, PLACE, SOURCE, Mark
from editor.text.characters import SPACES
from editor.text.quotes import Quoted

_WITHOUT_QUOTES = frozenset((DATELINE, PLACE, SOURCE))
_INNER = {"ar": ("“", "”"), "en": ("‘", "’"), "fr": ("“", "”")}
_SCRIPTURE = frozenset(("((", "))"))
_STOPS = frozenset(".،,؛;")
_COMMAS = frozenset("،,؛;")
_OPENS_SENTENCE = frozenset(".!?؟…:;؛،,–—»”")
_MOST_WORDS = 3


def _quotes(document: Document) -> Iterator[tuple[Passage, Quoted]]:
    """Every quoted stretch that has its marks, with its passage."""
    for passage in document.passages:
        if passage.where not in _WITHOUT_QUOTES:
            for quoted in document.quoted[passage.where]:
                if quoted.is_balanced and _SCRIPTURE.isdisjoint(quoted.marks):
                    yield passage, quoted


@document_rule("QUO-02", Severity.WARNING, profile=Profile.STRICT)
def house_marks(document: Document, _settings: Settings) -> Iterator[Hit]:
    """Outer quotation marks that are not those of the house for the language."""
    if document.wording is None:
        return
    wanted = document.wording.quotation_marks
    for passage, quoted in _quotes(document):
        places = (
            (quoted.open, quoted.marks[0], wanted[0]),
            (quoted.close, quoted.marks[1], wanted[1]),
        )
        for at, mark, right in places if not quoted.depth else ():
            if at is not None and mark != right:
                fix = passage.fix(at, at + len(mark), right, safe=True)
                values = {"right": right}
                yield passage.hit(at, at + len(mark), fix, values=values, group="QUO-02")


@document_rule("QUO-07", Severity.WARNING)
def stop_and_mark(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A stop on both sides of a closing mark, or a comma before it.

    In Arabic and French the stop after words that only complete a sentence stands outside too; a
    quotation that is a sentence of its own keeps its stop. English has both ways.
    """
    for passage, quoted in _quotes(document):
        close = quoted.close
        if close is None or quoted.inner_end <= quoted.inner_start:
            continue
        after = close + len(quoted.marks[1])
        inner, outer = passage.words[quoted.inner_end - 1], passage.words[after : after + 1]
        if inner not in _STOPS or passage.words[quoted.inner_end - 2 : quoted.inner_end] == "..":
            continue
        remove = Edit(passage.where, quoted.inner_end - 1, quoted.inner_end, "")
        start, end = quoted.inner_end - 1, after
        if outer in _STOPS and outer:
            fix = Fix((remove,), safe=False, key="QUO-07.fix_one")
            yield passage.hit(start, end + 1, fix, case="doubled")
        elif passage.language != "en" and (inner in _COMMAS or _is_partial(passage, quoted, after)):
            put = Edit(passage.where, after, after, inner)
            yield passage.hit(start, end, Fix((remove, put), safe=False, key="QUO-07.fix"))


def _is_partial(passage: Passage, quoted: Quoted, after: int) -> bool:
    """Whether a quotation that ends with its sentence began in the middle of it."""
    if quoted.open is None or quoted.went_on or passage.words[after:].strip()[:1].islower():
        return False
    before = passage.words[max(quoted.open - 9, 0) : quoted.open].rstrip()
    inner = passage.words[quoted.inner_start : quoted.inner_end - 1]
    if inner[:1].isupper():
        return False  # a sentence of its own
    has_more = any(stop in inner for stop in (". ", "؟ ", "! "))
    return bool(before) and before[-1] not in _OPENS_SENTENCE and not has_more


@document_rule("QUO-08", Severity.WARNING, profile=Profile.STRICT)
def nested_or_spaced(document: Document, _settings: Settings) -> Iterator[Hit]:
    """Marks inside their own kind, and spaces inside the marks; French has a space there."""
    space = document.wording.quotation_space if document.wording is not None else ""
    outer: list[Quoted] = []
    for passage, quoted in _quotes(document):
        while outer and outer[-1].end <= quoted.start:
            outer.pop()
        if quoted.depth and outer and outer[-1].marks == quoted.marks:
            yield _nested(passage, quoted)
        outer.append(quoted)
        if not space:
            yield from _spaced(passage, quoted)


def _nested(passage: Passage, quoted: Quoted) -> Hit:
    right = _INNER[passage.language]
    edits = [
        Edit(passage.where, at, at + len(mark), inner)
        for at, mark, inner in zip((quoted.open, quoted.close), quoted.marks, right, strict=True)
        if at is not None
    ]
    fix = Fix(tuple(edits), safe=False, key="QUO-08.fix_inner")
    return passage.hit(quoted.start, quoted.end, fix, case="nested")


def _spaced(passage: Passage, quoted: Quoted) -> Iterator[Hit]:
    gaps = []
    if quoted.open is not None:
        gaps.append((quoted.open + len(quoted.marks[0]), quoted.inner_start))
    if quoted.close is not None:
        gaps.append((quoted.inner_end, quoted.close))
    for start, end in gaps:
        if start < end and set(passage.words[start:end]) <= SPACES:
            fix = passage.fix(start, end, "", safe=True, key="QUO-08.fix")
            yield passage.hit(start, end, fix)


@document_rule("QUO-05", Severity.NOTE, profile=Profile.SUGGESTIONS)
def words_at_a_distance(document: Document, _settings: Settings) -> Iterator[Hit]:
    """A few words between marks that are neither a quotation nor a title."""
    for passage, quoted in _quotes(document):
        words = passage.words[quoted.inner_start : quoted.inner_end].split()
        if not 0 < len(words) <= _MOST_WORDS or quoted.open is None or quoted.close is None:
            continue
        spans = (*passage.marked(Mark.QUOTATION), *passage.marked(Mark.TITLE))
        if any(s.start < quoted.inner_end and quoted.inner_start < s.end for s in spans):
            continue
        if passage.words[max(quoted.open - 2, 0) : quoted.open].strip().endswith(":"):
            continue
        edits = (
            Edit(passage.where, quoted.open, quoted.inner_start, ""),
            Edit(passage.where, quoted.inner_end, quoted.end, ""),
        )
        fix = Fix(edits, safe=False, key="QUO-05.fix")
        yield passage.hit(quoted.start, quoted.end, fix)
