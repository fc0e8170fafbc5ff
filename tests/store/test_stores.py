"""What every store promises; each case runs on the file and on a real Neo4j."""

from __future__ import annotations

import warnings
from typing import Any

import pytest

from graphbuilder.errors import QueryError, StoreError
from graphbuilder.store import Store
from graphbuilder.store.schema import define

ACTORS = [
    {"id": "g1", "name": "Red Front", "aliases": ["RF", "the Front"]},
    {"id": "g2", "name": "Blue Army", "aliases": []},
    {"id": "g3", "name": "Delta", "aliases": ["Δ"]},
]


@pytest.fixture
def filled(store: Store) -> Store:
    define(store)
    store.write(
        [
            ("UNWIND $rows AS row MERGE (a:Actor {id: row.id}) SET a:Group, a += row", {"rows": ACTORS}),
            ("MATCH (a {id: 'g1'}) MATCH (b {id: 'g2'}) MERGE (a)-[r:FINANCES]->(b) SET r.asserted = 2", {}),
            ("MATCH (a {id: 'g3'}) MATCH (b {id: 'g2'}) MERGE (a)-[r:ARMS]->(b)", {}),
            ("CREATE (:Article {id: 'x', title: 'News', published: '2020-01-02'})", {}),
        ]
    )
    return store


RED = {"labels": ["Actor", "Group"], "properties": {"id": "g1", "name": "Red Front", "aliases": ["RF", "the Front"]}}
BLUE = {"labels": ["Actor", "Group"], "properties": {"id": "g2", "name": "Blue Army", "aliases": []}}
LINK = {"type": "FINANCES", "properties": {"asserted": 2}}


@pytest.mark.parametrize(
    ("cypher", "params", "rows"),
    [
        ("MATCH (a:Group {id: $id}) RETURN a", {"id": "g1"}, [{"a": RED}]),
        ("MATCH (a:Article) RETURN a", {}, [
            {"a": {"labels": ["Article"], "properties": {"id": "x", "title": "News", "published": "2020-01-02"}}}
        ]),
        ("MATCH (:Group)-[r:FINANCES]->(:Group) RETURN r, type(r) AS t", {}, [{"r": LINK, "t": "FINANCES"}]),
        ("MATCH p = (:Group)-[:FINANCES]->(:Group) RETURN p", {}, [
            {"p": {"nodes": [RED, BLUE], "relationships": [{**LINK, "start": "g1", "end": "g2"}]}}
        ]),
        ("MATCH p = (b:Group {id: 'g2'})<-[:FINANCES]-(:Group) RETURN p", {}, [
            {"p": {"nodes": [BLUE, RED], "relationships": [{**LINK, "start": "g1", "end": "g2"}]}}
        ]),
        ("MATCH (a:Group {id: 'g2'}) RETURN collect(a) AS all, {a: a.name} AS m", {}, [
            {"all": [BLUE], "m": {"a": "Blue Army"}}
        ]),
        ("MATCH (a:Article) RETURN a.outlet AS o, a.published IS NULL AS none", {}, [{"o": None, "none": False}]),
        ("MATCH (a:Article {outlet: 'Herald'}) RETURN count(a) AS n", {}, [{"n": 0}]),
        ("MATCH (a:Nothing) RETURN a", {}, []),
        ("RETURN $x AS x, $text AS text, 1.5 AS f, null AS nothing", {"x": [1, 2], "text": "it's “so”"}, [
            {"x": [1, 2], "text": "it's “so”", "f": 1.5, "nothing": None}
        ]),
        ("MATCH (g:Group) RETURN g.name AS name ORDER BY name LIMIT $n", {"n": 2}, [
            {"name": "Blue Army"}, {"name": "Delta"}
        ]),
        ("MATCH p = shortestPath((a:Group {id: 'g1'})-[:FINANCES|ARMS*..4]-(b:Group {id: 'g3'})) RETURN length(p) AS n",
         {}, [{"n": 2}]),
    ],
)  # fmt: skip
def test_rows_are_plain_values(filled: Store, cypher: str, params: dict[str, Any], rows: list[Any]) -> None:
    assert filled.run(cypher, **params) == rows


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (:Actor {id: 'new'})",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:Group) SET n.name = 'x' RETURN n",
        "MERGE (n:Group {id: 'new'}) RETURN n",
        "MATCH (n:Group) REMOVE n.name RETURN n",
        "CREATE INDEX more IF NOT EXISTS FOR (n:Actor) ON (n.more)",
        "DROP INDEX actor_name",
        "MATCH (n:Group) CALL (n) { SET n.name = 'x' } RETURN n",
    ],
)
def test_reading_never_writes(filled: Store, cypher: str) -> None:
    with pytest.raises(QueryError):
        filled.run(cypher)
    assert filled.run("MATCH (g:Group) RETURN g.id AS id, g.name AS name ORDER BY id") == [
        {"id": row["id"], "name": row["name"]} for row in ACTORS
    ]


@pytest.mark.parametrize(
    "cypher", ["MATCH (n RETURN n", "RETURN $missing AS x", "not Cypher", "RETURN nothing(1) AS x"]
)
def test_a_wrong_statement_is_a_query_error(filled: Store, cypher: str) -> None:
    with pytest.raises(QueryError):
        filled.run(cypher)


def test_a_transaction_is_all_or_nothing(filled: Store) -> None:
    with pytest.raises(StoreError):
        filled.write([("CREATE (:Actor {id: 'new'})", {}), ("CREATE (:Actor {id: 'g1'})", {})])
    assert filled.run("MATCH (a:Actor {id: 'new'}) RETURN a") == []
    filled.write([("CREATE (:Actor {id: 'new'})", {})])
    assert filled.run("MATCH (a:Actor) RETURN count(a) AS n") == [{"n": 4}]


def test_schema_twice(filled: Store) -> None:
    before = filled.run("MATCH (n) RETURN count(n) AS n")
    define(filled)
    assert filled.run("MATCH (n) RETURN count(n) AS n") == before


def test_nothing_is_printed(filled: Store, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        filled.run("MATCH (a:Nonesuch)-[:NEVER]->(b {nothing: 1}) MATCH (c:Actor) RETURN a.absent AS x, c")
        define(filled)
    assert capfd.readouterr() == ("", "")
    assert [record.message for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == []
