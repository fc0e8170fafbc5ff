"""Loads articles with their claims, shows how it goes and says what the graph holds then."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import click

from graphbuilder.cli.output import store_option
from graphbuilder.cli.own_words import resolved
from graphbuilder.cli.progress import Advance, progress
from graphbuilder.cli.rejected import Rejected
from graphbuilder.model import Claim, Publication, Stance
from graphbuilder.store import Store, connect

HOLDS = {
    "articles": "MATCH (a:Article) RETURN count(a) AS n",
    "claims": "MATCH (c:Claim) RETURN count(c) AS n",
    "actors": "MATCH (a:Actor) RETURN count(a) AS n",
    "ties": "MATCH (:Actor)-[r]->(:Actor) WHERE type(r) <> 'SAME_AS' RETURN count(r) AS n",
}


@dataclass(slots=True)
class Tally:
    """What went by on the way to the graph."""

    articles: int = 0
    stances: Counter[str] = field(default_factory=Counter)
    interrupted: bool = False

    def watch(
        self, articles: Iterable[tuple[Publication, list[Claim]]], *, groups: Path | None, advance: Advance
    ) -> Iterator[tuple[Publication, list[Claim]]]:
        """The same articles, actors resolved, each counted when it passes.

        Ctrl-C ends the stream as its last article would, so that those that passed before are loaded.
        """
        try:
            for publication, claims in articles:
                self.articles += 1
                self.stances.update(claim.stance for claim in claims)
                advance(len(claims))
                yield publication, resolved(claims, groups=groups)
        except KeyboardInterrupt:
            self.interrupted = True


def loading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--store`` and ``--format`` (as ``form``)."""
    form = click.Choice(["table", "json"])
    return store_option(
        click.option(
            "--format", "form", type=form, default="table", show_default=True, help="How to print the summary."
        )(command)
    )


def load_articles(
    articles: Iterable[tuple[Publication, list[Claim]]],
    *,
    store: str | None,
    relations: Path | None,
    groups: Path | None,
    rejected: Rejected,
    form: str,
) -> None:
    """Load the articles batch by batch, print the summary, and leave with status 1 if any item was rejected."""
    from graphbuilder import ontology
    from graphbuilder.store.load import load

    tally = Tally()
    with connect(store) as graph, progress("Loading") as advance:
        watched = tally.watch(articles, groups=groups, advance=advance)
        counts = load(graph, watched, relations=ontology.relations(relations))
        summary = {
            "articles": tally.articles,
            "rejected": [{"item": item, "reason": reason} for item, reason in rejected.items],
            "claims": {
                "found": tally.stances.total(),
                **{stance: tally.stances[stance] for stance in get_args(Stance)},
            },
            "loaded": counts.claims,
            "unchanged": tally.stances.total() - counts.claims,
            "retracted": counts.retracted,
            "graph": _holds(graph),
        }
    click.echo(json.dumps(summary) if form == "json" else _told(summary))
    if tally.interrupted:
        raise KeyboardInterrupt
    rejected.exit()


def _holds(graph: Store) -> dict[str, int]:
    return {name: graph.run(cypher)[0]["n"] for name, cypher in HOLDS.items()}


def _told(summary: dict[str, Any]) -> str:
    found, graph = summary["claims"], summary["graph"]
    rejected = len(summary["rejected"])
    return "\n".join(
        (
            f"Articles  {summary['articles']} read" + (f", {rejected} skipped (told above)" if rejected else ""),
            f"Claims    {found['found']} found: "
            + ", ".join(f"{found[stance]} {stance}" for stance in get_args(Stance)),
            f"Loaded    {summary['loaded']} new or changed, {summary['unchanged']} known already, "
            f"{summary['retracted']} retracted",
            f"Graph     {graph['articles']} articles, {graph['claims']} claims, {graph['actors']} actors, "
            f"{graph['ties']} ties",
            "Ask next  graphbuilder query          lists the questions",
            "          graphbuilder query ties_of name=Taliban",
        )
    )
