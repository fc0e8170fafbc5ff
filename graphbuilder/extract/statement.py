"""A stated tie between two actors, before it is known how it is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphbuilder.annotate.entity import Entity
from graphbuilder.extract.arguments import Bound
from graphbuilder.extract.matching import Use
from graphbuilder.extract.predication import Predication
from graphbuilder.ontology import Relation


@dataclass(frozen=True, slots=True)
class Statement:
    """A pair of actors that some words tie together, with the words and the rule."""

    relation: Relation
    subject: Bound
    object: Bound
    predication: Predication
    rule: str
    use: Use | None = None

    @property
    def pair(self) -> frozenset[int]:
        """The two actors, whichever is which."""
        return frozenset([id(self.subject.entity), id(self.object.entity)])

    @property
    def words(self) -> frozenset[int]:
        """The tokens that state the tie: the trigger and the verb that carries it."""
        carrier = self.predication.carrier
        return frozenset([self.predication.token.i, *([] if carrier is None else [carrier.i])])


def admits(relation: Relation, *, subject: Entity, object: Entity) -> bool:
    """The relation may hold between actors of these kinds."""
    return subject.kind in relation.subject and object.kind in relation.object


def most_specific(found: Sequence[Statement]) -> list[Statement]:
    """Without statements whose narrower relation holds for the same pair and words, and without repetitions."""
    kept: dict[object, Statement] = {}
    for statement in found:
        rivals = (s for s in found if s.pair == statement.pair and _near(s, statement))
        if all(rival.relation.broader != statement.relation.name for rival in rivals):
            kept.setdefault(_key(statement), statement)
    return list(kept.values())


def _near(a: Statement, b: Statement) -> bool:
    """Two statements of the same words: one trigger, one carrying the other, or titles of one name."""
    return bool(a.words & b.words) or _titles(a, b)


def _titles(a: Statement, b: Statement) -> bool:
    """ "Hamas spokesman Col. X": what stands between a group and a person is one title."""
    roles = all(s.use is not None and s.use.frame.part in {"role", "name"} for s in (a, b))
    return roles and a.object.filler.token == b.object.filler.token


def _key(statement: Statement) -> tuple[object, ...]:
    ends: object = (id(statement.subject.entity), id(statement.object.entity))
    pair = statement.pair if statement.relation.symmetric else ends
    return (statement.relation.name, pair, statement.predication.token.i)
