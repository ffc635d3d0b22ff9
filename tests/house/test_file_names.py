"""An exported file says in its name what it is, by the house's pattern."""

import datetime as dt
from dataclasses import replace

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.house import House, load_house
from editor.house.file_names import file_name
from editor.release.content import Dateline, Embargo, Release, Status

EMBARGO = Embargo(dt.datetime(2018, 11, 15, 9, tzinfo=dt.UTC), "Asia/Riyadh")
RELEASE = Release(
    id="r",
    language="en",
    status=Status.APPROVED,
    reference="OIC/PR/2018/214",
    dateline=Dateline(date=dt.date(2018, 11, 15)),
)


@pytest.fixture(scope="module")
def house() -> House:
    return load_house("oic")


@pytest.mark.parametrize(
    ("expected", "status", "embargo"),
    [
        ("news", Status.APPROVED, None),
        ("news", Status.PUBLISHED, None),
        ("news-Draft", Status.DRAFT, None),
        ("news-For-approval", Status.FOR_APPROVAL, None),
        ("news-Correction", Status.CORRECTION, None),
        ("news-Embargoed", Status.APPROVED, EMBARGO),
        ("news-Draft-Embargoed", Status.DRAFT, EMBARGO),
    ],
)
def test_what_may_not_go_out_yet_says_so_in_its_name(
    house: House, expected: str, status: Status, embargo: Embargo | None
) -> None:
    """The notice goes when the status does."""
    release = replace(RELEASE, status=status, embargo=embargo)
    assert file_name(release, house, "en", "news") == expected


def test_a_text_has_no_status_but_may_state_an_embargo(house: House) -> None:
    """Nobody has said of a text that was only read how far it has come."""
    read = replace(RELEASE, status=Status.DRAFT)
    assert file_name(read, house, "en", "news", is_record=False) == "news"
    held = replace(read, embargo=EMBARGO)
    assert file_name(held, house, "en", "news", is_record=False) == "news-Embargoed"


@pytest.mark.parametrize(
    ("expected", "language"),
    [("خبر-مسودة", "ar"), ("خبر-Draft", "en"), ("خبر-Projet", "fr")],
)
def test_a_notice_is_in_the_documents_language(house: House, expected: str, language: str) -> None:
    draft = replace(RELEASE, status=Status.DRAFT)
    assert file_name(draft, house, language, "خبر") == expected


def test_a_pattern_without_a_language_still_tells_them_apart(house: House) -> None:
    own = msgspec.structs.replace(house, file_name="{date} {stem}")
    names = {file_name(RELEASE, own, code, "news", several=True) for code in house.wording}
    assert names == {"2018-11-15 news-ar", "2018-11-15 news-en", "2018-11-15 news-fr"}


@given(reference=st.text(max_size=300), status=st.text(max_size=20), several=st.booleans())
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_reference_makes_a_name_that_a_folder_can_hold(
    house: House, *, reference: str, status: str, several: bool
) -> None:
    """One name, of no other folder, that is the same on every system."""
    wording = msgspec.structs.replace(
        house.wording["en"], statuses={**house.wording["en"].statuses, "draft": status}
    )
    own = msgspec.structs.replace(
        house, file_name="{reference}[-{notice}]", wording={"en": wording}
    )
    draft = replace(RELEASE, status=Status.DRAFT, reference=reference)
    name = file_name(draft, own, "en", "news", several=several)
    assert name
    assert len(name.encode()) <= 200
    assert not set(name) & set('/\\:*?"<>|\x00\n\u202e\u2066')
    assert name == name.strip(" .")
    assert name not in {".", ".."}


def test_languages_beside_each_other_are_told_apart(house: House) -> None:
    assert file_name(RELEASE, house, "fr", "news", several=True) == "news-fr"


@pytest.mark.parametrize(
    ("expected", "pattern"),
    [
        ("OIC-PR-2018-214 2018-11-15", "{reference} {date}[ {notice}]"),
        ("2018-11-15_news", "{date}_{stem}"),
        ("out-2018-news", "out/2018/{stem}"),
    ],
)
def test_a_house_names_its_files_by_a_pattern_of_its_own(
    house: House, expected: str, pattern: str
) -> None:
    own = msgspec.structs.replace(house, file_name=pattern)
    assert file_name(RELEASE, own, "en", "news") == expected


@pytest.mark.parametrize(
    ("expected", "reference"),
    [
        ("-..-etc-passwd", "../../etc/passwd"),
        ("a-b", "a\x00\n:b"),
        ("news", "   "),
        ("news", "..."),
        ("CON", "CON"),
        ("م" * 100, "م" * 300),
    ],
)
def test_a_name_is_one_that_every_disk_can_hold(
    house: House, expected: str, reference: str
) -> None:
    own = msgspec.structs.replace(house, file_name="{reference}")
    assert file_name(replace(RELEASE, reference=reference), own, "en", "news") == expected
