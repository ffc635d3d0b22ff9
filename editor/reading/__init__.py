"""Other formats → a release: plain text first."""

from editor.reading.errors import ReadingError
from editor.reading.plain_text import Reading, read_text

__all__ = ["Reading", "ReadingError", "read_text"]
