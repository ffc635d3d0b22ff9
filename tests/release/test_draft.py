"""What can be done to a draft, edit by edit, and what it refuses."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from editor.release.content import (
    DATELINE,
    PLACE,
    Block,
    BlockKind,
    Dateline,
    Embargo,
    Mark,
    Release,
    ReleaseKind,
    Span,
    Speaker,
    Status,
    Text,
    Translated,
)
from editor.release.draft import Draft
from editor.release.errors import RecordError

LEAD, PARAGRAPH, HEADING = BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.SUBHEADING


@pytest.fixture
def draft() -> Draft:
    """A draft with the blocks "x" and "y" in Arabic and English."""
    first = Translated(ar=Text("أول الكلام"), en=Text("First words"))
    second = Translated(ar=Text("آخر الكلام"), en=Text("last words"))
    blocks = (Block("x", LEAD, first), Block("y", PARAGRAPH, second))
    return Draft.from_release(Release("r", "ar", ("ar",), blocks=blocks))


def words(draft: Draft, language: str = "ar") -> list[str]:
    """The words of all blocks in a language."""
    return [block.text(language).words for block in draft.snapshot().blocks]


def ids(draft: Draft) -> list[str]:
    """The ids of all blocks in order."""
    return [block.id for block in draft.snapshot().blocks]


def test_a_new_draft_is_an_empty_release_with_an_id() -> None:
    draft = Draft.new("fr", author="amal")
    assert draft.snapshot() == Release(id=draft.id, language="fr", languages=("fr",))
    assert (draft.author, draft.id == Draft.new().id) == ("amal", False)


# Blocks


def test_a_split_takes_the_words_after_it_in_one_language(draft: Draft) -> None:
    new = draft.split_block("x", "ar", 4)
    assert ids(draft) == ["x", new, "y"]
    assert words(draft) == ["أول ", "الكلام", "آخر الكلام"]
    assert words(draft, "en") == ["First words", "", "last words"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(LEAD, PARAGRAPH), (HEADING, PARAGRAPH), (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM)],
)
def test_the_second_half_is_what_follows_such_a_block(
    draft: Draft, kind: BlockKind, expected: BlockKind
) -> None:
    draft.set_kind("x", kind)
    draft.split_block("x", "ar", 4)
    assert [block.kind for block in draft.snapshot().blocks][:2] == [kind, expected]


def test_words_keep_their_id_when_a_block_is_split_before_them(draft: Draft) -> None:
    new = draft.split_block("y", "ar", 0)
    assert ids(draft) == ["x", new, "y"]
    assert words(draft) == ["أول الكلام", "", "آخر الكلام"]
    first = draft.split_block("x", "ar", 0)
    assert ids(draft) == [first, "x", new, "y"]


def test_a_split_at_the_end_makes_an_empty_block_after(draft: Draft) -> None:
    new = draft.split_block("x", "ar", 10)
    assert ids(draft) == ["x", new, "y"]


def test_a_join_appends_every_language_and_keeps_words_apart_where_no_one_looks(
    draft: Draft,
) -> None:
    assert draft.join_with_previous("y", "ar") == "x"
    assert ids(draft) == ["x"]
    assert words(draft) == ["أول الكلامآخر الكلام"]
    assert words(draft, "en") == ["First words last words"]


def test_a_join_meets_in_the_original_language_if_none_is_said(draft: Draft) -> None:
    draft.join_with_previous("y")
    assert (words(draft), words(draft, "en")) == (
        ["أول الكلامآخر الكلام"],
        ["First words last words"],
    )


def test_an_empty_block_gives_way_to_the_one_that_is_joined_to_it(draft: Draft) -> None:
    new = draft.split_block("y", "ar", 0)
    assert draft.join_with_previous("y", "ar") == "y"
    assert ids(draft) == ["x", "y"]
    draft.undo()
    assert ids(draft) == ["x", new, "y"]


def test_splitting_and_joining_gives_a_block_back(draft: Draft) -> None:
    speaker = draft.add_speaker(name="حسين طه")
    draft.mark_quotation("x", "ar", 2, 8, speaker)
    before = draft.snapshot()
    assert draft.join_with_previous(draft.split_block("x", "ar", 5), "ar") == "x"
    assert draft.snapshot() == before


@pytest.mark.parametrize(
    ("block", "after", "expected"),
    [
        ("b2", None, ["b2", "b1", "b3"]),
        ("b1", "b3", ["b2", "b3", "b1"]),
        ("b3", "b1", ["b1", "b3", "b2"]),
        ("b2", "b1", ["b1", "b2", "b3"]),
        ("b2", "b2", ["b1", "b2", "b3"]),
        ("b1", None, ["b1", "b2", "b3"]),
    ],
)
def test_a_block_moves(block: str, after: str | None, expected: list[str]) -> None:
    blocks = tuple(Block(f"b{n}", PARAGRAPH, Translated()) for n in (1, 2, 3))
    draft = Draft.from_release(Release("r", "ar", blocks=blocks))
    draft.move_block(block, after)
    assert ids(draft) == expected


def test_a_removed_block_can_be_put_back_elsewhere_with_all_its_words(draft: Draft) -> None:
    draft.remove_block("x")
    assert (ids(draft), words(draft, "en")) == (["y"], ["last words"])
    draft.restore_block("x", "y")
    assert (ids(draft), words(draft, "en")) == (["y", "x"], ["last words", "First words"])


def test_blocks_whose_places_tie_are_told_apart_when_something_comes_between() -> None:
    blocks = tuple(Block(each, PARAGRAPH, Translated()) for each in "cbad")
    draft = Draft.from_release(Release("r", "ar", blocks=blocks))
    with draft.action("tie"):
        for block in "abc":
            draft._record.put("blocks", f"{block}.order", draft._record.layout.order("a"))
    assert ids(draft) == ["a", "b", "c", "d"]
    new = draft.insert_block(PARAGRAPH, "a")
    assert ids(draft) == ["a", new, "b", "c", "d"]
    draft.move_block("d", "b")
    assert ids(draft) == ["a", new, "b", "d", "c"]


# Single values and speakers


def test_every_single_value_can_be_set_and_read() -> None:
    draft = Draft.new("ar")
    embargo = Embargo(datetime(2024, 8, 4, 18, tzinfo=ZoneInfo("Asia/Riyadh")), "Asia/Riyadh")
    draft.set_kind_of_release(ReleaseKind.STATEMENT)
    draft.set_status(Status.FOR_APPROVAL)
    draft.set_reference("أ/12")
    draft.set_embargo(embargo)
    draft.set_date(date(2024, 8, 4))
    draft.set_hijri_shift(-1)
    draft.set_place("ar", "جدة")
    draft.set_source("fr", "UNA")
    draft.set_end_mark(True)
    draft.add_language("fr")
    draft.add_language("ar")
    line = Dateline(Translated(ar="جدة"), Translated(fr="UNA"), date(2024, 8, 4), -1)
    expected = Release(
        draft.id, "ar", ("ar", "fr"), ReleaseKind.STATEMENT, Status.FOR_APPROVAL, "أ/12", embargo,
        dateline=line, end_mark=True,
    )  # fmt: skip
    assert Draft.from_updates([draft.updates_since(None)]).snapshot() == expected
    draft.set_embargo(None)
    draft.set_date(None)
    assert (draft.snapshot().embargo, draft.snapshot().dateline.date) == (None, None)


@pytest.mark.parametrize(
    "edit",
    [
        lambda draft: draft.set_place("ar", "مكة"),
        lambda draft: draft.set_source("ar", "واس"),
        lambda draft: draft.set_date(date(2024, 8, 5)),
        lambda draft: draft.replace(PLACE, "ar", 0, 0, "في "),
    ],
)
def test_the_written_dateline_is_forgotten_when_a_part_is_edited(
    edit: Callable[[Draft], None],
) -> None:
    line = Dateline(
        Translated(ar="جدة"), Translated(ar="يونا"), date(2024, 8, 4),
        written=Translated(ar="جدة (يونا) – الأحد 4 أغسطس 2024"),
    )  # fmt: skip
    draft = Draft.from_release(
        Release("r", "ar", ("ar",), dateline=line, unsure=frozenset({PLACE}))
    )
    assert draft.snapshot().dateline == line
    edit(draft)
    assert not draft.snapshot().dateline.written
    draft.undo()
    assert draft.snapshot().dateline == line


def test_setting_a_place_replaces_only_what_differs() -> None:
    draft = Draft.new("ar")
    draft.set_place("ar", "جدة البلد")
    other = Draft.from_updates([draft.updates_since(None)])
    draft.set_place("ar", "مدينة جدة البلد")
    other.set_place("ar", "جدة البلد الأمين")
    draft.apply(other.updates_since(draft.state_vector()))
    assert draft.snapshot().dateline.places["ar"] == "مدينة جدة البلد الأمين"


def test_speakers_are_described_per_language_and_read_for_others() -> None:
    draft = Draft.new("ar")
    first = draft.add_speaker(name="حسين طه", honorific="معالي السيد", title="الأمين العام")
    second = draft.add_speaker("en", name="Ali", organisation="OIC")
    draft.set_speaker(first, language="en", name="Hissein Taha", title="")
    draft.set_speaker(second, language="en", organisation="")
    draft.set_reads_for(second, first)
    draft.set_headline_speaker(first)
    assert draft.snapshot().speakers == (
        Speaker(
            first,
            Translated(ar="حسين طه", en="Hissein Taha"),
            Translated(ar="معالي السيد"),
            Translated(ar="الأمين العام"),
        ),
        Speaker(second, Translated(en="Ali"), reads_for=first),
    )
    assert draft.snapshot().headline_speaker == first


def test_guesses_are_confirmed_by_a_person_or_by_an_edit() -> None:
    release = Release(
        "r", "ar", ("ar",),
        blocks=tuple(Block(each, PARAGRAPH, Translated(), unsure=True) for each in ("b1", "b2")),
        speakers=tuple(Speaker(each, unsure=True) for each in ("s1", "s2")),
        unsure=frozenset({PLACE, DATELINE, "date", "headline_speaker"}),
    )  # fmt: skip
    draft = Draft.from_release(release)
    for name in ("b1", "s1", DATELINE):
        draft.confirm(name)
    draft.set_kind("b2", LEAD)
    draft.set_speaker("s2", language="ar", name="طه")
    draft.set_place("ar", "")
    draft.set_date(None)
    draft.set_headline_speaker(None)
    after = draft.snapshot()
    assert {each.unsure for each in (*after.blocks, *after.speakers)} == {False}
    assert after.unsure == frozenset()
    while draft.can_undo:
        draft.undo()
    assert draft.snapshot() == release


# What is refused


@pytest.mark.parametrize(
    ("edit", "key"),
    [
        (lambda d: d.replace("x", "ar", -1, 0, ""), "out_of_range"),
        (lambda d: d.replace("x", "ar", 5, 4, ""), "out_of_range"),
        (lambda d: d.replace("x", "ar", 0, 11, ""), "out_of_range"),
        (lambda d: d.replace("x", "fr", 0, 1, ""), "out_of_range"),
        (lambda d: d.replace("x", "ar", 0, 0, "ab", [Span(1, 3, Mark.TERM)]), "out_of_range"),
        (lambda d: d.mark("x", "ar", 3, 11, Mark.TERM), "out_of_range"),
        (lambda d: d.unmark("x", "ar", -1, 2, Mark.TERM), "out_of_range"),
        (lambda d: d.split_block("x", "ar", 11), "out_of_range"),
        (lambda d: d.split_block("x", "ar", -1), "out_of_range"),
        (lambda d: d.replace("nowhere", "ar", 0, 0, ""), "unknown_block"),
        (lambda d: d.replace("x/ar", "ar", 0, 0, ""), "unknown_block"),
        (lambda d: d.split_block("nowhere", "ar", 0), "unknown_block"),
        (lambda d: d.join_with_previous("nowhere"), "unknown_block"),
        (lambda d: d.join_with_previous("x"), "nothing_before"),
        (lambda d: d.move_block("x", "nowhere"), "unknown_block"),
        (lambda d: d.remove_block("headline"), "unknown_block"),
        (lambda d: d.restore_block("nowhere", None), "unknown_block"),
        (lambda d: d.insert_block(PARAGRAPH, "nowhere"), "unknown_block"),
        (lambda d: d.set_kind("nowhere", LEAD), "unknown_block"),
        (lambda d: d.set_kind("x", "sidebar"), "bad_value"),
        (lambda d: d.insert_block("sidebar", None), "bad_value"),
        (lambda d: d.set_status("leaked"), "bad_value"),
        (lambda d: d.set_kind_of_release(""), "bad_value"),
        (lambda d: d.mark("x", "ar", 0, 1, "bold"), "bad_value"),
        (lambda d: d.replace("x", "de", 0, 0, ""), "unknown_language"),
        (lambda d: d.insert_block(PARAGRAPH, None, {"": "x"}), "unknown_language"),
        (lambda d: d.set_place("xx", "x"), "unknown_language"),
        (lambda d: d.add_language("../.."), "unknown_language"),
        (lambda d: d.add_speaker("xx", name="x"), "unknown_language"),
        (lambda d: d.replace("x", "ar", 0, 0, "a\ud800b"), "lone_surrogate"),
        (lambda d: d.insert_block(PARAGRAPH, None, {"ar": "\udfff"}), "lone_surrogate"),
        (lambda d: d.add_speaker(name="ok", title="\ud83d"), "lone_surrogate"),
        (lambda d: d.set_reference("\ud83d"), "lone_surrogate"),
        (lambda d: d.set_source("ar", "\ud83d"), "lone_surrogate"),
        (lambda d: d.mark("x", "ar", 0, 1, Mark.LINK, "\ud83d"), "lone_surrogate"),
        (lambda d: d.mark_quotation("x", "ar", 0, 1, "nobody"), "unknown_speaker"),
        (lambda d: d.set_speaker("nobody", language="ar", name="x"), "unknown_speaker"),
        (lambda d: d.set_headline_speaker("nobody"), "unknown_speaker"),
        (lambda d: d.set_reads_for("nobody", None), "unknown_speaker"),
        (lambda d: d.remove_speaker(""), "unknown_speaker"),
        (
            lambda d: d.set_embargo(Embargo(datetime(2024, 1, 1), "UTC")),  # noqa: DTZ001  the fault
            "embargo_without_offset",
        ),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_touched(
    draft: Draft, edit: Callable[[Draft], object], key: str
) -> None:
    before, updates = draft.snapshot(), list[bytes]()
    draft.on_update(updates.append)
    with pytest.raises(RecordError) as caught:
        edit(draft)
    assert caught.value.key == f"record.{key}"
    assert str(caught.value)
    assert (draft.snapshot(), updates) == (before, [])


def test_nobody_reads_for_himself(draft: Draft) -> None:
    speaker = draft.add_speaker(name="طه")
    with pytest.raises(RecordError, match="himself"):
        draft.set_reads_for(speaker, speaker)


def test_a_removed_block_or_speaker_is_no_longer_known(draft: Draft) -> None:
    speaker = draft.add_speaker(name="طه")
    draft.remove_speaker(speaker)
    draft.remove_block("x")
    with pytest.raises(RecordError):
        draft.mark_quotation("y", "ar", 0, 1, speaker)
    with pytest.raises(RecordError):
        draft.replace("x", "ar", 0, 0, "!")


@pytest.mark.parametrize("end", ["\n", "\r", "\u2029", "\ufdd0", "\ufdd1"])
def test_a_paragraph_break_inside_a_text_becomes_a_line_break(draft: Draft, end: str) -> None:
    draft.replace("x", "ar", 3, 4, f"{end}{end}")
    draft.insert_block(PARAGRAPH, None, {"ar": f"a{end}b"})
    assert words(draft)[:2] == ["a\u2028b", "أول\u2028\u2028الكلام"]


@pytest.mark.parametrize(
    "release",
    [
        Release("r", "xx"),
        Release("r", "ar", ("ar", "tlh")),
        Release("r", "ar", blocks=(Block("a/b", LEAD, Translated()),)),
        Release("r", "ar", blocks=(Block("a.b", LEAD, Translated()),)),
        Release("r", "ar", blocks=(Block("headline", LEAD, Translated()),)),
        Release("r", "ar", blocks=(Block("b1", LEAD, Translated()),) * 2),
        Release("r", "ar", blocks=(Block("b1", LEAD, Translated(xx=Text("x"))),)),
        Release("r", "ar", blocks=(Block("b1", LEAD, Translated(ar=Text("\ud800"))),)),
        Release("r", "ar", headline=Translated(ar=Text("x", (Span(0, 2, Mark.TERM),)))),
        Release("r", "ar", dateline=Dateline(Translated(xx="Jeddah"))),
        Release("r", "ar", speakers=(Speaker(""),)),
        Release("r", "ar", speakers=(Speaker("s1", reads_for="s1"),)),
        Release("\udc00", "ar"),
    ],
)
def test_a_release_that_no_record_can_hold_is_refused(release: Release) -> None:
    with pytest.raises(RecordError):
        Draft.from_release(release)


@pytest.mark.parametrize(
    "release",
    [
        Release("r", "ar", headline=Translated(ar=Text("خبر", (Span(1, 1, Mark.TERM),)))),
        Release("r", "ar", headline=Translated(ar=Text("خبر"), en=Text(""))),
        Release("r", "ar", headline=Translated(ar=Text("خبر")), headline_speaker="nobody"),
    ],
)
def test_what_says_nothing_is_left_out(release: Release) -> None:
    expected = Release("r", "ar", headline=Translated(ar=Text("خبر")))
    assert Draft.from_release(release).snapshot() == expected


@pytest.mark.parametrize("offset", [timezone(timedelta(hours=3, minutes=30)), UTC])
def test_an_embargo_keeps_its_moment_and_its_zone(offset: timezone) -> None:
    draft = Draft.new()
    embargo = Embargo(datetime(2024, 8, 4, 18, 30, 15, tzinfo=offset), "Asia/Tehran")
    draft.set_embargo(embargo)
    assert draft.snapshot().embargo == embargo


# Snapshots


def test_a_snapshot_uses_what_did_not_change_again(draft: Draft) -> None:
    draft.add_speaker(name="طه")
    before = draft.snapshot()
    assert draft.snapshot() is before
    draft.replace("y", "ar", 0, 0, "!")
    after = draft.snapshot()
    assert after.blocks[0] is before.blocks[0]
    assert after.blocks[1] is not before.blocks[1]
    assert after.speakers[0] is before.speakers[0]
    draft.move_block("y", None)
    moved = draft.snapshot()
    assert [moved.blocks[1] is after.blocks[0], moved.blocks[0] is after.blocks[1]] == [True, True]
    draft.set_kind("y", HEADING)
    assert draft.snapshot().blocks[1] is moved.blocks[1]


def test_a_snapshot_amid_an_action_says_what_was_done_so_far(draft: Draft) -> None:
    with draft.action("typing"):
        draft.replace("y", "ar", 0, 0, "!")
        assert words(draft)[1] == "!آخر الكلام"
        draft.remove_block("x")
        assert ids(draft) == ["y"]
    assert words(draft) == ["!آخر الكلام"]


def test_a_record_of_a_later_version_is_read_as_far_as_it_is_understood(draft: Draft) -> None:
    with draft.action("later"):
        for map_name, key, value in [
            ("blocks", "x.kind", "sidebar"),
            ("blocks", "y.order", 7),
            ("blocks", "y.gone", {"since": 1}),
            ("born", "block/z", "nonsense"),
            ("born", "speaker/s", None),
            ("people", "s.name.ar", 3),
            ("people", "s.reads_for", ["x"]),
            ("meta", "status", "leaked"),
            ("meta", "kind", 4),
            ("meta", "date", "tomorrow"),
            ("meta", "embargo", ["soon", 1]),
            ("meta", "hijri_shift", "two"),
            ("meta", "languages/xx", "first"),
        ]:
            draft._record.put(map_name, key, value)
    opened = Draft.from_updates([draft.updates_since(None)]).snapshot()
    assert opened == draft.snapshot()
    assert {block.kind for block in opened.blocks} == {PARAGRAPH}
    assert (opened.status, opened.kind, opened.embargo) == (
        Status.DRAFT,
        ReleaseKind.PRESS_RELEASE,
        None,
    )
    assert opened.dateline == Dateline()
