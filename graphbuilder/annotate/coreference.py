"""What pronouns and definite nouns point back at, inside one article; in doubt, at nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from graphbuilder.annotate.announced import announced, identified_after, met_the_same, named_after
from graphbuilder.annotate.antecedents import Antecedents
from graphbuilder.annotate.appositions import same_as
from graphbuilder.annotate.definites import Definites
from graphbuilder.annotate.entity import Annotated, Entity
from graphbuilder.annotate.first_person import FirstPersons
from graphbuilder.annotate.mentions import Mentions
from graphbuilder.annotate.phrases import determiner, lemma, span_of
from graphbuilder.annotate.pronouns import (
    beside,
    governor,
    helped,
    own_subject,
    relative,
    reported,
    requited,
    set_off,
    stately,
)
from graphbuilder.annotate.salience import armed, relative_head
from graphbuilder.annotate.sets import pair, several
from graphbuilder.fold import fold_name
from graphbuilder.gazetteer import rulers
from graphbuilder.lexicon import Lexicon

_PERSON = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself", "who", "whom"])
_GROUP = frozenset(["it", "its", "itself"])
_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
_OURS = frozenset(["we", "us", "our", "ours", "ourselves"])
_MINE = frozenset(["i", "me", "my", "mine", "myself"])
_REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves"])
_RELATIVE = frozenset(["who", "which", "that", "whom", "whose", "where"])


@dataclass(slots=True)
class Coreference:
    """Finds antecedents on demand; each anaphor is answered once, so that chains of pronouns hold together."""

    annotated: Annotated
    lexicon: Lexicon
    mentions: Mentions = field(init=False)
    search: Antecedents = field(init=False)
    definites: Definites = field(init=False)
    speakers: FirstPersons = field(init=False)
    answers: dict[int, list[Entity]] = field(default_factory=dict)
    pending: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.mentions = Mentions(self.annotated, self.lexicon, self)
        self.search = Antecedents(self.annotated, self.lexicon, self.mentions)
        self.definites = Definites(self.search, self.lexicon)
        self.speakers = FirstPersons(self.search, self._titles())

    def _titles(self) -> list[tuple[Token, Entity]]:
        """The nouns that say what a named actor is, each a role of that actor."""
        found = []
        for token in self.annotated.doc:
            if token.pos_ in {"NOUN", "PROPN"} and token.i not in self.annotated.name_at:
                named = same_as(token, annotated=self.annotated, lexicon=self.lexicon) or self._said_of(token)
                if named is not None:
                    named.roles.add(lemma(token))
                    found.append((token, named))
        for span in self.annotated.names:
            if span.end < len(self.annotated.doc) and not span.entity.is_country:
                self._called(span.entity, self.annotated.doc[span.end])
        return found

    def _said_of(self, noun: Token) -> Entity | None:
        """ "X is the leader of": the named person that a verb of being calls so."""
        verb = noun.head
        if noun.dep_ != "attr" or lemma(noun) not in self.lexicon.persons or lemma(verb) not in self.lexicon.copulas:
            return None
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is None or any(child.dep_ == "neg" for child in verb.children):
            return None
        span = span_of(self.annotated, relative_head(subject) or subject if subject.lower_ == "who" else subject)
        return span.entity if span is not None and span.entity.kind == "person" else None

    def _called(self, entity: Entity, noun: Token) -> None:
        """ "Tupamaro guerrillas": the noun behind a group's name says what the group is."""
        if noun.pos_ == "NOUN" and entity.kind == "group" and lemma(noun) in self.lexicon.group_anaphors:
            entity.roles.add(lemma(noun))

    def antecedents(self, token: Token) -> list[Entity]:
        """The actors that an anaphor stands for; empty when in doubt."""
        if token.i in self.answers:
            return self.answers[token.i]
        if token.i in self.pending:
            return []
        self.pending.add(token.i)
        self.answers[token.i] = self._resolve(token)
        self.pending.discard(token.i)
        return self.answers[token.i]

    def bodies(self, person: Entity) -> list[Entity]:
        """Groups that titles and appositions tie a person to, in text order."""
        return self.speakers.bodies(person)

    def realm(self, person: Entity) -> list[Entity]:
        """The country whose government is called after a person: "Assad's army"."""
        words = fold_name(person.name).split()
        ends = (" ".join(words[n:]) for n in range(len(words)))
        country = next((rulers()[end] for end in ends if end in rulers()), None)
        return [self.definites.country(country)] if country else []

    def named_after(self, role: Token, group: Entity) -> Entity | None:
        """The person of a group whom the article names behind a role in its headline or lead, or next to it."""
        if found := identified_after(role, self.annotated, lexicon=self.lexicon):
            return found
        if not announced(role, self.annotated, lexicon=self.lexicon):
            return None
        named = named_after(
            role, group, titles=self.speakers.titles, owners=lambda n: [f.entity for f in self.mentions.owners(n)]
        )
        same = None if named else met_the_same(role, self.annotated, lexicon=self.lexicon)
        return named or (same if same is not None and self.bodies(same)[:1] in ([], [group]) else None)

    def _resolve(self, token: Token) -> list[Entity]:
        if token.pos_ in {"PRON", "DET"} or token.tag_ in {"PRP$", "WP$", "WDT", "WP"}:
            return self._pronoun(token)
        if token.lower_ == "two" and determiner(token) == "the":
            return pair(token, search=self.search)
        return self.definites.antecedents(token)

    def _pronoun(self, token: Token) -> list[Entity]:
        word = token.lower_
        if word in _RELATIVE and (continued := relative(token, search=self.search)) is not None:
            return continued
        if word in _REFLEXIVE:
            return own_subject(token, search=self.search)
        if word in _OURS | _MINE:
            return self.speakers.body(token) if word in _OURS else self.speakers.speaker(token)
        owner = beside(token, "person" if word in _PERSON else "group", search=self.search)
        if token.tag_ == "PRP$" and not owner and (bearer := requited(token, search=self.search)) is not None:
            return [e for e in bearer if (e.kind == "person") == (word in _PERSON) or word in _PLURAL]
        if token.tag_ == "PRP$" and word in _GROUP | _PLURAL:
            found = (find(token, search=self.search) for find in (reported, helped, set_off))
            owner = owner or next(filter(None, found), [])
        if token.tag_ == "PRP$" and owner:
            return owner
        if word in _PERSON:
            return self._person(token)
        if word in _GROUP:
            return self._it(token)
        if word == "both":
            return pair(token, search=self.search)
        return several(token, search=self.search) if word in _PLURAL else []

    def _person(self, token: Token) -> list[Entity]:
        """A person; rather one with a name."""
        named = governor(token, search=self.search) or self.search.first(
            token, lambda e: e.kind == "person" and e.named
        )
        return named or self.search.first(token, lambda e: e.kind == "person")

    def _it(self, token: Token) -> list[Entity]:
        """A group; "its fighters" are rather those of a group than of a country, "its foreign minister" are not."""
        owned = token.tag_ == "PRP$" and lemma(token.head) in self.lexicon.persons | self.lexicon.irregulars
        owned = owned and not stately(token, self.lexicon)
        own = self.search.first(token, armed) if owned else []
        return own or self.search.first(token, lambda e: e.kind == "group")
