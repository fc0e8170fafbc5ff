"""The way from a statement up through the clauses above it, each of which may change how it is meant."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.annotate.phrases import SUBJECTS, determiner, lemma
from graphbuilder.extract.attitudes import ended, scant
from graphbuilder.extract.attribution import according_to, aside, attributed, charging, teller
from graphbuilder.extract.clauses import (
    AUXILIARIES,
    CLAUSAL,
    infinitive,
    is_none,
    negated,
    new_clause,
    own_subject,
    parted,
    phrase,
)
from graphbuilder.extract.denials import denies, false_noun, lacking, turn, untrue
from graphbuilder.extract.governors import governed
from graphbuilder.extract.meaning import Meaning, Step
from graphbuilder.extract.periods import is_over, leaves_office
from graphbuilder.extract.polarity import modal, negation, words_at
from graphbuilder.extract.predication import Predication
from graphbuilder.lexicon import Lexicon

_CLAUSE = frozenset(["ccomp", "xcomp", "advcl", "pcomp", "acl", "relcl", "conj", "acomp", "parataxis", "dep", "csubj"])
_SUBORDINATE = frozenset(["advcl", "ccomp", "csubj", "csubjpass", "pcomp", "dep"])
_NOMINAL = frozenset(
    ["pobj", "prep", "dobj", "attr", "oprd", "nsubj", "nsubjpass", "appos", "compound", "nmod", "amod", "poss", "conj"]
)


def climb(predication: Predication, meaning: Meaning, *, lexicon: Lexicon, quoted: bool) -> None:
    """Read all that stands above a predication into ``meaning``; in a quotation a new clause is the speaker's own."""
    token = node = predication.token
    words_at(token, meaning, lexicon=lexicon)
    meaning.unreal |= _conditioned(token, lexicon)
    held = predication.carrier if predication.carrier is not None and meaning.in_scope else token
    if meaning.status == "current" and not meaning.negative and is_over(held, lexicon):
        meaning.status = "ended"
    if _inverted_nor(token):
        meaning.negate(concord=True)
    if token.pos_ == "VERB" and any(is_none(c) for c in token.children if c.dep_ in {"dobj", "attr"}):
        meaning.negative = True
    if predication.carrier is not None and any(map(is_none, _shares(predication.carrier, lexicon))):
        meaning.negative = True
    while node.dep_ != "ROOT" and not meaning.unreal and not parted(node, node.head):
        if quoted and new_clause(node):
            break
        carried = predication.carrier is not None and node.head.i == predication.carrier.i
        head = charging(node, lexicon) or node.head
        _step(Step(node, head, lexicon, carried), meaning)
        node = head
    meaning.unreal |= node.dep_ == "ROOT" and not _marks(node).isdisjoint(lexicon.conditional - lexicon.unreal_modals)
    if predication.carrier is not None and leaves_office(token, predication.carrier, lexicon=lexicon):
        # Who is to resign, or will not, is still in office.
        meaning.status = "current" if meaning.negative or meaning.unreal or meaning.status == "planned" else "ended"
        meaning.negative = meaning.unreal = False
    if not meaning.reported:
        _said_beside(token, meaning, lexicon=lexicon)


def _conditioned(token: Token, lexicon: Lexicon) -> bool:
    """ "If X attacks, Y will": what will be only if something else is."""
    verb = token if token.pos_ == "VERB" else token.head
    ahead = _marks(verb) & (lexicon.planned_modals | lexicon.doubtful_modals)
    clauses = (c for c in verb.children if c.dep_ == "advcl" and c.i < verb.i)
    return bool(ahead) and any(_marks(clause) & {"if", "unless"} for clause in clauses)


def _inverted_nor(token: Token) -> bool:
    """ "..., nor did it fund"."""
    first = token.left_edge
    return token.dep_ == "conj" and own_subject(token) and first.i > 0 and first.nbor(-1).lower_ == "nor"


def _said_beside(token: Token, meaning: Meaning, *, lexicon: Lexicon) -> None:
    """Who vouches for the whole sentence: "according to", "..., officials believe"."""
    verb = aside(token, lexicon)
    speaker = according_to(token) or (teller(verb, lexicon) if verb is not None else None)
    if speaker is not None:
        meaning.uncertain |= meaning.in_scope and verb is not None and lemma(verb) in lexicon.accuse
        meaning.said_by(speaker)


def _shares(verb: Token, lexicon: Lexicon) -> list[Token]:
    """ "had no hand in the attack": what a verb says that its subject has in a deed."""
    return [child for child in verb.children if child.dep_ == "dobj" and lemma(child) in lexicon.shares]


def _step(step: Step, meaning: Meaning) -> None:
    if _supposed(step) or (not (meaning.in_scope or meaning.given) and _denied_around(step)):
        meaning.unreal = True
    elif step.dep in {"relcl", "acl"} and meaning.in_scope and _unfounded(step.head, step.lexicon):
        meaning.negative, meaning.in_scope = True, False
    elif step.dep in {"relcl", "acl"} and (
        scant(step.head, step.lexicon) or (step.head.lower_ in step.lexicon.scant and infinitive(step.node))
    ):
        meaning.uncertain = True
    else:
        _upward(step, meaning)


def _upward(step: Step, meaning: Meaning) -> None:
    meaning.in_scope = meaning.in_scope and not _given(step)
    if step.dep in {*SUBJECTS, "csubj"} and not step.carried:
        _as_subject(step, meaning)
        meaning.in_scope = False
    if step.dep == "conj" and step.node.pos_ in CLAUSAL:
        _coordinated(step, meaning)
        return
    if meaning.in_scope:
        meaning.negative |= step.dep == "conj" and any(c.lower_ == "nor" for c in step.head.children)
        governed(step, meaning)
    if not meaning.in_scope or step.dep in _CLAUSE | _NOMINAL:
        attributed(step, meaning)
    if meaning.in_scope and meaning.said and any(c.lower_ in step.lexicon.falsely for c in step.head.children):
        turn(meaning)
        meaning.in_scope = False


def _supposed(step: Step) -> bool:
    """ "if", "unless", "had it funded": a condition rather than a statement."""
    node, lexicon = step.node, step.lexicon
    if step.dep == "relcl":
        return step.word in lexicon.contingency and step.head.dep_ == "pobj"
    if step.dep not in _SUBORDINATE:
        return False
    if step.dep == "ccomp" and _marks(step.head) & lexicon.unreal_modals:
        # "if true, they would indicate that"
        return any(_marks(c) & lexicon.conditional - lexicon.unreal_modals for c in step.head.children)
    if step.dep == "advcl" and infinitive(node):
        # "gave them thirty days to merge"
        return any(c.dep_ == "dobj" and lemma(c) in lexicon.wishes for c in step.head.children)
    marks = _marks(node) | {step.head.lower_}
    first = node.left_edge
    inverted = step.dep == "advcl" and first.lower_ in lexicon.inverted and first.dep_ in {"aux", "advcl"}
    return inverted or bool(marks & lexicon.conditional)


def _marks(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ in {"mark", "aux"}}


def _unfounded(noun: Token, lexicon: Lexicon) -> bool:
    """ "no evidence that", "a lie that"."""
    return lacking(noun, lexicon) or false_noun(noun, lexicon)


def _denied_around(step: Step) -> bool:
    """A denial of something else that the statement is only mentioned in."""
    return step.dep in _CLAUSE | {"dobj", "prep"} and denies(step.head, step.lexicon)


def _given(step: Step) -> bool:
    """Said by the way, so that what is said of the upper word does not touch it: relative clauses, attributes."""
    node, dep = step.node, step.dep
    reduced = dep == "acl" and node.tag_ in {"VBN", "VBG"} and not own_subject(node)
    of_charge = dep == "relcl" and step.word in step.lexicon.charge | step.lexicon.evidence
    open_infinitive = dep == "relcl" and infinitive(node) and not own_subject(node)
    return (
        reduced
        or (dep in {"relcl", "appos"} and not of_charge and not open_infinitive and not _cleft(step.head))
        or (dep == "amod" and not step.carried)
    )


def _cleft(noun: Token) -> bool:
    """ "it was X who": what the clause behind says is what the sentence says."""
    return noun.dep_ == "attr" and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in noun.head.children)


def _as_subject(step: Step, meaning: Meaning) -> None:
    """ "Funding has ended", "shipments have reportedly resumed": what a verb says of a tie as its subject."""
    head, lexicon = step.head, step.lexicon
    if not meaning.in_scope or step.node.pos_ not in {"NOUN", "VERB"}:
        return
    if _hypothetical(step):
        meaning.unreal = True
    elif untrue(head, lexicon):
        turn(meaning)
    elif _unproven(head, lexicon):
        meaning.uncertain = True
    over = {lemma(head), phrase(head)} & lexicon.ending and phrase(head) not in lexicon.beginning
    if over and not any(c.dep_ == "dobj" for c in head.children):
        meaning.unreal |= meaning.status == "planned"
        ended(head, meaning)


def _unproven(verb: Token, lexicon: Lexicon) -> bool:
    """ "has never been proven", "is unlikely", "was blamed on X"."""
    words = lexicon.hedges | lexicon.doubtful
    hedged = any(c.lower_ in words for c in verb.children if c.dep_ in {"advmod", "acomp"})
    hedged = hedged or (lemma(verb) in lexicon.attributing and any(c.dep_ == "nsubjpass" for c in verb.children))
    return hedged or (lemma(verb) in lexicon.establish and negated(verb))


def _hypothetical(step: Step) -> bool:
    """ "an attack on it would", "any attack on it": nothing that happened."""
    article = determiner(step.node)
    supposed = any(c.dep_ == "aux" and c.lower_ in step.lexicon.unreal_modals for c in step.head.children)
    return article == "any" or (article in {"a", "an", "another"} and supposed)


def _coordinated(step: Step, meaning: Meaning) -> None:
    """A second verb shares modals, and negation only behind "or" and "nor"."""
    node, head = step.node, step.head
    if own_subject(node) or not meaning.in_scope:
        return
    around = [*head.children, *node.children]
    if any(c.lower_ == "nor" for c in around) and _opening_negator(head, step.lexicon):
        meaning.negative = True
    alternative = any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in around)
    own_modal = any(c.dep_ in AUXILIARIES for c in node.children)
    for child in head.children:
        if child.dep_ in AUXILIARIES and not own_modal:
            modal(child, meaning, lexicon=step.lexicon)
        elif child.dep_ == "neg" and alternative:
            negation(child, meaning, concord=False)


def _opening_negator(verb: Token, lexicon: Lexicon) -> bool:
    """ "neither", "not only", "never" before the first of two verbs."""
    return any(c.lower_ in lexicon.negators for c in verb.children if c.dep_ in {"preconj", "cc", "advmod"})
