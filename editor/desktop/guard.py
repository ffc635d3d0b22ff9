"""A guard for every override of a Qt virtual: an exception is reported and never leaves it.

On Python 3.11 an exception raised by C code (a bad index, a wrong argument to a Qt call) that
leaves a Python override of a C++ virtual can end the process, and with it the window. A test walks
all classes of the window and proves that each override wears this.
"""

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def guarded(method: Callable[P, None]) -> Callable[P, None]:
    """Guard an override that returns nothing."""
    return _guard(method, lambda: None)


def guarded_with(make: Callable[[], T]) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Guard an override that returns something.

    Args:
        make: Makes what Qt gets back when the override fails.
    """
    return lambda method: _guard(method, make)


def is_guarded(method: object) -> bool:
    """Whether a function of a class wears the guard."""
    return hasattr(method, "guards")


def _guard(method: Callable[P, T], make: Callable[[], T]) -> Callable[P, T]:
    @functools.wraps(method)
    def guard(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(*args, **kwargs)
        except Exception:  # noqa: BLE001 - the one door between Python and a C++ virtual
            sys.excepthook(*sys.exc_info())
            return make()

    guard.guards = method  # type: ignore[attr-defined]  # what `is_guarded` looks for
    return guard
