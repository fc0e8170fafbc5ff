"""Where the graph is kept: one small protocol, two stores, and a loader that writes the same graph to either."""

from __future__ import annotations

import os
import re
from pathlib import Path

from graphbuilder.errors import StoreError
from graphbuilder.store.protocol import Row, Statement, Store

__all__ = ["DEFAULT_STORE", "Row", "Statement", "Store", "connect"]

DEFAULT_STORE = "graph.kgl"

_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_NEO4J = {f"{protocol}{security}" for protocol in ("neo4j", "bolt") for security in ("", "+s", "+ssc")}


def connect(url: str | None) -> Store:
    """The store at ``url``: a Neo4j address, or the path of a file; None means ``GRAPHBUILDER_STORE`` or graph.kgl.

    Raises:
        StoreError: the address is of no known kind, the server does not answer, or the file is no graph.
    """
    address = url or os.environ.get("GRAPHBUILDER_STORE") or DEFAULT_STORE
    scheme = _SCHEME.match(address)
    if scheme is None:
        from graphbuilder.store.embedded import EmbeddedStore

        return EmbeddedStore(Path(address))
    if scheme[1].lower() in _NEO4J:
        from graphbuilder.store.neo4j import Neo4jStore

        return Neo4jStore(address)
    known = ", ".join(sorted(f"{name}://" for name in _NEO4J))
    raise StoreError(f"{address}: no store has addresses of this kind; give the path of a file, or one of {known}")
