"""Checking a release: the engine, its findings, and the rules."""
