"""Articles to claims as the commands run it, with the options of that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from graphbuilder.cli.own_words import own_words_options
from graphbuilder.cli.rejected import Reject
from graphbuilder.model import Article, Claim
from graphbuilder.pipeline import DEFAULT_MODEL, MIN_CONFIDENCE


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read: spaCy pipeline, the user's own words, processes, and how sure a claim must be."""

    model: str = DEFAULT_MODEL
    relations: Path | None = None
    groups: Path | None = None
    jobs: int = 1
    min_confidence: float = MIN_CONFIDENCE

    def claims(self, articles: Iterable[Article], *, reject: Reject) -> Iterator[tuple[Article, list[Claim]]]:
        """Annotate and extract, in this process."""
        from graphbuilder.pipeline import read_claims

        return read_claims(
            articles,
            model=self.model,
            relations=self.relations,
            groups=self.groups,
            min_confidence=self.min_confidence,
            reject=reject,
        )


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a ``Reading``, which it gets as ``reading``."""

    @click.option("--model", default=DEFAULT_MODEL, show_default=True, help="Installed English spaCy pipeline.")
    @own_words_options
    @click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read.")
    @click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=MIN_CONFIDENCE,
        show_default=True,
        help="Leave out claims that are less likely to be right.",
    )
    @wraps(command)
    def with_reading(**options: Any) -> Any:
        own = {name: options.pop(name) for name in ("model", "relations", "groups", "jobs", "min_confidence")}
        return command(reading=Reading(**own), **options)

    return with_reading


def claims_of(locations: Sequence[str], *, reading: Reading, reject: Reject) -> Iterator[tuple[Article, list[Claim]]]:
    """Each article with its claims, in the order in which the articles are found."""
    from graphbuilder.read import read

    articles = read(locations, reject=reject)
    if reading.jobs == 1:
        return reading.claims(articles, reject=reject)
    from graphbuilder.cli.workers import read_in_processes

    return read_in_processes(articles, reading=reading, reject=reject)
