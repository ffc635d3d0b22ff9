"""Releases to write: the real sample, and one in each Latin language with everything in it."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from editor.release.content import (
    Block,
    BlockKind,
    Dateline,
    Embargo,
    Mark,
    Release,
    Span,
    Status,
    Text,
    Translated,
)

SAMPLE = Path(__file__).parents[2] / "resources/samples/oic-2018-social-media.txt"
NOON_IN_MAKKAH = Embargo(dt.datetime(2018, 11, 15, 9, tzinfo=dt.UTC), "Asia/Riyadh")

ENGLISH = (
    (BlockKind.LEAD, "The Secretary-General, H.E. Mr. Hissein Brahim Taha, opened the meeting."),
    (BlockKind.PARAGRAPH, "“No state should face this alone,” he told the 57 delegations."),
    (BlockKind.PARAGRAPH, "The plan for 2025–2030 will be followed up by (منظمة الأمن الغذائي)."),
    (BlockKind.SUBHEADING, "What was agreed"),
    (BlockKind.LIST_ITEM, "A grain reserve of 400,000 tonnes."),
    (BlockKind.LIST_ITEM, "An early warning network."),
    (BlockKind.PARAGRAPH, "Details: https://www.oic.example/food or +966 12 651 5222."),
)
FRENCH = (
    (BlockKind.LEAD, "Le Secrétaire général, S.E. M. Hissein Brahim Taha, a ouvert la réunion."),
    (BlockKind.PARAGRAPH, "« Aucun État ne doit affronter seul une telle perte », a-t-il déclaré."),
    (BlockKind.SUBHEADING, "Ce qui a été décidé"),
    (BlockKind.LIST_ITEM, "Une réserve de 400 000 tonnes de céréales."),
    (BlockKind.PARAGRAPH, "Les œuvres suivront dès l’automne : on y veillera."),
)


def sample() -> Release:
    """The real Arabic release, as its annotation parses it."""
    lines = [line for line in SAMPLE.read_text(encoding="utf-8").split("\n") if line.strip()]
    kinds = [BlockKind.LEAD] + [BlockKind.PARAGRAPH] * (len(lines) - 3)
    return Release(
        id="sample",
        language="ar",
        languages=("ar",),
        status=Status.PUBLISHED,
        reference="إكو-2018/214",
        headline=Translated(ar=Text(lines[0])),
        dateline=Dateline(
            places=Translated(ar="رام الله"),
            sources=Translated(ar="دنيا الوطن"),
            date=dt.date(2018, 11, 15),
        ),
        blocks=tuple(
            Block(f"b{place}", kind, Translated(ar=Text(line, quoted(line))))
            for place, (kind, line) in enumerate(zip(kinds, lines[2:], strict=True), start=1)
        ),
    )


def quoted(line: str) -> tuple[Span, ...]:
    """The stretch between the first two straight marks of a line, as a quotation."""
    first = line.find('"')
    second = line.find('"', first + 1)
    return (Span(first + 1, second, Mark.QUOTATION),) if 0 <= first < second else ()


def release(
    language: str,
    blocks: Sequence[tuple[BlockKind, str]],
    headline: str = "",
    subheadline: str = "",
    place: str = "",
    source: str = "",
) -> Release:
    """A release in one language."""
    return Release(
        id="made",
        language=language,
        languages=(language,),
        status=Status.PUBLISHED,
        reference="OIC/PR/2024/118",
        headline=Translated({language: Text(headline)}),
        subheadline=Translated({language: Text(subheadline)}),
        dateline=Dateline(
            places=Translated({language: place}),
            sources=Translated({language: source}),
            date=dt.date(2024, 8, 4),
        ),
        blocks=tuple(
            Block(f"b{place}", kind, Translated({language: Text(words)}))
            for place, (kind, words) in enumerate(blocks, start=1)
        ),
    )


def english() -> Release:
    """An English release with a subheading, a list, a quotation, an Arabic name and an address."""
    return release(
        "en",
        ENGLISH,
        "Ministers agree on a joint grain reserve",
        "A fund for small farmers opens in March",
        "ISTANBUL, Türkiye",
        "UNA",
    )


def french() -> Release:
    """A French release."""
    return release(
        "fr",
        FRENCH,
        "Les ministres s’accordent sur une réserve commune",
        "Un fonds ouvre en mars",
        "Istanbul",
        "UNA",
    )
