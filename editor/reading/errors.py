"""What keeps a text from being read."""

from editor.messages import BayanError


class ReadingError(BayanError):
    """A text that cannot be read as a release; its key is ``reading.<reason>``."""

    def __init__(self, reason: str, **evidence: object) -> None:
        super().__init__(f"reading.{reason}", **evidence)
