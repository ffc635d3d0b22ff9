"""How a release becomes the content a draft begins with."""

import re
from collections import Counter

from editor.release import blocks, order, speakers
from editor.release.content import (
    DATELINE,
    FIELDS,
    HEADLINE,
    PLACE,
    SOURCE,
    SUBHEADLINE,
    Release,
    Speaker,
)
from editor.release.contents import BLOCKS, META, PEOPLE
from editor.release.errors import RecordError
from editor.release.fields import Fields
from editor.release.record import Record
from editor.release.words import clean, require_language

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")  # without the dots and slashes that part a key


def found(release: Release, record: Record, fields: Fields) -> None:
    """Write a release into an empty record, keeping its ids.

    Raises:
        RecordError: An id, a language or a text is one that a record cannot hold.
    """
    _check(release)
    _found_fields(release, fields)
    _found_speakers(release, record)
    _found_texts(release, record)
    place = None
    for block in release.blocks:
        place = order.between(place, None) or ""
        blocks.bear(record, block.id, block.kind, place)
        if block.unsure:
            record.put(BLOCKS, f"{block.id}.unsure", value=True)
        for language, text in block.texts.items():
            record.replace(block.id, language, 0, 0, text)


def _found_fields(release: Release, fields: Fields) -> None:
    fields.begin(release.id, release.language)
    for code in release.languages:
        fields.add_language(code)
    fields.set_kind(release.kind)
    fields.set_status(release.status)
    fields.set_reference(release.reference)
    fields.set_embargo(release.embargo)
    fields.set_date(release.dateline.date)
    fields.set_hijri_shift(release.dateline.hijri_shift)
    fields.set_end_mark(release.end_mark)
    for name in release.unsure:
        fields.doubt(name)


def _found_speakers(release: Release, record: Record) -> None:
    place = None
    known = {speaker.id for speaker in release.speakers}
    for speaker in release.speakers:
        place = order.between(place, None) or ""
        speakers.bear(record, speaker.id, place)
        _describe(speaker, record)
        if speaker.reads_for in known:
            record.put(PEOPLE, f"{speaker.id}.reads_for", speaker.reads_for)
        if speaker.unsure:
            record.put(PEOPLE, f"{speaker.id}.unsure", value=True)
    if release.headline_speaker in known:
        record.put(META, "headline_speaker", release.headline_speaker)


def _describe(speaker: Speaker, record: Record) -> None:
    parts = (speaker.names, speaker.honorifics, speaker.titles, speaker.organisations)
    for part, by_language in zip(speakers.PARTS, parts, strict=True):
        for language, said in by_language.items():
            if said:
                record.put(PEOPLE, f"{speaker.id}.{part}.{language}", clean(said))


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
    for group in (release.blocks, release.speakers):
        for one, count in Counter(each.id for each in group).items():
            if not _ID.fullmatch(one) or one in FIELDS or count > 1:
                raise RecordError("record.bad_id", id=one)
    for speaker in release.speakers:
        if speaker.reads_for == speaker.id:
            raise RecordError("record.reads_for_oneself", speaker=speaker.id)
    for code in sorted(_languages(release)):
        require_language(code)


def _languages(release: Release) -> set[str]:
    line = release.dateline
    codes = {release.language, *release.languages}
    codes.update(release.headline, release.subheadline, line.places, line.sources, line.written)
    codes.update(*(block.texts for block in release.blocks))
    for speaker in release.speakers:
        codes.update(speaker.names, speaker.honorifics, speaker.titles, speaker.organisations)
    return codes
