"""`house new`, `house check` and `house preview`: a house of one's own, from the command line."""

import json
import shutil
from pathlib import Path

import pytest

from editor.app import main
from editor.cli import houses
from editor.cli.specimens import ISSUED, specimens
from editor.house import load_house
from editor.house.loading import TEMPLATES, places
from editor.reading import read_text
from editor.release.content import BlockKind, Mark
from editor.release.languages import LANGUAGES
from editor.writing.document import compose
from editor.writing.runs import without_isolates

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def mine(tmp_path: Path, capsys: Capture) -> Path:
    """A new house."""
    assert main(["house", "new", "mine", "--out", str(tmp_path)]) == 0
    assert "house preview" in capsys.readouterr().out
    return tmp_path / "mine"


def test_a_new_house_is_in_order_and_makes_documents(mine: Path, sample: Path) -> None:
    assert main(["house", "check", str(mine)]) == 0
    arguments = ["--to", "pdf", "--to", "docx", "--house", str(mine), "--out", str(mine.parent)]
    assert main(["export", str(sample), *arguments]) == 0
    made = {path.suffix for path in mine.parent.iterdir() if path.stem.endswith(sample.stem)}
    assert made == {".pdf", ".docx"}


def test_a_new_house_may_be_made_from_any_other(tmp_path: Path) -> None:
    assert main(["house", "new", "بيت", "--from", "oic", "--out", str(tmp_path)]) == 0
    assert load_house(tmp_path / "بيت").colours == load_house("oic").colours


def test_a_new_house_is_kept_where_the_program_finds_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In a checkout beside the others; elsewhere in the person's own data folder."""
    program, own = places()
    assert houses.usual_place() == program
    installed = tmp_path / "installed/templates"
    shutil.copytree(TEMPLATES, installed)
    monkeypatch.setattr("editor.house.loading.TEMPLATES", installed)
    assert main(["house", "new", "desk"]) == 0
    assert load_house("desk").folder == str(own / "desk")
    assert main(["house", "new", "desk"]) == 2


@pytest.mark.parametrize("name", ["", "a b", "../x", "x/y", "C:x", "-x", ".", "a" * 65])
def test_a_name_that_is_none_is_refused(name: str, tmp_path: Path, capsys: Capture) -> None:
    assert main(["house", "new", "--out", str(tmp_path), "--", name]) == 2
    assert "name" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_house_that_is_there_is_left_as_it_is(mine: Path, capsys: Capture) -> None:
    (mine / "house.toml").write_text("# mine")
    assert main(["house", "new", "mine", "--out", str(mine.parent)]) == 2
    assert "mine" in capsys.readouterr().err
    assert (mine / "house.toml").read_text() == "# mine"


@pytest.mark.parametrize("action", ["check", "preview"])
def test_a_house_that_is_not_there_is_bad_input(action: str, capsys: Capture) -> None:
    assert main(["house", action, "nowhere"]) == 2
    assert "ministry, oic" in capsys.readouterr().err


SPOILT = [
    ("house.toml", "top = 26", "top = 'wide'", "house.toml", "page.top"),
    ("docx.toml", "bold = true", "bold = 7", "docx.toml", "styles.headline.bold"),
    ("docx.toml", 'colour = "line"\nwidth', 'colour = "no"\nwidth', "docx.toml", "masthead.colour"),
    ("house.toml", "#51606E", "#A1B0BE", "house.toml", "colours.muted"),
    ("wording/fr.toml", '"french"', '"gulf"', "wording/fr.toml", "month_system"),
    ("wording/ar.toml", "halves =", "half =", "wording/ar.toml", "half"),
    ("release.typ", "#release_page(", "#release_pages(", "release.typ", ""),
    ("emblem.svg", "<svg", "<gsv", "emblem.svg", ""),
]


@pytest.mark.parametrize(("file", "old", "new", "place", "key"), SPOILT)
def test_a_fault_is_reported_with_file_key_and_reason(
    mine: Path, capsys: Capture, file: str, old: str, new: str, place: str, key: str
) -> None:
    path = mine / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert main(["house", "check", str(mine), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["faults"]
    assert (place, key) in {(fault["file"], fault["key"]) for fault in found}
    assert main(["house", "check", str(mine)]) == 1
    assert all(fault["message"] in capsys.readouterr().out for fault in found[:1])


def test_faults_of_all_files_are_reported_at_once(mine: Path, capsys: Capture) -> None:
    for file, old, new, _, _ in SPOILT[:2]:
        path = mine / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert main(["house", "check", str(mine), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["faults"]
    assert {fault["file"] for fault in found} >= {"house.toml", "docx.toml"}


def test_a_preview_shows_every_page_in_every_language(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "pages"
    assert main(["house", "preview", "ministry", "--out", str(out)]) == 0
    made = {path.name for path in out.iterdir()}
    for code in LANGUAGES:
        for name in ("specimen", "notices"):
            assert {f"{name}-{code}.pdf", f"{name}-{code}.docx", f"{name}-{code}-1.png"} <= made
    assert all((out / name).read_bytes() for name in made)
    assert main(["house", "preview", "ministry", "--out", str(out)]) == 2
    assert "--force" in capsys.readouterr().err


def test_a_preview_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    house, out = tmp_path / "mine", tmp_path / "pages"
    shutil.copytree(TEMPLATES / "oic", house)
    for code in ("ar", "fr"):
        (house / f"wording/{code}.toml").unlink()
    out.mkdir()
    (out / "specimen-en-9.png").touch()
    (out / "my-own-9.png").touch()
    assert main(["house", "preview", str(house), "--out", str(out), "--force"]) == 0
    made = {path.name for path in out.iterdir()}
    assert "specimen-en-1.png" in made
    assert "my-own-9.png" in made
    assert "specimen-en-9.png" not in made


@pytest.mark.parametrize("place", ["taken", "taken/in"])
def test_a_place_where_nothing_can_be_made_is_told(
    tmp_path: Path, capsys: Capture, sample: Path, place: str
) -> None:
    (tmp_path / "taken").write_text("mine")
    out = str(tmp_path / place)
    assert main(["house", "preview", "oic", "--out", out]) == 2
    assert main(["house", "new", "desk", "--out", out]) == 2
    assert main(["export", str(sample), "--to", "pdf", "--out", out]) == 2
    assert capsys.readouterr().err.count("taken") == 3
    assert (tmp_path / "taken").read_text() == "mine"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_specimen_has_one_of_everything(code: str) -> None:
    release = specimens(load_house("oic"))["specimen"]
    body = {BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.SUBHEADING, BlockKind.LIST_ITEM}
    assert {block.kind for block in release.blocks} == body
    marks = {span.mark for block in release.blocks for span in block.text(code).spans}
    assert marks == set(Mark)
    for _, text in release.texts(code):
        for span in text.spans:
            assert text.words[span.start : span.end].strip()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", ["oic", "ministry"])
def test_a_houses_own_dateline_and_end_mark_are_read_back(name: str, code: str) -> None:
    """What a house prints is not strange to the program when it comes in as text."""
    house = load_house(name)
    document = compose(specimens(house)["specimen"], house, code)
    lines = [*(part.words for part in document.paragraphs[:4]), document.end_mark]
    head = ["".join(run.words for run in document.headline), document.dateline]
    release = read_text(without_isolates("\n\n".join([*head, *lines])), house=house).release
    assert release.dateline.date == ISSUED
    assert release.dateline.sources[code] in {"UNA", "يونا"}
    assert release.dateline.places[code]
    assert release.end_mark


@pytest.mark.parametrize("arguments", [["house"], ["house", "mend"], ["house", "new"]])
def test_a_command_that_is_not_there_is_bad_usage(arguments: list[str], capsys: Capture) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err
