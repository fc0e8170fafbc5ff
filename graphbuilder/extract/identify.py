"""Unnamed persons whom the article names elsewhere: "LRA chief" in a headline is the one that leads the LRA."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from graphbuilder.annotate.entity import Entity
from graphbuilder.extract.statements import Statement


def identified(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Statements with unnamed heads replaced by the named head of their group; other definite ones are left out.

    The guidelines count an unnamed person only where the article identifies that person nowhere. What headline and lead
    say of somebody by a role is left out where the article says it again by a name.
    """
    found = list(statements)
    heads: dict[int, Entity] = {}
    members: set[int] = set()
    nameless_heads: set[int] = set()
    for statement in found:
        subject = statement.subject.entity
        if subject.kind != "person" or statement.relation.family != "affiliation":
            continue
        heads_it = statement.use is not None and statement.use.relation.otherwise is not None
        if subject.named:
            members.add(id(statement.object.entity))
            if statement.relation.otherwise is not None:
                heads.setdefault(id(statement.object.entity), subject)
        elif heads_it and not subject.indefinite and not _one_of_many(statement.predication.token):
            nameless_heads.add(id(subject))
    told = {(s.relation.name, id(s.object.entity)) for s in found if s.subject.entity.named}
    for statement in found:
        again = (statement.relation.name, id(statement.object.entity)) in told
        yield from _identified(statement, heads=heads, members=members, nameless_heads=nameless_heads, again=again)


def _one_of_many(role: Token) -> bool:
    """ "the first leader captured", "the highest-ranking leader killed": not the only one there is."""
    said = any(child.dep_ in {"acl", "relcl"} for child in role.rights)
    return said and any(c.ent_type_ == "ORDINAL" or c.tag_ == "JJS" for left in role.lefts for c in left.subtree)


def _identified(
    statement: Statement, *, heads: dict[int, Entity], members: set[int], nameless_heads: set[int], again: bool
) -> Iterator[Statement]:
    person = statement.subject.entity
    if person.named or person.owner is None:
        yield statement
        return
    if person.owner.is_country and statement.object.entity is person.owner:
        return
    head = heads.get(id(person.owner))
    if head is not None and id(person) in nameless_heads:
        filler = replace(statement.subject.filler, entity=head, reason="coreference")
        relation = statement.use.relation if statement.use is not None else statement.relation
        yield replace(statement, relation=relation, subject=replace(statement.subject, filler=filler))
    elif not (person.announced and again) and not _named_elsewhere(statement, person.owner, members=members):
        yield statement


def _named_elsewhere(statement: Statement, group: Entity, *, members: set[int]) -> bool:
    """Whoever the article points at, or opens with, is one of those whom it names."""
    person = statement.subject.entity
    if person.announced and statement.relation.family == "affiliation" and id(group) in members:
        return True
    return person.definite and (person.owned or group.is_country or id(group) in members)
