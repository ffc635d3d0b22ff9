"""Adding a dictionary: an `.oxt` of LibreOffice, or a pair of `.aff` and `.dic`.

It is copied under its language's name into the person's own dictionaries, where it comes before
all others; one that does not open is refused and nothing is changed.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from editor.messages import BayanError
from editor.text.spelling.dictionaries import Dictionary, own_folder
from editor.text.spelling.process import Process

MOST_BYTES = 64 * 1024 * 1024
LANGUAGES = ("ar", "en", "fr")
_ENDS = ("aff", "dic")
_HYPHENATION = "hyph_"
Pair = dict[str, bytes]
"""The contents of a dictionary's two files, by their endings."""


class DictionaryError(BayanError):
    """A dictionary could not be added."""


def add_dictionary(path: Path, language: str | None = None) -> str:
    """Add a dictionary for a language; returns the language's code.

    Args:
        path: An `.oxt`, or one file of a pair, the other beside it.
        language: The language's code; None to tell it by the file's name, `fr_FR.dic`.

    Raises:
        DictionaryError: There is no dictionary in the file, or it does not work.
    """
    if not path.is_file():
        raise DictionaryError("spelling.no_such_file", path=path)
    try:
        pairs = dict(_in_archive(path) if zipfile.is_zipfile(path) else _beside(path))
    except OSError as error:
        raise DictionaryError("spelling.unreadable", path=path, reason=error.strerror) from error
    except zipfile.BadZipFile as error:
        raise DictionaryError("spelling.not_a_dictionary", path=path) from error
    code, pair = _chosen(path, pairs, language)
    _try(path, pair, code)
    _write(own_folder(), code, pair)
    return code


def _in_archive(path: Path) -> Iterator[tuple[str, Pair]]:
    """Every pair in an archive, by the name of its files."""
    with zipfile.ZipFile(path) as archive:
        sizes = {info.filename: info.file_size for info in archive.infolist()}
        for name in sizes:
            files = {end: str(PurePosixPath(name).with_suffix(f".{end}")) for end in _ENDS}
            if name.endswith(".dic") and all(file in sizes for file in files.values()):
                if any(sizes[file] > MOST_BYTES for file in files.values()):
                    raise DictionaryError("spelling.too_large", path=path)
                yield (
                    PurePosixPath(name).stem,
                    {end: archive.read(file) for end, file in files.items()},
                )


def _beside(path: Path) -> Iterator[tuple[str, Pair]]:
    """The pair that a file belongs to, by its name."""
    files = {end: path.with_suffix(f".{end}") for end in _ENDS}
    if path.suffix not in {".aff", ".dic"}:
        return
    for file in files.values():
        if not file.is_file():
            raise DictionaryError("spelling.half_a_dictionary", path=path, missing=file)
        if file.stat().st_size > MOST_BYTES:
            raise DictionaryError("spelling.too_large", path=file)
    yield path.stem, {end: file.read_bytes() for end, file in files.items()}


def _chosen(path: Path, pairs: dict[str, Pair], language: str | None) -> tuple[str, Pair]:
    """The pair for the language, the shortest name first, and the language."""
    pairs = {name: pair for name, pair in pairs.items() if not name.startswith(_HYPHENATION)}
    if not pairs:
        raise DictionaryError("spelling.not_a_dictionary", path=path)
    of_language = {name: _language(name) for name in sorted(pairs, key=lambda n: (len(n), n))}
    wanted = [name for name, code in of_language.items() if code and language in {None, code}]
    if wanted:
        return language or of_language[wanted[0]], pairs[wanted[0]]
    if language is not None and len(pairs) == 1:
        return language, next(iter(pairs.values()))
    raise DictionaryError("spelling.which_language", path=path)


def _language(name: str) -> str:
    """The language that a name such as "fr_FR" or "en-GB" begins with; "" for none of ours."""
    code = name.replace("-", "_").partition("_")[0].lower()
    return code if code in LANGUAGES else ""


def _try(path: Path, pair: Pair, language: str) -> None:
    """Refuse a dictionary that the engine cannot open, or that has no words."""
    trial = own_folder() / "trial"
    _write(trial, language, pair)
    process = Process()
    try:
        words = _some_words(pair["dic"])
        files = (Dictionary(trial, language),)
        unknown = process.ask("look", language, files, words) if words else None
        if not isinstance(unknown, dict) or len(unknown) == len(words):
            raise DictionaryError("spelling.not_a_dictionary", path=path)
    finally:
        process.close()
        for file in trial.iterdir():
            file.unlink()
        trial.rmdir()


def _some_words(contents: bytes) -> list[str]:
    """The first words of a `.dic`, whose first line is their number; Latin letters at least."""
    lines = contents[: 1 << 16].decode("utf-8", "ignore").splitlines()[1:1000]
    words = {line.split("\t")[0].partition("/")[0].strip() for line in lines}
    return sorted(word for word in words if word)


def _write(folder: Path, language: str, pair: Pair) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for end, contents in pair.items():
        beside = folder / f"{language}.{end}.new"
        beside.write_bytes(contents)
        beside.replace(folder / f"{language}.{end}")
