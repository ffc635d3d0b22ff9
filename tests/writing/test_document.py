"""Everything printed of a release is in its document, in the house's words."""

import datetime as dt
from dataclasses import replace

import msgspec
import pytest

from editor.house import House, load_house
from editor.messages import INTERFACE_LANGUAGES
from editor.release.content import (
    Block,
    BlockKind,
    Dateline,
    Embargo,
    Release,
    ReleaseKind,
    Status,
    Text,
    Translated,
)
from editor.release.languages import LANGUAGES
from editor.writing.document import WritingError, compose
from editor.writing.runs import without_isolates
from tests.writing.releases import NOON_IN_MAKKAH, english, french, sample


@pytest.fixture(scope="module")
def house() -> House:
    return load_house("oic")


def test_the_sample_is_printed_in_arabic(house: House) -> None:
    document = compose(sample(), house, "ar")
    assert document.language is LANGUAGES["ar"]
    assert document.title.startswith("العثيمين: رواد التواصل الاجتماعي")
    assert document.masthead.organisation == "منظمة التعاون الإسلامي"
    assert document.masthead.kind == "بيان صحفي"
    assert document.reference is not None
    assert without_isolates(document.reference.value) == "إكو-2018/214"
    assert document.dates is not None
    assert (document.dates.gregorian, document.dates.hijri) == (
        "الخميس 15 نوفمبر 2018م",
        "7 ربيع الأول 1440هـ",
    )
    assert document.dateline == "رام الله (دنيا الوطن) – الخميس 15 نوفمبر 2018م"
    assert [paragraph.kind for paragraph in document.paragraphs] == [
        BlockKind.LEAD,
        *[BlockKind.PARAGRAPH] * 7,
    ]
    assert document.end_mark == "انتهى"
    assert document.issued == dt.date(2018, 11, 15)


def test_a_paragraph_keeps_its_id_and_its_words(house: House) -> None:
    release = sample()
    paragraph = compose(release, house, "ar").paragraphs[0]
    assert paragraph.id == release.blocks[0].id
    assert paragraph.words == release.blocks[0].text("ar").words


@pytest.mark.parametrize(
    ("expected", "release", "language"),
    [
        ("ISTANBUL, Türkiye (UNA) – Sunday, 4 August 2024", english(), "en"),
        ("Istanbul, le 4 août 2024 (UNA)", french(), "fr"),
    ],
)
def test_a_dateline_follows_the_pattern_of_its_language(
    house: House, expected: str, release: Release, language: str
) -> None:
    assert compose(release, house, language).dateline == expected


def test_the_hijri_date_is_the_one_that_was_decided(house: House) -> None:
    """A shift that a person gave moves it everywhere, and the Gregorian date nowhere."""
    moved = replace(sample().dateline, hijri_shift=-1)
    dates = compose(replace(sample(), dateline=moved), house, "ar").dates
    assert dates is not None
    assert dates.hijri == "6 ربيع الأول 1440هـ"
    assert dates.words == "الخميس 15 نوفمبر 2018م\u2002·\u20026 ربيع الأول 1440هـ"


def test_a_house_orders_both_dates_and_the_parts_of_the_dateline() -> None:
    """Arabic-Indic digits, months of two regions, the Hijri date first, the place after the day."""
    document = compose(sample(), load_house("ministry"), "ar")
    assert document.dates is not None
    assert document.dates.words == "٧ ربيع الأول ١٤٤٠هـ الموافق ١٥ تشرين الثاني/نوفمبر ٢٠١٨م"
    assert document.dateline == "الخميس ١٥ تشرين الثاني/نوفمبر ٢٠١٨م، رام الله | دنيا الوطن"


@pytest.mark.parametrize(
    ("expected", "dateline"),
    [
        ("جدة", Dateline(places=Translated(ar="جدة"))),
        ("(يونا)", Dateline(sources=Translated(ar="يونا"))),
        ("رام الله - دنيا الوطن", Dateline(written=Translated(ar="رام الله - دنيا الوطن"))),
        ("", Dateline(places=Translated(en="Jeddah"))),
        ("", Dateline()),
    ],
)
def test_a_dateline_is_of_what_is_known(house: House, expected: str, dateline: Dateline) -> None:
    release = replace(sample(), dateline=dateline)
    assert compose(release, house, "ar").dateline == expected


@pytest.mark.parametrize(
    ("expected", "status", "embargo"),
    [
        ([], Status.PUBLISHED, None),
        ([], Status.APPROVED, None),
        (["draft"], Status.DRAFT, None),
        (["for_approval"], Status.FOR_APPROVAL, None),
        (["correction"], Status.CORRECTION, None),
        (["embargo"], Status.APPROVED, NOON_IN_MAKKAH),
        (["draft", "embargo"], Status.DRAFT, NOON_IN_MAKKAH),
    ],
)
def test_a_notice_is_over_what_may_not_go_out_yet(
    house: House, expected: list[str], status: Status, embargo: Embargo | None
) -> None:
    release = replace(sample(), status=status, embargo=embargo)
    banners = compose(release, house, "ar").banners
    assert [banner.kind for banner in banners] == expected
    if embargo:
        assert "12:00 من يوم الخميس 15 نوفمبر 2018م بتوقيت مكة المكرمة" in banners[-1].words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ReleaseKind)
@pytest.mark.parametrize("status", Status)
def test_every_kind_and_status_has_its_words(
    house: House, language: str, kind: ReleaseKind, status: Status
) -> None:
    document = compose(
        Release(id="r", language=language, kind=kind, status=status, reference="1/2"),
        house,
        language,
    )
    assert document.title == f"{document.masthead.kind} 1/2"
    assert document.paragraphs == ()
    assert document.boilerplate is not None
    assert document.contact is not None


def test_the_releases_own_contact_stands_in_place_of_the_houses(house: House) -> None:
    own = Block("c", BlockKind.CONTACT, Translated(en=Text("Ask Amina, amina@oic.example")))
    release = english()
    document = compose(replace(release, blocks=(*release.blocks, own)), house, "en")
    assert document.contact is not None
    assert len(document.contact.lines) == 1
    words = "".join(run.words for run in document.contact.lines[0])
    assert words == "Ask Amina, amina@oic.example"
    assert own.id not in {paragraph.id for paragraph in document.paragraphs}
    assert document.boilerplate is not None
    assert document.boilerplate.title == "About the OIC"


def test_a_house_may_have_neither_boilerplate_nor_contact(house: House) -> None:
    wording = msgspec.structs.replace(house.wording["en"], boilerplate="", contact=())
    bare = msgspec.structs.replace(house, wording={"en": wording})
    document = compose(english(), bare, "en")
    assert (document.boilerplate, document.contact) == (None, None)


def test_blocks_without_words_in_the_language_are_left_out(house: House) -> None:
    document = compose(english(), house, "ar")
    assert (document.headline, document.paragraphs) == ((), ())


@pytest.mark.parametrize("words", [" \x00 ", "\u2066\u2069", "\u200b"])
def test_a_blank_headline_is_no_headline(house: House, words: str) -> None:
    release = replace(english(), headline=Translated(en=Text(words)))
    document = compose(release, house, "en")
    assert document.headline == ()
    assert document.title == "Press release OIC/PR/2024/118"


def test_a_title_is_short_enough_for_a_property(house: House) -> None:
    release = replace(english(), headline=Translated(en=Text("word " * 5000)))
    assert len(compose(release, house, "en").title) == 1000


def test_a_language_without_wording_is_refused_in_a_sentence(house: House) -> None:
    with pytest.raises(WritingError) as caught:
        compose(english(), house, "de")
    for language in INTERFACE_LANGUAGES:
        assert "de" in caught.value.sentence(language)
        assert "ar, en, fr" in caught.value.sentence(language)
