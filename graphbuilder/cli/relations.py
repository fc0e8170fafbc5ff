"""Shows the kinds of tie, and the words that state them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from graphbuilder.cli.output import output_options, show
from graphbuilder.errors import DataError
from graphbuilder.ontology import Example, Frame, Relation


@click.command(short_help="Show the kinds of tie, and the words that state them.")
@click.argument("name", required=False)
@click.option(
    "--relations",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with relation files of your own.",
)
@output_options
def command(name: str | None, *, folder: Path | None, form: str) -> None:
    """List the relations; with NAME, show what one means, the words that state it, and examples.

    \b
    Examples:
      graphbuilder relations
      graphbuilder relations EMBEDDED_WITH
      graphbuilder relations --relations my_relations
    """
    from graphbuilder.ontology import relations

    known = relations(folder)
    if name is None:
        show([_listed(relation) for relation in known.values()], form)
    elif name.upper() not in known:
        raise DataError(f"there is no relation {name!r}; known are {', '.join(known)}")
    elif form == "table":
        click.echo("\n".join(_described(known[name.upper()])))
    else:
        show([asdict(known[name.upper()])], form)


def _listed(relation: Relation) -> dict[str, Any]:
    arrow = "<->" if relation.symmetric else "->"
    return {
        "relation": relation.name,
        "family": relation.family,
        "between": f"{'|'.join(relation.subject)} {arrow} {'|'.join(relation.object)}",
        "words": sum(len(frame.words) for frame in relation.frames),
        "meaning": relation.description,
    }


def _described(relation: Relation) -> Iterator[str]:
    listed = _listed(relation)
    yield f"{relation.name}: {relation.label} (other way round: {relation.inverse})"
    yield relation.description
    yield f"{listed['between']}, family {relation.family}"
    if relation.broader:
        yield f"More specific than {relation.broader}"
    yield from ("", "Words")
    yield from map(_frame, relation.frames)
    if relation.transfers:
        yield f"  handing over: {', '.join(relation.transfers)}"
    yield from ("", "Examples")
    for example in relation.examples:
        yield from _example(example)
    yield from ("", "Not this relation")
    yield from (f"  {text}" for text in relation.counterexamples)


def _frame(frame: Frame) -> str:
    """``verb: fund, finance (subject ... object)``"""
    line = f"  {frame.part}: {', '.join(frame.words)} ({' or '.join(frame.subject)} ... {' or '.join(frame.object)})"
    said = ", ".join(filter(None, (frame.status, frame.stance)))
    return f"{line} [{said}]" if said else line


def _example(example: Example) -> Iterator[str]:
    yield f"  {example.text}"
    for claim in example.claims:
        source = f", says {claim.source}" if claim.source else ""
        yield f"    {claim.subject} -> {claim.object}: {claim.stance}, {claim.status}{source}"
