"""Statements of ties: frames and transfers matched on the predications of a sentence, before stance is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from graphbuilder.annotate.entity import NameSpan
from graphbuilder.annotate.phrases import determiner, is_plural, lemma, prepositional
from graphbuilder.extract.arguments import Arguments, Bound
from graphbuilder.extract.matching import Triggers, Use, fits
from graphbuilder.extract.predication import Argument, Mode, Predication, adjective, noun, verb
from graphbuilder.lexicon import Lexicon
from graphbuilder.ontology import Relation

_RECIPIENTS = ("indirect", "to", "for")
_GIVERS = ("from", "by")


@dataclass(frozen=True, slots=True)
class Statement:
    """A pair of actors that some words tie together, with the words and the rule."""

    relation: Relation
    subject: Bound
    object: Bound
    predication: Predication
    rule: str
    use: Use | None = None


@dataclass(slots=True)
class Statements:
    """Finds the statements of one article."""

    triggers: Triggers
    relations: Mapping[str, Relation]
    arguments: Arguments
    lexicon: Lexicon

    def of(self, sentence: Span) -> Iterator[Statement]:
        """All statements of a sentence; where two say the same of a pair, the more specific one."""
        names = self.arguments.coreference.annotated.name_at
        words = [token for token in sentence if token.i not in names]
        found = [s for token in words for s in [*self._framed(token), *self._transferred(token)]]
        spans = {names[token.i].start: names[token.i] for token in sentence if token.i in names}
        found += [statement for span in spans.values() for statement in self._named(span)]
        yield from _most_specific(found)

    def _framed(self, token: Token) -> Iterator[Statement]:
        for mode, uses in self.triggers.at(token):
            predication = predication_of(token, mode, self.lexicon)
            for use in uses:
                whole = widened(predication, use)
                if fits(use, whole):
                    yield from self._bound(use, whole)

    def _named(self, span: NameSpan) -> Iterator[Statement]:
        """A group's unit by its own name behind a genitive: "the Taliban's Mujahideen Brigade"."""
        words = self.arguments.coreference.annotated.doc[span.start : span.end]
        if span.form == "name" and not span.entity.is_country:
            for use in self.triggers.named(words.root, words=["*", *(t.text for t in words if len(words) > 1)]):
                for statement in self._bound(use, noun(words.root, self.lexicon)):
                    reasons = {statement.subject.filler.reason, statement.object.filler.reason}
                    if reasons == {"name"} and not statement.object.entity.is_country:
                        yield statement

    def _bound(self, use: Use, predication: Predication) -> Iterator[Statement]:
        frame, relation = use.frame, use.relation
        slots = object_slots(use, predication)
        for a, b in self.arguments.pairs(predication, subject=frame.subject, object=slots, relation=relation):
            actual = self._subordinate(use, predication, a)
            if use.frame.object == ("self",) and relation.otherwise is not None and a.filler.reason != "name":
                continue
            b = self._group_of(b) if relation.leader_for_group else b
            for subject, obj in ((a, b), (b, a)) if relation.symmetric else ((a, b),):
                owner = obj.entity.is_country and (
                    not relation.object_states
                    or (not relation.owned_by_states and obj.filler.token < predication.token.i)
                )
                if use.frame.part == "role" and obj.entity.is_country and relation.otherwise is None:
                    serves = lemma(predication.token) in self.lexicon.officials
                    owner = owner or (relation.family == "affiliation" and not serves)
                if subject.entity.kind in actual.subject and obj.entity.kind in actual.object and not owner:
                    yield Statement(actual, subject, obj, predication, use.rule, use)
                    break

    def _subordinate(self, use: Use, predication: Predication, subject: Bound) -> Relation:
        """The relation, or the one that holds where the role noun is indefinite or below the top."""
        relation = use.relation
        if relation.otherwise is None or use.frame.part != "role":
            return relation
        token = predication.token
        before = token.doc[token.i - 2].lower_ if token.i > 1 and token.nbor(-1).text == "-" else ""
        low = before in self.lexicon.subordinate or any(c.lower_ in self.lexicon.subordinate for c in token.lefts)
        owned = any(child.dep_ == "poss" for child in token.lefts) or determiner(token) in {"the", "both"}
        indefinite = determiner(token) in {"a", "an", "another", "one"} or (is_plural(token) and not owned)
        unnamed = not subject.entity.named or subject.filler.reason == "coreference"
        pronoun = subject.filler.reason == "coreference" and token.i != subject.filler.token
        low = low or self._local(token)
        return self.relations[relation.otherwise] if low or indefinite or (unnamed and not pronoun) else relation

    def _group_of(self, person: Bound) -> Bound:
        """The group that a person as object stands for: "swore loyalty to the Islamic State leader"."""
        bodies = self.arguments.coreference.bodies(person.entity) if person.entity.kind == "person" else []
        return replace(person, filler=replace(person.filler, entity=bodies[0])) if bodies else person

    def _local(self, token: Token) -> bool:
        """ "the commander of the brigades in Jenin": head of a part only."""
        nouns = [token, *prepositional(token, frozenset(["of"]))]
        places = (place for noun_ in nouns for place in prepositional(noun_, frozenset(["in"])))
        return any(place.ent_type_ in {"GPE", "LOC"} for place in places)

    def _transferred(self, token: Token) -> Iterator[Statement]:
        """Handing over of things that make a tie: "gave the group weapons", "gets cash from"."""
        word = lemma(token)
        if token.pos_ != "VERB" or word not in self.lexicon.give | self.lexicon.receive:
            return
        predication = verb(token, self.lexicon)
        for theme, slot in _themes(predication, self.lexicon):
            for relation in self._handed_over(theme):
                for giver, recipient in self._parties(predication, theme, slot):
                    if (
                        giver.entity is not recipient.entity
                        and giver.entity.kind in relation.subject
                        and recipient.entity.kind in relation.object
                    ):
                        rule = f"{relation.name.lower()}/transfer/{word} {lemma(theme)}"
                        yield Statement(relation, giver, recipient, predication, rule)

    def _swallowed(self, theme: Token) -> list[Bound]:
        """ "giving FLA commanders refuge": a recipient that the parser took for part of the thing."""
        mentions = self.arguments.coreference.mentions
        groups = self.lexicon.groups | self.lexicon.group_anaphors
        members = [c for c in theme.lefts if c.dep_ == "compound" and (is_plural(c) or lemma(c) in groups)]
        found = [f for c in members for f in mentions.actors(c)]
        named = [f for f in mentions.modifiers(theme) if f.reason == "name" and not f.entity.is_country]
        return [Bound(f, "shared") for f in found or named if f.entity.kind == "group"]

    def _handed_over(self, theme: Token) -> list[Relation]:
        """The relations that handing over a thing states, by its noun or the noun before it ("drone engines")."""
        words = [lemma(theme), *(lemma(c) for c in theme.lefts if c.dep_ == "compound")]
        return list({r.name: r for word in words for r in self.triggers.themes.get(word, ())}.values())

    def _parties(self, predication: Predication, theme: Token, slot: str) -> Iterator[tuple[Bound, Bound]]:
        """(giver, recipient) pairs of a transfer."""
        lex, arguments = self.lexicon, self.arguments
        whole = noun(theme, lex)
        subject = arguments.bound(predication, ["subject"])
        if lemma(predication.token) in lex.receive:
            givers = arguments.bound(predication, _GIVERS[:1]) or arguments.bound(
                whole, ["from", "by", "of", "poss", "compound"]
            )
            yield from ((g, s) for g in givers for s in subject)
        if lemma(predication.token) in lex.give:
            recipients = (
                arguments.bound(predication, ["object"])
                if slot == "with"
                else arguments.bound(predication, _RECIPIENTS)
            )
            if not recipients:
                recipients = arguments.bound(whole, ["to", "for"]) or self._swallowed(theme)
            givers = arguments.bound(predication, ["from"]) if recipients else []
            yield from ((g, r) for g in givers or subject for r in recipients)


def predication_of(token: Token, mode: Mode, lexicon: Lexicon) -> Predication:
    if mode == "verb":
        return verb(token, lexicon)
    return noun(token, lexicon) if mode == "noun" else adjective(token)


def widened(predication: Predication, use: Use) -> Predication:
    """With a fixed object ("pledge allegiance"), the prepositions of that object belong to the verb as well."""
    required = (use.frame.requires or {}).keys() & {"object", "in", "into", "on", "to"}
    if not required:
        return predication
    widened = Predication(
        predication.token, predication.mode, {k: list(v) for k, v in predication.slots.items()}, predication.carrier
    )
    for slot in required:
        for argument in predication.slots.get(slot, []):
            for child in argument.token.children:
                if child.dep_ == "prep":
                    for obj in child.children:
                        if obj.dep_ == "pobj":
                            widened.slots.setdefault(child.lower_, []).append(Argument(obj, argument.path))
                elif child.dep_ == "poss":
                    widened.slots.setdefault("poss", []).append(Argument(child, argument.path))
    return widened


def object_slots(use: Use, predication: Predication) -> tuple[str, ...]:
    """ "pay for": the preposition among a verb's own words gives its object."""
    last = use.words[-1]
    if (
        use.frame.part == "verb"
        and len(use.words) > 1
        and use.frame.object == ("object",)
        and not predication.has("object")
    ):
        return (last, "object")
    return use.frame.object


def _themes(predication: Predication, lexicon: Lexicon) -> Iterator[tuple[Token, str]]:
    """Things handed over: the object of giving, or what stands behind "with"; "millions of dollars" are dollars."""
    for slot in ("object", "with"):
        for argument in predication.slots.get(slot, []):
            token = argument.token
            yield token, slot
            if lemma(token) in lexicon.partitives:
                yield from ((noun_, slot) for noun_ in prepositional(token, frozenset(["of"])))
            if token.tag_ in {"WDT", "WP"} or token.lower_ == "that":
                relative = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
                if relative is not None:
                    yield relative.head, slot


def _most_specific(found: list[Statement]) -> list[Statement]:
    """Without statements whose narrower relation holds for the same pair and words, and without repetitions."""
    kept: dict[object, Statement] = {}
    for statement in found:
        rivals = (s for s in found if _pair(s) == _pair(statement) and _near(s, statement))
        if all(rival.relation.broader != statement.relation.name for rival in rivals):
            kept.setdefault(_key(statement), statement)
    return list(kept.values())


def _near(a: Statement, b: Statement) -> bool:
    """Two statements of the same words: one trigger, or one carrying the other."""
    tokens = {
        a.predication.token.i,
        a.predication.carrier.i if a.predication.carrier is not None else a.predication.token.i,
    }
    others = {
        b.predication.token.i,
        b.predication.carrier.i if b.predication.carrier is not None else b.predication.token.i,
    }
    return bool(tokens & others)


def _pair(statement: Statement) -> frozenset[int]:
    return frozenset([id(statement.subject.entity), id(statement.object.entity)])


def _key(statement: Statement) -> tuple[object, ...]:
    ends: object = (id(statement.subject.entity), id(statement.object.entity))
    return (
        statement.relation.name,
        _pair(statement) if statement.relation.symmetric else ends,
        statement.predication.token.i,
    )
