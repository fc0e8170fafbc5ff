"""Shows on a terminal how far long work has come; on a pipe or in a log, nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Advance = Callable[[int], None]
"""Tells that one more article is done, with so many claims."""


@contextmanager
def progress(verb: str, *, prints: bool = False) -> Iterator[Advance]:
    """A moving line on standard error: articles, claims and the time gone by.

    With ``prints`` the command writes to standard output meanwhile; where both are the same terminal, nothing moves.
    """
    if not sys.stderr.isatty() or (prints and sys.stdout.isatty()):
        yield lambda claims: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn(verb),
        BarColumn(bar_width=20),
        TextColumn("{task.completed} articles, {task.fields[claims]} claims"),
        TimeElapsedColumn(),
    )
    # Standard output stays as it is: rich would send it to the bar's console, which is standard error.
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(verb, total=None, claims=0)
        yield lambda claims: bar.update(task, advance=1, claims=bar.tasks[task].fields["claims"] + claims)
