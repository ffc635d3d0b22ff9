"""What all edits of a draft share: transactions, texts, undo, and the news of what changed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from editor.release import marks
from editor.release.changes import Change, Origin, Post, TextChange
from editor.release.content import Span, Text
from editor.release.errors import RecordError
from editor.release.port import Commit, Port
from editor.release.undo import History, Typed
from editor.release.words import check_stretch, clean, clean_spans

META, BLOCKS, PEOPLE = "meta", "blocks", "people"
BORN = "born"
"""Where blocks and speakers are born, with their first kind and place: outside undo, so that one
whose making is undone still stands somewhere when another person has written into it."""


class Record:
    """One document with its texts, its undo and its listeners.

    Attributes:
        author: Who makes the local edits.
        version: Rises with every edit, so that what was read can be kept until then.
        people_version: Likewise with every edit of speakers.
        layout_version: Likewise with every edit after which other blocks may be visible.
        post: Delivers the news.
        touched: Called with the name of every text before an edit of it, inside the transaction.
        structure: Tells whether blocks look otherwise than at the last call.
    """

    def __init__(self, updates: Iterable[bytes], author: str, clock: Callable[[], float]) -> None:
        self.author = author
        self.version = self.people_version = self.layout_version = 0
        self.post = Post()
        self.touched: Callable[[str, str], None] = lambda _where, _language: None
        self.structure: Callable[[], bool] = lambda: False
        self.port = Port((META, BLOCKS, PEOPLE, BORN), (META, BLOCKS, PEOPLE), updates)
        self.history = History(self.port, clock)
        self._texts: dict[str, Text] = {}
        self._languages: dict[str, set[str]] = {}
        self._editing = False
        self._index(self.port.names())

    # Steps

    @contextmanager
    def step(self, name: str, typed: Typed | None = None) -> Iterator[None]:
        """Make the edits of one step together; inside another step, be part of that one."""
        if self._editing:
            yield
            return
        self.history.begin(name, typed)
        self._editing = True
        try:
            with self.port.transaction(lambda commit: self._local(commit, name)):
                yield
        finally:
            self._editing = False

    @contextmanager
    def foundation(self) -> Iterator[None]:
        """Make edits that nobody can undo: the content a draft begins with."""
        self._editing = True
        try:
            with self.port.transaction(
                lambda commit: self._tell(commit, Origin.LOCAL, self.author), tracked=False
            ):
                yield
        finally:
            self._editing = False

    def undo(self) -> None:
        """Take back one's own last step."""
        self._require_rest()
        self.port.undo(lambda commit: self._turn(commit, Origin.UNDO, self.history.undo_name))

    def redo(self) -> None:
        """Do again one's own last step taken back."""
        self._require_rest()
        self.port.redo(lambda commit: self._turn(commit, Origin.REDO, self.history.redo_name))

    def apply(self, update: bytes, author: str) -> None:
        """Take in an update from another copy."""
        self._require_rest()
        self.port.apply(update, lambda commit: self._tell(commit, Origin.REMOTE, author))

    # Texts

    def text(self, where: str, language: str) -> Text:
        """A text, empty where there is none yet."""
        name = _name(where, language)
        text = self._texts.get(name)
        if text is None:
            text = self._texts[name] = marks.text_of(self.port.runs(name))
        return text

    def languages(self, where: str) -> Iterable[str]:
        """The languages in which a text was ever begun."""
        return self._languages.get(where, ())

    def texts(self) -> Iterator[tuple[str, str]]:
        """Where and in which language every text was begun."""
        return ((where, language) for where, codes in self._languages.items() for language in codes)

    def replace(self, where: str, language: str, start: int, end: int, text: str | Text) -> None:
        """Put words in the place of a stretch of a text, in code points.

        Words alone take the marks around them; a `Text` brings its own.
        """
        name = _name(where, language)
        check_stretch(start, end, len(self.port.words(name)))
        spans = clean_spans(text.spans, len(text.words)) if isinstance(text, Text) else ()
        words = clean(text.words if isinstance(text, Text) else text)
        if start == end and not words:
            return
        self.touched(where, language)
        if isinstance(text, Text):
            self.port.splice(name, start, end, "", {})
            for piece, attributes in marks.pieces(words, spans):
                self.port.splice(name, start, start, piece, attributes)
                start += len(piece)
        else:
            self.port.splice(
                name, start, end, words, marks.inherited(self.port.runs(name), start, end)
            )
        self._changed(name)
        self._languages.setdefault(where, set()).add(language)

    def rewrite(self, where: str, language: str, words: str) -> None:
        """Make a text say these words, by replacing only what differs."""
        words = clean(words)
        old = self.text(where, language).words
        start = _common(old, words)
        end = _common(old[start:][::-1], words[start:][::-1])
        self.replace(where, language, start, len(old) - end, words[start : len(words) - end])

    def mark(self, where: str, language: str, span: Span) -> None:
        """Mark a stretch of a text."""
        name = _name(where, language)
        for kept in clean_spans((span,), len(self.port.words(name))):
            self._format(where, language, marks.marking(self.port.runs(name), kept))

    def unmark(self, where: str, language: str, span: Span) -> None:
        """Take a mark off a stretch of a text."""
        name = _name(where, language)
        check_stretch(span.start, span.end, len(self.port.words(name)))
        runs = self.port.runs(name)
        self._format(where, language, marks.unmarking(runs, span.start, span.end, span.mark))

    def revalue(self, where: str, language: str, span: Span, new: str) -> None:
        """Let the spans of a mark that refer to a value refer to another."""
        runs = self.port.runs(_name(where, language))
        self._format(where, language, marks.revaluing(runs, span.mark, span.value, new))

    # Single values

    def put(self, map_name: str, key: str, value: Any) -> None:  # noqa: ANN401  any JSON value
        """Set a value, unless it is there already."""
        if self.port.values(map_name).get(key) != value or key not in self.port.values(map_name):
            self.port.put(map_name, key, value)
            self._altered(map_name)

    # Private

    def _format(self, where: str, language: str, formats: Iterable[marks.Formatting]) -> None:
        name = _name(where, language)
        for one in formats:
            self.touched(where, language)
            self.port.format(name, one.start, one.end, one.attributes)
            self._changed(name)

    def _changed(self, name: str) -> None:
        self._texts.pop(name, None)
        self.version += 1
        # The words of a block decide whether it is hidden, unless it was never removed.
        if self.port.values(BLOCKS).get(f"{_place(name)[0]}.gone") is not False:
            self.layout_version += 1

    def _altered(self, map_name: str) -> None:
        self.version += 1
        self.people_version += map_name in {PEOPLE, BORN}
        self.layout_version += map_name in {BLOCKS, BORN}

    def _require_rest(self) -> None:
        if self._editing:
            raise RecordError("record.busy")

    def _local(self, commit: Commit, name: str) -> None:
        if commit.update:
            self.history.made()
        self._tell(commit, Origin.LOCAL, self.author, name)

    def _turn(self, commit: Commit, origin: Origin, name: str | None) -> None:
        (self.history.undone if origin is Origin.UNDO else self.history.redone)()
        self._tell(commit, origin, self.author, name or "")

    def _tell(self, commit: Commit, origin: Origin, author: str, action: str = "") -> None:
        if not commit.update:
            return
        self._editing = False  # the transaction is over: listeners may edit
        for name in commit.texts:
            self._changed(name)
        self._index(commit.texts)
        for map_name in commit.keys:
            self._altered(map_name)
        change = Change(
            origin,
            author,
            tuple(TextChange(*_place(name), deltas) for name, deltas in commit.texts.items()),
            structure=self.structure(),
            fields=frozenset(key.partition("/")[0] for key in commit.keys.get(META, ())),
            speakers=PEOPLE in commit.keys
            or any(key.startswith("speaker/") for key in commit.keys.get(BORN, ())),
            actions=(action,) if action else (),
        )
        self.post.send(commit.update, change)

    def _index(self, names: Iterable[str]) -> None:
        for name in names:
            where, language = _place(name)
            self._languages.setdefault(where, set()).add(language)


def _name(where: str, language: str) -> str:
    return f"t/{where}/{language}"


def _place(name: str) -> tuple[str, str]:
    _, where, language = name.split("/")
    return where, language


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    length = 0
    for ours, theirs in zip(one, other, strict=False):
        if ours != theirs:
            break
        length += 1
    return length
