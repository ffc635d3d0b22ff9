"""The spelling process as it runs: asked, killed, stopped, and ended with its parent."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.text.spelling import Dictionary, Process
from tests.text.spelling import dictionary

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Dictionary, ...]:
    dictionary.write(tmp_path / "dictionaries", "ar", "الإسلامي", "إلى", "كتاب", "well", "being")
    return (Dictionary(tmp_path / "dictionaries", "ar"),)


@pytest.fixture
def process() -> Iterator[Process]:
    process = Process(patience=30)
    yield process
    process.close()


def test_it_is_started_by_the_first_question_and_not_before(
    process: Process, files: tuple[Dictionary, ...]
) -> None:
    assert process.number is None
    assert process.ask("look", "ar", files, ["كتاب", "الاسلامي"]) == {"الاسلامي": ["الإسلامي"]}
    assert process.number is not None


def test_words_with_prefixes_and_hyphens_are_known_by_their_parts(
    process: Process, files: tuple[Dictionary, ...]
) -> None:
    words = ["وكتاب", "well-being", "well‑being", "well-beeing", "وكتابب"]
    assert process.ask("look", "ar", files, words) == {"well-beeing": [], "وكتابب": []}


def test_suggestions_begin_with_the_near_spellings(
    process: Process, files: tuple[Dictionary, ...]
) -> None:
    suggested = process.ask("suggest", "ar", files, ["الى"])
    assert isinstance(suggested, list)
    assert suggested[0] == "إلى"


def test_it_reads_dictionaries_while_nobody_waits(
    process: Process, files: tuple[Dictionary, ...]
) -> None:
    process.open("ar", files)
    assert process.number is not None
    assert process.ask("look", "ar", files, ["كتاب"]) == {}


@POSIX
def test_it_is_replaced_when_it_has_died(process: Process, files: tuple[Dictionary, ...]) -> None:
    process.ask("look", "ar", files, ["كتاب"])
    before = process.number
    assert before is not None
    os.kill(before, signal.SIGKILL)
    assert process.ask("look", "ar", files, ["كتب"]) == {"كتب": []}
    assert process.number not in {None, before}


@POSIX
def test_it_is_replaced_when_it_is_killed_in_the_middle_of_an_answer(
    process: Process, files: tuple[Dictionary, ...]
) -> None:
    process.ask("look", "ar", files, ["كتاب"])
    before = process.number
    assert before is not None
    os.kill(before, signal.SIGSTOP)  # it takes the question and answers nothing
    answers: list[object] = []
    asking = threading.Thread(
        target=lambda: answers.append(process.ask("look", "ar", files, ["كتب"]))
    )
    asking.start()
    os.kill(before, signal.SIGKILL)
    asking.join()
    assert answers == [{"كتب": []}]


@POSIX
def test_it_is_replaced_when_it_does_not_answer_in_time(files: tuple[Dictionary, ...]) -> None:
    process = Process(patience=30)
    try:
        process.ask("look", "ar", files, ["كتاب"])
        before = process.number
        assert before is not None
        os.kill(before, signal.SIGSTOP)
        process.patience = 5
        assert process.ask("look", "ar", files, ["كتب"]) == {"كتب": []}
        assert process.number != before
    finally:
        process.close()


def test_where_it_cannot_answer_it_rests(process: Process, tmp_path: Path) -> None:
    nothing = (Dictionary(tmp_path, "none"),)
    assert process.ask("look", "ar", nothing, ["كتاب"]) is None
    process.close()
    assert process.ask("look", "ar", nothing, ["كتاب"]) is None
    assert process.number is None


def test_many_threads_get_their_own_answers(
    process: Process, files: tuple[Dictionary, ...]
) -> None:
    answers: dict[int, object] = {}

    def ask(number: int) -> None:
        answers[number] = process.ask("look", "ar", files, [f"كتب{number}"])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: {f"كتب{number}": []} for number in range(8)}


PARENT = """
import sys
from pathlib import Path
from editor.text.spelling import Dictionary, Process

process = Process()
process.ask("look", "ar", [Dictionary(Path(sys.argv[1]), "ar")], ["كتاب"])
print(process.number, flush=True)
sys.stdin.read()
"""


@POSIX
def test_it_ends_with_the_program_that_asks(files: tuple[Dictionary, ...]) -> None:
    command = [sys.executable, "-c", PARENT, str(files[0].folder)]
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root, text=True
    ) as parent:
        assert parent.stdout is not None
        number = int(parent.stdout.readline())
        descriptor = os.pidfd_open(number) if hasattr(os, "pidfd_open") else None
        parent.kill()
        parent.wait()
        if descriptor is None:
            pytest.skip("no descriptors of processes here")
        import select  # noqa: PLC0415 - where there is one

        ended, _, _ = select.select([descriptor], [], [], 30)
        os.close(descriptor)
        assert ended
