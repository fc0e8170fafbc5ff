"""``graphbuilder export``: the ties in files that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from graphbuilder.cli.output import store_option


@click.command(short_help="Write the ties as GraphML or JSON, for other programs.")
@click.option(
    "--to",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE",
    help="File to write; FILE.graphml or FILE.json says in which format.",
)
@store_option
def command(path: Path, *, store: str | None) -> None:
    """Write the ties between actors, with their counts, stance and evidence, for other programs.

    GraphML is read by Gephi, Cytoscape and yEd; JSON is networkx's node-link format, also read by D3.

    \b
    Examples:
      graphbuilder export --to ties.graphml
      graphbuilder export --to ties.json --store neo4j://localhost
    """
    from graphbuilder.export import FORMATS, to_networkx, write
    from graphbuilder.store import connect

    if path.suffix.lower() not in FORMATS:
        raise click.BadParameter(f"{path}: the name must end in {' or '.join(FORMATS)}", param_hint="--to")
    with connect(store) as opened:
        graph = to_networkx(opened)
    try:
        write(graph, path)
    except OSError as error:
        raise click.ClickException(f"{path}: cannot be written: {error.strerror or error}") from error
    click.echo(f"{graph.number_of_edges()} ties between {graph.number_of_nodes()} actors written to {path}", err=True)
