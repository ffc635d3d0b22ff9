"""Words a person accepts as right, kept per house in their data folder: a line a word."""

from pathlib import Path
from threading import Lock

from platformdirs import user_data_path


def accepted_words(house: str) -> "AcceptedWords":
    """The words accepted for a house, by the house's name."""
    return AcceptedWords(user_data_path("bayan", appauthor=False) / "words" / f"{house}.txt")


class AcceptedWords:
    """A list of words in a file; each change is written at once.

    Each change returns whether it changed anything, and the other one undoes it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._words: dict[str, None] | None = None

    def __contains__(self, word: str) -> bool:
        return word in self._read()

    def words(self) -> tuple[str, ...]:
        """All of them, the oldest first."""
        return tuple(self._read())

    def accept(self, word: str) -> bool:
        """Take a word in."""
        word = " ".join(word.split())
        with self._lock:
            words = self._read()
            if not word or word in words:
                return False
            return self._write({**words, word: None})

    def forget(self, word: str) -> bool:
        """Take a word out."""
        with self._lock:
            words = self._read()
            if word not in words:
                return False
            return self._write({other: None for other in words if other != word})

    def _read(self) -> dict[str, None]:
        if self._words is None:
            try:
                lines = self._path.read_text(encoding="utf-8").splitlines()
            except FileNotFoundError:
                lines = []
            self._words = {line.strip(): None for line in lines if line.strip()}
        return self._words

    def _write(self, words: dict[str, None]) -> bool:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
        beside.replace(self._path)
        self._words = words
        return True
