"""Articles to claims as the commands run it: with its options, and a list of what was rejected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from graphbuilder.model import Article, Claim
from graphbuilder.pipeline import DEFAULT_MODEL


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read: the spaCy pipeline, and the user's own relations and groups."""

    model: str = DEFAULT_MODEL
    relations: Path | None = None
    groups: Path | None = None

    def claims(
        self, articles: Iterable[Article], *, reject: Callable[[str, str], None]
    ) -> Iterator[tuple[Article, list[Claim]]]:
        """Annotate and extract in this process."""
        from graphbuilder.pipeline import read_claims

        return read_claims(articles, model=self.model, relations=self.relations, groups=self.groups, reject=reject)


@dataclass(slots=True)
class Rejected:
    """The items that could not be used; each is told on standard error when it happens."""

    items: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, location: str, reason: str) -> None:
        self.items.append((location, reason))
        click.echo(f"skipped {location}: {reason}", err=True)

    def close(self) -> None:
        """Leave with status 1 if there were any."""
        if self.items:
            raise SystemExit(1)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--model``, ``--relations``, ``--groups`` and ``--jobs``."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    for option in (
        click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read."),
        click.option("--groups", type=file, help="YAML file with groups of your own."),
        click.option("--relations", type=folder, help="Folder with relation files of your own."),
        click.option("--model", default=DEFAULT_MODEL, show_default=True, help="Installed English spaCy pipeline."),
    ):
        command = option(command)
    return command


def claims_of(
    locations: Iterable[str], *, reading: Reading, jobs: int, reject: Callable[[str, str], None]
) -> Iterator[tuple[Article, list[Claim]]]:
    """Each article with its claims, actors resolved, in the order in which the articles are found."""
    from graphbuilder.read import read
    from graphbuilder.resolve import resolve

    articles = read(locations, reject=reject)
    if jobs == 1:
        found = reading.claims(articles, reject=reject)
    else:
        from graphbuilder.cli.workers import read_in_processes

        found = read_in_processes(articles, reading=reading, jobs=jobs, reject=reject)
    for article, claims in found:
        yield article, list(resolve(claims))
