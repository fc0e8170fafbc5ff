"""A graph in a Neo4j server, by the official driver.

``NEO4J_USERNAME``, ``NEO4J_PASSWORD`` and ``NEO4J_DATABASE`` say who asks and for which database; nothing of it stands
in an address or an argument.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from graphbuilder.errors import QueryError, StoreError
from graphbuilder.store.protocol import Row, Statement

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction

_CONNECT_SECONDS = 10.0
_PORT = 7687
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class Neo4jStore:
    """One database of a Neo4j server."""

    def __init__(self, url: str) -> None:
        """Connect, and make sure that the server answers and lets us in.

        Raises:
            StoreError: the password is not set or wrong, or no server answers.
        """
        self.url = url
        self.username = os.environ.get("NEO4J_USERNAME") or "neo4j"
        self.database = os.environ.get("NEO4J_DATABASE") or "neo4j"
        with self._errors():
            self._driver = _driver(url, username=self.username, password=_password(url))
            try:
                # This fails at once where a statement would be tried again for half a minute.
                self._driver.verify_connectivity()
                self._driver.execute_query("RETURN 1 AS one", database_=self.database, routing_="r")
            except BaseException:
                self._driver.close()
                raise

    def run(self, cypher: str, **params: Any) -> list[Row]:
        """Rows of one read-only statement; see ``Store.run``."""

        def work(transaction: ManagedTransaction) -> list[Row]:
            result = transaction.run(cypher, params)
            return [dict(zip(record.keys(), map(_plain, record.values()), strict=True)) for record in result]

        with self._errors(), self._driver.session(database=self.database, default_access_mode="READ") as session:
            return session.execute_read(work)

    def write(self, statements: Sequence[Statement]) -> None:
        """Run all statements in one transaction, or none of them; a passing failure is tried again."""

        def work(transaction: ManagedTransaction) -> None:
            for cypher, params in statements:
                transaction.run(cypher, dict(params)).consume()

        with self._errors(StoreError), self._driver.session(database=self.database) as session:
            session.execute_write(work)

    def define(self, statements: Iterable[str]) -> None:
        """Create constraints and indexes, one by one, and wait until they serve."""
        for cypher in (*statements, "CALL db.awaitIndexes(300)"):
            self.write([(cypher, {})])

    def close(self) -> None:
        """Close all connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _errors(self, otherwise: type[QueryError] | type[StoreError] = QueryError) -> Iterator[None]:
        """Errors of the driver as ours; those of a statement as ``otherwise``."""
        from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError

        try:
            yield
        except AuthError as error:
            raise StoreError(
                f"{self.url}: user {self.username} was refused; check NEO4J_USERNAME and NEO4J_PASSWORD ({error.code})"
            ) from error
        except ClientError as error:
            raise self._client_error(error, otherwise=otherwise) from error
        except Neo4jError as error:
            raise StoreError(f"{self.url}: {error.message}; try again, or see the server's log") from error
        except (ConfigurationError, ValueError) as error:
            raise StoreError(f"{self.url}: not the address of a Neo4j server: {error}") from error
        except DriverError as error:
            raise StoreError(
                f"{self.url}: no Neo4j server answers there; start one (graphbuilder neo4j start) or "
                f"correct the address ({_first_line(error)})"
            ) from error

    def _client_error(self, error: Any, *, otherwise: type[QueryError] | type[StoreError]) -> Exception:
        code = error.code or ""
        if code.startswith("Neo.ClientError.Database"):
            return StoreError(f"{self.url}: {error.message}; set NEO4J_DATABASE to one that exists")
        if code == "Neo.ClientError.Statement.AccessMode":
            return QueryError("the statement writes; only reading is allowed here (MATCH ... RETURN ...)")
        return otherwise(error.message or code)


def _password(url: str) -> str:
    """The password that the environment names, or that of the user's own local server where ``url`` is its address."""
    if password := os.environ.get("NEO4J_PASSWORD"):
        return password
    from graphbuilder.server import default_home, running

    local = running(default_home())
    address = urlsplit(url)
    if local and address.hostname in _LOOPBACK and (address.port or _PORT) == local.bolt_port:
        return local.password
    raise StoreError(f"{url}: set NEO4J_PASSWORD (and NEO4J_USERNAME, where it is not neo4j) and try again")


def _driver(url: str, *, username: str, password: str) -> Driver:
    from neo4j import GraphDatabase, NotificationMinimumSeverity

    # Without a handler of its own, the driver's messages would go to standard error past the program's.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    return GraphDatabase.driver(
        url,
        auth=(username, password),
        notifications_min_severity=NotificationMinimumSeverity.OFF,
        connection_timeout=_CONNECT_SECONDS,
        connection_acquisition_timeout=2 * _CONNECT_SECONDS,
        user_agent="graphbuilder",
    )


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _plain(value: Any) -> Any:
    """A value as every store gives it; see ``Store.run``."""
    from neo4j.graph import Node, Path, Relationship

    match value:
        case Node():
            return {"labels": sorted(value.labels), "properties": _properties(value)}
        case Relationship():
            return {"type": value.type, "properties": _properties(value)}
        case Path():
            return _path(value)
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
    return value.iso_format() if hasattr(value, "iso_format") else value


def _properties(value: Any) -> dict[str, Any]:
    return {key: _plain(item) for key, item in sorted(value.items())}


def _path(value: Any) -> dict[str, Any]:
    """Nodes in order, and relationships with the ids of the nodes that they go from and to."""
    return {
        "nodes": [_plain(node) for node in value.nodes],
        "relationships": [
            {**_plain(link), "start": link.start_node.get("id"), "end": link.end_node.get("id")}
            for link in value.relationships
        ],
    }
