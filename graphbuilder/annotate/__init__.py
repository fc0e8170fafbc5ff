"""Annotate: who is mentioned in an article, which mentions are one actor, and who speaks where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from graphbuilder.annotate.entity import Annotated
from graphbuilder.annotate.forces import with_forces
from graphbuilder.annotate.names import names
from graphbuilder.annotate.parse import DEFAULT_MODEL, load_model, parse
from graphbuilder.annotate.speakers import speeches
from graphbuilder.gazetteer import gazetteer
from graphbuilder.lexicon import lexicon
from graphbuilder.model import Article

__all__ = ["DEFAULT_MODEL", "Annotated", "annotate"]


def annotate(
    articles: Iterable[Article], *, model: str = DEFAULT_MODEL, groups: Path | None = None
) -> Iterator[Annotated]:
    """Articles with parse, actors, mentions and speakers.

    Raises:
        DataError: the model is not installed, or the groups file breaks the rules.
    """
    words, known = lexicon(), gazetteer(groups)
    for article, doc, found in parse(articles, nlp=load_model(model)):
        spans = with_forces(doc, names(doc, gazetteer=known, lexicon=words), lexicon=words)
        annotated = Annotated(article, doc, found, names=spans)
        annotated.entities = list(dict.fromkeys(span.entity for span in spans))
        annotated.name_at = {n: span for span in spans for n in range(span.start, span.end)}
        annotated.speeches = speeches(doc, found, lexicon=words)
        yield annotated
