"""What the record takes in: which words, stretches and languages."""

from enum import StrEnum
from typing import TypeVar

from editor.release.content import Span, Text
from editor.release.errors import RecordError
from editor.release.languages import LANGUAGES

E = TypeVar("E", bound=StrEnum)

LINE_BREAK = "\N{LINE SEPARATOR}"
_BREAKS = str.maketrans(dict.fromkeys("\n\r\N{PARAGRAPH SEPARATOR}\ufdd0\ufdd1", LINE_BREAK))
"""What an editor would take for the end of a paragraph: a block never holds one."""


def clean(words: str) -> str:
    """The words as the record keeps them: each paragraph break becomes one line separator.

    One for one, so that offsets stay true.

    Raises:
        RecordError: The words hold half of a surrogate pair, which no file could keep.
    """
    try:
        words.encode()
    except UnicodeEncodeError as error:
        raise RecordError("record.lone_surrogate", position=error.start) from error
    return words.translate(_BREAKS)


def clean_spans(spans: tuple[Span, ...], length: int) -> tuple[Span, ...]:
    """The spans that mark something, of a text with so many code points.

    Raises:
        RecordError: A span lies outside the text, or refers to something that cannot be kept.
    """
    for span in spans:
        check_stretch(span.start, span.end, length)
        clean(span.value)
    return tuple(span for span in spans if span.start < span.end)


def clean_text(text: Text | str) -> Text:
    """Words, or words with spans, as the record keeps them; see `clean` and `clean_spans`."""
    if isinstance(text, str):
        return Text(clean(text))
    return Text(clean(text.words), clean_spans(text.spans, len(text.words)))


def check_stretch(start: int, end: int, length: int) -> None:
    """Refuse a stretch that is not within a text of so many code points.

    Raises:
        RecordError: It begins before the text, ends after it, or ends before it begins.
    """
    if not 0 <= start <= end <= length:
        raise RecordError("record.out_of_range", start=start, end=end, length=length)


def member(kinds: type[E], value: str) -> E:
    """The member of an enumeration that a word stands for.

    Raises:
        RecordError: There is none.
    """
    try:
        return kinds(value)
    except ValueError as error:
        raise RecordError("record.bad_value", value=value) from error


def require_language(code: str) -> None:
    """Refuse a language that a release cannot be written in.

    Raises:
        RecordError: There is no such language.
    """
    if code not in LANGUAGES:
        raise RecordError("record.unknown_language", code=code)
