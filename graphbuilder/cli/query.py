"""``graphbuilder query``: the prepared questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from graphbuilder.cli.output import output_options, show, store_option
from graphbuilder.errors import QueryError

if TYPE_CHECKING:
    from graphbuilder.query import Query, Value
    from graphbuilder.store import Store


@click.command(short_help="Ask the graph one of the prepared questions.")
@click.argument("name", required=False)
@click.argument("params", nargs=-1, metavar="[KEY=VALUE]...")
@click.option("--about", is_flag=True, help="Show the question, its parameters and its Cypher; ask nothing.")
@store_option
@output_options
def command(name: str | None, *, params: tuple[str, ...], about: bool, store: str | None, form: str) -> None:
    """Ask the graph one of the prepared questions; without NAME, list them.

    \b
    Examples:
      graphbuilder query
      graphbuilder query ties_of name=Taliban
      graphbuilder query who_says name=Taliban other=al-Qaeda relation=HAS_TIES_TO
      graphbuilder query evidence name=Taliban other=al-Qaeda --format csv > evidence.csv
      graphbuilder query paths_between --about
    """
    from graphbuilder.query import check, find, queries

    if name is None:
        show([_listed(query) for query in queries().values()], form)
        return
    with _wrong_usage():
        query = find(name)
        values = {} if about else check(query, _pairs(params))
    if about:
        _describe(query)
    else:
        _answer(query, values=values, store=store, form=form)


@contextmanager
def _wrong_usage() -> Iterator[None]:
    """Tell of an unknown query or parameter as click tells of an unknown option."""
    try:
        yield
    except QueryError as error:
        raise click.UsageError(str(error)) from error


def _answer(query: Query, *, values: Mapping[str, Value], store: str | None, form: str) -> None:
    from graphbuilder.query import ask
    from graphbuilder.store import connect

    with connect(store) as graph:
        rows = ask(graph, query, values)
        show(rows, form)
        if not rows:
            _tell_near(graph, values)


def _tell_near(graph: Store, values: Mapping[str, Value]) -> None:
    """Say on standard error why nothing may have been found."""
    from graphbuilder.query import near_names

    unknown = near_names(graph, values.values())
    for text, names in unknown.items():
        hint = f"did you mean {', '.join(names)}?" if names else "'graphbuilder query actors' lists the actors"
        click.echo(f"Nothing found: the graph does not know {text!r}; {hint}", err=True)
    if not unknown:
        click.echo("Nothing found: the graph holds no such claim.", err=True)


def _pairs(words: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not key:
            raise click.UsageError(
                f"{word!r} is no parameter; write KEY=VALUE, with quotes around blanks: name='Asim Umar'"
            )
        found[key] = value
    return found


def _listed(query: Query) -> dict[str, str]:
    return {"name": query.name, "question": query.question, "parameters": " ".join(query.usage.split(" ")[3:])}


def _describe(query: Query) -> None:
    click.echo("\n".join([query.question, *query.notes, "", f"  {query.usage}", "", query.text.rstrip()]))
