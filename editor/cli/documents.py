"""`fix`, `import` and `export`: commands that write files."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from editor.checks import Checker
from editor.checks.fixes import apply, fix_text
from editor.cli.files import Opened, open_file
from editor.house.file_names import file_name
from editor.messages import say
from editor.reading import read_text
from editor.release.draft import Draft
from editor.release.source import Source
from editor.storage import ReleaseFile, read_draft
from editor.writing.saving import make_folder, refuse_existing, write_whole


def fix(options: argparse.Namespace, language: str) -> int:
    """Apply every safe fix: text in, text out; a record in, a record out."""
    refuse_existing(options.out, force=options.force)
    opened = open_file(options.file, options.house)
    if opened.source is None:
        count = _fix_record(options, opened)
    else:
        count = _fix_text(options, opened, opened.source)
    _tell(say("cli.fixed", language, count=count, path=options.out))
    return 0


def _fix_text(options: argparse.Namespace, opened: Opened, source: Source) -> int:
    fixed = fix_text(source.text, lambda text: read_text(text, house=opened.house), opened.house)
    write_whole(options.out, _encoded(fixed.text, source))
    return fixed.count


def _encoded(text: str, source: Source) -> bytes:
    """In the encoding it came in; in UTF-8 if a fix brought a character that has no place there."""
    try:
        return text.encode(source.encoding)
    except UnicodeEncodeError:
        return text.encode("utf-8")


def _fix_record(options: argparse.Namespace, opened: Opened) -> int:
    """The same record, mended, in a file of its own: copies of the old one can still be merged."""
    draft = read_draft(options.file)
    count = mend(draft, Checker(opened.house))
    with ReleaseFile.create(options.out, draft, force=options.force):
        return count


def mend(draft: Draft, checker: Checker) -> int:
    """Take safe fixes until none is left; returns how many were taken."""
    total = 0
    while taken := apply(draft, checker.check(draft.snapshot())):
        total += taken
    return total


def import_text(options: argparse.Namespace, language: str) -> int:
    """Read a text into a new release file."""
    refuse_existing(options.out, force=options.force)
    opened = open_file(options.file, options.house)
    with ReleaseFile.create(options.out, Draft.from_release(opened.release), force=options.force):
        pass
    _tell(say("cli.imported", language, path=options.out))
    return 0


def export(options: argparse.Namespace, language: str) -> int:
    """Write a release as documents in the house style."""
    opened = open_file(options.file, options.house)
    languages = options.lang or [opened.release.language]
    targets = {
        (kind, code): _target(options, opened, kind, code, several=len(languages) > 1)
        for kind in dict.fromkeys(options.formats)
        for code in dict.fromkeys(languages)
    }
    for path in targets.values():
        refuse_existing(path, force=options.force)
    for (kind, code), path in targets.items():
        write_whole(path, _writer(kind)(opened, code))
        _tell(say("cli.written", language, path=path))
    return 0


def _target(
    options: argparse.Namespace, opened: Opened, kind: str, code: str, *, several: bool
) -> Path:
    folder = options.out or options.file.parent
    make_folder(folder)
    name = file_name(
        opened.release,
        opened.house,
        code,
        options.file.stem,
        several=several,
        is_record=opened.source is None,
    )
    return Path(folder) / f"{name}.{kind}"


def _writer(kind: str) -> Callable[[Opened, str], bytes]:
    from editor.writing import write_docx, write_pdf  # noqa: PLC0415 - only when it is needed

    write = {"pdf": write_pdf, "docx": write_docx}[kind]
    return lambda opened, code: write(opened.release, opened.house, code)


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stdout)
