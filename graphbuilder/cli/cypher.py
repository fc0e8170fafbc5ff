"""``graphbuilder cypher``: questions of the user's own."""

from __future__ import annotations

import sys

import click

from graphbuilder.cli.output import output_options, show, store_option


@click.command(short_help="Ask the graph in Cypher (read only).")
@click.argument("statement")
@store_option
@output_options
def command(statement: str, *, store: str | None, form: str) -> None:
    """Run one read-only Cypher STATEMENT; '-' reads it from standard input.

    \b
    Examples:
      graphbuilder cypher 'MATCH (a:Actor) RETURN a.name AS name ORDER BY name LIMIT 5'
      graphbuilder cypher 'MATCH (a)-[:LEADS]->(b) RETURN a.name AS leader, b.name AS party' --format json
      graphbuilder cypher - < my.cypher
    """
    from graphbuilder.store import connect

    text = sys.stdin.read() if statement == "-" else statement
    with connect(store) as graph:
        show(graph.run(text), form)
