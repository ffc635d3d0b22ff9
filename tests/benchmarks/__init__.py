"""Figures, as ratios against a peer or the bare library in one run: `make bench`."""
