"""Which earlier phrases an anaphor may point back at, the most salient first.

Salience by position, after Hobbs (1978) and Lappin and Leass (1994): the subjects of the clauses that govern the
anaphor, then earlier mentions of its sentence, then the subjects and the other mentions of the sentences before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from graphbuilder.annotate.entity import Annotated, Entity
from graphbuilder.annotate.mentions import Mentions
from graphbuilder.annotate.phrases import conjuncts, determiner, governing_clauses, lemma, subject_of
from graphbuilder.annotate.salience import quoted_apart, rank, sentences_back
from graphbuilder.lexicon import Lexicon

REACH = 3
_SINGULAR = frozenset(
    ["he", "she", "him", "her", "his", "hers", "himself", "herself", "who", "whom", "it", "its", "itself"]
)
_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])


@dataclass(slots=True)
class Antecedents:
    """Goes back through one article from an anaphor."""

    annotated: Annotated
    lexicon: Lexicon
    mentions: Mentions
    referring: dict[int, list[Token]] = field(default_factory=dict)

    def first(self, token: Token, fits: Callable[[Entity], bool], *, reach: int = REACH) -> list[Entity]:
        """The most salient actor that fits, in a list; none where none does."""
        excluded = self.excluded(token)
        for head in self.heads(token, reach=reach):
            found = self.entities(head)
            if not found and self._nameless(head, token):
                return []
            for entity in found:
                location = entity.place and head.dep_ == "pobj"
                if fits(entity) and entity not in excluded and not location:
                    return [entity]
        return []

    def heads(self, token: Token, *, reach: int = REACH) -> Iterator[Token]:
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
            told = number > 0 and not self._reports(token)
            heads.sort(
                key=lambda t: (
                    (0, 0, -t.i) if pointing else (rank(t), told and self._reports(t), t.i if number else -t.i)
                )
            )
            yield from heads

    def entities(self, token: Token) -> list[Entity]:
        """Whom a phrase stands for."""
        return [filler.entity for filler in self.mentions.actors(token, 1)]

    def named(self, sentence: Span, token: Token) -> Iterator[Entity]:
        """The actors named in a sentence before a token, in text order."""
        for n in range(sentence.start, min(sentence.end, token.i)):
            span = self.annotated.name_at.get(n)
            if span is not None and span.start == n and span.form != "adjective":
                yield span.entity

    def excluded(self, token: Token) -> list[Entity]:
        """Actors on the other side of the anaphor's own verb: "it attacked it" are two."""
        nominal = token.pos_ not in {"PRON", "DET"} and token.tag_ != "PRP$"
        quoted = self._quoter(token) if not nominal else []
        return [*quoted, *self._beside(token, nominal=nominal)]

    def _quoter(self, token: Token) -> list[Entity]:
        """Who says the words that the pronoun stands in, and would say "I" of himself."""
        speech = next((s for s in self.annotated.speeches if s.start <= token.i < s.end), None)
        if speech is None or speech.speaker is None or speech.start <= speech.speaker < speech.end:
            return []
        return self.entities(self.annotated.doc[speech.speaker])

    def _beside(self, token: Token, *, nominal: bool) -> list[Entity]:
        """Those who act on the anaphor, or allege what it does."""
        if not nominal and (token.dep_ == "poss" or token.tag_ == "PRP$"):
            return []
        verb = next(governing_clauses(token), None)
        if verb is None:
            return []
        if token.dep_ in {"nsubj", "nsubjpass"}:
            return [*self._accuser(verb), *self._hearer(verb), *self._acted_on(verb)]
        subject = subject_of(verb)
        found = self.entities(subject) if subject is not None and subject.i != token.i else []
        return [*found, *self._accuser(verb), *self._hearer(verb)]

    def _hearer(self, verb: Token) -> list[Entity]:
        """ "told Reuters that it": what somebody tells is not about who hears it."""
        above = verb.head
        if verb.dep_ != "ccomp" or lemma(above) not in self.lexicon.telling:
            return []
        named = (c for c in above.children if c.dep_ in {"dobj", "dative"} and c.pos_ == "PROPN")
        return [entity for hearer in named for entity in self.entities(hearer)]

    def _acted_on(self, verb: Token) -> list[Entity]:
        """Whom the verb names as object or agent: "it accused X" is not X."""
        agents = (child for word in verb.children if word.dep_ == "agent" for child in word.children)
        nouns = [child for child in (*verb.children, *agents) if child.dep_ in {"dobj", "pobj"}]
        spans = (self.annotated.name_at.get(noun.i) for first in nouns for noun in conjuncts(first))
        return [span.entity for span in spans if span is not None]

    def _accuser(self, verb: Token) -> list[Entity]:
        """Who alleges what the clause says: nobody alleges it of himself."""
        above = verb.head
        # "denies US claim it": a verb for the parser, a charge in truth.
        charge = lemma(above) in self.lexicon.charge and lemma(above.head) in self.lexicon.deny
        if verb.dep_ != "ccomp" or not (charge or lemma(above) in self.lexicon.accuse):
            return []
        subject = subject_of(above)
        return self.entities(subject) if subject is not None else []

    def _nameless(self, head: Token, token: Token) -> bool:
        """A subject that may be any group, for which "it" rather stands than for the groups named before it."""
        subject = head.pos_ == "NOUN" and head.dep_ in {"nsubj", "nsubjpass"} and head.tag_ == "NN"
        return token.lower_ == "it" and subject and lemma(head) in self.lexicon.groups

    def _reports(self, token: Token) -> bool:
        """The subject of a verb of saying with a clause of its own: who tells of others rather than acts."""
        says = token.dep_ == "nsubj" and lemma(token.head) in self.lexicon.report
        return says and any(child.dep_ == "ccomp" for child in token.head.children)

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
        if token.pos_ == "PRON":
            return token.lower_ in _SINGULAR or token.lower_ in _PLURAL
        word, known = lemma(token), self.lexicon
        return token.pos_ == "NOUN" and (word in known.persons or word in known.members or word in known.groups)
