"""Polarity and modality that a verb above a statement brings: "denied", "failed to", "plans to", "severed"."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.annotate.phrases import determiner, lemma, subject_of
from graphbuilder.extract.clauses import infinitive, is_none, negated
from graphbuilder.extract.denials import called_untrue, denied, denies, untrue
from graphbuilder.extract.meaning import Meaning, Step
from graphbuilder.extract.polarity import words_at
from graphbuilder.lexicon import Lexicon

_OBJECTS = frozenset(["dobj", "nsubjpass"])
_COMPLEMENTS = frozenset(["xcomp", "ccomp"])
_DENIED = frozenset(["dobj", "nsubjpass", "ccomp", "xcomp", "pcomp"])
_SHARING = frozenset(["xcomp", "dobj", "attr", "acomp", "nsubjpass", "prep", "oprd"])


def ended(verb: Token, meaning: Meaning) -> None:
    """What a verb ends is over, unless it is not ended."""
    if not negated(verb):
        meaning.end()


def verb_above(step: Step, meaning: Meaning) -> None:
    """Read a verb above a statement."""
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
        if not _spliced(step):
            meaning.undo()
    elif step.word in lexicon.establish and negated(head):
        meaning.uncertain, meaning.in_scope = True, False
    elif _doubted(head, lexicon):
        meaning.uncertain = True
    elif step.word in lexicon.ending and step.dep == "xcomp":
        ended(head, meaning)
        meaning.in_scope = meaning.in_scope and not negated(head)
    else:
        _attitude(step, meaning)


def _spliced(step: Step) -> bool:
    """ "X has no ties to Y, that claim is a lie": a clause before another that has a subject of its own."""
    subjects = (c for c in step.head.children if c.dep_ in {"nsubj", "csubj"})
    return step.dep == "ccomp" and any(step.node.i < subject.left_edge.i for subject in subjects)


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
    elif step.dep in _OBJECTS and step.word in lexicon.affecting | lexicon.probing and determiner(step.node) != "any":
        meaning.uncertain |= step.word in lexicon.probing
        meaning.in_scope = False
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
