"""Which dictionaries are found, and how one is added."""

import zipfile
from pathlib import Path

import pytest

from editor.text.spelling import Dictionary, add_dictionary, find_dictionaries
from editor.text.spelling.adding import DictionaryError
from editor.text.spelling.dictionaries import own_folder, places
from tests.text.spelling import dictionary


def test_the_first_place_with_a_dictionary_answers(tmp_path: Path) -> None:
    own, system = tmp_path / "own", tmp_path / "system"
    dictionary.write(system, "fr_FR", "paix")
    assert find_dictionaries("fr", [own, system]) == (Dictionary(system, "fr_FR"),)
    dictionary.write(own, "fr", "paix")
    assert find_dictionaries("fr", [own, system]) == (Dictionary(own, "fr"),)
    assert find_dictionaries("ar", [own, system]) == ()


def test_english_is_both_british_and_american(tmp_path: Path) -> None:
    dictionary.write(tmp_path, "en_GB", "colour")
    dictionary.write(tmp_path, "en_US", "color")
    assert [one.name for one in find_dictionaries("en", [tmp_path])] == ["en_GB", "en_US"]


def test_american_english_comes_with_the_engine_at_least() -> None:
    assert "en_US" in [one.name for one in find_dictionaries("en")]


def test_the_persons_own_english_stands_alone(tmp_path: Path) -> None:
    own, system = tmp_path / "own", tmp_path / "system"
    dictionary.write(own, "en", "colour")
    dictionary.write(system, "en_US", "color")
    assert find_dictionaries("en", [own, system]) == (Dictionary(own, "en"),)


def test_half_a_dictionary_is_none(tmp_path: Path) -> None:
    dictionary.write(tmp_path, "ar", "كتاب").with_suffix(".aff").unlink()
    assert find_dictionaries("ar", [tmp_path]) == ()


def test_the_persons_own_come_first() -> None:
    assert next(places()) == own_folder()


@pytest.mark.parametrize("name", ["fr_FR.dic", "fr_FR.aff", "fr-classique.dic"])
def test_a_pair_is_added_by_either_file(tmp_path: Path, name: str) -> None:
    dictionary.write(tmp_path, Path(name).stem, "paix", "accord")
    assert add_dictionary(tmp_path / name) == "fr"
    assert find_dictionaries("fr") == (Dictionary(own_folder(), "fr"),)
    assert (own_folder() / "fr.dic").read_bytes() == (tmp_path / name).with_suffix(
        ".dic"
    ).read_bytes()
    assert sorted(path.name for path in own_folder().iterdir()) == ["fr.aff", "fr.dic"]


def archive(tmp_path: Path, *names: str) -> Path:
    path = tmp_path / "dictionary.oxt"
    with zipfile.ZipFile(path, "w") as oxt:
        oxt.writestr("dictionaries.xcu", "<xml/>")
        for name in names:
            pair = dictionary.write(tmp_path, Path(name).name, "سلام", "paix")
            for end in ("aff", "dic"):
                oxt.write(pair.with_suffix(f".{end}"), f"{name}.{end}")
    return path


def test_an_extension_of_libreoffice_is_added(tmp_path: Path) -> None:
    assert add_dictionary(archive(tmp_path, "dictionaries/ar_EG", "hyph_ar")) == "ar"
    assert (own_folder() / "ar.aff").is_file()


def test_an_extension_with_several_languages_gives_the_one_asked_for(tmp_path: Path) -> None:
    path = archive(tmp_path, "ar", "fr_FR")
    assert add_dictionary(path, "fr") == "fr"
    assert not (own_folder() / "ar.aff").exists()


def test_a_name_that_tells_no_language_needs_one(tmp_path: Path) -> None:
    path = dictionary.write(tmp_path, "words", "paix", "accord")
    with pytest.raises(DictionaryError) as failed:
        add_dictionary(path)
    assert failed.value.key == "spelling.which_language"
    assert add_dictionary(path, "fr") == "fr"


def zeros(path: Path) -> None:
    path.write_bytes(b"\0" * 100)


def empty_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as oxt:
        oxt.writestr("../../evil.dic", "1\nx\n")


def alone(path: Path) -> None:
    path.write_text("1\nword\n")


def without_words(path: Path) -> None:
    dictionary.write(path.parent, path.stem)


@pytest.mark.parametrize(
    ("name", "make", "key"),
    [
        ("x.oxt", zeros, "spelling.not_a_dictionary"),
        ("x.oxt", empty_archive, "spelling.not_a_dictionary"),
        ("fr.dic", alone, "spelling.half_a_dictionary"),
        ("fr.dic", without_words, "spelling.not_a_dictionary"),
        ("fr.txt", alone, "spelling.not_a_dictionary"),
        ("none.oxt", None, "spelling.no_such_file"),
    ],
)
def test_what_is_no_dictionary_is_refused_and_changes_nothing(
    tmp_path: Path, name: str, make: object, key: str
) -> None:
    if callable(make):
        make(tmp_path / name)
    with pytest.raises(DictionaryError) as failed:
        add_dictionary(tmp_path / name)
    assert failed.value.key == key
    assert all(failed.value.sentence(code) for code in ("ar", "en", "fr"))
    assert not own_folder().exists() or not list(own_folder().iterdir())
