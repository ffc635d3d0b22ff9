"""Verbs of saying and what follows them (QUO-04); persons inside partial quotations (QUO-06)."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import regex

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, document_rule, text_rule
from editor.checks.tables import table
from editor.release.content import Mark

_MARK = regex.compile(r"[.!?؟:؛«»\"“”]")
_LONGEST_SUBJECT = 8
"""How many words on what was said may begin."""
_THAT = regex.compile(r"(ب?)أن(ه|ها|هم|هما|نا|ني|ه)?")
_BEFORE_QUOTATION = 9


@text_rule("QUO-04", Severity.WARNING, profile=Profile.STRICT)
def complement(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """«قال أن» for «قال إن», «أكد على أن» for «أكد أن», and their like in English and French."""
    if passage.language == "ar":
        yield from _said_that(passage)
    for row in _phrases(passage.language):
        for match in row["pattern"].finditer(passage.words):
            if not passage.is_quoted(*match.span("wrong")):
                right = row["right"]
                start, end = match.span("wrong")
                if not right and passage.words[end : end + 1].isspace():
                    end += 1
                key = "" if right else "QUO-04.fix"
                fix = passage.fix(start, end, right, safe=row["safe"], key=key)
                values = {"right": match[0].replace(match["wrong"], right).replace("  ", " ")}
                yield passage.hit(*match.span("wrong"), fix, values=values)


def _said_that(passage: Passage) -> Iterator[Hit]:
    """أن after قال, where the first thing said follows the subject."""
    rows = table("attribution")["ar"]
    said, stops = frozenset(rows["said"]), frozenset(rows["governing"])
    tokens, forms = passage.tokens, passage.forms
    for index, form in enumerate(forms):
        if form not in said:
            continue
        for at in range(index + 1, min(index + 2 + _LONGEST_SUBJECT, len(tokens))):
            between = passage.words[tokens[at - 1].end : tokens[at].start]
            if _MARK.search(between) or forms[at] == "إن" or forms[at].startswith("إن"):
                break
            match = _THAT.fullmatch(forms[at])
            if match is None:
                continue
            if forms[at - 1] not in stops and not passage.is_quoted(*_place(passage, at)):
                start, end = _place(passage, at)
                right = f"إن{match[2] or ''}"
                fix = passage.fix(start, end, right, safe=False)
                values = {"right": f"{tokens[index].text} … {right}"}
                yield passage.hit(start, end, fix, values=values)
            break


def _place(passage: Passage, at: int) -> tuple[int, int]:
    return passage.tokens[at].start, passage.tokens[at].end


@cache
def _phrases(language: str) -> tuple[dict[str, Any], ...]:
    """The phrases of the table as patterns, whose group `wrong` is what is replaced."""
    return tuple(
        {
            "pattern": regex.compile(
                rf"(?<![\p{{L}}\p{{M}}])(?:{row['before']})"
                rf"(?P<wrong>{row['wrong']})(?![\p{{L}}\p{{M}}])"
            ),
            "right": row["right"],
            "safe": row.get("safe", False),
        }
        for row in table("attribution")[language]["phrases"]
    )


@document_rule("QUO-06", Severity.NOTE, profile=Profile.SUGGESTIONS)
def shift_of_person(document: Document, _settings: Settings) -> Iterator[Hit]:
    """«I», «we» or «you» in a quotation that only completes a sentence; verbatim, it is right."""
    pattern = _persons(document.language)
    for passage in document.passages:
        for span in passage.marked(Mark.QUOTATION):
            before = passage.words[max(span.start - _BEFORE_QUOTATION, 0) : span.start]
            lead = before.rstrip(' \t\u00a0\u202f«“"‘„')
            if not lead or lead[-1] in ".:!?؟…،,»”":
                continue
            match = pattern.search(passage.words, span.start, span.end)
            if match is not None:
                yield passage.hit(*match.span())


@cache
def _persons(language: str) -> "regex.Pattern[str]":
    words: str = table("attribution")[language]["persons"]
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}’'])(?:{words})(?![\p{{L}}\p{{M}}])")
