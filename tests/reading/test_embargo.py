"""An embargo is a moment: a day, an hour and a zone, or it is left to a person."""

# ruff: noqa: E501  # tables read best with a line to a line

import pytest

from editor.reading import read_text
from editor.reading.embargo import read_embargo
from editor.release.content import BlockKind


@pytest.mark.parametrize(
    ("language", "line", "moment", "zone"),
    [
        ("en", "EMBARGOED UNTIL 10:00 GMT 5 May 2024", "2024-05-05T10:00:00+00:00", "Etc/UTC"),
        ("en", "Embargo: 12.01 a.m. EDT, Monday 6 May 2024", "2024-05-06T00:01:00-04:00", "America/New_York"),
        ("en", "Embargoed until 3 p.m. Makkah time, 5 May 2024", "2024-05-05T15:00:00+03:00", "Asia/Riyadh"),
        ("en", "Embargo until 15:00 UTC+3, 5 May 2024", "2024-05-05T15:00:00+03:00", "Etc/GMT-3"),
        ("fr", "Embargo : 5 mai 2024 à 10h00 (heure de Paris)", "2024-05-05T10:00:00+02:00", "Europe/Paris"),
        ("fr", "Sous embargo jusqu’au 5 mai 2024, 10 h GMT", "2024-05-05T10:00:00+00:00", "Etc/UTC"),
        ("ar", "محظور النشر حتى الساعة 10:00 صباحا بتوقيت جدة يوم 5 مايو 2024", "2024-05-05T10:00:00+03:00", "Asia/Riyadh"),
        ("ar", "محظور النشر حتى منتصف الليل بتوقيت غرينتش 5 مايو 2024", "2024-05-05T00:00:00+00:00", "Etc/UTC"),
    ],
)  # fmt: skip
def test_a_whole_moment_is_read(language: str, line: str, moment: str, zone: str) -> None:
    embargo = read_embargo(line, language)
    assert embargo is not None
    assert (embargo.until.isoformat(), embargo.zone) == (moment, zone)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Embargoed until 5 May 2024"),
        ("en", "Embargo 10:00 5 May 2024"),
        ("en", "Embargoed until 10:00 GMT"),
        ("en", "Embargoed until 10:00 AST, 5 May 2024"),
        ("ar", "محظور النشر حتى يوم الأحد"),
    ],
)
def test_a_moment_that_lacks_something_is_not_guessed(language: str, line: str) -> None:
    assert read_embargo(line, language) is None


def test_an_embargo_nobody_can_tell_stays_in_the_text_and_is_unsure() -> None:
    release = read_text(
        "EMBARGOED UNTIL SUNDAY MORNING\n\nMinister opens a new bridge\n\n"
        "PARIS, 5 May 2024 – The minister of transport opened the bridge that joins the banks."
    ).release
    assert release.embargo is None
    first, lead = release.blocks
    assert (first.kind, first.unsure) == (BlockKind.PARAGRAPH, True)
    assert first.text("en").words == "EMBARGOED UNTIL SUNDAY MORNING"
    assert lead.kind is BlockKind.LEAD
