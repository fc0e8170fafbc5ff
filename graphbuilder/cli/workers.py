"""The costly stages in several processes; a batch of articles at a time, results in the order of the articles."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from graphbuilder.cli.reading import Reading
from graphbuilder.cli.rejected import Reject
from graphbuilder.errors import ReadError
from graphbuilder.model import Article, Claim

BATCH = 32
"""Articles sent to a process at a time; enough to be worth the way, few enough that progress is seen."""

Batch = tuple[list[tuple[Article, list[Claim]]], list[tuple[str, str]]]


def read_in_processes(
    articles: Iterable[Article], *, reading: Reading, reject: Reject
) -> Iterator[tuple[Article, list[Claim]]]:
    """Annotate and extract in ``reading.jobs`` processes; at most two batches a process wait, so memory stays level.

    Raises:
        ReadError: a process was ended from outside, as for want of memory.
    """
    waiting: deque[Future[Batch]] = deque()
    # A forked child would inherit the open store and its locks, so each process starts afresh.
    with ProcessPoolExecutor(reading.jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts) as pool:
        try:
            remaining = iter(articles)
            while batch := list(islice(remaining, BATCH)):
                waiting.append(pool.submit(_read_batch, batch, reading))
                if len(waiting) > 2 * reading.jobs:
                    yield from _results(waiting.popleft(), reject)
            while waiting:
                yield from _results(waiting.popleft(), reject)
        except BrokenProcessPool as error:
            raise ReadError("a reading process ended unexpectedly; try fewer --jobs") from error
        finally:
            pool.shutdown(cancel_futures=True)


def _results(future: Future[Batch], reject: Reject) -> Iterator[tuple[Article, list[Claim]]]:
    found, rejected = future.result()
    for location, reason in rejected:
        reject(location, reason)
    yield from found


def _read_batch(articles: list[Article], reading: Reading) -> Batch:
    rejected: list[tuple[str, str]] = []
    found = list(reading.claims(articles, reject=lambda location, reason: rejected.append((location, reason))))
    return found, rejected


def _leave_interrupts() -> None:
    """The parent alone answers Ctrl-C; children end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
