"""Mends a PDF after Typst, so that every word in it can be found and copied.

`placements` reads what stands where on a `page`, `lines` makes clusters and lines of it, `order`
proves their logical order from our own words, `runs` cuts them into strings, `glyphs` gives each
cluster codes of one character each, `streams` and `structure` write it all back; `mend` is the
whole. A line that cannot be proved stays as Typst made it and is told.

pikepdf and the rest are loaded when the first file is mended.
"""
