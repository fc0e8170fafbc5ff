"""Annotate: who is mentioned in an article, which mentions are one actor, and who speaks where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from graphbuilder.annotate.entity import Annotated, Entity
from graphbuilder.annotate.forces import with_forces
from graphbuilder.annotate.home import home
from graphbuilder.annotate.interviews import turns
from graphbuilder.annotate.names import names
from graphbuilder.annotate.parse import load_model, parse
from graphbuilder.annotate.repair import repair
from graphbuilder.annotate.speakers import speeches
from graphbuilder.annotate.standing import with_standing
from graphbuilder.gazetteer import Country, Gazetteer, Group, gazetteer
from graphbuilder.lexicon import Lexicon, lexicon
from graphbuilder.model import Article
from graphbuilder.pipeline import DEFAULT_MODEL

FAILURES = (RecursionError, ValueError, IndexError, KeyError)
"""What an odd text may raise in our own code: told of that article, the rest goes on."""

__all__ = ["DEFAULT_MODEL", "Annotated", "annotate"]


def _locate(entities: Iterable[Entity], known: Gazetteer) -> None:
    """Tell each force or ministry the country that its own name begins with."""
    for entity in entities:
        if entity.kind == "group" and entity.country is None:
            match = next((m for m in known.matches(entity.name.split()) if m.start == 0), None)
            if match is not None and isinstance(match.entry, Country):
                entity.country = match.entry.name
            elif match is not None and isinstance(match.entry, Group) and match.end == len(entity.name.split()):
                entity.entry, entity.country = match.entry, match.entry.country


def annotate(
    articles: Iterable[Article], *, model: str = DEFAULT_MODEL, groups: Path | None = None
) -> Iterator[Annotated]:
    """Articles with parse, actors, mentions and speakers.

    Raises:
        DataError: the model is not installed, or the groups file breaks the rules.
    """
    words, known = lexicon(), gazetteer(groups)
    for article, doc, found in parse(articles, nlp=load_model(model)):
        annotated = Annotated(article, doc, found)
        _complete(annotated, words=words, known=known)
        yield annotated


def _complete(annotated: Annotated, *, words: Lexicon, known: Gazetteer) -> None:
    """Find the actors and speakers of a parsed article; one on which that fails has none, so that the others go on."""
    doc, found = annotated.doc, annotated.units
    try:
        spans = with_forces(doc, names(doc, found, gazetteer=known, lexicon=words), lexicon=words)
        annotated.names = with_standing(doc, spans, lexicon=words)
        annotated.entities = list(dict.fromkeys(span.entity for span in annotated.names))
        annotated.name_at = {n: span for span in annotated.names for n in range(span.start, span.end)}
        repair(doc, annotated.names, lexicon=words)
        _locate(annotated.entities, known)
        annotated.home = home(annotated.entities, known)
        spoken = [*speeches(doc, found, lexicon=words), *turns(annotated, lexicon=words)]
        annotated.speeches = sorted(spoken, key=lambda speech: speech.start)
    except FAILURES as error:
        annotated.failure = error
