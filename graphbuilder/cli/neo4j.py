"""``graphbuilder neo4j``: the local server, from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from graphbuilder.server import Server

Command = TypeVar("Command", bound=Callable[..., Any])


def _home_option(command: Command) -> Command:
    return click.option(
        "--home",
        type=click.Path(file_okay=False, path_type=Path),
        envvar="GRAPHBUILDER_NEO4J_HOME",
        help="Folder of the data, logs and password.  [default: in your data folder]",
    )(command)


@click.group()
def command() -> None:
    """Run a local Neo4j, without Docker.

    The server and a Java are fetched by themselves. It listens on this machine only, and asks for a password.

    \b
    Examples:
      graphbuilder neo4j start
      graphbuilder neo4j open
      graphbuilder neo4j stop
    """


@command.command()
@click.option("--bolt-port", type=click.IntRange(1, 65535), default=7687, show_default=True, help="Port of programs.")
@click.option("--http-port", type=click.IntRange(1, 65535), default=7474, show_default=True, help="Port of Browser.")
@_home_option
def start(bolt_port: int, http_port: int, home: Path | None) -> None:
    """Start the server, and say how to reach it.

    The first start fetches 155 MB. The password is made then, and kept beside the data.

    \b
    Examples:
      graphbuilder neo4j start
      graphbuilder neo4j start --bolt-port 17687 --http-port 17474
    """
    from graphbuilder import server

    place = home or server.default_home()
    found = server.running(place)
    click.echo("Neo4j runs already." if found else "Starting Neo4j ...", err=True)
    _show(found or _started(place, bolt_port=bolt_port, http_port=http_port))


@command.command()
@_home_option
def stop(home: Path | None) -> None:
    """Stop the server; the graph stays.

    \b
    Examples:
      graphbuilder neo4j stop
    """
    from graphbuilder import server

    found = server.running(home or server.default_home())
    if found is None:
        click.echo("Neo4j does not run.", err=True)
    else:
        found.stop()
        click.echo("Neo4j is stopped; the graph stays.", err=True)


@command.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_home_option
@click.pass_context
def status(ctx: click.Context, form: str, home: Path | None) -> None:
    """Say whether the server runs, where, and its password. Exit status 1: it does not run.

    \b
    Examples:
      graphbuilder neo4j status
      graphbuilder neo4j status --format json
    """
    from graphbuilder import server

    place = home or server.default_home()
    found = server.running(place)
    if form == "json":
        click.echo(json.dumps(_facts(found) if found else {"running": False, "home": str(place)}))
    elif found:
        _show(found)
    else:
        click.echo("Neo4j does not run. Start it with: graphbuilder neo4j start")
    ctx.exit(0 if found else 1)


@command.command(name="open")
@_home_option
def open_(home: Path | None) -> None:
    """Open Neo4j Browser, and print how to log in.

    It draws what a query returns; each file of queries/ can be pasted there.

    \b
    Examples:
      graphbuilder neo4j open
    """
    import webbrowser

    from graphbuilder import server

    found = server.running(home or server.default_home())
    if found is None:
        raise click.ClickException("Neo4j does not run. Start it with: graphbuilder neo4j start")
    _show(found)
    if not webbrowser.open(found.browser_url):
        click.echo("No web browser was found here: open the address above in one.", err=True)


def _started(place: Path, *, bolt_port: int, http_port: int) -> Server:
    from graphbuilder import server

    return server.start(
        place,
        bolt_port=bolt_port,
        http_port=http_port,
        password=None,
        tell=lambda message: click.echo(message, err=True),
    )


def _facts(found: Server) -> dict[str, object]:
    return {
        "running": True,
        "browser": found.browser_url,
        "bolt": found.bolt_url,
        "username": found.username,
        "password": found.password,
        "pid": found.pid,
        "home": str(found.home),
    }


def _show(found: Server) -> None:
    """Print where it is, and the lines that let the other commands use it."""
    click.echo(
        f"Neo4j Browser  {found.browser_url}\n"
        f"Bolt           {found.bolt_url}\n"
        f"User           {found.username}\n"
        f"Password       {found.password}\n"
        f"Home           {found.home}\n"
        "\n"
        "To use it as the store:\n"
        f"  export GRAPHBUILDER_STORE={found.bolt_url} NEO4J_USERNAME={found.username} NEO4J_PASSWORD={found.password}"
    )
