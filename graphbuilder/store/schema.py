"""What must be unique and what is looked up, in statements that both stores accept."""

from __future__ import annotations

from graphbuilder.store.protocol import Store

_UNIQUE = (("Actor", "id"), ("Article", "id"), ("Claim", "id"))
_INDEXED = (
    ("Actor", "name"),
    ("Article", "location"),
    ("Article", "published"),
    ("Claim", "relation"),
    ("Claim", "tie"),
    ("Claim", "source_id"),
)


def statements() -> list[str]:
    """Constraints first, so that no index is built twice."""
    return [
        *(
            f"CREATE CONSTRAINT {label.lower()}_{key} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"
            for label, key in _UNIQUE
        ),
        *(
            f"CREATE INDEX {label.lower()}_{key} IF NOT EXISTS FOR (n:{label}) ON (n.{key})"
            for label, key in _INDEXED
        ),
    ]


def define(store: Store) -> None:
    """Make a store ready for loading; doing so again changes nothing."""
    store.define(statements())
