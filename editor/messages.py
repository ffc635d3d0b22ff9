"""What the program says to people, in their language, outside the window's own labels.

The sentences are data, in `resources/messages/<language>/<group>.toml`, so that a linguist can
read and mend them; a test holds the languages to the same keys and the same placeholders. Errors
are ours, in one small tree: each names its sentence and carries its evidence.
"""

import locale
import os
import re
import tomllib
from functools import cache
from pathlib import Path

_FROM_LEFT = re.compile(r"[A-Za-z\u00c0-\u024f]")
_FROM_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

INTERFACE_LANGUAGES = ("ar", "en", "fr")
RESOURCES = Path(__file__).resolve().parent.parent / "resources"


class BayanError(Exception):
    """Something a person has to know about: what happened, what it means, what to do.

    Attributes:
        key: The sentence's key, ``<group>.<name>``; the group is a message file's name.
        evidence: The values its placeholders take.
    """

    def __init__(self, key: str, /, **evidence: object) -> None:
        super().__init__(key, evidence)
        self.key = key
        self.evidence = evidence

    def sentence(self, language: str) -> str:
        """The error as a sentence in a language of the interface."""
        return say(self.key, language, **self.evidence)

    def __str__(self) -> str:
        return self.sentence("en")


def say(key: str, language: str, /, **values: object) -> str:
    """The sentence under a key such as ``storage.not_ours``, with its placeholders filled.

    Raises:
        KeyError: There is no such sentence, which is a fault of ours that tests catch.
    """
    node: object = _catalogue(language if language in INTERFACE_LANGUAGES else "en")
    for part in key.split("."):
        if not isinstance(node, dict):
            raise KeyError(key)
        node = node[part]
    if not isinstance(node, str):
        raise KeyError(key)
    return node.format(**{name: _isolated(value, language) for name, value in values.items()})


def interface_language() -> str:
    """The language to speak to this person, from the system's settings; English if unknown."""
    for setting in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(setting):
            return _supported(value)
    return _supported(locale.getlocale()[0] or "")


def _supported(setting: str) -> str:
    code = setting.lower()[:2]
    # Windows names languages in full, as in "Arabic_Saudi Arabia".
    return code if code in INTERFACE_LANGUAGES else "en"


def _isolated(value: object, language: str) -> object:
    """A value as it is shown: words of the other direction would tear the sentence around them.

    In a sentence from the left a path stays bare, so that it can be copied from a terminal.
    """
    if language == "ar":
        is_torn = isinstance(value, str | Path) and _FROM_LEFT.search(str(value))
    else:
        is_torn = isinstance(value, str) and _FROM_RIGHT.search(value)
    return f"\u2068{value}\u2069" if is_torn else value


@cache
def _catalogue(language: str) -> dict[str, object]:
    """All message files of a language as one table: `<language>/<group>.toml` → [group]."""
    folder = RESOURCES / "messages" / language
    return {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.toml"))
    }
