"""Brings what articles say into a store: in batches, each in one transaction, and only what is not there yet.

A killed load leaves whole batches; loading the same articles again completes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuilder import ontology
from graphbuilder.model import Claim, Kind, Publication
from graphbuilder.ontology import Relation
from graphbuilder.store.changes import Changes, changes
from graphbuilder.store.protocol import Statement, Store
from graphbuilder.store.schema import define
from graphbuilder.store.ties import rebuild

Said = tuple[Publication, Sequence[Claim]]

_ARTICLE_KEYS = ("location", "copies", "title", "url", "outlet", "author", "published", "language")
_LABELS: Mapping[Kind, str] = {"person": "Person", "group": "Group"}

_CLAIMS_GONE = "UNWIND $ids AS id MATCH (c:Claim {id: id}) DETACH DELETE c"
_ARTICLES_GONE = "UNWIND $ids AS id MATCH (a:Article {id: id}) DETACH DELETE a"
_ACTORS_GONE = "UNWIND $ids AS id MATCH (n:Actor {id: id}) DETACH DELETE n"
_ACTORS = """
UNWIND $rows AS row
MERGE (n:Actor {{id: row.id}})
SET n:{label}, n.name = row.name, n.named = row.named, n.aliases = row.aliases
"""
_ARTICLES = "UNWIND $rows AS row MERGE (a:Article {id: row.id}) SET a += row"
_CLAIMS = """
UNWIND $rows AS row
MATCH (s:Actor {id: row.subject.id})
MATCH (o:Actor {id: row.object.id})
MATCH (a:Article {id: row.article})
CREATE (c:Claim {id: row.properties.id})
SET c += row.properties
CREATE (c)-[:SUBJECT {name: row.subject.name, aliases: row.subject.aliases}]->(s)
CREATE (c)-[:OBJECT {name: row.object.name, aliases: row.object.aliases}]->(o)
CREATE (c)-[:STATED_IN]->(a)
"""
_SAID_BY = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (n:Actor {id: row.source})
MERGE (c)-[:SAID_BY]->(n)
"""
_SAID_BEFORE = "UNWIND $ids AS id MATCH (c:Claim {source_id: id}) MATCH (n:Actor {id: id}) MERGE (c)-[:SAID_BY]->(n)"


@dataclass(frozen=True, slots=True)
class Counts:
    """What a load did.

    ``articles`` were loaded; ``claims`` are new or changed in the store; ``actors`` are new; ``ties`` were counted
    anew; ``retracted`` claims went because no article states them any more.
    """

    articles: int = 0
    claims: int = 0
    actors: int = 0
    ties: int = 0
    retracted: int = 0


def load(
    store: Store,
    batches: Iterable[Said],
    *,
    batch_size: int = 1000,
    relations: Mapping[str, Relation] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Counts:
    """Make the store say what these articles say; each comes with all of its claims.

    ``batch_size`` is the number of claims in a transaction (an article is never split), ``progress`` gets the number of
    articles loaded so far. The claims of an article that the store has and the article no longer states are removed.

    Raises:
        ClaimError: a relation is unknown, or two articles use one claim id.
        StoreError: the store cannot be written.
    """
    known = ontology.relations() if relations is None else relations
    define(store)
    counts = Counts()
    for batch in _batches(batches, size=batch_size):
        found = changes(store, batch, relations=known)
        statements = [(cypher, params) for cypher, params in _statements(found) if any(params.values())]
        if statements:
            store.write(statements)
        counts = _add(counts, found, articles=len(batch))
        if progress is not None:
            progress(counts.articles)
    return counts


def _batches(articles: Iterable[Said], *, size: int) -> Iterator[list[Said]]:
    """Articles together until they have ``size`` claims; an article without claims weighs as much as one claim."""
    batch: list[Said] = []
    weight = 0
    for publication, claims in articles:
        batch.append((publication, claims))
        weight += max(1, len(claims))
        if weight >= size:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _statements(found: Changes) -> Iterator[Statement]:
    """All writes of one batch; rows are sorted by id and unique, nodes come before what hangs on them."""
    yield _CLAIMS_GONE, {"ids": found.claims_gone}
    yield _ARTICLES_GONE, {"ids": found.articles_gone}
    for kind, label in _LABELS.items():
        yield _ACTORS.format(label=label), {"rows": found.actors.rows[kind]}
    rows = sorted(found.articles, key=lambda row: str(row["id"]))
    yield _ARTICLES, {"rows": [{"id": row["id"], **{key: row.get(key) for key in _ARTICLE_KEYS}} for row in rows]}
    yield _CLAIMS, {"rows": found.claims}
    said = [row["properties"] for row in found.claims if "source_id" in row["properties"]]
    yield _SAID_BY, {"rows": [{"claim": row["id"], "source": row["source_id"]} for row in said]}
    yield _SAID_BEFORE, {"ids": found.actors.new}
    yield from rebuild(found.ties)
    yield _ACTORS_GONE, {"ids": found.actors.gone}


def _add(counts: Counts, found: Changes, *, articles: int) -> Counts:
    return replace(
        counts,
        articles=counts.articles + articles,
        claims=counts.claims + len(found.claims),
        actors=counts.actors + len(found.actors.new),
        ties=counts.ties + len(found.ties),
        retracted=counts.retracted + found.unsaid,
    )
