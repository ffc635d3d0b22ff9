"""An exception in an override of a Qt virtual is reported and does not leave it."""

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import editor.desktop
from editor.desktop.guard import guarded, guarded_with, is_guarded

CPP_TYPE = type(QObject)


def classes() -> Iterator[type]:
    """Every class of the window."""
    for module in pkgutil.walk_packages(editor.desktop.__path__, "editor.desktop."):
        for _, cls in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if cls.__module__ == module.name and isinstance(cls, CPP_TYPE):
                yield cls


def overrides(cls: type) -> Iterator[str]:
    """The names under which a class overrides what Qt's own classes have."""
    own = [base for base in cls.__mro__ if base.__module__.startswith("PySide6.")]
    for name, member in vars(cls).items():
        is_qts = any(name in vars(base) for base in own)
        if inspect.isfunction(member) and is_qts and not name.startswith("__"):
            yield name


def test_there_are_overrides_to_guard() -> None:
    assert sum(1 for cls in classes() for _ in overrides(cls)) > 10


@pytest.mark.parametrize("cls", list(classes()), ids=lambda cls: cls.__name__)
def test_every_override_is_guarded(cls: type) -> None:
    bare = [name for name in overrides(cls) if not is_guarded(vars(cls)[name])]
    assert bare == []


class Faulty(QWidget):
    """A widget whose overrides fail in the way that ends a process: inside C code."""

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        event.text()[3]

    @guarded_with(lambda: 42)
    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return 1 // (width - width)


def test_a_fault_is_reported_and_goes_no_further(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _value, _trace: reported.append(kind))
    widget = Faulty()
    qtbot.addWidget(widget)
    QTest.keyClick(widget, "a")
    assert widget.heightForWidth(3) == 42
    assert reported == [IndexError, ZeroDivisionError]
