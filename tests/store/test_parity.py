"""The two stores answer alike: the same load gives the same graph, and generated queries the same rows.

The queries keep to what both stores promise: one chain of patterns per MATCH, filters on named nodes, ``count(x)``.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from typing import Any

import pytest
from storeworld import RELATIONS, Said, actor, claim, dump, publication

from graphbuilder.model import Source
from graphbuilder.store import Store
from graphbuilder.store.load import load

pytestmark = pytest.mark.neo4j

STEPS = {
    "Claim": (("-[:SUBJECT]->", "Actor"), ("-[:OBJECT]->", "Group"), ("-[:STATED_IN]->", "Article"),
              ("-[:SAID_BY]->", "Actor")),
    "Actor": (("<-[:SUBJECT]-", "Claim"), ("<-[:OBJECT]-", "Claim"), ("-[:FINANCES]->", "Group"),
              ("-[:ALLIED_WITH]-", "Actor"), ("-[:FINANCES|EMBEDDED_WITH]->", "Group"), ("<-[:SAID_BY]-", "Claim")),
    "Group": (("<-[:OBJECT]-", "Claim"), ("<-[:EMBEDDED_WITH]-", "Person"), ("-[:ALLIED_WITH]-", "Group")),
    "Person": (("<-[:SUBJECT]-", "Claim"), ("-[:EMBEDDED_WITH]->", "Group")),
    "Article": (("<-[:STATED_IN]-", "Claim"),),
}  # fmt: skip
FILTERS = {
    "Claim": ("{x}.stance = 'denied'", "{x}.confidence >= 0.4", "{x}.source_id IS NULL", "{x}.relation IN $names"),
    "Actor": ("{x}.name STARTS WITH 'G'", "{x}.id < 'a'", "size({x}.aliases) > 0"),
    "Group": ("{x}.name <> 'Group 1'", "NOT {x}.named"),
    "Person": ("{x}.named",),
    "Article": ("{x}.published >= $day", "{x}.outlet IS NOT NULL", "substring({x}.published, 0, 7) = '2021-03'"),
}
PARAMS = {"names": ["FINANCES", "EMBEDDED_WITH"], "day": "2021-03-05"}


def said(seed: int, *, articles: int = 40) -> list[Said]:
    pick = random.Random(seed)
    groups = [actor(f"Group {n}", aliases=(f"G{n}",) if n % 2 else ()) for n in range(8)]
    persons = [actor(f"Person {n}", kind="person", named=n % 3 > 0) for n in range(6)]
    sources = [None, Source("analysts", "other"), Source("Group 1", "group"), Source("Person 2", "person")]
    found = []
    for n in range(articles):
        place = publication(
            str(n), outlet=pick.choice([None, "Herald", "Post"]), day=f"2021-0{pick.randint(1, 9)}-0{1 + n % 9}"
        )
        claims = [
            claim(
                place,
                pick.choice(groups + persons),
                pick.choice(list(RELATIONS)),
                pick.choice(groups),
                stance=pick.choice(["asserted", "denied", "uncertain"]),
                source=pick.choice(sources),
                start=start,
            )
            for start in range(pick.randint(0, 5))
        ]
        found.append((place, claims))
    return found


def queries(seed: int, *, count: int) -> list[str]:
    pick = random.Random(seed)
    return [_query(pick) for _ in range(count)]


def _query(pick: random.Random) -> str:
    label = pick.choice(list(STEPS))
    chain, nodes, conditions = f"(n0:{label})", [("n0", label)], []
    matches = []
    for n in range(1, pick.randint(2, 5)):
        arrow, target = pick.choice(STEPS[nodes[-1][1]])
        name = f"n{n}"
        if pick.random() < 0.2:
            matches.append(chain)
            chain = f"({nodes[-1][0]})"
        chain += f"{arrow}({name}:{target})"
        nodes.append((name, target))
    matches.append(chain)
    conditions = [pick.choice(FILTERS[kind]).format(x=name) for name, kind in nodes if pick.random() < 0.3]
    if pick.random() < 0.2:
        arrow, target = pick.choice(STEPS[nodes[-1][1]])
        condition = f"EXISTS {{ MATCH ({nodes[-1][0]}){arrow}(z:{target}) WHERE z.id <> '' }}"
        conditions.append(condition if pick.random() < 0.5 else f"NOT {condition}")
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return " ".join(f"MATCH {match}" for match in matches) + where + " " + _result(pick, nodes)


def _result(pick: random.Random, nodes: list[tuple[str, str]]) -> str:
    one, other = pick.choice(nodes)[0], pick.choice(nodes)[0]
    return pick.choice(
        (
            f"RETURN count({one}) AS n",
            f"RETURN count(DISTINCT {one}) AS n",
            f"RETURN {one}.id AS a, {other}.id AS b",
            f"RETURN DISTINCT {one}.id AS a, {other} AS b",
            f"RETURN {one}.id AS a, count({other}) AS n",
            f"RETURN {one}.id AS a, count(DISTINCT {other}.id) AS n ORDER BY n DESC, a LIMIT 5",
            f"WITH {one}, count({other}) AS n WHERE n > 1 RETURN {one}.id AS a, n",
            f"RETURN labels({one}) AS l, min({other}.id) AS low, max({other}.id) AS high, count({one}) AS n",
        )
    )


def rows(store: Store, cypher: str) -> Counter[str]:
    return Counter(json.dumps(row, sort_keys=True) for row in store.run(cypher, **PARAMS))


@pytest.fixture(scope="module")
def network() -> list[Said]:
    return said(1)


def test_one_load_gives_one_graph(embedded_store: Store, neo4j_store: Store, network: list[Said]) -> None:
    edited = [(place, claims[1:]) for place, claims in network[:20]]
    for part in (network, edited):
        done: list[Any] = [
            load(store, part, relations=RELATIONS, batch_size=30) for store in (embedded_store, neo4j_store)
        ]
        assert done[0] == done[1]
        assert dump(embedded_store) == dump(neo4j_store)


def test_generated_queries(embedded_store: Store, neo4j_store: Store, network: list[Said]) -> None:
    for store in (embedded_store, neo4j_store):
        load(store, network, relations=RELATIONS)
    asked = queries(7, count=250)
    wrong = [cypher for cypher in asked if rows(embedded_store, cypher) != rows(neo4j_store, cypher)]
    assert wrong == []
    assert sum(bool(rows(embedded_store, cypher)) for cypher in asked) > 100, "most queries should find something"
