"""What stands around a trigger but fills no slot: conditions under which a frame may, or may not, hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from spacy.tokens import Token

from graphbuilder.annotate.phrases import lemma
from graphbuilder.extract.predication import Predication

_COMPLEMENTS = frozenset(["xcomp", "ccomp"])
PLACE_LABELS = frozenset(["GPE", "LOC", "FAC"])
PLACE, ANYTHING = "@place", "*"


def lemmas(predication: Predication, slot: str) -> set[str]:
    """Lemmas of the heads in a slot or a surrounding, modifiers before them counted ("terror list")."""
    around = SURROUNDINGS.get(slot)
    if around is not None:
        return {word for t in around(predication) for word in (lemma(t), t.lower_, ANYTHING)}
    tokens = predication.tokens(slot)
    found = {word for t in tokens for word in (lemma(t), t.lower_)}
    modifiers = [c for t in tokens for c in t.lefts if c.dep_ in {"compound", "amod"}]
    # "financial and material support", "a joint operations room"
    modifiers += [c for word in modifiers for c in word.rights if c.dep_ == "conj" and word.dep_ == "amod"]
    modifiers += [c for noun in modifiers for c in noun.lefts if c.dep_ in {"compound", "amod"}]
    found |= {word for c in modifiers for word in (lemma(c), c.lower_)}
    places = [t for t in tokens if t.ent_type_ in PLACE_LABELS]
    found |= ({PLACE} if places else set()) | {lemma(c) for t in places for c in t.children if c.dep_ == "appos"}
    return found | {ANYTHING} if tokens else found


def complements(predication: Predication) -> list[Token]:
    """ "lets them operate", "agreed to stop": the verbs that complete a verb."""
    return [c for c in predication.token.children if c.dep_ in _COMPLEMENTS and c.pos_ in {"VERB", "AUX"}]


def _behind(predication: Predication) -> Iterable[Token]:
    """ "in the pay of": the preposition that a noun stands behind."""
    top = _first(predication.token)
    return [top.head] if top.dep_ == "pobj" else []


def _carrier(predication: Predication) -> Iterable[Token]:
    """ "fight on the side of", "enjoy the backing of": the verb of which a noun or its preposition depends."""
    top = _first(predication.token)
    head = top.head.head if top.dep_ == "pobj" else top.head
    return [] if head.i == top.i else [head]


def _adverbs(predication: Predication) -> Iterable[Token]:
    """Adverbs at a verb and at its prepositions, negation among them: "financially", "together with", "never"."""
    adverbs = [t for t in _at(predication.token) if t.dep_ in {"advmod", "neg"}]
    return adverbs + [c for adverb in adverbs for c in adverb.children if c.dep_ == "conj"]


def _beside(predication: Predication) -> Iterable[Token]:
    """ "shot and wounded": verbs coordinated with a verb."""
    token = predication.token
    above = [token.head] if token.dep_ == "conj" else []
    return above + [child for child in token.children if child.dep_ == "conj"]


def _at(token: Token) -> Iterable[Token]:
    if token.i > 0:
        # "jointly run": the parser may tie the adverb elsewhere.
        yield token.nbor(-1)
    for child in token.children:
        yield child
        if child.dep_ == "prep":
            yield from (c for c in child.children if c.dep_ == "advmod")


def _first(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun


SURROUNDINGS: Mapping[str, Callable[[Predication], Iterable[Token]]] = {
    "behind": _behind,
    "carrier": _carrier,
    "adverb": _adverbs,
    "beside": _beside,
    "complement": complements,
    "head": lambda predication: [predication.token.head],
    "verb": lambda predication: [predication.token],
}


def particles(verb: Token) -> set[str]:
    """The words that may be part of a verb of several words ("team up", "fight together with")."""
    return {t.lower_ for t in _at(verb)}
