"""Loads claims from files."""

from __future__ import annotations

from pathlib import Path

import click

from graphbuilder import ontology
from graphbuilder.cli.claims import by_article, read_claims
from graphbuilder.cli.loading import load_articles, loading_options
from graphbuilder.cli.own_words import own_words_options
from graphbuilder.cli.rejected import Rejected


@click.command(short_help="Load claims that extract printed into a graph.")
@click.argument("files", nargs=-1, required=True, metavar="CLAIMS.jsonl...")
@own_words_options
@loading_options
def command(
    files: tuple[str, ...], *, relations: Path | None, groups: Path | None, store: str | None, form: str
) -> None:
    """Load claims that `graphbuilder extract` printed, one a line, into a graph; - is standard input.

    The lines of one article stand together, and replace what the graph knew of that article.

    \b
    Examples:
      graphbuilder load claims.jsonl
      graphbuilder extract samples | graphbuilder load - --store neo4j://localhost
    """
    rejected = Rejected()
    claims = read_claims(files, relations=ontology.relations(relations), reject=rejected)
    articles = by_article(claims, reject=rejected)
    load_articles(articles, store=store, relations=relations, groups=groups, rejected=rejected, form=form)
