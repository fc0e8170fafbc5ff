"""Every question, asked of the small network: the same rows from both stores."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graphbuilder.errors import QueryError
from graphbuilder.query import DRAWING, Value, ask, find, near_names, queries
from graphbuilder.store import Row, Store

GOLDEN = Path(__file__).parent / "rows"


def golden(name: str) -> list[Row]:
    return [json.loads(line) for line in (GOLDEN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", queries())
def test_the_example_of_each_file_gives_its_golden_rows(name: str, network: Store) -> None:
    query = find(name)
    rows = ask(network, query, query.params)
    assert rows == golden(name)
    assert rows, "an example that finds nothing teaches nothing"


@pytest.mark.parametrize("name", queries())
def test_each_row_has_something_to_draw_unless_it_is_only_denied(name: str, network: Store) -> None:
    query = find(name)
    for row in network.run(query.text, **query.params):
        assert drawn(row[DRAWING]) or row["asserted"] + row["uncertain"] == 0


def drawn(value: Any) -> bool:
    """Whether Neo4j Browser would find a node in it."""
    return (
        any(map(drawn, value))
        if isinstance(value, list)
        else bool(value) and {"nodes", "labels"} & value.keys() != set()
    )


@pytest.mark.parametrize(
    ("name", "params", "column", "expected"),
    [
        (
            "ties_of",
            {"name": "umar"},
            "object",
            ["Taliban", "National Directorate of Security", "al-Qaeda in the Indian Subcontinent", "al-Qaeda"],
        ),
        ("ties_of", {"name": "AL QAIDA"}, "asserted", [3, 2, 2, 1, 1, 1, 1, 0, 0]),
        ("ties_of", {"name": "nobody"}, "subject", []),
        ("who_says", {"name": "AQ", "other": "Taliban"}, "source", []),
        (
            "who_says",
            {"name": "al-Qaeda", "other": "Taliban", "relation": "finances"},
            "stance",
            ["asserted", "asserted", "denied"],
        ),
        ("who_says", {"name": "Taliban", "other": "Taliban"}, "source", []),
        ("evidence", {"name": "Haqqani Network", "other": "iskp"}, "stance", ["uncertain", "denied"]),
        ("contested_ties", {"name": "Umar"}, "denied_by", [["Zabihullah Mujahid"]]),
        ("contested_ties", {"name": "NDS"}, "denied_by", []),
        ("denied_ties", {"name": "Sirajuddin Haqqani"}, "relation", ["HAS_TIES_TO"]),
        ("single_source_ties", {"name": "NDS"}, "source", ["National Directorate of Security", "Zabihullah Mujahid"]),
        ("changes", {"name": "Raihan"}, "status", ["ended"]),
        ("embedded_with", {"name": "Asim Umar"}, "actor", []),
        ("leaders_and_members", {"name": "AQIS"}, "person", ["Asim Umar", "AQIS leader", "Raihan"]),
        ("backers", {"name": "ISKP"}, "uncertain", [1]),
        ("paths_between", {"name": "Raihan", "other": "Raihan"}, "ties", []),
        ("paths_between", {"name": "Raihan", "other": "NDS"}, "ties", [3] * 6),
        ("common_neighbours", {"name": "Raihan", "other": "Sirajuddin Haqqani"}, "actor", ["Taliban", "al-Qaeda"]),
        ("bridges", {"name": "Haqqani Network", "other": "Taliban"}, "groups_tied", [True]),
        (
            "claims_of_source",
            {"source": "nds"},
            "published",
            ["2019-10-08"] * 4 + ["2019-11-20"] * 2 + ["2020-01-14", "2020-03-02"],
        ),
        ("claims_of_source", {"source": "kabul post"}, "relation", ["SPEAKS_FOR", "FIGHTS"]),
        ("timeline", {"name": "Taliban", "other": "ISKP", "relation": "FIGHTS"}, "articles", [1, 1, 1]),
    ],
)
def test_parameters_choose_the_rows(
    name: str, params: dict[str, Value], column: str, expected: list[object], network: Store
) -> None:
    assert [row[column] for row in ask(network, find(name), params)] == expected


def test_a_statement_that_writes_is_refused(network: Store) -> None:
    with pytest.raises(QueryError, match="only reading is allowed"):
        network.run("MATCH (a:Actor) SET a.name = 'x'")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("taliban", None),
        ("Al-Qaida", None),
        ("UN Monitors", None),
        ("kabul post", None),
        ("FINANCES", None),
        ("Talban", ["Taliban"]),
        ("Haqani", ["Haqqani Network", "Sirajuddin Haqqani"]),
        ("Umer", ["Asim Umar"]),
        ("Mujahed", ["Zabihullah Mujahid"]),
        ("zzz", []),
    ],
)
def test_near_names_of_what_the_graph_does_not_know(value: str, expected: list[str] | None, network: Store) -> None:
    assert near_names(network, [value, None, 3]) == ({} if expected is None else {value: expected})
