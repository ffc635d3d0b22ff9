"""What an exported file is called, by the house's pattern.

A release that may not go out yet says so in the name of its file as it does on its pages: in a
word of its own language, from the wording's names of statuses.
"""

from collections.abc import Iterator

import regex

from editor.house.patterns import fill
from editor.house.style import House, Wording
from editor.release.content import Release

NAMED = ("stem", "reference", "date", "language", "notice")
"""What the pattern of a file's name may name."""

# What some file system cannot hold in a name (Windows the most), and what cannot be seen in one.
_UNUSABLE = regex.compile(r'[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+')
_MOST_BYTES = 200
"""Of a name without its ending: file systems stop at 255 bytes, its number and ending included."""


def file_name(
    release: Release,
    house: House,
    language: str,
    stem: str,
    *,
    several: bool = False,
    is_record: bool = True,
) -> str:
    """The name of a document, without its ending.

    Args:
        release: What is written.
        house: The house style, which has wording for the language.
        language: The code of the language that is written.
        stem: The name of the release's own file, without its ending.
        several: Whether other languages are written beside it.
        is_record: Whether the release is kept as a record. A text that was only read has no status
            that anyone gave it, so its file keeps its plain name; an embargo the text may state.
    """
    day = release.dateline.date
    values = {
        "stem": stem,
        "reference": release.reference.strip(),
        "date": day.isoformat() if day else "",
        "language": language if several else "",
        "notice": "-".join(_notices(release, house.wording[language], is_record=is_record)),
    }
    pattern = house.file_name
    if several and "{language}" not in pattern:
        pattern += "-{language}"  # or one would take the place of the other
    name = _cut(_UNUSABLE.sub("-", fill(pattern, values)))
    return name if name.strip("-") else stem


def _notices(release: Release, wording: Wording, *, is_record: bool) -> Iterator[str]:
    """Why it may not go out yet: every notice that stands over its text, in a word or two."""
    status = release.status.value
    if is_record and wording.banners.get(status):
        yield wording.statuses[status].replace(" ", "-")
    if release.embargo is not None:
        yield wording.labels.embargoed.replace(" ", "-")


def _cut(name: str) -> str:
    """A name that fits, without the dots and spaces that Windows takes off its ends."""
    return name.strip(" .").encode()[:_MOST_BYTES].decode(errors="ignore").rstrip(" .")
