"""Whom "I" and "we" stand for: the speaker of a quotation, and the group that the speaker belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from graphbuilder.annotate.antecedents import Antecedents
from graphbuilder.annotate.entity import Entity
from graphbuilder.annotate.memberships import memberships
from graphbuilder.annotate.phrases import prepositional

_BELONGING = frozenset(["of", "from", "with"])


@dataclass(slots=True)
class FirstPersons:
    """Looks up the speakers of one article; ``titles`` are the nouns that say what a named person is."""

    search: Antecedents
    titles: Sequence[tuple[Token, Entity]]
    known: dict[int, list[Entity]] = field(default_factory=dict)
    said: list[tuple[Entity, Entity]] | None = None

    def speaker(self, token: Token) -> list[Entity]:
        """ "I": who speaks the stretch that the pronoun stands in."""
        annotated = self.search.annotated
        speech = next((s for s in annotated.speeches if s.start <= token.i < s.end), None)
        if speech is None or speech.speaker is None or speech.start <= speech.speaker < speech.end:
            return []
        return self.search.entities(annotated.doc[speech.speaker])

    def body(self, token: Token) -> list[Entity]:
        """ "we": the group that the speaker is, or is said to belong to."""
        found = []
        for speaker in self.speaker(token):
            found += [speaker] if speaker.kind == "group" else self.bodies(speaker)
        return found[:1]

    def bodies(self, person: Entity) -> list[Entity]:
        """Groups that titles and appositions tie a person to, in text order."""
        if person.owner is not None:
            return [person.owner]
        if id(person) not in self.known:
            # While it is looked up, "a leader of his movement" tells nothing.
            self.known[id(person)] = []
            nouns = [noun for noun, named in self.titles if named is person]
            owners = [f.entity for noun in nouns for f in self.search.mentions.owners(noun)]
            self.known[id(person)] = owners or [*self._named_with(person), *self._said_of(person)]
        return self.known[id(person)]

    def _named_with(self, person: Entity) -> Iterator[Entity]:
        """ "Umar Khan of Hamas": the groups that stand behind the person's name."""
        annotated, mentions = self.search.annotated, self.search.mentions
        for span in annotated.names:
            if span.entity is person:
                for noun in prepositional(annotated.doc[span.end - 1], _BELONGING):
                    found = mentions.actors(noun) or mentions.owners(noun)
                    yield from (f.entity for f in found if f.entity.kind == "group" and not f.entity.is_country)

    def _said_of(self, person: Entity) -> Iterator[Entity]:
        """ "X, who commands the front": the groups that clauses tie a person to."""
        if self.said is None:
            self.said = []
            search = self.search
            self.said = list(memberships(search.annotated, search.lexicon, groups=search.entities))
        yield from (group for somebody, group in self.said if somebody is person)
