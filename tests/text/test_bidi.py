"""The direction of text; the whole of Unicode's own test is in test_bidi_conformance.py."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.bidi import Base, Run, levels, line_levels, runs, visual_order

BASES: tuple[Base, ...] = ("rtl", "ltr", "auto")
LETTERS = "aא\u0627\u0640\u0301😀1٠"
MARKS = "+%,! \t\n\u2029\u00ad([)]\u2329\u3009"
CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
KINDS = LETTERS + MARKS + CONTROLS
texts = st.text(st.one_of(st.sampled_from(KINDS), st.characters()), max_size=60)


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("", "rtl", ""),
        ("abc", "ltr", "000"),
        ("abc", "rtl", "222"),
        ("ابج", "ltr", "111"),
        ("ابج", "rtl", "111"),
        ("ابج 15 ab", "rtl", "111122122"),
        ("ابج 15 ab", "ltr", "111122000"),
        ("في 20-30", "rtl", "11122122"),
        ("20-30", "rtl", "22222"),
        ("ab (ابج) ab", "ltr", "00001110000"),
        ("ابج (ab) ابج", "rtl", "111112211111"),
        ("ابج (ab", "rtl", "1111122"),
        ("ابج\u2066a b!\u2069!", "rtl", "11112222" + "11"),
        ("a\u2067ابج!\u2069!", "ltr", "00" + "1111" + "00"),
        ("\u2068ابج\u2069 a", "auto", "0111000"),
        ("ab \t ", "rtl", "22111"),
        ("ab\nابج", "auto", "000111"),
        ("ابج\u2028ab", "rtl", "111122"),
    ],
)
def test_levels(text: str, base: Base, expected: str) -> None:
    """Letters, numbers, brackets, isolates, separators and closing blanks get their levels."""
    assert expected == "".join(map(str, levels(text, base)))


def test_the_first_letter_does_not_turn_a_paragraph() -> None:
    """A release that begins with an acronym in Latin letters is still read from the right."""
    text = "OIC منظمة"

    assert visual_order(levels(text, "rtl"))[0] == len(text) - 1
    assert runs(text, "rtl") == (Run(0, 3, 2), Run(3, 9, 1))
    assert [run.is_rtl for run in runs(text, "rtl")] == [False, True]


def test_a_line_is_seen_in_visual_order() -> None:
    """A number inside Arabic stands in its own order, between words that run leftwards."""
    text = "في 15 مايو"
    seen = "".join(text[index] for index in visual_order(levels(text, "rtl")))

    assert seen == "ويام 15 يف"


def test_a_broken_line_ends_at_the_base_edge() -> None:
    """The space at which a Latin phrase is broken goes to the end of its Arabic line."""
    of = levels("قال ab cd", "rtl")
    line = "قال ab "

    assert of[6] == 2
    assert line_levels(line, of[: len(line)], "rtl")[6] == 1


@given(texts, st.sampled_from(BASES))
def test_every_character_has_a_level_and_a_place(text: str, base: Base) -> None:
    """Runs cover the text without a gap, and the visual order leaves nothing out."""
    of = levels(text, base)

    assert len(of) == len(text)
    assert sorted(visual_order(of)) == list(range(len(text)))
    assert "".join(text[run.start : run.end] for run in runs(text, base)) == text
    assert all(
        of[run.start : run.end] == bytes([run.level]) * (run.end - run.start)
        for run in runs(text, base)
    )


@given(texts, texts, st.sampled_from(("rtl", "ltr")))
def test_paragraphs_do_not_touch_each_other(first: str, second: str, base: Base) -> None:
    """What one paragraph says never changes the levels of the next."""
    assert levels(first + "\n" + second, base) == levels(first + "\n", base) + levels(second, base)


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        ")",
        "(a",
        "[א)",
        "1+",
        "%",
        "%%%1",
        "\u0301",
        " ",
        " \t",
        "\u2067",
        "\u2068",
        "\u2068א",
        "\u202b",
        "\u202ba\u202c",
        "\u2067a\u2069",
        "\u2069",
        "a ",
        "א1,",
        "\u00ad",
        "\u2067(\u2069)",
    ],
)
def test_time_is_linear_in_hostile_text(unit: str) -> None:
    """A hundred thousand characters of one kind end at once; a quadratic step would not."""
    text = unit * (100_000 // len(unit))

    for base in BASES:
        of = levels(text, base)
        assert len(of) == len(text) == len(visual_order(of))
