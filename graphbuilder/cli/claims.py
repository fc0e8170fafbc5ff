"""Claims on standard output, and claims from files."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import click

from graphbuilder.cli.output import show
from graphbuilder.cli.rejected import Reject
from graphbuilder.errors import ClaimError
from graphbuilder.model import Claim, Publication

_TABLE = ("subject", "relation", "object", "stance", "status", "source", "article")


def print_claims(claims: Iterable[Claim], form: str) -> None:
    """Write claims to standard output: as JSON lines while they come, in the other forms when all are there."""
    if form == "jsonl":
        for claim in claims:
            click.echo(json.dumps(claim.to_json(), ensure_ascii=False))
    elif form == "json":
        show([claim.to_json() for claim in claims], form)
    elif form == "csv":
        show([_flat(claim) for claim in claims], form)
    else:
        rows = [{key: row[key] for key in _TABLE} for row in map(_flat, claims)]
        show(rows, form, section="article")


def _flat(claim: Claim) -> dict[str, Any]:
    """A claim as one row of plain values; actors and source are their names, with their types beside them."""
    row: dict[str, Any] = {}
    for key, value in claim.to_json().items():
        if key in ("subject", "object", "source"):
            part = value or {}
            row |= {key: part.get("name"), f"{key}_type": part.get("type")}
        elif key == "publication":
            row |= {name: value[name] for name in ("title", "outlet", "published")}
        else:
            row[key] = value
    return row


def read_lines(paths: Sequence[str], *, reject: Reject) -> Iterator[tuple[str, Any]]:
    """What the JSON lines of files say, each with FILE:LINE; "-" is standard input, and bad lines are rejected."""
    for path in paths:
        try:
            with click.open_file(path, "rb") as lines:
                yield from _parsed(lines, path="standard input" if path == "-" else path, reject=reject)
        except OSError as error:
            reject(path, f"{error.strerror or error}; name a file that extract wrote")


def read_claims(paths: Sequence[str], *, relations: Container[str], reject: Reject) -> Iterator[tuple[str, Claim]]:
    """The claims of files, each with FILE:LINE; lines that are no claims, or of no known relation, are rejected."""
    for where, row in read_lines(paths, reject=reject):
        try:
            claim = Claim.from_json(row)
        except ClaimError as error:
            reject(where, str(error))
        else:
            if claim.relation in relations:
                yield where, claim
            else:
                reject(where, f"there is no relation {claim.relation!r}; --relations names a folder with your own")


def by_article(claims: Iterable[tuple[str, Claim]], *, reject: Reject) -> Iterator[tuple[Publication, list[Claim]]]:
    """Each article with its claims, which stand on consecutive lines.

    An article that comes again later is rejected: a load replaces what the graph knew of an article, so loading it in
    pieces would keep the last piece only.
    """
    done: set[str] = set()
    for article, lines in groupby(claims, key=lambda line: line[1].publication.id):
        found = list(lines)
        where, first = found[0]
        if article in done:
            reject(
                where, f"claims of {first.publication.location} stand apart from its others; sort the lines by article"
            )
        else:
            done.add(article)
            yield first.publication, [claim for _, claim in found]


def _parsed(lines: Iterable[bytes], *, path: str, reject: Reject) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield f"{path}:{number}", json.loads(line)
            except ValueError as error:
                reject(f"{path}:{number}", f"not JSON: {error}")
