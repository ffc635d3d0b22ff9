"""Bayan, a desktop editor for press releases."""

__version__ = "0.1.0"
