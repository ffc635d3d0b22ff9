"""What all edits of a draft share: transactions, texts, undo, and the news of what changed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import cache, partial
from typing import Any

from editor.release import marks
from editor.release.changes import Change, Origin, Post, TextChange
from editor.release.commit import Commit
from editor.release.content import Span, Text
from editor.release.errors import RecordError
from editor.release.port import Port
from editor.release.undo import History, Typed
from editor.release.words import check_stretch, clean, clean_spans

UNSURE = "unsure/"
"""In the map ``meta``: what stands before the name of a field that was read by a guess."""
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
        stale: Where texts changed since whoever takes snapshots emptied it.
        post: Delivers the news.
        touched: Called with the name of every text before an edit of it, inside the transaction.
        structure: Tells whether blocks look otherwise than at the last call.
    """

    def __init__(self, updates: Iterable[bytes], author: str, clock: Callable[[], float]) -> None:
        self.author = author
        self.version = self.people_version = self.layout_version = 0
        self.stale: set[str] = set()
        self.post = Post()
        self.touched: Callable[[str, str], None] = lambda _where, _language: None
        self.structure: Callable[[], bool] = lambda: False
        self.port = Port((META, BLOCKS, PEOPLE, BORN), (META, BLOCKS, PEOPLE), updates)
        self.history = History(self.port, clock)
        self._texts: dict[str, Text] = {}
        self._languages: dict[str, set[str]] = {}
        self._index(self.port.names())

    # Steps

    def step(self, name: str, typed: Typed | None = None) -> AbstractContextManager[None]:
        """Make the edits of one step together; inside another step, be part of that one."""
        if self.port.writing:
            return nullcontext()
        self.history.begin(name, typed)
        return self.port.transaction(partial(self._local, name))

    def foundation(self) -> AbstractContextManager[None]:
        """Make edits that nobody can undo: the content a draft begins with."""
        told = partial(self._tell, Origin.LOCAL, self.author, "")
        return self.port.transaction(told, tracked=False)

    def undo(self) -> None:
        """Take back one's own last step."""
        self._require_rest()
        self.port.undo(partial(self._turn, Origin.UNDO))

    def redo(self) -> None:
        """Do again one's own last step taken back."""
        self._require_rest()
        self.port.redo(partial(self._turn, Origin.REDO))

    def apply(self, update: bytes, author: str) -> None:
        """Take in an update from another copy."""
        self._require_rest()
        self.port.apply(update, partial(self._tell, Origin.REMOTE, author, ""))

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

    @property
    def language(self) -> str:
        """The code of the original language."""
        code = self.port.values(META).get("language")
        return code if isinstance(code, str) else ""

    def confirm(self, name: str) -> None:
        """Note that a field is no longer a guess."""
        if self.port.values(META).get(UNSURE + name) is True:
            self.put(META, UNSURE + name, value=False)

    # Private

    def _format(self, where: str, language: str, formats: Iterable[marks.Formatting]) -> None:
        name = _name(where, language)
        for one in formats:
            self.touched(where, language)
            self.port.format(name, one.start, one.end, one.attributes)
            self._changed(name)

    def _changed(self, name: str) -> None:
        where = _place(name)[0]
        self._texts.pop(name, None)
        self.stale.add(where)
        self.version += 1
        # The words of a block decide whether it is hidden, unless it was never removed.
        if self.port.values(BLOCKS).get(f"{where}.gone") is not False:
            self.layout_version += 1

    def _altered(self, map_name: str) -> None:
        self.version += 1
        self.people_version += map_name in {PEOPLE, BORN}
        self.layout_version += map_name in {BLOCKS, BORN}

    def _require_rest(self) -> None:
        if self.port.writing:
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
            self._index(commit.texts)
            for name in commit.texts:
                self._changed(name)
            for map_name in commit.keys:
                self._altered(map_name)
        texts = [TextChange(*_place(name), tuple(d)) for name, d in commit.texts.items()]
        change = Change(
            origin,
            author,
            tuple(texts),
            self.structure(),
            frozenset(key.partition("/")[0] for key in commit.keys.get(META, ())),
            _about_speakers(commit),
            (action,) if action else (),
        )
        self.post.send(commit.update, change)

    def _index(self, names: Iterable[str]) -> None:
        for name in names:
            where, language = _place(name)
            self._languages.setdefault(where, set()).add(language)


def _name(where: str, language: str) -> str:
    return f"t/{where}/{language}"


@cache
def _place(name: str) -> tuple[str, str]:
    _, where, language = name.split("/")
    return where, language


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
