"""Polarity and modality that the word above a statement brings: what it denies, doubts, plans or ends."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.annotate.phrases import lemma, subject_of
from graphbuilder.extract.clauses import (
    CLAUSAL,
    NOMINAL,
    agent_of,
    infinitive,
    is_none,
    negated,
    passive_clause,
    phrase,
)
from graphbuilder.extract.meaning import Meaning, Reading, Step
from graphbuilder.extract.polarity import words_at
from graphbuilder.lexicon import Lexicon

_OBJECTS = frozenset(["dobj", "nsubjpass"])
_COMPLEMENTS = frozenset(["xcomp", "ccomp"])
_DENIED = frozenset(["dobj", "nsubjpass", "ccomp", "xcomp", "pcomp"])
_SHARING = frozenset(["xcomp", "dobj", "attr", "acomp", "nsubjpass", "prep", "oprd"])
_NO_ONE = frozenset(["one", "nobody", "none"])


def governed(step: Step, meaning: Meaning) -> None:
    """Read the upper word of a step by its part of speech."""
    pos = step.head.pos_
    if (step.dep == "prep" and pos not in {"NOUN", "PROPN"}) or pos == "ADP":
        _preposition(step, meaning)
    elif pos == "ADJ":
        _adjective(step, meaning)
    elif pos in NOMINAL:
        _noun(step, meaning)
    elif pos in CLAUSAL:
        _verb(step, meaning)


def denies(verb: Token, lexicon: Lexicon) -> bool:
    """A verb of denial, with or without particle."""
    return bool({lemma(verb), phrase(verb)} & lexicon.deny)


def ended(verb: Token, meaning: Meaning) -> None:
    """What a verb ends is over, unless it is not ended."""
    if not negated(verb):
        meaning.end()


def lacking(noun: Token, lexicon: Lexicon) -> bool:
    """ "a lack of", "no evidence": what the noun is followed by is not there."""
    return lemma(noun) in lexicon.privative or (lemma(noun) in lexicon.evidence and is_none(noun))


def untrue(verb: Token, lexicon: Lexicon) -> bool:
    """ "is false", "is not true", "does not exist": what the clause is about is denied."""
    said = {lemma(c) for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"}}
    turned = any(c.lower_ in lexicon.negators for c in verb.children if c.dep_ in {"neg", "advmod"})
    if said & lexicon.untrue:
        return not turned
    return turned and (lemma(verb) in lexicon.existing or bool(said & lexicon.truth))


def _preposition(step: Step, meaning: Meaning) -> None:
    head, lexicon = step.head, step.lexicon
    inside = step.dep in {"pobj", "pcomp"}
    if inside and head.lower_ == "without":
        meaning.negate(concord=False)
    elif inside and head.i > 0 and head.nbor(-1).lower_ in lexicon.instead:
        meaning.unreal = True
    elif step.dep == "prep" and step.node.lower_ == "of" and step.word in lexicon.acquit:
        meaning.negate(concord=False)
        meaning.in_scope = False
    if step.carried:
        words_at(head, meaning, lexicon=lexicon)


def _adjective(step: Step, meaning: Meaning) -> None:
    """ "ready to", "likely to"."""
    if step.dep in _COMPLEMENTS:
        meaning.uncertain |= step.word in step.lexicon.hedges
        meaning.status = "planned" if step.word in step.lexicon.planned_adjectives else meaning.status


def _noun(step: Step, meaning: Meaning) -> None:
    lexicon = step.lexicon
    if step.word in lexicon.charge:
        meaning.uncertain = True
        if meaning.speaker is None:
            meaning.said_by(next((c for c in step.head.children if c.dep_ == "poss"), None))
    elif step.dep == "acl" and infinitive(step.node):
        if meaning.status == "current" and step.word in lexicon.plans:
            meaning.status = "planned"
    elif step.dep == "prep" and step.word not in lexicon.evidence | lexicon.partitives | lexicon.privative:
        # "no change in their relations" takes the relations for granted.
        meaning.in_scope = False
    elif lacking(step.head, lexicon):
        meaning.negative = True


def _verb(step: Step, meaning: Meaning) -> None:
    if denies(step.head, step.lexicon) and (step.carried or step.dep in _DENIED):
        _denied(step, meaning)
    elif step.word in step.lexicon.ending and (step.carried or step.dep in _OBJECTS):
        ended(step.head, meaning)
    else:
        if step.dep in _COMPLEMENTS:
            _complement(step, meaning)
        if meaning.in_scope:
            _shared(step, meaning)


def _denied(step: Step, meaning: Meaning) -> None:
    """A denial, unless it is itself denied ("no one can deny") or left open ("neither confirmed nor denied")."""
    head, subject = step.head, subject_of(step.head)
    if head.dep_ == "conj" and lemma(head.head) in step.lexicon.noncommittal:
        meaning.unreal = True
        return
    meaning.in_scope = False
    if negated(head) or (subject is not None and (subject.lower_ in _NO_ONE or is_none(subject))):
        meaning.negative = False
        return
    if meaning.speaker is not None or (meaning.uncertain and not meaning.reported):
        meaning.extra.append(Reading("uncertain", meaning.status, meaning.speaker, meaning.reported))
    meaning.negative, meaning.uncertain = True, False
    meaning.said_by(agent_of(head) if passive_clause(head) else subject)


def _complement(step: Step, meaning: Meaning) -> None:
    """What a verb says of the clause below it."""
    head, lexicon = step.head, step.lexicon
    if _turns(head, lexicon):
        meaning.negate(concord=False)
    elif step.word in lexicon.establish and negated(head):
        meaning.uncertain, meaning.in_scope = True, False
    elif _scant(subject_of(head), lexicon):
        meaning.uncertain = True
    elif step.word in lexicon.ending and step.dep == "xcomp":
        ended(head, meaning)
        meaning.in_scope = meaning.in_scope and not negated(head)
    else:
        _attitude(step, meaning)


def _attitude(step: Step, meaning: Meaning) -> None:
    """Used to, planned, wished for or only seeming."""
    word, lexicon, to = step.word, step.lexicon, infinitive(step.node)
    wished = word in lexicon.unreal - lexicon.report and (to or step.dep == "ccomp")
    if word in lexicon.habitual and to and step.head.tag_ == "VBD":
        meaning.status = "ended"
    elif word in lexicon.plan and to:
        meaning.status = "planned"
    elif word in lexicon.lie or wished:
        meaning.unreal = True
    elif word in lexicon.hedging_verbs:
        meaning.uncertain = True


def _turns(verb: Token, lexicon: Lexicon) -> bool:
    """ "failed to", "has yet to", "it is false that"."""
    yet = lemma(verb) == "have" and any(child.lower_ == "yet" for child in verb.children)
    return lemma(verb) in lexicon.implicit_negation or yet or untrue(verb, lexicon)


def _scant(noun: Token | None, lexicon: Lexicon) -> bool:
    """ "little evidence"."""
    return (
        noun is not None and lemma(noun) in lexicon.evidence and any(c.lower_ in lexicon.scant for c in noun.children)
    )


def _shared(step: Step, meaning: Meaning) -> None:
    """The words at a governing verb that hold for the statement below it as well."""
    head, lexicon = step.head, step.lexicon
    clause = step.dep == "ccomp"
    if clause and step.word in lexicon.report:
        _unsaid(step, meaning)
    elif step.carried or step.dep in _SHARING or (clause and step.word in lexicon.hedging_verbs):
        words_at(head, meaning, lexicon=lexicon, concord=step.carried)


def _unsaid(step: Step, meaning: Meaning) -> None:
    """ "did not say that": nothing is claimed by the silent speaker, and the accused is cleared."""
    if negated(step.head):
        accusing = step.word in step.lexicon.accuse
        meaning.unreal = not accusing
        meaning.negative ^= accusing
