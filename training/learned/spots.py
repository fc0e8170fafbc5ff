"""Where the actors of a sentence are mentioned: names, noun phrases and pronouns, each with its actor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from graphbuilder.annotate.coreference import Coreference
from graphbuilder.annotate.entity import Entity, NameSpan

# What a word is to the model: nothing, or part of a person, of a group, of a country's name.
OUTSIDE, PERSON, GROUP, PLACE = range(4)


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens ``start`` to ``end`` (exclusive) of a document that stand for an actor; ``head`` is their main word.

    ``kind`` is one of PERSON, GROUP, PLACE; ``label`` is the name that the rules know the actor by; ``guessed`` marks
    anaphors, whose antecedent may be wrong.
    """

    entity: Entity
    start: int
    end: int
    head: int
    kind: int
    named: bool
    label: str
    guessed: bool = False


def spots_of(sentence: Span, coreference: Coreference) -> list[Spot]:
    """The mentions of a sentence in text order, one for each actor that a phrase stands for."""
    found = [spot for token in sentence for spot in _at(token, coreference)]
    return sorted(dict.fromkeys(found), key=lambda spot: (spot.start, spot.end))


def _at(token: Token, coreference: Coreference) -> Iterator[Spot]:
    span = coreference.annotated.name_at.get(token.i)
    if span is not None:
        if span.start == token.i:
            head, kind = _root(token.doc, span).i, _kind(span.entity, named=True)
            yield Spot(span.entity, span.start, span.end, head, kind, True, span.entity.name)
        return
    if token.pos_ not in {"PRON", "NOUN", "PROPN", "DET", "NUM"}:
        return
    for filler in coreference.mentions.actors(token):
        first = _start(filler.token, coreference) if filler.token < token.i else token.i
        first = max(first, token.sent.start)
        kind, guessed = _kind(filler.entity, named=False), filler.reason == "coreference"
        yield Spot(filler.entity, first, token.i + 1, token.i, kind, False, filler.entity.name, guessed)


def _kind(entity: Entity, *, named: bool) -> int:
    if entity.kind == "person":
        return PERSON
    return PLACE if named and entity.place else GROUP


def _start(token: int, coreference: Coreference) -> int:
    span = coreference.annotated.name_at.get(token)
    return span.start if span is not None else token


def _root(doc: Doc, span: NameSpan) -> Token:
    return doc[span.start : span.end].root


def climb(a: Token, b: Token) -> tuple[list[Token], list[Token]] | None:
    """The words from each of two words up to where they meet, the meeting one last; None in different trees."""
    above_a, above_b = [a, *a.ancestors], [b, *b.ancestors]
    at = {token.i: n for n, token in enumerate(above_a)}
    meeting = next((n for n, token in enumerate(above_b) if token.i in at), None)
    return None if meeting is None else (above_a[: at[above_b[meeting].i] + 1], above_b[: meeting + 1])


def path(a: Token, b: Token) -> list[int]:
    """The tokens between two words in the parse, both left out; empty where they hang in different trees."""
    ways = climb(a, b)
    if ways is None:
        return []
    return [token.i for token in [*ways[0], *ways[1][:-1]] if token.i not in {a.i, b.i}]
