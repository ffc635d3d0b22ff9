"""`show`: what a release holds, for people and scripts."""

import argparse
import textwrap
from collections.abc import Iterator

from editor.cli.files import open_file
from editor.cli.shapes import print_json, release_shape
from editor.messages import say
from editor.release.content import DATELINE, Block, Mark, Release, Speaker
from editor.release.languages import LANGUAGES


def show(options: argparse.Namespace, language: str) -> int:
    """Print the structure of a release."""
    release = open_file(options.file, options.house).release
    if options.json:
        print_json(release_shape(release, release.language))
    else:
        print("\n".join(_outline(release, language)))
    return 0


def _outline(release: Release, language: str) -> Iterator[str]:
    names = {speaker.id: _speaker_name(speaker, release.language) for speaker in release.speakers}
    yield from _head(release, names, language)
    for block in release.blocks:
        yield from _paragraph(block, release.language, names, language)
    yield f"\n{_label('speakers', language)}:"
    for speaker in release.speakers:
        line = f"  [{speaker.id}] {names[speaker.id]}{_doubt(speaker.unsure, language)}"
        if speaker.reads_for:
            line += f" ({_label('reads_for', language)} {names.get(speaker.reads_for, '—')})"
        yield line
    yield f"{_label('end_mark', language)}: {_label('yes' if release.end_mark else 'no', language)}"


def _head(release: Release, names: dict[str, str], language: str) -> Iterator[str]:
    shape = release_shape(release, release.language)
    yield f"{_label('headline', language)}: {shape['headline']['text'] or '—'}"
    if release.headline_speaker:
        yield f"  {_label('speaker', language)}: {names.get(release.headline_speaker, '—')}"
    dateline = " · ".join(part for part in shape["dateline"].values() if part) or "—"
    doubt = _doubt(DATELINE in release.unsure, language)
    yield f"{_label('dateline', language)}: {dateline}{doubt}"
    for name in ("subheadline", "reference", "embargo"):
        if shape[name]:
            yield f"{_label(name, language)}: {shape[name]}"


def _paragraph(block: Block, code: str, names: dict[str, str], language: str) -> Iterator[str]:
    text = block.text(code)
    kind = say(f"cli.kind.{block.kind.value}", language)
    yield f"\n[{block.id}] {kind}{_doubt(block.unsure, language)}\n{text.words}"
    for span in text.marked(Mark.QUOTATION):
        words = textwrap.shorten(text.words[span.start : span.end], 60, placeholder="…")
        who = f"{names.get(span.value, '—')}{_doubt(span.unsure, language)}"
        yield f"  {_label('quotation', language)} {who}: {words}"


def _label(name: str, language: str) -> str:
    return say(f"cli.show.{name}", language)


def _doubt(unsure: bool, language: str) -> str:  # noqa: FBT001 - what every shown value carries
    return f" ({_label('unsure', language)})" if unsure else ""


def _speaker_name(speaker: Speaker, code: str) -> str:
    """Honorific and name, then the office: «الدكتور يوسف العثيمين، الأمين العام»."""
    name = f"{speaker.honorifics.get(code, '')} {speaker.names.get(code, '')}".strip()
    parts = [part for part in (name, speaker.titles.get(code, "")) if part]
    return ("، " if LANGUAGES[code].is_rtl else ", ").join(parts) or "—"
