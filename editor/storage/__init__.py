"""The release file: an append-only log of a draft's updates in SQLite."""
