"""Laws that hold for any sequence of edits."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.release.content import Release
from editor.release.draft import Draft
from tests.release.edits import Edit, edits, perform, releases


@settings(max_examples=60)
@given(releases())
def test_a_draft_from_a_release_says_what_the_release_says(release: Release) -> None:
    assert Draft.from_release(release).snapshot() == release


@settings(max_examples=60)
@given(releases(), st.lists(edits, max_size=25))
def test_undo_goes_back_through_every_state_and_redo_forward(
    release: Release, steps: Sequence[Edit]
) -> None:
    story(release, steps)


@pytest.mark.fuzz
@settings(max_examples=3000)
@given(releases(), st.lists(edits, max_size=120))
def test_undo_goes_back_through_long_stories(release: Release, steps: Sequence[Edit]) -> None:
    story(release, steps)


@settings(max_examples=30)
@given(releases(), st.lists(edits, max_size=15))
def test_a_draft_that_was_edited_can_be_begun_anew_from_its_snapshot(
    release: Release, steps: Sequence[Edit]
) -> None:
    draft = Draft.from_release(release)
    for edit in steps:
        perform(draft, edit)
    assert Draft.from_release(draft.snapshot()).snapshot() == draft.snapshot()


def story(release: Release, steps: Sequence[Edit]) -> None:
    """Make edits, go all the way back and all the way forward, state by state."""
    draft = Draft.from_release(release)
    states = [release]
    for edit in steps:
        perform(draft, edit)
        draft.end_typing()
        note(states, draft)
    back = [draft.snapshot()]
    while draft.can_undo:
        draft.undo()
        note(back, draft)
    assert back == states[::-1]
    forth = [draft.snapshot()]
    while draft.can_redo:
        draft.redo()
        note(forth, draft)
    assert forth == states
    assert Draft.from_updates([draft.updates_since(None)]).snapshot() == draft.snapshot()


def note(states: list[Release], draft: Draft) -> None:
    """Add the state of a draft where it differs from the last one."""
    if draft.snapshot() != states[-1]:
        states.append(draft.snapshot())
