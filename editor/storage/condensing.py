"""Where the log meets the record: from updates to a checkpoint's state and its mirror."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from editor.release.draft import Draft
from editor.release.mirror import mirror


@dataclass(frozen=True, slots=True)
class Condensed:
    """The state that updates lead to.

    Attributes:
        state: A single update that leads to the same state.
        mirror: The release as JSON.
    """

    state: bytes
    mirror: str


Condense = Callable[[Iterable[bytes]], Condensed]


def condense(updates: Iterable[bytes]) -> Condensed:
    """Replay updates on a draft of their own, in whatever thread this is.

    Raises:
        RecordError: They do not lead to a release.
    """
    draft = Draft.from_updates(updates)
    content = json.dumps(mirror(draft.snapshot()), ensure_ascii=False)
    return Condensed(draft.updates_since(None), content)
