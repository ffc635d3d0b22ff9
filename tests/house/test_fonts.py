from pathlib import Path

import pytest

from editor.house.fonts import PACKAGES, font_folder, font_folders


@pytest.mark.parametrize("family", PACKAGES)
def test_every_family_that_is_named_is_there(family: str) -> None:
    folder = font_folder(family)
    assert folder is not None
    assert list(folder.glob("*.ttf"))


def test_a_family_that_does_not_come_with_the_program_has_no_folder() -> None:
    assert font_folder("Comic") is None


def test_the_fonts_of_the_house_come_first(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    assert font_folders(["Amiri", "Amiri", "Comic"], tmp_path) == [
        tmp_path / "fonts",
        font_folder("Amiri"),
    ]
