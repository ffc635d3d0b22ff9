"""Reads a content stream of a PDF as operations (ISO 32000-1, 7.2 and 7.8.2).

Each operation keeps where it stands, so that what is not changed is copied byte by byte.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

Operand = float | str | bytes | list["Operand"] | dict[str, "Operand"]
"""A number, a name (with its slash), a string, an array or a dictionary."""


class NotUnderstoodError(Exception):
    """A page, a font or a file is not written in the way this package knows."""


class Operation(NamedTuple):
    """An operator with its operands; `start` and `end` are places in the stream."""

    operator: bytes
    operands: list[Operand]
    start: int
    end: int


_TOKEN = re.compile(
    rb"[\x00\t\n\f\r ]*(?:%[^\r\n]*[\x00\t\n\f\r ]*)*(?:"
    rb"(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?=[\x00\t\n\f\r \[\]()<>/%]|$|[A-Za-z'\"]))"
    rb"|(?P<string>\()"
    rb"|(?P<name>/[^\x00\t\n\f\r \[\]()<>{}/%]*)"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9*'\"]*)"
    rb"|(?P<open>\[|<<)"
    rb"|(?P<close>\]|>>)"
    rb"|(?P<hex><[0-9A-Fa-f\x00\t\n\f\r ]*>)"
    rb"|(?P<end>$))",
    re.DOTALL,
)
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\(\r\n|[0-7]{1,3}|.)|\r\n|\r", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b""}
_CONSTANTS = {b"true": 1.0, b"false": 0.0, b"null": 0.0}


def operations(data: bytes) -> Iterator[Operation]:
    """The operations of a content stream.

    Raises:
        NotUnderstoodError: It has an inline image, or is not well formed.
    """
    first = -1
    operands: list[Operand] = []
    open_ones: list[tuple[bytes, list[Operand]]] = []
    for kind, raw, start, end in _tokens(data):
        first = start if first < 0 else first
        if kind == "operator" and raw not in _CONSTANTS:
            if raw == b"BI" or open_ones:
                raise NotUnderstoodError("content stream", start)
            yield Operation(raw, operands, first, end)
            operands, first = [], -1
        elif kind == "open":
            open_ones.append((raw, operands))
            operands = []
        elif kind == "close":
            operands = _closed(raw, operands, open_ones)
        else:
            operands.append(_value(kind, raw))
    if open_ones or operands:
        raise NotUnderstoodError("content stream", len(data))


def _tokens(data: bytes) -> Iterator[tuple[str, bytes, int, int]]:
    """The kind, the bytes and the place of each token."""
    place = 0
    while True:
        token = _TOKEN.match(data, place)
        if token is None or token.lastgroup is None:
            raise NotUnderstoodError("content stream", place)
        kind, start, place = token.lastgroup, token.start(token.lastgroup), token.end()
        if kind == "end":
            return
        if kind == "string":
            place = _string_end(data, place)
        yield kind, data[start:place], start, place


def _closed(
    raw: bytes, inner: list[Operand], open_ones: list[tuple[bytes, list[Operand]]]
) -> list[Operand]:
    """The operands around an array or a dictionary that ends here, with it."""
    opener = b"[" if raw == b"]" else b"<<"
    if not open_ones or open_ones[-1][0] != opener:
        raise NotUnderstoodError("brackets")
    _, operands = open_ones.pop()
    if raw == b"]":
        operands.append(inner)
        return operands
    keys, values = inner[::2], inner[1::2]
    if len(keys) != len(values):
        raise NotUnderstoodError("dictionary")
    operands.append({str(key): value for key, value in zip(keys, values, strict=True)})
    return operands


def _string_end(data: bytes, place: int) -> int:
    """Where a string ends, whose opening parenthesis stands before `place`."""
    depth = 1
    for found in _PARENTHESIS.finditer(data, place):
        depth += (found[0] == b"(") - (found[0] == b")")
        if not depth:
            return found.end()
    raise NotUnderstoodError("string", place)


def _value(kind: str, raw: bytes) -> Operand:
    if kind == "number":
        return float(raw)
    if kind == "name":
        return raw.decode("latin-1")
    if kind == "string":
        return _ESCAPE.sub(_unescaped, raw[1:-1]) if b"\\" in raw or b"\r" in raw else raw[1:-1]
    if kind == "hex":
        digits = b"".join(raw[1:-1].replace(b"\x00", b" ").split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return _CONSTANTS[raw]


def _unescaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    if code is None:
        return b"\n"  # the end of a line, however it is written
    if code[:1].isdigit() and code[:1] not in b"89":
        return bytes((int(code, 8) & 0xFF,))
    return _ESCAPED.get(code, b"" if code == b"\r\n" else code)
