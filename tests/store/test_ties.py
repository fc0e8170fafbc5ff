"""Ties are what the claims add up to, counted here a second time in another way."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storeworld import RELATIONS, Said, actor, articles, claim, publication

from graphbuilder.errors import ClaimError
from graphbuilder.model import Claim, Stance, Status
from graphbuilder.store import Store, connect
from graphbuilder.store.load import load
from graphbuilder.store.ties import TieKey, rebuild, tie_of

RED, BLUE = actor("Red Front"), actor("Blue Army")
TIES = "MATCH (s:Actor)-[r]->(o:Actor) RETURN s.id AS subject, o.id AS object, r"


def ties(store: Store) -> dict[tuple[str, str, str], dict[str, Any]]:
    """Counts by (subject, relation, object); ids left out."""
    return {
        (row["subject"], row["r"]["type"], row["object"]): {
            k: v for k, v in row["r"]["properties"].items() if k != "tie"
        }
        for row in store.run(TIES)
    }


def added_up(claims: list[Claim]) -> dict[tuple[str, str, str], dict[str, Any]]:
    groups = defaultdict(list)
    for said in claims:
        ends = [said.subject, said.object]
        if RELATIONS[said.relation].symmetric:
            ends.sort(key=lambda actor: (actor.kind == "group", actor.id))
        groups[ends[0].id, said.relation, ends[1].id].append(said)
    return {key: _tie(group) for key, group in groups.items() if key[0] != key[2] and not _denied_only(group)}


def _denied_only(claims: list[Claim]) -> bool:
    return all(said.stance == "denied" for said in claims)


def _tie(claims: list[Claim]) -> dict[str, Any]:
    stances = [said.stance for said in claims]
    papers = {said.publication.id: said.publication for said in claims}.values()
    days = sorted(paper.published.isoformat() for paper in papers if paper.published)
    statuses = {said.status for said in claims if said.stance != "denied"}
    return {
        "asserted": stances.count("asserted"),
        "denied": stances.count("denied"),
        "uncertain": stances.count("uncertain"),
        "articles": len(papers),
        "outlets": len({paper.outlet or paper.id for paper in papers}),
        "contested": "denied" in stances,
        "status": next(status for status in ("current", "ended", "planned") if status in statuses),
        **({"first": days[0], "last": days[-1]} if days else {}),
    }


@settings(max_examples=80, deadline=None)
@given(before=articles(), after=articles(), size=st.integers(1, 6))
def test_ties_are_what_claims_add_up_to(before: list[Said], after: list[Said], size: int) -> None:
    with tempfile.TemporaryDirectory() as folder, connect(str(Path(folder) / "g.kgl")) as store:
        for said in (before, after):
            load(store, said, batch_size=size, relations=RELATIONS)
        stored = {
            row["id"]: row["paper"]["properties"]
            for row in store.run("MATCH (c:Claim)-[:STATED_IN]->(a:Article) RETURN c.id AS id, a AS paper")
        }
        heads = {paper.location: paper for paper, _ in before} | {paper.location: paper for paper, _ in after}
        claims = [c for _, all_claims in [*before, *after] for c in all_claims]
        held = {c.id: c for c in claims if c.id in stored and _heads(heads, c, stored[c.id]["location"])}
        if held.keys() == stored.keys():  # else a text keeps the header of a place that was edited since
            assert ties(store) == added_up(list(held.values()))


def _heads(heads: dict[str, Any], said: Claim, location: str) -> bool:
    """Whether the claim has the header that its article has in the store."""
    return bool(heads[location] == said.publication)


@pytest.mark.parametrize(
    ("stances", "counts"),
    [
        (["asserted"], (1, 0, 0, False)),
        (["uncertain"], (0, 0, 1, False)),
        (["denied"], None),
        (["denied", "denied"], None),
        (["denied", "uncertain"], (0, 1, 1, True)),
        (["asserted", "asserted", "denied"], (2, 1, 0, True)),
    ],
)
def test_no_tie_without_an_assertion(store: Store, stances: list[Stance], counts: tuple[int, ...] | None) -> None:
    paper = publication("a")
    said = [claim(paper, RED, "FINANCES", BLUE, stance=stance, start=n) for n, stance in enumerate(stances)]
    load(store, [(paper, said)], relations=RELATIONS)
    found = [tuple(t[k] for k in ("asserted", "denied", "uncertain", "contested")) for t in ties(store).values()]
    assert found == ([counts] if counts else [])


def test_a_tie_goes_when_only_a_denial_is_left(store: Store) -> None:
    first, second = publication("a"), publication("b")
    load(store, [(first, [claim(first, RED, "FINANCES", BLUE)])], relations=RELATIONS)
    load(store, [(second, [claim(second, RED, "FINANCES", BLUE, stance="denied")])], relations=RELATIONS)
    assert len(ties(store)) == 1
    load(store, [(first, [])], relations=RELATIONS)
    assert ties(store) == {}


def test_both_directions_of_a_symmetric_relation_are_one_tie(store: Store) -> None:
    paper = publication("a")
    said = [claim(paper, RED, "ALLIED_WITH", BLUE), claim(paper, BLUE, "ALLIED_WITH", RED, stance="uncertain")]
    load(store, [(paper, said)], relations=RELATIONS)
    [(key, tie)] = ties(store).items()
    assert (key[0] < key[2], tie["asserted"], tie["uncertain"]) == (True, 1, 1)


@pytest.mark.parametrize("name", ["Ann Lee", "Bo Day", "Cy Fox", "Di Eco"])
def test_a_symmetric_tie_of_a_person_goes_from_the_person(name: str) -> None:
    said = claim(publication("a"), actor(name, kind="person"), "ALLIED_WITH", RED)
    assert tie_of(said, relations=RELATIONS) == TieKey("ALLIED_WITH", said.subject.id, said.object.id)


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (["ended"], "ended"),
        (["planned"], "planned"),
        (["ended", "planned"], "ended"),
        (["ended", "current"], "current"),
    ],
)
def test_status(store: Store, statuses: list[Status], status: str) -> None:
    paper = publication("a")
    said = [claim(paper, RED, "FINANCES", BLUE, status=one, start=n) for n, one in enumerate(statuses)]
    load(store, [(paper, said)], relations=RELATIONS)
    assert [tie["status"] for tie in ties(store).values()] == [status]


def test_outlets_and_dates(store: Store) -> None:
    papers = [
        publication("a", outlet="Herald", day="2021-05-01"),
        publication("b", outlet="Herald", day="2020-05-01"),
        publication("c", outlet=None, day=None),
        publication("d", outlet=None, day="2022-05-01"),
    ]
    load(store, [(paper, [claim(paper, RED, "FINANCES", BLUE)]) for paper in papers], relations=RELATIONS)
    [tie] = ties(store).values()
    assert (tie["articles"], tie["outlets"], tie["first"], tie["last"]) == (4, 3, "2020-05-01", "2022-05-01")


@pytest.mark.parametrize("name", ["A]->(x) DETACH DELETE x //", "lower", "A B", "", "A`B", "Ä"])
def test_names_that_cannot_stand_in_a_statement(name: str) -> None:
    with pytest.raises(ClaimError, match="cannot name a relationship"):
        list(rebuild([TieKey(name, "a", "b")]))


def test_no_tie_of_an_actor_with_itself(embedded_store: Store) -> None:
    paper = publication("a")
    load(embedded_store, [(paper, [claim(paper, RED, "FINANCES", actor("red front"))])], relations=RELATIONS)
    assert ties(embedded_store) == {}


def test_the_claims_of_a_tie_carry_its_id(store: Store) -> None:
    paper = publication("a")
    said = claim(paper, RED, "FINANCES", BLUE)
    load(store, [(paper, [said])], relations=RELATIONS)
    query = "MATCH (:Actor)-[r:FINANCES]->(:Actor) MATCH (c:Claim) WHERE c.tie = r.tie RETURN c.id AS id, c.tie AS tie"
    assert store.run(query) == [{"id": said.id, "tie": tie_of(said, relations=RELATIONS).id}]
