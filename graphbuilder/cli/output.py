"""Rows on standard output: as a table for people, as JSON, JSON Lines or CSV for programs."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Rows = Sequence[Mapping[str, Any]]

FORMATS = ("table", "json", "jsonl", "csv")

_PIPE_WIDTH = 120  # columns, where no terminal says how wide it is
_LONGEST_WORD = 24  # characters; what is longer (an address, a path) may be cut where a cell ends
_CUT = 16  # columns that such a word gets at least
_GAP = 2  # columns between two cells
_COLOURS = {"asserted": "green", "denied": "red", "uncertain": "yellow"}


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--format``, as its argument ``form``."""
    text = "How to print rows."
    return click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help=text)(
        command
    )


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--store``."""
    text = "File of the graph, or address of a Neo4j server.  [default: graph.kgl]"
    return click.option("--store", envvar="GRAPHBUILDER_STORE", metavar="FILE|URL", help=text)(command)


def show(rows: Rows, form: str) -> None:
    """Print rows in one of ``FORMATS``; an empty table prints nothing."""
    {"table": _table, "json": _json, "jsonl": _jsonl, "csv": _csv}[form](rows)


def _json(rows: Rows) -> None:
    click.echo(json.dumps(list(rows), ensure_ascii=False, indent=2))


def _jsonl(rows: Rows) -> None:
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False))


def _csv(rows: Rows) -> None:
    """Lists joined by semicolons, other structures as JSON."""
    if rows:
        writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: _text(value, between="; ") for key, value in row.items()} for row in rows)


def _table(rows: Rows) -> None:
    """One line per row, or, where the terminal is too narrow for that, one block per row."""
    if not rows:
        return
    from rich.console import Console

    console = Console(soft_wrap=False, highlight=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _PIPE_WIDTH
    columns = {key: [_text(row.get(key), between="\n") for row in rows] for key in rows[0]}
    if sum(_least_width(key, cells) + _GAP for key, cells in columns.items()) <= console.width:
        _print_lines(console, columns)
    else:
        _print_blocks(console, columns)


def _print_lines(console: Console, columns: Mapping[str, list[str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for key, cells in columns.items():
        number = all(cell.replace(".", "", 1).isdigit() for cell in cells)
        table.add_column(
            _title(key), justify="right" if number else "left", min_width=_least_width(key, cells), overflow="fold"
        )
    for line in zip(*columns.values(), strict=True):
        table.add_row(*map(_styled, line))
    console.print(table)


def _print_blocks(console: Console, columns: Mapping[str, list[str]]) -> None:
    from rich.table import Table

    for number in range(len(next(iter(columns.values())))):
        block = Table.grid(padding=(0, 2, 0, 0))
        block.add_column(style="bold", no_wrap=True)
        block.add_column(overflow="fold")
        for key, cells in columns.items():
            if cells[number]:
                block.add_row(_title(key), _styled(cells[number]))
        console.print(block)
        console.print()


def _least_width(key: str, cells: Iterable[str]) -> int:
    """The width below which words would be cut."""
    words = (len(word) for cell in (_title(key), *cells) for word in cell.split())
    return max(length if length <= _LONGEST_WORD else _CUT for length in words)


def _title(key: str) -> str:
    return key.replace("_", " ")


def _styled(cell: str) -> Text:
    from rich.text import Text

    return Text(cell, style=_COLOURS.get(cell, ""))


def _text(value: Any, *, between: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case dict():
            return json.dumps(value, ensure_ascii=False)
        case list() | tuple():
            return between.join(_text(item, between=", ") for item in value)
    return str(value)
