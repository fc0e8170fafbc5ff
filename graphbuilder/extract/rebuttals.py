"""Who denies what somebody else has said, later in the sentence or in the next one: "..., which Iran denies"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.annotate.phrases import SUBJECTS, lemma
from graphbuilder.extract.clauses import CLAUSAL, negated
from graphbuilder.extract.denials import called_untrue, denies, untrue
from graphbuilder.extract.meaning import Reading
from graphbuilder.lexicon import Lexicon

_POINTING = frozenset(["it", "this", "that", "which", "these"])
_WIDER = frozenset(["acl", "relcl", "prep", "ccomp"])


def rebutted(token: Token, reading: Reading, *, lexicon: Lexicon) -> list[Reading]:
    """The denial that what somebody is said to have done, or a charge, meets at once."""
    if reading.stance == "denied" or not (reading.reported or reading.stance == "uncertain"):
        return []
    for verb in [*_later(token), *_next_sentence(token)]:
        denier = next((c for c in verb.children if c.dep_ == "nsubj" and c.i != _object(verb, lexicon)), None)
        if denier is not None and denier != reading.speaker and _rebuts(verb, lexicon):
            return [Reading("denied", reading.status, denier, reported=True, where=verb)]
    return []


def _later(token: Token) -> Iterator[Token]:
    return (other for other in token.sent if other.i > token.i and other.pos_ in CLAUSAL)


def _next_sentence(token: Token) -> list[Token]:
    """The main verb of the sentence behind, in the same paragraph."""
    doc, end = token.doc, token.sent.end
    if end >= len(doc) or "\n" in doc[end - 1].text + doc[end].text:
        return []
    return [doc[end].sent.root]


def _rebuts(verb: Token, lexicon: Lexicon) -> bool:
    if negated(verb) or lemma(verb.head) in lexicon.noncommittal:
        return False
    if denies(verb, lexicon) or called_untrue(verb, lexicon):
        return _object(verb, lexicon) is not None or _of_charge(verb, lexicon)
    said = (c for c in verb.children if c.dep_ == "ccomp" and lemma(verb) in lexicon.report)
    return any(untrue(clause, lexicon) and _about_it(clause, lexicon) for clause in said)


def _object(verb: Token, lexicon: Lexicon) -> int | None:
    """The position of the "it" or "the charge" that a verb denies."""
    first = next((c for c in verb.children if c.dep_ == "dobj" and _points_back(c, lexicon)), None)
    return None if first is None else first.i


def _about_it(clause: Token, lexicon: Lexicon) -> bool:
    return any(c.dep_ in SUBJECTS and _points_back(c, lexicon) for c in clause.children)


def _of_charge(verb: Token, lexicon: Lexicon) -> bool:
    """ "a charge that it denies", "something it denies"."""
    return verb.dep_ == "relcl" and (lemma(verb.head) in lexicon.charge or verb.head.lower_ == "something")


def _points_back(noun: Token, lexicon: Lexicon) -> bool:
    """A pronoun, or a charge that is not told anew."""
    if noun.lower_ in _POINTING or noun.tag_ == "WDT":
        return True
    told = any(c.dep_ in _WIDER and c.i > noun.i for c in noun.children)
    return lemma(noun) in lexicon.charge and not told and any(c.dep_ in {"det", "poss"} for c in noun.children)
