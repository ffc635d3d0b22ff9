"""`dictionary`: which dictionaries there are, adding one, and words that are right without one."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from editor.cli.files import Opened
from editor.house import load_house
from editor.messages import say
from editor.release.languages import LANGUAGES
from editor.text.spelling import Speller, add_dictionary, find_dictionaries, open_speller


@contextmanager
def spelling(opened: Opened) -> Iterator[Speller]:
    """A speller for a release, its process started at once and ended afterwards."""
    speller = open_speller(opened.house.name)
    speller.warm_up(opened.release.language)
    try:
        yield speller
    finally:
        speller.close()


def run(options: argparse.Namespace, language: str) -> int:
    """One of the commands."""
    commands = {"list": show, "add": add, "accept": accept, "forget": forget}
    return commands[options.action](options, language)


def show(_options: argparse.Namespace, language: str) -> int:
    """Print the dictionaries in use."""
    for code in LANGUAGES:
        found = find_dictionaries(code)
        names = [str(one.folder / f"{one.name}.dic") for one in found]
        print(f"{code}: {', '.join(names) or say('spelling.none', language)}")
    return 0


def add(options: argparse.Namespace, language: str) -> int:
    """Add a dictionary to the person's own."""
    code = add_dictionary(options.file, options.lang)
    print(say("spelling.added", language, path=options.file, code=code))
    return 0


def accept(options: argparse.Namespace, language: str) -> int:
    """Take words as right for a house."""
    speller = open_speller(load_house(options.house).name)
    count = sum(speller.accept(word) for word in options.words)
    print(say("spelling.accepted", language, count=count))
    return 0


def forget(options: argparse.Namespace, language: str) -> int:
    """Undo `accept`."""
    speller = open_speller(load_house(options.house).name)
    count = sum(speller.forget(word) for word in options.words)
    print(say("spelling.forgotten", language, count=count))
    return 0
