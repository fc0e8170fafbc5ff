"""Unnamed persons whom the article names elsewhere: "LRA chief" in a headline is the one that leads the LRA."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graphbuilder.annotate.entity import Entity
from graphbuilder.extract.statements import Statement


def identified(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Statements with unnamed heads replaced by the named head of their group; other definite ones are left out.

    The guidelines count an unnamed person only where the article identifies that person nowhere.
    """
    found = list(statements)
    heads: dict[int, Entity] = {}
    members: set[int] = set()
    for statement in found:
        subject = statement.subject.entity
        if subject.kind == "person" and subject.named and statement.relation.family == "affiliation":
            members.add(id(statement.object.entity))
            if statement.relation.otherwise is not None:
                heads.setdefault(id(statement.object.entity), subject)
    for statement in found:
        person = statement.subject.entity
        if person.named or person.owner is None:
            yield statement
            continue
        if person.owner.is_country and statement.object.entity is person.owner:
            continue
        head = heads.get(id(person.owner))
        use = statement.use
        if head is not None and use is not None and use.relation.otherwise is not None:
            filler = replace(statement.subject.filler, entity=head, reason="coreference")
            yield replace(statement, relation=use.relation, subject=replace(statement.subject, filler=filler))
        elif not (person.definite and (person.owned or person.owner.is_country or id(person.owner) in members)):
            yield statement
