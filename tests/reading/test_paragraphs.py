"""Lines become paragraphs; text that was wrapped is put together and its places kept."""

import textwrap

import pytest

from editor.reading import ReadingError
from editor.reading.decoding import limits
from editor.reading.paragraphs import paragraphs_of

LONG = (
    "The University of Nairobi today opened a centre for climate research that will train two"
    " hundred doctoral students over the next five years, with support from twelve partners."
)


def words(text: str) -> list[str]:
    return [paragraph.words for paragraph in paragraphs_of(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\v", "\x85"])
def test_every_line_end_ends_a_line(end: str) -> None:
    assert words(f"First.{end}Second.{end}{end}Third.") == ["First.", "Second.", "Third."]


def test_blank_lines_are_known() -> None:
    first, second, third = paragraphs_of("a\r\nb\r\n \u200f\r\nc")
    assert (first.blank_before, first.blank_after) == (True, False)
    assert (second.blank_before, second.blank_after) == (False, True)
    assert third.blank_after


@pytest.mark.parametrize("width", [60, 72, 76, 100])
def test_wrapped_text_is_put_together(width: int) -> None:
    wrapped = "\n\n".join("\n".join(textwrap.wrap(LONG, width)) for _ in range(3))
    assert words(wrapped) == [LONG] * 3


def test_joints_stand_nowhere_in_the_source_and_all_else_does() -> None:
    source = "\r\n".join(textwrap.wrap(LONG + " " + LONG, 72))
    [paragraph] = paragraphs_of(source)
    for piece in paragraph.stretch.pieces:
        assert (
            paragraph.words[piece.start : piece.start + piece.length]
            == source[piece.source_start : piece.source_start + piece.length]
        )
    covered = sum(piece.length for piece in paragraph.stretch.pieces)
    assert covered == len(paragraph.words) - (paragraph.lines - 1)


def test_a_hyphen_that_divides_a_word_takes_no_space() -> None:
    source = (
        "The ministers of the region have agreed on closer economic co-\n"
        "operation and on a joint market for electricity that will begin\n"
        "next year with eleven countries and be open to all of the others."
    )
    assert "co-operation" in words(source)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Short line.\nAnother short line.\nA third one, all of them whole.",
        f"{LONG}\n{LONG}\n{LONG}",
        "Tom Ellis\n+1 617 555 0134\npress@example.org",
        "- first point that was agreed on by all of them\n- second point, agreed on by them all",
    ],
)
def test_lines_that_were_not_wrapped_stay_apart(text: str) -> None:
    assert words(text) == text.split("\n")


def test_a_line_or_a_number_of_lines_beyond_reason_is_refused() -> None:
    with pytest.raises(ReadingError, match="characters, which no paragraph has"):
        paragraphs_of("a" * (limits().paragraph_characters + 1))
    with pytest.raises(ReadingError, match="paragraphs, which no press release has"):
        paragraphs_of("a\n" * (limits().paragraphs * 4 + 1))
