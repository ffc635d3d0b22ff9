"""People and speech in Arabic sentences."""
