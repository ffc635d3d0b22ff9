"""Safe fixes mend a text or a draft, touch nothing that is quoted, and are done once."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.checks import SEPARATOR, Checker, Edit, Fix, Profile
from editor.checks.catalogue import all_rules
from editor.checks.fixes import FixedText, applied, apply, fix_text, take, without_conflicts
from editor.reading import read_text
from editor.release.draft import Draft
from editor.release.source import Piece, Source
from tests.checks.building import Example, Read, check, example, house
from tests.checks.test_sample import DATA, TEXT

FAULTY = st.lists(
    st.sampled_from(
        [
            *("إلى", "الى", "الإسلامي", "الاسلامي", "عبد الله", "عبدالرحمن", "الدورة"),
            *("الحادية", "عشر", "عشرة", "و", "قال", "في", "فى", "2018", "«", "»", '"'),
            *(" ", " ", " ", "  ", "\u00a0", "،", ".", "؛", ":", "؟", "(", ")", "[", "]"),
            *("\n", "\n\n", " \n", "\u202e", "\u202c", "\u2067", "\u2069", "\u200f"),
            *("http://oic-oci.org/a,b ", "a@b.org", "organise", "organize", "😀"),
        ]
    ),
    max_size=40,
).map("".join)


def fixed(text: str, language: str = "ar") -> str:
    made = body(text, language)
    return fix_text(made.whole, made.read, house()).text


def body(text: str, language: str = "ar") -> Example:
    """The text alone: headline and dateline would be more to fix."""
    return example(text, language, headline="", dateline="")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قال الوزير  ،نعم ( جدا ) ، الى إلى إلى الدول",
            "قال الوزير، نعم (جدا)، إلى إلى إلى الدول.",
        ),
        (
            "كما\u00a0قال \u202eعبدالله\u202c وعبد العزيز وعبد الرحمن.",
            "كما قال عبد الله وعبد العزيز وعبد الرحمن.",
        ),
        (
            "نعم.  \n\nثم قال الوزير.\nوأضاف كلمة.\n\nوانتهى.",
            "نعم.\n\nثم قال الوزير.\n\nوأضاف كلمة.\n\nوانتهى.",
        ),
        ("الدورة الحادية عشر للمجلس.", "الدورة الحادية عشرة للمجلس."),
    ],
)
def test_a_text_is_mended_and_stays_mended(text: str, expected: str) -> None:
    assert fixed(text) == expected
    assert fixed(expected) == expected


@pytest.mark.parametrize(
    "kept",
    [
        "قال: «نعم ،لا ( أبدا ) الى إلى إلى هنا».",
        'قال: "الدورة الحادية عشر للمجلس".',
        "راجع http://oic-oci.org/a,ب;c وa,b@oic.org.",
    ],
)
def test_what_is_quoted_and_addresses_are_let_be(kept: str) -> None:
    assert fixed(kept) == kept


def test_a_quotation_without_marks_is_let_be() -> None:
    text = "قال الوزير: سنقف معهم ،دائما ، في كل وقت."
    quoted = "سنقف معهم ،دائما"
    made = example(text, headline="", dateline="", quotations=((quoted, "s1"),))
    assert quoted in fix_text(made.whole, made.read, house()).text


def test_what_is_quoted_over_several_paragraphs_is_let_be() -> None:
    text = "قال الوزير: «سنقف معهم ،دائما.\n\n«وسنعود ،غدا».\n\nثم غادر ،مبتسما."
    assert fixed(text) == text.replace("غادر ،مبتسما", "غادر، مبتسما")


def test_a_quotation_is_reported_and_its_fix_offered() -> None:
    findings = check(example("قال الوزير: «نعم ، لا».").read())
    (finding,) = (finding for finding in findings if finding.rule == "TYP-01")
    assert finding.safe_fix is None
    assert [edit.replacement for fix in finding.fixes for edit in fix.edits] == [""]


@settings(max_examples=150)
@given(FAULTY, st.sampled_from(["ar", "en", "fr"]))
def test_fixing_twice_is_fixing_once(text: str, language: str) -> None:
    once = fixed(text, language)
    assert fixed(once, language) == once


@settings(max_examples=100)
@given(FAULTY)
def test_fixing_is_the_same_every_time(text: str) -> None:
    assert fixed(text) == fixed(text)


def test_the_sample_is_mended_as_annotated() -> None:
    """Applied to the sample, our edits are among the annotated ones and give the same words."""
    truth: dict[str, Any] = json.loads((DATA / "sample-annotation.json").read_text("utf-8"))
    text = TEXT.decode()
    ours = fix_text(text, lambda now: read_text(now, house=house()), house())
    rows = [row for row in truth["findings"] if row.get("autofix_safe") and "edit" in row]
    by_default = {rule.id for rule in all_rules() if rule.profile is Profile.DEFAULT}
    edits = [
        Edit(SEPARATOR, row["edit"]["start"], row["edit"]["end"], row["edit"]["replacement"])
        for row in rows
        if row["rule"] in by_default and not row.get("requires_setting")
    ]
    assert ours.text == applied(text, edits)
    assert ours.count == len(edits)


def test_a_draft_is_mended_in_one_step() -> None:
    read = example("قال الوزير ،نعم ( جدا ).\n\nالدورة الحادية عشر  للمجلس هنا").read()
    draft = Draft.from_release(read.release)
    before = draft.snapshot()
    findings = Checker(house()).check(before)
    assert apply(draft, findings) == 7
    words = [block.text("ar").words for block in draft.snapshot().blocks]
    assert words == ["قال الوزير، نعم (جدا).", "الدورة الحادية عشرة للمجلس هنا."]
    assert apply(draft, Checker(house()).check(draft.snapshot())) == 0
    draft.undo()
    assert draft.snapshot().blocks == before.blocks
    assert not draft.can_undo


def test_a_chosen_fix_is_taken_though_it_is_not_safe() -> None:
    read = example("قال الوزير نعم.", end_mark=False).read()
    draft = Draft.from_release(read.release)
    (missing,) = (f for f in Checker(house()).check(draft.snapshot()) if f.rule == "STR-08")
    take(draft, missing, missing.fixes[0])
    assert draft.snapshot().end_mark
    draft.undo()
    assert not draft.snapshot().end_mark


def test_a_draft_is_mended_until_nothing_is_left() -> None:
    """Every kind of text takes its fix: headline, dateline as written, blocks."""
    made = example(
        "نعم ،لا ( أبدا )  .",
        headline="عنوان  ، آخر",
        dateline="جدة ، 4 أغسطس 2024",
        place="جدة",
        source="يونا",
    )
    draft, checker = Draft.from_release(made.read().release), Checker(house())
    passes = 0
    while apply(draft, checker.check(draft.snapshot())):
        passes += 1
    assert passes <= 3
    after = draft.snapshot()
    assert after.dateline.written["ar"] == "جدة، 4 أغسطس 2024"
    assert after.headline["ar"].words == "عنوان، آخر"
    assert after.blocks[0].text("ar").words == "نعم، لا (أبدا)."


def test_a_draft_in_several_places_is_mended_from_the_end() -> None:
    made = example("نعم ، لا ، ربما ، أجل.", headline="عنوان ، آخر")
    draft = Draft.from_release(made.read().release)
    apply(draft, Checker(house()).check(draft.snapshot()))
    after = draft.snapshot()
    assert after.blocks[0].text("ar").words == "نعم، لا، ربما، أجل."
    assert after.headline["ar"].words == "عنوان، آخر"


def test_of_two_fixes_for_the_same_place_the_first_is_taken() -> None:
    def fix(start: int, end: int, words: str) -> Fix:
        return Fix((Edit("b1", start, end, words),), safe=True)

    first, other = fix(2, 5, "a"), fix(4, 6, "b")
    beside, put_in = fix(5, 7, "c"), fix(7, 7, "d")
    assert without_conflicts([first, other, beside, put_in]) == [first, beside, put_in]
    assert without_conflicts([put_in, put_in]) == [put_in]
    assert without_conflicts([first, fix(3, 3, "e")]) == [first]


def test_edits_of_one_fix_are_taken_together_or_not_at_all() -> None:
    pair = Fix((Edit("b1", 0, 1, ""), Edit("b1", 8, 9, "")), safe=True)
    blocking = Fix((Edit("b1", 8, 10, "x"),), safe=True)
    assert without_conflicts([blocking, pair]) == [blocking]


def test_a_fix_over_what_a_reader_left_out_is_not_taken() -> None:
    """Between the two spaces the source has a character that the record has not."""
    read = example("قال الوزير  نعم.").read()
    start = read.source.pieces["b2"][0].source_start
    source = read.source.text[: start + 11] + "\u200b" + read.source.text[start + 11 :]
    pieces = read.source.pieces | {"b2": (Piece(0, start, 11), Piece(11, start + 12, 5))}
    mended = fix_text(source, lambda _: Read(read.release, Source(source, pieces=pieces)), house())
    assert mended == FixedText(source, 0)
