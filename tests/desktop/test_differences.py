import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.desktop.differences import Difference, Hint, differences

TEXTS = st.text(st.sampled_from("اب ،.نُ😀\u00a0ab"), max_size=40)


def apply(text: str, changes: tuple[Difference, ...]) -> str:
    for change in reversed(changes):
        text = text[: change.start] + change.words + text[change.end :]
    return text


@given(TEXTS, TEXTS)
def test_the_differences_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    assert apply(old, differences(old, new)) == new


@given(TEXTS, TEXTS, st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_a_wrong_hint_does_no_harm(
    old: str, new: str, start: int, removed: int, added: int
) -> None:
    assert apply(old, differences(old, new, Hint(start, removed, added))) == new


def test_equal_texts_do_not_differ() -> None:
    assert differences("جدة", "جدة", Hint(1, 1, 1)) == ()


@pytest.mark.parametrize("start", range(4))
def test_a_letter_typed_among_equal_letters_is_where_it_was_typed(start: int) -> None:
    changes = differences("ممم", "مممم", Hint(start, 0, 1))
    assert changes == (Difference(start, start, "م"),)


def test_words_between_two_changes_are_left_alone() -> None:
    """Another person may be typing there."""
    changes = differences("وزير الخارجية ووزير المالية", "وزير الداخلية ووزير العدل")
    assert [change.words for change in changes] == ["داخلية", "العدل"]


def test_a_report_of_the_whole_paragraph_is_narrowed() -> None:
    """Input methods report a whole paragraph for one letter."""
    changes = differences("بيان صحفي", "بيان صحفيّ", Hint(0, 9, 10))
    assert changes == (Difference(9, 9, "ّ"),)


def test_a_range_of_very_many_words_is_one_change() -> None:
    old, new = "أ ب " * 2000, "ج د " * 2000
    assert len(differences(old, new)) == 1
