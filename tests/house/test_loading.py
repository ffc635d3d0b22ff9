"""A house style is loaded whole, and everything wrong with it is named at once."""

import shutil
from pathlib import Path

import pytest

from editor.house import House, HouseError, load_house
from editor.house.loading import TEMPLATES, house_names, places
from editor.messages import INTERFACE_LANGUAGES
from editor.release.languages import LANGUAGES

HOUSES = sorted(path.parent.name for path in TEMPLATES.glob("*/house.toml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a house, to be spoilt."""
    return Path(shutil.copytree(TEMPLATES / "oic", tmp_path / "mine"))


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(folder: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(HouseError) as caught:
        load_house(folder)
    return [(fault.file, fault.key, fault.reason) for fault in caught.value.faults]


@pytest.mark.parametrize("name", HOUSES)
def test_every_house_of_ours_loads_in_every_language(name: str) -> None:
    assert set(load_house(name).wording) == set(LANGUAGES)


def test_a_house_is_found_by_the_path_of_its_folder(folder: Path) -> None:
    house = load_house(folder)
    assert isinstance(house, House)
    assert (house.name, house.folder) == ("mine", str(folder))


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "reason"),
    [
        ("house.toml", "top = 28", "top = 'wide'", "page.top", "not_number"),
        ("house.toml", "top = 28", "top = 2800", "page.top", "not_number"),
        ("house.toml", "top = 28", "topp = 28", "page.topp", "unknown_key"),
        ("house.toml", '"#0F5D45"', '"green"', "colours.accent", "not_colour"),
        (
            "house.toml",
            'emblem = "emblem.svg"',
            'emblem = "emblem.svg"\nprofiles = ["loud"]',
            "profiles[1]",
            "not_choice",
        ),
        ("house.toml", '"a4"', '"a5"', "page.paper", "not_choice"),
        ("house.toml", "emblem.svg", "emblem.png", "emblem", "no_emblem"),
        ("house.toml", "emblem.svg", "../mine.svg", "emblem", "no_emblem"),
        ("house.toml", '"Noto Serif"', '"Comic"', "typefaces.en.body", "unknown_font"),
        ("house.toml", "[typefaces.fr]", "[typefaces.de]", "typefaces.fr", "missing"),
        ("house.toml", "[page]", "[page", "", "not_toml"),
        ("wording/ar.toml", '"{place}[', '"{town}[', "dateline", "wrong_pattern"),
        ("wording/ar.toml", '"{place}[', '"{place[', "dateline", "wrong_pattern"),
        ("wording/en.toml", "{page} of", "{page:d} of", "labels.page", "wrong_pattern"),
        ("wording/en.toml", "{page} of", "{} of", "labels.page", "wrong_pattern"),
        ("wording/fr.toml", "communique =", "comunique =", "kinds.communique", "missing"),
        ("wording/fr.toml", "draft = ", "drafft = ", "statuses.drafft", "unknown_key"),
        ("wording/fr.toml", "draft = ", "drafft = ", "statuses.draft", "missing"),
        ("wording/fr.toml", "[labels]", "[[labels]]", "labels", "not_table"),
        ("wording/ar.toml", 'months = ["يناير", ', 'months = "يناير" # ', "months", "not_list"),
        ("wording/fr.toml", '"lundi", ', "", "weekdays", "wrong_length"),
        ("wording/fr.toml", '"lundi"', "1", "weekdays[1]", "not_words"),
        ("wording/fr.toml", '["«", "»"]', '["«"]', "quotation_marks", "wrong_length"),
        ("wording/ar.toml", '"{hh}:{minute}"', '"{hour12} {half}"', "halves", "missing"),
        ("wording/ar.toml", "[labels]", 'halves = ["ص"]\n[labels]', "halves", "wrong_length"),
        ("wording/ar.toml", "[labels]", "halves = 12\n[labels]", "halves", "not_list"),
        ("wording/ar.toml", '"{hh}:{minute}"', '"{hh}:{second}"', "time", "wrong_pattern"),
        ("wording/ar.toml", '"{place}[', '"{place}[[', "dateline", "wrong_pattern"),
        ("wording/ar.toml", '"{place}[', '"{place}]', "dateline", "wrong_pattern"),
        ("wording/en.toml", "embargoed =", "embargo_word =", "labels.embargoed", "missing"),
        ("house.toml", "emblem = ", 'file_name = "{date}"\nemblem = ', "file_name", "same_names"),
        ("house.toml", "emblem = ", 'file_name = "{no}"\nemblem = ', "file_name", "wrong_pattern"),
        (
            "house.toml",
            "[page]",
            "[letterhead]\nlayout = 2\n[page]",
            "letterhead.layout",
            "not_choice",
        ),
        (
            "house.toml",
            "[page]",
            '[letterhead]\nlayout = "columns"\n[page]',
            "letterhead.beside.ar",
            "missing",
        ),
        (
            "house.toml",
            "[page]",
            '[letterhead]\nlayout = "columns"\nbeside = { ar = "ar" }\n[page]',
            "letterhead.beside.ar",
            "not_choice",
        ),
        ("release.typ", "@bayan/release:1.0.0", "@preview/x:1.0.0", "", "fetched"),
        ("people.toml", "2021-11-17", '"soon"', "people[1].since", "not_date"),
        ("people.toml", "2021-11-30", "1999-01-01", "people[2].until", "before_since"),
        ("people.toml", "iyad-madani", "hissein-brahim-taha", "people[3].id", "twice"),
        ("terms.toml", 'wrong = ["Sec', 'rong = ["Sec', "terms[2].rong", "unknown_key"),
        (
            "terms.toml",
            "OIC Secretary General",
            "OIC Secretary-General",
            "terms[3].wrong",
            "right_elsewhere",
        ),
        (
            "terms.toml",
            'language = "fr"',
            'language = "xx"',
            "terms[5].language",
            "unknown_language",
        ),
    ],
)
def test_a_fault_names_its_file_its_key_and_its_reason(
    folder: Path, file: str, old: str, new: str, key: str, reason: str
) -> None:
    spoil(folder, file, old, new)
    assert (file, key, reason) in faults(folder)


def test_all_faults_are_named_at_once_in_the_readers_language(folder: Path) -> None:
    spoil(folder, "house.toml", "top = 28", "top = true")
    spoil(folder, "wording/ar.toml", 'end_mark = "انتهى"', "")
    spoil(folder, "people.toml", "names = {", "name = {")
    with pytest.raises(HouseError) as caught:
        load_house(folder)
    for language in INTERFACE_LANGUAGES:
        opening, *lines = caught.value.sentence(language).split("\n")
        assert str(folder) in opening
        assert [line for line in lines if "house.toml, page.top" in line]
        assert [line for line in lines if "wording/ar.toml, end_mark" in line]
        assert [line for line in lines if "people.toml, people[1].name" in line]


@pytest.mark.parametrize("file", ["house.toml", "wording/ar.toml", "people.toml"])
def test_a_file_that_is_not_text_is_named(folder: Path, file: str) -> None:
    (folder / file).write_bytes(b"\xff\xd8\xff\xe0")
    assert faults(folder) == [(file, "", "not_utf8")]


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "terms.toml").unlink()
    (folder / "terms.toml").mkdir()
    assert faults(folder) == [("terms.toml", "", "unreadable")]


def test_people_and_terms_may_be_left_out(folder: Path) -> None:
    (folder / "people.toml").unlink()
    (folder / "terms.toml").unlink()
    house = load_house(folder)
    assert (house.people, house.terms) == ((), ())


def test_a_house_needs_its_page_and_some_wording(folder: Path) -> None:
    (folder / "release.typ").unlink()
    shutil.rmtree(folder / "wording")
    assert ("wording", "", "no_wording") in faults(folder)
    (folder / "wording").mkdir()
    shutil.copy(TEMPLATES / "oic/wording/ar.toml", folder / "wording/xx.toml")
    assert ("release.typ", "", "no_template") in faults(folder)
    assert ("wording/xx.toml", "", "unknown_language") in faults(folder)


def test_a_letterhead_of_two_columns_needs_two_languages(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TEMPLATES / "ministry", tmp_path / "mine"))
    for code in ("en", "fr"):
        (folder / f"wording/{code}.toml").unlink()
    found = faults(folder)
    assert ("house.toml", "letterhead.layout", "not_choice") in found
    assert ("house.toml", "letterhead.beside.fr", "unknown_key") in found


def test_a_house_may_bring_fonts_of_its_own(folder: Path) -> None:
    (folder / "fonts").mkdir()
    spoil(folder, "house.toml", '"Noto Serif"', '"House Serif"')
    assert load_house(folder).typefaces["en"].body == "House Serif"


@pytest.mark.parametrize("name", ["nowhere", "../../etc", "", "oic/house.toml"])
def test_a_house_that_is_not_there_is_named_with_those_that_are(name: str) -> None:
    with pytest.raises(HouseError, match="oic") as caught:
        load_house(name)
    assert caught.value.faults[0].reason == "no_such_house"


def test_people_in_office_are_known_by_day() -> None:
    people = {person.id: person for person in load_house("oic").people}
    assert str(people["hissein-brahim-taha"].since) == "2021-11-17"
    assert people["hissein-brahim-taha"].until is None
    assert people["yousef-al-othaimeen"].names["ar"] == "يوسف بن أحمد العثيمين"


def test_a_persons_own_houses_are_found_by_name(folder: Path) -> None:
    """In the data folder of the person, beside those that come with the program."""
    own = places()[1] / "desk"
    shutil.copytree(folder, own)
    assert load_house("desk").folder == str(own)
    assert "desk" in house_names()
