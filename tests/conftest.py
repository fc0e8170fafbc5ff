"""Stores to test against: a file for each test, and one real Neo4j for the whole run."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphbuilder.server import Server, start
from graphbuilder.store import Store, connect

PASSWORD = "for-tests-only"


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running Neo4j, with its credentials in the environment."""
    bolt_port, http_port = _free_ports(2)
    home = tmp_path_factory.mktemp("neo4j")
    server = start(home, bolt_port=bolt_port, http_port=http_port, password=PASSWORD)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_USERNAME", server.username)
        patch.setenv("NEO4J_PASSWORD", server.password)
        patch.delenv("NEO4J_DATABASE", raising=False)
        yield server
    server.stop()


@pytest.fixture
def neo4j_store(neo4j_server: Server) -> Iterator[Store]:
    """An empty Neo4j."""
    with connect(neo4j_server.bolt_url) as store:
        store.write([("MATCH (n) DETACH DELETE n", {})])
        yield store


@pytest.fixture
def embedded_store(tmp_path: Path) -> Iterator[Store]:
    """An empty file."""
    with connect(str(tmp_path / "graph.kgl")) as store:
        yield store


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Store:
    """Each store in turn, empty."""
    found: Store = request.getfixturevalue(f"{request.param}_store")
    return found


def _free_ports(count: int) -> list[int]:
    taken = [socket.socket() for _ in range(count)]
    try:
        for held in taken:
            held.bind(("127.0.0.1", 0))
        return [held.getsockname()[1] for held in taken]
    finally:
        for held in taken:
            held.close()
