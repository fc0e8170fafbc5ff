"""What a pronoun stands for by its place in the sentence alone: relatives, reflexives, owners and reported speakers."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.annotate.antecedents import Antecedents
from graphbuilder.annotate.entity import Entity
from graphbuilder.annotate.phrases import (
    SUBJECTS,
    conjuncts,
    determiner,
    governing_clauses,
    is_plural,
    lemma,
    prepositional,
    span_of,
    subject_of,
)
from graphbuilder.annotate.salience import relative_head
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind

_WHO = frozenset(["who", "whom"])
_NUMBERS = frozenset(["VBZ", "VBP"])
_WERE = frozenset(["was", "were"])
_AGAINST = frozenset(["with", "against", "on", "between"])
_UPON = frozenset(["against", "on", "of"])
_PLACING = frozenset(["in", "at", "near"])


def relative(pronoun: Token, *, search: Antecedents) -> list[Entity] | None:
    """ "X, which ...": the noun that the clause continues; None where there is no such clause or name."""
    antecedent = relative_head(pronoun)
    if antecedent is None:
        return (_just_named(pronoun, search) if pronoun.lower_ == "whose" else []) or None
    if _deed(pronoun, antecedent, search=search):
        return []
    nouns = _agreeing(_said_of(antecedent), pronoun)
    found = [e for n in nouns for e in search.entities(n) if pronoun.lower_ != "which" or e.kind == "group"]
    if pronoun.lower_ in _WHO and antecedent.tag_ == "NNP":
        # "six men, most of them from Turkey, who": a country is nobody.
        found = [e for e in found if not e.place]
    return found or _just_named(pronoun, search)


def _said_of(noun: Token) -> Token:
    """ "X is a militia that", "X began as a gang that": what is said of a subject, without naming another, is it."""
    behind_as = noun.dep_ == "pobj" and noun.head.lower_ == "as"
    verb = noun.head.head if behind_as else noun.head
    if not (behind_as or noun.dep_ == "attr") or determiner(noun) not in {"a", "an"}:
        return noun
    subject = subject_of(verb)
    other = any(child.dep_ in {"neg", "dobj"} for child in verb.children)
    return subject if subject is not None and subject.dep_ == "nsubj" and not other else noun


def _agreeing(antecedent: Token, pronoun: Token) -> list[Token]:
    """ "X and Y, which are enemies", "an alliance of bands that includes X": the nouns of the clause's number."""
    if pronoun.dep_ not in SUBJECTS:
        return [antecedent]
    verb = next((c for c in (*pronoun.head.children, pronoun.head) if c.tag_ in _NUMBERS or c.lower_ in _WERE), None)
    plural = verb is not None and (verb.tag_ == "VBP" or verb.lower_ == "were")
    if verb is not None and not plural and antecedent.tag_ == "NNS" and antecedent.head.lower_ == "of":
        above = antecedent.head.head
        return [above] if antecedent.dep_ == "pobj" and above.tag_ == "NN" else [antecedent]
    first = antecedent.head if antecedent.dep_ == "conj" else antecedent
    joined = list(conjuncts(first)) if plural and not is_plural(antecedent) else []
    return joined if antecedent in joined else [antecedent]


def _deed(pronoun: Token, antecedent: Token, *, search: Antecedents) -> bool:
    """ "talks with X that Y had opened": what is opened are the talks."""
    done = pronoun.dep_ in {"dobj", "nsubjpass"} and lemma(pronoun.head) in search.lexicon.opening
    return done and antecedent.dep_ == "pobj" and antecedent.head.lower_ in _AGAINST


def _just_named(pronoun: Token, search: Antecedents) -> list[Entity]:
    """ "X (ACR), whose leader": the name before the comma, where the parser tied the clause to another word."""
    near = pronoun.doc[max(pronoun.i - 3, pronoun.sent.start) : pronoun.i]
    before = [t for t in near if t.text not in {",", ")"}]
    span = search.annotated.name_at.get(before[-1].i) if before and pronoun.nbor(-1).text == "," else None
    placed = span is not None and pronoun.doc[max(span.start - 1, 0)].lower_ in _PLACING
    return [span.entity] if span is not None and not placed and not span.entity.place else []


def own_subject(reflexive: Token, *, search: Antecedents) -> list[Entity]:
    """ "calls himself the leader": the subject of the nearest verb."""
    verb = next(governing_clauses(reflexive), None)
    subject = subject_of(verb) if verb is not None else None
    while subject is None and verb is not None and verb.dep_ in {"acl", "relcl"}:
        subject = verb.head
    return search.entities(subject) if subject is not None and subject.i != reflexive.i else []


def beside(pronoun: Token, kind: Kind, *, search: Antecedents) -> list[Entity]:
    """ "X and its ally": an owner in the second of two phrases is the first."""
    noun = pronoun.head
    if noun.dep_ != "conj" or noun.head.i > pronoun.i or span_of(search.annotated, noun.head) is None:
        return []
    return [e for e in search.entities(noun.head) if e.kind == kind]


def reported(pronoun: Token, *, search: Antecedents) -> list[Entity]:
    """ "X fled, its spokesman said": the group that is the subject of what its own speaker says."""
    speaker = pronoun.head
    while speaker.dep_ in {"compound", "appos"}:
        speaker = speaker.head
    said = next((c for c in speaker.head.children if c.dep_ == "ccomp" and c.i < pronoun.i), None)
    subject = subject_of(said) if said is not None and speaker.dep_ == "nsubj" else None
    found = search.entities(subject) if subject is not None else []
    state = stately(pronoun, search.lexicon)
    return [e for e in found if e.kind == "group" and (state or not e.is_country)]


def stately(pronoun: Token, lexicon: Lexicon) -> bool:
    """ "its foreign minister", "its interior ministry": what only a country has."""
    return pronoun.tag_ == "PRP$" and any(child.lower_ in lexicon.portfolios for child in pronoun.head.lefts)


def governor(pronoun: Token, *, search: Antecedents) -> list[Entity]:
    """ "a Hamas official said his group": the subject of the clause above, named or not."""
    for verb in governing_clauses(pronoun):
        subject = subject_of(verb)
        if subject is not None and subject.i < pronoun.i and pronoun not in subject.subtree:
            people = [e for e in search.entities(subject) if e.kind == "person"]
            return people if len(people) == 1 and people[0] not in search.excluded(pronoun) else []
    return []


def set_off(pronoun: Token, *, search: Antecedents) -> list[Entity]:
    """ "X, under siege by its ally, fled": whose it is, is what the phrase between commas is said of."""
    for word in (pronoun.head, *pronoun.head.ancestors):
        if word.dep_ == "prep" and (span := span_of(search.annotated, word.head)) is not None:
            apart = span.end < word.i and pronoun.doc[span.end].text == ","
            return [span.entity] if apart and span.entity.kind == "group" and not span.entity.place else []
        if word.pos_ in {"VERB", "AUX"}:
            return []
    return []


def requited(pronoun: Token, *, search: Antecedents) -> list[Entity] | None:
    """ "lists X for its ties", "sanctions against X for its ties": X; None where there is no such thing."""
    preposition = pronoun.head.head
    if pronoun.head.dep_ != "pobj" or preposition.lower_ not in {"for", "over"}:
        return None
    above = preposition.head
    if above.pos_ == "VERB" and lemma(above) in search.lexicon.requiting:
        whom = [child for child in above.children if child.dep_ in {"dobj", "nsubjpass"}]
    else:
        nouns = [above, above.head.head, *(child for child in above.children if child.dep_ == "dobj")]
        measures = [noun for noun in nouns if lemma(noun) in search.lexicon.sentences]
        bearing = [*measures, above] if measures else []
        whom = [obj for word in bearing for obj in prepositional(word, _UPON)]
    return [e for noun in whom for e in search.entities(noun)] if whom else None


def helped(pronoun: Token, *, search: Antecedents) -> list[Entity]:
    """ "backs X in its war": whose war it is, is whom the verb of helping has for object."""
    preposition = pronoun.head.head
    verb = preposition.head
    if pronoun.head.dep_ != "pobj" or preposition.lower_ != "in" or lemma(verb) not in search.lexicon.backing:
        return []
    whom = (child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"})
    return [e for noun in whom for e in search.entities(noun) if e.kind == "group"]
