"""How a text was stored, spaced and quoted changes nothing about what it says."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.reading import Reading, ReadingError, read_text
from editor.release.content import Mark

RELEASES = sorted((Path(__file__).parents[1] / "data/releases").glob("*.txt"))
TEXTS = [path.read_text(encoding="utf-8") for path in RELEASES]


def told(reading: Reading) -> dict[str, Any]:
    """What a reading says, the shapes of spaces, quotation marks and apostrophes left out."""
    release = reading.release
    code = release.language
    return {
        "headline": plain(release.headline[code].words) if release.headline else "",
        "date": release.dateline.date,
        "blocks": [(block.kind, plain(block.text(code).words)) for block in release.blocks],
        "speakers": [
            (plain(s.names.get(code, "")), plain(s.titles.get(code, "")), s.reads_for)
            for s in release.speakers
        ],
        "quotations": [
            (plain(block.text(code).words[span.start : span.end]), span.value)
            for block in release.blocks
            for span in block.text(code).marked(Mark.QUOTATION)
        ],
    }


def plain(words: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\s*[«»“”\"]\s*", '"', words.replace("’", "'")))


def encoded(text: str) -> bytes:
    return text.encode("windows-1256" if re.search("[ء-ي]", text) else "utf-16")


VARIANTS = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "another encoding": encoded,
    "more blank lines and spaces": lambda text: text.replace("\n\n", " \n \n\n").encode(),
    "straight apostrophes": lambda text: text.replace("’", "'").encode(),
}


@pytest.mark.parametrize("variant", sorted(VARIANTS))
@pytest.mark.parametrize("text", TEXTS[::4], ids=[path.stem for path in RELEASES[::4]])
def test_a_variant_of_a_text_is_read_alike(text: str, variant: str) -> None:
    try:
        data = VARIANTS[variant](text)
    except UnicodeEncodeError:
        pytest.skip("the text has characters that this encoding lacks")
    assert told(read_text(data)) == told(read_text(text))


@pytest.mark.parametrize("text", TEXTS[2::4], ids=[path.stem for path in RELEASES[2::4]])
def test_the_shape_of_quotation_marks_makes_no_difference(text: str) -> None:
    straight = re.sub("« ?| ?»|[“”]", '"', text)
    assert told(read_text(straight)) == told(read_text(text))


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_text_is_read_or_refused_and_never_breaks(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text)))
        scrap = data.draw(st.text("«»“”\"'’()[]–-:،,.؟\n\t\u00a0\u200f\u064eـأن12", max_size=4))
        text = text[:at] + scrap + text[at + data.draw(st.integers(0, 12)) :]
    try:
        reading = read_text(text)
    except ReadingError:
        return
    release = reading.release
    known = {speaker.id for speaker in release.speakers}
    assert {speaker.reads_for for speaker in release.speakers} <= known | {None}
    for _, words in release.texts(release.language):
        for span in words.spans:
            assert 0 <= span.start < span.end <= len(words.words)
            assert span.value in known | {""}
