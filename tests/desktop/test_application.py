"""Starting: what is opened, what is remembered, what is said when something goes wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.desktop.application import Desk, Reporter, latest
from editor.desktop.interface import Interface
from editor.desktop.opening import new_release, open_path, releases_folder
from editor.desktop.problems import Notice, Problems
from editor.desktop.remembering import Memory, recall
from editor.desktop.session import Session
from editor.desktop.window import Window
from editor.house import House
from editor.release.content import HEADLINE


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "window.json")


@pytest.fixture
def desk(
    arabic: Interface, house: House, problems: Problems, memory: Memory, qtbot: QtBot
) -> Iterator[tuple[Desk, Session, Window]]:
    """A desk with a window and a new release."""
    session = Session(house, problems)
    window = Window(arabic, session)
    qtbot.addWidget(window)
    made = Desk(arabic, session, window, memory)
    made.show(new_release())
    window.show()
    yield made, session, window
    window.close()


def test_a_release_is_opened_in_the_place_of_another(
    desk: tuple[Desk, Session, Window], sample: Path, tmp_path: Path, memory: Memory
) -> None:
    _, session, window = desk
    first = session.file.path
    text = tmp_path / sample.name
    text.write_bytes(sample.read_bytes())
    window.open_requested.emit(text)
    assert session.file.path == text.with_suffix(".bayan")
    assert window.view.page.document().blockCount() == len(session.release.blocks)
    assert memory.files[:2] == [str(session.file.path), str(first)]
    window.new_requested.emit()
    assert session.release.blocks == ()
    assert window.view.head.place.toPlainText() == ""
    assert window.view.page.toPlainText() == ""
    window.open_requested.emit(first)
    window.open_requested.emit(text)
    assert window.view.page.binding.screen.repairs == 0


def test_what_cannot_be_opened_leaves_what_is_open(
    desk: tuple[Desk, Session, Window], tmp_path: Path
) -> None:
    _, session, window = desk
    before = session.file
    photo = tmp_path / "photo.bayan"
    photo.write_bytes(b"\xff\xd8\xff\xe0JFIF" * 100)
    window.open_requested.emit(photo)
    assert session.file is before
    assert "photo.bayan" in window.notices.words


def test_the_language_of_the_interface_is_remembered(
    desk: tuple[Desk, Session, Window], memory: Memory
) -> None:
    _, _, window = desk
    window.language_requested.emit("fr")
    assert window.bar.export.text() == "Exporter"
    assert recall(memory.path).language == "fr"


def test_the_next_start_goes_on_with_the_last_release(
    house: House, problems: Problems, memory: Memory
) -> None:
    with new_release().file as file:
        file.draft.replace(HEADLINE, "ar", 0, 0, "جدة")
        memory.note(file.path)
    opened = latest(house, memory, problems)
    with opened.file as again:
        assert again.path == file.path
        assert again.draft.snapshot().headline["ar"].words == "جدة"


def test_where_the_last_release_cannot_be_opened_a_new_one_is_begun(
    house: House, problems: Problems, memory: Memory
) -> None:
    told: list[Notice] = []
    problems.listen(told.append)
    with new_release().file as held:  # open in another window
        memory.note(held.path)
        with latest(house, memory, problems).file as begun:
            assert begun.path != held.path
            assert begun.path.parent == releases_folder()
    assert len(told) == 1


def test_a_release_kept_elsewhere_is_said_to_be(
    desk: tuple[Desk, Session, Window], house: House, tmp_path: Path
) -> None:
    made, _, window = desk
    text = tmp_path / "a.txt"
    text.write_text("عنوان\n\nفقرة من البيان.\n", encoding="utf-8")
    opened = open_path(text, house)
    made.show(type(opened)(opened.file, elsewhere=True))
    assert str(opened.file.path) in window.notices.words


def test_an_unexpected_fault_is_said_and_written_down(
    problems: Problems, capsys: pytest.CaptureFixture[str], own_folders: None
) -> None:
    told: list[Notice] = []
    problems.listen(told.append)
    Reporter(problems)(ZeroDivisionError, ZeroDivisionError("in a slot"), None)
    assert told[0].key == "desktop.unexpected"
    assert "in a slot" in capsys.readouterr().err
