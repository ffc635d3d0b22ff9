"""Python's collection of cycles, in the window's thread and nowhere else.

The collector runs in whichever thread happens to allocate. In a thread that checks or writes it
would destroy widgets there, which Qt does not allow: the two threads then wait for each other, one
for Qt's lock and one for the interpreter's. So it is off, and the window's own loop runs it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1_000
"""Milliseconds between two looks at what there is to collect."""


class Collector(QObject):
    """Collects cycles in the thread it was made in, for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what was loaded to start with stays: no collection need look at it
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_due)
        self._timer.start(EVERY)


def collect_due() -> None:
    """Collect the oldest generation that is due by Python's own thresholds."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation] > 0:
            gc.collect(generation)
            return
