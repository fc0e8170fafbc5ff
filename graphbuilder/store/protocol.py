"""What every store can do; adapters hold only what differs between drivers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import TracebackType
from typing import Any, Protocol, Self

Row = dict[str, Any]
Statement = tuple[str, Mapping[str, Any]]


class Store(Protocol):
    """A property graph that runs Cypher."""

    def run(self, cypher: str, **params: Any) -> list[Row]:
        """Rows of one read-only statement, with plain Python values.

        Nodes come as ``{"labels": [...], "properties": {...}}``, relationships as ``{"type", "properties"}``.

        Raises:
            QueryError: the statement is wrong, or writes.
            StoreError: the store cannot be reached.
        """

    def write(self, statements: Sequence[Statement]) -> None:
        """Run all statements in one transaction, or none of them."""

    def define(self, statements: Iterable[str]) -> None:
        """Create constraints and indexes, one by one; those that exist stay."""

    def close(self) -> None:
        """Release the file or the connection; what was written stays."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
