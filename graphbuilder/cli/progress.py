"""Shows on a terminal how far long work has come; on a pipe or in a log, nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Advance(Protocol):
    """Tells that one more article is done, with so many claims."""

    def __call__(self, *, claims: int) -> None: ...


@contextmanager
def progress(verb: str) -> Iterator[Advance]:
    """A moving line on standard error: articles, claims and the time gone by."""
    if not sys.stderr.isatty():
        yield lambda *, claims: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn(verb),
        BarColumn(bar_width=20),
        TextColumn("{task.completed} articles, {task.fields[claims]} claims"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(verb, total=None, claims=0)

        def advance(*, claims: int) -> None:
            bar.update(task, advance=1, claims=bar.tasks[task].fields["claims"] + claims)

        yield advance
