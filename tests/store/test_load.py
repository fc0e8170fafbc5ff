"""Loading gives one graph, whatever the order, the batches and the number of times."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storeworld import RELATIONS, Said, actor, articles, claim, dump, publication

from graphbuilder.errors import ClaimError
from graphbuilder.model import Source
from graphbuilder.store import Store, connect
from graphbuilder.store.load import Counts, load

RED, BLUE, DELTA = actor("Red Front"), actor("Blue Army"), actor("Delta Order")
ANN = actor("Ann Lee", kind="person")


def loaded(*rounds: list[Said], batch_size: int = 1000) -> tuple[list[str], list[str]]:
    with tempfile.TemporaryDirectory() as folder, connect(str(Path(folder) / "g.kgl")) as store:
        for said in rounds:
            load(store, said, batch_size=batch_size, relations=RELATIONS)
        return dump(store)


@settings(max_examples=60, deadline=None)
@given(said=articles(), data=st.data())
def test_order_batches_and_repetition_do_not_matter(said: list[Said], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(said))
    again = data.draw(st.permutations(said))
    size = data.draw(st.integers(1, 6))
    assert loaded(said) == loaded(shuffled, again, batch_size=size)


@settings(max_examples=60, deadline=None)
@given(before=articles(places=("a", "b")), after=articles(places=("a", "b")), size=st.integers(1, 6))
def test_nothing_is_left_of_what_edited_articles_said(before: list[Said], after: list[Said], size: int) -> None:
    places = {p.location for p, _ in after}
    unedited = [(p, claims) for p, claims in before if p.location not in places]
    if {p.id for p, _ in unedited} & {p.id for p, _ in [*before, *after] if p.location in places}:
        return  # one text at two places keeps the header of a place that was edited since
    assert loaded(before, after, batch_size=size) == loaded([*unedited, *after])


def said_by(store: Store) -> set[tuple[str, str]]:
    rows = store.run("MATCH (c:Claim)-[:SAID_BY]->(n:Actor) RETURN c.id AS claim, n.name AS name")
    return {(row["claim"], row["name"]) for row in rows}


def names(store: Store) -> list[str]:
    return [row["name"] for row in store.run("MATCH (n:Actor) RETURN n.name AS name ORDER BY name")]


def test_shape_of_the_graph(store: Store) -> None:
    article = publication("a")
    said = claim(article, ANN, "EMBEDDED_WITH", RED, source=Source("analysts", "other"))
    counts = load(store, [(article, [said])], relations=RELATIONS)
    assert counts == Counts(articles=1, claims=1, actors=2, ties=1, retracted=0)
    [row] = store.run(
        "MATCH (c:Claim)-[x:SUBJECT]->(s:Actor) MATCH (c)-[:OBJECT]->(o:Group) MATCH (c)-[:STATED_IN]->(a:Article) "
        "RETURN c, s, o, a, x"
    )
    assert row["s"] == {
        "labels": ["Actor", "Person"],
        "properties": {"id": said.subject.id, "name": "Ann Lee", "named": True, "aliases": []},
    }
    assert row["o"]["labels"] == ["Actor", "Group"]
    assert row["a"]["properties"] == {
        "id": article.id,
        "location": "/articles/a",
        "title": "Title of a",
        "outlet": "Herald",
        "published": "2021-03-04",
        "language": "en",
    }
    assert row["x"] == {"type": "SUBJECT", "properties": {"name": "Ann Lee", "aliases": []}}
    assert row["c"]["properties"]["source"] == "analysts"
    assert row["c"]["properties"]["source_kind"] == "other"
    [tie] = store.run("MATCH (s:Person)-[r:EMBEDDED_WITH]->(o:Group) RETURN r")
    assert tie["r"]["properties"] == {
        "tie": row["c"]["properties"]["tie"],
        "asserted": 1,
        "denied": 0,
        "uncertain": 0,
        "articles": 1,
        "outlets": 1,
        "first": "2021-03-04",
        "last": "2021-03-04",
        "contested": False,
        "status": "current",
    }


def test_loading_again_writes_nothing(store: Store) -> None:
    article = publication("a")
    said = [(article, [claim(article, ANN, "EMBEDDED_WITH", RED, source=Source("Blue Army", "group"))])]
    load(store, said, relations=RELATIONS)
    before = dump(store)
    assert load(store, said, relations=RELATIONS) == Counts(articles=1)
    assert dump(store) == before


def test_an_edited_file_takes_back_what_it_said(store: Store) -> None:
    old, new, other = publication("a", text="old"), publication("a", text="new"), publication("b")
    load(
        store,
        [
            (old, [claim(old, ANN, "EMBEDDED_WITH", RED), claim(old, RED, "FINANCES", BLUE)]),
            (other, [claim(other, RED, "FINANCES", BLUE)]),
        ],
        relations=RELATIONS,
    )
    counts = load(store, [(new, [claim(new, RED, "FINANCES", BLUE)])], relations=RELATIONS)
    assert (counts.claims, counts.retracted) == (1, 2)
    assert names(store) == ["Blue Army", "Red Front"]
    assert store.run("MATCH (a:Article) RETURN count(a) AS n") == [{"n": 2}]
    assert store.run("MATCH (:Actor)-[r:FINANCES]->(:Actor) RETURN r.asserted AS n") == [{"n": 2}]


def test_a_text_at_two_places_stays_until_both_say_something_else(store: Store) -> None:
    here, there = publication("a", text="same"), publication("b", text="same")
    edited_here, edited_there = publication("a", text="x"), publication("b", text="y")
    load(
        store,
        [(there, [claim(there, RED, "FINANCES", BLUE)]), (here, [claim(here, RED, "FINANCES", BLUE)])],
        relations=RELATIONS,
    )
    assert store.run("MATCH (a:Article) RETURN a.location AS l, a.copies AS c") == [
        {"l": "/articles/a", "c": ["/articles/b"]}
    ]
    load(store, [(edited_here, [])], relations=RELATIONS)
    assert store.run("MATCH (c:Claim)-[:STATED_IN]->(a:Article) RETURN a.location AS l, a.copies AS c") == [
        {"l": "/articles/b", "c": None}
    ]
    assert load(store, [(edited_there, [])], relations=RELATIONS).retracted == 1
    assert names(store) == []


def test_a_source_is_linked_when_it_becomes_an_actor(store: Store) -> None:
    first, second = publication("a"), publication("b")
    said = claim(first, ANN, "EMBEDDED_WITH", RED, source=Source("the Blue Army", "group"))
    own = claim(first, ANN, "EMBEDDED_WITH", RED, source=Source("Red Front", "group"), stance="denied")
    load(store, [(first, [said, own])], relations=RELATIONS)
    assert said_by(store) == {(own.id, "Red Front")}
    load(store, [(second, [claim(second, BLUE, "FINANCES", DELTA)])], relations=RELATIONS)
    assert said_by(store) == {(own.id, "Red Front"), (said.id, "Blue Army")}
    load(store, [(second, [])], relations=RELATIONS)
    assert said_by(store) == {(own.id, "Red Front")}


def test_names_of_an_actor_come_from_all_its_claims(store: Store) -> None:
    first, second = publication("a"), publication("b")
    load(
        store, [(first, [claim(first, ANN, "EMBEDDED_WITH", actor("RED FRONT", aliases=("RF",)))])], relations=RELATIONS
    )
    load(
        store,
        [(second, [claim(second, ANN, "EMBEDDED_WITH", actor("Red Front", aliases=("Fronters",)))])],
        relations=RELATIONS,
    )
    query = "MATCH (g:Group) RETURN g.name AS name, g.aliases AS aliases"
    assert store.run(query) == [{"name": "Red Front", "aliases": ["Fronters", "RED FRONT", "RF"]}]
    load(store, [(first, [])], relations=RELATIONS)
    assert store.run(query) == [{"name": "Red Front", "aliases": ["Fronters"]}]


@pytest.mark.parametrize("size", [1, 50])
def test_more_claims_than_fit_in_a_batch(store: Store, size: int) -> None:
    articles = [publication(f"{n:03}") for n in range(30)]
    said = [
        (a, [claim(a, actor(f"Group {a.location[-1]}"), "FINANCES", RED, start=n) for n in range(3)]) for a in articles
    ]
    seen: list[int] = []
    counts = load(store, said, batch_size=size, relations=RELATIONS, progress=seen.append)
    assert (counts.articles, counts.claims, counts.actors) == (30, 90, 11)
    assert seen[-1] == 30
    assert store.run("MATCH (c:Claim) RETURN count(c) AS n") == [{"n": 90}]
    ties = store.run("MATCH (:Group)-[r:FINANCES]->(:Group) RETURN r.asserted AS n, r.articles AS a")
    assert ties == [{"n": 9, "a": 3}] * 10


def test_a_relation_without_a_file_is_refused(embedded_store: Store) -> None:
    article = publication("a")
    with pytest.raises(ClaimError, match=r"TICKLES: no such relation.*--relations"):
        load(embedded_store, [(article, [claim(article, RED, "TICKLES", BLUE)])], relations=RELATIONS)


def test_a_claim_id_of_another_article_is_refused(embedded_store: Store) -> None:
    first, second = publication("a"), publication("b")
    said = claim(first, RED, "FINANCES", BLUE)
    load(embedded_store, [(first, [said])], relations=RELATIONS)
    with pytest.raises(ClaimError, match="unique"):
        load(embedded_store, [(second, [replace(said, publication=second)])], relations=RELATIONS)


@pytest.mark.parametrize("location", ["-", "-:1"])
def test_what_came_by_standard_input_stays(embedded_store: Store, location: str) -> None:
    for text in ("one", "two"):
        article = replace(publication(text), location=location)
        load(embedded_store, [(article, [claim(article, RED, "FINANCES", BLUE)])], relations=RELATIONS)
    assert embedded_store.run("MATCH (c:Claim) RETURN count(c) AS n") == [{"n": 2}]


def test_a_place_is_the_same_from_every_folder(
    embedded_store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for folder, location in ((tmp_path, "news/a.txt"), (tmp_path / "news", "a.txt")):
        folder.mkdir(exist_ok=True)
        monkeypatch.chdir(folder)
        load(embedded_store, [(replace(publication("a"), location=location), [])], relations=RELATIONS)
    assert embedded_store.run("MATCH (a:Article) RETURN a.location AS l, a.copies AS c") == [
        {"l": str(tmp_path / "news" / "a.txt"), "c": None}
    ]
