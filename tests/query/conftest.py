"""The small network in each store, loaded once per module, for tests that only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from network import batches

from graphbuilder.store import Store, connect
from graphbuilder.store.load import load


@pytest.fixture(scope="module")
def network_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small network in a file."""
    path = tmp_path_factory.mktemp("network") / "graph.kgl"
    with connect(str(path)) as store:
        _fill(store)
    return path


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def network(request: pytest.FixtureRequest) -> Iterator[Store]:
    """The small network in each store in turn."""
    if request.param == "embedded":
        url = str(request.getfixturevalue("network_file"))
    else:
        url = request.getfixturevalue("neo4j_server").bolt_url
    with connect(url) as store:
        if request.param == "neo4j":
            store.write([("MATCH (n) DETACH DELETE n", {})])
            _fill(store)
        yield store


def _fill(store: Store) -> None:
    load(store, batches())
