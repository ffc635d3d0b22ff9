"""Content streams are read into operations, whatever way they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.writing.mending.tokens import NotUnderstoodError, operations


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"1 -.5 +2.25 cm", [(b"cm", [1.0, -0.5, 2.25])]),
        (b"/f0 12 Tf(a\\051)Tj", [(b"Tf", ["/f0", 12.0]), (b"Tj", [b"a)"])]),
        (b"(a(b)c\\)) Tj", [(b"Tj", [b"a(b)c)"])]),
        (b"(\\n\\\nx\\\\\\8\r\n) Tj", [(b"Tj", [b"\nx\\8\n"])]),
        (b"<0A 1> Tj", [(b"Tj", [b"\n\x10"])]),
        (b"[(a)-3<62>]TJ", [(b"TJ", [[b"a", -3.0, b"b"]])]),
        (
            b"/Span<</MCID 1/A[/B true]>>BDC",
            [(b"BDC", ["/Span", {"/MCID": 1.0, "/A": ["/B", 1.0]}])],
        ),
        (b"% a comment (\nq % another\nQ", [(b"q", []), (b"Q", [])]),
        (b"f* T* ' \"", [(b"f*", []), (b"T*", []), (b"'", []), (b'"', [])]),
        (b"", []),
    ],
)
def test_operations_are_read_with_their_operands(
    data: bytes, expected: list[tuple[bytes, list[object]]]
) -> None:
    assert [(found.operator, found.operands) for found in operations(data)] == expected


def test_an_operation_tells_where_it_stands() -> None:
    data = b"q  1 0 0 1 (x) 3 cm Q"
    assert [data[found.start : found.end] for found in operations(data)] == [
        b"q",
        b"1 0 0 1 (x) 3 cm",
        b"Q",
    ]


@pytest.mark.parametrize(
    "data",
    [b"(a", b"[1 2", b"1 2", b"<< /A >> BDC", b"]", b"[ 1 >> Tj", b"BI /W 1 ID x EI", b"{q}"],
)
def test_what_is_not_well_formed_is_not_understood(data: bytes) -> None:
    with pytest.raises(NotUnderstoodError):
        list(operations(data))


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_not_understood(data: bytes) -> None:
    try:
        found = list(operations(data))
    except NotUnderstoodError:
        return
    assert all(0 <= one.start < one.end <= len(data) for one in found)
