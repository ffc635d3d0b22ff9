"""The one open release: on the disk by itself, checked beside the window, undone as a whole."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.desktop.opening import open_path
from editor.desktop.problems import Notice, Problems
from editor.desktop.session import Session
from editor.house import House
from editor.release.changes import Change
from editor.release.content import HEADLINE
from editor.release.draft import Draft
from editor.storage import ReleaseFile, StorageError, read_release
from editor.text.spelling import open_speller
from editor.text.spelling.dictionaries import own_folder
from tests.desktop.conftest import MakeDraft
from tests.text.spelling import dictionary


def test_what_is_typed_is_on_the_disk_without_saving(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.saved):
        session.draft.replace(HEADLINE, "ar", 0, 0, "عاجل ")
    assert read_release(session.file.path).headline["ar"].words.startswith("عاجل ")
    assert session.saved_at is not None


def test_the_release_is_checked_when_it_is_opened_and_after_a_pause(
    session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(session.findings))
    before = len(session.findings)
    with qtbot.waitSignal(session.findings_changed):
        session.draft.replace(HEADLINE, "ar", 0, 1, "")
        session.draft.replace("b1", "ar", 0, 0, "كلمة  كلمة ")
    assert len(session.findings) > before


def test_words_are_asked_of_the_speller_beside_the_window(
    house: House, application: QApplication, make_draft: MakeDraft, tmp_path: Path, qtbot: QtBot
) -> None:
    dictionary.write(own_folder(), "ar", "شكر", "بائعي", "الألبسة")
    speller = open_speller(house.name)
    session = Session(house, Problems(), speller=speller)
    session.open(ReleaseFile.create(tmp_path / "spelled.bayan", make_draft("شكر بائعي الالبسة.")))
    qtbot.waitUntil(lambda: "الالبسة" in {finding.text for finding in session.findings})
    session.close()
    speller.close()
    session.deleteLater()


def test_only_the_findings_of_what_stands_now_are_taken(session: Session, qtbot: QtBot) -> None:
    """An answer about words that have changed since would point at others."""
    qtbot.waitUntil(lambda: bool(session.findings))
    stale = session.release
    session.draft.replace("b1", "ar", 0, 0, "كلمة ")
    session._take_findings(session._checks.last, (stale, ()))
    assert session.findings


def test_every_change_is_told(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.changed) as told:
        session.draft.set_reference("إكو-2018/214")
    change = told.args[0]
    assert isinstance(change, Change)
    assert change.fields == {"reference"}


def test_undo_takes_back_words_and_fields_alike(session: Session) -> None:
    session.draft.replace(HEADLINE, "ar", 0, 0, "عاجل ")
    session.draft.set_reference("7")
    session.undo()
    assert session.release.reference == ""
    session.undo()
    assert not session.release.headline["ar"].words.startswith("عاجل")
    session.undo()
    session.redo()
    assert session.release.headline["ar"].words.startswith("عاجل")


def test_all_safe_fixes_are_one_step(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(session.findings))
    before = session.release
    assert session.fix_safe() > 5
    assert session.release != before
    session.undo()
    assert session.release == before


def test_a_fix_is_not_taken_where_its_words_have_changed(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(session.findings))
    finding = next(each for each in session.findings if each.where == "b5" and each.fixes)
    session.draft.replace("b5", "ar", 0, 0, "قبل ")
    before = session.release
    assert not session.take_fix(finding, finding.fixes[0])
    assert session.release is before


def test_another_release_takes_the_place_of_the_first(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    first = session.file.path
    other = ReleaseFile.create(tmp_path / "other.bayan", Draft.new("ar"))
    with qtbot.waitSignal(session.opened):
        session.open(other)
    assert session.release.blocks == ()
    ReleaseFile.open(first).close()  # nobody holds it any more


def test_a_disk_that_refuses_is_told_once_and_the_words_are_kept(
    application: QApplication,
    house: House,
    problems: Problems,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[Notice] = []
    problems.listen(told.append)
    folder = tmp_path / "stick"
    folder.mkdir()
    session = Session(house, problems)
    session.open(ReleaseFile.create(folder / "a.bayan", Draft.new("ar")))
    (folder / "a.bayan").rename(tmp_path / "elsewhere.bayan")  # the stick is pulled out
    session.draft.replace(HEADLINE, "ar", 0, 0, "جدة")
    qtbot.waitUntil(lambda: any(notice.topic == "storage" for notice in told))
    assert session.saved_at is None
    assert session.release.headline["ar"].words == "جدة"
    with pytest.raises(StorageError):
        session.close()
    session.abandon()
    session.close()


def test_a_text_is_opened_once_and_then_its_release(
    house: House, sample: Path, tmp_path: Path
) -> None:
    text = tmp_path / sample.name
    text.write_bytes(sample.read_bytes())
    with open_path(text, house).file as first:
        first.draft.replace(HEADLINE, "ar", 0, 0, "عاجل ")
    with open_path(text, house).file as again:
        assert again.path == first.path == tmp_path / "oic-2018-social-media.bayan"
        assert again.draft.snapshot().headline["ar"].words.startswith("عاجل")
    assert text.read_bytes() == sample.read_bytes()
