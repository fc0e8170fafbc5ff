"""Whether a statement is asserted, denied or doubted, whether it still holds, and whose word it is.

The reading starts at the trigger and climbs the clauses above it; each step may turn polarity, weaken it, end or plan
the tie, name the one who says so, or show that nothing is claimed at all.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from graphbuilder.annotate.phrases import determiner
from graphbuilder.extract.clauses import asked
from graphbuilder.extract.climb import climb
from graphbuilder.extract.meaning import Meaning, Reading
from graphbuilder.extract.predication import Predication
from graphbuilder.extract.rebuttals import rebutted
from graphbuilder.lexicon import Lexicon

__all__ = ["Reading", "readings"]


def readings(
    predication: Predication,
    *,
    lexicon: Lexicon,
    title: bool = False,
    quoted: bool = False,
    arguments: Iterable[Token] = (),
) -> list[Reading]:
    """How a statement is meant, once for each stance it is given; empty where nothing is claimed.

    A ``title`` ("the al-Qaeda leader's killing") is given by the way: what is denied around it does not touch it. In
    a ``quoted`` sentence a new clause behind "and" is the speaker's own again. Nobody asserts "any link".
    """
    if asked(predication.token):
        return []
    meaning = Meaning(in_scope=not title, given=title)
    climb(predication, meaning, lexicon=lexicon, quoted=quoted)
    if meaning.unreal:
        return []
    if meaning.negative and meaning.ended_by_verb:
        # "has not severed its ties": the ties are there.
        meaning.negative, meaning.status = False, "current"
    meaning.negative |= any(map(_left_out, arguments))
    if meaning.stance == "asserted" and determiner(predication.token) == "any":
        # "unlike any ally of Iran", "before any deal": not said to be there.
        return []
    own = Reading(meaning.stance, meaning.status, meaning.speaker, meaning.reported)
    answers = [] if title else rebutted(predication.token, own, lexicon=lexicon)
    return [own, *meaning.extra, *answers]


def _left_out(argument: Token) -> bool:
    """ "belongs to neither X nor Y", "worked for X, not for Y": the argument itself is negated."""
    top = argument
    while top.dep_ in {"conj", "compound", "nmod"} and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    if any(child.lower_ in {"neither", "nor"} and child.dep_ in {"preconj", "det", "cc"} for child in top.children):
        return True
    before = top.doc[max(0, top.head.i - 2) : top.head.i]
    return top.dep_ == "pobj" and [t.lower_ for t in before] == [",", "not"]
