"""What all edits of a draft share: steps and undo, words and values, and the news of changes."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any

from editor.release import marks
from editor.release.changes import Change, Origin, Post, TextChange
from editor.release.commit import Commit
from editor.release.content import DATELINE, PLACE, SOURCE, Span, Text
from editor.release.contents import (
    BLOCKS,
    BORN,
    EXPORTS,
    META,
    PEOPLE,
    UNSURE,
    Contents,
    name_of,
    place_of,
)
from editor.release.errors import RecordError
from editor.release.fingerprint import VISIBLE
from editor.release.layout import Layout
from editor.release.port import Port
from editor.release.undo import History, Typed
from editor.release.words import check_stretch, clean, clean_spans


class Record:
    """One document that is read, edited and watched.

    Attributes:
        author: Who makes the local edits.
        contents: What it holds.
        layout: Its blocks as they stand.
        history: The steps that can be undone.
        post: Delivers the news.
    """

    def __init__(self, updates: Iterable[bytes], author: str, clock: Callable[[], float]) -> None:
        self._port = Port((META, BLOCKS, PEOPLE, BORN, EXPORTS), (META, BLOCKS, PEOPLE), updates)
        self.author = author
        self.contents = Contents(self._port)
        self.layout = Layout(self.contents)
        self.history = History(self._port, clock)
        self.post = Post()

    # Steps

    def step(self, name: str, typed: Typed | None = None) -> AbstractContextManager[None]:
        """Make the edits of one step together; inside another step, be part of that one."""
        if self._port.writing:
            return nullcontext()
        self.history.begin(name, typed)
        return self._port.transaction(partial(self._local, name))

    def foundation(self) -> AbstractContextManager[None]:
        """Make edits that nobody can undo: what a draft begins with, or what has been done."""
        told = partial(self._tell, Origin.LOCAL, self.author, "")
        return self._port.transaction(told, tracked=False)

    def undo(self) -> None:
        """Take back one's own last step."""
        self._require_rest()
        self._port.undo(partial(self._turn, Origin.UNDO))

    def redo(self) -> None:
        """Do again one's own last step taken back."""
        self._require_rest()
        self._port.redo(partial(self._turn, Origin.REDO))

    # Other copies

    def apply(self, update: bytes, author: str) -> None:
        """Take in an update from another copy."""
        self._require_rest()
        self._port.apply(update, partial(self._tell, Origin.REMOTE, author, ""))

    def state_vector(self) -> bytes:
        """What this copy has seen."""
        return self._port.state_vector()

    def updates_since(self, vector: bytes | None) -> bytes:
        """What a copy with this state vector has not seen."""
        return self._port.updates_since(vector)

    # Texts, inside a step

    def replace(self, where: str, language: str, start: int, end: int, text: str | Text) -> None:
        """Put words in the place of a stretch of a text, in code points.

        Words alone take the marks around them; a `Text` brings its own.
        """
        name = name_of(where, language)
        check_stretch(start, end, len(self._port.words(name)))
        spans = clean_spans(text.spans, len(text.words)) if isinstance(text, Text) else ()
        words = clean(text.words if isinstance(text, Text) else text)
        if start == end and not words:
            return
        self._touch(where, language)
        if isinstance(text, Text):
            self._port.splice(name, start, end, "", {})
            for piece, attributes in marks.pieces(words, spans):
                self._port.splice(name, start, start, piece, attributes)
                start += len(piece)
        else:
            attributes = marks.inherited(self._port.runs(name), start, end)
            self._port.splice(name, start, end, words, attributes)
        self.contents.text_changed(name)

    def rewrite(self, where: str, language: str, words: str) -> None:
        """Make a text say these words, by replacing only what differs."""
        words = clean(words)
        old = self.contents.text(where, language).words
        start = _common(old, words)
        end = _common(old[start:][::-1], words[start:][::-1])
        self.replace(where, language, start, len(old) - end, words[start : len(words) - end])

    def mark(self, where: str, language: str, span: Span) -> None:
        """Mark a stretch of a text."""
        name = name_of(where, language)
        for kept in clean_spans((span,), len(self._port.words(name))):
            self._format(where, language, marks.marking(self._port.runs(name), kept))

    def unmark(self, where: str, language: str, span: Span) -> None:
        """Take a mark off a stretch of a text."""
        name = name_of(where, language)
        check_stretch(span.start, span.end, len(self._port.words(name)))
        runs = self._port.runs(name)
        self._format(where, language, marks.unmarking(runs, span.start, span.end, span.mark))

    def revalue(self, where: str, language: str, span: Span, new: str) -> None:
        """Let the spans of a mark that refer to a value refer to another."""
        runs = self._port.runs(name_of(where, language))
        self._format(where, language, marks.revaluing(runs, span.mark, span.value, new))

    # Single values, inside a step

    def put(self, map_name: str, key: str, value: Any) -> None:  # noqa: ANN401  any JSON value
        """Set a value, unless it is there already; None is as good as no value."""
        if self.contents.values(map_name).get(key) != value:
            self._port.put(map_name, key, value)
            self.contents.values_changed(map_name)

    def confirm(self, name: str) -> None:
        """Note that a field is no longer a guess."""
        if self.contents.meta.get(UNSURE + name) is True:
            self.put(META, UNSURE + name, value=False)

    # Private

    def _touch(self, where: str, language: str) -> None:
        """Before a text is edited: forget the written dateline, or show its block for good."""
        if where in (PLACE, SOURCE):
            self.rewrite(DATELINE, language, "")
        elif self.layout.is_back(where):
            self.put(BLOCKS, f"{where}.gone", VISIBLE)

    def _format(self, where: str, language: str, formats: Iterable[marks.Formatting]) -> None:
        name = name_of(where, language)
        for one in formats:
            self._touch(where, language)
            self._port.format(name, one.start, one.end, one.attributes)
            self.contents.text_changed(name)

    def _require_rest(self) -> None:
        if self._port.writing:
            raise RecordError("record.busy")

    def _local(self, name: str, commit: Commit) -> None:
        if commit.update:
            self.history.made()
        self._tell(Origin.LOCAL, self.author, name, commit)

    def _turn(self, origin: Origin, commit: Commit) -> None:
        turned = self.history.undone if origin is Origin.UNDO else self.history.redone
        self._tell(origin, self.author, turned(), commit)

    def _tell(self, origin: Origin, author: str, action: str, commit: Commit) -> None:
        if not commit.update:
            return
        if origin is not Origin.LOCAL:  # what was done here was taken into account as it was done
            for name in commit.texts:
                self.contents.text_changed(name)
            for map_name in commit.keys:
                self.contents.values_changed(map_name)
        texts = [TextChange(*place_of(name), tuple(d)) for name, d in commit.texts.items()]
        change = Change(
            origin,
            author,
            tuple(texts),
            self.layout.has_changed(),
            frozenset(key.partition("/")[0] for key in commit.keys.get(META, ())),
            _about_speakers(commit),
            (action,) if action else (),
        )
        self.post.send(commit.update, change)


def _about_speakers(commit: Commit) -> bool:
    births = commit.keys.get(BORN, ())
    return PEOPLE in commit.keys or any(key.startswith("speaker/") for key in births)


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    length = 0
    for ours, theirs in zip(one, other, strict=False):
        if ours != theirs:
            break
        length += 1
    return length
