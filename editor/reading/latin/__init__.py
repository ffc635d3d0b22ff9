"""People and speech in English and French sentences."""
