"""Articles and claims to load, and a way to see all that a store holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from graphbuilder.model import Actor, Claim, Kind, Publication, Source, Stance, Status, content_id
from graphbuilder.ontology import Relation
from graphbuilder.resolve import resolve
from graphbuilder.store import Store

Said = tuple[Publication, list[Claim]]

RELATIONS = {
    name: Relation(
        name=name,
        label=name.lower(),
        inverse=name.lower(),
        description="",
        family="ties",
        subject=("person", "group"),
        object=("group",),
        symmetric=symmetric,
    )
    for name, symmetric in (("FINANCES", False), ("ALLIED_WITH", True), ("EMBEDDED_WITH", False))
}

GROUPS = ("Red Front", "The Red Front", "red front", "Blue Army", "Delta Órder", "Delta Order")
PERSONS = ("Ann Lee", "ann lee", "Bo Day")


def publication(
    name: str, /, *, text: str = "", outlet: str | None = "Herald", day: str | None = "2021-03-04"
) -> Publication:
    """A text at ``/articles/NAME``."""
    return Publication(
        id=content_id(text or name),
        location=f"/articles/{name}",
        title=f"Title of {name}",
        outlet=outlet,
        published=date.fromisoformat(day) if day else None,
    )


def actor(name: str, /, *, kind: Kind = "group", named: bool = True, aliases: tuple[str, ...] = ()) -> Actor:
    """An actor as an article has it."""
    return Actor(content_id(kind, name), kind, name, named, aliases)


def claim(
    article: Publication,
    subject: Actor,
    relation: str,
    obj: Actor,
    /,
    *,
    stance: Stance = "asserted",
    status: Status = "current",
    source: Source | None = None,
    start: int = 0,
) -> Claim:
    """A claim with global actors; its id depends on the article, the place, and what is said."""
    parts = (article.id, start, subject.name, relation, obj.name, stance, source)
    raw = Claim(
        id=content_id(*parts),
        subject=subject,
        relation=relation,
        object=obj,
        stance=stance,
        status=status,
        source=source,
        confidence=0.5,
        quote=f"“{subject.name}” it says",
        char_start=start,
        char_end=start + 10,
        rule="rule",
        publication=article,
    )
    return next(resolve([raw], known={}))


def dump(store: Store) -> tuple[list[str], list[str]]:
    """All nodes and all relationships, as sorted texts."""
    nodes = [_node(row["n"]) for row in store.run("MATCH (n) RETURN n")]
    links = [
        f"{_node(row['a'])} -{_link(row['r'])}-> {_node(row['b'])}"
        for row in store.run("MATCH (a)-[r]->(b) RETURN a, r, b")
    ]
    return sorted(nodes), sorted(links)


def _node(node: dict[str, Any]) -> str:
    return f"{node['labels']} {sorted(node['properties'].items())}"


def _link(link: dict[str, Any]) -> str:
    return f"{link['type']} {sorted(link['properties'].items())}"


_groups = st.builds(
    lambda name, aliases: actor(name, aliases=tuple(aliases)),
    st.sampled_from(GROUPS),
    st.sets(st.sampled_from(("RF", "the Front", "BA", "Blue")), max_size=2),
)
_persons = st.builds(
    lambda name, named: actor(name, kind="person", named=named), st.sampled_from(PERSONS), st.booleans()
)
_sources = st.none() | st.sampled_from(
    (
        Source("Red Front", "group"),
        Source("Blue Army", "group"),
        Source("Ann Lee", "person"),
        Source("analysts", "other"),
    )
)
_claims = st.tuples(
    _groups | _persons,
    st.sampled_from(tuple(RELATIONS)),
    _groups,
    st.sampled_from(("asserted", "denied", "uncertain")),
    st.sampled_from(("current", "ended", "planned")),
    _sources,
    st.integers(0, 3),
)


@st.composite
def articles(draw: st.DrawFn, /, *, places: Sequence[str] = ("a", "b", "c", "d")) -> list[Said]:
    """Articles at different places, some of which hold the same text."""
    said = []
    for place in draw(st.lists(st.sampled_from(places), unique=True, max_size=len(places))):
        found = publication(
            place,
            text=draw(st.sampled_from(("text 1", "text 2", ""))),
            outlet=draw(st.sampled_from((None, "Herald", "Post"))),
            day=draw(st.sampled_from((None, "2021-03-04", "2020-01-01"))),
        )
        rows = draw(st.lists(_claims, max_size=4))
        claims = [
            claim(found, s, r, o, stance=stance, status=status, source=source, start=start)  # type: ignore[arg-type]
            for s, r, o, stance, status, source, start in rows
        ]
        said.append((found, list({c.id: c for c in claims}.values())))
    return said
