"""A record keeps why it was exported in spite of errors, and says it to nobody else."""

import datetime as dt

from editor.release.draft import Draft
from editor.release.mirror import mirror


def test_a_note_is_kept_with_its_reason_and_its_moment() -> None:
    draft = Draft.new("ar")
    before = dt.datetime.now(dt.UTC) - dt.timedelta(seconds=1)
    draft.note_export("طلب الوزير", errors=3, names=["ar.pdf", "ar.docx"])
    (export,) = Draft.from_updates([draft.updates_since(None)]).exports()
    assert (export.reason, export.errors, export.names) == ("طلب الوزير", 3, ("ar.pdf", "ar.docx"))
    assert before <= export.at <= dt.datetime.now(dt.UTC)


def test_a_note_is_no_edit_and_cannot_be_undone() -> None:
    draft = Draft.new("en")
    release = draft.snapshot()
    draft.note_export("The minister asked for it", errors=1, names=["en.pdf"])
    assert not draft.can_undo
    assert draft.snapshot() == release
    assert "minister" not in str(mirror(draft.snapshot()))


def test_what_was_undone_before_can_still_be_done_again() -> None:
    draft = Draft.new("en")
    draft.set_reference("7")
    draft.undo()
    draft.note_export("Why not", errors=1, names=["en.pdf"])
    draft.redo()
    assert draft.snapshot().reference == "7"


def test_two_copies_that_are_merged_keep_the_notes_of_both() -> None:
    one = Draft.new("en")
    two = Draft.from_updates([one.updates_since(None)])
    one.note_export("one", errors=1, names=["en.pdf"])
    two.note_export("two", errors=2, names=["en.docx"])
    one.apply(two.updates_since(one.state_vector()))
    assert {export.reason for export in one.exports()} == {"one", "two"}


def test_a_note_reaches_the_file() -> None:
    draft = Draft.new("en")
    updates: list[bytes] = []
    start = draft.updates_since(None)
    draft.on_update(updates.append)
    draft.note_export("why", errors=1, names=["en.pdf"])
    assert Draft.from_updates([start, *updates]).exports() == draft.exports()
