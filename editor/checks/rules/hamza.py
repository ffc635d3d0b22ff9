"""Hamza left out or added, and the last letter of a word (ORT-01, ORT-02, ORT-03)."""

from collections.abc import Iterator

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Choice, Settings, document_rule
from editor.checks.rules.listed import Wrong
from editor.checks.rules.misspelled import Misspelled, misspelled_words, respelled

CORRECT, EGYPTIAN = "correct", "egyptian"


@document_rule("ORT-01", Severity.ERROR, ("ar",))
def hamza_missing(document: Document, _settings: Settings) -> Iterator[Hit]:
    """«الاسلامي» for «الإسلامي», «أعادة» for «إعادة»."""
    yield from _hits(document, Wrong.HAMZA_MISSING)
    yield from _hits(document, Wrong.HAMZA_ELSEWHERE)


@document_rule("ORT-02", Severity.ERROR, ("ar",))
def hamza_added(document: Document, _settings: Settings) -> Iterator[Hit]:
    """«الإجتماع» for «الاجتماع», «بإسم» for «باسم»."""
    yield from _hits(document, Wrong.HAMZA_ADDED)


@document_rule("ORT-03", Severity.ERROR, ("ar",), {"final_yeh": Choice((CORRECT, EGYPTIAN))})
def wrong_ending(document: Document, settings: Settings) -> Iterator[Hit]:
    """«المنظمه» for «المنظمة», «فى» for «في», «حتي» for «حتى».

    Setting `final_yeh`: with ``egyptian``, a final ي may be written without its dots.
    """
    is_egyptian = settings.word("final_yeh") == EGYPTIAN
    for misspelled, hit in _found(document, Wrong.ENDING):
        if not (is_egyptian and misspelled.form.endswith("ى")):
            yield hit


def _hits(document: Document, wrong: Wrong) -> Iterator[Hit]:
    for _, hit in _found(document, wrong):
        yield hit


def _found(document: Document, wrong: Wrong) -> Iterator[tuple[Misspelled, Hit]]:
    for passage in document.passages:
        for misspelled, hit in passage.once(_with_hits):
            if misspelled.judged.wrong is wrong and misspelled.form not in document.vocabulary:
                yield misspelled, hit


def _with_hits(passage: Passage) -> list[tuple[Misspelled, Hit]]:
    return [(word, _hit(passage, word)) for word in passage.once(misspelled_words)]


def _hit(passage: Passage, misspelled: Misspelled) -> Hit:
    word, judged = misspelled.word, misspelled.judged
    rights = [respelled(word.text, right) for right in judged.rights]
    fixes = [passage.fix(word.start, word.end, right, safe=judged.sure) for right in rights]
    group = f"{judged.wrong}:{misspelled.form}"
    values = {"right": rights[0]}
    case = "elsewhere" if judged.wrong is Wrong.HAMZA_ELSEWHERE else "message"
    return passage.hit(word.start, word.end, *fixes, values=values, group=group, case=case)
