"""The composition root: it decides what is started, and creates what lives long."""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_log_path

from editor import cli
from editor.messages import BayanError, interface_language, say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the commands, or open the window; return the process's exit code.

    Args:
        arguments: What stands after the program's name; the process's own by default.
    """
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    language = interface_language()
    try:
        if is_command(arguments):
            return cli.run(arguments, language)
        return open_window(Path(arguments[0]) if arguments else None, language)
    except KeyboardInterrupt:
        return 130
    except BayanError as error:
        print(error.sentence(language), file=sys.stderr)
        return 2
    except Exception as error:  # noqa: BLE001 - the one door through which our own faults leave
        log = record_fault()
        print(say("app.unexpected", language, name=type(error).__name__, log=log), file=sys.stderr)
        return 2


def is_command(arguments: Sequence[str]) -> bool:
    """Whether the command line is the commands' own; a lone FILE is the window's."""
    return bool(arguments) and (arguments[0] in cli.COMMANDS or arguments[0].startswith("-"))


def open_window(path: Path | None, language: str) -> int:
    """Open the editor on a file, on a text, or on a new release."""
    if not has_screen():
        print(say("app.no_screen", language), file=sys.stderr)
        return 2
    from editor.desktop.application import run  # noqa: PLC0415 - only the window loads Qt

    return run(path)


def has_screen() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def record_fault() -> Path:
    """Write the details of the fault being handled where a person can find them."""
    folder = user_log_path("bayan", appauthor=False, ensure_exists=True)
    log = folder / "fault.txt"
    log.write_text(traceback.format_exc(), encoding="utf-8")
    return log
