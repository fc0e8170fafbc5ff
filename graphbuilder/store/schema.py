"""What must be unique, what is looked up, and which properties there are, in statements that both stores accept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphbuilder.store.protocol import Row, Statement, Store

_UNIQUE = (("Actor", "id"), ("Article", "id"), ("Claim", "id"))
_INDEXED = (
    ("Actor", "name"),
    ("Article", "location"),
    ("Article", "published"),
    ("Claim", "relation"),
    ("Claim", "tie"),
    ("Claim", "source_id"),
)
# One value of the right type for each property.
_PROPERTIES: Mapping[str, Row] = {
    "Actor": {"name": "", "named": True, "aliases": [""]},
    "Article": dict.fromkeys(("location", "title", "url", "outlet", "author", "published", "language"), "")
    | {"copies": [""]},
    "Claim": dict.fromkeys(
        ("relation", "stance", "status", "quote", "rule", "source", "source_kind", "source_id", "tie"), ""
    )
    | {"confidence": 0.5, "char_start": 0, "char_end": 0},
}
_NO_ID = "none"


def define(store: Store) -> None:
    """Make a store ready for loading; doing so again changes nothing."""
    store.define(_constraints())
    store.write(list(_properties()))


def _constraints() -> Iterator[str]:
    """Constraints first, so that no index is built twice."""
    for label, key in _UNIQUE:
        yield f"CREATE CONSTRAINT {label.lower()}_{key} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"
    for label, key in _INDEXED:
        yield f"CREATE INDEX {label.lower()}_{key} IF NOT EXISTS FOR (n:{label}) ON (n.{key})"


def _properties() -> Iterator[Statement]:
    """Make the names of properties known: KGLite refuses patterns with names that it has never met."""
    for label, values in _PROPERTIES.items():
        yield f"MERGE (n:{label} {{id: $id}}) SET n += $values", {"id": _NO_ID, "values": values}
        yield f"MATCH (n:{label} {{id: $id}}) DELETE n", {"id": _NO_ID}
