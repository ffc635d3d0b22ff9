"""Other formats → a release: plain text first."""
