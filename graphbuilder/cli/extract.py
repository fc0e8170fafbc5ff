"""Prints the claims of articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from graphbuilder.cli.claims import print_claims
from graphbuilder.cli.output import FORMATS
from graphbuilder.cli.own_words import resolved
from graphbuilder.cli.progress import progress
from graphbuilder.cli.reading import Reading, claims_of, reading_options
from graphbuilder.cli.rejected import Rejected
from graphbuilder.model import Claim


@click.command(short_help="Print the claims of articles, without a graph.")
@click.argument("locations", nargs=-1, required=True, metavar="PATH|URL...")
@reading_options
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True, help="How to print claims."
)
def command(locations: tuple[str, ...], *, reading: Reading, form: str) -> None:
    """Print the claims of articles, one a line, without a graph.

    PATH is a .txt, .html or .jsonl file, a folder of them, or - for standard input. Actors have the names that the
    article uses, and ids that hold in all articles.

    \b
    Examples:
      graphbuilder extract samples > claims.jsonl
      graphbuilder extract samples --format table
      graphbuilder extract samples | graphbuilder load -
    """
    rejected = Rejected()
    with progress("Reading", prints=True) as advance:

        def claims() -> Iterator[Claim]:
            for _, found in claims_of(locations, reading=reading, reject=rejected):
                advance(len(found))
                yield from _with_ids(found, groups=reading.groups)

        print_claims(claims(), form)
    rejected.exit()


def _with_ids(claims: list[Claim], *, groups: Path | None) -> Iterable[Claim]:
    """The claims as the article words them, with the ids that their actors have in the graph."""
    for claim, known in zip(claims, resolved(claims, groups=groups), strict=True):
        subject = replace(claim.subject, id=known.subject.id)
        yield replace(claim, subject=subject, object=replace(claim.object, id=known.object.id))
