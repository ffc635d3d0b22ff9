"""What is typed in the page reaches the record, and what the record does reaches the page."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.desktop import paragraphs
from editor.desktop.clipboard import OWN_FORMAT, hand_over
from editor.desktop.interface import Interface
from editor.desktop.page_editor import PageEditor
from editor.release.content import (
    Block,
    BlockKind,
    Mark,
    Release,
    Span,
    Speaker,
    Text,
    Translated,
)
from editor.release.draft import Draft

Bind = Callable[[Draft], PageEditor]
LEAD, BODY = "أكد الأمين العام", "وأشار إلى اللقاء"


@pytest.fixture
def bind(arabic: Interface, qtbot: QtBot) -> Iterator[Bind]:
    """Shows drafts in editors."""
    made: list[PageEditor] = []

    def show(draft: Draft) -> PageEditor:
        edit = PageEditor(arabic, "ar")
        qtbot.addWidget(edit)
        edit.resize(900, 700)
        edit.show()
        edit.bind(draft, "ar")
        made.append(edit)
        return edit

    yield show
    for edit in made:
        edit.close_binding()


def words(draft: Draft, language: str = "ar") -> list[str]:
    return [block.text(language).words for block in draft.snapshot().blocks]


def shown(edit: PageEditor) -> list[str]:
    return [each.text() for each in paragraphs.paragraphs(edit.document())]


def put_caret(edit: PageEditor, row: int, start: int, end_row: int = -1, end: int = -1) -> None:
    """Put the caret at a code point of a row, or select from there to another."""
    document, cursor = edit.document(), edit.textCursor()
    cursor.setPosition(paragraphs.position(document.findBlockByNumber(row), start))
    if end_row >= 0:
        place = paragraphs.position(document.findBlockByNumber(end_row), end)
        cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def caret(edit: PageEditor) -> tuple[str, int] | None:
    return edit.binding.place(edit.textCursor().position())


def type_words(edit: PageEditor, typed: str) -> None:
    for char in typed:
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char
        )
        QApplication.sendEvent(edit, event)


def make_quotation() -> Draft:
    """Two paragraphs; the second has a quotation, and English words."""
    spans = (Span(6, 10, Mark.QUOTATION, ""),)
    first = Block("a", BlockKind.LEAD, Translated(ar=Text(LEAD), en=Text("The Secretary")))
    second = Block(
        "b", BlockKind.PARAGRAPH, Translated(ar=Text(BODY, spans), en=Text("He pointed"))
    )
    return Draft.from_release(Release("r", "ar", ("ar", "en"), blocks=(first, second)))


def test_typing_reaches_the_record(bind: Bind, make_draft: Callable[..., Draft]) -> None:
    draft = make_draft(LEAD, BODY)
    edit = bind(draft)
    put_caret(edit, 1, 5)
    type_words(edit, " أيضًا😀")
    assert words(draft) == [LEAD, "وأشار أيضًا😀 إلى اللقاء"]


def test_the_first_words_of_an_empty_release_are_its_lead(bind: Bind) -> None:
    draft = Draft.new("ar")
    edit = bind(draft)
    type_words(edit, "جدة")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    type_words(edit, "بيان")
    kinds = [(block.kind, block.text("ar").words) for block in draft.snapshot().blocks]
    assert kinds == [(BlockKind.LEAD, "جدة"), (BlockKind.PARAGRAPH, "بيان")]


def test_enter_in_an_empty_paragraph_makes_another(
    bind: Bind, make_draft: Callable[..., Draft]
) -> None:
    """Qt itself would only take the line height off."""
    draft = make_draft(LEAD)
    edit = bind(draft)
    put_caret(edit, 0, len(LEAD))
    heights = []
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_Return)
        heights.append(edit.textCursor().blockFormat().lineHeight())
    assert words(draft) == [LEAD, "", "", ""]
    assert len(set(heights)) == 1
    assert heights[0] > 0


def test_enter_at_the_start_leaves_the_id_with_the_words(
    bind: Bind, make_draft: Callable[..., Draft]
) -> None:
    draft = make_draft(LEAD, BODY)
    edit = bind(draft)
    put_caret(edit, 1, 0)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    blocks = draft.snapshot().blocks
    assert [block.text("ar").words for block in blocks] == [LEAD, "", BODY]
    assert (blocks[0].id, blocks[2].id) == ("b0", "b1")


def test_marks_go_with_their_words_through_a_split_and_a_join(bind: Bind) -> None:
    draft = make_quotation()
    edit = bind(draft)
    put_caret(edit, 1, 8)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    texts = [block.text("ar") for block in draft.snapshot().blocks]
    assert texts[1].spans == (Span(6, 8, Mark.QUOTATION),)
    assert texts[2].spans == (Span(0, 2, Mark.QUOTATION),)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert [block.text("ar") for block in draft.snapshot().blocks] == [
        Text(LEAD),
        Text(BODY, (Span(6, 10, Mark.QUOTATION),)),
    ]


def test_a_join_keeps_the_words_of_the_other_languages(bind: Bind) -> None:
    draft = make_quotation()
    edit = bind(draft)
    put_caret(edit, 1, 0)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert words(draft) == [LEAD + BODY]
    assert words(draft, "en") == ["The Secretary He pointed"]


def test_typing_over_several_paragraphs_is_one_step(
    bind: Bind, make_draft: Callable[..., Draft]
) -> None:
    draft = make_draft(LEAD, BODY, LEAD)
    edit = bind(draft)
    put_caret(edit, 0, 4, 2, 5)
    type_words(edit, "،")
    assert words(draft) == [LEAD[:4] + "،" + LEAD[5:]]
    draft.undo()
    assert words(draft) == [LEAD, BODY, LEAD] == shown(edit)


def test_a_cut_paragraph_is_the_same_block_where_it_is_pasted(bind: Bind) -> None:
    draft = make_quotation()
    edit = bind(draft)
    put_caret(edit, 0, 0, 1, 0)
    edit.cut()
    assert words(draft) == [BODY]
    put_caret(edit, 0, len(BODY))
    QTest.keyClick(edit, Qt.Key.Key_Return)
    edit.paste()
    blocks = draft.snapshot().blocks
    assert [(block.id, block.text("ar").words) for block in blocks[:2]] == [
        ("b", BODY),
        ("a", LEAD),
    ]
    assert blocks[1].text("en").words == "The Secretary"


def test_a_dropped_paragraph_is_the_block_it_was(bind: Bind) -> None:
    draft = make_quotation()
    edit = bind(draft)
    put_caret(edit, 0, 0, 1, 0)
    data = edit.createMimeDataFromSelection()
    edit.textCursor().removeSelectedText()
    put_caret(edit, 0, len(BODY))
    QTest.keyClick(edit, Qt.Key.Key_Return)
    edit.dropEvent(
        QDropEvent(
            edit.cursorRect().center().toPointF(),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert [block.id for block in draft.snapshot().blocks][:2] == ["b", "a"]
    assert words(draft, "en")[1] == "The Secretary"


def test_a_copied_quotation_is_one_where_it_is_pasted(bind: Bind) -> None:
    draft = make_quotation()
    edit = bind(draft)
    put_caret(edit, 1, 4, 1, 12)
    edit.copy()
    put_caret(edit, 0, len(LEAD))
    edit.paste()
    text = draft.snapshot().blocks[0].text("ar")
    start = len(LEAD) + 2
    assert text.spans == (Span(start, start + 4, Mark.QUOTATION),)


def test_a_paragraph_of_another_release_keeps_its_marks_and_not_its_speaker(bind: Bind) -> None:
    spans = (Span(0, 4, Mark.QUOTATION, "s1"), Span(0, 4, Mark.EMPHASIS))
    block = Block("a", BlockKind.SUBHEADING, Translated(ar=Text(LEAD, spans)))
    speaker = Speaker("s1", Translated(ar="يوسف"))
    other = Release("other", "ar", ("ar",), blocks=(block,), speakers=(speaker,))
    foreign = bind(Draft.from_release(other))
    foreign.selectAll()
    data = foreign.createMimeDataFromSelection()
    draft = make_quotation()
    edit = bind(draft)
    put_caret(edit, 1, len(BODY))
    QTest.keyClick(edit, Qt.Key.Key_Return)
    edit.insertFromMimeData(data)
    pasted = draft.snapshot().blocks[2]
    assert pasted.id != "a"
    assert pasted.text("ar") == Text(LEAD, (Span(0, 4, Mark.EMPHASIS),))


@pytest.mark.parametrize("stored", [b"", b"[]", b"{", b'{"release": 1, "rows": [{}]}'])
def test_paragraphs_of_another_version_come_in_as_text(
    bind: Bind, make_draft: Callable[..., Draft], stored: bytes
) -> None:
    draft = make_draft("")
    data = QMimeData()
    data.setText("جدة")
    data.setData(OWN_FORMAT, stored)
    bind(draft).insertFromMimeData(data)
    assert words(draft) == ["جدة"]


def test_copied_words_keep_their_no_break_spaces(
    bind: Bind, make_draft: Callable[..., Draft]
) -> None:
    edit = bind(make_draft("«\u00a0oui\u00a0»"))
    edit.selectAll()
    assert edit.createMimeDataFromSelection().text() == "«\u00a0oui\u00a0»"


def test_what_was_copied_stays_for_others_when_the_program_ends(
    bind: Bind, make_draft: Callable[..., Draft]
) -> None:
    """As plain text: the clipboard outlives Python, and with it every object of its making."""
    edit = bind(make_draft("«\u00a0oui\u00a0»"))
    edit.selectAll()
    edit.copy()
    assert QApplication.clipboard().mimeData().hasFormat(OWN_FORMAT)
    hand_over()
    assert not QApplication.clipboard().mimeData().hasFormat(OWN_FORMAT)
    assert QApplication.clipboard().text() == "«\u00a0oui\u00a0»"
    QApplication.clipboard().clear()
    hand_over()  # nothing is there to hand over


def test_foreign_lines_become_paragraphs_and_empty_ones_do_not(
    bind: Bind, make_draft: Callable[..., Draft]
) -> None:
    draft = make_draft("")
    data = QMimeData()
    data.setText("جدة\r\n\r\nبيان\u2029\n  \nختام")
    bind(draft).insertFromMimeData(data)
    assert words(draft) == ["جدة", "بيان", "ختام"]


def test_half_a_character_never_stays_on_the_screen(
    bind: Bind, make_draft: Callable[..., Draft], qtbot: QtBot
) -> None:
    """Qt hides it, and counts it: every place behind it would be wrong."""
    draft = make_draft("أ😀ب")
    edit = bind(draft)
    cursor = edit.textCursor()
    cursor.setPosition(2)  # between the halves
    cursor.insertText("ن")
    qtbot.waitUntil(lambda: edit.document().characterCount() == 4)
    assert words(draft) == ["أنب"] == shown(edit)


def test_what_the_record_refuses_leaves_the_screen(
    bind: Bind, make_draft: Callable[..., Draft], qtbot: QtBot
) -> None:
    """A fault elsewhere is told, and the page goes on showing what the record says."""
    draft = make_draft(LEAD)
    edit = bind(draft)

    def fail(_: object) -> None:
        raise ValueError("a listener's fault")

    forget = draft.subscribe(fail)
    with qtbot.captureExceptions() as errors:
        type_words(edit, "ن")
    forget()
    assert len(errors) == 1
    assert words(draft) == ["ن" + LEAD] == shown(edit)


def test_a_remote_change_leaves_the_caret_at_its_words(
    bind: Bind, make_draft: Callable[..., Draft]
) -> None:
    draft = make_draft(LEAD, BODY)
    edit = bind(draft)
    put_caret(edit, 1, 5)
    draft.insert_block(BlockKind.PARAGRAPH, None, {"ar": "قبل الكل"})
    draft.replace("b1", "ar", 0, 0, "كما ")
    draft.replace("b1", "ar", 9, 9, " هنا")
    assert caret(edit) == ("b1", 9)
    draft.move_block("b1", None)
    assert caret(edit) == ("b1", 9)
    assert shown(edit) == words(draft)


def test_words_being_composed_survive_what_others_do(
    bind: Bind, make_draft: Callable[..., Draft]
) -> None:
    draft = make_draft(LEAD, BODY)
    edit = bind(draft)
    put_caret(edit, 1, 5)
    QApplication.sendEvent(edit, QInputMethodEvent("مسو", []))
    draft.replace("b1", "ar", 0, 0, "كما ")
    draft.insert_block(BlockKind.PARAGRAPH, "b0", {"ar": "بينهما"})
    commit = QInputMethodEvent()
    commit.setCommitString("مسودة")
    QApplication.sendEvent(edit, commit)
    assert words(draft) == [LEAD, "بينهما", "كما وأشارمسودة" + BODY[5:]]


def test_undo_shows_where_it_happened(bind: Bind, make_draft: Callable[..., Draft]) -> None:
    draft = make_draft(LEAD, BODY)
    edit = bind(draft)
    put_caret(edit, 1, 0, 1, 5)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    put_caret(edit, 0, 2)
    draft.undo()
    assert shown(edit) == [LEAD, BODY]
    assert caret(edit) == ("b1", 5)


def test_all_blocks_may_go_and_come_back(bind: Bind, make_draft: Callable[..., Draft]) -> None:
    draft = make_draft(LEAD, BODY)
    edit = bind(draft)
    for block in ("b0", "b1"):
        draft.remove_block(block)
    assert shown(edit) == [""]
    assert edit.binding.place(0) is None
    draft.undo()
    draft.undo()
    assert shown(edit) == [LEAD, BODY]


def test_a_screen_that_differs_is_drawn_anew(bind: Bind, make_draft: Callable[..., Draft]) -> None:
    draft = make_draft(LEAD, BODY)
    edit = bind(draft)
    edit.document().blockSignals(True)  # an edit of which Qt tells nobody
    QTextCursor(edit.document()).insertText("خفي")
    edit.document().blockSignals(False)
    draft.replace("b1", "ar", 0, 0, "و")
    assert shown(edit) == words(draft)
    assert edit.binding.screen.repairs == 1


def test_a_key_in_a_paragraph_makes_one_update(
    bind: Bind, make_draft: Callable[..., Draft]
) -> None:
    draft = make_draft(LEAD, BODY)
    edit = bind(draft)
    updates: list[bytes] = []
    draft.on_update(updates.append)
    type_words(edit, "ن")
    assert len(updates) == 1
    assert len(updates[0]) < 64
