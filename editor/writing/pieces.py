"""All strings that a document prints, for who has to find them again on its pages."""

import dataclasses
import re
from collections.abc import Iterator

from editor.writing.document import Document
from editor.writing.runs import Run

_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def pieces(document: Document) -> Iterator[str]:
    """Every string of a document, however deep it stands.

    Runs that follow one another are one piece; what stands between the placeholders of a pattern is
    a piece each.
    """
    yield from _pieces(document)


def _pieces(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from filter(None, _PLACEHOLDER.split(value))
    elif isinstance(value, tuple):
        runs = [item for item in value if isinstance(item, Run)]
        if runs:
            yield "".join(run.words for run in runs)
        for item in value:
            if not isinstance(item, Run):
                yield from _pieces(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _pieces(getattr(value, field.name))
