"""Which actors a noun phrase stands for, when it is no bare name: members, partitives, roles, anaphors.

Each answer carries its reason, from which the confidence of a claim is reckoned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from spacy.tokens import Doc, Token

from graphbuilder.annotate.entity import Annotated, Entity, NameSpan
from graphbuilder.annotate.introduced import names_given
from graphbuilder.annotate.phrases import (
    conjuncts,
    determiner,
    determiner_or_owner,
    is_definite,
    is_plural,
    lemma,
    predicative,
    prepositional,
    qualifying_spans,
    span_of,
)
from graphbuilder.lexicon import Lexicon

Reason = Literal[
    "name", "apposition", "member", "thing", "act", "partitive", "unnamed", "coreference", "adjective", "relative"
]
_OF = frozenset(["of"])
_BELONGING = frozenset(["of", "from", "in", "within", "for"])
_DEPTH = 5
_PHRASE = 20


@dataclass(frozen=True, slots=True)
class Filler:
    """An actor that a phrase stands for, why, and the token where it is mentioned."""

    entity: Entity
    reason: Reason
    token: int


class Anaphora(Protocol):
    """Looks up what a pronoun or definite noun points back at."""

    def antecedents(self, token: Token) -> list[Entity]:
        """The actors that an anaphor stands for; empty when in doubt."""

    def bodies(self, person: Entity) -> list[Entity]:
        """Groups that a person is said to belong to."""


@dataclass(slots=True)
class Mentions:
    """Reads noun phrases of one article."""

    annotated: Annotated
    lexicon: Lexicon
    anaphora: Anaphora
    unnamed: dict[str, Entity]

    def actors(self, token: Token, depth: int = 0) -> list[Filler]:
        """The actors that the noun phrase headed by ``token`` stands for, conjuncts apart."""
        if depth > _DEPTH:
            return []
        span = span_of(self.annotated, token)
        if span is not None:
            if span.form == "adjective" and not _people(token):
                return []
            return [Filler(span.entity, "name", token.i)]
        if token.pos_ == "PRON" or token.tag_ in {"WP", "WDT", "PRP$", "WP$"}:
            return [Filler(entity, "coreference", token.i) for entity in self.anaphora.antecedents(token)]
        if token.pos_ in {"NOUN", "PROPN", "ADJ", "DET", "NUM"}:
            return self._noun(token, depth)
        return []

    def _noun(self, token: Token, depth: int) -> list[Filler]:
        together = self._listed(token)
        if together:
            return together
        named = self.same_as(token)
        if named is not None:
            named.roles.add(lemma(token))
            return [Filler(named, "apposition", token.i)]
        if lemma(token) in self.lexicon.partitives and (of := list(prepositional(token, _OF))):
            if lemma(token) == "one" and (which := self._one_named(token)):
                return which
            return [Filler(f.entity, "partitive", f.token) for noun in of for f in self.actors(noun, depth + 1)]
        word = _common(token)
        if (is_plural(token) or word not in self.lexicon.persons) and word in self.lexicon.members:
            found = self.owners(token, depth)
            if found:
                return found
        if not is_plural(token) and lemma(token) in self.lexicon.persons:
            return self._person(token, depth)
        if lemma(token) in self.lexicon.acts | self.lexicon.events:
            return [Filler(f.entity, "act", f.token) for f in self.modifiers(token, depth)]
        if is_plural(token) and lemma(token) not in self.lexicon.relational and (things := self._things(token, depth)):
            return things
        return [Filler(entity, "coreference", token.i) for entity in self.anaphora.antecedents(token)]

    def _listed(self, token: Token) -> list[Filler]:
        """A plural noun beside a list of names: "the two men, A and B", "A, B and C, three commanders"."""
        if not is_plural(token):
            return []
        lists = [list(conjuncts(child)) for child in token.children if child.dep_ == "appos"]
        if token.dep_ == "appos":
            top = token.head
            while top.dep_ == "conj" or (top.dep_ == "appos" and span_of(self.annotated, top) is not None):
                top = top.head
            lists.append(list(conjuncts(top)))
        kind = "person" if lemma(token) in self.lexicon.persons else "group"
        for nouns in lists:
            spans = [span_of(self.annotated, noun) for noun in nouns if noun.i != token.i]
            if len(spans) > 1 and all(s is not None and s.entity.kind == kind and not s.entity.place for s in spans):
                return [Filler(s.entity, "apposition", token.i) for s in spans if s is not None]
        return []

    def _one_named(self, token: Token) -> list[Filler]:
        """ "one of them, X": the name tells which."""
        spans = (span_of(self.annotated, child) for child in token.children if child.dep_ == "appos")
        return [
            Filler(span.entity, "apposition", token.i) for span in spans if span is not None and not span.entity.place
        ]

    def same_as(self, token: Token) -> Entity | None:
        """The named actor that a noun is put beside: "the group's emir, Noor Wali Mehsud", "commander X"."""
        kind = (
            "person"
            if lemma(token) in self.lexicon.persons
            else "group"
            if lemma(token) in self.lexicon.groups
            else None
        )
        if kind is None and token.dep_ == "appos" and (span := span_of(self.annotated, token.head)) is not None:
            kind = span.entity.kind if span.form == "name" and not span.entity.place and determiner(token) else None
        if kind is None:
            return self._put_before(token)
        if is_plural(token):
            return None
        if token.dep_ == "conj" and token.head.pos_ == "NOUN" and (same := self.same_as(token.head)) is not None:
            return same
        near = [child for child in token.children if child.dep_ == "appos"]
        near += names_given(token, self.lexicon)
        if token.dep_ == "nsubj" and token.head.lemma_ == "be" and is_definite(token):
            said = [child for child in token.head.children if child.dep_ == "attr"]
            near += [name for noun in said for name in (noun, *(c for c in noun.children if c.dep_ == "appos"))]
        if token.dep_ == "appos" and (before := self._named_before(token, kind)) is not None and not before.place:
            return before
        if token.dep_ in {"appos", "compound", "nmod"}:
            near.append(token.head)
        for other in near:
            span = span_of(self.annotated, other)
            if span is not None and span.entity.kind == kind and span.form == "name" and not span.entity.place:
                return span.entity
        following = self.annotated.name_at.get(token.i + 1)
        if (
            following is not None
            and following.start == token.i + 1
            and following.entity.kind == kind
            and (kind == "person" or token.dep_ not in {"compound", "poss"})
        ):
            return following.entity
        return self._beside(token, kind)

    def _put_before(self, token: Token) -> Entity | None:
        """ "the rival X", "their backer, X": any noun with its name behind it, right there or, of a tie, set off."""
        tied = lemma(token) in self.lexicon.relational
        for child in token.children:
            span = span_of(self.annotated, child) if child.dep_ == "appos" else None
            if span is not None and span.form == "name" and (span.start == token.i + 1 or tied):
                listed = any(c.dep_ == "conj" for c in child.children)
                return None if listed or span.entity.place else span.entity
        return None

    def _beside(self, token: Token, kind: str) -> Entity | None:
        """Apposition by word order, where the parse has none: "the commander of the SDF, Mazloum Abdi, signed"."""
        return (self._named_behind(token, kind) if determiner_or_owner(token) else None) or self._named_before(
            token, kind
        )

    def _named_behind(self, token: Token, kind: str) -> Entity | None:
        doc, end = token.doc, token.i + 1
        while (
            end < len(doc) and end < token.i + _PHRASE and (end in self.annotated.name_at or _inside_phrase(doc[end]))
        ):
            end = self.annotated.name_at[end].end if end in self.annotated.name_at else end + 1
        if end >= len(doc) - 2 or doc[end].text != ",":
            return None
        after = next((n for n in range(end + 1, min(end + 6, len(doc))) if n in self.annotated.name_at), len(doc))
        span = self.annotated.name_at.get(after)
        plain = all(doc[n].pos_ in {"DET", "NOUN", "ADJ", "PROPN"} for n in range(end + 1, after))
        fits = span is not None and plain and span.entity.kind == kind and _closes(doc, span.end)
        return span.entity if span is not None and fits else None

    def _named_before(self, token: Token, kind: str) -> Entity | None:
        doc, left = token.doc, token.left_edge.i
        start = next((n for n in range(left, max(left - 5, 0), -1) if doc[n - 1].text == ","), 0)
        marked = determiner_or_owner(token) or doc[start].lower_ in self.lexicon.former_adverbs
        if start < 2 or not marked or _speaks(token) or any(t.pos_ == "VERB" for t in doc[start : token.i]):
            return None
        last = start - 3 if doc[start - 2].text == ")" and start - 2 not in self.annotated.name_at else start - 2
        span = self.annotated.name_at.get(last)
        fits = span is not None and span.end == last + 1 and span.entity.kind == kind and span.form == "name"
        return span.entity if span is not None and fits else None

    def modifiers(self, token: Token, depth: int = 0) -> list[Filler]:
        """Actors that qualify a noun from the left, by name, adjective or possessive pronoun."""
        irregular = lemma(token) in self.lexicon.irregulars
        found = [
            Filler(self.acting(span, token), "adjective" if span.form == "adjective" else "name", span.start)
            for span in qualifying_spans(self.annotated, token)
            if span.form != "capital" and not (span.entity.is_country and irregular)
        ]
        for child in token.lefts:
            if child.dep_ == "poss" and span_of(self.annotated, child) is None:
                found += [f for noun in conjuncts(child) for f in self.actors(noun, depth + 1)]
        return found

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
            nouns = list(prepositional(token, _BELONGING))
            found = [f for noun in nouns for f in self.actors(noun, depth + 1)]
            found = [f for f in found if f.entity.kind == "group"]
        return [Filler(f.entity, "member", f.token) for f in found]

    def _followed(self, token: Token, owners: list[Filler]) -> list[Filler]:
        """ "his men", "Savimbi's movement": the group that the article ties the person to."""
        if lemma(token) not in self.lexicon.irregulars | self.lexicon.group_anaphors | self.lexicon.soldiers:
            return []
        bodies = (e for f in owners if f.entity.kind == "person" for e in self.anaphora.bodies(f.entity))
        return [Filler(e, "member", token.i) for e in bodies if not e.is_country][:1]

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
        role = " ".join(
            [c.text for c in token.lefts if c.dep_ == "compound" and c.i not in self.annotated.name_at] + [lemma(token)]
        )
        name = f"{_short(groups[0])} {role}"
        if name not in self.unnamed:
            pointed = is_definite(token) and not any(c.dep_ == "poss" and c.tag_ == "NNP" for c in token.lefts)
            self.unnamed[name] = Entity(
                "person",
                name,
                named=False,
                country=groups[0].country,
                owner=groups[0],
                definite=pointed,
                owned=_by_pronoun(token),
                indefinite=determiner(token) in {"a", "an"},
            )
            self.annotated.entities.append(self.unnamed[name])
        self.unnamed[name].roles.add(lemma(token))
        self.unnamed[name].forms[token.text] += 1
        return [Filler(self.unnamed[name], "unnamed", token.i)]


def _short(group: Entity) -> str:
    """The form of a group's name that the article uses most."""
    common = group.forms.most_common(1)
    return common[0][0] if common else group.name


def _common(token: Token) -> str:
    """The lemma; also of a noun that opens a sentence with a capital: "Columns of"."""
    word = lemma(token)
    return word.removesuffix("s") if token.pos_ == "PROPN" and is_plural(token) and token.is_sent_start else word


def _by_pronoun(token: Token) -> bool:
    return any(child.tag_ in {"PRP$", "WP$"} for child in token.lefts)


def _inside_phrase(token: Token) -> bool:
    """A word that may stand between a role noun and the name in apposition to it."""
    return token.pos_ in {"ADP", "DET", "PROPN", "ADJ", "NOUN"} or token.text in {"-", "'s", "’s", "(", ")"}


def _speaks(token: Token) -> bool:
    """Subject of a verb right behind it, so that the comma before it ends another clause."""
    return token.dep_ == "nsubj" and token.head.i in {token.i + 1, token.i + 2}


def _closes(doc: Doc, end: int) -> bool:
    return end >= len(doc) or doc[end].text in {",", ".", ";", ")", '"', "”"} or doc[end].pos_ in {"VERB", "AUX"}


def _people(token: Token) -> bool:
    """An adjective used as a noun: "the Afghans", "the Taliban"."""
    return token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr"} and token.tag_ != "JJ"
