"""Handing over of things that make a tie: "gave the group weapons", "gets cash from"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from graphbuilder.annotate.phrases import is_plural, lemma, prepositional
from graphbuilder.extract.arguments import Arguments, Bound
from graphbuilder.extract.predication import Predication, noun, verb
from graphbuilder.extract.statement import Statement, admits
from graphbuilder.lexicon import Lexicon
from graphbuilder.ontology import Relation

_RECIPIENTS = ("indirect", "to", "for")
_SOURCES = ("from", "by", "of", "poss", "compound")


@dataclass(frozen=True, slots=True)
class Theme:
    """A thing handed over, and the slot of the verb in which it stands."""

    token: Token
    slot: str


@dataclass(slots=True)
class Transfers:
    """Finds who hands what to whom in one article; ``themes`` are the relations that a thing makes, by its lemma."""

    themes: Mapping[str, Sequence[Relation]]
    arguments: Arguments
    lexicon: Lexicon

    def at(self, token: Token) -> Iterator[Statement]:
        """The statements of a verb of giving or receiving."""
        if token.pos_ != "VERB":
            return
        word = lemma(token)
        if word not in self.lexicon.give and word not in self.lexicon.receive:
            return
        predication = verb(token, self.lexicon)
        for theme in _themes(predication, self.lexicon):
            for relation in self._stated(theme.token):
                rule = f"{relation.name.lower()}/transfer/{word} {lemma(theme.token)}"
                for giver, recipient in self._parties(predication, theme):
                    if giver.entity is not recipient.entity and admits(
                        relation, subject=giver.entity, object=recipient.entity
                    ):
                        yield Statement(relation, giver, recipient, predication, rule)

    def _stated(self, theme: Token) -> list[Relation]:
        """The relations that handing over a thing states, by its noun or the noun before it ("drone engines")."""
        if theme.i in self.arguments.coreference.annotated.name_at:
            return []
        before = (lemma(c) for c in theme.lefts if c.dep_ == "compound")
        found = self.themes.get(lemma(theme)) or [r for word in before for r in self.themes.get(word, ())]
        return list({r.name: r for r in found}.values())

    def _parties(self, predication: Predication, theme: Theme) -> Iterator[tuple[Bound, Bound]]:
        """(giver, recipient) pairs of a transfer."""
        word, whole = lemma(predication.token), noun(theme.token, self.lexicon)
        subject = self.arguments.bound(predication, ["subject"])
        givers = self.arguments.bound(predication, ["from"])
        if word in self.lexicon.receive:
            sources = givers or self.arguments.bound(whole, _SOURCES)
            yield from ((giver, recipient) for giver in sources for recipient in subject)
            # "bought goggles for the group"
            behalf = self.arguments.bound(predication, ["for"]) or self.arguments.bound(whole, ["for"])
            yield from ((buyer, recipient) for buyer in subject for recipient in behalf)
        if word in self.lexicon.give:
            slots = ["object"] if theme.slot == "with" else _RECIPIENTS
            recipients = self.arguments.bound(predication, slots) or self._behind(whole)
            yield from ((giver, recipient) for giver in givers or subject for recipient in recipients)

    def _behind(self, theme: Predication) -> list[Bound]:
        """Recipients among the words of the thing itself: "weapons for the group"."""
        return self.arguments.bound(theme, ["to", "for"]) or self._swallowed(theme.token)

    def _swallowed(self, theme: Token) -> list[Bound]:
        """ "giving FLA commanders refuge": a recipient that the parser took for part of the thing."""
        mentions = self.arguments.coreference.mentions
        while theme.dep_ == "conj" and theme.head.pos_ == "NOUN":
            theme = theme.head
        groups = self.lexicon.groups | self.lexicon.group_anaphors
        members = [c for c in theme.lefts if c.dep_ == "compound" and (is_plural(c) or lemma(c) in groups)]
        found = [f for c in members for f in mentions.actors(c)]
        named = [f for f in mentions.modifiers(theme) if f.reason == "name" and not f.entity.is_country]
        return [Bound(f, "shared") for f in found or named if f.entity.kind == "group"]


def _themes(predication: Predication, lexicon: Lexicon) -> Iterator[Theme]:
    """Things handed over: the object of giving, or what stands behind "with"; "millions of dollars" are dollars."""
    for slot in ("object", "with"):
        for token in predication.tokens(slot):
            yield Theme(token, slot)
            if lemma(token) in lexicon.partitives:
                yield from (Theme(part, slot) for part in prepositional(token, frozenset(["of"])))
            if token.like_num:
                # "$50,000"
                yield from (Theme(child, slot) for child in token.lefts if child.is_currency)
            if token.tag_ in {"WDT", "WP"} or token.lower_ == "that":
                relative = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
                if relative is not None:
                    yield Theme(relative.head, slot)
