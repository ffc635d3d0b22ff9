"""`export`: one release here and now, many on all cores."""

import argparse
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from editor.cli.clearance import ExportError
from editor.cli.jobs import (
    Job,
    Outcome,
    attempt,
    export,
    foresee,
    refuse_same_names,
)
from editor.cli.progress import Bar
from editor.messages import say

_TEXTS = frozenset({"txt", "shaped"})
_AT_ONCE = 8
"""How many names are asked for at a time, since each is known in milliseconds."""


def run(options: argparse.Namespace, language: str) -> int:
    """Write releases as documents in the house style; returns the exit code.

    Raises:
        BayanError: A single release could not be written, or nothing could.
    """
    jobs = _jobs(options)
    if len(jobs) == 1:
        _tell(export(jobs[0], language), language)
        return 0
    return _export_many(jobs, language)


def _jobs(options: argparse.Namespace) -> list[Job]:
    formats = tuple(dict.fromkeys(options.formats))
    if "shaped" in formats and options.width is None:
        raise ExportError("export.shaped_needs_width")
    if options.width is not None and not _TEXTS.intersection(formats):
        raise ExportError("export.width_for_text")
    if options.despite is not None and not options.despite.strip():
        raise ExportError("export.no_reason")
    return [
        Job(
            file=file,
            house=options.house,
            formats=formats,
            languages=tuple(dict.fromkeys(options.lang or ())),
            folder=options.out,
            force=options.force,
            width=options.width,
            despite=(options.despite or "").strip(),
        )
        for file in options.files
    ]


def _export_many(jobs: Sequence[Job], language: str) -> int:
    """All of them, whatever becomes of one; 2 if any failed."""
    bar = Bar(sys.stderr, len(jobs))
    written = failed = 0
    try:
        with _workers(len(jobs)) as pool:
            foreseen = list(pool.map(foresee, jobs, chunksize=_AT_ONCE))
            refuse_same_names(
                {
                    (job.file, *what): path
                    for job, paths in zip(jobs, foreseen, strict=True)
                    for what, path in paths.items()
                }
            )
            for outcome in _outcomes(pool, jobs, language):
                bar.clear()
                _tell(outcome, language)
                bar.advance()
                written += len(outcome.written)
                failed += bool(outcome.failure)
    finally:
        bar.clear()
    done = len(jobs) - failed
    print(say("export.summary", language, files=written, releases=done, failed=failed))
    return 2 if failed else 0


def _outcomes(pool: ProcessPoolExecutor, jobs: Sequence[Job], language: str) -> Iterator[Outcome]:
    """What becomes of each job, in their order.

    A process that dies takes its pool along; what is left is done in a process of its own each.
    """
    futures = [pool.submit(attempt, job, language) for job in jobs]
    for job, future in zip(jobs, futures, strict=True):
        try:
            yield _outcome(future, job, language)
        except BrokenProcessPool:
            with _workers(1) as own:
                yield _outcome(own.submit(attempt, job, language), job, language, is_last=True)


def _outcome(
    future: "Future[Outcome]", job: Job, language: str, *, is_last: bool = False
) -> Outcome:
    try:
        return future.result()
    except BrokenProcessPool:
        if not is_last:
            raise
        return Outcome(failure=say("export.ended", language, path=job.file))
    except Exception as error:  # noqa: BLE001 - a fault in one release must not stop the others
        detail = f"{type(error).__name__}: {error}"
        return Outcome(failure=say("export.fault", language, path=job.file, detail=detail))


@contextmanager
def _workers(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Processes for so many jobs; what has not begun is dropped when the person stops it."""
    pool = ProcessPoolExecutor(
        max_workers=min(os.cpu_count() or 1, jobs),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),  # the first process hears it, and ends the rest
    )
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _tell(outcome: Outcome, language: str) -> None:
    for path in outcome.written:
        print(say("cli.written", language, path=path))
    for sentence in (*outcome.warnings, outcome.failure):
        if sentence:
            print(sentence, file=sys.stderr)
