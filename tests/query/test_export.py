"""The ties in networkx, and in files that are read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuilder.export import to_networkx, write
from graphbuilder.store import Store


@pytest.fixture
def graph(network: Store) -> networkx.MultiDiGraph:
    return to_networkx(network)


def edge(graph: networkx.MultiDiGraph, subject: str, relation: str, obj: str) -> dict[str, Any]:
    ids = {name: node for node, name in graph.nodes(data="name")}
    found: dict[str, Any] = graph.edges[ids[subject], ids[obj], relation]
    return found


def test_actors_are_nodes(graph: networkx.MultiDiGraph) -> None:
    by_name = {actor["name"]: actor for _, actor in graph.nodes(data=True)}
    assert len(by_name) == 14
    assert by_name["Asim Umar"] == {"name": "Asim Umar", "kind": "person", "named": True, "aliases": ["Umar"]}
    assert by_name["AQIS leader"] == {"name": "AQIS leader", "kind": "person", "named": False, "aliases": []}


def test_ties_carry_counts_stance_and_evidence(graph: networkx.MultiDiGraph) -> None:
    tie = edge(graph, "Asim Umar", "EMBEDDED_WITH", "Taliban")
    evidence = tie.pop("evidence")
    assert len(tie.pop("id")) == 16
    assert tie == {
        "asserted": 2,
        "denied": 1,
        "uncertain": 0,
        "articles": 3,
        "outlets": 3,
        "contested": True,
        "stance": "contested",
        "status": "current",
        "first": "2019-10-08",
        "last": "2020-01-14",
    }
    assert [(claim["date"], claim["stance"], claim["source"]) for claim in evidence] == [
        ("2019-10-08", "asserted", "National Directorate of Security"),
        ("2019-10-09", "denied", "Zabihullah Mujahid"),
        ("2020-01-14", "asserted", "UN monitors"),
    ]
    assert evidence[1]["quote"] == "No such man was among us, Mujahid said."


@pytest.mark.parametrize(
    ("subject", "relation", "obj", "stance"),
    [
        ("Asim Umar", "LEADS", "al-Qaeda in the Indian Subcontinent", "asserted"),
        ("Raihan", "EMBEDDED_WITH", "Taliban", "uncertain"),
        ("al-Qaeda", "FINANCES", "Taliban", "contested"),
    ],
)
def test_a_stance_sums_up_the_claims(
    subject: str, relation: str, obj: str, stance: str, graph: networkx.MultiDiGraph
) -> None:
    assert edge(graph, subject, relation, obj)["stance"] == stance


def test_a_mere_denial_is_no_edge(graph: networkx.MultiDiGraph) -> None:
    with pytest.raises(KeyError):
        edge(graph, "Sirajuddin Haqqani", "HAS_TIES_TO", "Islamic State Khorasan Province")


def test_json_is_read_back_as_it_was(graph: networkx.MultiDiGraph, tmp_path: Path) -> None:
    path = tmp_path / "ties.json"
    write(graph, path)
    read = networkx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")
    assert networkx.utils.graphs_equal(read, graph)


def test_graphml_is_read_back_flat(graph: networkx.MultiDiGraph, tmp_path: Path) -> None:
    path = tmp_path / "ties.graphml"
    write(graph, path)
    read = networkx.read_graphml(path, force_multigraph=True)
    assert dict(read.nodes(data="name")) == dict(graph.nodes(data="name"))
    ties = {key: tie for _, _, key, tie in read.edges(keys=True, data=True)}
    assert ties.keys() == {tie for _, _, tie in graph.edges(data="id")}
    for _, _, relation, tie in graph.edges(keys=True, data=True):
        flat = ties[tie["id"]]
        assert flat["label"] == relation
        assert [flat[key] for key in ("asserted", "denied", "contested")] == [
            tie[key] for key in ("asserted", "denied", "contested")
        ]
        assert len(flat["evidence"].splitlines()) == len(tie["evidence"])


@given(name=st.text(), quote=st.text())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("suffix", [".graphml", ".json", ".JSON"])
def test_any_text_can_be_written(name: str, quote: str, suffix: str, tmp_path: Path) -> None:
    graph = networkx.MultiDiGraph()
    claim = {"quote": quote, "source": None, "stance": "asserted", "date": None, "article": "a"}
    graph.add_node("x", name=name, kind="group", named=True, aliases=[name])
    graph.add_edge("x", "x", key="FIGHTS", id="1", first=None, evidence=[claim])
    path = tmp_path / f"ties{suffix}"
    write(graph, path)
    if suffix == ".graphml":
        assert networkx.read_graphml(path, force_multigraph=True).number_of_edges() == 1
    else:
        assert json.loads(path.read_text(encoding="utf-8"))["nodes"][0]["name"] == name


def test_a_file_stays_as_it_was_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "ties.json"
    path.write_text("before", encoding="utf-8")
    graph = networkx.MultiDiGraph()
    graph.add_node("x", name=object())
    with pytest.raises(TypeError):
        write(graph, path)
    assert [item.read_text(encoding="utf-8") for item in tmp_path.iterdir()] == ["before"]
