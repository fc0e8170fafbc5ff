"""Coalitions and forces that a common noun names: "the coalition", "US-led coalition", "international forces"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from graphbuilder.annotate.entity import Entity, NameSpan
from graphbuilder.annotate.phrases import lemma
from graphbuilder.lexicon import Lexicon

_INSIDE = frozenset(["ADJ", "NOUN", "PROPN", "VERB", "NUM", "ADV"])
_MAX = 6


def with_standing(doc: Doc, spans: Sequence[NameSpan], *, lexicon: Lexicon) -> list[NameSpan]:
    """The spans, with those of common nouns that name a group; names inside them ("US-led") give way."""
    taken = {n: span for span in spans for n in range(span.start, span.end)}
    found = list(_standing(doc, taken, lexicon=lexicon))
    covered = {n for span in found for n in range(span.start, span.end)}
    return sorted([*found, *(s for s in spans if s.start not in covered)], key=lambda span: span.start)


def _standing(doc: Doc, taken: dict[int, NameSpan], *, lexicon: Lexicon) -> Iterator[NameSpan]:
    known: dict[str, Entity] = {}
    for token in doc:
        if token.i in taken or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        word = lemma(token)
        if word not in lexicon.standing and word not in lexicon.forces:
            continue
        start = _start(token, lexicon)
        named = start < token.i
        if (word in lexicon.standing and (named or _single(token, lexicon))) or (named and word in lexicon.forces):
            text = doc[start : token.i + 1].text
            entity = known.get(text.casefold()) or (None if named else _same_head(taken, word) or _last(known, word))
            if entity is None:
                entity = known[text.casefold()] = Entity("group", text)
            entity.forms[text] += 1
            yield NameSpan(start, token.i + 1, entity)


def _start(noun: Token, lexicon: Lexicon) -> int:
    """Where a name like "counter-ISIL coalition" begins; the noun itself where nothing names it."""
    doc, n = noun.doc, noun.i
    named = None
    while n > 0 and noun.i - n < _MAX and (doc[n - 1].pos_ in _INSIDE or doc[n - 1].text in {"-", "–"}):
        n -= 1
        if doc[n].lower_ in lexicon.worldly:
            named = n
        elif doc[n].lower_ == "led" and n > 1 and doc[n - 1].text in {"-", "–"}:
            named = n - 2
        elif doc[n].lower_ in {"counter", "anti"} and doc[n + 1].text in {"-", "–"}:
            named = n
    return noun.i if named is None else named


def _single(token: Token, lexicon: Lexicon) -> bool:
    """ "the coalition", "coalition airstrikes"; not "a coalition of parties", "coalition talks"."""
    if token.dep_ == "compound" and token.head.pos_ == "NOUN":
        armed = lexicon.soldiers | lexicon.acts | lexicon.events | lexicon.persons | lexicon.forces
        if lemma(token.head) not in armed - lexicon.governments:
            return False
    article = next((c.lower_ for c in token.lefts if c.dep_ == "det"), "")
    return (article == "the" or token.dep_ == "compound" or token.text[0].isupper()) and not any(
        c.dep_ in {"prep", "amod"} for c in token.children if c.lower_ == "of" or c.dep_ == "amod"
    )


def _same_head(taken: dict[int, NameSpan], word: str) -> Entity | None:
    """The group of the article whose longer name ends in the noun."""
    return next((s.entity for s in taken.values() if s.entity.name.casefold().endswith(f" {word}")), None)


def _last(known: dict[str, Entity], word: str) -> Entity | None:
    return next((entity for text, entity in reversed(known.items()) if text.endswith(word)), None)
