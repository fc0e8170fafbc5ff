"""Which actors a noun phrase stands for, when it is no bare name: members, partitives, roles, anaphors.

Each answer carries its reason, from which the confidence of a claim is reckoned.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from graphbuilder.annotate.announced import announced
from graphbuilder.annotate.appositions import listed, one_named, same_as
from graphbuilder.annotate.entity import Annotated, Entity, NameSpan
from graphbuilder.annotate.fillers import Anaphora, Filler, Reason
from graphbuilder.annotate.phrases import (
    conjuncts,
    determiner,
    is_definite,
    is_plural,
    lemma,
    predicative,
    prefixed,
    prepositional,
    qualifying_spans,
    span_of,
)
from graphbuilder.annotate.unnamed import Unnamed
from graphbuilder.gazetteer import Country
from graphbuilder.lexicon import Lexicon

_OF = frozenset(["of"])
_FROM = frozenset(["from"])
_IN = frozenset(["in"])
_PLACING = frozenset(["from", "in", "within"])
_BELONGING = frozenset(["of", "from", "in", "within", "for"])
_DEPTH = 5


@dataclass(slots=True)
class Mentions:
    """Reads noun phrases of one article."""

    annotated: Annotated
    lexicon: Lexicon
    anaphora: Anaphora
    unnamed: Unnamed = field(init=False)

    def __post_init__(self) -> None:
        self.unnamed = Unnamed(self.annotated)

    def actors(self, token: Token, depth: int = 0) -> list[Filler]:
        """The actors that the noun phrase headed by ``token`` stands for, conjuncts apart."""
        if depth > _DEPTH:
            return []
        span = span_of(self.annotated, token)
        if span is not None:
            if span.form == "adjective" and (not _people(token) or _some_of(token)):
                return []
            return [Filler(span.entity, "name", token.i)]
        if token.pos_ == "PRON" or token.tag_ in {"WP", "WDT", "PRP$", "WP$"}:
            return [Filler(entity, "coreference", token.i) for entity in self.anaphora.antecedents(token)]
        if token.pos_ in {"NOUN", "PROPN", "ADJ", "DET", "NUM"}:
            return self._noun(token, depth)
        return []

    def _noun(self, token: Token, depth: int) -> list[Filler]:
        if together := self._beside(token):
            return [Filler(entity, "apposition", token.i) for entity in together]
        if lemma(token) in self.lexicon.partitives and (of := list(prepositional(token, _OF))):
            if lemma(token) == "one" and (which := one_named(token, annotated=self.annotated)):
                return [Filler(entity, "apposition", token.i) for entity in which]
            return [Filler(f.entity, "partitive", f.token) for noun in of for f in self.actors(noun, depth + 1)]
        if governing := self._ruled(token, depth):
            return governing
        word = _common(token)
        if (is_plural(token) or word not in self.lexicon.persons) and word in self.lexicon.members:
            if any(child.lower_ in self.lexicon.former for child in token.lefts):
                # Who has left it acts no more for the group.
                return []
            found = self.owners(token, depth)
            if found:
                return found
        if not is_plural(token) and lemma(token) in self.lexicon.persons:
            return self._person(token, depth) if not _classifying(token) else []
        if lemma(token) in self.lexicon.acts or lemma(token) in self.lexicon.events:
            found = self.modifiers(token, depth) or self._givers(token, depth)
            return [Filler(f.entity, "act", f.token) for f in found]
        if is_plural(token) and lemma(token) not in self.lexicon.relational and (things := self._things(token, depth)):
            return things
        led = lemma(token) in self.lexicon.led or lemma(token) in self.lexicon.homelands
        if led and (followed := self._followed(token, self.modifiers(token, depth))):
            return followed
        found = [Filler(entity, "coreference", token.i) for entity in self.anaphora.antecedents(token)]
        return found or (self._examples(token) if is_plural(token) else []) or self._place_of(token, depth)

    def _place_of(self, token: Token, depth: int) -> list[Filler]:
        """ "Sirte, the group's last stronghold": a place that is put beside what a group has."""
        beside = (c for c in token.children if c.dep_ == "appos" and lemma(c) in self.lexicon.members)
        return [f for c in beside if lemma(c) not in self.lexicon.persons for f in self.owners(c, depth)]

    def _givers(self, token: Token, depth: int) -> list[Filler]:
        """ "aided by support from X"."""
        if lemma(token) not in self.lexicon.gifts:
            return []
        return [f for noun in prepositional(token, _FROM) for f in self.actors(noun, depth + 1)]

    def _examples(self, token: Token) -> list[Filler]:
        """ "outlets such as X", "groups including X and Y": the names stand for the rest."""
        listing = [c for c in token.children if c.dep_ == "prep" and (c.lower_ == "including" or _such_as(c))]
        nouns = [noun for word in listing for obj in word.children if obj.dep_ == "pobj" for noun in conjuncts(obj)]
        spans = ((noun, span_of(self.annotated, noun)) for noun in nouns)
        return [Filler(s.entity, "apposition", noun.i) for noun, s in spans if s is not None and s.form == "name"]

    def _beside(self, token: Token) -> list[Entity]:
        """The named actors that a noun is put beside, which are from then on called by it."""
        if several := listed(token, annotated=self.annotated, lexicon=self.lexicon):
            return several
        named = same_as(token, annotated=self.annotated, lexicon=self.lexicon)
        if named is None:
            return []
        named.roles.add(lemma(token))
        return [named]

    def modifiers(self, token: Token, depth: int = 0) -> list[Filler]:
        """Actors that qualify a noun from the left, by name, adjective or possessive pronoun."""
        before = (lemma(c) for c in token.lefts if c.dep_ in {"compound", "amod"})
        irregular = not self.lexicon.irregulars.isdisjoint([lemma(token), *before])
        found = [
            Filler(self.acting(span, token), "adjective" if span.form == "adjective" else "name", span.start)
            for span in qualifying_spans(self.annotated, token)
            if span.form != "capital" and not (span.entity.is_country and irregular)
        ]
        for child in token.lefts:
            if child.dep_ == "poss" and span_of(self.annotated, child) is None:
                found += [f for noun in conjuncts(child) for f in self.actors(noun, depth + 1)]
        return found or self._held(token) or self.classified(token)

    def _held(self, token: Token) -> list[Filler]:
        """ "ISIL-held territory": whose something is by a participle before it."""
        before = (c for c in token.lefts if c.dep_ == "amod" and c.lower_ in self.lexicon.holding)
        spans = (span_of(self.annotated, c) for held in before for c in held.lefts if c.dep_ != "punct")
        return [Filler(span.entity, "thing", span.start) for span in spans if span is not None]

    def classified(self, token: Token) -> list[Filler]:
        """Whose something is by a common noun before it: "party officials", "rebel positions"."""
        before = (c for c in token.lefts if c.dep_ in {"compound", "amod", "nmod"} and not prefixed(c))
        nouns = [c for c in before if lemma(c) in self.lexicon.classifiers or self._heard(c)]
        if any(lemma(noun) in self.lexicon.governments for noun in nouns) and (seat := self._seat(token)):
            return seat
        return [Filler(e, "coreference", noun.i) for noun in nouns for e in self.anaphora.antecedents(noun)]

    def _seat(self, token: Token) -> list[Filler]:
        """ "a government spokesman in Kigali": which government, the capital says."""
        spans = ((noun, span_of(self.annotated, noun)) for noun in prepositional(token, _IN))
        return [Filler(s.entity, "adjective", noun.i) for noun, s in spans if s is not None and s.form == "capital"]

    def _heard(self, word: Token) -> bool:
        """ "The military spokesman": a force of the country; "military training" is nobody's."""
        return lemma(word) in self.lexicon.own_forces and lemma(word.nbor()) in self.lexicon.spokesmen

    def acting(self, span: NameSpan, token: Token) -> Entity:
        """The country of an adjective, or its armed forces where the act is theirs and the article names them."""
        entity = span.entity
        if not entity.is_country or lemma(token) not in self.lexicon.events | self.lexicon.soldiers:
            return entity
        forces = (e for e in self.annotated.entities if e.country == entity.country and not e.is_country)
        return next((e for e in forces if self.lexicon.armed & set(e.name.casefold().split())), entity)

    def owners(self, token: Token, depth: int = 0) -> list[Filler]:
        """Groups that members or things belong to: "Taliban fighters", "fighters of the group"."""
        before = self.modifiers(token, depth)
        found = [f for f in before if f.entity.kind == "group"] or self._followed(token, before)
        if not found:
            found = [f for noun in prepositional(token, _BELONGING) for f in self.actors(noun, depth + 1)]
            found = [f for f in found if f.entity.kind == "group" and not self._located(token, f.entity)]
        return [Filler(f.entity, "member", f.token) for f in found]

    def _located(self, token: Token, owner: Entity) -> bool:
        """ "targets in Syria", "rebel forces in Libya": these say where; "troops from" a state do not."""
        if not owner.place:
            return False
        where = {c.lower_ for c in token.children if c.dep_ == "prep" and c.lower_ in _PLACING}
        region = isinstance(owner.entry, Country) and owner.entry.region
        irregular = not {lemma(token), *map(lemma, token.lefts)}.isdisjoint(self.lexicon.irregulars)
        serving = lemma(token) in self.lexicon.persons | self.lexicon.soldiers | self.lexicon.forces
        return bool(where - _FROM and irregular) or (bool(where) and (region or not serving))

    def _followed(self, token: Token, owners: list[Filler]) -> list[Filler]:
        """ "his men", "Savimbi's movement": the group that the article ties the person to; "his country": the state."""
        homeland = lemma(token) in self.lexicon.homelands
        if not homeland and lemma(token) not in self.lexicon.led:
            return []
        bodies = (e for f in owners if f.entity.kind == "person" for e in self.anaphora.bodies(f.entity))
        states = (f.entity for f in owners if homeland and f.entity.is_country)
        return [Filler(e, "member", token.i) for e in (*states, *bodies) if e.is_country == homeland][:1]

    def _ruled(self, token: Token, depth: int) -> list[Filler]:
        """ "Assad's army", "the government of Maduro": the state itself."""
        if lemma(token) not in self.lexicon.state_forces | self.lexicon.soldiers:
            return []
        behind = (f for noun in prepositional(token, _OF) for f in self.actors(noun, depth + 1))
        owners = [f.entity for f in self.modifiers(token, depth) or behind]
        countries = (e for owner in owners if owner.kind == "person" for e in self.anaphora.realm(owner))
        reason: Reason = "coreference" if lemma(token) in self.lexicon.governments else "member"
        return [Filler(e, reason, token.i) for e in countries]

    def _things(self, token: Token, depth: int) -> list[Filler]:
        """What a group has, standing for the group: "ISWAP patrols"; not for a state, whose things are many."""
        owners = (f for f in self.modifiers(token, depth) if f.entity.kind == "group" and not f.entity.is_country)
        return [Filler(f.entity, "thing", f.token) for f in owners]

    def _person(self, token: Token, depth: int) -> list[Filler]:
        """One person by role: somebody known, or an unnamed person of a group."""
        if is_definite(token) and (known := self.anaphora.antecedents(token)):
            return [Filler(entity, "coreference", token.i) for entity in known]
        groups = [f.entity for f in self.owners(token, depth)] if not predicative(token) else []
        if groups and groups[0].is_country and lemma(token) not in self.lexicon.officials:
            return []
        if not groups or determiner(token) in {"no", "any", "every", "each"}:
            return []
        if not is_definite(token) and (named := self.anaphora.named_after(token, groups[0])):
            return [Filler(named, "coreference", token.i)]
        unnamed = self.unnamed.person(
            token, groups[0], announced=announced(token, self.annotated, lexicon=self.lexicon)
        )
        return [Filler(unnamed, "unnamed", token.i)]


def _classifying(token: Token) -> bool:
    """ "the Montonero guerrilla movement": a noun that only says of which sort the one behind it is."""
    return token.dep_ in {"compound", "nmod"} and token.head.pos_ == "NOUN" and token.head.i > token.i


def _common(token: Token) -> str:
    """The lemma; also of a noun that opens a sentence with a capital: "Columns of"."""
    word = lemma(token)
    return word.removesuffix("s") if token.pos_ == "PROPN" and is_plural(token) and token.is_sent_start else word


def _such_as(word: Token) -> bool:
    return word.lower_ == "as" and word.i > 0 and word.nbor(-1).lower_ == "such"


def _some_of(token: Token) -> bool:
    """ "made up of Somalis", "Somalis who fled", "five Somalis": people from there, who are not the country."""
    told = any(child.dep_ in {"relcl", "acl", "nummod"} for child in token.children)
    behind = token.dep_ == "pobj" and token.head.lower_ in {"of", "by", "to"}
    return token.tag_ in {"NNPS", "NNS"} and (told or behind) and determiner(token) != "the"


def _people(token: Token) -> bool:
    """An adjective used as a noun: "the Afghans", "the Taliban"."""
    return token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr"} and token.tag_ != "JJ"
