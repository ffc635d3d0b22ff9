"""Random edits of a draft, as hypothesis strategies and as the calls they stand for.

An edit is drawn without knowing the draft: its numbers are folded into what the draft has, so that
every edit can be made, in any order, on any copy.
"""

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from editor.release.content import (
    FIELDS,
    HEADLINE,
    Block,
    BlockKind,
    Mark,
    Release,
    Span,
    Speaker,
    Status,
    Text,
    Translated,
)
from editor.release.draft import Draft

LANGUAGES = ("ar", "en", "fr")
CLUSTERS = (
    "a", "b ", "é", " ", "م", "حَمْدٌ", "ـ", "لا", "\u00a0", "\u200f", "\u2068", "\u2028", "😀",
    "👨‍👩‍👧‍👦", "🇸🇦", "e\u0301", "ô\u0323", "\U0001d11e", "«", "»",
)  # fmt: skip
words = st.lists(st.sampled_from(CLUSTERS), max_size=6).map("".join)
number = st.integers(0, 1000)


@dataclass(frozen=True)
class Edit:
    """What to do, and numbers and words to do it with."""

    name: str
    a: int
    b: int
    c: int
    words: str


def _edit(*names: str) -> st.SearchStrategy[Edit]:
    return st.builds(Edit, st.sampled_from(names), number, number, number, words)


TEXTUAL = ("type", "type", "type", "delete", "swap", "replace_marked")
MARKING = ("mark", "mark", "unmark", "quote")
STRUCTURAL = ("split", "join", "move", "insert", "remove", "kind")
OTHER = ("speak", "rename", "silence", "reads", "headline", "field", "place", "confirm", "language")
edits = _edit(*TEXTUAL, *MARKING, *STRUCTURAL, *OTHER)
texts = _edit(*TEXTUAL)


def perform(draft: Draft, edit: Edit) -> None:
    """Make an edit, where the draft has something to make it on."""
    _PERFORMERS[edit.name](draft, draft.snapshot(), edit)


def some_text(release: Release, edit: Edit) -> tuple[str, str, Text]:
    """The text an edit means."""
    language = LANGUAGES[edit.b % 3] if edit.b % 2 else "ar"
    wheres = [HEADLINE, *FIELDS, *(block.id for block in release.blocks for _ in range(3))]
    where = wheres[edit.a % len(wheres)]
    return where, language, dict(release.texts(language))[where]


def some_stretch(text: Text, edit: Edit) -> tuple[int, int]:
    """The stretch of a text that an edit means."""
    start = edit.c % (len(text.words) + 1)
    return start, min(start + edit.b % 9, len(text.words))


def _block(release: Release, number: int) -> Block | None:
    return release.blocks[number % len(release.blocks)] if release.blocks else None


def _after(release: Release, number: int) -> str | None:
    ids = [None, *(block.id for block in release.blocks)]
    return ids[number % len(ids)]


def _speaker(release: Release, number: int) -> Speaker | None:
    return release.speakers[number % len(release.speakers)] if release.speakers else None


def _type(draft: Draft, release: Release, edit: Edit) -> None:
    where, language, text = some_text(release, edit)
    at = some_stretch(text, edit)[0]
    draft.replace(where, language, at, at, edit.words)


def _delete(draft: Draft, release: Release, edit: Edit) -> None:
    where, language, text = some_text(release, edit)
    draft.replace(where, language, *some_stretch(text, edit), "")


def _swap(draft: Draft, release: Release, edit: Edit) -> None:
    where, language, text = some_text(release, edit)
    draft.replace(where, language, *some_stretch(text, edit), edit.words)


def _replace_marked(draft: Draft, release: Release, edit: Edit) -> None:
    where, language, text = some_text(release, edit)
    spans = _spans(edit, len(edit.words))
    draft.replace(where, language, *some_stretch(text, edit), edit.words, spans)


def _spans(edit: Edit, length: int) -> list[Span]:
    marks = list(Mark)
    return [
        Span(min(n % 5, length), min(n % 5 + n % 7, length), marks[n % 6], "", unsure=n % 4 == 0)
        for n in (edit.a, edit.b, edit.c)
    ]


def _mark(draft: Draft, release: Release, edit: Edit) -> None:
    where, language, text = some_text(release, edit)
    mark = (Mark.STRONG, Mark.EMPHASIS, Mark.LINK, Mark.TITLE)[edit.c % 4]
    value = "https://example.org" if mark is Mark.LINK else ""
    draft.mark(where, language, *some_stretch(text, edit), mark, value, unsure=edit.b % 5 == 0)


def _unmark(draft: Draft, release: Release, edit: Edit) -> None:
    where, language, text = some_text(release, edit)
    draft.unmark(where, language, *some_stretch(text, edit), list(Mark)[edit.c % 6])


def _quote(draft: Draft, release: Release, edit: Edit) -> None:
    where, language, text = some_text(release, edit)
    speaker = _speaker(release, edit.c)
    stretch = some_stretch(text, edit)
    draft.mark_quotation(where, language, *stretch, speaker.id if speaker else None)


def _split(draft: Draft, release: Release, edit: Edit) -> None:
    if block := _block(release, edit.a):
        language = LANGUAGES[edit.b % 3]
        draft.split_block(block.id, language, edit.c % (len(block.text(language).words) + 1))


def _join(draft: Draft, release: Release, edit: Edit) -> None:
    block = _block(release, edit.a)
    if block and block is not release.blocks[0]:
        draft.join_with_previous(block.id, LANGUAGES[edit.b % 3])


def _move(draft: Draft, release: Release, edit: Edit) -> None:
    if block := _block(release, edit.a):
        draft.move_block(block.id, _after(release, edit.b))


def _insert(draft: Draft, release: Release, edit: Edit) -> None:
    kind = list(BlockKind)[edit.b % 6]
    text = Text(edit.words, tuple(_spans(edit, len(edit.words))))
    draft.insert_block(kind, _after(release, edit.a), {LANGUAGES[edit.c % 3]: text})


def _remove(draft: Draft, release: Release, edit: Edit) -> None:
    if block := _block(release, edit.a):
        draft.remove_block(block.id)


def _kind(draft: Draft, release: Release, edit: Edit) -> None:
    if block := _block(release, edit.a):
        draft.set_kind(block.id, list(BlockKind)[edit.b % 6])


def _speak(draft: Draft, _release: Release, edit: Edit) -> None:
    draft.add_speaker(LANGUAGES[edit.a % 3], name=edit.words, title="الأمين العام")


def _rename(draft: Draft, release: Release, edit: Edit) -> None:
    if speaker := _speaker(release, edit.a):
        draft.set_speaker(speaker.id, language=LANGUAGES[edit.b % 3], honorific=edit.words)


def _silence(draft: Draft, release: Release, edit: Edit) -> None:
    if speaker := _speaker(release, edit.a):
        draft.remove_speaker(speaker.id)


def _reads(draft: Draft, release: Release, edit: Edit) -> None:
    one, other = _speaker(release, edit.a), _speaker(release, edit.b)
    if one and other:
        draft.set_reads_for(one.id, None if one is other else other.id)


def _headline(draft: Draft, release: Release, edit: Edit) -> None:
    speaker = _speaker(release, edit.a)
    draft.set_headline_speaker(speaker.id if speaker and edit.b % 3 else None)


def _field(draft: Draft, _release: Release, edit: Edit) -> None:
    with draft.action("settings"):
        draft.set_status(list(Status)[edit.a % 5])
        draft.set_date(date(2024, 1, 1 + edit.b % 28) if edit.b % 4 else None)
        draft.set_hijri_shift(edit.c % 3 - 1)
        draft.set_reference(edit.words)
        draft.set_end_mark(bool(edit.c % 2))


def _place(draft: Draft, _release: Release, edit: Edit) -> None:
    setter = draft.set_place if edit.a % 2 else draft.set_source
    setter(LANGUAGES[edit.b % 3], edit.words)


def _confirm(draft: Draft, release: Release, edit: Edit) -> None:
    if block := _block(release, edit.a):
        draft.confirm(block.id)


def _language(draft: Draft, _release: Release, edit: Edit) -> None:
    draft.add_language(LANGUAGES[edit.a % 3])


_PERFORMERS = {
    "type": _type,
    "delete": _delete,
    "swap": _swap,
    "replace_marked": _replace_marked,
    "mark": _mark,
    "unmark": _unmark,
    "quote": _quote,
    "split": _split,
    "join": _join,
    "move": _move,
    "insert": _insert,
    "remove": _remove,
    "kind": _kind,
    "speak": _speak,
    "rename": _rename,
    "silence": _silence,
    "reads": _reads,
    "headline": _headline,
    "field": _field,
    "place": _place,
    "confirm": _confirm,
    "language": _language,
}


@st.composite
def releases(draw: st.DrawFn) -> Release:
    """Releases as a reader of text could give them: any words, any spans, any ids."""
    speakers = tuple(
        Speaker(
            f"s{n}",
            names=Translated({"ar": name} if name else {}),
            titles=Translated({"fr": "Directrice"}),
            reads_for="s0" if n else None,
            unsure=bool(n % 2),
        )
        for n, name in enumerate(draw(st.lists(words, max_size=3)))
    )
    values = st.sampled_from(["", *(speaker.id for speaker in speakers)])
    blocks = tuple(
        Block(f"b{n}", kind, Translated({c: t for c, t in texts.items() if t.words}), bool(n % 2))
        for n, (kind, texts) in enumerate(
            draw(
                st.lists(
                    st.tuples(
                        st.sampled_from(list(BlockKind)),
                        st.dictionaries(st.sampled_from(LANGUAGES), marked_texts(values)),
                    ),
                    max_size=4,
                )
            )
        )
    )
    headline = draw(marked_texts(values))
    return Release(
        id="r1",
        language="ar",
        languages=draw(st.permutations(LANGUAGES).map(tuple)),
        headline=Translated({"ar": headline} if headline.words else {}),
        headline_speaker=speakers[0].id if speakers else None,
        blocks=blocks,
        speakers=speakers,
        end_mark=draw(st.booleans()),
        unsure=frozenset(draw(st.sets(st.sampled_from(FIELDS)))),
    )


@st.composite
def marked_texts(draw: st.DrawFn, values: st.SearchStrategy[str]) -> Text:
    """Texts with spans that overlap, touch, nest and repeat."""
    said = draw(words)
    if not said:
        return Text()
    offset = st.integers(0, len(said))
    spans = draw(
        st.lists(
            st.tuples(
                st.sets(offset, min_size=2, max_size=2),
                st.sampled_from(list(Mark)),
                values,
                st.booleans(),
            ),
            max_size=4,
        )
    )
    marked = {
        Span(min(edges), max(edges), mark, value if mark is Mark.QUOTATION else "", unsure)
        for edges, mark, value, unsure in spans
    }
    return Text(said, tuple(sorted(marked)))
