"""A package is a ZIP file like any other, put together from what is compressed already."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from editor.writing.docx.archive import archive, member


@given(
    st.dictionaries(
        st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=20),
        st.binary(max_size=400),
    )
)
def test_what_goes_in_comes_out(files: dict[str, bytes]) -> None:
    """In the order given, whole, and without a date."""
    data = archive(member(name, content) for name, content in files.items())

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {name: package.read(name) for name in package.namelist()} == files
        assert package.namelist() == list(files)
        assert package.testzip() is None
        for entry in package.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.create_system == 0


def test_a_member_may_be_in_many_files() -> None:
    """It is compressed once; the files are the same bytes every time."""
    font = member("fonts/one", b"abc" * 1000)

    assert archive([font]) == archive([font])
    assert len(archive([font])) < 300
