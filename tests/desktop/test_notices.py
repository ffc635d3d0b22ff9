"""What goes wrong is said in a sentence, and waits for a window to be said in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.desktop.interface import Interface
from editor.desktop.notice_bar import NoticeBar
from editor.desktop.opening import OpeningError
from editor.desktop.problems import Gravity, Notice, Problems
from editor.desktop.remembering import MOST_FILES, Memory, recall
from editor.desktop.work import Worker

ERROR = OpeningError("files.no_such_file", path=Path("a.txt"))


def test_notices_wait_for_a_listener(problems: Problems) -> None:
    problems.report(ERROR)
    problems.done("Exported")
    told: list[Notice] = []
    problems.listen(told.append)
    assert [notice.gravity for notice in told] == [Gravity.PROBLEM, Gravity.DONE]
    problems.report(ExceptionGroup("listeners", [ERROR]))
    assert told[-1].key == "files.no_such_file"


def test_a_fault_of_ours_is_said_without_its_trace(problems: Problems) -> None:
    told: list[Notice] = []
    problems.listen(told.append)
    problems.report(ZeroDivisionError("division by zero"))
    for language in ("ar", "en", "fr"):
        sentence = told[0].sentence(language)
        assert "ZeroDivisionError" in sentence
        assert "division by zero" not in sentence


def test_the_bar_shows_a_problem_until_it_is_dismissed(
    interface: Interface, problems: Problems, qtbot: QtBot
) -> None:
    problems.report(ERROR)
    bar = NoticeBar(interface, problems)
    qtbot.addWidget(bar)
    assert not bar.isHidden()
    assert "a.txt" in bar.words
    interface.set_language("fr")
    assert bar.words == ERROR.sentence("fr")
    bar.show()
    QTest.mouseClick(bar.dismiss, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_what_was_done_goes_by_itself_and_problems_stay(
    interface: Interface, problems: Problems, qtbot: QtBot
) -> None:
    bar = NoticeBar(interface, problems)
    qtbot.addWidget(bar)
    problems.report(ERROR)
    problems.done("Exported")
    assert bar.words == "Exported"
    bar._timer.timeout.emit()
    assert "a.txt" in bar.words
    bar._timer.stop()


def test_a_later_notice_on_a_topic_takes_the_place_of_the_earlier(
    interface: Interface, problems: Problems, qtbot: QtBot
) -> None:
    bar = NoticeBar(interface, problems)
    qtbot.addWidget(bar)
    problems.report(ERROR, "storage")
    problems.done("", "storage")  # all is well again
    assert bar.isHidden()


def test_something_can_be_offered(interface: Interface, problems: Problems, qtbot: QtBot) -> None:
    bar = NoticeBar(interface, problems)
    qtbot.addWidget(bar)
    taken: list[str] = []
    problems.report(ERROR)
    bar.offer("Open the folder", lambda: taken.append("opened"))
    bar.show()
    QTest.mouseClick(bar.action, Qt.MouseButton.LeftButton)
    assert taken == ["opened"]
    problems.report(ERROR)
    assert bar.action.isHidden()


# -- Work beside the window --------------------------------------------------------------------


def test_an_answer_comes_back_under_its_number(qtbot: QtBot) -> None:
    worker = Worker("test")
    with qtbot.waitSignal(worker.answered) as told:
        number = worker.do(lambda: "done")
    assert told.args == [number, "done"]
    with qtbot.waitSignal(worker.failed) as told:
        worker.do(lambda: 1 // 0)
    assert isinstance(told.args[1], ZeroDivisionError)
    worker.close()


def test_a_job_that_became_pointless_is_not_begun(qtbot: QtBot) -> None:
    worker = Worker("test")
    done: list[int] = []
    with qtbot.waitSignal(worker.answered, check_params_cb=lambda number, _: number == 4):
        worker.do(lambda: done.append(1))
        worker.drain()
        for number in (2, 3, 4):
            worker.do(lambda number=number: done.append(number), instead=number > 2)
    worker.close()
    assert done[-1] == 4
    assert worker.last == 4


# -- What is remembered ------------------------------------------------------------------------


def test_the_latest_file_comes_first_and_each_once(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state" / "window.json")
    for name in ("a", "b", "a"):
        (tmp_path / name).touch()
        memory.note(tmp_path / name)
    memory.language = "ar"
    memory.keep()
    again = recall(memory.path)
    assert again.files == [str(tmp_path / "a"), str(tmp_path / "b")]
    assert again.language == "ar"
    (tmp_path / "a").unlink()
    assert again.latest() == tmp_path / "b"


def test_no_more_files_are_remembered_than_one_looks_at(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "window.json")
    for number in range(MOST_FILES + 5):
        memory.note(tmp_path / str(number))
    assert len(memory.files) == MOST_FILES


@pytest.mark.parametrize("content", ["", "[]", "{", '{"files": 3}', "\x00"])
def test_what_cannot_be_read_is_forgotten(tmp_path: Path, content: str) -> None:
    path = tmp_path / "window.json"
    path.write_text(content, encoding="utf-8")
    assert recall(path).files == []
    assert recall(path).latest() is None
