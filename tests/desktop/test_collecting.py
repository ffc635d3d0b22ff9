"""Cycles are collected in the window's thread, and by nobody else."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.desktop import collecting
from editor.desktop.collecting import Collector, collect_due


class Ring:
    """Something that refers to itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.itself = self
        self.freed_in: list[int] = []


def ring_told_by(freed_in: list[int]) -> None:
    ring = Ring()
    weakref.finalize(ring, lambda: freed_in.append(threading.get_ident()))


@pytest.fixture
def collector(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    monkeypatch.setattr(collecting, "EVERY", 10)
    parent = QObject()
    yield Collector(parent)
    parent.deleteLater()
    gc.unfreeze()


def test_no_other_thread_collects(collector: Collector, qtbot: QtBot) -> None:
    freed_in: list[int] = []

    def work() -> None:
        ring_told_by(freed_in)
        for _ in range(20 * gc.get_threshold()[0]):
            ring_told_by([])

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert freed_in == []
    qtbot.waitUntil(lambda: bool(freed_in))
    assert freed_in == [threading.get_ident()]


def test_nothing_is_collected_before_it_is_due() -> None:
    gc.collect()
    freed_in: list[int] = []
    ring_told_by(freed_in)
    collect_due()
    assert freed_in == []
