"""A house takes the names of months by region instead of writing them out."""

import shutil
from pathlib import Path

import pytest

from editor.house import HouseError, dates, load_house
from editor.house.loading import TEMPLATES
from editor.house.months import system_months
from editor.messages import INTERFACE_LANGUAGES
from tests.house.test_dates import THURSDAY


@pytest.mark.parametrize(
    ("november", "system"),
    [
        ("نوفمبر", "gulf"),
        ("تشرين الثاني", "levant"),
        ("نوفمبر", "algeria"),
        ("نونبر", "morocco"),
        ("تشرين الثاني/نوفمبر", "levant/gulf"),
        ("نوفمبر", "gulf/algeria"),
    ],
)
def test_a_system_gives_the_names_of_a_region(november: str, system: str) -> None:
    months = system_months(system, "ar")
    assert months[10] == november
    assert len(months) == 12


@pytest.mark.parametrize("system", ["mars", "", "levant/", "gulf/levant/morocco", 7, ["gulf"]])
def test_a_system_nobody_knows_gives_none(system: object) -> None:
    assert system_months(system, "ar") == ()


def own(tmp_path: Path, line: str) -> Path:
    """A copy of a house with that line in the place of its Arabic months."""
    folder = Path(shutil.copytree(TEMPLATES / "oic", tmp_path / "mine"))
    path = folder / "wording/ar.toml"
    lines = path.read_text(encoding="utf-8").split("\n")
    kept = [line if old.startswith("months =") else old for old in lines]
    path.write_text("\n".join(kept), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("expected", "system"),
    [
        ("15 تشرين الثاني 2018م", "levant"),
        ("15 نونبر 2018م", "morocco"),
        ("15 تشرين الثاني/نوفمبر 2018م", "levant/gulf"),
    ],
)
def test_dates_are_written_in_the_months_of_a_region(
    tmp_path: Path, expected: str, system: str
) -> None:
    wording = load_house(own(tmp_path, f'month_system = "{system}"')).wording["ar"]
    assert dates.gregorian(THURSDAY, wording, weekday=False) == expected


@pytest.mark.parametrize("line", ['month_system = "mars"', "month_system = 3"])
def test_an_unknown_system_is_named_with_those_that_are_known(tmp_path: Path, line: str) -> None:
    with pytest.raises(HouseError) as caught:
        load_house(own(tmp_path, line))
    (fault,) = caught.value.faults
    assert (fault.file, fault.key) == ("wording/ar.toml", "month_system")
    for language in INTERFACE_LANGUAGES:
        assert "gulf, levant, algeria, morocco" in fault.sentence(language)
