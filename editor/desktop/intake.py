"""What was typed in the editor, as edits of the record: one step for one act of the person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.desktop.carry import Edit, donated_spans, row_edits, row_text
from editor.desktop.differences import Difference, differences
from editor.desktop.reconcile import Reading
from editor.release.content import EMPTY, Block, BlockKind, Text
from editor.release.draft import Draft
from editor.release.errors import RecordError
from editor.release.undo import Step

_FOLLOWS = {BlockKind.LIST_ITEM: BlockKind.LIST_ITEM}


@dataclass(frozen=True, slots=True)
class Donor:
    """A paragraph, or part of one, that is pasted or dropped.

    Attributes:
        block: Its id where it is whole and of this release, else None.
        kind: What it was, if it is whole.
        text: Its words and their marks.
    """

    block: str | None
    kind: BlockKind | None
    text: Text


def take_words(
    draft: Draft,
    where: str,
    language: str,
    changes: Sequence[Difference],
    donors: Sequence[Donor] = (),
) -> None:
    """Bring changes within one text into the record.

    Args:
        draft: The record.
        where: The field's name or the block's id.
        language: The language of the text.
        changes: What changed, in order.
        donors: Where pasted words came from.
    """
    texts = [donor.text for donor in donors]
    edits = [
        Edit(change.start, change.end, change.words, donated_spans(change.words, texts))
        for change in reversed(changes)
    ]
    if len(edits) == 1:
        _apply(draft, where, language, edits)
    else:
        with draft.action(Step.TYPING):
            _apply(draft, where, language, edits)


def take_rows(
    draft: Draft, language: str, ids: Sequence[str], reading: Reading, donors: Sequence[Donor]
) -> list[str]:
    """Bring a change across paragraphs into the record.

    Args:
        draft: The record.
        language: The language of the editor.
        ids: The ids of all rows before.
        reading: What became of the rows and their words.
        donors: Where pasted words came from.

    Returns:
        The ids of all rows now.
    """
    last = reading.first + len(reading.old)
    intake = _Intake(draft, language, reading, donors)
    with draft.action(intake.step):
        changed = intake.run(before=ids[reading.first - 1] if reading.first else None)
    return [*ids[: reading.first], *changed, *ids[last:]]


class _Intake:
    """One change across paragraphs on its way into the record."""

    def __init__(
        self, draft: Draft, language: str, reading: Reading, donors: Sequence[Donor]
    ) -> None:
        self._draft = draft
        self._language = language
        self._reading = reading
        self._donors = donors
        self._donated = [donor.text for donor in donors]
        blocks = {block.id: block for block in draft.snapshot().blocks}
        self._blocks = [blocks.get(row.id or "") for row in reading.old]
        self._texts = [block.text(language) if block else EMPTY for block in self._blocks]
        self._stay = {row.id for row in reading.new}
        self._first_ever = not blocks

    @property
    def step(self) -> Step:
        """What the change is called where it can be undone."""
        old, new = len(self._reading.old), len(self._reading.new)
        if new > old:
            return Step.SPLIT if self._reading.kept and not self._donors else Step.INSERT
        if any(row.id not in self._stay for row in self._reading.old):
            return Step.JOIN if self._reading.kept else Step.REMOVE
        return Step.TYPING if new == old else Step.REMOVE

    def run(self, before: str | None) -> list[str]:
        """Make the edits; returns the ids of the changed rows.

        Args:
            before: The id of the row above them.
        """
        self._edit_words()
        self._put_in_order(before)
        ids: list[str] = []
        for place, row in enumerate(self._reading.new):
            above = ids[-1] if ids else before
            known = any(old.id == row.id for old in self._reading.old)
            ids.append(row.id if row.id is not None and known else self._bring_in(place, above))
        for place, row in enumerate(self._reading.old):
            if row.id is not None and row.id not in self._stay:
                self._take_out(place, row.id, ids, before)
        return ids

    def _edit_words(self) -> None:
        known = {row.id for row in self._reading.old} - {None}
        for place, row in enumerate(self._reading.new):
            if row.id is not None and row.id in known:
                edits = row_edits(self._reading, place, self._texts, self._donated)
                _apply(self._draft, row.id, self._language, edits)

    def _put_in_order(self, before: str | None) -> None:
        """Move the blocks that were dragged past others; the longest rising run stays."""
        places = {row.id: place for place, row in enumerate(self._reading.old)}
        order = [row.id for row in self._reading.new if row.id is not None and row.id in places]
        still = rising([places[block] for block in order])
        above = before
        for block in order:
            if places[block] not in still:
                self._draft.move_block(block, above)
            above = block

    def _bring_in(self, place: int, above: str | None) -> str:
        """Make the block of a new row, or show the one that was cut before."""
        row = self._reading.new[place]
        text = row_text(self._reading, place, self._texts, self._donated)
        if row.id is not None:
            try:
                self._draft.restore_block(row.id, above)
            except RecordError:
                pass  # cut from a copy of this release that had the block; here it is new
            else:
                self._rewrite(row.id, text)
                return row.id
        return self._draft.insert_block(
            self._kind(place, above), above, {self._language: text} if text.words else {}
        )

    def _rewrite(self, block: str, text: Text) -> None:
        shown = next(each for each in self._draft.snapshot().blocks if each.id == block)
        for change in reversed(differences(shown.text(self._language).words, text.words)):
            self._draft.replace(block, self._language, change.start, change.end, change.words)

    def _kind(self, place: int, above: str | None) -> BlockKind:
        words = self._reading.new[place].words
        for donor in self._donors:
            if donor.kind is not None and donor.text.words == words:
                return donor.kind
        if self._first_ever and above is None:
            return BlockKind.LEAD
        sources = [kept.old_row for kept in self._reading.kept if kept.new_row == place]
        source = self._blocks[sources[0]] if sources else self._block(above)
        return _FOLLOWS.get(source.kind, BlockKind.PARAGRAPH) if source else BlockKind.PARAGRAPH

    def _block(self, block: str | None) -> Block | None:
        return next((each for each in self._draft.snapshot().blocks if each.id == block), None)

    def _take_out(self, place: int, block: str, ids: list[str], before: str | None) -> None:
        """Remove the block of a row that is gone; words that went elsewhere take it along."""
        host = self._host(place, ids, before)
        others = [code for code in self._languages(place) if code != self._language]
        if host is None and not self._texts[place].words and others and ids:
            ids[0] = self._draft.join_with_previous(ids[0], self._language)
        elif host is None:
            self._draft.remove_block(block)
        else:
            self._draft.replace(block, self._language, 0, len(self._texts[place].words), "")
            self._draft.move_block(block, host)
            heir = self._draft.join_with_previous(block, self._language)
            if host in ids:
                ids[ids.index(host)] = heir

    def _host(self, place: int, ids: list[str], before: str | None) -> str | None:
        """The block that has the words of a vanished row now."""
        letters: dict[int, int] = {}
        for kept in self._reading.kept:
            if kept.old_row == place:
                letters[kept.new_row] = letters.get(kept.new_row, 0) + kept.length
        if letters:
            return ids[max(letters, key=lambda row: letters[row])]
        if self._texts[place].words:
            return None
        above = [row.id for row in self._reading.old[:place] if row.id in ids]
        return above[-1] if above else before

    def _languages(self, place: int) -> Iterable[str]:
        block = self._blocks[place]
        return block.texts if block else ()


def rising(places: Sequence[int]) -> set[int]:
    """The longest run of places that rises: what can stay where it is when the rest is moved."""
    runs: list[tuple[int, ...]] = [()]
    for place in places:
        below = (run for run in runs if not run or run[-1] < place)
        runs.append((*max(below, key=len), place))
    longest = max(runs, key=len)
    return set(longest)


def _apply(draft: Draft, where: str, language: str, edits: Iterable[Edit]) -> None:
    for edit in edits:
        draft.replace(where, language, edit.start, edit.end, edit.words, edit.spans)
