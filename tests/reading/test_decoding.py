"""A text is decoded by what its bytes tell, and what is no text is refused with a sentence."""

import pytest

from editor.messages import INTERFACE_LANGUAGES
from editor.reading import ReadingError
from editor.reading.decoding import decode, limits

ARABIC = "أكد الأمين العام لمنظمة التعاون الإسلامي، الدكتور يوسف، أن اللقاء يعكس رغبة المنظمة."
FRENCH = "Le Secrétaire général a déclaré « être ému » à l’issue de la réunion, où il a été reçu."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "utf-8"),
        (ARABIC, "utf-8-sig"),
        (ARABIC, "utf-16"),
        (ARABIC, "utf-16-le"),
        (ARABIC, "utf-16-be"),
        (ARABIC, "utf-32"),
        (ARABIC, "windows-1256"),
        (ARABIC, "iso8859-6"),
        (FRENCH, "utf-8"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "windows-1252"),
    ],
)
def test_the_encoding_is_told_by_the_bytes(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


def test_text_is_taken_as_it_is() -> None:
    assert decode(ARABIC) == (ARABIC, "utf-8")


HOPELESS = {
    "empty": b"",
    "blank": " \n\u2029\u00a0".encode(),
    "no words": "\u200f\u202e -- ... \u200f".encode(),
    "picture": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)),
    "word": b"PK\x03\x04" + bytes(range(256)),
    "pdf": b"%PDF-1.7\n" + bytes(range(256)),
    "binary": bytes(range(256)) * 40,
    "controls": ("أب" + "\x01\x02\x07" * 5).encode() * 9,
    "zero bytes": "أ\x00ب".encode(),
    "cut off": (ARABIC * 3).encode()[:-30] + b"\xd8" + (ARABIC * 3).encode(),
    "half characters": b"\xed\xa0\x80\xed\xb0\x80 \xed\xbf\xbf\n" * 10,
    "high bytes": bytes(range(0x80, 0x100)) * 20,
    "marks": ("ب" + "\u064e" * 100_000).encode(),
    "a line": b"a" * 10_000_000,
}


@pytest.mark.parametrize("name", sorted(HOPELESS))
def test_what_is_no_text_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(ReadingError) as refused:
        decode(HOPELESS[name])
    for language in INTERFACE_LANGUAGES:
        sentence = refused.value.sentence(language)
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_half_a_character_in_a_string_is_refused() -> None:
    with pytest.raises(ReadingError, match="half a character"):
        decode("بيان \ud83d")


def test_as_many_marks_as_writing_has_are_read() -> None:
    assert decode("ب" + "\u064e" * limits().marks_on_one_letter)


def test_a_few_control_characters_are_the_text_s_own() -> None:
    text = ARABIC * 20 + "\x0b\x07"
    assert decode(text.encode())[0] == text
