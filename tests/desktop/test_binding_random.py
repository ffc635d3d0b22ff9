"""The editor and the record stay the same whatever is done to either, by two people at once.

Real key events, input methods, the clipboard, drags, fixes and undo, on texts made to break
offsets. After every single operation an oracle that knows nothing of the binding says which
paragraph must still be which block.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.desktop import clipboard, paragraphs
from editor.desktop.interface import Interface
from editor.desktop.page_editor import PageEditor
from editor.release.content import BlockKind
from editor.release.draft import Draft

WORDS = (
    "بيان", "المنظمة", "نُخْبَةٌ", "محمّد", "«العالم»", "OIC", "2018", "،", "عامًا", "\u00a0", "!",
    "😀", "👨\u200d👩\u200d👧\u200d👦", "🇸🇦", "e\u0301", "\u200f", "\u2067جدة\u2069", "\u200e",
    "\u2028", "ـــ",
)  # fmt: skip
PARAGRAPHS = 6
Keep = QTextCursor.MoveMode.KeepAnchor


@dataclass
class Before:
    """What the oracle knows of an edit: rows before it, and the stretch it replaces."""

    rows: list[tuple[str, str]]
    start: tuple[int, int]
    end: tuple[int, int]

    def check(self, after: list[tuple[str, str]]) -> None:
        """Rows that were not touched, and rows that still hold their own words, keep their id."""
        (first, offset), (last, end) = self.start, self.end
        below = len(self.rows) - last - 1
        assert after[:first] == self.rows[:first]
        assert after[len(after) - below :] == self.rows[last + 1 :]
        head, tail = self.rows[first][1][:offset], self.rows[last][1][end:]
        row_of_tail = len(after) - below - 1
        if head.strip() and len(head) > 2 and row_of_tail > first:
            assert after[first][0] == self.rows[first][0]
        tail_is_first = first != last or not head
        if tail.strip() and len(tail) > 2 and row_of_tail > first and tail_is_first:
            assert after[row_of_tail][0] == self.rows[last][0]
        if row_of_tail == first:
            possible = {self.rows[row][0] for row in range(first, last + 1)}
            assert after[first][0] in possible
            if head.strip() and len(head) > 2:
                assert after[first][0] == self.rows[first][0]


@dataclass
class Peer:
    """One person at one editor."""

    draft: Draft
    edit: PageEditor
    dice: random.Random
    sent: list[bytes] = field(default_factory=list)
    clip: QMimeData | None = None

    def __post_init__(self) -> None:
        self.edit.bind(self.draft, "ar")
        self.draft.on_update(self.sent.append)

    @property
    def rows(self) -> list[tuple[str, str]]:
        return [(block.id, block.text("ar").words) for block in self.draft.snapshot().blocks]

    def check(self) -> None:
        """The screen, the list of ids, the labels and the record agree."""
        document, screen = self.edit.document(), self.edit.binding.screen
        shown = [(row.id, row.words) for row in paragraphs.read_rows(document)]
        assert shown == (self.rows or [(None, "")])
        assert screen.ids == [block for block, _ in self.rows]
        assert screen.words == [words for _, words in shown]
        assert len(set(screen.ids)) == len(screen.ids)
        assert screen.repairs == 0

    # -- Places

    def place(self) -> tuple[int, int]:
        """A place in the text: the start, the end or the middle of a row, as one sees fit."""
        row = self.dice.randrange(self.edit.document().blockCount())
        size = len(self.edit.document().findBlockByNumber(row).text())
        return row, self.dice.choice([0, size, self.dice.randint(0, size)])

    def position(self, place: tuple[int, int]) -> int:
        return paragraphs.position(self.edit.document().findBlockByNumber(place[0]), place[1])

    def put_caret(self, *, selecting: bool = False) -> Before:
        """Put the caret somewhere, perhaps with a selection, and say what an edit replaces."""
        start, end = sorted([self.place(), self.place()]) if selecting else [self.place()] * 2
        cursor = self.edit.textCursor()
        cursor.setPosition(self.position(start))
        cursor.setPosition(self.position(end), Keep)
        self.edit.setTextCursor(cursor)
        # Qt puts the caret at the start of a surrogate pair or cluster that it would stand in.
        spots = [
            self.edit.binding._spot(at) for at in (cursor.selectionStart(), cursor.selectionEnd())
        ]
        return Before(self.rows, *((spot.row, spot.offset) for spot in spots))  # type: ignore[arg-type]

    def some_words(self) -> str:
        return " ".join(self.dice.choices(WORDS, k=self.dice.randint(1, 4)))

    # -- What one does

    def press(self, key: Qt.Key, text: str = "") -> None:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(self.edit, event)

    def type_words(self) -> None:
        before = self.put_caret(selecting=self.dice.random() < 0.2)
        for char in self.some_words():
            self.press(Qt.Key.Key_unknown, char)
        if self.rows and before.rows:
            before.check(self.rows)

    def compose(self) -> None:
        before = self.put_caret(selecting=self.dice.random() < 0.2)
        QApplication.sendEvent(self.edit, QInputMethodEvent("مسودة", []))
        self.check_words_only()
        commit = QInputMethodEvent()
        commit.setCommitString(self.some_words())
        QApplication.sendEvent(self.edit, commit)
        if before.rows:
            before.check(self.rows)

    def check_words_only(self) -> None:
        shown = [row.words for row in paragraphs.read_rows(self.edit.document())]
        assert shown == ([words for _, words in self.rows] or [""])

    def enter(self) -> None:
        before = self.put_caret(selecting=self.dice.random() < 0.2)
        QTest.keyClick(self.edit, Qt.Key.Key_Return)
        if before.rows:
            before.check(self.rows)

    def delete(self) -> None:
        before = self.put_caret(selecting=self.dice.random() < 0.5)
        key = self.dice.choice([Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
        QTest.keyClick(self.edit, key)
        if before.rows and before.start != before.end:
            before.check(self.rows)

    def paste_foreign(self) -> None:
        before = self.put_caret(selecting=self.dice.random() < 0.3)
        data = QMimeData()
        data.setText("\n".join(self.some_words() for _ in range(self.dice.randint(1, 4))))
        self.edit.insertFromMimeData(data)
        if before.rows:
            before.check(self.rows)

    def cut_and_paste(self) -> None:
        """Whole paragraphs are cut and pasted: they are the same blocks afterwards."""
        rows = self.rows
        if len(rows) < 3:
            return
        first = self.dice.randrange(len(rows) - 1)
        last = min(first + self.dice.randint(1, 2), len(rows) - 1)
        taken = rows[first:last]
        cursor = self.edit.textCursor()
        cursor.setPosition(self.position((first, 0)))
        cursor.setPosition(self.position((last, 0)), Keep)
        self.edit.setTextCursor(cursor)
        data = self.edit.createMimeDataFromSelection()
        cursor.removeSelectedText()
        self.check()
        cursor.setPosition(self.position((self.dice.randrange(len(self.rows)), 0)))
        self.edit.setTextCursor(cursor)
        self.edit.insertFromMimeData(data)
        assert sorted(self.rows) == sorted(rows)
        place = self.rows.index(taken[0])
        assert self.rows[place : place + len(taken)] == taken

    def drag(self) -> None:
        """A stretch is dragged elsewhere, as Qt does it: one edit block takes out and puts in."""
        self.put_caret(selecting=True)
        cursor = self.edit.textCursor()
        target = QTextCursor(self.edit.document())
        target.setPosition(self.position(self.place()))
        if cursor.selectionStart() <= target.position() <= cursor.selectionEnd():
            return
        letters = sorted("".join(words for _, words in self.rows))
        data = self.edit.createMimeDataFromSelection()
        with self.edit.binding.bringing(clipboard.read(data, self.draft.id)):
            target.beginEditBlock()
            cursor.removeSelectedText()
            self.edit.setTextCursor(target)
            self.edit.insertFromMimeData(data)
            target.endEditBlock()
        assert sorted("".join(words for _, words in self.rows)) == letters

    def replace_in_places(self) -> None:
        cursor = QTextCursor(self.edit.document())
        ids = [block for block, _ in self.rows]
        cursor.beginEditBlock()
        for _ in range(3):
            row, offset = self.place()
            cursor.setPosition(self.position((row, offset)))
            cursor.setPosition(self.position((row, offset + 3)), Keep)
            cursor.insertText(self.some_words())
        cursor.endEditBlock()
        if ids:
            assert [block for block, _ in self.rows] == ids

    def change_looks(self) -> None:
        self.put_caret(selecting=True)
        looks = QTextCharFormat()
        looks.setFontItalic(self.dice.random() < 0.5)
        updates = len(self.sent)
        self.edit.textCursor().mergeCharFormat(looks)
        assert len(self.sent) == updates

    # -- What happens to the record otherwise

    def edit_record(self) -> None:
        rows = self.rows
        kind = self.dice.choice(["move", "remove", "insert", "replace", "replace"])
        block = self.dice.choice(rows)[0] if rows else None
        if kind == "insert" or block is None:
            self.draft.insert_block(BlockKind.PARAGRAPH, block, {"ar": self.some_words()})
        elif kind == "move" and len(rows) > 1:
            others = [other for other, _ in rows if other != block]
            self.draft.move_block(block, self.dice.choice([None, *others]))
        elif kind == "remove" and len(rows) > 2:
            self.draft.remove_block(block)
        else:
            size = len(dict(rows)[block])
            start = self.dice.randint(0, size)
            end = self.dice.randint(start, size)
            self.draft.replace(block, "ar", start, end, self.some_words())

    def undo(self) -> None:
        self.draft.undo()

    def redo(self) -> None:
        self.draft.redo()

    def receive(self, update: bytes) -> None:
        """Take another's update in: a caret whose words nobody touched does not move."""
        caret = self.edit.binding._spot(self.edit.textCursor().position())
        words = dict(self.rows).get(caret.block or "")
        self.draft.apply(update)
        if caret.block is not None and dict(self.rows).get(caret.block) == words:
            now = self.edit.binding._spot(self.edit.textCursor().position())
            assert (now.block, now.offset) == (caret.block, caret.offset)


def play(
    seed: int, operations: int, edits: tuple[PageEditor, PageEditor], *, with_undo: bool
) -> None:
    """Two people edit one release, each operation checked, and meet now and then."""
    dice = random.Random(seed)  # noqa: S311 - a test that can be repeated
    draft = Draft.new("ar")
    for _ in range(PARAGRAPHS):
        draft.insert_block(BlockKind.PARAGRAPH, None, {"ar": " ".join(dice.choices(WORDS, k=9))})
    everything = draft.updates_since(None)
    peers = [Peer(Draft.from_updates([everything]), edit, dice) for edit in edits]
    received = [0, 0]
    acts: list[Callable[[Peer], None]] = [
        Peer.type_words, Peer.type_words, Peer.type_words, Peer.compose, Peer.enter, Peer.delete,
        Peer.delete, Peer.paste_foreign, Peer.cut_and_paste, Peer.drag, Peer.replace_in_places,
        Peer.change_looks, Peer.edit_record,
    ]  # fmt: skip
    if with_undo:
        acts += [Peer.undo, Peer.redo]
    for number in range(operations):
        me = dice.randrange(2)
        act = dice.choice(acts)
        if len(peers[me].rows) > 4 * PARAGRAPHS:
            act = Peer.delete
        act(peers[me])
        peers[me].check()
        if dice.random() < 0.3 or number == operations - 1:
            for to, peer in enumerate(peers):
                for update in peers[1 - to].sent[max(received[to] - 1, 0) :]:
                    peer.receive(update)  # the last one comes twice
                    peer.check()
                received[to] = len(peers[1 - to].sent)
            if peers[0].draft.state_vector() == peers[1].draft.state_vector():
                assert peers[0].rows == peers[1].rows


@pytest.fixture
def editors(arabic: Interface, qtbot: QtBot) -> Iterator[tuple[PageEditor, PageEditor]]:
    """Two editors on the screen."""
    made = PageEditor(arabic, "ar"), PageEditor(arabic, "ar")
    for edit in made:
        qtbot.addWidget(edit)
        edit.resize(900, 700)
        edit.show()
        qtbot.waitExposed(edit)
    yield made
    for edit in made:
        edit.close_binding()


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("with_undo", [False, True])
def test_editor_and_record_never_differ(
    editors: tuple[PageEditor, PageEditor], seed: int, *, with_undo: bool
) -> None:
    play(seed, 150, editors, with_undo=with_undo)


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(100, 124))
@pytest.mark.parametrize("with_undo", [False, True])
def test_editor_and_record_never_differ_for_long(
    editors: tuple[PageEditor, PageEditor], seed: int, *, with_undo: bool
) -> None:
    play(seed, 1500, editors, with_undo=with_undo)
