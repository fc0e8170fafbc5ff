"""Where the actors of a sentence are mentioned: names, noun phrases and pronouns, each with the actor that it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from graphbuilder.annotate.coreference import Coreference
from graphbuilder.annotate.entity import Entity, NameSpan

# What a word is to the model: nothing, part of a person, of a group, of a country's name.
OUTSIDE, PERSON, GROUP, PLACE = range(4)


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens ``start`` to ``end`` (exclusive) of a document that stand for an actor; ``head`` is their main word."""

    entity: Entity
    start: int
    end: int
    head: int
    named: bool

    @property
    def kind(self) -> int:
        """One of OUTSIDE, PERSON, GROUP, PLACE."""
        if self.entity.kind == "person":
            return PERSON
        return PLACE if self.named and self.entity.place else GROUP


def spots_of(sentence: Span, coreference: Coreference) -> list[Spot]:
    """The mentions of a sentence in text order, one for each actor that a phrase stands for."""
    found = [spot for token in sentence for spot in _at(token, coreference)]
    return sorted(dict.fromkeys(found), key=lambda spot: (spot.start, spot.end))


def _at(token: Token, coreference: Coreference) -> Iterator[Spot]:
    span = coreference.annotated.name_at.get(token.i)
    if span is not None:
        if span.start == token.i:
            yield Spot(span.entity, span.start, span.end, _root(token.doc, span).i, named=True)
        return
    if token.pos_ not in {"PRON", "NOUN", "PROPN", "DET", "NUM"}:
        return
    for filler in coreference.mentions.actors(token):
        first = _start(filler.token, coreference) if filler.token < token.i else token.i
        yield Spot(filler.entity, max(first, token.sent.start), token.i + 1, token.i, named=False)


def _start(token: int, coreference: Coreference) -> int:
    span = coreference.annotated.name_at.get(token)
    return span.start if span is not None else token


def _root(doc: Doc, span: NameSpan) -> Token:
    return doc[span.start : span.end].root


def path(a: Token, b: Token) -> list[int]:
    """The tokens between two words in the parse, both left out; empty where they hang in different trees."""
    above_a = [a, *a.ancestors]
    above_b = [b, *b.ancestors]
    at = {token.i: n for n, token in enumerate(above_a)}
    meeting = next((n for n, token in enumerate(above_b) if token.i in at), None)
    if meeting is None:
        return []
    between = [*above_a[: at[above_b[meeting].i] + 1], *above_b[:meeting]]
    return [token.i for token in between if token.i not in {a.i, b.i}]


def entities(spots: Iterable[Spot]) -> list[Entity]:
    """The actors of some mentions, in the order of their first ones."""
    return list({id(spot.entity): spot.entity for spot in spots}.values())
