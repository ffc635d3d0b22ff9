"""The rules that hold the whole together: imports, Qt, and the sentences people read."""

import string
import subprocess
import sys
from pathlib import Path

import pytest

from editor import messages

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "editor").rglob("*.py")
)
WITHOUT_QT = [name for name in MODULES if not name.startswith("editor.desktop")]

BLOCK_QT = """
import importlib, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is not wanted here")

sys.meta_path.insert(0, NoQt())
for name in sys.argv[1:]:
    importlib.import_module(name)
"""

COUNT_NONE = """
import sys
from PySide6.QtGui import QTextCursor, QTextDocument

cursor = QTextCursor(QTextDocument("جدة"))
before = sys.getrefcount(None)
for _ in range(2000):
    cursor.setPosition(1)
print(sys.getrefcount(None) - before)
"""


def test_everything_outside_the_desktop_imports_without_qt() -> None:
    """The check, the command line and the writers run where Qt cannot."""
    command = [sys.executable, "-c", BLOCK_QT, *WITHOUT_QT]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr


def test_a_qt_call_that_returns_nothing_takes_no_reference_from_none() -> None:
    """PySide6 6.12.0 on Python 3.11 loses one each time, and aborts after some thousands."""
    command = [sys.executable, "-c", COUNT_NONE]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert abs(int(answer.stdout)) < 100


def sentences(language: str) -> dict[str, str]:
    """Every sentence of a language under its full key."""

    def walk(node: object, key: str) -> dict[str, str]:
        if isinstance(node, dict):
            found: dict[str, str] = {}
            for name, value in node.items():
                found |= walk(value, f"{key}.{name}" if key else name)
            return found
        assert isinstance(node, str), f"{key} is not a sentence"
        return {key: node}

    return walk(messages._catalogue(language), "")


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_language_says_the_same_things(language: str) -> None:
    """A sentence exists in all languages of the interface, with the same placeholders."""
    english, other = sentences("en"), sentences(language)
    assert english.keys() == other.keys()
    differing = [key for key in english if placeholders(english[key]) != placeholders(other[key])]
    assert differing == []


def test_an_unknown_language_is_spoken_to_in_english() -> None:
    key = next(iter(sentences("en")))
    values = dict.fromkeys(placeholders(sentences("en")[key]), "x")
    assert messages.say(key, "de", **values) == messages.say(key, "en", **values)


@pytest.mark.parametrize(
    ("setting", "expected"),
    [("ar_SA.UTF-8", "ar"), ("fr_FR", "fr"), ("en_GB.UTF-8", "en"), ("C", "en"), ("de_DE", "en")],
)
def test_the_interface_speaks_the_language_of_the_system(
    setting: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", setting)
    assert messages.interface_language() == expected


def test_words_of_the_other_direction_do_not_tear_a_sentence() -> None:
    """They are isolated (UAX #9, FSI … PDI); a path in a sentence from the left stays bare."""
    arabic, path = "جدة", Path("/tmp/بيان.txt")  # noqa: S108 - only a name
    assert messages.say("files.exists", "en", path=path).startswith(str(path))
    assert f"\u2068{path}\u2069" in messages.say("files.exists", "ar", path=path)
    assert f"\u2068{arabic}\u2069" in messages.say(
        "files.unreadable", "en", path=path, reason=arabic
    )
    assert "\u2068" not in messages.say("files.unreadable", "en", path="a.txt", reason="no")
