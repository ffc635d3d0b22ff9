"""Saying that the selected words are somebody's: choosing the speaker of a quotation."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from editor.desktop.binding import BlockBinding
from editor.release.content import Mark, Speaker
from editor.release.draft import Draft


@dataclass(frozen=True, slots=True)
class Selected:
    """The words that are selected in one block, without spaces at their ends."""

    block: str
    start: int
    end: int


def selected_words(binding: BlockBinding, cursor: QTextCursor) -> Selected | None:
    """What is selected; None if it is nothing, or reaches over several blocks."""
    start = binding.place(cursor.selectionStart())
    end = binding.place(cursor.selectionEnd())
    if start is None or end is None or start[0] != end[0]:
        return None
    words = binding.words(start[0])[start[1] : end[1]]
    if not words.strip():
        return None
    before = len(words) - len(words.lstrip())
    after = len(words) - len(words.rstrip())
    return Selected(start[0], start[1] + before, end[1] - after)


class SpeakerMenu(QMenu):
    """The speakers of a release, to choose one by keyboard or pointer."""

    def __init__(
        self, draft: Draft, language: str, selected: Selected, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        place = (selected.block, language, selected.start, selected.end)
        for speaker in draft.snapshot().speakers:
            mark = partial(draft.mark_quotation, *place, speaker.id)
            self._offer(speaker_name(speaker, language), mark)
        if not self.isEmpty():
            self.addSeparator()
        self._offer(self.tr("Nobody named"), partial(draft.mark_quotation, *place, None))
        self._offer(self.tr("Not a quotation"), partial(draft.unmark, *place, Mark.QUOTATION))

    def open_at(self, place: QPoint) -> None:
        """Open with the first speaker chosen."""
        self.popup(place)
        self.setActiveAction(self.actions()[0])

    def _offer(self, label: str, act: Callable[[], object]) -> None:
        action = self.addAction(label.replace("&", "&&"))
        action.triggered.connect(lambda _checked: act())


def speaker_name(speaker: Speaker, language: str) -> str:
    """What a speaker is called: honorific and name, or the office where nobody is named."""
    for code in (language, *speaker.names, *speaker.titles):
        name = speaker.names.get(code, "")
        if name:
            return " ".join(part for part in (speaker.honorifics.get(code, ""), name) if part)
        if title := speaker.titles.get(code, ""):
            return title
    return speaker.id
