"""A small real dictionary of Hunspell's form, for tests that need none of the system's."""

from pathlib import Path

AFFIXES = "SET UTF-8\nTRY aeiou\n"


def write(folder: Path, name: str, *words: str) -> Path:
    """Write `<folder>/<name>.aff` and `.dic` of some words; returns the latter."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.aff").write_text(AFFIXES, encoding="utf-8")
    path = folder / f"{name}.dic"
    path.write_text("\n".join([str(len(words)), *words, ""]), encoding="utf-8")
    return path
