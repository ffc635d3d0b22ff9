"""Several people who edit one release apart from each other, watched word by word.

Every edit types a word that occurs once in the world (one character each, so that no edit of
others can cut it in two). A word may be missing at the end only if the person in whose draft it
vanished made it vanish there: by deleting it, by removing its block, or by an undo.
"""

from collections.abc import Iterable

from editor.release.changes import Change
from editor.release.content import Release
from editor.release.draft import Draft
from tests.release.edits import LANGUAGES, Edit, perform

_FIRST, _LAST = 0x4E00, 0x9FFF  # letters that no other word of the tests has


class Person:
    """One person with a copy, whose texts are followed by what the draft tells of its changes."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.typed: set[str] = set()
        self.removed: set[str] = set()
        self._followed = dict(read(draft.snapshot()))
        draft.subscribe(self._follow)

    def edit(self, edit: Edit) -> None:
        """Make an edit."""
        before = rare(self.draft.snapshot())
        perform(self.draft, edit)
        self._note(before)

    def turn(self, *, back: bool) -> None:
        """Undo, or redo."""
        before = rare(self.draft.snapshot())
        (self.draft.undo if back else self.draft.redo)()
        self._note(before)

    def take_from(self, other: "Person") -> None:
        """Be brought up to date by another copy."""
        self.draft.apply(other.draft.updates_since(self.draft.state_vector()))

    def check(self) -> None:
        """The changes told so far say what the texts say."""
        for place, words in read(self.draft.snapshot()):
            assert self._followed.get(place, "") == words, place

    def _note(self, before: set[str]) -> None:
        after = rare(self.draft.snapshot())
        self.typed |= after - before
        self.removed |= before - after

    def _follow(self, change: Change) -> None:
        for text in change.texts:
            words = self._followed.get((text.where, text.language), "")
            for delta in text.deltas:
                assert 0 <= delta.start <= delta.start + delta.removed <= len(words)
                words = words[: delta.start] + delta.inserted + words[delta.start + delta.removed :]
            self._followed[text.where, text.language] = words


def meet(people: list[Person], order: Iterable[tuple[int, int]]) -> Release:
    """Bring everybody up to date, in an order of exchanges, until they all have everything."""
    for taker, giver in order:
        people[taker].take_from(people[giver])
    for giver in people:
        people[0].take_from(giver)
    for taker in people:
        taker.take_from(people[0])
        taker.check()
        assert taker.draft.snapshot() == people[0].draft.snapshot()
    return people[0].draft.snapshot()


def lost(people: list[Person], release: Release) -> set[str]:
    """The words that somebody typed, nobody took out, and the release does not show."""
    typed = set().union(*(person.typed for person in people))
    removed = set().union(*(person.removed for person in people))
    return typed - removed - rare(release)


def with_rare_word(edit: Edit, number: int) -> Edit:
    """The edit with a word in it that occurs once."""
    words = edit.words[:2] + chr(_FIRST + number) + edit.words[2:]
    return Edit(edit.name, edit.a, edit.b, edit.c, words)


def rare(release: Release) -> set[str]:
    """The words in a release that occur once in the world."""
    said = [words for _, words in read(release)]
    for speaker in release.speakers:
        said += [*speaker.names.values(), *speaker.honorifics.values()]
    return {one for words in said for one in words if _FIRST <= ord(one) <= _LAST}


def read(release: Release) -> Iterable[tuple[tuple[str, str], str]]:
    """The words of every text under where and language."""
    for language in LANGUAGES:
        for where, text in release.texts(language):
            yield (where, language), text.words
