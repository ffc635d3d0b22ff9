"""How much a quotation without a speaker matters depends on how sure the reader was of it."""

import pytest

from editor.checks import Checker, Severity
from editor.release.content import (
    Block,
    BlockKind,
    Mark,
    Release,
    Span,
    Speaker,
    Text,
    Translated,
)
from tests.checks.building import house


def severities(
    words: str, quoted: str, *, speaker: str = "", unsure: bool = True
) -> list[Severity]:
    start = words.index(quoted)
    span = Span(start, start + len(quoted), Mark.QUOTATION, speaker, unsure)
    block = Block("b1", BlockKind.LEAD, Translated(en=Text(words, (span,))))
    release = Release("r", "en", ("en",), blocks=(block,), speakers=(Speaker("s1"),))
    findings = Checker(house()).check(release)
    return [finding.severity for finding in findings if finding.rule == "QUO-03"]


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("The report speaks of “a need that nobody can deny” in all of them.", Severity.NOTE),
        ("“A need that nobody can deny.”", Severity.ERROR),
        ("Nobody slept. “A need that nobody can deny.”", Severity.ERROR),
        ("This was said: “a need that nobody can deny”.", Severity.ERROR),
    ],
)
def test_words_inside_a_sentence_that_may_be_a_quotation_are_worth_a_note(
    words: str, severity: Severity
) -> None:
    quoted = words[words.index("“") + 1 : words.index("”")]
    assert severities(words, quoted) == [severity]
    assert severities(words, quoted, unsure=False) == [Severity.ERROR]
    assert severities(words, quoted, speaker="s1") == []


def test_a_speaker_who_was_removed_is_nobody() -> None:
    assert severities("He said “this is so”.", "this is so", speaker="s9", unsure=False)
