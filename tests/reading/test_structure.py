"""The parts of a text are told apart by place, length and the words they begin with."""

import pytest

from editor.house import load_house
from editor.reading import read_text
from editor.reading.furniture import inline_end_mark, is_end_mark, read_label
from editor.release.content import BlockKind, Release, ReleaseKind

LEAD = (
    "The council of ministers approved today a plan for the renewal of the railways that will"
    " cost two billion euros over ten years, the government said."
)
HEAD = "Council approves plan for railways"


def read(text: str) -> Release:
    return read_text(text).release


def kinds(release: Release) -> list[str]:
    return [block.kind.value for block in release.blocks]


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        *(("ar", mark) for mark in ("انتهى", "-انتهى-", "(انتهى)", "– انتهى –", "/انتهى/", "###")),
        *(("en", mark) for mark in ("###", "# # #", "-30-", "– 30 –", "ENDS", "– ENDS –", "Ends")),
        *(("fr", mark) for mark in ("- FIN -", "FIN", "Fin", "###", "-30-", "***")),
    ],
)
def test_the_usual_end_marks_are_known(language: str, mark: str) -> None:
    assert is_end_mark(mark, language)


@pytest.mark.parametrize(
    ("language", "words"),
    [("ar", "انتهى الاجتماع اليوم"), ("en", "30"), ("en", "The end of an era"), ("fr", "Fin mai")],
)
def test_words_that_only_begin_like_one_are_no_end_mark(language: str, words: str) -> None:
    assert not is_end_mark(words, language)


@pytest.mark.parametrize(
    ("language", "words", "rest"),
    [
        ("ar", "هذا آخر ما جاء في البيان. انتهى", "هذا آخر ما جاء في البيان."),
        ("ar", "هذا آخر ما جاء في البيان. (انتهى)", "هذا آخر ما جاء في البيان."),
        ("en", "That was all. ###", "That was all."),
        ("en", "That was all. -ENDS-", "That was all."),
    ],
)
def test_an_end_mark_may_stand_behind_the_last_sentence(
    language: str, words: str, rest: str
) -> None:
    at = inline_end_mark(words, language)
    assert at is not None
    assert words[:at].rstrip() == rest


def test_a_sentence_that_ends_in_such_a_word_has_none() -> None:
    assert inline_end_mark("The war must end", "en") is None
    assert inline_end_mark("وقال إن العمل قد تم", "ar") is None


@pytest.mark.parametrize(
    ("language", "words", "kind", "reference"),
    [
        ("ar", "بيان صحفي", ReleaseKind.PRESS_RELEASE, ""),
        ("ar", "** بيان صحفي رقم 12/2024 **", ReleaseKind.PRESS_RELEASE, "12/2024"),
        ("ar", "البيان الختامي", ReleaseKind.COMMUNIQUE, ""),
        ("en", "PRESS RELEASE – FOR IMMEDIATE RELEASE", ReleaseKind.PRESS_RELEASE, ""),
        ("en", "Press Release No. 24/118", ReleaseKind.PRESS_RELEASE, "24/118"),
        ("en", "SG/SM/22100", None, "SG/SM/22100"),
        ("en", "Media Advisory", ReleaseKind.MEDIA_ADVISORY, ""),
        ("fr", "COMMUNIQUE DE PRESSE N° 2023-41", ReleaseKind.PRESS_RELEASE, "2023-41"),
        ("fr", "Déclaration conjointe", ReleaseKind.COMMUNIQUE, ""),
    ],
)
def test_a_label_says_what_a_text_is(
    language: str, words: str, kind: ReleaseKind | None, reference: str
) -> None:
    label = read_label(words, language)
    assert label is not None
    assert label.kind == kind
    assert (words[slice(*label.reference)] if label.reference else "") == reference


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "بيان صادر عن وزارة الخارجية"),
        ("en", "Statement by the Secretary-General on Sudan"),
        ("en", "No room for error, says minister"),
        ("fr", "Communiqué de presse : le ministre reçoit les syndicats"),
    ],
)
def test_a_headline_that_begins_like_a_label_is_none(language: str, words: str) -> None:
    assert read_label(words, language) is None


def test_a_text_may_begin_with_its_lead() -> None:
    release = read(f"PARIS, 5 May 2024 – {LEAD}\n\n{LEAD}")
    assert not release.headline
    assert release.dateline.places["en"] == "PARIS"
    assert release.blocks[0].text("en").words == LEAD


def test_a_date_on_a_line_of_its_own_is_the_date() -> None:
    release = read(f"Date: 05/11/2018\n\n{HEAD}\n\n{LEAD}")
    assert release.dateline.date is not None
    assert release.dateline.date.isoformat() == "2018-11-05"
    assert release.headline["en"].words == HEAD


def test_place_and_date_may_close_a_statement() -> None:
    release = read(f"{HEAD}\n\n{LEAD}\n\n{LEAD}\n\n{LEAD}\n\nGeneva, 5 May 2024")
    assert release.dateline.written["en"] == "Geneva, 5 May 2024"
    assert len(release.blocks) == 3


def test_a_stated_hijri_date_that_differs_from_the_table_is_a_shift() -> None:
    release = read(f"{HEAD}\n\nDhaka, 5 May 2018 (20 Sha’ban 1439 AH)\n\n{LEAD}")
    assert release.dateline.hijri_shift == 1


def test_subheadings_and_items_are_told_from_paragraphs() -> None:
    body = f"{LEAD}\n\nMoney\n\n{LEAD}\n\nThe plan has:\n• new tracks\n• new trains\n\n{LEAD}"
    release = read(f"{HEAD}\n\n{body}")
    assert kinds(release) == [
        "lead", "subheading", "paragraph", "paragraph", "list_item", "list_item", "paragraph",
    ]  # fmt: skip
    assert release.blocks[4].text("en").words == "new tracks"


def test_what_follows_the_end_is_contact_boilerplate_and_notes() -> None:
    tail = "Notes to editors\nThe plan is online.\n\nAbout the council\nIt has 20 members."
    contact = "Media contact:\nTom Ellis\n+1 617 555 0134"
    release = read(f"{HEAD}\n\n{LEAD}\n\n###\n\n{tail}\n\n{contact}")
    assert release.end_mark
    assert kinds(release)[1:] == [
        "subheading", "paragraph", "boilerplate", "boilerplate", "contact", "contact", "contact",
    ]  # fmt: skip


def test_what_follows_the_end_and_is_neither_is_unsure() -> None:
    release = read(f"{HEAD}\n\n{LEAD}\n\n###\n\nThe council has existed for twenty years.")
    assert (release.blocks[-1].kind, release.blocks[-1].unsure) == (BlockKind.BOILERPLATE, True)


def test_the_house_s_own_name_and_end_mark_are_known() -> None:
    house = load_house("oic")
    name, mark = house.wording["en"].organisation, house.wording["en"].end_mark
    text = f"{name}\n\n{HEAD}\n\nJEDDAH (UNA) – {LEAD}\n\n{LEAD}\n\n{mark}"
    release = read_text(text, house=house).release
    assert release.headline["en"].words == HEAD
    assert release.end_mark
    assert kinds(release) == ["lead", "paragraph"]


def test_a_masthead_above_the_label_is_no_headline() -> None:
    release = read(f"Council of Ministers\n\nPress release\n\n{HEAD}\n\n{LEAD}")
    assert release.headline["en"].words == HEAD
