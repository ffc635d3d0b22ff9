"""The narrow port around the engine (pycrdt): the only module that knows it.

Texts and maps are root types, found by name, so that two people can make the same one apart from
each other. The engine counts text in UTF-8 bytes, and corrupts it silently when a number lies
inside a character: code points become bytes here and nowhere else. It loses updates that come out
of order, and a damaged one may raise its `PanicException` half-way: every update is first
rehearsed on a twin of the document.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pycrdt

from editor.release.changes import Delta
from editor.release.errors import DamagedUpdateError, MissingUpdatesError

Attributes = Mapping[str, Any]
Runs = tuple[tuple[str, Attributes], ...]
"""The words of a text as stretches with equal attributes."""

_TRACKED, _UNTRACKED, _REMOTE = "tracked", "untracked", "remote"
_EMBEDDED = (
    "\N{SUBSTITUTE}"  # stands for a foreign object in a text; one byte, as the engine counts it
)
_GROUPED = 500  # the undo manager joins steps less than this apart; see `Port.stamp`


@dataclass(slots=True)
class Commit:
    """What one transaction did.

    Attributes:
        update: The transaction for other copies and for the file; empty when it did nothing.
        texts: By name, the deltas of every text it touched.
        keys: By name, the keys it set in every map it touched.
    """

    update: bytes = b""
    texts: dict[str, tuple[Delta, ...]] = field(default_factory=dict)
    keys: dict[str, set[str]] = field(default_factory=dict)


class Port:
    """One document of the engine, with what has been read from it.

    Attributes:
        stamp: The time the undo manager is told, in milliseconds: a tracked transaction joins the
            step before it exactly when the stamp has not changed since.
    """

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
        _require_bytes()
        self.stamp = _GROUPED
        self._doc: pycrdt.Doc[Any] = pycrdt.Doc()  # a fresh random client id at every opening
        self._twin: pycrdt.Doc[Any] | None = None
        self._load(updates)
        self._maps = {name: self._doc.get(name, type=pycrdt.Map) for name in maps}
        self._values: dict[str, dict[str, Any]] = {
            n: m.to_py() or {} for n, m in self._maps.items()
        }
        self._texts: dict[str, pycrdt.Text] = {}
        self._words: dict[str, str] = {}
        self._runs: dict[str, Runs] = {}
        self._events: list[tuple[str, Any]] = []
        self._update = b""
        self._before: dict[str, str] = {}
        self._undo = pycrdt.UndoManager(
            scopes=[self._maps[name] for name in tracked],
            capture_timeout_millis=_GROUPED,
            timestamp=lambda: self.stamp,
        )
        self._undo.include_origin(_TRACKED)
        self._find_texts()
        self._doc.observe(self._take_update)
        for name, shared in self._maps.items():
            shared.observe(self._collector(name))

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
        if runs is None:
            text = self._texts.get(name)
            chunks = text.diff() if text is not None else ()
            runs = tuple((c if isinstance(c, str) else _EMBEDDED, a or {}) for c, a in chunks)
            self._runs[name] = runs
        return runs

    def values(self, name: str) -> Mapping[str, Any]:
        """What a map holds; numbers come back as floats. A view: do not keep it over an edit."""
        return self._values[name]

    # Writing, inside a transaction

    @contextmanager
    def transaction(
        self, told: Callable[[Commit], None], *, tracked: bool = True
    ) -> Iterator[None]:
        """Make edits together, then tell what they did; `tracked` ones can be undone."""
        self._before = {}
        try:
            with self._doc.transaction(_TRACKED if tracked else _UNTRACKED):
                yield
        finally:
            told(self._commit(self._before))

    def splice(self, name: str, start: int, end: int, words: str, attributes: Attributes) -> None:
        """Replace a stretch of a text, in code points; the new words get these attributes."""
        text = self._text(name)
        old = self._words[name]
        self._before.setdefault(name, old)
        first = _bytes(old[:start])
        if end > start:
            del text[first : first + _bytes(old[start:end])]
        if words:
            text.insert(first, words, dict(attributes))
        self._words[name] = old[:start] + words + old[end:]
        self._runs.pop(name, None)

    def format(self, name: str, start: int, end: int, attributes: Attributes) -> None:
        """Set attributes on a stretch of a text, in code points; None takes one off."""
        words = self._words[name]
        self._before.setdefault(name, words)
        first = _bytes(words[:start])
        self._text(name).format(first, first + _bytes(words[start:end]), dict(attributes))
        self._runs.pop(name, None)

    def put(self, name: str, key: str, value: Any) -> None:  # noqa: ANN401  any JSON value
        """Set a key of a map."""
        self._maps[name][key] = value
        self._values[name][key] = value

    # Exchange and undo

    def apply(self, update: bytes, told: Callable[[Commit], None]) -> None:
        """Take in an update from another copy.

        Raises:
            DamagedUpdateError: It is damaged; nothing was taken.
            MissingUpdatesError: It builds on others that are not here; nothing was taken.
        """
        self._rehearse(update)
        with self._doc.transaction(_REMOTE):
            self._doc.apply_update(update)
        found = self._find_texts()
        commit = self._commit(dict(self._words))
        for name in found:
            if words := self._words[name]:
                commit.texts[name] = (Delta(0, 0, words),)
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
        self._undo.undo()
        told(self._commit(dict(self._words)))

    def redo(self, told: Callable[[Commit], None]) -> None:
        """Do again the last step taken back."""
        self._undo.redo()
        told(self._commit(dict(self._words)))

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
        state = self._doc.get_state()
        if any(_misses(update, state) for update in taken):
            raise MissingUpdatesError("record.missing_updates")

    def _rehearse(self, update: bytes) -> None:
        twin, self._twin = self._twin or pycrdt.Doc(), None
        twin.apply_update(self._doc.get_update(twin.get_state()))
        with _engine_faults():
            twin.apply_update(update)
            missing = _misses(update, twin.get_state())
        if missing:
            raise MissingUpdatesError("record.missing_updates")
        self._twin = twin

    def _text(self, name: str) -> pycrdt.Text:
        text = self._texts.get(name)
        if text is None:
            text = self._doc.get(name, type=pycrdt.Text)
            text.observe(self._collector(name))
            self._undo.expand_scope(text)
            self._texts[name] = text
            self._words[name] = _joined(self.runs(name))
        return text

    def _find_texts(self) -> list[str]:
        found = [n for n in self._doc.keys() if n not in self._texts and n not in self._maps]  # noqa: SIM118  a Doc iterates over nothing
        for name in found:
            self._runs.pop(name, None)
            self._text(name)
        return found

    def _take_update(self, event: pycrdt.TransactionEvent) -> None:
        self._update = event.update

    def _collector(self, name: str) -> Callable[[Any], None]:
        # The engine looks at the number of parameters: one, and the name in a closure.
        def collect(event: Any) -> None:  # noqa: ANN401  a TextEvent or a MapEvent
            self._events.append((name, event.keys if name in self._maps else event.delta))

        return collect

    def _commit(self, before: Mapping[str, str]) -> Commit:
        commit = Commit(self._update)
        events, self._events, self._update = self._events, [], b""
        for name, what in events:
            if name in self._maps:
                commit.keys[name] = set(what)
                for key in what:
                    self._read(name, key)
            else:
                self._runs.pop(name, None)
                self._words[name] = _joined(self.runs(name))
                commit.texts[name] = _deltas(before.get(name, ""), what)
        return commit

    def _read(self, name: str, key: str) -> None:
        shared = self._maps[name]
        if key in shared:
            self._values[name][key] = shared[key]
        else:
            self._values[name].pop(key, None)


@cache
def _require_bytes() -> None:
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


def _bytes(words: str) -> int:
    return len(words) if words.isascii() else len(words.encode())


def _joined(runs: Runs) -> str:
    return "".join(words for words, _ in runs)


def _deltas(before: str, operations: Iterable[Mapping[str, Any]]) -> tuple[Delta, ...]:
    """The engine's delta, in bytes of the old text, as replacements in code points."""
    old = before.encode()
    at = start = 0
    deltas: list[Delta] = []
    for operation in operations:
        inserted, removed = "", 0
        if "insert" in operation:
            what = operation["insert"]
            inserted = what if isinstance(what, str) else _EMBEDDED
        else:
            length = int(operation.get("retain", operation.get("delete", 0)))
            passed = len(old[at : at + length].decode())
            at += length
            if "retain" in operation:
                start += passed
                continue
            removed = passed
        if deltas and deltas[-1].start + len(deltas[-1].inserted) == start:
            last = deltas.pop()
            deltas.append(Delta(last.start, last.removed + removed, last.inserted + inserted))
        else:
            deltas.append(Delta(start, removed, inserted))
        start += len(inserted)
    return tuple(deltas)


def _misses(update: bytes, state: bytes) -> bool:
    """Whether an update that was applied still waits for others, given the state after it.

    The engine does not say so: what of the update the state lacks is asked of it, and the
    deletions it lists (Yjs update format, version 1: clients, each with ranges of clock and length)
    are compared with the state vector (clients, each with a clock).
    """
    waiting = _numbers(pycrdt.get_update(update, state))
    if next(waiting):
        return True
    seen = _numbers(state)
    clocks = {next(seen): next(seen) for _ in range(next(seen))}
    for _ in range(next(waiting)):
        seen_clock = clocks.get(next(waiting), 0)
        for _ in range(next(waiting)):
            if next(waiting) + next(waiting) > seen_clock:
                return True
    return False


def _numbers(data: bytes) -> Iterator[int]:
    """The variable-length integers of a byte string, seven bits a byte, low bits first."""
    number = shift = 0
    for byte in data:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number
            number = shift = 0
