"""What the window remembers from one start to the next: files, language, size."""

import contextlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_state_path

from editor.messages import BayanError
from editor.writing.saving import write_whole

MOST_FILES = 20


@dataclass(slots=True)
class Memory:
    """What is remembered; nothing in it is the person's work, so what is lost does no harm.

    Attributes:
        path: Where it is kept.
        files: The release files that were open, the latest first.
        language: The language of the interface that was chosen, or "" for the system's.
        geometry: Where the window stood, as Qt writes it, in hexadecimal digits.
    """

    path: Path
    files: list[str] = field(default_factory=list)
    language: str = ""
    geometry: str = ""

    def note(self, file: Path) -> None:
        """Put a file at the head of those that were open."""
        name = str(file)
        self.files = [name, *(each for each in self.files if each != name)][:MOST_FILES]

    def latest(self) -> Path | None:
        """The release file that was open last and is still there."""
        return next((Path(name) for name in self.files if Path(name).is_file()), None)

    def keep(self) -> None:
        """Write it down; where that cannot be done, the next start begins afresh."""
        content = {"files": self.files, "language": self.language, "geometry": self.geometry}
        with contextlib.suppress(OSError, BayanError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, json.dumps(content, ensure_ascii=False, indent=1).encode())


def recall(path: Path | None = None) -> Memory:
    """What was remembered; nothing where it cannot be read.

    Args:
        path: Where it is kept; the person's own folder for such things by default.
    """
    path = path or user_state_path("bayan", appauthor=False) / "window.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        files = [name for name in content.get("files", ()) if isinstance(name, str)]
        return Memory(path, files, str(content.get("language", "")), str(content["geometry"]))
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return Memory(path)
