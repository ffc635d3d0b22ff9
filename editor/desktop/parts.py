"""Small things that every part of the window is built with."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str) -> W:
    """A widget under the name that the style sheet knows it by."""
    widget.setObjectName(name)
    return widget


def tight(layout: QLayout, spacing: int = 0) -> None:
    """Take the margins off a layout."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)


def set_state(widget: QWidget, name: str, *, on: bool) -> None:
    """Set a property that the style sheet looks at."""
    if widget.property(name) != on:
        widget.setProperty(name, on)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def by_keyboard(widget: W) -> W:
    """A button that is reached by Tab and does not take the focus from the text when clicked."""
    widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return widget
