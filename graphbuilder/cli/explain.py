"""Shows why claims arose from a sentence or an article, or why none did."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from graphbuilder.cli.reading import Reading, reading_options
from graphbuilder.cli.rejected import Rejected
from graphbuilder.model import Article, Publication, content_id

FORMS = ("text", "html", "json")


@click.command(short_help="Show why a sentence gives a claim, or why not.")
@click.argument("sentences", nargs=-1, required=True, metavar="SENTENCE|PATH...")
@reading_options
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="How to show it.")
def command(sentences: tuple[str, ...], *, reading: Reading, form: str) -> None:
    """Show the mentions, the words of relations, the claims and the reasons of each sentence.

    SENTENCE is a text in quotation marks; a PATH of an article (or - for standard input) shows all its sentences.

    \b
    Examples:
      graphbuilder explain 'AQIS leader embedded with Taliban'
      graphbuilder explain samples/01-aqis-leader-embedded.txt
      graphbuilder explain samples/01-aqis-leader-embedded.txt --format html > why.html
    """
    from graphbuilder.explain import explain
    from graphbuilder.explain.show import as_page, as_text, as_values

    rejected = Rejected()
    articles = _articles(sentences, rejected)
    for article, found in explain(articles, model=reading.model, relations=reading.relations, groups=reading.groups):
        if form == "html":
            click.echo(as_page(article, found))
        elif form == "json":
            click.echo(json.dumps([as_values(s) for s in found], ensure_ascii=False, default=str))
        else:
            click.echo("".join("\n".join([*as_text(sentence), "", ""]) for sentence in found), nl=False)
    rejected.exit()


def _articles(sentences: Iterable[str], rejected: Rejected) -> Iterator[Article]:
    """Files and folders as articles; anything else is the text itself."""
    from graphbuilder.read import read

    for sentence in sentences:
        if sentence == "-" or Path(sentence).exists():
            yield from read([sentence], reject=rejected)
        else:
            yield Article(Publication(content_id("article", sentence), "sentence"), sentence)
