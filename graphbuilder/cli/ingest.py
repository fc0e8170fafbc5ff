"""Reads articles and loads what they claim."""

from __future__ import annotations

import click

from graphbuilder.cli.loading import load_articles, loading_options
from graphbuilder.cli.reading import Reading, claims_of, reading_options
from graphbuilder.cli.rejected import Rejected


@click.command(short_help="Read articles and load what they claim into a graph.")
@click.argument("locations", nargs=-1, required=True, metavar="PATH|URL...")
@loading_options
@reading_options
def command(locations: tuple[str, ...], *, reading: Reading, store: str | None, form: str) -> None:
    """Read articles and load what they claim into a graph.

    PATH is a .txt, .html or .jsonl file, a folder of them, or - for standard input. What cannot be read is told and
    skipped. Reading an article again changes nothing; reading an edited one replaces what it said before.

    \b
    Examples:
      graphbuilder ingest samples
      graphbuilder ingest samples --jobs 2 --store afghanistan.kgl
      graphbuilder ingest samples --store neo4j://localhost
    """
    rejected = Rejected()
    found = claims_of(locations, reading=reading, reject=rejected)
    articles = ((article.publication, claims) for article, claims in found)
    own = {"relations": reading.relations, "groups": reading.groups}
    load_articles(articles, store=store, rejected=rejected, form=form, **own)
