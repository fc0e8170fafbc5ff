"""What lies in a server's home folder: configuration, password, data, logs, and which process runs it."""

from __future__ import annotations

import json
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import Any

CONFIG = """\
# Written by graphbuilder at each start; changes made here are lost.
server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt_port}
server.bolt.advertised_address=127.0.0.1:{bolt_port}
server.http.listen_address=127.0.0.1:{http_port}
server.http.advertised_address=127.0.0.1:{http_port}
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
server.memory.pagecache.size=128m
# A graph is built anew from its claims: a long transaction log would only fill the disk.
db.tx_log.rotation.retention_policy=32M size
db.tx_log.rotation.size=16M
db.tx_log.preallocate=false
# How long a stop waits for connections that nobody uses any more.
internal.server.bolt.thread_pool_shutdown_wait_time=1s
"""

LOG_LINES = 15


def user_folder(purpose: str) -> Path:
    """The user's own folder for ``data`` or ``cache`` of graphbuilder, as the platform has it; it may not exist yet."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        return base / "graphbuilder" / purpose
    fallback = {"data": Path.home() / ".local" / "share", "cache": Path.home() / ".cache"}[purpose]
    return Path(os.environ.get(f"XDG_{purpose.upper()}_HOME") or fallback) / "graphbuilder"


class Home:
    """The files of one server."""

    def __init__(self, path: Path) -> None:
        self.path = path.expanduser().resolve()
        self.config = self.path / "conf" / "neo4j.conf"
        self.password_file = self.path / "password"
        self.state_file = self.path / "server.json"
        self.console = self.path / "logs" / "console.log"
        self.log = self.path / "logs" / "neo4j.log"

    @property
    def is_new(self) -> bool:
        """Whether no database was made here yet, so that its first password can still be set."""
        return not (self.path / "data" / "databases" / "system").exists()

    def configure(self, *, bolt_port: int, http_port: int) -> None:
        """Write the configuration, and drop the logs of the last run so that a complaint shows only this one."""
        self.config.parent.mkdir(parents=True, exist_ok=True)
        self.console.parent.mkdir(exist_ok=True)
        self.config.write_text(CONFIG.format(bolt_port=bolt_port, http_port=http_port), encoding="utf-8")
        self.log.unlink(missing_ok=True)

    def password(self, wanted: str | None) -> str:
        """The password of user neo4j; where none is stored, the wanted one, or else a random one, is."""
        if not self.password_file.exists():
            self._write_secret(self.password_file, wanted or secrets.token_urlsafe(12))
        return self.password_file.read_text(encoding="utf-8").strip()

    @contextmanager
    def password_arguments(self) -> Iterator[Path]:
        """A file that hands the password to Neo4j's own command: a list of processes does not show what is in it.

        That command splits the file into words, and reads a word that begins with a dash as an option.
        """
        quoted = self.password(None).replace("\\", "\\\\").replace('"', '\\"')
        handle, name = mkstemp(prefix="arguments-", dir=self.path)  # which only its owner can read
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                out.write(f'--\n"{quoted}"\n')
            yield Path(name)
        finally:
            os.unlink(name)

    def remember(self, state: dict[str, int]) -> None:
        """Store the process id and the ports of the running server."""
        self.state_file.write_text(json.dumps(state), encoding="utf-8")

    def recall(self) -> dict[str, Any] | None:
        """What `remember` stored; None where nothing readable is."""
        try:
            state = json.loads(self.state_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return state if isinstance(state, dict) and {"pid", "bolt_port", "http_port"} <= state.keys() else None

    def forget(self, pid: int) -> None:
        """Drop what `remember` stored about this process; another one's state stays."""
        state = self.recall()
        if state is not None and state["pid"] == pid:
            self.state_file.unlink(missing_ok=True)

    def last_words(self) -> str:
        """The end of the server's logs, for a message that says why it did not start."""
        lines = [line for file in (self.log, self.console) if file.exists() for line in self._tail(file)]
        return "\n".join(f"  {line}" for line in lines) or "  (it logged nothing)"

    @staticmethod
    def _tail(file: Path) -> list[str]:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        # Traces of calls and Java's advice to the authors of Neo4j would push out the line that tells the cause.
        return [line for line in lines if not line.startswith(("\t", "WARNING:"))][-LOG_LINES:]

    @staticmethod
    def _write_secret(file: Path, text: str) -> None:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # the home: nobody else reads the graph
        # Made with its mode, not changed to it afterwards: there is no moment at which others can read it.
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
            out.write(text + "\n")
