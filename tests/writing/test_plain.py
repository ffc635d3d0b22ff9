"""Plain text has everything a reader of the document has, in its order."""

import dataclasses

import pytest

from editor.house import load_house
from editor.release.content import BlockKind, Release, Status
from editor.text.wrapping import columns
from editor.writing.document import compose
from editor.writing.plain import plain_text, write_plain
from tests.writing import releases

HOUSE = load_house("oic")
ALL = {"ar": releases.sample(), "en": releases.english(), "fr": releases.french()}


def test_a_release_reads_from_top_to_bottom() -> None:
    english = plain_text(compose(releases.english(), HOUSE, "en"))
    assert english.startswith(
        "Organisation of Islamic Cooperation\nPress release\nReference OIC/PR/2024/118\n"
        "Sunday, 4 August 2024\u2002·\u200229 Muharram 1446 AH\n\n"
        "Ministers agree on a joint grain reserve\n\n"
        "A fund for small farmers opens in March\n\n"
        "ISTANBUL, Türkiye (UNA) – Sunday, 4 August 2024\n\n"
        "The Secretary-General,"
    )
    assert "- A grain reserve of 400,000 tonnes.\n- An early warning network.\n\n" in english
    assert "\n\n###\n\nAbout the OIC\n" in english
    assert english.endswith("press@oic.example\n")


def test_a_draft_and_an_embargo_say_so_above_the_headline() -> None:
    draft = dataclasses.replace(
        releases.english(), status=Status.DRAFT, embargo=releases.NOON_IN_MAKKAH
    )
    above = plain_text(compose(draft, HOUSE, "en")).partition("Ministers agree")[0]
    assert "\n\nDraft – not for release\nEmbargoed until 12:00" in above


@pytest.mark.parametrize("language", ALL)
@pytest.mark.parametrize("width", [40, 72])
def test_no_line_is_wider_than_was_asked_for(language: str, width: int) -> None:
    text = write_plain(ALL[language], HOUSE, language, width=width).decode()
    assert max(columns(line) for line in text.splitlines()) <= width
    unwrapped = write_plain(ALL[language], HOUSE, language).decode()
    assert text.split() == unwrapped.split()


@pytest.mark.parametrize("language", ALL)
def test_a_paragraph_is_a_line_unless_a_width_is_given(language: str) -> None:
    lines = write_plain(ALL[language], HOUSE, language).decode().splitlines()
    block = next(b for b in ALL[language].blocks if b.kind is BlockKind.LEAD)
    assert block.text(language).words in lines


def test_a_list_item_goes_on_under_its_first_word() -> None:
    words = "A grain reserve of four hundred thousand tonnes for the members"
    release = releases.release("en", [(BlockKind.LIST_ITEM, words)])
    text = plain_text(compose(release, HOUSE, "en"), width=40)
    assert "- A grain reserve of four hundred\n  thousand tonnes for the members\n" in text


def test_long_tokens_can_be_copied_whole() -> None:
    """Print may break an endless word; a text that is copied must not."""
    token = "a" * 90
    release = releases.release("en", [(BlockKind.PARAGRAPH, f"Key {token} end.")])
    assert token in plain_text(compose(release, HOUSE, "en"))


def test_an_empty_release_is_written_too() -> None:
    empty = Release(id="empty", language="ar", languages=("ar",))
    assert "انتهى" in write_plain(empty, HOUSE, "ar").decode()
