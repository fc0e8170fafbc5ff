"""Polarity and modality that the word above a statement brings: what it denies, doubts, plans or ends."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.annotate.phrases import lemma, subject_of
from graphbuilder.extract.attitudes import verb_above
from graphbuilder.extract.clauses import (
    CLAUSAL,
    NOMINAL,
    infinitive,
    is_none,
    passive_clause,
)
from graphbuilder.extract.denials import denied, denied_with, innocent, lacking, turn
from graphbuilder.extract.meaning import Meaning, Step
from graphbuilder.extract.polarity import words_at
from graphbuilder.lexicon import Lexicon

_COMPLEMENTS = frozenset(["xcomp", "ccomp"])
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
        verb_above(step, meaning)


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
        meaning.undo()
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
        meaning.undo()
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
        meaning.undo()
    elif preposition in _AGAINST and step.word in lexicon.unreal | lexicon.ending:
        meaning.unreal = any(child.dep_ == "pcomp" for child in step.node.children)


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
            meaning.said_by(_claimant(step.head, lexicon))
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


def _claimant(charge: Token, lexicon: Lexicon) -> Token | None:
    """ "Israel's claim", "claims by Israel", "countered with claims", "the Israeli claim": who makes it."""
    verb = charge.head.head
    if charge.dep_ == "pobj" and charge.head.lower_ == "with" and lemma(verb) in lexicon.report:
        return subject_of(verb)
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
