"""Spelling as the checks ask for it: dictionaries, what was answered before, accepted words."""

from collections.abc import Collection, Mapping
from typing import cast

from editor.text.arabic import bare
from editor.text.spelling.accepted import AcceptedWords, accepted_words
from editor.text.spelling.dictionaries import Dictionary, find_dictionaries
from editor.text.spelling.process import Process

_MOST_ANSWERS = 200_000


class Speller:
    """Tells known words from unknown ones; each word is asked once.

    Args:
        process: The process that has the dictionaries open.
        accepted: The words that the person accepts.
    """

    def __init__(self, process: Process, accepted: AcceptedWords) -> None:
        self._process = process
        self._accepted = accepted
        self._dictionaries: dict[str, tuple[Dictionary, ...]] = {}
        self._answers: dict[tuple[str, str], tuple[str, ...] | None] = {}

    def has_dictionary(self, language: str) -> bool:
        """Whether there is one for a language."""
        return bool(self._files(language))

    def warm_up(self, language: str) -> None:
        """Have a language's dictionary read before anybody asks for a word; returns at once."""
        if files := self._files(language):
            self._process.open(language, files)

    def unknown(
        self, words: Collection[str], language: str
    ) -> Mapping[str, tuple[str, ...]] | None:
        """Of some words those the dictionary does not have, with the near spellings it has.

        Without a dictionary no word is unknown.

        Returns:
            None where no answer could be had.
        """
        files = self._files(language)
        if not files:
            return {}
        new = sorted({word for word in words if (language, word) not in self._answers})
        if new:
            answer = self._process.ask("look", language, files, new)
            if answer is None:
                return None
            found = cast("dict[str, list[str]]", answer)
            if len(self._answers) > _MOST_ANSWERS:
                self._answers = {}
                return self.unknown(words, language)
            self._answers |= {
                (language, word): tuple(found[word]) if word in found else None for word in new
            }
        answers = ((word, self._answers[language, word]) for word in words)
        return {word: near for word, near in answers if near is not None}

    def suggestions(self, word: str, language: str) -> tuple[str, ...]:
        """What a word may have been meant to be, the likeliest first.

        It takes up to half a second: ask for it only when a person does, and never where a window
        would wait.
        """
        files = self._files(language)
        answer = self._process.ask("suggest", language, files, (word,)) if files else None
        return tuple(cast("list[str]", answer)) if answer is not None else ()

    def accepts(self, word: str) -> bool:
        """Whether the person has accepted a word, whatever its vowel signs or capitals."""
        return _plain(word) in self._accepted

    def accept(self, word: str) -> bool:
        """Take a word as right from now on; returns whether that is new."""
        return self._accepted.accept(_plain(word))

    def forget(self, word: str) -> bool:
        """Undo `accept`; returns whether it had been accepted."""
        return self._accepted.forget(_plain(word))

    def close(self) -> None:
        """End the process."""
        self._process.close()

    def _files(self, language: str) -> tuple[Dictionary, ...]:
        if language not in self._dictionaries:
            self._dictionaries[language] = find_dictionaries(language)
        return self._dictionaries[language]


def open_speller(house: str) -> Speller:
    """A speller for a house, by the house's name; nothing is started before it is asked."""
    return Speller(Process(), accepted_words(house))


def _plain(word: str) -> str:
    return bare(word).casefold()
