"""Questions about a verb and its clause that need no word of any relation."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.annotate.phrases import SUBJECTS, lemma

CLAUSAL = frozenset(["VERB", "AUX"])
NOMINAL = frozenset(["NOUN", "PROPN", "PRON"])
AUXILIARIES = frozenset(["aux", "auxpass"])
_NO = frozenset(["no", "neither", "not"])
_NOBODY = frozenset(["nobody", "none", "neither", "nothing"])
_ONLY = frozenset(["only", "just", "merely", "all", "every"])


def phrase(verb: Token) -> str:
    """A verb with its particle: "rule out", "brush aside"."""
    behind = (c for c in verb.rights if c.i == verb.i + 1 and c.dep_ in {"prt", "advmod"})
    return " ".join([lemma(verb), *(c.lower_ for c in behind)])


def negated(verb: Token) -> bool:
    """A "not" or "no longer" stands with the verb."""
    return any(child.dep_ == "neg" or (child.lower_ == "longer" and negated(child)) for child in verb.children)


def is_none(noun: Token) -> bool:
    """ "no agreement", "not a single rifle", "nothing": the noun itself is said not to be there."""
    before = (child for child in noun.children if child.dep_ in {"det", "neg", "preconj"} and child.lower_ in _NO)
    counted = any(child.dep_ == "nummod" and negated(child) for child in noun.children)
    return noun.lower_ in _NOBODY or counted or any(child.nbor(1).lower_ not in _ONLY for child in before)


def infinitive(verb: Token) -> bool:
    """ "to support"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def own_subject(verb: Token) -> bool:
    """The clause has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def passive_clause(verb: Token) -> bool:
    """The clause has a passive auxiliary or subject; a bare participle is none."""
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)


def agent_of(verb: Token) -> Token | None:
    """The noun behind the "by" of a passive."""
    behind = (obj for child in verb.children if child.dep_ == "agent" for obj in child.children)
    return next((obj for obj in behind if obj.dep_ == "pobj"), None)


def new_clause(verb: Token) -> bool:
    """ "..., and they have rejected": a coordinated clause with a subject of its own behind a comma."""
    if verb.dep_ != "conj" or verb.pos_ not in CLAUSAL or not own_subject(verb):
        return False
    start = verb.left_edge.i
    return start > 1 and any(t.text == "," for t in verb.doc[start - 2 : start])


def parted(node: Token, head: Token) -> bool:
    """A semicolon stands between two words: two statements beside each other."""
    first, last = sorted((node.i, head.i))
    return any(t.text == ";" for t in node.doc[first:last])


def asked(token: Token) -> bool:
    """The sentence asks rather than states."""
    return any(t.text == "?" for t in token.sent[-3:])
