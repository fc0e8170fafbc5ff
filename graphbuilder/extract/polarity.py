"""Negation, modality and adverbs that stand with a word itself."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.annotate.phrases import SUBJECTS, lemma
from graphbuilder.extract.clauses import AUXILIARIES, is_none
from graphbuilder.extract.meaning import Meaning
from graphbuilder.lexicon import Lexicon

_NEGATING = frozenset(["neg", "det", "preconj", "predet", "advmod"])
_QUALIFYING = frozenset(["amod", "advmod", "compound", "nmod"])
_NOT_ONLY = frozenset(["only", "just", "merely"])
_NO_MORE = frozenset(["longer", "more"])


def words_at(token: Token, meaning: Meaning, *, lexicon: Lexicon, concord: bool = True) -> None:
    """Take in the words that depend on ``token``; ``concord`` as for ``Meaning.negate``."""
    for child in token.children:
        if _opening_nor(child) or _under_no(child, lexicon) or _never_for(child):
            meaning.negate(concord=concord)
        elif child.dep_ in _NEGATING and child.lower_ in lexicon.negators:
            negation(child, meaning, concord=concord)
        elif child.dep_ in AUXILIARIES:
            modal(child, meaning, lexicon=lexicon)
        elif _hedging(child, lexicon):
            meaning.uncertain = True
        elif _unrealised(child, lexicon):
            meaning.unreal = True
        elif child.dep_ == "amod" and child.lower_ in lexicon.prospective:
            meaning.status = "planned"
        elif _former(child, lexicon):
            meaning.status = "ended"
        elif child.dep_ == "advmod" and child.lower_ == "longer":
            meaning.status, meaning.negative = "ended", False
        elif child.dep_ in {*SUBJECTS, "advmod"} and is_none(child) and child.lower_ not in _NO_MORE:
            meaning.negate(concord=concord)


def negation(negator: Token, meaning: Meaning, *, concord: bool) -> None:
    """A "not" turns the statement, unless it says "no longer" or "not only"."""
    following = negator.doc[negator.i + 1].lower_ if negator.i + 1 < len(negator.doc) else ""
    beside = {t.lower_ for t in (*negator.children, negator.head)}
    if following == "longer" or beside & _NO_MORE:
        meaning.status = "ended"
    elif following not in _NOT_ONLY:
        meaning.negate(concord=concord)


def modal(auxiliary: Token, meaning: Meaning, *, lexicon: Lexicon) -> None:
    """An auxiliary may leave a statement open, unreal or planned; what "will continue" is there already."""
    word, verb = auxiliary.lower_, auxiliary.head
    if word in lexicon.doubtful_modals:
        meaning.uncertain = True
    elif word in lexicon.ability:
        meaning.unreal = True
    elif word in lexicon.unreal_modals:
        meaning.unreal = word not in lexicon.reported_futures or not _reported_future(verb, lexicon)
        meaning.status = "planned"
    elif word in lexicon.planned_modals and lemma(verb) not in lexicon.still:
        meaning.status = "planned"


def _opening_nor(word: Token) -> bool:
    """ "nor does it": a "nor" before the verb."""
    return word.dep_ == "cc" and word.lower_ == "nor" and word.i < word.head.i


def _never_for(child: Token) -> bool:
    """ "never for one day served": a "never" that the parser tied to the span before the verb."""
    before = child.dep_ == "prep" and child.i < child.head.i
    return before and any(c.dep_ == "neg" and c.lower_ == "never" for c in child.children)


def _under_no(child: Token, lexicon: Lexicon) -> bool:
    """ "under no circumstances", "at no time", beside the verb or its auxiliary."""
    near = [child, *(child.children if child.dep_ == "aux" else ())]
    return any(
        other.dep_ == "prep" and any(is_none(noun) and lemma(noun) in lexicon.no_way for noun in other.children)
        for other in near
    )


def _former(child: Token, lexicon: Lexicon) -> bool:
    """ "former", "once", but not "not once"."""
    words = lexicon.former | lexicon.former_adverbs
    parted = child.i > 1 and child.nbor(-1).text == "-" and f"{child.nbor(-2).lower_}-{child.lower_}" in words
    return child.dep_ in _QUALIFYING and (child.lower_ in words or parted) and not is_none(child)


def _unrealised(child: Token, lexicon: Lexicon) -> bool:
    """ "almost attacked", "a would-be member"."""
    would_be = child.dep_ == "nmod" and any(c.lower_ in lexicon.unreal_modals for c in child.children)
    return would_be or (child.dep_ == "advmod" and child.lower_ in lexicon.nearly)


def _hedging(child: Token, lexicon: Lexicon) -> bool:
    """ "allegedly", "suspected"."""
    if child.dep_ in {"conj", "acl", "relcl"}:
        return False
    return child.lower_ in lexicon.hedges or (child.dep_ in {"amod", "advmod"} and lemma(child) in lexicon.hedges)


def _reported_future(verb: Token, lexicon: Lexicon) -> bool:
    """ "said that it would": a plan as reported, not a hypothesis."""
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    if any(child.lower_ in lexicon.conditional for clause in clauses for child in clause.children):
        return False
    return verb.dep_ == "ccomp" and lemma(verb.head) in lexicon.report and verb.head.tag_ in {"VBD", "VBN"}
