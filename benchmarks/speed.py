"""Measures speed in one run: extraction against spaCy alone, loading into each store, and start-up.

Absolute figures differ from machine to machine and from hour to hour; the ratio to spaCy, measured in turns, does not.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path
from statistics import median

import click

from graphbuilder.cli.output import show
from graphbuilder.model import Actor, Article, Claim, Publication, content_id
from graphbuilder.resolve import resolve
from graphbuilder.store import connect
from graphbuilder.store.load import load

SAMPLES = Path(__file__).parents[1] / "samples"
BATCH = 32
VARIANTS = 100
"""So many actors are made of each actor of the samples, lest all claims be about a few."""

Said = tuple[Publication, list[Claim]]


@click.command()
@click.option("--words", default=30_000, show_default=True, help="Words to read, the samples over and over.")
@click.option("--claims", default=10_000, show_default=True, help="Claims to load.")
@click.option("--rounds", default=3, show_default=True, help="Rounds; the median counts.")
@click.option("--neo4j/--no-neo4j", default=True, show_default=True, help="Start a Neo4j and load into it too.")
def main(words: int, claims: int, rounds: int, neo4j: bool) -> None:
    """Measure reading, loading and start-up, and print one line for each."""
    articles = _articles(words)
    rows = [*_reading(articles, rounds=rounds), *_loading(claims, neo4j=neo4j), _start_up()]
    show([{"what": what, "figure": figure} for what, figure in rows], "table")


def _articles(words: int) -> list[Article]:
    from graphbuilder.read import read

    samples = list(read([str(SAMPLES)], reject=lambda location, reason: sys.exit(f"{location}: {reason}")))
    length = sum(len(article.text.split()) for article in samples)
    return samples * max(1, round(words / length))


def _reading(articles: list[Article], *, rounds: int) -> Iterator[tuple[str, str]]:
    """Words a second of spaCy's full pipeline and of ours, and the ratio of their times, in turns."""
    from graphbuilder.pipeline import DEFAULT_MODEL, read_claims

    nlp = import_module(DEFAULT_MODEL).load()  # as spaCy has it: ours puts another attribute ruler into it
    texts = [article.text for article in articles]
    words = sum(len(text.split()) for text in texts)
    times: list[tuple[float, float]] = []
    for _ in range(rounds + 1):
        alone = _seconds(lambda: list(nlp.pipe(texts, batch_size=BATCH)))
        ours = _seconds(lambda: list(read_claims(articles, reject=lambda *_: None)))
        times.append((alone, ours))
    measured = times[1:]  # the first round warms up
    yield "words read", f"{words:,}"
    yield "spaCy alone, words/s", f"{words / median(alone for alone, _ in measured):,.0f}"
    yield "extraction, words/s", f"{words / median(ours for _, ours in measured):,.0f}"
    yield "extraction / spaCy alone", f"{median(ours / alone for alone, ours in measured):.2f}"


def _loading(count: int, *, neo4j: bool) -> Iterator[tuple[str, str]]:
    """Claims a second of a first load, and of a second one that finds everything there."""
    said = _said(count)
    claims = sum(len(found) for _, found in said)
    with tempfile.TemporaryDirectory() as folder:
        yield from _load_twice("embedded", str(Path(folder) / "bench.kgl"), said=said, claims=claims)
        if neo4j:
            with _server(Path(folder) / "neo4j") as url:
                yield from _load_twice("Neo4j", url, said=said, claims=claims)


def _load_twice(name: str, url: str, *, said: list[Said], claims: int) -> Iterator[tuple[str, str]]:
    with connect(url) as store:
        for what in ("first load", "second load"):
            yield f"{name}, {what}, claims/s", f"{claims / _seconds(lambda: load(store, said)):,.0f}"


def _said(count: int) -> list[Said]:
    """Articles made of the samples' claims, each with an id of its own and with other actors."""
    from graphbuilder.pipeline import read_claims

    samples = [
        (article.publication, found) for article, found in read_claims(_articles(1), reject=lambda *_: None) if found
    ]
    return list(islice(_variants(samples), max(1, round(count * len(samples) / sum(len(c) for _, c in samples)))))


def _variants(samples: list[Said]) -> Iterator[Said]:
    number = 0
    while True:
        for publication, claims in samples:
            number += 1
            location = f"bench/{number}"
            copy = replace(publication, id=content_id(location), location=location)
            changed = (_variant(claim, place, number=number, publication=copy) for place, claim in enumerate(claims))
            yield copy, list(resolve(changed))


def _variant(claim: Claim, place: int, *, number: int, publication: Publication) -> Claim:
    def other(actor: Actor) -> Actor:
        return replace(actor, name=f"{actor.name} {number % VARIANTS}", aliases=())

    return replace(
        claim,
        id=content_id(place, number),
        subject=other(claim.subject),
        object=other(claim.object),
        publication=publication,
    )


@contextmanager
def _server(home: Path) -> Iterator[str]:
    """A Neo4j of its own, with its password in the environment."""
    import os

    from graphbuilder import server

    with socket.socket() as bolt, socket.socket() as http:
        bolt.bind(("127.0.0.1", 0))
        http.bind(("127.0.0.1", 0))
        ports = bolt.getsockname()[1], http.getsockname()[1]
    running = server.start(home, bolt_port=ports[0], http_port=ports[1], password="only-for-benchmarks")
    os.environ |= {"NEO4J_USERNAME": running.username, "NEO4J_PASSWORD": running.password}
    try:
        yield running.bolt_url
    finally:
        running.stop()


def _start_up() -> tuple[str, str]:
    command = [sys.executable, "-m", "graphbuilder", "--help"]
    times = [_seconds(lambda: subprocess.run(command, capture_output=True, check=True)) for _ in range(5)]
    return "graphbuilder --help, s", f"{median(times):.2f}"


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
