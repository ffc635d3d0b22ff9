"""Nothing leaves in a document but what it prints: the raw bytes of every format are searched."""

import io
import platform
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from editor.app import main
from editor.release.content import BlockKind, Mark, Status
from editor.release.draft import Draft
from editor.storage import ReleaseFile
from tests.writing import releases

FORMATS = ("pdf", "docx", "html", "txt", "md", "shaped")
AUTHOR = "Layla-Author-Secret"
USER = "officer-user-secret"
COMPUTER = "desk-computer-secret"
FOLDER = "folder-path-secret"
DELETED = "deleted-words-secret"
DELETED_ARABIC = "سري محذوف"
REMOVED_BLOCK = "removed-block-secret"
REASON = "reason-for-export-secret"
OTHER_LANGUAGE = "unasked-language-secret"
UNQUOTED = "Unquoted-Speaker-Secret"
SECRETS = (
    AUTHOR,
    USER,
    COMPUTER,
    FOLDER,
    DELETED,
    DELETED_ARABIC,
    REMOVED_BLOCK,
    REASON,
    OTHER_LANGUAGE,
    UNQUOTED,
)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every format of a record with a past, written by a person on a machine with names."""
    folder = tmp_path_factory.mktemp("home") / FOLDER
    folder.mkdir()
    file = folder / "news.bayan"
    with ReleaseFile.create(file, worked_on()) as made:
        block = made.draft.snapshot().blocks[0].id
        made.draft.replace(block, "ar", 0, 0, f"{DELETED} {DELETED_ARABIC} ")
        made.flush()
        made.draft.undo()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "C.UTF-8")
        for name in ("USER", "USERNAME", "LOGNAME", "NAME", "EMAIL"):
            patch.setenv(name, USER)
        for name in ("HOSTNAME", "COMPUTERNAME", "HOST"):
            patch.setenv(name, COMPUTER)
        formats = [part for kind in FORMATS for part in ("--to", kind)]
        command = ["export", str(file), *formats, "--width", "60", "--despite", REASON]
        assert main([*command, "--out", str(folder / "out")]) == 0
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


def worked_on() -> Draft:
    draft = Draft.from_release(releases.sample(), author=AUTHOR)
    draft.set_status(Status.APPROVED)
    block = draft.snapshot().blocks[0].id
    draft.replace(block, "ar", 0, 0, f"{DELETED} ")
    draft.replace(block, "ar", 0, len(DELETED) + 1, "")
    removed = draft.insert_block(BlockKind.PARAGRAPH, block, {"ar": REMOVED_BLOCK})
    draft.remove_block(removed)
    draft.add_language("en")
    draft.replace(block, "en", 0, 0, OTHER_LANGUAGE)
    speaker = draft.add_speaker()
    draft.set_speaker(speaker, language="ar", name=UNQUOTED)
    draft.mark(block, "ar", 0, 2, Mark.EMPHASIS)
    return draft


def everything_in(data: bytes) -> Iterator[bytes]:
    """The bytes of a document, and all that is packed inside them."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for item in package.infolist():
                yield item.filename.encode() + item.comment + item.extra
                yield from everything_in(package.read(item))
    if data.startswith(b"%PDF-"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for thing in pdf.objects:
                yield from _strings(thing)
                if isinstance(thing, pikepdf.Stream):
                    yield thing.read_bytes()


def _strings(thing: pikepdf.Object) -> Iterator[bytes]:
    """The strings of an object of a PDF, decoded, and those of what is directly in it."""
    if isinstance(thing, pikepdf.String):
        yield str(thing).encode()
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key in thing.keys():  # noqa: SIM118 - a stream has keys and is no mapping
            yield from _direct(thing[key])
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            yield from _direct(value)


def _direct(value: object) -> Iterator[bytes]:
    if isinstance(value, pikepdf.Object) and not value.is_indirect:
        yield from _strings(value)


def forms(secret: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        yield secret.encode(encoding)
        yield secret.upper().encode(encoding)
        yield secret.encode(encoding).hex().encode()
        yield secret.encode(encoding).hex().upper().encode()


def test_every_format_was_written(exported: dict[str, bytes]) -> None:
    endings = {name.partition(".")[2] for name in exported}
    assert endings == {"pdf", "docx", "html", "txt", "md", "shaped.txt"}
    assert {name.partition(".")[0] for name in exported} == {"news"}


@pytest.mark.parametrize("ending", ["pdf", "docx", "html", "txt", "md", "shaped.txt"])
def test_no_name_path_or_former_word_leaves(exported: dict[str, bytes], ending: str) -> None:
    found = list(everything_in(exported[f"news.{ending}"]))
    for secret in SECRETS:
        for form in forms(secret):
            assert not any(form in piece for piece in found), secret


@pytest.mark.parametrize("ending", ["pdf", "docx", "html", "txt", "md", "shaped.txt"])
def test_no_name_of_this_machine_or_person_leaves(exported: dict[str, bytes], ending: str) -> None:
    """Whatever the machine is called that runs this; short names are words of any text."""
    names = {platform.node(), str(Path.home()), str(Path(__file__).parents[2]), platform.release()}
    found = list(everything_in(exported[f"news.{ending}"]))
    for name in filter(lambda name: len(name) > 5, names):
        assert not any(form in piece for form in forms(name) for piece in found), name


def test_the_search_finds_what_is_there(exported: dict[str, bytes]) -> None:
    """A word that is printed is found in every format, or the search proves nothing."""
    for ending in ("docx", "html", "txt", "md"):
        found = list(everything_in(exported[f"news.{ending}"]))
        assert any("العثيمين".encode() in piece for piece in found), ending
    title = "العثيمين: رواد".encode()
    assert any(title in piece for piece in everything_in(exported["news.pdf"]))
