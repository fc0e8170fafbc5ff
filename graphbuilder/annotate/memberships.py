"""The groups that clauses tie a person to: "X, who commands the front", "X fought for the movement until 1994"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from graphbuilder.annotate.entity import Annotated, Entity
from graphbuilder.annotate.phrases import lemma, span_of, subject_of
from graphbuilder.annotate.salience import relative_head
from graphbuilder.lexicon import Lexicon

_PREPOSITIONS = frozenset(["for", "in", "to", "over"])


def memberships(
    annotated: Annotated, lexicon: Lexicon, *, groups: Callable[[Token], list[Entity]]
) -> Iterator[tuple[Entity, Entity]]:
    """Named persons and the groups that they lead, found, join or serve, in text order."""
    for verb in _verbs(annotated.doc, lexicon):
        person = _person(verb, annotated)
        if person is not None:
            for noun in _objects(verb, lexicon):
                yield from ((person, group) for group in groups(noun) if group.kind == "group" and not group.is_country)


def _verbs(doc: Doc, lexicon: Lexicon) -> Iterator[Token]:
    known = lexicon.heading | lexicon.serving
    for token in doc:
        if token.pos_ == "VERB" and lemma(token) in known and all(c.dep_ != "neg" for c in token.children):
            yield token


def _person(verb: Token, annotated: Annotated) -> Entity | None:
    subject = subject_of(verb)
    if subject is None or subject.dep_ != "nsubj":
        return None
    named = relative_head(subject) if subject.lower_ == "who" else subject
    while named is not None and named.dep_ == "appos" and span_of(annotated, named) is None:
        named = named.head
    span = span_of(annotated, named) if named is not None else None
    return span.entity if span is not None and span.entity.kind == "person" else None


def _objects(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """What is led, or what is served behind a preposition."""
    if lemma(verb) in lexicon.heading:
        yield from (child for child in verb.children if child.dep_ == "dobj")
    if lemma(verb) in lexicon.serving:
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in _PREPOSITIONS:
                yield from (noun for noun in child.children if noun.dep_ == "pobj")
