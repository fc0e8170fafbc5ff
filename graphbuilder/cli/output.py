"""Rows on standard output: as a table for people, as JSON, JSON Lines or CSV for programs."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from shutil import get_terminal_size
from typing import Any

import click

Rows = Sequence[Mapping[str, Any]]

FORMATS = ("table", "json", "jsonl", "csv")

_PIPE_WIDTH = 120  # columns, where no terminal says how wide it is
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


def show(rows: Rows, form: str, *, section: str | None = None) -> None:
    """Print rows in one of ``FORMATS``; an empty table prints nothing.

    In a table, ``section`` names the column whose value stands above the rows that have it.
    """
    if form == "table":
        _table(rows, section=section)
    else:
        {"json": _json, "jsonl": _jsonl, "csv": _csv}[form](rows)


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


def _table(rows: Rows, *, section: str | None) -> None:
    """As wide as the terminal, or as ``_PIPE_WIDTH``; see ``table``."""
    if not rows:
        return
    from graphbuilder.cli.table import table

    room = get_terminal_size((_PIPE_WIDTH, 0)).columns
    columns = {key.replace("_", " "): [_shown(row.get(key)) for row in rows] for key in rows[0] if key != section}
    headings = [_shown(row[section]) for row in rows] if section else ()
    for line in table(columns, room=room, style=_styled, headings=headings):
        click.echo(line, color=False if os.environ.get("NO_COLOR") else None)


def _styled(cell: str) -> str:
    return click.style(cell, fg=_COLOURS[cell]) if cell in _COLOURS else cell


def _shown(value: Any) -> str:
    """A value for people: the items of a list on a line each, and files of the working folder without its path."""
    return _text(value, between="\n").replace(os.path.join(os.getcwd(), ""), "")


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
