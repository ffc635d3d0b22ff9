"""The narrow port around the engine (pycrdt): the only module that knows it.

Texts and maps are root types, found by name, so that two people can make the same one apart from
each other. The engine counts text in UTF-8 bytes, and corrupts it silently when a number lies
inside a character: code points become bytes here and in `units`, and nowhere else. It loses
updates that come out of order, and a damaged one may raise its `PanicException` half-way: every
update is first rehearsed on a twin of the document.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any
from weakref import finalize

import pycrdt

from editor.release.changes import Delta
from editor.release.commit import Commit, Inbox
from editor.release.errors import DamagedUpdateError, MissingUpdatesError
from editor.release.runs import Attributes, Runs, spliced, words_of
from editor.release.units import EMBEDDED, byte_length, deltas
from editor.release.wire import clocks, is_waiting

_TRACKED, _UNTRACKED, _REMOTE = "tracked", "untracked", "remote"
_TEXT = re.compile(r"t/[^/]+/[^/]+")  # the names of texts: other roots are a later version's
_GROUPED = 500  # milliseconds: the undo manager joins what is less apart than this


class Port:
    """One document of the engine, with what has been read from it."""

    def __init__(
        self, maps: Iterable[str], tracked: Iterable[str], updates: Iterable[bytes]
    ) -> None:
        """Open a document.

        Args:
            maps: The names of its maps.
            tracked: Those whose changes can be undone. Texts always can.
            updates: What it starts from, in order.

        Raises:
            DamagedUpdateError: One of the updates is damaged.
            MissingUpdatesError: One of them builds on others that are not among them.
        """
        _check_engine()
        self._doc: pycrdt.Doc[Any] = pycrdt.Doc()  # a fresh random client id at every opening
        self._twin: pycrdt.Doc[Any] | None = None
        self._load(updates)
        self._maps = {name: self._doc.get(name, type=pycrdt.Map) for name in maps}
        self._values: dict[str, dict[str, Any]] = {
            name: json.loads(str(shared)) for name, shared in self._maps.items()
        }
        self._texts: dict[str, pycrdt.Text] = {}
        self._words: dict[str, str] = {}
        self._runs: dict[str, Runs | None] = {}
        self._inbox = Inbox(stamp=_GROUPED)
        self._subscriptions: list[Any] = []
        self._undo = pycrdt.UndoManager(
            scopes=[self._maps[name] for name in tracked],
            capture_timeout_millis=_GROUPED,
            timestamp=self._inbox.time,
        )
        self._undo.include_origin(_TRACKED)
        self._find_texts()
        self._observe()

    # Reading

    def names(self) -> Iterable[str]:
        """The names of all texts."""
        return self._texts.keys()

    def words(self, name: str) -> str:
        """The words of a text, empty where there is none yet."""
        return self._words.get(name, "")

    def runs(self, name: str) -> Runs:
        """The words of a text with their attributes."""
        runs = self._runs.get(name)
        if runs is None and name in self._texts:
            chunks = self._texts[name].diff()
            runs = tuple((c if isinstance(c, str) else EMBEDDED, a or {}) for c, a in chunks)
            self._runs[name] = runs
        return runs or ()

    def values(self, name: str) -> Mapping[str, Any]:
        """What a map holds; numbers come back as floats. A view: do not keep it over an edit."""
        return self._values[name]

    # Writing, inside a transaction

    @property
    def writing(self) -> bool:
        """Whether a transaction is open."""
        return self._inbox.writing

    @contextmanager
    def transaction(
        self, told: Callable[[Commit], None], *, tracked: bool = True
    ) -> Iterator[None]:
        """Make edits together, then tell what they did; `tracked` ones can be undone."""
        commit = self._inbox.commit = Commit()
        self._inbox.writing = True
        try:
            with self._doc.transaction(_TRACKED if tracked else _UNTRACKED):
                yield
        finally:
            self._inbox.writing = False
            told(commit)

    def splice(self, name: str, start: int, end: int, words: str, attributes: Attributes) -> None:
        """Replace a stretch of a text, in code points; the new words get these attributes."""
        text = self._text(name)
        old = self._words[name]
        first = byte_length(old[:start])
        if end > start:
            del text[first : first + byte_length(old[start:end])]
        if words:
            text.insert(first, words, dict(attributes))
        self._words[name] = old[:start] + words + old[end:]
        runs = self._runs.get(name)
        self._runs[name] = spliced(runs, start, end, words, attributes) if runs else None
        self._inbox.commit.note(name, Delta(start, end - start, words))

    def format(self, name: str, start: int, end: int, attributes: Attributes) -> None:
        """Set attributes on a stretch of a text, in code points; None takes one off."""
        words = self._words[name]
        first = byte_length(words[:start])
        self._text(name).format(first, first + byte_length(words[start:end]), dict(attributes))
        self._runs[name] = None
        self._inbox.commit.note(name)

    def put(self, name: str, key: str, value: Any) -> None:  # noqa: ANN401  any JSON value
        """Set a key of a map."""
        self._maps[name][key] = value
        self._values[name][key] = value
        self._inbox.commit.keys.setdefault(name, set()).add(key)

    # Exchange and undo

    def apply(self, update: bytes, told: Callable[[Commit], None]) -> None:
        """Take in an update from another copy.

        Raises:
            DamagedUpdateError: It is damaged; nothing was taken.
            MissingUpdatesError: It builds on others that are not here; nothing was taken.
        """
        self._rehearse(update)
        commit = self._inbox.commit = Commit()
        with self._doc.transaction(_REMOTE):
            self._doc.apply_update(update)
        for name in self._find_texts():
            if words := self._words[name]:
                commit.note(name, Delta(0, 0, words))
        self._read_again(commit)
        told(commit)

    def state_vector(self) -> bytes:
        """What this copy has seen."""
        return self._doc.get_state()

    def updates_since(self, vector: bytes | None) -> bytes:
        """Everything that a copy with this state vector has not seen.

        Raises:
            DamagedUpdateError: The vector is none.
        """
        with _engine_faults():
            return self._doc.get_update(vector)

    def undo(self, told: Callable[[Commit], None]) -> None:
        """Take back the last step that still changes something."""
        self._turn(self._undo.undo, told)

    def redo(self, told: Callable[[Commit], None]) -> None:
        """Do again the last step taken back."""
        self._turn(self._undo.redo, told)

    def begin_step(self) -> None:
        """Let the next transaction begin a step of its own; else it joins the step before it."""
        self._inbox.stamp += 2 * _GROUPED

    def steps(self) -> tuple[int, int]:
        """How many steps can be undone, and how many redone."""
        return len(self._undo.undo_stack), len(self._undo.redo_stack)

    # Private

    def _load(self, updates: Iterable[bytes]) -> None:
        taken = []
        with _engine_faults(), self._doc.transaction():
            for update in updates:
                self._doc.apply_update(update)
                taken.append(update)
        if _any_waits(taken, self._doc.get_state()):
            raise MissingUpdatesError("record.missing_updates")

    def _rehearse(self, update: bytes) -> None:
        twin, self._twin = self._twin or pycrdt.Doc(), None
        twin.apply_update(self._doc.get_update(twin.get_state()))
        with _engine_faults():
            twin.apply_update(update)
            waiting = _any_waits([update], twin.get_state())
        if waiting:
            raise MissingUpdatesError("record.missing_updates")
        self._twin = twin

    def _text(self, name: str) -> pycrdt.Text:
        text = self._texts.get(name)
        if text is None:
            text = self._doc.get(name, type=pycrdt.Text)
            self._listen(text, self._inbox.text_observer(name))
            self._undo.expand_scope(text)
            self._texts[name] = text
            self._words[name] = words_of(self.runs(name))
        return text

    def _find_texts(self) -> list[str]:
        found = [n for n in self._doc.keys() if n not in self._texts and _TEXT.fullmatch(n)]  # noqa: SIM118  a Doc is no mapping
        for name in found:
            self._text(name)
        return found

    def _turn(self, turn: Callable[[], bool], told: Callable[[Commit], None]) -> None:
        commit = self._inbox.commit = Commit()
        turn()
        self._read_again(commit)
        told(commit)

    def _observe(self) -> None:
        for name, shared in self._maps.items():
            self._listen(shared, self._inbox.map_observer(name))
        # The engine's wrapper keeps the document in what the document keeps: let go of it in time.
        taking = self._doc.observe(self._inbox.take_update)
        finalize(self, self._doc.unobserve, taking).atexit = False

    def _listen(self, shared: Any, observer: Callable[[Any], None]) -> None:  # noqa: ANN401  a Text or a Map
        # Not through the engine's wrapper, which reads all of an event at every keystroke.
        self._subscriptions.append(shared.integrated.observe(observer))

    def _read_again(self, commit: Commit) -> None:
        events, self._inbox.events = self._inbox.events, {}
        for name, operations in events.items():
            commit.note(name, *deltas(self._words[name], operations))
            self._runs[name] = None
            self._words[name] = words_of(self.runs(name))
        for name, keys in commit.keys.items():
            for key in keys:
                self._read(name, key)

    def _read(self, name: str, key: str) -> None:
        shared = self._maps[name]
        if key in shared:
            self._values[name][key] = shared[key]
        else:
            self._values[name].pop(key, None)


@cache
def _check_engine() -> None:
    """Refuse an engine that counts otherwise than this module does."""
    doc: pycrdt.Doc[Any] = pycrdt.Doc()
    text = doc.get("t", type=pycrdt.Text)
    text.insert(0, "😀")
    if len(text) != 4:
        raise RuntimeError("pycrdt no longer counts text in UTF-8 bytes: pin the tested version")


@contextmanager
def _engine_faults() -> Iterator[None]:
    """Turn what the engine raises on damaged bytes into an error of ours."""
    try:
        yield
    except ValueError as error:
        raise DamagedUpdateError("record.damaged_update", detail=str(error)) from error
    except BaseException as error:
        # A panic of the Rust side: derived from BaseException, and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise DamagedUpdateError("record.damaged_update", detail=str(error)) from error


def _any_waits(updates: Iterable[bytes], state: bytes) -> bool:
    """Whether updates that were applied still wait for others, given the state after them."""
    seen = clocks(state)
    return any(is_waiting(pycrdt.get_update(update, state), seen) for update in updates)
