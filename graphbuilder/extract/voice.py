"""Whether a verb is passive, where the parser says so and where only its place and what stands with it do."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.extract.clauses import own_subject
from graphbuilder.extract.slots import agents

_PAST = frozenset(["VBN", "VBD"])


def is_passive(token: Token) -> bool:
    """Passive, or a participle that stands behind or before the noun it is said of."""
    if any(child.dep_ in {"nsubjpass", "auxpass", "agent"} for child in token.children) or retains_object(token):
        return True
    if token.tag_ not in _PAST or (token.dep_ != "amod" and any(child.dep_ == "dobj" for child in token.children)):
        return False
    coordinated = token.dep_ == "conj" and token.head.pos_ == "VERB" and (token.tag_ == "VBN" or _then_passive(token))
    return token.dep_ in {"acl", "amod"} or (coordinated and is_passive(token.head))


def retains_object(participle: Token) -> bool:
    """ "X, considered a terrorist group by Y": a participle with an object behind which its agent stands."""
    if participle.tag_ not in _PAST:
        return False
    reduced = participle.tag_ == "VBN" and participle.dep_ in {"acl", "advcl"} and not own_subject(participle)
    before = participle.doc[max(participle.i - 2, 0) : participle.i]
    behind_comma = [t.dep_ for t in before] == ["nsubj", "punct"] and before[1].text == ","
    return (reduced or behind_comma) and any(
        by.lower_ == "by" for c in participle.children if c.dep_ == "dobj" for by in c.children
    )


def _then_passive(token: Token) -> bool:
    """ "trained, armed and paid by X": a participle between two others that the tagger took for a past."""
    return any(c.dep_ == "conj" and any(by.dep_ == "agent" for by in c.children) for c in token.children)


def lacks_auxiliary(token: Token) -> bool:
    """ "Commander killed by X": a passive without its auxiliary."""
    return (
        token.tag_ == "VBN" and {c.dep_ for c in token.children}.isdisjoint({"aux", "auxpass"}) and any(agents(token))
    )
