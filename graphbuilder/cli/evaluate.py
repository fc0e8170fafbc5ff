"""Scores claims against annotated articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from graphbuilder.cli.claims import read_lines
from graphbuilder.cli.figures import as_json, print_comparison, print_figures, print_findings
from graphbuilder.cli.progress import progress
from graphbuilder.cli.reading import Reading, claims_of, reading_options
from graphbuilder.cli.rejected import Rejected
from graphbuilder.errors import ClaimError
from graphbuilder.evaluate import Annotation, Statement, evaluate, read_gold, statements
from graphbuilder.ontology import relations


@click.command(short_help="Score claims against articles annotated by hand.")
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("claims", required=False, metavar="[CLAIMS.jsonl]")
@click.option("--errors", is_flag=True, help="List what was missed, wrong, or of the wrong polarity.")
@click.option("--compare", metavar="OTHER.jsonl", help="Score these claims too; say what changed since them.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@reading_options
def command(gold: Path, claims: str | None, *, reading: Reading, errors: bool, compare: str | None, form: str) -> None:
    """Score claims against the annotated articles of the folder GOLD (gold/*.json, text/*.txt).

    Without CLAIMS.jsonl the texts are read, and their claims extracted, now.

    \b
    Examples:
      graphbuilder evaluate tests/gold/read
      graphbuilder evaluate tests/gold/read claims.jsonl --errors
      graphbuilder evaluate tests/gold/read claims.jsonl --compare older.jsonl
    """
    rejected = Rejected()
    articles = read_gold(gold)
    found = _from_file(claims, rejected) if claims else _from_texts(articles, reading=reading, rejected=rejected)
    report = evaluate(articles, found, relations=relations(reading.relations))
    before = None
    if compare:
        before = evaluate(articles, _from_file(compare, rejected), relations=relations(reading.relations))
    if form == "json":
        compared = {"compare": as_json(before, errors=errors)} if before else {}
        click.echo(json.dumps(as_json(report, errors=errors) | compared, indent=2))
    else:
        print_figures(report)
        if before:
            print_comparison(report, before=before)
        if errors:
            print_findings(report.findings)
    rejected.exit()


def _from_file(path: str, rejected: Rejected) -> Iterator[Statement]:
    for where, row in read_lines([path], reject=rejected):
        try:
            yield from statements([row])
        except ClaimError as error:
            rejected(where, str(error))


def _from_texts(articles: Sequence[Annotation], *, reading: Reading, rejected: Rejected) -> Iterator[Statement]:
    texts = [str(article.text) for article in articles]
    with progress("Reading") as advance:
        for _, claims in claims_of(texts, reading=reading, reject=rejected):
            advance(len(claims))
            yield from statements(claim.to_json() for claim in claims)
