"""The local Neo4j: one real server, started, reached, refused, started again, stopped."""

from __future__ import annotations

import json
import socket
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError

from graphbuilder import server
from graphbuilder.cli import main
from graphbuilder.errors import StoreError
from graphbuilder.server.home import Home

ODD_PASSWORD = '-by "hand" \\ @of #an ümlaut'

pytestmark = pytest.mark.neo4j


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.Server]:
    home = tmp_path_factory.mktemp("neo4j") / "home"
    started = server.start(home, bolt_port=free_port(), http_port=free_port(), password=None)
    yield started
    started.stop()


def ask(found: server.Server, cypher: str, *, password: str | None = None) -> object:
    with GraphDatabase.driver(found.bolt_url, auth=(found.username, password or found.password)) as driver:
        return driver.execute_query(cypher, database_="neo4j").records[0][0]


def command(*args: str) -> Result:
    return CliRunner().invoke(main, ["neo4j", *args])


def test_login_with_the_password(running: server.Server) -> None:
    version = ask(running, "CALL dbms.components() YIELD versions RETURN versions[0]")
    assert str(version).startswith("5.26.")
    print(f"a real Neo4j {version} answers at {running.bolt_url}")


def test_wrong_password_is_refused(running: server.Server) -> None:
    with pytest.raises(AuthError):
        ask(running, "RETURN 1", password="not the password")


def test_listens_on_loopback_only(running: server.Server) -> None:
    import psutil

    listening = [each for each in psutil.Process(running.pid).net_connections() if each.status == psutil.CONN_LISTEN]
    assert {each.laddr.port for each in listening} == {running.bolt_port, running.http_port}
    assert {each.laddr.ip.removeprefix("::ffff:") for each in listening} == {"127.0.0.1"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_password_is_the_users_alone(running: server.Server) -> None:
    file = Home(running.home).password_file
    assert file.read_text(encoding="utf-8").strip() == running.password
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(running.home.stat().st_mode) == 0o700
    assert running.password not in repr(running)


def test_second_start_gives_the_running_server(running: server.Server) -> None:
    assert server.start(running.home, password=None) == running
    result = command("start", "--home", str(running.home))
    assert result.exit_code == 0
    assert "runs already" in result.stderr
    assert running.password in result.stdout


def test_status_tells_how_to_reach_it(running: server.Server) -> None:
    text = command("status", "--home", str(running.home))
    assert text.exit_code == 0
    assert {running.browser_url, running.bolt_url, running.password} <= set(text.stdout.split())
    facts = json.loads(command("status", "--home", str(running.home), "--format", "json").stdout)
    assert facts["running"] is True
    assert (facts["bolt"], facts["username"], facts["password"]) == (running.bolt_url, "neo4j", running.password)


def test_open_hands_the_address_to_the_web_browser(running: server.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)  # None: there is no browser
    result = command("open", "--home", str(running.home))
    assert (result.exit_code, opened) == (0, [running.browser_url])
    assert {running.browser_url, running.username, running.password} <= set(result.stdout.split())
    assert "No web browser" in result.stderr


def test_port_in_use_is_named(running: server.Server, tmp_path: Path) -> None:
    result = command("start", "--home", str(tmp_path / "other"), "--bolt-port", str(running.bolt_port))
    assert result.exit_code == 1
    assert f"Port {running.bolt_port} is in use" in result.stderr
    assert "--bolt-port" in result.stderr


def test_graph_and_password_outlive_a_stop(tmp_path: Path) -> None:
    ports = {"bolt_port": free_port(), "http_port": free_port()}
    first = server.start(tmp_path / "home", password=ODD_PASSWORD, **ports)
    assert ask(first, "CREATE (n:Group {name: 'Taliban'}) RETURN n.name") == "Taliban"
    assert command("stop", "--home", str(first.home)).exit_code == 0
    assert server.running(first.home) is None
    second = server.start(first.home, password=None, **ports)
    try:
        assert ask(second, "MATCH (n:Group) RETURN n.name") == "Taliban"
    finally:
        second.stop()


def test_log_is_shown_when_it_does_not_start(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    (home.path / "data" / "databases" / "store_lock").mkdir(parents=True)  # where Neo4j wants a file
    with pytest.raises(StoreError, match=r"(?s)Neo4j ended while it started.*Its log says:\n.*ERROR"):
        server.start(home.path, bolt_port=free_port(), http_port=free_port(), password=None)
    assert server.running(home.path) is None
