"""What the tests of the window share: its fonts, an interface, a clean end of every test."""

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.desktop import clipboard, fonts
from editor.desktop.interface import Interface
from editor.desktop.opening import open_path
from editor.desktop.problems import Problems
from editor.desktop.session import Session
from editor.house import House, load_house
from editor.release.content import Block, BlockKind, Release, Text, Translated
from editor.release.draft import Draft

MakeDraft = Callable[..., Draft]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the platform without a screen say what it cannot do with windows and pop-ups."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True, scope="module")
def collecting() -> Iterator[None]:
    """Collect cycles in this thread alone, as the program does: see `editor.desktop.collecting`."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The one application, with the program's typefaces."""
    fonts.load()
    yield qapp
    clipboard.hand_over()


@pytest.fixture(params=["ar", "en"])
def interface(application: QApplication, request: pytest.FixtureRequest) -> Iterator[Interface]:
    """The interface from right to left and from left to right: each test runs in both."""
    made = Interface(application, request.param)
    yield made
    made.set_language("en")
    made.deleteLater()


@pytest.fixture
def arabic(application: QApplication) -> Iterator[Interface]:
    """The interface in Arabic, for what does not depend on its direction."""
    made = Interface(application, "ar")
    yield made
    made.set_language("en")
    made.deleteLater()


@pytest.fixture
def make_draft() -> MakeDraft:
    """Makes a draft whose blocks say these words in Arabic."""

    def make(*words: str, language: str = "ar") -> Draft:
        blocks = tuple(
            Block(
                f"b{number}",
                BlockKind.PARAGRAPH if number else BlockKind.LEAD,
                Translated({language: Text(each)}),
            )
            for number, each in enumerate(words)
        )
        return Draft.from_release(Release("r", language, (language,), blocks=blocks))

    return make


@pytest.fixture(scope="session")
def house() -> House:
    """The bundled house style."""
    return load_house("oic")


@pytest.fixture
def problems() -> Problems:
    """A hub of notices of its own."""
    return Problems()


@pytest.fixture
def session(
    application: QApplication, house: House, problems: Problems, sample: Path, tmp_path: Path
) -> Iterator[Session]:
    """A session with the bundled release open, read from its text."""
    text = tmp_path / sample.name
    text.write_bytes(sample.read_bytes())
    made = Session(house, problems)
    made.open(open_path(text, house).file)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture(autouse=True)
def nothing_left_over(qtbot: QtBot) -> Iterator[None]:
    """A test that leaves a running timer or a thread behind fails."""
    threads = set(threading.enumerate())
    yield
    timers = [
        timer
        for widget in QApplication.topLevelWidgets()
        for timer in widget.findChildren(QTimer)
        if timer.isActive()
    ]
    assert timers == []
    assert set(threading.enumerate()) - threads == set()
