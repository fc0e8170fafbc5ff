"""What actors are called: gathered from all claims about them, so that it does not depend on the order of loading."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphbuilder.model import Claim, Kind
from graphbuilder.resolve.names import preferred
from graphbuilder.store.protocol import Row, Store

_ACTORS = "UNWIND $ids AS id MATCH (n:Actor {id: id}) RETURN n"
_STILL_SAID = """
UNWIND $ids AS id
MATCH (n:Actor {id: id})<-[r:SUBJECT|OBJECT]-(c:Claim)
WHERE NOT c.id IN $removed
RETURN DISTINCT n.id AS id, r.name AS name, r.aliases AS aliases
"""


@dataclass(slots=True)
class Actors:
    """Rows of actors to write, by kind; ``new`` are not in the store yet, ``gone`` have no claim left."""

    rows: dict[Kind, list[Row]] = field(default_factory=lambda: {"person": [], "group": []})
    new: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Naming:
    """All that articles call one actor."""

    kind: Kind
    named: bool
    names: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)

    def add(self, name: str, aliases: Iterable[str]) -> None:
        self.names.add(name)
        self.others.update(aliases)

    def row(self, actor_id: str) -> Row:
        name = preferred(self.names)
        aliases = sorted((self.names | self.others) - {name})
        return {"id": actor_id, "name": name, "named": self.named, "aliases": aliases}


def name_actors(store: Store, *, said: Iterable[Claim], removed: Collection[str], lost: Collection[str]) -> Actors:
    """What becomes of the actors of claims that are ``said`` anew, and of those who have ``lost`` claims (``removed``).

    Who lost none is named by what the store has and what is new; who lost some, by what is still said.
    """
    new = {actor.id: actor for claim in said for actor in (claim.subject, claim.object)}
    stored = {row["n"]["properties"]["id"]: row["n"] for row in store.run(_ACTORS, ids=sorted({*new, *lost}))}
    namings = {key: _Naming(_kind(node), node["properties"]["named"]) for key, node in stored.items()}
    for key in stored.keys() - set(lost):
        namings[key].add(stored[key]["properties"]["name"], stored[key]["properties"]["aliases"])
    for row in store.run(_STILL_SAID, ids=sorted(lost), removed=sorted(removed)):
        namings[row["id"]].add(row["name"], row["aliases"])
    for claim in said:
        for actor in (claim.subject, claim.object):
            namings.setdefault(actor.id, _Naming(actor.kind, actor.named)).add(actor.name, actor.aliases)
    return _compare(namings, stored)


def _compare(namings: Mapping[str, _Naming], stored: Mapping[str, Any]) -> Actors:
    actors = Actors(new=sorted(namings.keys() - stored.keys()))
    for key, naming in sorted(namings.items()):
        if not naming.names:
            actors.gone.append(key)
        elif key not in stored or naming.row(key) != stored[key]["properties"]:
            actors.rows[naming.kind].append(naming.row(key))
    return actors


def _kind(node: Row) -> Kind:
    return "person" if "Person" in node["labels"] else "group"
