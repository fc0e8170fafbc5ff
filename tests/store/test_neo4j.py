"""What is said when the server cannot be reached or does not let us in."""

from __future__ import annotations

import pytest

from graphbuilder.errors import StoreError
from graphbuilder.server import Server
from graphbuilder.store import connect


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("bolt://127.0.0.1:9", "no Neo4j server answers there; start one"),
        ("neo4j://127.0.0.1:9", "no Neo4j server answers there"),
        ("bolt://127.0.0.1:port", "not the address of a Neo4j server"),
    ],
)
def test_no_server(url: str, message: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    with pytest.raises(StoreError, match=message) as caught:
        connect(url)
    assert url in str(caught.value)
    assert "secret" not in str(caught.value)
    assert capfd.readouterr() == ("", "")


def test_no_password(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    with pytest.raises(StoreError, match="set NEO4J_PASSWORD"):
        connect("bolt://127.0.0.1:9")


@pytest.mark.neo4j
def test_wrong_password(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not this one")
    with pytest.raises(StoreError, match="user neo4j was refused; check NEO4J_USERNAME and NEO4J_PASSWORD"):
        connect(neo4j_server.bolt_url)


@pytest.mark.neo4j
def test_unknown_database(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nosuch")
    with pytest.raises(StoreError, match="set NEO4J_DATABASE"):
        connect(neo4j_server.bolt_url)
