"""The command line: options, messages and exit codes; what a command does lies in the package.

A command NAME is the function ``command`` of the module ``graphbuilder.cli.NAME``. It is imported when it is called, so
that ``graphbuilder --help`` answers at once.
"""

from __future__ import annotations

from importlib import import_module

import click

from graphbuilder import __version__
from graphbuilder.errors import GraphbuilderError

COMMANDS = {
    "ingest": "Read articles and load what they claim into a graph.",
    "query": "Ask the graph one of the prepared questions.",
    "cypher": "Ask the graph in Cypher (read only).",
    "export": "Write the ties as GraphML or JSON, for other programs.",
    "neo4j": "Run a local Neo4j, without Docker.",
    "extract": "Print the claims of articles, without a graph.",
    "load": "Load claims that extract printed into a graph.",
    "explain": "Show why a sentence gives a claim, or why not.",
    "relations": "Show the kinds of tie, and the words that state them.",
    "evaluate": "Score claims against articles annotated by hand.",
}
"""Name and short help of each command, in the order of the listing; the same text stands at the command itself."""

INTERRUPTED = 130


class _Commands(click.Group):
    """The commands, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"{__name__}.{cmd_name}").command
        found.name = cmd_name
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"There is no command {args[0]!r}.{_nearest(args[0])}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except GraphbuilderError as error:
            raise click.ClickException(str(error)) from error
        except KeyboardInterrupt:
            click.echo("\nStopped. What was loaded before stays; the same command goes on from there.", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Read news articles and build a graph of who is said to be tied to whom, by whom, with the evidence.

    \b
    Start here:
      graphbuilder ingest samples
      graphbuilder query
    """


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    return f" Did you mean {near[0]!r}?" if near else ""
