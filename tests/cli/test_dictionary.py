"""`main.py dictionary`: what is there, what is added, what is accepted."""

from pathlib import Path

import pytest

from editor import app
from editor.text.spelling import open_speller
from tests.text.spelling import dictionary


def test_a_dictionary_that_was_added_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = dictionary.write(tmp_path, "fr_FR", "paix", "accord")
    assert app.main(["dictionary", "add", str(path)]) == 0
    assert "fr" in capsys.readouterr().out
    assert app.main(["dictionary", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    (line,) = [line for line in lines if line.startswith("fr:")]
    assert line.endswith(str(Path("bayan") / "dictionaries" / "fr.dic"))


def test_what_is_no_dictionary_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "fr.oxt"
    path.write_bytes(b"nothing")
    assert app.main(["dictionary", "add", str(path)]) == 2
    assert "nothing was added" in capsys.readouterr().err


def test_words_are_accepted_for_a_house_and_forgotten() -> None:
    assert app.main(["dictionary", "accept", "إيسيسكو", "يونا"]) == 0
    assert open_speller("oic").accepts("إيسيسكو")
    assert app.main(["dictionary", "forget", "إيسيسكو"]) == 0
    assert not open_speller("oic").accepts("إيسيسكو")
    assert open_speller("oic").accepts("يونا")


def test_check_and_fix_ask_the_dictionary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dictionary.write(tmp_path, "ar", "الألبسة", "قال", "باع", "الرجل")
    app.main(["dictionary", "add", str(tmp_path / "ar.dic")])
    text = tmp_path / "release.txt"
    text.write_text("عنوان\n\nجدة - يونا\n\nباع الرجل الالبسة.\n", encoding="utf-8")
    capsys.readouterr()
    assert app.main(["check", str(text)]) == 1
    assert "الألبسة" in capsys.readouterr().out
    mended = tmp_path / "mended.txt"
    assert app.main(["fix", str(text), "-o", str(mended)]) == 0
    assert "باع الرجل الألبسة." in mended.read_text(encoding="utf-8")
