"""Statements of ties: frames and transfers matched on the predications of a sentence, before stance is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product

from spacy.tokens import Span, Token

from graphbuilder.annotate.entity import NameSpan
from graphbuilder.annotate.phrases import determiner, is_plural, lemma, prepositional
from graphbuilder.extract.arguments import Arguments, Bound
from graphbuilder.extract.matching import Triggers, Use, fits, phrase_of
from graphbuilder.extract.pairs import pairs, reciprocal
from graphbuilder.extract.predication import Argument, Predication, noun, predication_of
from graphbuilder.extract.slots import objects, prepositions
from graphbuilder.extract.statement import Statement, admits, most_specific
from graphbuilder.extract.surroundings import PLACE_LABELS, complements
from graphbuilder.extract.transfers import Transfers
from graphbuilder.lexicon import Lexicon
from graphbuilder.ontology import Relation

__all__ = ["Statement", "Statements", "object_slots", "predication_of", "widened"]

_OWNERS = frozenset(["poss", "compound", "nmod"])


@dataclass(slots=True)
class Statements:
    """Finds the statements of one article."""

    triggers: Triggers
    relations: Mapping[str, Relation]
    arguments: Arguments
    lexicon: Lexicon
    transfers: Transfers = field(init=False)
    by_parts: set[str] = field(init=False)
    """Relations of persons: whoever belongs to a part of a group, or heads one, belongs to the group."""

    def __post_init__(self) -> None:
        self.transfers = Transfers(self.triggers.themes, self.arguments, self.lexicon)
        graded = (relation for relation in self.relations.values() if relation.otherwise)
        self.by_parts = {name for relation in graded for name in (relation.name, relation.otherwise) if name}

    def of(self, sentence: Span) -> Iterator[Statement]:
        """All statements of a sentence; where two say the same of a pair, the more specific one."""
        names = self.arguments.coreference.annotated.name_at
        words = [token for token in sentence if token.i not in names]
        found = [s for token in words for s in [*self._framed(token), *self.transfers.at(token)]]
        spans = {names[token.i].start: names[token.i] for token in sentence if token.i in names}
        found += [statement for span in spans.values() for statement in self._named(span)]
        yield from most_specific(found)

    def _framed(self, token: Token) -> Iterator[Statement]:
        for mode, uses in self.triggers.at(token):
            predication = predication_of(token, mode, lexicon=self.lexicon)
            for use in uses:
                wholes = (widened(whole, use) for whole in self._phrased(predication, use))
                found = (list(self._bound(use, whole)) for whole in wholes if fits(use, whole))
                yield from next(filter(None, found), [])

    def _phrased(self, predication: Predication, use: Use) -> Iterator[Predication]:
        """Each noun of a trigger of several as its head, with what depends on the others: "secretary-general of"."""
        if predication.mode != "noun" or len(use.words) == 1:
            yield predication
            return
        words = [t for t in phrase_of(use, predication.token) if t.pos_ != "ADP"]
        parts = [noun(t, self.lexicon) for t in words if t != predication.token]
        for head in (predication, *parts):
            inside = {t.i for t in words}
            slots: dict[str, list[Argument]] = {}
            for part in (head, predication, *parts):
                for slot, arguments in part.slots.items():
                    outside = [a for a in arguments if a.token.i not in inside or slot in {"self", "compound"}]
                    slots[slot] = slots.get(slot) or outside
            yield replace(head, slots=slots)

    def _named(self, span: NameSpan) -> Iterator[Statement]:
        """A group's unit by its own name behind a genitive: "the Taliban's Mujahideen Brigade"."""
        if span.form == "name" and not span.entity.is_country:
            words = self.arguments.coreference.annotated.doc[span.start : span.end]
            head = words.root
            uses = self.triggers.named(head, words=["*", *(t.text for t in words if len(words) > 1)])
            predication = noun(head, self.lexicon)
            if span.entity.kind == "person" and words[0].nbor(-1 if span.start else 0).tag_ != "POS":
                # "Hamas's prime minister X" is more than "Hamas's X".
                predication.slots.pop("poss", None)
            for use in (use for use in uses if fits(use, predication)):
                for statement in self._bound(use, predication):
                    reasons = {statement.subject.filler.reason, statement.object.filler.reason}
                    if reasons in ({"name"}, {"name", "member"}) and not statement.object.entity.is_country:
                        yield statement

    def _bound(self, use: Use, predication: Predication) -> Iterator[Statement]:
        frame, relation = use.frame, use.relation
        slots = object_slots(use, predication)
        ends = {"subject": frame.subject, "object": slots}
        tied = pairs(predication, self.arguments, **ends, relation=relation, states=frame.states)
        partial = [] if tied or relation.name not in self.by_parts else self._partial(use, predication)
        if relation.mutual is not None and reciprocal(predication, slots):
            relation = self.relations[relation.mutual]
        for a, b in tied or partial:
            if relation.nameless is not None and not a.entity.named:
                yield from self._unnamed(use, predication, subject=a, object=b)
                continue
            if frame.object == ("self",) and relation.otherwise is not None and a.filler.reason != "name":
                continue
            actual = self._ranked(use, predication, subject=a, object=b) if relation is use.relation else relation
            b = self._group_of(b) if relation.leader_for_group else b
            for subject, obj in ((a, b), (b, a)) if relation.symmetric else ((a, b),):
                if admits(actual, subject=subject.entity, object=obj.entity) and not self._owner(
                    use, predication, obj=obj
                ):
                    yield Statement(actual, subject, obj, predication, use.rule, use)
                    break

    def _unnamed(self, use: Use, predication: Predication, *, subject: Bound, object: Bound) -> Iterator[Statement]:
        """What is done to an unnamed member is done to the group: "killed a Taliban commander"."""
        group, relation = subject.entity.owner, self.relations[use.relation.nameless or ""]
        if group is not None and group is not object.entity and admits(relation, subject=object.entity, object=group):
            member = replace(subject, filler=replace(subject.filler, entity=group, reason="member"))
            yield Statement(relation, object, member, predication, use.rule, use)

    def _partial(self, use: Use, predication: Predication) -> list[tuple[Bound, Bound]]:
        wholes = self.arguments.wholes(predication, object_slots(use, predication))
        members = self.arguments.bound(predication, use.frame.subject, kinds=("person",)) if wholes else []
        return list(product(members, wholes))

    def _owner(self, use: Use, predication: Predication, *, obj: Bound) -> bool:
        """A state that only owns or employs what the relation speaks of: "Iran's ally", "a Syrian fighter"."""
        relation = use.relation
        if not obj.entity.is_country:
            return False
        if use.frame.part == "role" and any(t.i == obj.filler.token for t in predication.tokens("from")):
            # "a fighter from Syria"
            return True
        before = obj.filler.token < predication.token.i
        if before and use.frame.part == "role" and self._of_another(predication.token):
            return True
        if not relation.object_states or (not relation.owned_by_states and before):
            return True
        member = use.frame.part == "role" and relation.otherwise is None and relation.family == "affiliation"
        return member and before and lemma(predication.token) not in self.lexicon.officials

    def _of_another(self, role: Token) -> bool:
        """ "Greece's opposition party leader": the head of a body in the country, not of the country."""
        bodies = self.lexicon.groups - self.lexicon.state_forces - self.lexicon.governments
        return any(c.dep_ == "compound" and c.text.islower() and lemma(c) in bodies for c in role.lefts)

    def _ranked(self, use: Use, predication: Predication, *, subject: Bound, object: Bound) -> Relation:
        """The relation, or the one that holds where the role noun is indefinite or below the top."""
        relation, token = use.relation, predication.token
        if (of_part := relation.of_part or relation.otherwise) and self._part_only(object):
            return self.relations[of_part]
        if relation.otherwise is None:
            return relation
        if use.frame.part != "role":
            return relation
        other_mention = subject.filler.reason == "coreference" and token.i == subject.filler.token
        nameless = not subject.entity.named and subject.filler.reason != "coreference"
        # What a minister is minister of is the whole of his ministry.
        own = (*use.words, *(self.lexicon.portfolios if use.frame.object == ("office",) else ()))
        lower = nameless or other_mention or _indefinite(token) or self._low(token, words=own)
        lower = lower or (object.filler.token < token.i and _fielded(token, words=use.words))
        return self.relations[relation.otherwise] if lower else relation

    def _part_only(self, object: Bound) -> bool:
        """ "the Taliban's fighters", "cells of the group": less than the group itself."""
        if object.filler.reason not in {"member", "thing", "act"}:
            return False
        name = self.arguments.coreference.annotated.doc[object.filler.token]
        while name.dep_ in {"compound", "amod", "nmod"} and name.head.pos_ in {"PROPN", "ADJ"}:
            name = name.head
        return name.dep_ == "poss" or lemma(name.head) not in self.lexicon.groups or is_plural(name.head)

    def _low(self, token: Token, *, words: tuple[str, ...]) -> bool:
        """Below the top: "a senior leader", "customs chief", "the commander of the brigades in Jenin"."""
        before = token.doc[token.i - 2].lower_ if token.i > 1 and token.nbor(-1).text == "-" else ""
        if {before, *(child.lower_ for child in token.lefts)} & self.lexicon.subordinate:
            return True
        bodies = {*self.lexicon.group_anaphors, *self.lexicon.irregulars, *words}
        if any(
            c.dep_ == "compound" and c.pos_ == "NOUN" and c.is_lower and lemma(c) not in bodies for c in token.lefts
        ):
            return True
        nouns = [token, *prepositional(token, frozenset(["of"]))]
        places = (place for noun_ in nouns for place in prepositional(noun_, frozenset(["in", "for"])))
        return any(place.ent_type_ in {"GPE", "LOC"} for place in places)

    def _group_of(self, person: Bound) -> Bound:
        """The group that a person as object stands for: "swore loyalty to the Islamic State leader"."""
        bodies = self.arguments.coreference.bodies(person.entity) if person.entity.kind == "person" else []
        return replace(person, filler=replace(person.filler, entity=bodies[0])) if bodies else person


def _fielded(role: Token, *, words: tuple[str, ...]) -> bool:
    """ "the group's head of finance": of one field of it."""
    return any(field.pos_ == "NOUN" and lemma(field) not in words for field in prepositional(role, frozenset(["of"])))


def _indefinite(role: Token) -> bool:
    """One of several: "a commander", "leaders"."""
    owned = determiner(role) in {"the", "both"} or any(child.dep_ == "poss" for child in role.lefts)
    one_of = role.dep_ == "pobj" and role.head.lower_ == "of" and role.head.head.lower_ in {"one", "another"}
    return one_of or determiner(role) in {"a", "an", "another", "one"} or (is_plural(role) and not owned)


def widened(predication: Predication, use: Use) -> Predication:
    """With a fixed phrase ("pledge allegiance"), its own owner and prepositions belong to the trigger as well.

    A name is no fixed phrase: who heads "the Taliban's Badri Battalion" heads the battalion.
    """
    required = sorted(use.frame.requires or ())
    if not required:
        return predication
    if "complement" not in required and not any(predication.has(slot) for slot in required):
        return predication
    whole = replace(predication, slots={slot: list(arguments) for slot, arguments in predication.slots.items()})
    # Sorted, so that "oath" goes before the "of loyalty" behind it.
    for argument in (a for slot in required for a in list(whole.slots.get(slot, []))):
        own = argument.token.i == predication.token.i
        if argument.token.pos_ != "PROPN" and not own:
            owners = [child for child in argument.token.children if child.dep_ in _OWNERS]
            whole.add("poss", owners, path=argument.path)
        if not own and (argument.token.pos_ != "PROPN" or argument.token.ent_type_ in PLACE_LABELS):
            # "wrested Jowhar from X": what stands behind a place is said of the verb.
            prepositions(whole, argument.token, path=argument.path)
    if "complement" in required:
        for complement in complements(predication):
            whole.add("below", objects(complement))
    return whole


def object_slots(use: Use, predication: Predication) -> tuple[str, ...]:
    """ "pay for": the preposition among a verb's own words gives its object."""
    frame, particle = use.frame, len(use.words) > 1
    if frame.part == "verb" and particle and frame.object == ("object",) and not predication.has("object"):
        return (use.words[-1], "object")
    return frame.object
