"""Addresses that a document may lead to."""

from collections.abc import Iterator
from urllib.parse import quote, urlsplit, urlunsplit

_SCHEMES = {"http", "https", "mailto"}
_ALLOWED = "%/:=&?~#+!$,;'@()*[]"


def followable(address: str) -> str:
    """The address as a URI, or "" when a reader should not or could not follow it.

    Only the web and e-mail are followed. Word refuses a whole document for one malformed address,
    so everything outside ASCII is written in its encoded form (RFC 3987 §3.1).
    """
    try:
        parts = urlsplit(address.strip())
        host = parts.netloc.encode("idna").decode("ascii") if parts.netloc else ""
        path, query, fragment = (
            quote(part, safe=_ALLOWED) for part in (parts.path, parts.query, parts.fragment)
        )
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme not in _SCHEMES or not (path if parts.scheme == "mailto" else host):
        return ""
    return urlunsplit((parts.scheme, host, path, query, fragment))


class Links:
    """The addresses that a document leads to, each with the id of its relationship."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def register(self, address: str) -> str:
        """The relationship id of an address, or "" where it is not to be followed."""
        target = followable(address)
        return self._ids.setdefault(target, f"link{len(self._ids) + 1}") if target else ""

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Each relationship id with its target."""
        return ((identity, target) for target, identity in self._ids.items())
