"""Scores claims against annotated articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from graphbuilder.cli.claims import read_lines
from graphbuilder.cli.figures import as_json, print_comparison, print_figures, print_findings
from graphbuilder.cli.progress import progress
from graphbuilder.cli.reading import Reading, claims_of, reading_options
from graphbuilder.cli.rejected import Rejected
from graphbuilder.errors import ClaimError
from graphbuilder.evaluate import Annotation, Evaluation, Statement, judge, kept_aside, look, read_gold, statements
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

    Without CLAIMS.jsonl the texts are read, and their claims extracted, now; then it is also told which actors were
    recognised, and where claims are lost. Claims below --min-confidence count only for what confidence is worth. A
    file KEPT_ASIDE in GOLD, which says why, keeps its errors from being listed.

    \b
    Examples:
      graphbuilder evaluate tests/gold/read
      graphbuilder evaluate tests/gold/read claims.jsonl --errors
      graphbuilder evaluate tests/gold/read claims.jsonl --compare older.jsonl
    """
    aside = kept_aside(gold)
    if errors and aside is not None:
        raise click.UsageError(f"the errors of {gold} are not to be read: {aside} Leave out --errors.")
    rejected = Rejected()
    articles = read_gold(gold)
    now = (
        _from_file(claims, articles, reading=reading, rejected=rejected)
        if claims
        else _from_texts(articles, reading, rejected=rejected)
    )
    before = _from_file(compare, articles, reading=reading, rejected=rejected) if compare else None
    if form == "json":
        compared = {"compare": as_json(before, errors=errors)} if before else {}
        click.echo(json.dumps(as_json(now, errors=errors) | compared, indent=2))
    else:
        print_figures(now)
        if before:
            print_comparison(now, before=before, errors=aside is None)
        if errors:
            print_findings(now)
    rejected.exit()


def _from_file(path: str, gold: Sequence[Annotation], *, reading: Reading, rejected: Rejected) -> Evaluation:
    claims = list(_statements(path, rejected))
    return judge(gold, claims, relations=relations(reading.relations), least=reading.min_confidence)


def _from_texts(gold: Sequence[Annotation], reading: Reading, *, rejected: Rejected) -> Evaluation:
    """Read all claims, however unsure, and look once more at what the texts show without claiming anything."""
    known = relations(reading.relations)
    claims: list[Statement] = []
    with progress("Reading") as advance:
        whole = replace(reading, min_confidence=0.0)
        for _, found in claims_of([str(article.text) for article in gold], reading=whole, reject=rejected):
            advance(len(found))
            claims += statements(claim.to_json() for claim in found)
    texts = [article.text for article in gold]
    # What cannot be read was told by the first pass.
    seen = look(texts, model=reading.model, relations=known, groups=reading.groups, reject=lambda *_: None)
    by_article = {one.article: one for one in seen}
    return judge(gold, claims, relations=known, least=reading.min_confidence, seen=by_article)


def _statements(path: str, rejected: Rejected) -> Iterator[Statement]:
    for where, row in read_lines([path], reject=rejected):
        try:
            yield from statements([row])
        except ClaimError as error:
            rejected(where, str(error))
