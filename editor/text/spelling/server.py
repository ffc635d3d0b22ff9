"""The spelling process: it answers questions, a line of JSON each, until nobody asks any more.

A question is ``{"id", "ask", "language", "files", "words"}``; `files` are the folder and name of
each dictionary, and `ask` one of ``open`` (read them), ``look`` (which words are unknown, each
with its near spellings) and ``suggest`` (the engine's suggestions for the first word). The answer
has the question's id and either `answer` or `fault`.
"""

import json
import sys
from collections.abc import Iterable
from typing import Any, Protocol, TextIO

import regex

from editor.text.arabic import bare, is_arabic
from editor.text.spelling.variants import near_spellings

_JOINED = regex.compile(r"[وفبكلس]{1,2}(?=.{4})")


class Engine(Protocol):
    """One open dictionary of Hunspell."""

    def spell(self, word: str) -> bool:
        """Whether it has a word."""
        ...

    def suggest(self, word: str) -> Iterable[str]:
        """The words it has that are like one."""
        ...


class Shelf:
    """The dictionaries of one language, open."""

    def __init__(self, files: Iterable[tuple[str, str]]) -> None:
        import hunspell  # noqa: PLC0415 - only this process loads the engine

        self._engines: list[Engine] = [
            hunspell.Hunspell(name, hunspell_data_dir=folder) for folder, name in files
        ]

    def has(self, word: str) -> bool:
        """Whether one of them has a word, or each part of one with hyphens."""
        if any(_spells(engine, word) for engine in self._engines):
            return True
        parts = word.replace("‑", "-").split("-")
        return len(parts) > 1 and all(not part or self.has(part) for part in parts)

    def unknown(self, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Of some words those that none of them has, with near spellings that one has."""
        found = {}
        for word in words:
            if not self.has(word):
                near = near_spellings(bare(word), self.has) if is_arabic(word) else ()
                if near or not self._has_joined(word):
                    found[word] = near
        return found

    def _has_joined(self, word: str) -> bool:
        """Whether a word is one that they have, with prefixes that they do not join to it."""
        joined = _JOINED.match(word)
        return joined is not None and any(
            self.has(word[end:]) for end in range(joined.end(), 0, -1)
        )

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Near spellings first, then what the engines suggest."""
        near = near_spellings(bare(word), self.has) if is_arabic(word) else ()
        found = [suggested for engine in self._engines for suggested in engine.suggest(word)]
        return tuple(dict.fromkeys([*near, *found]))


def _spells(engine: Engine, word: str) -> bool:
    try:
        return bool(engine.spell(word))
    except UnicodeEncodeError:  # a dictionary in an older encoding has no such letter
        return False


def answer(question: dict[str, Any], shelves: dict[str, Shelf]) -> object:
    """What the answer to a question says."""
    language = question["language"]
    if language not in shelves:
        shelves[language] = Shelf(question["files"])
    shelf, words = shelves[language], question["words"]
    match question["ask"]:
        case "look":
            return shelf.unknown(words)
        case "suggest":
            return shelf.suggestions(words[0])
        case _:
            return True


def serve(questions: TextIO, answers: TextIO) -> None:
    """Answer until the questions end, which they do with the process that asks them."""
    shelves: dict[str, Shelf] = {}
    for line in questions:
        question = json.loads(line)
        try:
            said = {"answer": answer(question, shelves)}
        except Exception as error:  # noqa: BLE001 - the one door: whoever asked is told
            said = {"fault": repr(error)}
        answers.write(json.dumps({"id": question["id"], **said}) + "\n")
        answers.flush()


if __name__ == "__main__":
    serve(sys.stdin, sys.stdout)
