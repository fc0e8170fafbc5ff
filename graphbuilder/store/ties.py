"""Typed relationships between actors, derived from what claims say; rebuilt where claims came or went.

A tie has a relationship only where some claim asserts or suspects it, so that no path runs over a mere denial. Its
``tie`` is that of the claims that it adds up (``WHERE c.tie = r.tie``; KGLite finds nothing with ``{tie: r.tie}``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from graphbuilder.errors import ClaimError
from graphbuilder.model import Claim, content_id
from graphbuilder.ontology import Relation
from graphbuilder.store.protocol import Row, Statement

_TYPE = re.compile(r"[A-Z][A-Z0-9_]*")

# Outlets count once each; an article of no outlet counts by itself. Dates are ISO strings, so min and max are by time.
_ADD_UP = """
UNWIND $ties AS tie
MATCH (c:Claim {{tie: tie.id}})-[:STATED_IN]->(a:Article)
WITH tie,
     sum(CASE WHEN c.stance = 'asserted' THEN 1 ELSE 0 END) AS asserted,
     sum(CASE WHEN c.stance = 'denied' THEN 1 ELSE 0 END) AS denied,
     sum(CASE WHEN c.stance = 'uncertain' THEN 1 ELSE 0 END) AS uncertain,
     sum(CASE WHEN c.stance <> 'denied' AND c.status = 'current' THEN 1 ELSE 0 END) AS current,
     sum(CASE WHEN c.stance <> 'denied' AND c.status = 'ended' THEN 1 ELSE 0 END) AS ended,
     count(DISTINCT a.id) AS articles,
     count(DISTINCT coalesce(a.outlet, a.id)) AS outlets,
     min(a.published) AS first,
     max(a.published) AS last
WHERE asserted + uncertain > 0
MATCH (s:Actor {{id: tie.subject}})
MATCH (o:Actor {{id: tie.object}})
MERGE (s)-[r:{relation}]->(o)
SET r.tie = tie.id, r.asserted = asserted, r.denied = denied, r.uncertain = uncertain,
    r.articles = articles, r.outlets = outlets, r.first = first, r.last = last, r.contested = denied > 0,
    r.status = CASE WHEN current > 0 THEN 'current' WHEN ended > 0 THEN 'ended' ELSE 'planned' END
"""
# One statement for all relations: nothing but ties goes from one actor to another under such an id.
_DROP = """
UNWIND $ties AS tie
MATCH (s:Actor {id: tie.subject})-[r]->(o:Actor {id: tie.object})
WHERE r.tie = tie.id AND NOT EXISTS { MATCH (c:Claim {tie: tie.id}) WHERE c.stance <> 'denied' }
DELETE r
"""


@dataclass(frozen=True, slots=True, order=True)
class TieKey:
    """Which claims add up: the ids of the two actors, in the relationship's direction, and the relation."""

    relation: str
    subject: str
    object: str

    @property
    def id(self) -> str:
        """The value of ``tie`` on each of the claims."""
        return content_id(self.relation, self.subject, self.object)


def tie_of(claim: Claim, *, relations: Mapping[str, Relation]) -> TieKey:
    """The tie that a claim speaks of.

    That of a symmetric relation goes from the person to the group, and between two groups from the smaller id to the
    larger.

    Raises:
        ClaimError: no relation has that name.
    """
    relation = relations.get(claim.relation)
    if relation is None:
        raise ClaimError(
            f"{claim.relation}: no such relation (claim {claim.id}); give its file with --relations FOLDER"
        )
    ends = [claim.subject, claim.object]
    if relation.symmetric:
        ends.sort(key=lambda actor: (actor.kind == "group", actor.id))
    return TieKey(claim.relation, *(actor.id for actor in ends))


def rebuild(ties: Iterable[TieKey]) -> Iterator[Statement]:
    """Statements that bring the relationships of these ties in line with the claims in the store."""
    apart = sorted(tie for tie in set(ties) if tie.subject != tie.object)
    for relation, group in groupby(apart, key=lambda tie: tie.relation):
        yield _ADD_UP.format(relation=_checked(relation)), {"ties": list(map(_row, group))}
    yield _DROP, {"ties": list(map(_row, apart))}


def _row(tie: TieKey) -> Row:
    return {"id": tie.id, "subject": tie.subject, "object": tie.object}


def _checked(relation: str) -> str:
    """The name as it may stand in a statement; Cypher takes no parameter there."""
    if not _TYPE.fullmatch(relation):
        raise ClaimError(f"{relation!r} cannot name a relationship: capital letters, digits and underscores only")
    return relation
