"""The body that a title names by its portfolio alone: the ministry of "Interior Minister Malik"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from graphbuilder.annotate.entity import Annotated, Entity
from graphbuilder.annotate.phrases import lemma, prepositional, qualifying_spans
from graphbuilder.annotate.portfolios import portfolio_end
from graphbuilder.fold import fold_words
from graphbuilder.lexicon import Lexicon


def office(title: Token, *, annotated: Annotated, lexicon: Lexicon) -> Entity | None:
    """The ministry or department of this article whose name has the title's portfolio, where there is just one."""
    fields = _portfolio(title, lexicon)
    if not fields or _of_another(title, annotated, lexicon=lexicon):
        return None
    countries = {span.entity.country for span in qualifying_spans(annotated, title) if span.entity.is_country}
    if not countries and annotated.home is not None:
        countries = {annotated.home.name, None}
    bodies = [
        entity
        for entity in annotated.entities
        if entity.kind == "group"
        and (entity.country in countries if countries else _known_by_itself(entity))
        and any(_of_field(name, fields, lexicon=lexicon) for name in _names(entity))
    ]
    return bodies[0] if len(bodies) == 1 else None


def _known_by_itself(body: Entity) -> bool:
    """A body whose name in the article tells no country: where nothing tells the minister's, it may be another's."""
    return body.country is None or body.entry is not None


def _of_another(title: Token, annotated: Annotated, *, lexicon: Lexicon) -> bool:
    """ "the interior minister of the regional government": the title tells whose it is."""
    owners = prepositional(title, frozenset(["of"]))
    return any(noun.i in annotated.name_at or lemma(noun) in lexicon.governments for noun in owners)


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
