"""What pronouns and definite nouns point back at, inside one article; in doubt, at nothing.

Salience by position, after Hobbs (1978) and Lappin and Leass (1994): the subjects of the clauses that govern the
anaphor, then earlier mentions of its sentence, then the subjects and the other mentions of the sentences before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from graphbuilder.annotate.entity import Annotated, Entity
from graphbuilder.annotate.mentions import Mentions
from graphbuilder.annotate.phrases import (
    conjuncts,
    determiner,
    governing_clauses,
    is_definite,
    is_plural,
    lemma,
    span_of,
    subject_of,
)
from graphbuilder.annotate.salience import (
    BOTH,
    armed,
    bare,
    headed_by,
    numbered,
    of_state,
    quoted_apart,
    rank,
    relative_head,
    sentences_back,
)
from graphbuilder.gazetteer import Country, Group
from graphbuilder.lexicon import Lexicon

_REACH = 3
_PERSON = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself", "who", "whom"])
_GROUP = frozenset(["it", "its", "itself"])
_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
_OURS = frozenset(["we", "us", "our", "ours", "ourselves"])
_MINE = frozenset(["i", "me", "my", "mine", "myself"])
_REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves"])
_PLACING = frozenset(["in", "at", "near"])
_RELATIVE = frozenset(["who", "which", "that", "whom", "whose", "where"])


@dataclass(slots=True)
class Coreference:
    """Finds antecedents on demand; each anaphor is answered once, so that chains of pronouns hold together."""

    annotated: Annotated
    lexicon: Lexicon
    mentions: Mentions = field(init=False)
    answers: dict[int, list[Entity]] = field(default_factory=dict)
    pending: set[int] = field(default_factory=set)
    titles: list[tuple[Token, Entity]] = field(default_factory=list)
    referring: dict[int, list[Token]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.mentions = Mentions(self.annotated, self.lexicon, self, {})
        for token in self.annotated.doc:
            if token.pos_ in {"NOUN", "PROPN"} and token.i not in self.annotated.name_at:
                named = self.mentions.same_as(token)
                if named is not None:
                    named.roles.add(lemma(token))
                    self.titles.append((token, named))

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

    def _resolve(self, token: Token) -> list[Entity]:
        word = token.lower_
        if token.pos_ in {"PRON", "DET"} or token.tag_ in {"PRP$", "WP$", "WDT", "WP"}:
            if word in _RELATIVE and (antecedent := relative_head(token)) is not None:
                found = [e for e in self._entities(antecedent) if word != "which" or e.kind == "group"]
                return found or self._just_named(token)
            if word == "whose" and (named := self._just_named(token)):
                return named
            if word in _REFLEXIVE:
                return self._own_subject(token)
            if word in _OURS:
                return self._speaker_body(token)
            if word in _MINE:
                return self._speaker(token)
            if token.tag_ == "PRP$" and (owner := self._beside(token)):
                return owner
            if word in _PERSON:
                named = self._governor(token) or self._first(token, lambda e: e.kind == "person" and e.named)
                return named or self._first(token, lambda e: e.kind == "person")
            if word in _GROUP:
                owned = token.tag_ == "PRP$" and lemma(token.head) in self.lexicon.persons | self.lexicon.irregulars
                own = self._first(token, lambda e: e.kind == "group" and not e.is_country) if owned else []
                return own or self._first(token, lambda e: e.kind == "group")
            if word == "both":
                return self._pair(token)
            if word in _PLURAL:
                return self._plural(token)
            return []
        if word == "two" and determiner(token) == "the":
            return self._pair(token)
        return self._nominal(token)

    def _just_named(self, pronoun: Token) -> list[Entity]:
        """ "X (ACR), whose leader": the name before the comma, where the parser tied the clause to another word."""
        near = pronoun.doc[max(pronoun.i - 3, pronoun.sent.start) : pronoun.i]
        before = [t for t in near if t.text not in {",", ")"}]
        span = self.annotated.name_at.get(before[-1].i) if before and pronoun.nbor(-1).text == "," else None
        placed = span is not None and pronoun.doc[max(span.start - 1, 0)].lower_ in _PLACING
        return [span.entity] if span is not None and not placed and not span.entity.place else []

    def _beside(self, pronoun: Token) -> list[Entity]:
        """ "X and its ally": an owner in the second of two phrases is the first."""
        noun = pronoun.head
        if noun.dep_ != "conj" or noun.head.i > pronoun.i or span_of(self.annotated, noun.head) is None:
            return []
        kind = "person" if pronoun.lower_ in _PERSON else "group"
        return [e for e in self._entities(noun.head) if e.kind == kind and pronoun.lower_ not in _OURS | _MINE]

    def _governor(self, pronoun: Token) -> list[Entity]:
        """ "a Hamas official said his group": the subject of the clause above, named or not."""
        for verb in governing_clauses(pronoun):
            subject = subject_of(verb)
            if subject is not None and subject.i < pronoun.i and pronoun not in subject.subtree:
                people = [e for e in self._entities(subject) if e.kind == "person"]
                return people if len(people) == 1 and people[0] not in self._excluded(pronoun) else []
        return []

    def _own_subject(self, reflexive: Token) -> list[Entity]:
        """ "calls himself the leader": the subject of the nearest verb."""
        verb = next(governing_clauses(reflexive), None)
        subject = subject_of(verb) if verb is not None else None
        while subject is None and verb is not None and verb.dep_ in {"acl", "relcl"}:
            subject = verb.head
        return self._entities(subject) if subject is not None and subject.i != reflexive.i else []

    def _nominal(self, token: Token) -> list[Entity]:
        word = lemma(token)
        if not is_definite(token) and not numbered(token):
            return []
        if word in self.lexicon.set_nouns and (determiner(token) in BOTH or numbered(token)):
            return self._pair(token)
        if any(child.dep_ == "poss" for child in token.lefts) and word not in self.lexicon.persons:
            return []
        if word in self.lexicon.persons and not is_plural(token):
            return self._role(token) or self._only_person(token)
        if word in self.lexicon.groups and (headed := self._headed(token)):
            return headed
        if word in self.lexicon.state_forces and determiner(token) == "the" and bare(token):
            return self._national(token)
        if word in self.lexicon.group_anaphors and determiner(token) in {"the", "this", "that"} and bare(token):
            return self._first(token, armed)
        return []

    def _headed(self, token: Token) -> list[Entity]:
        """ "the ministry": the last group whose own name has that word."""
        word = lemma(token)
        state = word in self.lexicon.state_forces
        named = self._first(token, lambda e: headed_by(e, word) and (not state or of_state(e)), reach=99)
        if named or word not in self.lexicon.services:
            return named
        return self._first(token, lambda e: isinstance(e.entry, Group) and e.entry.kind == "service", reach=12)

    def _national(self, token: Token) -> list[Entity]:
        """ "the army" of the country that the article is about; for "the government" that country itself."""
        states = [e for e in self.annotated.entities if e.is_country]
        total = sum(sum(e.forms.values()) for e in states)
        main = max(states, key=lambda e: sum(e.forms.values()), default=None)
        if main is None or sum(main.forms.values()) < max(2, total / 2) or not isinstance(main.entry, Country):
            return []
        if lemma(token) in self.lexicon.governments:
            return [main]
        if not main.entry.adjectives or lemma(token) not in self.lexicon.own_forces:
            return []
        name = f"{main.entry.adjectives[0]} {lemma(token)}"
        known = next((e for e in self.annotated.entities if e.name == name), None)
        if known is None:
            known = Entity("group", name, country=main.country)
            self.annotated.entities.append(known)
        known.forms[token.text] += 1
        return [known]

    def _role(self, token: Token) -> list[Entity]:
        """ "the commander": the last person that the article calls so."""
        word = lemma(token)
        return self._first(token, lambda e: e.kind == "person" and word in e.roles, reach=12)

    def _only_person(self, token: Token) -> list[Entity]:
        """ "the al-Qaeda leader": the one person named in the sentences just before who is no speaker."""
        if not self.mentions.owners(token) or determiner(token) not in {"the", "this"}:
            return []
        speakers = {s.speaker for s in self.annotated.speeches}
        people: list[Entity] = []
        for number, sentence in enumerate(sentences_back(token)):
            for n in range(sentence.start, min(sentence.end, token.i)):
                span = self.annotated.name_at.get(n)
                if (
                    span is not None
                    and span.entity.kind == "person"
                    and n not in speakers
                    and span.entity not in people
                ):
                    people.append(span.entity)
            if people or number > _REACH:
                break
        return people if len(people) == 1 else []

    def _pair(self, token: Token) -> list[Entity]:
        """ "both groups": the groups of the nearest sentence before, or this one, that has exactly two."""
        for sentence in sentences_back(token):
            seen: list[Entity] = []
            for mention in self._named(sentence, token):
                if (
                    mention.kind == "group"
                    and mention not in seen
                    and (not mention.is_country or "country" in lemma(token))
                ):
                    seen.append(mention)
            if len(seen) == 2:
                return seen
        return []

    def _plural(self, token: Token) -> list[Entity]:
        """ "they": a coordinated subject, a group, or several persons."""
        for head in self._candidates(token):
            together = [e for noun in conjuncts(head) for e in self._entities(noun)]
            together = list(dict.fromkeys(together))
            if not together or any(e in self._excluded(token) for e in together):
                continue
            if len(together) > 1 or (together[0].kind == "group" and not (together[0].place and head.dep_ == "pobj")):
                return together
        return []

    def _first(self, token: Token, fits: Callable[[Entity], bool], *, reach: int = _REACH) -> list[Entity]:
        excluded = self._excluded(token)
        for head in self._candidates(token, reach=reach):
            for entity in self._entities(head):
                location = entity.place and head.dep_ == "pobj"
                if fits(entity) and entity not in excluded and not location:
                    return [entity]
        return []

    def _candidates(self, token: Token, *, reach: int = _REACH) -> Iterator[Token]:
        """Heads of earlier phrases, the most salient first."""
        speeches = self.annotated.speeches
        pointing = determiner(token) == "that"
        above = {ancestor.i for ancestor in token.ancestors}
        seen: set[int] = set()
        for verb in governing_clauses(token) if not pointing else ():
            subject = subject_of(verb)
            if subject is not None and subject.i < token.i and subject.i not in above:
                seen.add(subject.i)
                yield subject
        for number, sentence in enumerate(sentences_back(token)):
            if number > reach:
                return
            earlier = (t for t in self._referring(sentence) if t.i < token.i and t.i not in seen)
            heads = [t for t in earlier if t.i not in above and not quoted_apart(speeches, t, token=token)]
            heads.sort(key=lambda t: (0, -t.i) if pointing else (rank(t), t.i if number else -t.i))
            yield from heads

    def _referring(self, sentence: Span) -> list[Token]:
        """The words of a sentence that an anaphor may point back at."""
        found = self.referring.get(sentence.start)
        if found is None:
            found = self.referring[sentence.start] = [t for t in sentence if self._may_refer(t)]
        return found

    def _may_refer(self, token: Token) -> bool:
        span = self.annotated.name_at.get(token.i)
        if span is not None:
            inside = range(span.start, span.end)
            return token.head.i not in inside or token.head.i == token.i
        return (token.pos_ == "PRON" and token.lower_ in _PERSON | _GROUP | _PLURAL) or (
            token.pos_ == "NOUN" and (lemma(token) in self.lexicon.persons or lemma(token) in self.lexicon.members)
        )

    def _named(self, sentence: Span, token: Token) -> Iterator[Entity]:
        for n in range(sentence.start, min(sentence.end, token.i)):
            span = self.annotated.name_at.get(n)
            if span is not None and span.start == n and span.form != "adjective":
                yield span.entity

    def _entities(self, token: Token) -> list[Entity]:
        return [filler.entity for filler in self.mentions.actors(token, 1)]

    def _excluded(self, token: Token) -> list[Entity]:
        """Actors on the other side of the anaphor's own verb: "it attacked it" are two."""
        nominal = token.pos_ not in {"PRON", "DET"} and token.tag_ != "PRP$"
        if not nominal and (token.dep_ == "poss" or token.tag_ == "PRP$"):
            return []
        verb = next(governing_clauses(token), None)
        if verb is None:
            return []
        if token.dep_ in {"nsubj", "nsubjpass"}:
            return self._accuser(verb)
        subject = subject_of(verb)
        found = self._entities(subject) if subject is not None and subject.i != token.i else []
        return [*found, *self._accuser(verb)]

    def _accuser(self, verb: Token) -> list[Entity]:
        """Who alleges what the clause says: nobody alleges it of himself."""
        above = verb.head
        if verb.dep_ != "ccomp" or lemma(above) not in self.lexicon.accuse:
            return []
        subject = subject_of(above)
        return self._entities(subject) if subject is not None else []

    def _speaker(self, token: Token) -> list[Entity]:
        speech = next((s for s in self.annotated.speeches if s.start <= token.i < s.end), None)
        if speech is None or speech.speaker is None or speech.start <= speech.speaker < speech.end:
            return []
        return self._entities(self.annotated.doc[speech.speaker])

    def _speaker_body(self, token: Token) -> list[Entity]:
        """ "we": the group that the speaker is, or is said to belong to."""
        found = []
        for speaker in self._speaker(token):
            found += [speaker] if speaker.kind == "group" else self.bodies(speaker)
        return found[:1]

    def bodies(self, person: Entity) -> list[Entity]:
        """Groups that titles and appositions tie a person to, in text order."""
        if person.owner is not None:
            return [person.owner]
        nouns = [noun for noun, named in self.titles if named is person]
        return [f.entity for noun in nouns for f in self.mentions.owners(noun)]
