"""`fix` and `import`: commands that write a file."""

import argparse
import sys

from editor.checks import Checker
from editor.checks.fixes import fix_draft, fix_text
from editor.cli.dictionaries import spelling
from editor.cli.files import Opened, open_file
from editor.messages import say
from editor.reading import read_text
from editor.release.draft import Draft
from editor.release.source import Source
from editor.storage import ReleaseFile, read_draft
from editor.text.spelling import Speller
from editor.writing.saving import refuse_existing, write_whole


def fix(options: argparse.Namespace, language: str) -> int:
    """Apply every safe fix: text in, text out; a record in, a record out."""
    refuse_existing(options.out, force=options.force)
    opened = open_file(options.file, options.house)
    with spelling(opened) as speller:
        if opened.source is None:
            count = _fix_record(options, opened, speller)
        else:
            count = _fix_text(options, opened, opened.source, speller)
    _tell(say("cli.fixed", language, count=count, path=options.out))
    return 0


def _fix_text(options: argparse.Namespace, opened: Opened, source: Source, speller: Speller) -> int:
    house = opened.house
    fixed = fix_text(source.text, lambda text: read_text(text, house=house), house, speller)
    write_whole(options.out, _encoded(fixed.text, source))
    return fixed.count


def _encoded(text: str, source: Source) -> bytes:
    """In the encoding it came in; in UTF-8 if a fix brought a character that has no place there."""
    try:
        return text.encode(source.encoding)
    except UnicodeEncodeError:
        return text.encode("utf-8")


def _fix_record(options: argparse.Namespace, opened: Opened, speller: Speller) -> int:
    """The same record, mended, in a file of its own: copies of the old one can still be merged."""
    draft = read_draft(options.file)
    count = fix_draft(draft, Checker(opened.house, speller=speller))
    with ReleaseFile.create(options.out, draft, force=options.force):
        return count


def import_text(options: argparse.Namespace, language: str) -> int:
    """Read a text into a new release file."""
    refuse_existing(options.out, force=options.force)
    opened = open_file(options.file, options.house)
    with ReleaseFile.create(options.out, Draft.from_release(opened.release), force=options.force):
        pass
    _tell(say("cli.imported", language, path=options.out))
    return 0


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stdout)
