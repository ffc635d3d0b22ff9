"""Writes a release as Markdown (CommonMark 0.31), for websites and repositories.

What could be read as markup in the words is escaped; a bare address of the web stays one. Markdown
has no word for direction: isolates are kept where a line would be seen in another order without.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import regex

from editor.house.style import House
from editor.release.content import Mark, Release
from editor.text.sparing import spared
from editor.writing.document import Document, compose
from editor.writing.parts import Part, Role, parts
from editor.writing.runs import Run

_PREFIXES = {
    Role.HEADLINE: "# ",
    Role.SUBHEADING: "## ",
    Role.SECTION_TITLE: "## ",
    Role.LIST_ITEM: "- ",
    Role.NOTICE: "> ",
}
_STRONG = frozenset({Role.ORGANISATION, Role.NOTICE, Role.DATELINE})
_EMPHASISED = frozenset({Role.SUBHEADLINE})
_NEXT_LINES = {Role.LIST_ITEM: "  ", Role.NOTICE: "> "}
"""What the second line of a part begins with, so that it goes on."""
_ONE_LINE = frozenset({Role.HEADLINE, Role.SUBHEADING, Role.SECTION_TITLE})
_ADDRESS = regex.compile(r"https?://[^\s<>\u2066-\u2069«»“”\"،؛]+(?<![.,;:!?…'’؟()\[\]*_])")
_MARKUP = regex.compile(r"[\\`*_{}\[\]<>&~|]")
_AT_START = regex.compile(r"^[ \t]*(?:([-+#=:>])|(\d{1,9})([.)]))")
_ADJOINS = regex.compile(r"[\p{L}\p{N}\p{M}]")
_PUNCTUATION = regex.compile(r"[\p{P}\p{S}]")
_MARKS = ((Mark.STRONG, "**", "strong"), (Mark.EMPHASIS, "*", "em"))


def write_markdown(release: Release, house: House, language: str) -> bytes:
    """The release in one language as Markdown, in UTF-8.

    Raises:
        WritingError: The house has no wording for the language.
    """
    return markdown_text(compose(release, house, language)).encode()


def markdown_text(document: Document) -> str:
    """A document as Markdown; see `write_markdown`."""
    pieces: list[str] = []
    all_parts = list(parts(document))
    for before, part in pairwise([None, *all_parts]):
        if part is None:
            continue
        if before is not None:
            pieces.append(_between(before, part))
        pieces += _part(part, document.language.code)
    return "".join(pieces) + "\n"


def _between(before: Part, part: Part) -> str:
    """What parts two parts: lines that belong together are one paragraph with line breaks."""
    if not part.follows(before) or before.role in _ONE_LINE:
        return "\n\n"
    return "\n" if part.role is Role.LIST_ITEM else "\\\n"


def _part(part: Part, language: str) -> Iterator[str]:
    inner = _runs(part.runs)
    if part.role in _STRONG | _EMPHASISED:
        fence = "**" if part.role in _STRONG else "*"
        inner = "\\\n".join(f"{fence}{line}{fence}" for line in inner.split("\\\n"))
    lines = [_guarded(spared(line.strip(" "), language)) for line in inner.split("\\\n")]
    yield _PREFIXES.get(part.role, "")
    if part.role in _ONE_LINE:
        yield " ".join(lines)
    else:
        yield ("\\\n" + _NEXT_LINES.get(part.role, "")).join(lines)


def _guarded(line: str) -> str:
    """A line that begins no list, heading or quotation by chance."""
    found = _AT_START.match(line)
    if found is None:
        return line
    place = found.start(1) if found[1] else found.start(3)
    return f"{line[:place]}\\{line[place:]}"


def _runs(runs: Sequence[Run]) -> str:
    """Runs with the marks that Markdown has: links, strong words, emphasis."""
    pieces = []
    for link, group in groupby(runs, key=lambda run: run.link):
        inner = _marked(list(group), 0)
        pieces.append(f"[{inner}](<{_escaped_address(link)}>)" if link else inner)
    return "".join(pieces)


def _marked(runs: Sequence[Run], level: int) -> str:
    if level == len(_MARKS):
        return "".join(_escaped(run.words) for run in runs)
    mark, fence, element = _MARKS[level]
    groups = [(key, list(group)) for key, group in groupby(runs, key=lambda run: mark in run.marks)]
    pieces = []
    for place, (has_mark, group) in enumerate(groups):
        inner = _marked(group, level + 1)
        if has_mark:
            before = groups[place - 1][1][-1].words[-1] if place else " "
            after = groups[place + 1][1][0].words[0] if place + 1 < len(groups) else " "
            inner = _fenced(inner, fence, element, before, after)
        pieces.append(inner)
    return "".join(pieces)


def _fenced(inner: str, fence: str, element: str, before: str, after: str) -> str:
    """Marked words between stars, or in an element where stars would not be taken for marks.

    CommonMark §6.2: a star opens nothing before a space, nor between a letter and punctuation.
    """
    words = inner.strip()
    if not words:
        return inner
    start, end = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    before, after = start[-1:] or before, end[:1] or after
    torn = (_PUNCTUATION.match(words[0]) and _ADJOINS.match(before)) or (
        _PUNCTUATION.match(words[-1]) and _ADJOINS.match(after)
    )
    if torn or "*" in (words[0], words[-1], before, after):
        return f"{start}<{element}>{words}</{element}>{end}"
    return f"{start}{fence}{words}{fence}{end}"


def _escaped(words: str) -> str:
    """Words of which nothing is markup; a line feed is a line break."""
    pieces = []
    done = 0
    words = words.replace("\u200b", "")
    for address in _ADDRESS.finditer(words):
        pieces += [_MARKUP.sub(r"\\\g<0>", words[done : address.start()]), f"<{address[0]}>"]
        done = address.end()
    pieces.append(_MARKUP.sub(r"\\\g<0>", words[done:]))
    return "".join(pieces).replace("\n", "\\\n")


def _escaped_address(link: str) -> str:
    return str(_MARKUP.sub(r"\\\g<0>", link))
