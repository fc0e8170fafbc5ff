"""Polarity and modality that the word above a statement brings: what it denies, doubts, plans or ends."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.annotate.phrases import lemma, subject_of
from graphbuilder.extract.clauses import (
    CLAUSAL,
    NOMINAL,
    infinitive,
    is_none,
    negated,
    passive_clause,
)
from graphbuilder.extract.denials import called_untrue, denied, denied_with, denies, innocent, lacking, turn, untrue
from graphbuilder.extract.meaning import Meaning, Step
from graphbuilder.extract.polarity import words_at
from graphbuilder.lexicon import Lexicon

_OBJECTS = frozenset(["dobj", "nsubjpass"])
_COMPLEMENTS = frozenset(["xcomp", "ccomp"])
_DENIED = frozenset(["dobj", "nsubjpass", "ccomp", "xcomp", "pcomp"])
_SHARING = frozenset(["xcomp", "dobj", "attr", "acomp", "nsubjpass", "prep", "oprd"])
_AGAINST = frozenset(["from", "against"])


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


def ended(verb: Token, meaning: Meaning) -> None:
    """What a verb ends is over, unless it is not ended."""
    if not negated(verb):
        meaning.end()


def _preposition(step: Step, meaning: Meaning) -> None:
    head, lexicon = step.head, step.lexicon
    if step.dep in {"pobj", "pcomp"}:
        _behind_preposition(step, meaning)
    elif step.dep == "prep" and step.node.lower_ == "of" and step.word in lexicon.acquit:
        meaning.negate(concord=False)
        meaning.in_scope = False
    elif step.dep == "prep" and (plea := innocent(head, lexicon)) is not None:
        meaning.uncertain = True
        turn(meaning)
        meaning.said_by(None if passive_clause(plea) else subject_of(plea))
        meaning.in_scope = False
    elif step.dep == "prep" and denied_with(step.node, lexicon):
        denied(step, meaning)
    elif step.dep == "prep" and step.word in lexicon.devoid:
        _undone(meaning)
    elif step.dep == "prep":
        _hindered(step, meaning)
    if step.carried:
        words_at(head, meaning, lexicon=lexicon)


def _behind_preposition(step: Step, meaning: Meaning) -> None:
    """ "without", "instead of", "far from"."""
    head, lexicon = step.head, step.lexicon
    before = head.nbor(-1).lower_ if head.i > 0 else ""
    if head.lower_ == "without" and lemma(step.node) in lexicon.factive:
        meaning.in_scope = False
    elif head.lower_ == "without" or f"{before} {head.lower_}" in lexicon.implicit_negation:
        _undone(meaning)
    elif before in lexicon.instead:
        meaning.unreal = True


def _hindered(step: Step, meaning: Meaning) -> None:
    """ "refrained from", "balked at"; "was prevented from", "posed as" and "saw no way in" say nothing."""
    preposition, lexicon = step.node.lower_, step.lexicon
    if (preposition == "as" and step.word in lexicon.lie) or any(
        is_none(c) for c in step.head.children if c.dep_ == "dobj"
    ):
        meaning.unreal = True
    elif f"{step.word} {preposition}" in lexicon.implicit_negation:
        _undone(meaning)
    elif preposition in _AGAINST and step.word in lexicon.unreal | lexicon.ending:
        meaning.unreal = any(child.dep_ == "pcomp" for child in step.node.children)


def _undone(meaning: Meaning) -> None:
    """What was not done is denied; what was not even said is no claim."""
    if meaning.said:
        meaning.unreal = True
    else:
        meaning.negate(concord=False)


def _adjective(step: Step, meaning: Meaning) -> None:
    """ "ready to", "likely to"; who is unable, or too weak, may yet have done it, or not."""
    if step.dep in _COMPLEMENTS:
        too = any(child.lower_ == "too" for child in step.head.children)
        meaning.unreal |= step.dep == "xcomp" and (too or step.word in step.lexicon.unable)
        meaning.uncertain |= step.word in step.lexicon.hedges
        meaning.status = "planned" if step.word in step.lexicon.planned_adjectives else meaning.status


def _noun(step: Step, meaning: Meaning) -> None:
    lexicon = step.lexicon
    if step.word in lexicon.charge and is_none(step.head):
        meaning.negative, meaning.uncertain = True, False
    elif step.word in lexicon.charge:
        meaning.uncertain = True
        if meaning.speaker is None:
            meaning.said_by(_claimant(step.head))
    elif lacking(step.head, lexicon):
        turn(meaning)
    elif meaning.said and is_none(step.head):
        # "no reason to think that"
        meaning.negative = True
    elif step.word in lexicon.plans | lexicon.wishes and _aimed(step.node) and not meaning.said:
        _intended(step, meaning)
    elif step.dep == "prep" and step.word not in lexicon.evidence | lexicon.partitives | lexicon.privative:
        # "no change in their relations" takes the relations for granted.
        meaning.in_scope = False


def _claimant(charge: Token) -> Token | None:
    """ "Israel's claim", "claims by Israel", "the Israeli claim", which stands for who makes it."""
    by = (obj for child in charge.children if child.dep_ == "prep" and child.lower_ == "by" for obj in child.children)
    owner = next((c for c in charge.children if c.dep_ == "poss"), None) or next(by, None)
    named = any(c.dep_ in {"amod", "compound"} and c.text[0].isupper() and c.tag_ != "VBN" for c in charge.lefts)
    return owner or (charge if named and not charge.left_edge.is_sent_start else None)


def _intended(step: Step, meaning: Meaning) -> None:
    """ "a decision to merge", "no plans to merge", "an interest in funding"."""
    if lemma(step.node) in step.lexicon.still:
        meaning.in_scope = False
    elif step.word in step.lexicon.wishes:
        meaning.unreal = True
    elif meaning.status == "current":
        meaning.status = "planned"
        meaning.negative |= is_none(step.head)


def _aimed(node: Token) -> bool:
    """An infinitive, or a gerund behind a preposition."""
    gerund = any(child.dep_ == "pcomp" for child in node.children)
    return gerund or node.lower_ == "for" or (node.dep_ in {"acl", "relcl"} and infinitive(node))


def _verb(step: Step, meaning: Meaning) -> None:
    untrue_object = step.dep in _OBJECTS and called_untrue(step.head, step.lexicon)
    if untrue_object or (denies(step.head, step.lexicon) and (step.carried or step.dep in _DENIED)):
        denied(step, meaning)
    elif step.carried and step.word in step.lexicon.implicit_negation:
        meaning.negate(concord=False)
    elif step.dep in _OBJECTS and step.word in step.lexicon.implicit_negation and meaning.status == "planned":
        # "refused an offer to negotiate"
        meaning.negate(concord=False)
        meaning.status = "current"
    elif step.word in step.lexicon.ending and (step.carried or step.dep in _OBJECTS):
        ended(step.head, meaning)
    else:
        if step.dep in _COMPLEMENTS:
            _complement(step, meaning)
        if meaning.in_scope:
            _shared(step, meaning)


def _complement(step: Step, meaning: Meaning) -> None:
    """What a verb says of the clause below it."""
    head, lexicon = step.head, step.lexicon
    if step.dep == "xcomp" and any(c.dep_ == "attr" and is_none(c) for c in head.children):
        # "there is nothing in it to show that"
        meaning.negative = True
    elif _turns(head, lexicon):
        _undone(meaning)
    elif step.word in lexicon.establish and negated(head):
        meaning.uncertain, meaning.in_scope = True, False
    elif _doubted(head, lexicon):
        meaning.uncertain = True
    elif step.word in lexicon.ending and step.dep == "xcomp":
        ended(head, meaning)
        meaning.in_scope = meaning.in_scope and not negated(head)
    else:
        _attitude(step, meaning)


def _attitude(step: Step, meaning: Meaning) -> None:
    """Used to, planned, wished for or only seeming."""
    word, lexicon, to = step.word, step.lexicon, infinitive(step.node)
    wished = word in lexicon.unreal - lexicon.report and (to or step.dep == "ccomp" or step.node.tag_ == "VBG")
    if word in lexicon.habitual and to and step.head.tag_ == "VBD":
        meaning.status = "ended"
    elif to and (word in lexicon.plan or _destined(step.head)):
        meaning.status = "planned"
    elif word in lexicon.lie or wished:
        meaning.unreal = True
    elif word in lexicon.hedging_verbs:
        meaning.uncertain = True


def _destined(verb: Token) -> bool:
    """ "is to lead"."""
    said = any(child.dep_ in {"acomp", "attr"} for child in verb.children)
    return verb.lemma_ == "be" and verb.tag_ != "VB" and not said


def _turns(verb: Token, lexicon: Lexicon) -> bool:
    """ "failed to", "has yet to", "it is false that"."""
    yet = lemma(verb) == "have" and any(child.lower_ == "yet" for child in verb.children)
    return lemma(verb) in lexicon.implicit_negation or yet or untrue(verb, lexicon)


def _doubted(verb: Token, lexicon: Lexicon) -> bool:
    """ "little evidence shows", "rumour has it", "it is possible"."""
    noun = subject_of(verb)
    open_ = lexicon.hedges | lexicon.doubtful
    possible = any(c.dep_ in {"acomp", "attr"} and lemma(c) in open_ for c in verb.children)
    rumours = lexicon.charge | lexicon.doubtful
    rumoured = noun is not None and lemma(noun) in rumours and lemma(verb) not in lexicon.report
    return possible or rumoured or (noun is not None and scant(noun, lexicon))


def scant(noun: Token, lexicon: Lexicon) -> bool:
    """ "little evidence"."""
    return lemma(noun) in lexicon.evidence and any(c.lower_ in lexicon.scant for c in noun.children)


def _shared(step: Step, meaning: Meaning) -> None:
    """The words at a governing verb that hold for the statement below it as well."""
    head, lexicon = step.head, step.lexicon
    clause = step.dep == "ccomp"
    if clause and step.word in lexicon.report:
        _unsaid(step, meaning)
    elif step.carried and step.word in lexicon.conceal:
        return
    elif step.carried or step.dep in _SHARING or (clause and _auxiliary(step)):
        words_at(head, meaning, lexicon=lexicon, concord=step.carried)


def _auxiliary(step: Step) -> bool:
    """ "appears", "makes them allies", or a "had" that the parser took for a verb of its own."""
    small = step.node.pos_ == "NOUN"
    return small or step.word in step.lexicon.hedging_verbs or (step.word == "have" and step.node.tag_ == "VBN")


def _unsaid(step: Step, meaning: Meaning) -> None:
    """ "did not say that": nothing is claimed by the silent speaker, and the accused is cleared."""
    subject = subject_of(step.head)
    if step.word in step.lexicon.factive or not (negated(step.head) or (subject is not None and is_none(subject))):
        return
    cleared = step.word in step.lexicon.accuse or (subject is not None and subject.lower_ == "nothing")
    meaning.unreal = not cleared
    meaning.negative ^= cleared
