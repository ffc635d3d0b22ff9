"""Whether something removed is still what its remover saw.

Removing hides; what hides it is a fingerprint of the words that were there, in all languages. Words
that another person writes meanwhile change the fingerprint, so the block or speaker comes back by
itself, alike in every copy, and no word is lost unseen.
"""

import hashlib
from collections.abc import Iterable

VISIBLE = False
"""What is kept in the place of a fingerprint where nothing was removed."""


def fingerprint(words: Iterable[tuple[str, str]]) -> str:
    """The fingerprint of words by language (or by part and language); empty ones do not count."""
    digest = hashlib.blake2b(digest_size=12)
    for key, said in sorted(words):
        if said:
            for part in (key, said):
                digest.update(len(part.encode()).to_bytes(4, "big"))
                digest.update(part.encode())
    return digest.hexdigest()
