"""Opening a release or a text: the text is never touched, and no release is written over."""

from pathlib import Path

import pytest

from editor.desktop.opening import OpeningError, new_release, open_path, releases_folder
from editor.house import House
from editor.messages import BayanError
from editor.release.draft import Draft
from editor.storage import NotOursError, ReleaseFile, read_release

TEXT = "عنوان البيان\n\nجدة (إينا) - عقد الاجتماع اليوم في جدة بحضور الأعضاء.\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "بيان.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_text_becomes_a_release_beside_it(text: Path, house: House) -> None:
    opened = open_path(text, house)
    with opened.file as file:
        assert file.path == text.with_suffix(".bayan")
        assert file.draft.snapshot().headline["ar"].words == "عنوان البيان"
    assert not opened.elsewhere


def test_another_release_of_that_name_is_left_alone(text: Path, house: House) -> None:
    other = text.with_suffix(".bayan")
    ReleaseFile.create(other, Draft.new("fr")).close()
    before = read_release(other)
    with open_path(text, house).file as file:
        assert file.path.name == "بيان (2).bayan"
    assert read_release(other) == before


def test_a_picture_of_that_name_is_left_alone(text: Path, house: House) -> None:
    other = text.with_suffix(".bayan")
    other.write_bytes(b"\xff\xd8\xff\xe0JFIF")
    with open_path(text, house).file as file:
        assert file.path.name == "بيان (2).bayan"
    assert other.read_bytes() == b"\xff\xd8\xff\xe0JFIF"


def test_where_nothing_can_be_written_the_release_goes_to_ones_own_folder(
    text: Path, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from editor.desktop import opening  # noqa: PLC0415 - its function is exchanged below

    create = ReleaseFile.create

    def refuse(path: Path, draft: Draft, **options: bool) -> ReleaseFile:
        if path.parent == text.parent:
            from editor.storage import ReadOnlyError  # noqa: PLC0415 - for this branch alone

            raise ReadOnlyError("read_only_folder", path)
        return create(path, draft, **options)

    monkeypatch.setattr(opening.ReleaseFile, "create", refuse)
    opened = open_path(text, house)
    with opened.file as file:
        assert file.path == releases_folder() / "بيان.bayan"
    assert opened.elsewhere
    with open_path(text, house).file as again:
        assert again.path == file.path


def test_a_release_is_opened_as_it_is(tmp_path: Path, house: House) -> None:
    path = tmp_path / "a.bayan"
    ReleaseFile.create(path, Draft.new("ar")).close()
    with open_path(path, house).file as file:
        assert file.path == path


@pytest.mark.parametrize("name", ["missing.txt", "missing.bayan", ""])
def test_what_is_not_there_is_said(name: str, tmp_path: Path, house: House) -> None:
    with pytest.raises(OpeningError) as raised:
        open_path(tmp_path / name, house)
    assert all(raised.value.sentence(language) for language in ("ar", "en", "fr"))


def test_a_picture_is_no_release(tmp_path: Path, house: House) -> None:
    path = tmp_path / "photo.bayan"
    path.write_bytes(b"\xff\xd8\xff\xe0JFIF" * 100)
    with pytest.raises(NotOursError):
        open_path(path, house)


def test_a_binary_file_is_no_text(tmp_path: Path, house: House) -> None:
    path = tmp_path / "photo.txt"
    path.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(BayanError):
        open_path(path, house)
    assert list(tmp_path.iterdir()) == [path]


def test_new_releases_have_files_of_their_own() -> None:
    with new_release().file as first, new_release().file as second:
        assert first.path != second.path
        assert first.path.parent == releases_folder()
        assert first.draft.snapshot().language == "ar"
