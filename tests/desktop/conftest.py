"""What the tests of the window share: its fonts, an interface, a clean end of every test."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.desktop import fonts
from editor.desktop.interface import Interface
from editor.release.content import Block, BlockKind, Release, Text, Translated
from editor.release.draft import Draft

MakeDraft = Callable[..., Draft]


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """The one application, with the program's typefaces."""
    fonts.load()
    return qapp


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
