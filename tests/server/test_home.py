"""What the local server does without running: states, passwords, and the Compose file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from graphbuilder import server
from graphbuilder.cli import main
from graphbuilder.errors import StoreError
from graphbuilder.server.home import Home, user_folder
from graphbuilder.server.jars import jars

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "state",
    [
        None,
        "",
        "{",
        "[]",
        '{"pid": 1}',
        json.dumps({"pid": os.getpid(), "bolt_port": 7687, "http_port": 7474}),
        json.dumps({"pid": 2**22 + 1, "bolt_port": 7687, "http_port": 7474}),
    ],
    ids=["none", "empty", "broken", "list", "incomplete", "process of another program", "process that ended"],
)
def test_a_stale_state_is_not_a_running_server(tmp_path: Path, state: str | None) -> None:
    if state is not None:
        Home(tmp_path).state_file.write_text(state, encoding="utf-8")
    assert server.running(tmp_path) is None


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["status"], 1, "graphbuilder neo4j start"),
        (["status", "--format", "json"], 1, '"running": false'),
        (["stop"], 0, "does not run"),
        (["open"], 1, "graphbuilder neo4j start"),
        (["start", "--bolt-port", "0"], 2, "--bolt-port"),
    ],
)
def test_commands_where_none_runs(tmp_path: Path, arguments: list[str], status: int, message: str) -> None:
    result = CliRunner().invoke(main, ["neo4j", *arguments, "--home", str(tmp_path)])
    assert result.exit_code == status
    assert message in result.output


def test_a_made_password_is_kept(tmp_path: Path) -> None:
    first = Home(tmp_path).password(None)
    assert len(first) >= 12
    assert Home(tmp_path).password(None) == first
    assert Home(tmp_path / "other").password(None) != first


@pytest.mark.parametrize(("password", "message"), [("short", "at least 8"), ("another one", "another password")])
def test_a_password_that_cannot_be(tmp_path: Path, password: str, message: str) -> None:
    Home(tmp_path).password("the first one")
    with pytest.raises(StoreError, match=message):
        server.start(tmp_path, bolt_port=1, http_port=1, password=password)


@pytest.mark.parametrize("purpose", ["data", "cache"])
def test_folders_follow_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, purpose: str) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv(f"XDG_{purpose.upper()}_HOME", str(tmp_path))
    assert user_folder(purpose) == tmp_path / "graphbuilder"


def test_compose_file_is_safe_and_whole() -> None:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    service = compose["services"]["neo4j"]
    assert service["image"] == "neo4j:5.26-community"
    assert service["environment"]["NEO4J_AUTH"].startswith("neo4j/${NEO4J_PASSWORD:?")
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])
    assert {"graph:/data", "./queries:/queries:ro"} == set(service["volumes"])
    assert "graph" in compose["volumes"]
    assert "RETURN 1" in service["healthcheck"]["test"][1]


def test_without_a_network_the_download_leaves_nothing_half_done(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")  # where nobody answers
    with pytest.raises(StoreError, match="Check the network"):
        jars(lambda message: None)
    assert list((tmp_path / "graphbuilder").iterdir()) == []
