"""Specimen releases: one of each thing that a page has to show, in every language of a house.

The words are data, in `resources/specimen/<language>.toml`; the table of dates is written by the
house, in both calendars. The same records show in two documents what a release looks like when it
may go out and when it may not.
"""

import datetime as dt
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from editor.house import House, dates
from editor.messages import RESOURCES
from editor.release.content import (
    Block,
    BlockKind,
    Dateline,
    Embargo,
    Mark,
    Release,
    ReleaseKind,
    Span,
    Status,
    Text,
    Translated,
)

ISSUED = dt.date(2025, 3, 1)
"""A Saturday, the first of a month, and in Ramadan."""
EMBARGO = Embargo(dt.datetime(2025, 3, 1, 15, 30, tzinfo=dt.UTC), "Asia/Riyadh")
REFERENCE = "PR/2025/118"


def specimens(house: House) -> dict[str, Release]:
    """The specimens by name: ``specimen`` is published, ``notices`` is held back twice."""
    published = _published(house)
    short = {code: Text(_words(code)["short_headline"]) for code in house.wording}
    held = replace(
        published,
        kind=ReleaseKind.STATEMENT,
        status=Status.FOR_APPROVAL,
        embargo=EMBARGO,
        headline=Translated(short),
        subheadline=Translated(),
    )
    return {"specimen": published, "notices": held}


def _published(house: House) -> Release:
    codes = tuple(house.wording)

    def field(name: str) -> Translated[str]:
        return Translated({code: _words(code)[name] for code in codes})

    def text(name: str) -> Translated[Text]:
        return Translated({code: Text(words) for code, words in field(name).items()})

    return Release(
        id="specimen",
        language=codes[0],
        languages=codes,
        status=Status.PUBLISHED,
        reference=REFERENCE,
        headline=text("headline"),
        subheadline=text("subheadline"),
        dateline=Dateline(field("place"), field("source"), ISSUED),
        blocks=tuple(
            Block(f"b{place}", kind, Translated(texts))
            for place, (kind, texts) in enumerate(_blocks(house, codes), start=1)
        ),
        end_mark=True,
    )


def _blocks(house: House, codes: Iterable[str]) -> Iterable[tuple[BlockKind, dict[str, Text]]]:
    written = {code: _words(code) for code in codes}
    for alike in zip(*(words["blocks"] for words in written.values()), strict=True):
        texts = {code: _text(block) for code, block in zip(written, alike, strict=True)}
        yield BlockKind(alike[0]["kind"]), texts
    for month in range(1, 13):
        day = dt.date(ISSUED.year, month, 1 + 2 * (month - 1))
        yield (
            BlockKind.LIST_ITEM,
            {code: Text(_both_calendars(day, house, code)) for code in written},
        )
    closing = {code: _text(words["after_dates"]) for code, words in written.items()}
    yield BlockKind.PARAGRAPH, closing


def _both_calendars(day: dt.date, house: House, code: str) -> str:
    forms = dates.forms(day, house.wording[code])
    return f"{forms['long_date']} – {forms['hijri']}"


def _text(block: dict[str, Any]) -> Text:
    words = block["words"]
    spans = []
    for mark in block.get("marks", ()):
        start = words.index(mark["words"])
        end = start + len(mark["words"])
        spans.append(Span(start, end, Mark(mark["mark"]), mark.get("value", "")))
    return Text(words, tuple(spans))


@cache
def _words(code: str) -> dict[str, Any]:
    path = RESOURCES / f"specimen/{code}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
