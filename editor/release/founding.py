"""How a release becomes the content a draft begins with."""

import re

from editor.release.blocks import Blocks
from editor.release.content import DATELINE, FIELDS, HEADLINE, PLACE, SOURCE, SUBHEADLINE, Release
from editor.release.errors import RecordError
from editor.release.fields import Fields
from editor.release.record import Record
from editor.release.speakers import PARTS, Speakers
from editor.release.words import require_language

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")  # without the dots and slashes that part a key


def found(
    release: Release, record: Record, blocks: Blocks, speakers: Speakers, fields: Fields
) -> None:
    """Write a release into an empty record, keeping its ids.

    Raises:
        RecordError: An id, a language or a text is one that a record cannot hold.
    """
    _check(release)
    fields.begin(release.id, release.language)
    for code in release.languages:
        fields.add_language(code)
    _found_speakers(release, speakers)
    _found_fields(release, fields)
    _found_texts(release, record)
    last = None
    for block in release.blocks:
        last = blocks.insert(block.kind, last, block.texts, block.id)
        blocks.set_unsure(last, unsure=block.unsure)


def _found_speakers(release: Release, speakers: Speakers) -> None:
    for speaker in release.speakers:
        speakers.add(speaker=speaker.id)
        words = (speaker.names, speaker.honorifics, speaker.titles, speaker.organisations)
        for part, by_language in zip(PARTS, words, strict=True):
            for language, said in by_language.items():
                speakers.describe(speaker.id, language=language, **{part: said})
    for speaker in release.speakers:
        if release.speaker(speaker.reads_for):
            speakers.set_reads_for(speaker.id, speaker.reads_for)
        speakers.set_unsure(speaker.id, unsure=speaker.unsure)
    if release.speaker(release.headline_speaker):
        speakers.set_headline_speaker(release.headline_speaker)


def _found_fields(release: Release, fields: Fields) -> None:
    fields.set_kind(release.kind)
    fields.set_status(release.status)
    fields.set_reference(release.reference)
    fields.set_embargo(release.embargo)
    fields.set_date(release.dateline.date)
    fields.set_hijri_shift(release.dateline.hijri_shift)
    fields.set_end_mark(present=release.end_mark)
    for name in release.unsure:
        fields.doubt(name)


def _found_texts(release: Release, record: Record) -> None:
    for where, texts in ((HEADLINE, release.headline), (SUBHEADLINE, release.subheadline)):
        for language, text in texts.items():
            record.replace(where, language, 0, 0, text)
    line = release.dateline
    # The written dateline comes last: editing a part of it empties it.
    for where, parts in ((PLACE, line.places), (SOURCE, line.sources), (DATELINE, line.written)):
        for language, words in parts.items():
            record.replace(where, language, 0, 0, words)


def _check(release: Release) -> None:
    ids = [block.id for block in release.blocks]
    for group in (ids, [speaker.id for speaker in release.speakers]):
        for one in group:
            if not _ID.fullmatch(one) or one in FIELDS or group.count(one) > 1:
                raise RecordError("record.bad_id", id=one)
    texts = [block.texts for block in release.blocks]
    for by_language in (release.headline, release.subheadline, *texts):
        for language in by_language:
            require_language(language)
    for code in (release.language, *release.languages):
        require_language(code)
