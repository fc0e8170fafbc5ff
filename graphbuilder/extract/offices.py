"""The body that a title names by its portfolio alone: the ministry of "Interior Minister Malik"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from graphbuilder.annotate.entity import Annotated, Entity
from graphbuilder.annotate.phrases import qualifying_spans
from graphbuilder.annotate.portfolios import portfolio_end
from graphbuilder.fold import fold_words
from graphbuilder.lexicon import Lexicon


def office(title: Token, *, annotated: Annotated, lexicon: Lexicon) -> Entity | None:
    """The ministry or department of this article whose name has the title's portfolio, where there is just one."""
    fields = _portfolio(title, lexicon)
    if not fields:
        return None
    countries = {span.entity.country for span in qualifying_spans(annotated, title) if span.entity.is_country}
    if not countries and annotated.home is not None:
        countries = {annotated.home.name, None}
    bodies = [
        entity
        for entity in annotated.entities
        if entity.kind == "group"
        and (not countries or entity.country in countries)
        and any(_of_field(name, fields, lexicon=lexicon) for name in _names(entity))
    ]
    return bodies[0] if len(bodies) == 1 else None


def _portfolio(title: Token, lexicon: Lexicon) -> set[str]:
    """ "Defence" before the title, "of Foreign Affairs" behind it."""
    doc, start = title.doc, title.i
    while start > title.sent.start and doc[start - 1].lower_ in lexicon.portfolios:
        start -= 1
    behind = doc[title.i + 2 : portfolio_end(doc, title.i + 1, lexicon=lexicon)]
    return {token.lower_ for token in (*doc[start : title.i], *behind) if token.is_alpha} - {"and"}


def _names(entity: Entity) -> Iterable[str]:
    known = (entity.entry.name, *entity.entry.aliases) if entity.entry is not None else ()
    return {entity.name, *entity.forms, *known}


def _of_field(name: str, fields: set[str], *, lexicon: Lexicon) -> bool:
    words = set(fold_words(name))
    return fields <= words and bool(words & lexicon.ministries)
