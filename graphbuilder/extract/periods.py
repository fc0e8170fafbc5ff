"""Whether words beside a statement say that it held for a time that is over: "until 2009", "once the emir of"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from graphbuilder.annotate.phrases import lemma
from graphbuilder.extract.clauses import negated, passive_clause, phrase
from graphbuilder.lexicon import Lexicon

_UNTIL = frozenset(["until", "till"])
_MARKS = frozenset([",", "(", ";", "-", "–", "—", ".", ":"])
_REACH = 6
_SINCE = frozenset(["by", "since"])


def is_over(token: Token, lexicon: Lexicon) -> bool:
    """The statement at ``token`` held until some time, or at a time past."""
    if token.pos_ in {"VERB", "AUX"}:
        return token.tag_ in {"VBD", "VBN"} and not negated(token) and _ends(token, lexicon)
    before = _ex(token) or _of_old(token, lexicon) or _once(token, lexicon)
    return before or _until_behind(token, lexicon) or _ends(token.head, lexicon, copula=token)


def _ex(role: Token) -> bool:
    """ "ex-Hamas commander": former, where the name stands between."""
    parts = takewhile(lambda t: t.text == "-" or t.pos_ in {"NOUN", "PROPN", "ADJ", "X"}, _backward(role))
    return any(t.lower_ == "ex" for t in parts)


def _of_old(name: Token, lexicon: Lexicon) -> bool:
    """ "X, formerly of the group"."""
    of = (c for c in name.children if c.dep_ == "prep" and c.lower_ == "of") if name.pos_ == "PROPN" else ()
    return any(child.lower_ in lexicon.former_adverbs for preposition in of for child in preposition.children)


def _backward(token: Token) -> Iterator[Token]:
    return (token.nbor(-n) for n in range(1, min(_REACH, token.i) + 1))


def leaves_office(role: Token, verb: Token, *, lexicon: Lexicon) -> bool:
    """ "resigned as head of", "was replaced as", but not "replaced X as", which tells who came after."""
    behind = role.dep_ == "pobj" and role.head.lower_ == "as"
    words = {lemma(verb), phrase(verb)}
    return behind and bool(words & lexicon.leaving or (words & lexicon.succeeding and passive_clause(verb)))


def _ends(verb: Token, lexicon: Lexicon, *, copula: Token | None = None) -> bool:
    """ "until" with a date or clause, or "then" and "at the time" beside a state, depend on the verb."""
    if copula is not None and not (verb.pos_ == "AUX" and verb.tag_ == "VBD" and copula.dep_ == "attr"):
        return False
    state = copula is not None or any(c.dep_ == "auxpass" for c in verb.children)
    return any(_until(c, lexicon) or (state and _then(c)) for c in verb.children)


def _until(child: Token, lexicon: Lexicon) -> bool:
    if child.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in _UNTIL for c in child.children)
    hours = (obj for obj in child.children if lemma(obj) in lexicon.hours)
    apart = child.i < child.head.i and child.i > 0 and child.nbor(-1).text == ","
    return child.dep_ == "prep" and child.lower_ in _UNTIL and not apart and next(hours, None) is None


def _then(child: Token) -> bool:
    """ "then", "at that time"."""
    if child.dep_ == "advmod":
        return child.lower_ == "then" and (child.i == 0 or child.nbor(-1).lower_ not in _SINCE)
    return child.lower_ == "at" and any(obj.lower_ == "time" and obj.n_lefts == 1 for obj in child.children)


def _once(noun: Token, lexicon: Lexicon) -> bool:
    """ "once the emir of", "until last month a commander in", "formerly of"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in lexicon.former_adverbs:
        return True
    before = list(_opening(noun))
    if any(t.pos_ in {"VERB", "AUX"} for t in before):
        return False
    words = lexicon.former_adverbs | {"then"}
    return bool(before) and (before[-1].lower_ in _UNTIL or any(t.lower_ in words for t in before[:1]))


def _opening(noun: Token) -> Iterator[Token]:
    """The words between the comma before an apposition and the apposition, from right to left."""
    first = noun.head if noun.dep_ == "pobj" else min([noun, *noun.lefts], key=lambda t: t.i)
    behind = (first.nbor(-n) for n in range(1, min(_REACH, first.i) + 1))
    return takewhile(lambda t: t.text not in _MARKS, behind)


def _until_behind(noun: Token, lexicon: Lexicon) -> bool:
    """ "a captain until he surrendered"."""
    behind = noun.doc[noun.i + 1 : noun.sent.end]
    near = takewhile(lambda t: t.text not in _MARKS and t.pos_ not in {"VERB", "AUX"}, behind)
    return noun.dep_ == "appos" and any(
        t.lower_ in _UNTIL and lemma(t.nbor(1)) not in lexicon.hours for t in near if t.i + 1 < len(noun.doc)
    )
