"""Drafts edited apart from each other become equal, and no word is lost."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.release.content import BlockKind, Mark, Span
from editor.release.draft import Draft
from tests.release.edits import Edit, edits, releases
from tests.release.merging import Person, lost, meet, with_rare_word

# A speaker's name is chosen whole: where two people choose, the last one's stands.
moves = st.tuples(
    st.integers(0, 2),
    st.one_of(
        edits.filter(lambda edit: edit.name != "rename"),
        edits.filter(lambda edit: edit.name != "rename"),
        st.sampled_from(["meet", "undo", "redo"]),
    ),
)
orders = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=6)


@settings(max_examples=60)
@given(st.data(), st.sampled_from([2, 3]), st.lists(moves, max_size=40), orders)
def test_copies_become_equal_and_no_word_is_lost(
    data: st.DataObject,
    count: int,
    steps: Sequence[tuple[int, Edit | str]],
    order: Sequence[tuple[int, int]],
) -> None:
    story(Draft.from_release(data.draw(releases())), count, steps, order)


@pytest.mark.fuzz
@settings(max_examples=3000)
@given(st.data(), st.sampled_from([2, 3]), st.lists(moves, max_size=150), orders)
def test_long_stories_end_equal_and_no_word_is_lost(
    data: st.DataObject,
    count: int,
    steps: Sequence[tuple[int, Edit | str]],
    order: Sequence[tuple[int, int]],
) -> None:
    story(Draft.from_release(data.draw(releases())), count, steps, order)


def story(
    draft: Draft,
    count: int,
    steps: Sequence[tuple[int, Edit | str]],
    order: Sequence[tuple[int, int]],
) -> None:
    """Let people edit apart, meet now and then, and all meet at the end in some order."""
    copies = [Draft.from_updates([draft.updates_since(None)]) for _ in range(count - 1)]
    people = [Person(copy) for copy in (draft, *copies)]
    for number, (one, step) in enumerate(steps):
        person = people[one % count]
        if step == "meet":
            person.take_from(people[(one + 1) % count])
        elif isinstance(step, str):
            person.turn(back=step == "undo")
        else:
            person.edit(with_rare_word(step, number))
        person.check()
    release = meet(people, [(one % count, other % count) for one, other in order])
    assert lost(people, release) == set()
    assert Draft.from_updates([draft.updates_since(None)]).snapshot() == release


@settings(max_examples=15)
@given(st.randoms(use_true_random=True))
def test_a_stream_of_updates_in_order_with_repeats_keeps_a_copy_equal(dice: Random) -> None:
    """A copy that follows one other by its updates, as they come, some of them twice."""
    source = Draft.new("ar")
    follower = Draft.from_updates([source.updates_since(None)])
    sent: list[bytes] = []
    source.on_update(sent.append)
    block = source.insert_block(BlockKind.LEAD, None, {"ar": "كلام"})
    for _ in range(25):
        at = dice.randint(0, len(source.snapshot().blocks[0].text("ar").words))
        source.replace(block, "ar", at, at, dice.choice(["ا", "😀", "👨‍👩‍👧"]))
    for number, update in enumerate(sent):
        follower.apply(update)
        follower.apply(sent[dice.randint(0, number)])
    assert follower.snapshot() == source.snapshot()


@pytest.fixture
def pair() -> tuple[Draft, Draft, str]:
    """Two copies of a release with one paragraph, and the paragraph's id."""
    one = Draft.new("ar", author="amal")
    block = one.insert_block(BlockKind.PARAGRAPH, None, {"ar": "أول ثان ثالث", "en": "one two"})
    return one, Draft.from_updates([one.updates_since(None)], author="omar"), block


def exchange(one: Draft, other: Draft) -> None:
    """Bring two copies up to date, and see that they are equal."""
    one.apply(other.updates_since(one.state_vector()), author="omar")
    other.apply(one.updates_since(other.state_vector()), author="amal")
    assert one.snapshot() == other.snapshot()


def test_a_removed_block_comes_back_with_words_written_meanwhile(
    pair: tuple[Draft, Draft, str],
) -> None:
    one, other, block = pair
    one.remove_block(block)
    other.replace(block, "fr", 0, 0, "un deux")
    exchange(one, other)
    assert {code: text.words for code, text in one.snapshot().blocks[0].texts.items()} == {
        "ar": "أول ثان ثالث",
        "en": "one two",
        "fr": "un deux",
    }


def test_a_block_that_came_back_stays_when_it_is_edited_to_what_the_remover_saw(
    pair: tuple[Draft, Draft, str],
) -> None:
    one, other, block = pair
    one.remove_block(block)
    other.replace(block, "en", 7, 7, "!")
    exchange(one, other)
    one.replace(block, "en", 7, 8, "")
    exchange(one, other)
    assert one.snapshot().blocks[0].text("en").words == "one two"


def test_a_block_removed_by_both_stays_removed(pair: tuple[Draft, Draft, str]) -> None:
    one, other, block = pair
    one.remove_block(block)
    other.remove_block(block)
    exchange(one, other)
    assert one.snapshot().blocks == ()


def test_undoing_a_new_block_keeps_what_another_wrote_into_it(
    pair: tuple[Draft, Draft, str],
) -> None:
    one, other, block = pair
    new = one.insert_block(BlockKind.SUBHEADING, block, {"ar": "عنوان"})
    exchange(one, other)
    other.replace(new, "en", 0, 0, "Heading")
    exchange(one, other)
    one.undo()
    exchange(one, other)
    left = one.snapshot().blocks[1]
    assert (left.id, left.kind) == (new, BlockKind.SUBHEADING)
    assert {code: text.words for code, text in left.texts.items()} == {"en": "Heading"}


def test_undo_takes_back_ones_own_words_and_nobody_elses(pair: tuple[Draft, Draft, str]) -> None:
    one, other, block = pair
    one.replace(block, "ar", 0, 0, "أمل ")
    exchange(one, other)
    other.replace(block, "ar", 0, 0, "عمر ")
    exchange(one, other)
    one.undo()
    exchange(one, other)
    assert one.snapshot().blocks[0].text("ar").words == "عمر أول ثان ثالث"
    other.undo()
    assert other.snapshot().blocks[0].text("ar").words == "أول ثان ثالث"


def test_a_block_that_two_people_move_stands_once(pair: tuple[Draft, Draft, str]) -> None:
    one, other, block = pair
    second = one.insert_block(BlockKind.PARAGRAPH, block, {"ar": "ب"})
    third = one.insert_block(BlockKind.PARAGRAPH, second, {"ar": "ج"})
    exchange(one, other)
    one.move_block(third, None)
    other.move_block(third, block)
    exchange(one, other)
    assert sorted(one.id for one in one.snapshot().blocks) == sorted([block, second, third])


def test_blocks_made_at_the_same_place_by_two_people_both_stand(
    pair: tuple[Draft, Draft, str],
) -> None:
    one, other, block = pair
    made = {
        draft.insert_block(BlockKind.PARAGRAPH, block, {"ar": "جديد"}) for draft in (one, other)
    }
    exchange(one, other)
    assert {each.id for each in one.snapshot().blocks} == {block, *made}


def test_a_quotation_by_a_speaker_whom_another_removed_is_left_to_nobody(
    pair: tuple[Draft, Draft, str],
) -> None:
    one, other, block = pair
    speaker = one.add_speaker(name="حسين طه")
    exchange(one, other)
    one.remove_speaker(speaker)
    other.mark_quotation(block, "ar", 0, 3, speaker)
    exchange(one, other)
    assert one.snapshot().blocks[0].text("ar").spans == (Span(0, 3, Mark.QUOTATION),)


def test_a_removed_speaker_comes_back_with_a_name_given_meanwhile(
    pair: tuple[Draft, Draft, str],
) -> None:
    one, other, _ = pair
    speaker = one.add_speaker(name="حسين طه")
    exchange(one, other)
    one.remove_speaker(speaker)
    other.set_speaker(speaker, language="en", name="Hissein Taha")
    exchange(one, other)
    assert [dict(each.names) for each in one.snapshot().speakers] == [
        {"ar": "حسين طه", "en": "Hissein Taha"}
    ]


def test_words_and_marks_of_two_people_in_one_text_are_both_kept(
    pair: tuple[Draft, Draft, str],
) -> None:
    one, other, block = pair
    one.mark(block, "ar", 4, 7, Mark.TITLE)
    other.replace(block, "ar", 5, 5, "😀")
    exchange(one, other)
    text = one.snapshot().blocks[0].text("ar")
    assert (text.words, text.spans) == ("أول ث😀ان ثالث", (Span(4, 8, Mark.TITLE),))


def test_each_change_from_another_says_who_made_it(pair: tuple[Draft, Draft, str]) -> None:
    one, other, block = pair
    authors: list[str] = []
    one.subscribe(lambda change: authors.append(f"{change.origin}: {change.author}"))
    other.replace(block, "ar", 0, 0, "x")
    exchange(one, other)
    assert authors == ["remote: omar"]
