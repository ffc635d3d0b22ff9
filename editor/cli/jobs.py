"""Exporting one release: what it takes, where its documents go, and whether it may go out.

A job and its outcome are plain values, so that another process can do it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from editor.cli.clearance import ExportError, goes_out, open_errors
from editor.cli.files import Opened, open_file
from editor.house.file_names import file_name
from editor.messages import BayanError, say
from editor.writing.document import WritingError
from editor.writing.saving import make_folder, refuse_existing, write_whole

ENDINGS = {
    "pdf": "pdf",
    "docx": "docx",
    "html": "html",
    "txt": "txt",
    "md": "md",
    "shaped": "shaped.txt",
}
"""The formats, each with the ending of its files' names."""

Targets = Mapping[tuple[str, str], Path]
"""The path of each document, by format and language."""


@dataclass(frozen=True, slots=True)
class Job:
    """One release to export.

    Attributes:
        file: The release, or a text.
        house: The name or folder of the house.
        formats: Which documents, by the keys of `ENDINGS`.
        languages: The codes of the languages to write; none for the original's.
        folder: Where to; None for beside the file.
        force: Whether what exists is replaced.
        width: The columns of a line of text; None for a line a paragraph.
        despite: Why it goes out in spite of errors; empty for no reason.
    """

    file: Path
    house: str
    formats: tuple[str, ...]
    languages: tuple[str, ...]
    folder: Path | None
    force: bool
    width: int | None
    despite: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job, in the person's language.

    Attributes:
        written: The documents that were written.
        warnings: What the person has to know although they were.
        failure: Why they were not; empty when they were.
    """

    written: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()
    failure: str = ""


def export(job: Job, language: str) -> Outcome:
    """Write the documents of one release, all or none that this program can foresee.

    Args:
        job: What is asked for.
        language: The language to speak to the person.

    Raises:
        BayanError: They could not be written, or may not be.
    """
    opened = open_file(job.file, job.house)
    paths = targets(job, opened)
    refuse_same_names({(job.file, *what): path for what, path in paths.items()})
    make_folder(_folder(job))
    for path in paths.values():
        refuse_existing(path, force=job.force)
    errors = open_errors(opened.release, opened.house, {c for _, c in paths}, opened.source)
    needs_reason = errors > 0 and opened.source is None and goes_out(opened.release)
    if needs_reason and not job.despite:
        raise ExportError("export.refused", path=job.file, count=errors)
    documents = {
        path: _write(kind, opened, code, job.width) for (kind, code), path in paths.items()
    }
    if needs_reason:
        _note(job, errors, [f"{code}.{ENDINGS[kind]}" for kind, code in paths])
    for path, document in documents.items():
        write_whole(path, document.data)
    return Outcome(tuple(paths.values()), tuple(_warnings(job, errors, documents, language)))


def _warnings(
    job: Job, errors: int, documents: Mapping[Path, "_Made"], language: str
) -> Iterator[str]:
    if errors:
        yield say("export.errors_open", language, path=job.file, count=errors)
    for path, document in documents.items():
        if document.unproved:
            yield say("export.unproved", language, path=path, count=document.unproved)


def attempt(job: Job, language: str) -> Outcome:
    """The same for one of many: what stops it is its outcome."""
    try:
        return export(job, language)
    except BayanError as error:
        return Outcome(failure=error.sentence(language))


def foresee(job: Job) -> Targets:
    """Where the documents of a job would go; nowhere, if it is going to fail."""
    try:
        return targets(job, open_file(job.file, job.house))
    except BayanError:
        return {}  # the job itself will say what is wrong


def targets(job: Job, opened: Opened) -> Targets:
    """Where the documents of a release go.

    Raises:
        WritingError: The house has no wording for one of the languages.
    """
    release, house = opened.release, opened.house
    languages = job.languages or (release.language,)
    for code in languages:
        if code not in house.wording:
            choices = ", ".join(house.wording)
            raise WritingError("writing.no_wording", found=code, house=house.name, choices=choices)
    stem, is_record = job.file.stem, opened.source is None
    names = {
        code: file_name(release, house, code, stem, several=len(languages) > 1, is_record=is_record)
        for code in languages
    }
    return {
        (kind, code): _folder(job) / f"{name}.{ENDINGS[kind]}"
        for kind in job.formats
        for code, name in names.items()
    }


def refuse_same_names(paths: Mapping[tuple[Path, str, str], Path]) -> None:
    """Refuse to write two documents into one file.

    Args:
        paths: The path of each document, by its release's file, format and language.

    Raises:
        ExportError: Two of them have one path, or differ in nothing but the case of letters.
    """
    seen: dict[str, Path] = {}
    for (file, _, _), path in paths.items():
        place = str(path.absolute()).casefold()
        if place in seen:
            raise ExportError("export.same_name", first=seen[place], second=file, name=path.name)
        seen[place] = file


def _folder(job: Job) -> Path:
    return job.folder or job.file.parent


def _note(job: Job, errors: int, names: list[str]) -> None:
    from editor.storage import ReleaseFile  # noqa: PLC0415 - only when it is needed

    with ReleaseFile.open(job.file) as file:
        file.draft.note_export(job.despite, errors=errors, names=names)


@dataclass(frozen=True, slots=True)
class _Made:
    """A document, and how many of its lines may be copied out of it in another order."""

    data: bytes
    unproved: int = 0


def _write(kind: str, opened: Opened, code: str, width: int | None) -> _Made:
    from editor import writing  # noqa: PLC0415 - only when it is needed

    release, house = opened.release, opened.house
    match kind:
        case "pdf":
            from editor.writing.pdf import PdfWriter  # noqa: PLC0415 - only when it is needed

            result = PdfWriter(house).mended(release, code)
            return _Made(result.data, len(result.unproved))
        case "docx":
            return _Made(writing.write_docx(release, house, code))
        case "html":
            return _Made(writing.write_html(release, house, code))
        case "md":
            return _Made(writing.write_markdown(release, house, code))
        case "shaped" if width is not None:
            return _Made(writing.write_shaped(release, house, code, width=width))
        case "txt":
            return _Made(writing.write_plain(release, house, code, width=width))
        case _:
            raise ExportError("export.shaped_needs_width")
