"""From the actors of a predication to pairs of them: the two that a word ties together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations, product

from graphbuilder.annotate.phrases import lemma
from graphbuilder.extract.arguments import ANY, Arguments, Bound
from graphbuilder.extract.predication import Predication
from graphbuilder.ontology import Relation, States

Pair = tuple[Bound, Bound]

_RULED = frozenset(["ties", "support"])
_BY_PARTS = frozenset(["support", "conflict", "ties"])
_MUTUAL = frozenset(["with", "object", "between", "of", "to"])
_RECIPROCAL = frozenset(["other", "another"])


def pairs(
    predication: Predication,
    arguments: Arguments,
    *,
    subject: Iterable[str],
    object: Iterable[str],
    relation: Relation,
    states: States | None = None,
) -> list[Pair]:
    """All (subject, object) pairs of a predication, those among equals where the tie is mutual."""
    if states is None and relation.family in _RULED and predication.mode in {"noun", "adjective"}:
        states = "ruling"
    parts = relation.family in _BY_PARTS
    either = relation.symmetric or relation.leader_for_group
    acting: States | None = "actor" if states == "actor" else None
    left = arguments.bound(predication, subject, kinds=ANY if either else relation.subject, states=acting)
    right = arguments.bound(predication, object, kinds=ANY if either else relation.object, states=states)
    right = right or (arguments.wholes(predication, object) if parts else [])
    right = right or (_for_their_group(predication, object, arguments=arguments) if relation.nameless else [])
    if reciprocal(predication, {*object, *_MUTUAL} if relation.symmetric else object):
        return [(a, b) for a in left for b in left if a.entity is not b.entity]
    found = [(a, b) for a, b in product(left, right) if a.entity is not b.entity]
    if found or not relation.symmetric or not (_MUTUAL & set(object)):
        return found
    if any(predication.has(slot) for slot in {"object", "against"} & set(object)) and predication.mode == "verb":
        return []
    if any(_nameless(predication, slot, arguments=arguments) for slot in ("between", *({"with", "to"} & set(object)))):
        return []
    return _mutual(predication, left, arguments=arguments, shared=relation.family != "conflict")


def _nameless(predication: Predication, slot: str, *, arguments: Arguments) -> bool:
    """ "talks with some mediators", "a truce between rebels and X": somebody without a name is the other side."""
    lexicon = arguments.lexicon
    actors = (lexicon.persons, lexicon.members, lexicon.groups)
    nouns = (token for token in predication.tokens(slot) if any(lemma(token) in words for words in actors))
    return any(not arguments.actors(noun) for noun in nouns)


def _for_their_group(predication: Predication, slots: Iterable[str], *, arguments: Arguments) -> list[Bound]:
    """ "a Taliban sniper killed": what an unnamed member does, the group does."""
    for bound in arguments.bound(predication, slots, kinds=("person",)):
        if not bound.entity.named and (owner := bound.entity.owner) is not None:
            return [replace(bound, filler=replace(bound.filler, entity=owner, reason="member"))]
    return []


def _mutual(predication: Predication, left: list[Bound], *, arguments: Arguments, shared: bool) -> list[Pair]:
    """ "A and B met", "ties between A and B", "A-B ties"."""
    between = arguments.bound(predication, ["between", "among"])
    state = predication.token.head.lower_ == "at"
    governed = predication.token.dep_ in {"dobj", "nsubjpass", "pobj"} and not state
    lent = predication.mode == "noun" and governed and not shared
    for side in (between, [] if lent else left):
        if len(side) > 1:
            return list(combinations(side, 2))
    return []


def reciprocal(predication: Predication, slots: Iterable[str]) -> bool:
    """ "each other" or "one another" stands in one of the slots."""
    return any(
        a.token.lower_ in _RECIPROCAL and a.token.i > 0 and a.token.nbor(-1).lower_ in {"each", "one"}
        for slot in slots
        for a in predication.slots.get(slot, [])
    )
