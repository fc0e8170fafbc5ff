"""What definite nouns point back at: "the group", "the ministry", "the commander", "the army"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from graphbuilder.annotate.antecedents import REACH, Antecedents
from graphbuilder.annotate.entity import Entity
from graphbuilder.annotate.phrases import determiner, is_definite, is_plural, lemma
from graphbuilder.annotate.salience import BOTH, armed, bare, ends_in, headed_by, numbered, of_state, sentences_back
from graphbuilder.annotate.sets import pair
from graphbuilder.gazetteer import Country, Group, countries, gazetteer
from graphbuilder.lexicon import Lexicon

_FAR = 99
_POINTING = frozenset(["the", "this", "that"])
_ROLE_REACH = 12
_DEALING = frozenset(["by", "with", "against"])


@dataclass(slots=True)
class Definites:
    """Reads the definite nouns of one article."""

    search: Antecedents
    lexicon: Lexicon

    def antecedents(self, token: Token) -> list[Entity]:
        """The actors that a definite noun stands for; empty when in doubt."""
        word = lemma(token)
        if not is_definite(token) and not numbered(token) and not _classifying(token):
            return []
        if word in self.lexicon.set_nouns and (determiner(token) in BOTH or numbered(token) or token.tag_ == "NNS"):
            return [] if _some(token) else pair(token, search=self.search)
        if word in self.lexicon.persons and not is_plural(token):
            return self._role(token) or self._only_person(token)
        # "the largest militia" is new here; so is what has an owner.
        new = any(child.dep_ == "poss" or child.tag_ == "JJS" for child in token.lefts)
        return [] if new else self._group(token, word)

    def _group(self, token: Token, word: str) -> list[Entity]:
        if headed := self._headed(token) if word in self.lexicon.groups else self._last_word(token):
            return headed
        if not bare(token) or not (determiner(token) in _POINTING or _classifying(token)):
            return []
        if word in self.lexicon.lands:
            return self._land(token)
        if word in self.lexicon.state_forces:
            return self._national(token)
        if word in self.lexicon.group_anaphors:
            return self.search.first(token, self._fighting) or self.search.first(token, self._uncivil)
        return self._of_kind(token, word)

    def _land(self, token: Token) -> list[Entity]:
        """ "the kingdom": where it acts or is acted on, the last country named."""
        acts = token.dep_ in {"nsubj", "nsubjpass", "dobj", "agent"} or token.head.lower_ in _DEALING
        found = self.search.first(token, lambda e: e.is_country or of_state(e)) if acts else []
        named = (e if e.is_country else self._state_of(e) for e in found)
        return [e for e in named if e is not None]

    def _state_of(self, body: Entity) -> Entity | None:
        """The country that a force or ministry belongs to."""
        entry = countries().get(body.country or "")
        return self.country(entry) if entry is not None else None

    def _fighting(self, entity: Entity) -> bool:
        """Known as an armed group, or called by such a noun in the article."""
        known = isinstance(entity.entry, Group) and entity.entry.kind == "armed"
        return armed(entity) and (known or not self.lexicon.group_anaphors.isdisjoint(entity.roles))

    def _uncivil(self, entity: Entity) -> bool:
        """Nothing in its name says that it is no armed group."""
        return armed(entity) and self.lexicon.civil_names.isdisjoint(w for form in entity.forms for w in form.split())

    def _last_word(self, token: Token) -> list[Entity]:
        """ "the trust": the group whose name ends in that word."""
        word = lemma(token)
        if not any(ends_in(e, word) for e in self.search.annotated.entities):
            return []
        return self.search.first(token, lambda e: ends_in(e, word), reach=_FAR)

    def _of_kind(self, token: Token, word: str) -> list[Entity]:
        """ "the party", "the company": the last group known to be one, else the last that may be one."""
        nouns = {
            "party": self.lexicon.party_nouns,
            "company": self.lexicon.company_nouns,
            "media": self.lexicon.media_nouns,
        }
        kind = next((kind for kind, words in nouns.items() if word in words), None)
        if kind is None:
            return []
        known = self.search.first(token, lambda e: isinstance(e.entry, Group) and e.entry.kind == kind)
        return known or self.search.first(token, lambda e: e.entry is None and armed(e) and self._may_be(e, kind))

    def _may_be(self, entity: Entity, kind: str) -> bool:
        """A name without a telling word may be a company's; that of a party often has none."""
        return kind == "party" or not {w for form in entity.forms for w in form.split()} & self.lexicon.name_heads

    def _headed(self, token: Token) -> list[Entity]:
        """ "the ministry": the last group whose own name has that word."""
        word = lemma(token)
        state = word in self.lexicon.state_forces
        named = self.search.first(token, lambda e: headed_by(e, word) and (not state or of_state(e)), reach=_FAR)
        if named or word not in self.lexicon.services:
            return named
        return self.search.first(
            token, lambda e: isinstance(e.entry, Group) and e.entry.kind == "service", reach=_ROLE_REACH
        )

    def _national(self, token: Token) -> list[Entity]:
        """ "the army" of the country that the article is about; for "the government" that country itself."""
        home = self.search.annotated.home
        if home is None:
            return []
        word = lemma(token)
        if word in self.lexicon.governments:
            return [self.country(home)]
        if word not in self.lexicon.own_forces or not home.adjectives:
            return []
        name = f"{home.adjectives[0]} {word}"
        known = next((match.entry for match in gazetteer(None).matches(name.split()) if match.end > 1), None)
        named = (e for e in self.search.annotated.entities if known is not None and e.entry == known)
        return [next(named, None) or self._actor(name, entry=None, country=home.name)]

    def country(self, entry: Country) -> Entity:
        """The article's actor for a country."""
        return self._actor(entry.name, entry=entry, country=entry.name)

    def _actor(self, name: str, *, entry: Country | None, country: str) -> Entity:
        """The article's actor of that name, or that country; a new one where it has none."""
        entities = self.search.annotated.entities
        same = (e for e in entities if (e.entry is entry if entry else e.name.casefold() == name.casefold()))
        found = next(same, None)
        if found is None:
            found = Entity("group", name, entry=entry, place=entry is not None, country=country)
            entities.append(found)
        return found

    def _role(self, token: Token) -> list[Entity]:
        """ "the commander": the last person that the article calls so."""
        word = lemma(token)
        groups = [filler.entity for filler in self.search.mentions.owners(token) if not filler.entity.is_country]

        def fits(person: Entity) -> bool:
            # "the leader of Y" is not X, who leads Z.
            bodies = self.search.mentions.anaphora.bodies(person) if groups else []
            return not bodies or any(group in bodies for group in groups)

        return self.search.first(token, lambda e: e.kind == "person" and word in e.roles and fits(e), reach=_ROLE_REACH)

    def _only_person(self, token: Token) -> list[Entity]:
        """ "the al-Qaeda leader": the one person named in the sentences just before who is no speaker."""
        groups = [filler.entity for filler in self.search.mentions.owners(token)]
        beside = self.search.annotated.name_at.get(max(token.left_edge.i - 2, 0))
        speaks = token.dep_ == "nsubj" and lemma(token.head) in self.lexicon.report and beside is None
        if not groups or speaks or determiner(token) not in {"the", "this"}:
            return []
        annotated = self.search.annotated
        speakers = {s.speaker for s in annotated.speeches}
        # "who plays the leader of Y": nobody acts on himself.
        apart = self.search.excluded(token)
        people: list[Entity] = []
        for number, sentence in enumerate(sentences_back(token)):
            spans = (annotated.name_at.get(n) for n in range(sentence.start, min(sentence.end, token.i)))
            silent = (s.entity for s in spans if s is not None and not speakers & set(range(s.start, s.end)))
            people += [entity for entity in dict.fromkeys(silent) if entity.kind == "person"]
            if people or number > REACH:
                break
        elsewhere = self.search.mentions.anaphora.bodies(people[0]) if len(people) == 1 else []
        return (
            people if len(people) == 1 and people[0] not in apart and (not elsewhere or groups[0] in elsewhere) else []
        )


def _some(token: Token) -> bool:
    """ "three of the groups", "the sides are coalitions": not those two, or said of each."""
    part = token.head.lower_ == "of" and token.head.head.pos_ in {"NUM", "DET", "PRON"}
    said_of = token.dep_ == "nsubj" and token.head.pos_ == "AUX"
    counted = determiner(token) in BOTH or numbered(token)
    apart = any(child.dep_ == "amod" for child in token.children) or not bare(token)
    return not counted and (part or said_of or apart)


def _classifying(token: Token) -> bool:
    """ "party officials", "rebel positions": a noun before another says whose, as with an article."""
    return token.dep_ in {"compound", "amod", "nmod"} and token.pos_ in {"NOUN", "ADJ"} and not is_definite(token)
