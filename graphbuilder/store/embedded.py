"""A graph in one file, held in memory while it is open (KGLite).

Reading takes no lock and sees what was last saved; the first write takes the file's lock and holds it until ``close``.
Each transaction is appended to a log beside the file (``-wal``) before ``write`` returns, so a killed process loses
nothing; the log of a killed process is played back when the file is next opened.
"""

from __future__ import annotations

import logging
import threading
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from graphbuilder.errors import QueryError, StoreError
from graphbuilder.store.protocol import Row, Statement

# With one of these optimiser passes on, KGLite 0.21.2 counts some chains of patterns wrongly (the first), or loses rows
# of a DISTINCT behind a bound node (the second). Found by asking generated queries of both stores.
_DISABLED = ["fuse_match_return_aggregate", "push_distinct_into_match"]
logger = logging.getLogger(__name__)

_EMPTY_LOG = 16  # bytes; a log without transactions holds a short header


class EmbeddedStore:
    """The graph of one file; several may read it at a time, one may write."""

    def __init__(self, path: Path) -> None:
        """Look at the file.

        Raises:
            StoreError: it is no graph, is damaged, is a folder, or its folder is missing.
        """
        import kglite

        kglite.set_query_warning_policy("silent")
        self.path = path
        self._lock = threading.RLock()
        self._writable = False
        if path.is_dir():
            raise StoreError(f"{path}: a folder; name a file in it, like {path / 'graph.kgl'}")
        if not path.absolute().parent.is_dir():
            raise StoreError(f"{path}: the folder {path.absolute().parent} does not exist; create it first")
        self._graph: Any = self._open_to_read()

    def run(self, cypher: str, **params: Any) -> list[Row]:
        """Rows of one read-only statement; see ``Store.run``."""
        with self._lock, self._errors(QueryError):
            if self._graph is None:
                raise StoreError(f"{self.path}: there is no graph yet; load articles first: graphbuilder ingest PATH")
            result = self._graph.cypher(cypher, params=params, disabled_passes=_DISABLED)
            return [{key: _plain(value) for key, value in row.items()} for row in result.to_list()]

    def write(self, statements: Sequence[Statement]) -> None:
        """Run all statements in one transaction, or none of them."""
        with self._lock, self._errors(StoreError), self._writing() as graph, graph.begin() as transaction:
            for cypher, params in statements:
                transaction.cypher(cypher, params=dict(params))

    def define(self, statements: Iterable[str]) -> None:
        """Create constraints and indexes, one by one; those that exist stay."""
        with self._lock, self._errors(StoreError), self._writing() as graph:
            for cypher in statements:
                graph.cypher(cypher)

    def close(self) -> None:
        """Save the file in one step and release its lock."""
        with self._lock, self._errors(StoreError):
            graph, self._graph = self._graph, None
            if graph is None or not self._writable:
                return
            self._writable = False
            try:
                _save(graph)
            finally:
                graph.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _open_to_read(self) -> Any:
        """The saved graph; None where there is none yet."""
        import kglite

        if self._has_log():
            try:
                return self._open_to_write()
            except StoreError as error:
                if not isinstance(error.__cause__, kglite.WriterLeaseHeldError):
                    raise
                logger.warning("%s: a process is writing to it; this shows what was saved before", self.path)
        if not self.path.exists():
            return None
        with self._errors(StoreError), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a log that another process holds: it was told above
            graph = kglite.load(str(self.path))
            graph.read_only(True)
            return graph

    def _open_to_write(self) -> Any:
        """Take the lock, play the log back, and make sure that readers find a file."""
        import kglite

        with self._errors(StoreError):
            graph = kglite.open(str(self.path), durable="normal")
            if self._has_log() or not self.path.exists():
                _save(graph)
            graph.read_only(True)
            self._writable = True
            return graph

    def _has_log(self) -> bool:
        """Whether a process ended without saving what it had written."""
        log = self.path.with_name(self.path.name + "-wal")
        return log.exists() and log.stat().st_size > _EMPTY_LOG

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        if not self._writable:
            self._graph = self._open_to_write()
        self._graph.read_only(False)
        try:
            yield self._graph
        finally:
            self._graph.read_only(True)

    @contextmanager
    def _errors(self, otherwise: type[QueryError] | type[StoreError]) -> Iterator[None]:
        """Errors of the file as StoreError, others as ``otherwise``."""
        import kglite

        try:
            yield
        except kglite.WriterLeaseHeldError as error:
            raise StoreError(
                f"{self.path}: another process is writing to it ({_holder(error)}); wait until it ends, "
                "or use another file with --store"
            ) from error
        except kglite.FileFormatError as error:
            raise StoreError(
                f"{self.path}: the file is damaged or no graph ({error}); move it away and load the "
                "articles again, or restore a copy of it"
            ) from error
        except (kglite.FileError, kglite.FileIoError, OSError) as error:
            raise StoreError(
                f"{self.path}: cannot be read or written: {error}; check the disk and the rights"
            ) from error
        except kglite.ReadOnlyError as error:
            raise QueryError("the statement writes; only reading is allowed here (MATCH ... RETURN ...)") from error
        except kglite.KgError as error:
            raise otherwise(str(error)) from error


def _save(graph: Any) -> None:
    """Write the file anew and put it in place of the old one in one step."""
    with warnings.catch_warnings():
        # Tells of columns that another way of loading, unused here, would hold in memory.
        warnings.simplefilter("ignore")
        graph.save()


def _holder(error: Any) -> str:
    holder = getattr(error, "holder", None) or {}
    return f"process {holder['pid']}" if holder.get("pid") else "its number is unknown"


def _plain(value: Any) -> Any:
    """A value as every store gives it; see ``Store.run``."""
    if isinstance(value, dict):
        if value.keys() == {"id", "labels", "properties"}:
            return {"labels": sorted(value["labels"]), "properties": _properties(value["properties"])}
        if value.keys() == {"id", "start", "end", "type", "properties"}:
            return {"type": value["type"], "properties": _plain(value["properties"])}
        if value.keys() == {"nodes", "relationships"}:
            return _path(value)
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _properties(stored: dict[str, Any]) -> dict[str, Any]:
    """A node's own properties: without ``type``, and ``title`` where KGLite made it from the name, or label and id."""
    made = {stored.get("name"), f"{stored.get('type')}_{stored.get('id')}"}
    return {
        key: _plain(value)
        for key, value in sorted(stored.items())
        if key != "type" and value is not None and not (key == "title" and value in made)
    }


def _path(value: dict[str, Any]) -> dict[str, Any]:
    """Nodes in order, and relationships with the ids of the nodes that they go from and to."""
    ids = {node["id"]: node["properties"].get("id") for node in value["nodes"]}
    return {
        "nodes": [_plain(node) for node in value["nodes"]],
        "relationships": [
            {**_plain(link), "start": ids[link["start"]], "end": ids[link["end"]]} for link in value["relationships"]
        ],
    }
