"""The page of the open release with everything that is shown on it."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from editor.checks.findings import Finding, Severity
from editor.desktop.head_form import HeadForm
from editor.desktop.interface import Interface
from editor.desktop.kinds_margin import KindsMargin
from editor.desktop.marks import Marks, Stretch
from editor.desktop.page_editor import PageEditor
from editor.desktop.quoting import SpeakerMenu, selected_words
from editor.desktop.session import Session
from editor.desktop.shapes import GRAVITY
from editor.release.changes import Change
from editor.release.content import DATELINE, PLACE, BlockKind, Mark
from editor.text.segments import find_words


class ReleaseView(QObject):
    """Ties page, head and margin to the open release."""

    def __init__(self, interface: Interface, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._interface = interface
        self._session = session
        self.page = PageEditor(interface, "ar")
        self.head = HeadForm(interface, session, "ar")
        self.margin = KindsMargin(interface, self.page)
        self.page.layout_of_page.set_head(self.head)
        self.page.layout_of_page.set_margin(self.margin)
        self._marks = Marks(self.page, self._cursor)
        self._field_marks = {
            name: Marks(field, self._cursor) for name, field in self.head.fields.items()
        }
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._draw_record)
        self._wire()

    def _wire(self) -> None:
        session, head, margin = self._session, self.head, self.margin
        session.opened.connect(self._bind)
        session.changed.connect(self._on_change)
        session.settled.connect(self._draw_record)
        session.findings_changed.connect(self._draw_findings)
        self._interface.changed.connect(self._dress)
        head.height_changed.connect(self.page.layout_of_page.make_room)
        head.left.connect(self.page.setFocus)
        margin.kind_requested.connect(self._offer_kinds)
        self._dress()

    # -- Going to places -------------------------------------------------------------------------

    def select(self, finding: Finding) -> None:
        """Select the words of a finding and put the caret there."""
        where = PLACE if finding.where == DATELINE else finding.where
        cursor = self._cursor(where, finding.start, finding.end)
        if cursor is None:
            return
        if where in self.head.fields:
            field = self.head.fields[where]
            field.setTextCursor(cursor)
            self.page.verticalScrollBar().setValue(0)
            field.setFocus()
        else:
            self.page.select(cursor)
            self.page.setFocus()

    def finding_at_caret(self) -> Finding | None:
        """The gravest finding at the caret, in the page or in a field."""
        place = self._caret()
        if place is None:
            return None
        where, offset = place
        here = [
            finding
            for finding in self._session.findings
            if finding.where == where
            and finding.language == self._session.language
            and finding.start <= offset <= finding.end
        ]
        return min(here, key=lambda finding: GRAVITY.index(finding.severity), default=None)

    def mark_quotation(self) -> None:
        """Offer the speakers for the words that are selected."""
        binding = self.page.binding
        selected = selected_words(binding, self.page.textCursor())
        if selected is None:
            advice = self.tr("Select the words of the quotation first.")
            self._session.problems.done(advice, "quote")
            return
        menu = SpeakerMenu(self._session.draft, binding.language, selected, self.page)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.open_at(self._below(self.page.cursorRect()))

    def choose_kind(self) -> None:
        """Offer the kinds of the block that the caret is in."""
        place = self.page.binding.place(self.page.textCursor().position())
        if place is not None:
            self._offer_kinds(place[0], self._below(self.page.cursorRect()))

    def close(self) -> None:
        """Let go of the record."""
        self._soon.stop()
        self.head.unbind()
        self.page.close_binding()

    # -- What happens ----------------------------------------------------------------------------

    def _bind(self) -> None:
        language = self._session.language
        self.page.bind(self._session.draft, language)
        self.head.bind(language)
        self.page.layout_of_page.make_room()
        self._draw_record()
        self._draw_findings()

    def _dress(self) -> None:
        self.page.setAccessibleName(self.tr("Text of the release"))
        if self.page.is_bound:
            self._draw_record()
            self._draw_findings()
        self.page.layout_of_page.make_room()

    def _on_change(self, change: Change) -> None:
        marks_only = any(not text.deltas for text in change.texts)
        if change.structure or change.speakers or marks_only:
            self._soon.start()

    def _draw_record(self) -> None:
        """Draw what the record says of the words: quotations, and the kinds of blocks."""
        release, tokens = self._session.release, self._interface.tokens
        language = self._session.language
        quotations = [
            Stretch(block.id, span.start, span.end)
            for block in release.blocks
            for span in block.text(language).marked(Mark.QUOTATION)
        ]
        self._marks.tint(quotations, tokens)
        self.margin.show_kinds({block.id: block.kind for block in release.blocks})

    def _draw_findings(self) -> None:
        tokens = self._interface.tokens
        found = [
            finding
            for finding in self._session.findings
            if finding.language == self._session.language
        ]
        drawn = [(self._visible(finding), finding.severity) for finding in found]
        fields = self.head.fields
        self._marks.underline([each for each in drawn if each[0].where not in fields], tokens)
        for name, marks in self._field_marks.items():
            marks.underline([each for each in drawn if each[0].where == name], tokens)
        self.margin.show_findings(dict(self._gravest(found)))

    def _gravest(self, findings: list[Finding]) -> Iterator[tuple[str, Severity]]:
        for severity in reversed(GRAVITY):
            for finding in findings:
                if finding.severity is severity:
                    yield finding.where, severity

    def _visible(self, finding: Finding) -> Stretch:
        """The stretch to underline: a place between letters is shown at the word before it."""
        stretch = Stretch(finding.where, finding.start, finding.end)
        if finding.start < finding.end:
            return stretch
        text = dict(self._session.release.texts(finding.language)).get(finding.where)
        words = find_words(text.words) if text is not None else ()
        before = [word for word in words if word.start <= finding.start] or list(words[:1])
        return Stretch(finding.where, before[-1].start, before[-1].end) if before else stretch

    def _cursor(self, where: str, start: int, end: int) -> QTextCursor | None:
        binding = self.head.binding(where)
        if binding is not None:
            return binding.cursor(start, end)
        return self.page.binding.cursor(where, start, end)

    def _caret(self) -> tuple[str, int] | None:
        for name, field in self.head.fields.items():
            if field.hasFocus():
                return name, field.caret()
        return self.page.binding.place(self.page.textCursor().position())

    def _offer_kinds(self, block: str, place: QPoint) -> None:
        """Let a block be made something else."""
        menu = QMenu(self.page)
        now = next(each.kind for each in self._session.release.blocks if each.id == block)
        for kind in BlockKind:
            action = menu.addAction(self.margin.kind_name(kind))
            action.setCheckable(True)
            action.setChecked(kind is now)
            action.triggered.connect(
                lambda _=False, chosen=kind: self._session.draft.set_kind(block, chosen)
            )
            if kind is now:
                menu.setActiveAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _below(self, rect: QRect) -> QPoint:
        return self.page.viewport().mapToGlobal(rect.bottomLeft())
