"""Tables of words beside the rules: data that a linguist can read and mend."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parent / "rules" / "tables"


@cache
def table(name: str) -> dict[str, Any]:
    """The contents of `rules/tables/<name>.toml`; whoever asks knows their shape."""
    return tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))
